"""The dashboard as it is served, with a window for a test: what is in its memory, and a shorter time without use.

Run by test_upload_privacy.py as `python -m tests.pages.watched_server <port>`. A line that comes in is a number of
seconds, which is the time without use from then on, or texts to look for, written backwards with spaces between; the
answer to them is one line: how many objects of the process hold each, then what they are.
"""

import gc
import sys
import threading
import types

from streamlit.web import cli

from pages.holding import held

KINDS = (str, float, bytes, bytearray, memoryview)  # what may hold a text or a number


def look() -> None:
    """Answer each text with the number of objects in memory that hold it; of a number take the time."""
    for line in sys.stdin:
        if line.strip().isdigit():
            held.IDLE = float(line)
            continue
        found = holders([text[::-1] for text in line.split()])
        words = "; ".join(each for of_one in found for each in of_one)
        sys.stdout.write(f"HELD {','.join(str(len(of_one)) for of_one in found)} {words[:1500]}\n")
        sys.stdout.flush()


class Planted:
    """A text as it may lie in memory. It is read from two parts, so that the search does not find itself."""

    def __init__(self, text: str) -> None:
        self.text, self.raw, self.wide = text, text.encode(), text.encode("utf-16-le")
        self.number = float(text) if text.replace(".", "").isdigit() else None

    def held(self, thing: object) -> bool:
        """Tell whether a text or bytes hold it, or a number is it."""
        if isinstance(thing, str):
            return self.text in thing and thing is not self.text
        if isinstance(thing, float):
            return thing == self.number and thing is not self.number
        whole = bytes(thing) if isinstance(thing, bytes | bytearray | memoryview) else b""
        return (self.raw in whole and thing is not self.raw) or (self.wide in whole and thing is not self.wide)


def holders(texts: list[str]) -> list[list[str]]:
    """Find every object that the garbage collector knows, and every text, bytes or number in one, that holds a text.

    One look for all texts: it stops the server for seconds.
    """
    gc.unfreeze()
    for _ in range(3):
        gc.collect()
    planted = [Planted(text) for text in texts]
    ours = {id(planted), id(texts), *(id(each.__dict__) for each in planted), *map(id, planted)}
    found: list[list[str]] = [[] for _ in texts]
    seen: set[int] = set()
    for owner in gc.get_objects():
        if id(owner) in ours or owner is found or owner is seen or isinstance(owner, types.FrameType):
            continue
        for thing in gc.get_referents(owner):
            if isinstance(thing, KINDS) and id(thing) not in seen:
                for of_one, each in zip(found, planted, strict=True):
                    if each.held(thing):
                        seen.add(id(thing))
                        of_one.append(f"{type(owner).__name__} → {type(thing).__name__}: {described(owner)}")
    return found


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
