"""The door: a file's bytes and what was found in it in, the same cells with marks and two columns more out."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from etl.reader import Issue
from etl.reader.model import Refused
from etl.reader.outside import kind_of

CHILD = Path(__file__).with_name("child.py")
SECONDS = 15.0


def marked_copy(data: bytes, issues: Sequence[Issue]) -> bytes | None:
    """Write a visitor's file as a workbook with its problems marked, in a fenced process.

    Parameters
    ----------
    data
        The file as it was uploaded.
    issues
        What the reader found.

    Returns
    -------
    bytes or None
        An XLSX file: every cell at its place, those with a problem coloured, and after the last column of each sheet
        the columns Result and Errors. Formulas are their values; macros and comments are left out. None where the
        file cannot be written again.
    """
    try:
        head = {"kind": kind_of(data), "issues": [[i.sheet, i.cell, i.severity, i.message] for i in issues]}
        done = subprocess.run(
            [sys.executable, "-I", str(CHILD)],
            input=json.dumps(head).encode() + b"\n" + data,
            capture_output=True, timeout=SECONDS, check=False,
        )  # fmt: skip
    except (Refused, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 and done.stdout else None
