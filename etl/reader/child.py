"""The process within the fence: reads a request and one file from its input, answers, keeps nothing."""

import gc
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from etl.reader.fence import limit
from etl.reader.files.formats import FORMATS
from etl.reader.model import Refused, refusal
from etl.reader.reading_json import to_json
from etl.reader.understand import understand

Head = Any  # the request as JSON: what `fence.ask` was given


def main() -> None:
    """Do the task that the first line of the input names on the file that follows it."""
    limit()
    head = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    sys.stdout.buffer.write(TASKS[head["task"]](data, head))


def _read(data: bytes, head: Head) -> bytes:
    gc.disable()  # the process lives for one file, and its cells refer to nothing that refers back
    try:
        reading = understand(data, head["kind"], head["name"], head["answers"])
    except Refused as error:
        reading = refusal(error)
    except (MemoryError, RecursionError):
        reading = refusal(Refused("TOO_LARGE", "The file needs more memory than can be given to it."))
    return to_json(reading).encode()


def _mark(data: bytes, head: Head) -> bytes:
    from etl.reader.marked import marked  # only here: what writes workbooks takes time to load

    try:
        return marked(FORMATS[head["kind"]](data), head["issues"])
    except (Refused, MemoryError, RecursionError):
        sys.exit(1)


TASKS: dict[str, Callable[[bytes, Head], bytes]] = {"read": _read, "mark": _mark}

if __name__ == "__main__":
    main()
