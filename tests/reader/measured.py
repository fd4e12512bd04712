"""What reading files costs, measured from a small process of its own, one after the other.

The peak of a child counts what its parent held when it was started, and the tests' own process holds much. One such
process reads all files of a run: to start it costs more than to read most of them.
"""

import atexit
import json
import resource
import subprocess
import sys
from functools import cache
from typing import NamedTuple

from etl.read import read_upload


class Measured(NamedTuple):
    """What came of a file, in how many seconds of the processor.

    `kilobytes`: the most that a child process has held for this file or one before it.
    """

    outcome: str
    code: str
    message: str
    records: int
    seconds: float
    kilobytes: int


def measured(data: bytes, name: str) -> Measured:
    """Read a file as an upload, behind the fence, and say what it cost."""
    process = _process()
    assert process.stdin and process.stdout
    process.stdin.write(json.dumps([name, len(data)]).encode() + b"\n" + data)
    process.stdin.flush()
    return Measured(**json.loads(process.stdout.readline()))


@cache
def _process() -> subprocess.Popen[bytes]:
    """Start the process that reads; it ends with the tests."""
    command = [sys.executable, "-m", "tests.reader.measured"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    atexit.register(process.communicate)
    return process


def main() -> None:
    """Read each file that the input names and holds, and print what it cost."""
    before = 0.0
    while head := sys.stdin.buffer.readline():
        name, size = json.loads(head)
        reading = read_upload(sys.stdin.buffer.read(size), name)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        total = used.ru_utime + used.ru_stime
        cost = Measured(
            reading.outcome, str(reading.code), reading.message, len(reading.records), total - before, used.ru_maxrss
        )
        before = total
        sys.stdout.write(json.dumps(cost._asdict()) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
