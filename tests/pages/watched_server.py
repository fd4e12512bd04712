"""The dashboard as it is served, with a window for a test: what is in its memory, and a shorter time without use.

Run by test_upload_privacy.py as `python -m tests.pages.watched_server <port>`. A line that comes in is a number of
seconds, which is the time without use from then on, or a text to look for, written backwards; the answer to a text is
one line, how many objects of the process hold it, then what they are.
"""

import gc
import sys
import threading
import types

from streamlit.web import cli

from pages.holding import held


def look() -> None:
    """Answer each text with the number of objects in memory that hold it; of a number take the time."""
    for line in sys.stdin:
        if line.strip().isdigit():
            held.IDLE = float(line)
            continue
        found = holders(line.strip()[::-1])
        sys.stdout.write(f"HELD {len(found)} {'; '.join(found)[:1500]}\n")
        sys.stdout.flush()


def holders(planted: str) -> list[str]:
    """Find every object that the garbage collector knows, and every text, bytes or number in one, that holds a text.

    The text itself is looked for in two parts, so that this search does not find itself.
    """
    gc.unfreeze()
    for _ in range(3):
        gc.collect()
    raw = planted.encode()
    wide = planted.encode("utf-16-le")
    found: list[str] = []
    seen: set[int] = set()
    for owner in gc.get_objects():
        if owner is found or owner is seen or isinstance(owner, types.FrameType):
            continue
        for thing in gc.get_referents(owner):
            if id(thing) in seen or thing is planted or thing is raw or thing is wide:
                continue
            if holds(thing, planted, raw, wide):
                seen.add(id(thing))
                found.append(f"{type(owner).__name__} → {type(thing).__name__}: {described(owner)}")
    return found


def holds(thing, planted: str, raw: bytes, wide: bytes) -> bool:
    """Tell whether a text or bytes hold the planted text, or a number is it."""
    if isinstance(thing, str | float):
        return planted in str(thing)
    whole = bytes(thing) if isinstance(thing, bytes | bytearray | memoryview) else b""
    return raw in whole or wide in whole


def described(owner: object) -> str:
    """Say a little of what holds the text, never more."""
    keys = list(owner)[:4] if isinstance(owner, dict) else ""
    return f"{type(owner).__module__} {getattr(owner, '__qualname__', '')} {keys}"[:160].replace("\n", " ")


if __name__ == "__main__":
    port = int(sys.argv[1])
    held.LEFT, held.TICK = 6.0, 1.0  # else a test would wait for a minute
    threading.Thread(target=look, daemon=True).start()
    served = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    cli.main(["run", "dashboard.py", *served, "--server.fileWatcherType", "none"])
