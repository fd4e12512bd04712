"""Questions about periods, and what their answers change."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from etl.reader.cells.names import a1
from etl.reader.model import Place, Question
from etl.reader.periods.kinds import Dating
from etl.reader.periods.offered import offered
from etl.reader.periods.parse import parse_period
from etl.reader.periods.parts import Part, date_part, financial_part, month_part

FINANCIAL = (3, 31)  # the year that is offered first for figures of which the measure is not known either
WORDINGS = {
    "period": "Which period are these figures of? For example 2024/25, Q1 2024/25, June 2024.",
    "quarter": "Is quarter 1 April to June, or January to March?",
    "ends": "Are these figures of the quarter that ends on the day above them, or of the year to that day?",
    "spaced": "Are these figures of that one month of each year, or of the year that ends with it?",
    "order": "In these dates, is the first figure the day or the month?",
    "year": "Does the year that is written begin in April of that year, or end in March of it?",
}
OPTIONS = {
    "quarter": (("financial", "April to June of the year that is written"), ("calendar", "January to March")),
    "ends": (
        ("quarter", "Of the quarter"),
        ("year", "Of the twelve months"),
        ("ytd", "Of the year so far, from April"),
    ),
    "spaced": (("month", "Of the month alone"), ("year", "Of the year to the end of it")),
    "order": (("month", "The month, as in America: 4/1/2024 is 1 April"), ("day", "The day: 4/1/2024 is 4 January")),
    "year": (("starts", "It begins in April of that year"), ("ends", "It ends in March of that year")),
}


def question_of(kind: str, sheet: str | None, place: Place, year_end: tuple[int, int] = FINANCIAL) -> Question:
    """Make the question, the same for a whole sheet; a period may be typed too."""
    options = offered(year_end, date.today()) if kind == "period" else OPTIONS[kind]
    return Question(f"{kind}:{sheet}", kind, WORDINGS[kind], options, sheet, a1(place), typed=kind == "period")


def answered_parts(
    sheet: str | None, parts: Sequence[Part], dating: Dating, identifier: str, answers: Mapping[str, str]
) -> tuple[list[Part], Dating]:
    """Apply the answers about a sheet, and what a column beside the year says of its kind."""
    found = [_identified(part, identifier) for part in parts]
    if answer := answers.get(f"period:{sheet}"):
        given = parse_period(answer)
        if given and not [part for part in found if part.form != "day"]:
            found.append(given)
    if answer := answers.get(f"order:{sheet}"):
        found = [_ordered(part, answer) for part in found]
    if answer := answers.get(f"quarter:{sheet}"):
        if answer == "calendar":
            dating = replace(dating, calendar_quarters=True)
        else:
            found = [_financial(part) for part in found]
    if answer := answers.get(f"year:{sheet}"):
        dating = replace(dating, wrapped=False, reporting_years=answer == "ends")
        found = [_begun(part, answer) for part in found]
    if answer := answers.get(f"ends:{sheet}"):
        found = [_ended(part, answer) for part in found]
    return found, dating


def _ordered(part: Part, answer: str) -> Part:
    """Read a date whose order is open: the first of a month, as it was recognised, or the day."""
    if part.form != "either_date" or not part.end:
        return part
    return month_part(part.end.year, part.end.day) if answer == "month" else date_part(part.end)


def _financial(part: Part) -> Part:
    """Read a bare year, or a quarter of one, as the financial year that begins in it."""
    if part.form == "quarter_of_year" and part.year:
        return replace(parse_period(f"Q{part.quarter} {part.year}/{(part.year + 1) % 100:02d}") or part)
    return financial_part(part.year) if part.form == "year" and part.year else part


def _begun(part: Part, answer: str) -> Part:
    """Read a year as one that begins, or ends, in the year that is written."""
    if part.form not in ("year", "bare_financial") or not part.year:
        return part
    if part.form == "year" and answer == "ends":
        return part
    return financial_part(part.year if answer == "starts" else part.year - 1)


def _ended(part: Part, answer: str) -> Part:
    """Read the last day of a quarter as the quarter, the year or the year so far."""
    if part.form != "quarter_date" or not part.end:
        return part
    written = part.end.strftime("%d/%m/%Y")
    forms = {"quarter": f"quarter ending {written}", "year": f"year ending {written}", "ytd": f"ytd {written}"}
    return parse_period(forms[answer]) or part if answer in forms else part


def _identified(part: Part, identifier: str) -> Part:
    """Read 202425 beside "Academic year" as one, and 2024 beside "Calendar year" as one."""
    if part.form == "financial" and "academic" in identifier and part.year:
        return parse_period(f"academic year {part.year - 1}/{part.year % 100:02d}") or part
    if part.form == "year" and "calendar" in identifier and part.year:
        return parse_period(f"calendar year {part.year}") or part
    if part.form == "year" and "academic" in identifier:
        return Part("other")  # begun in it, or ended
    return part
