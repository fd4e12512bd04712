"""The command `python -m etl read FILE`: one spreadsheet read, for a person or as JSON."""

import json
from dataclasses import asdict
from pathlib import Path

from etl.errors import SourceFileMissing
from etl.reader.door import read_upload
from etl.reader.model import Issue, Question, Reading
from etl.reader.understood import LeftOut

SHOWN = 50  # lines of each kind for a person; the JSON has them all


def read_file(path: Path) -> Reading:
    """Read a file as a visitor's upload would be read.

    Raises
    ------
    SourceFileMissing
        There is no such file, or it cannot be opened.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceFileMissing(f"{path.name}: {error.strerror}; name a spreadsheet that is there") from error
    return read_upload(data, path.name)


def as_json(reading: Reading) -> str:
    """Write a reading as one JSON object, without the preview."""
    plain = {name: value for name, value in asdict(reading).items() if name != "sheets"}
    return json.dumps(plain, ensure_ascii=False, indent=1)


def as_text(reading: Reading) -> str:
    """Write a reading for a person."""
    lines = [f"{reading.outcome.replace('_', ' ')}: {reading.message}"]
    for record in reading.records[:SHOWN]:
        figure = record.marker if record.value is None else f"{record.value:,.10g}"
        where = f"{record.sheet}!{record.cell}" if record.sheet else record.cell
        lines.append(
            f"  {where:<16} {record.authority_name:<32} {record.indicator:<20} "
            f"{record.period_type:<8} to {record.period_end}  {figure}"
        )
    if len(reading.records) > SHOWN:
        lines.append(f"  … and {len(reading.records) - SHOWN:,} more")
    lines += [_issue(issue) for issue in reading.issues[:SHOWN]]
    lines += [f"  left out: {left.count:,} {left.text}{_examples(left)}" for left in reading.left_out]
    lines += [_question(question) for question in reading.questions]
    return "\n".join(lines)


def _issue(issue: Issue) -> str:
    return f"  {issue.severity:<6} {issue.code}  {issue.message}"


def _examples(left: LeftOut) -> str:
    named = (f"{each.sheet}!{each.cell}" if each.sheet else each.cell for each in left.examples)
    return f" (such as {', '.join(named)})"


def _question(question: Question) -> str:
    options = ", ".join(label for _, label in question.options[:6])
    more = ", …" if len(question.options) > 6 else ""
    return f"  please say: {question.text}" + (f" ({options}{more})" if options else "")
