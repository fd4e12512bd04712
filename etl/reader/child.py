"""The fenced process: reads one file from its input, writes one JSON object, keeps nothing.

On POSIX systems the kernel bounds its memory, its processor time and the files it may write (none). Windows has
no such limits for a process that is not in a job: there the parent's clock alone ends it.
"""

import gc
import json
import sys
from contextlib import suppress
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from etl.reader.model import Refused
from etl.reader.plain import refusal, to_plain
from etl.reader.reading import understand

MEMORY = 900_000_000
PROCESSOR_SECONDS = 9


def main() -> None:
    """Read the request and the file, and answer."""
    limit()
    gc.disable()  # the process lives for one file, and its cells refer to nothing that refers back
    head = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    try:
        answer = to_plain(understand(data, head["kind"], head["name"], head["answers"]))
    except Refused as error:
        answer = to_plain(refusal(error))
    except (MemoryError, RecursionError):
        answer = to_plain(refusal(Refused("TOO_LARGE", "The file needs more memory than can be given to it.")))
    sys.stdout.write(json.dumps(answer, ensure_ascii=True, allow_nan=False))


def limit() -> None:
    """Set the bounds of this process."""
    if sys.platform == "win32":
        return
    import resource

    bounds = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: PROCESSOR_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 64,
    }
    for kind, bound in bounds.items():
        _, hard = resource.getrlimit(kind)
        ceiling = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        with suppress(ValueError, OSError):  # macOS does not bound address space
            resource.setrlimit(kind, (ceiling, ceiling))


if __name__ == "__main__":
    main()
