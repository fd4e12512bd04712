"""The door of the reader: a file's bytes in; what was understood, or the same cells with marks, out."""

from collections.abc import Mapping, Sequence

from etl.reader.fence import Unanswered, ask
from etl.reader.files.outside import kind_of
from etl.reader.model import Issue, Reading, Refused, refusal
from etl.reader.reading_json import from_json

READING = 30.0  # seconds by the clock; the fence ends a file by its nine of the processor, whoever else is served
MARKING = 30.0  # seconds: likewise, and the copy is asked for by itself
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
        head = {"kind": kind_of(data), "name": name[-200:], "answers": dict(answers or {})}
        return from_json(ask("read", head, data, READING))
    except Refused as error:
        return refusal(error)
    except Unanswered as error:
        return refusal(Refused("TOO_LARGE", TOO_SLOW) if error.slow else Refused("CORRUPT", BROKE_OFF))


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
        return ask("mark", head, data, MARKING)
    except (Refused, Unanswered):
        return None
