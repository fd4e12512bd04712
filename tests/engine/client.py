"""Asks the database questions, pickled on the input, and writes pickled answers, in an environment of its own.

python -m tests.engine.client quack:host:port    or the path of a file called dashboard.duckdb
"""

import contextlib
import importlib
import pickle
import sys

import duckdb

from queries.database import open_server


def answered(con, name, parameters):
    """Return the rows of a question, or what was said instead."""
    module, _, question = name.rpartition(".")
    try:
        return [tuple(row) for row in getattr(importlib.import_module(module), question)(con, **parameters)]
    except Exception as error:  # noqa: BLE001
        return f"{type(error).__name__}: {error}"


def main():
    """Answer one question after another, each at once."""
    where = sys.argv[1]
    con = open_server(where) if where.startswith("quack:") else duckdb.connect(where, read_only=True)
    with contextlib.suppress(EOFError):
        while True:
            pickle.dump(answered(con, *pickle.load(sys.stdin.buffer)), sys.stdout.buffer)
            sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
