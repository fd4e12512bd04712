"""The fenced process: reads one file from its input, writes it as a workbook with marks, keeps nothing."""

import json
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from etl.reader.child import limit
from etl.reader.model import Refused
from etl.reader.reading import FORMATS
from etl.returned.marks import marked


def main() -> None:
    """Read the request and the file, and answer with a workbook; with nothing where that cannot be."""
    limit()
    head = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    try:
        sys.stdout.buffer.write(marked(FORMATS[head["kind"]](data), head["issues"]))
    except (Refused, MemoryError, RecursionError):
        sys.exit(1)


if __name__ == "__main__":
    main()
