"""Readings as plain JSON, for the pipe between the two processes and for the command."""

from dataclasses import asdict
from typing import Any

from etl.reader.model import Issue, Reading, Refused


def to_plain(reading: Reading) -> dict[str, Any]:
    """Turn a reading into dictionaries and lists."""
    return asdict(reading)


def refusal(error: Refused) -> Reading:
    """Make the reading of a file that cannot be taken."""
    issue = Issue(code=error.code, severity="must", message=error.message, sheet=error.sheet, cell=error.cell)
    return Reading(
        outcome="refuse",
        code=error.code,
        message=error.message,
        issues=(issue,),
        sheet=error.sheet,
        cell=error.cell,
    )
