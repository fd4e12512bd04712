"""What reading a file costs, measured from a small process of its own.

The peak of a child counts what its parent held when it was started, and the tests' own process holds much.
"""

import json
import resource
import subprocess
import sys
from typing import NamedTuple

from etl.read import read_upload


class Measured(NamedTuple):
    """What came of a file, in how many seconds of the processor, and the most kilobytes that a child process held."""

    outcome: str
    code: str
    message: str
    records: int
    seconds: float
    kilobytes: int


def measured(data: bytes, name: str) -> Measured:
    """Read a file in a process of its own and say what it cost."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.reader.measured", name], input=data, capture_output=True, check=True, timeout=120
    )
    return Measured(**json.loads(done.stdout))


def main() -> None:
    """Read the file on standard input and print what it cost."""
    data = sys.stdin.buffer.read()
    reading = read_upload(data, sys.argv[1])
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, peak = used.ru_utime + used.ru_stime, used.ru_maxrss
    cost = Measured(reading.outcome, str(reading.code), reading.message, len(reading.records), seconds, peak)
    sys.stdout.write(json.dumps(cost._asdict()))


if __name__ == "__main__":
    main()
