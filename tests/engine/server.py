"""Serves a database, in an environment of its own: `python -m tests.engine.server FILE HOST:PORT`."""

import sys
from pathlib import Path

from etl.serve import serve_on

if __name__ == "__main__":
    serve_on(Path(sys.argv[1]), sys.argv[2])
