"""The door of the reader: a file's bytes and name in, what was understood out."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from etl.reader.model import Reading, Refused, reading_from
from etl.reader.outside import kind_of
from etl.reader.plain import refusal

CHILD = Path(__file__).with_name("child.py")
SECONDS = 9.5
TOO_SLOW = "The file takes too long to read. Leave out sheets and rows that are not needed."
BROKE_OFF = "The file could not be read. Save it again as .xlsx or .csv and upload that."


def read_upload(data: bytes, name: str, answers: Mapping[str, str] | None = None) -> Reading:
    """Read a visitor's spreadsheet; the bytes go to a fenced process by a pipe and nowhere else.

    Parameters
    ----------
    data
        The file as it was uploaded.
    name
        Its name. Only words in it are used (an authority, a measure, a year), never its ending.
    answers
        Answers to the questions of an earlier reading of the same file: `Question.id` → the value of one of its
        options.

    Returns
    -------
    Reading
        Never an exception for anything that a file can hold: what cannot be taken has the outcome `refuse`.
    """
    try:
        kind = kind_of(data)
    except Refused as error:
        return refusal(error)
    head = json.dumps({"kind": kind, "name": name[-200:], "answers": dict(answers or {})}).encode() + b"\n"
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(CHILD)], input=head + data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return refusal(Refused("TOO_LARGE", TOO_SLOW))
    if done.returncode != 0 or not done.stdout:
        return refusal(_broken(done.returncode))
    return reading_from(json.loads(done.stdout))


def _broken(code: int) -> Refused:
    """Name the reason of a process that ended without an answer: out of time, or out of memory or sense."""
    ended_by_clock = code in (-24, -9)
    return Refused("TOO_LARGE", TOO_SLOW) if ended_by_clock else Refused("CORRUPT", BROKE_OFF)
