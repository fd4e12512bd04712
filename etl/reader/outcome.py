"""What is said of the file as a whole."""

from collections.abc import Sequence
from dataclasses import replace

from etl.reader.account import reason
from etl.reader.economy import economised, shortened
from etl.reader.findings import Findings
from etl.reader.model import Issue, Reading, Record, Refused, SheetPreview
from etl.reader.understood import SheetLayout

ORDER = {"must": 0, "check": 1, "fixed": 2}
ASK = "The file cannot be read without an answer to the questions below."
NONE_TAKEN = "No figure could be taken; the reasons are below."
NO_MEASURE = "No measure of the dashboard was found in the file. Use the template, or rename the headings."
EXPLAINED = ("summary", "part", "period", "plan", "you", "sheet", "to_come")  # reasons that say more than NO_MEASURE
NO_FIGURES = "No table of figures was found in the file."


def conclude(
    records: Sequence[Record],
    findings: Findings,
    sheets: tuple[SheetPreview, ...],
    *,
    layouts: tuple[SheetLayout, ...],
    understood: int,
    has_rows: bool,
) -> Reading:
    """Choose the outcome.

    Returns
    -------
    Reading
        import: everything was read. import_with_issues: what is certain was read, the rest is listed. ask: nothing
        is certain before the questions are answered, and no record is given.

    Raises
    ------
    Refused
        NO_TABLE if there is nothing to read and nothing to ask.
    """
    asked = economised(findings.questions, findings.offers)
    issues = shortened(sorted(findings.issues.values(), key=lambda issue: ORDER[issue.severity]))
    reading = Reading(
        outcome="import_with_issues",
        code=None,
        message=_summary(records, issues),
        records=tuple(records),
        issues=issues,
        questions=asked.questions,
        offers=asked.offers,
        sheets=sheets,
        understood=understood,
        headings=findings.account.headings(),
        left_out=findings.account.left_out(),
        layouts=layouts,
    )
    noted = any(issue.severity != "fixed" for issue in issues)
    if records:
        return reading if noted or reading.questions else replace(reading, outcome="import")
    return _without_records(reading, _none(findings, has_rows=has_rows), coded=asked.coded)


def _none(findings: Findings, *, has_rows: bool) -> str:
    """Say why nothing is read: the one reason for which every figure was left out, or that no measure was found."""
    kinds = set(findings.account.counts)
    if len(kinds) == 1 and (kind := kinds.pop()) in EXPLAINED:
        return f"No figure could be taken: every one is {reason(kind)}."
    return NO_MEASURE if has_rows else NO_FIGURES


def _without_records(reading: Reading, none: str, *, coded: bool) -> Reading:
    """Ask what there is to ask; without questions the offers are the questions.

    Of a file with a great many headings of which none is like a measure nothing is asked: it is of something else.
    """
    if coded and not reading.questions:
        raise Refused("NO_TABLE", NO_MEASURE)
    if reading.questions or reading.offers:
        code = next((issue.code for issue in reading.issues if issue.severity != "fixed"), None)
        asked = replace(reading, outcome="ask", code=code, message=ASK)
        return asked if reading.questions else replace(asked, questions=reading.offers, offers=())
    if any(issue.severity == "must" for issue in reading.issues):
        return replace(reading, code=reading.issues[0].code, message=NONE_TAKEN)
    raise Refused("NO_TABLE", none)


def _summary(records: Sequence[Record], issues: Sequence[Issue]) -> str:
    figures = sum(record.value is not None for record in records)
    gaps = len(records) - figures
    to_correct = sum(issue.severity == "must" for issue in issues)
    text = f"{_counted(figures, 'figure was', 'figures were')} read"
    text += f", and {_counted(gaps, 'gap', 'gaps')}" if gaps else ""
    return f"{text}; {_counted(to_correct, 'cell needs', 'cells need')} correcting." if to_correct else f"{text}."


def _counted(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
