"""What is said of the file as a whole."""

from collections.abc import Sequence

from etl.reader.facts import Scene
from etl.reader.findings import Findings
from etl.reader.model import Issue, Reading, Record, Refused, SheetPreview

ORDER = {"must": 0, "check": 1, "fixed": 2}


def conclude(
    records: Sequence[Record], findings: Findings, sheets: tuple[SheetPreview, ...], scenes: Sequence[Scene]
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
    issues = tuple(sorted(findings.issues.values(), key=lambda issue: ORDER[issue.severity]))
    questions, offers = tuple(findings.questions.values()), tuple(findings.offers.values())
    told = any(issue.severity != "fixed" for issue in issues)
    base = {"issues": issues, "questions": questions, "offers": offers, "sheets": sheets, "understood": findings.wanted}
    if records:
        outcome = "import_with_issues" if told or questions else "import"
        return Reading(outcome, None, _summary(records, issues), tuple(records), **base)  # type: ignore[arg-type]
    if questions or offers:
        if not questions:
            base |= {"questions": offers, "offers": ()}
        first = next((issue.code for issue in issues if issue.severity != "fixed"), None)
        return Reading("ask", first, "The file cannot be read without an answer to the questions below.", **base)  # type: ignore[arg-type]
    if any(issue.severity == "must" for issue in issues):
        return Reading("import_with_issues", issues[0].code, "No figure could be taken; the reasons are below.", **base)  # type: ignore[arg-type]
    raise _nothing(scenes)


def _nothing(scenes: Sequence[Scene]) -> Refused:
    if any(scene.rows for scene in scenes):
        return Refused(
            "NO_TABLE", "No measure of the dashboard was found in the file. Use the template, or rename the headings."
        )
    return Refused("NO_TABLE", "No table of figures was found in the file.")


def _summary(records: Sequence[Record], issues: Sequence[Issue]) -> str:
    figures = sum(record.value is not None for record in records)
    gaps = len(records) - figures
    to_correct = sum(issue.severity == "must" for issue in issues)
    text = f"{figures:,} figures were read" + (f", and {gaps:,} gaps" if gaps else "")
    return f"{text}; {to_correct:,} cells need correcting." if to_correct else f"{text}."
