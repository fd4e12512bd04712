"""What an edition changed, as a page that is read in under a minute; the same words in the terminal and on the page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from data.catalogue import Edition, Source
from data.dates import published
from data.kinds import Content
from etl.comparing.differences import Cell, Difference, Figures, largest

MOST = 12  # lines of a table: a page of them is read in half a minute; how many more there are is said
SIGNS = {
    "suppressed": "suppressed", "unreliable": "unreliable", "not_available": "not available",
    "not_applicable": "not applicable", "rounds_to_zero": "rounds to zero",
}  # fmt: skip


# `earlier` figures are of a file that the source itself is not read from
ANOTHER_TABLE = " The earlier file is another table of the publication: only what both tables give is compared."


class Names(NamedTuple):
    """How codes are written: areas by area code, authorities by the Department's code, measures by their column."""

    areas: Mapping[str, str]
    authorities: Mapping[str, str]
    measures: Mapping[str, str]


def heading(source: Source, before: Edition, after: Edition) -> list[str]:
    """Say which two editions are compared, and from which files."""
    files = [f"`{PurePosixPath(each.file).name}`" for each in (before, after)]
    return [
        f"# {source.title}: the edition of {_edition(after)} beside that of {_edition(before)}",
        "",
        f"{source.publisher}. {published(after.published)} ({files[1]}), beside {published(before.published)} "
        f"({files[0]}).{ANOTHER_TABLE if before in source.earlier and source.content is Content.FIGURES else ''}",
        "",
    ]


def _edition(edition: Edition) -> str:
    return published(edition.edition) if len(edition.edition) > 4 else edition.edition


def of_figures(found: Figures, names: Names, measures: tuple[set[str], set[str]]) -> Iterator[str]:
    """Write what became of figures: in short, then the largest revisions, then the signs that came or went.

    Parameters
    ----------
    found
        As of `differences.figures`.
    names
        How codes are written.
    measures
        The measures of the edition before, and of the later one.
    """
    yield from _in_short(found, names, measures)
    first = list(largest(found.revised))
    yield from _table("The largest revisions, in relation to the figure before", _lines(first, names), HEADER)
    yield from _table("Figures that became a sign", _lines(found.hidden, names), HEADER)
    yield from _table("Signs that became a figure", _lines(found.shown, names), HEADER)
    yield from _table("Signs that became another", _lines(found.reworded, names), HEADER)


HEADER = ("measure", "area", "date", "before", "now")


def _in_short(found: Figures, names: Names, measures: tuple[set[str], set[str]]) -> Iterator[str]:
    before, after = measures
    dates = {cell.key[2] for cell in found.new if cell.key[0] in before}
    places = {cell.key[1] for cell in found.new if cell.key[2] in dates}
    new = [cell for cell in found.new if cell.key[2] in dates and cell.key[0] in before]
    signs = sum(cell.now[1] != "published" for cell in new)
    yield _point(
        "New dates",
        f"{_dates(dates)}: {_many(len(new) - signs, 'figure')} and {_many(signs, 'sign')} of {len(places)} areas"
        if new
        else "",
    )
    yield _point(
        "Revised", f"{len(found.revised):,} of the {_many(found.published, 'figure')} that both editions publish"
    )
    moved = [f"{_many(len(cells), what)} {became}" for cells, what, became in (
        (found.hidden, "figure", "became a sign"), (found.shown, "sign", "became a figure"),
        (found.reworded, "sign", "became another"),
    ) if cells]  # fmt: skip
    yield _point("Signs", ", ".join(moved))
    yield _point("Measures that came", _measures(after - before, names))
    yield _point("Measures no longer there", _measures(before - after, names))
    gone = {cell.key[2] for cell in found.gone if cell.key[0] in after}
    yield _point("No longer carried", f"{_dates(gone)}" if gone else "")
    yield ""


def _measures(measures: Iterable[str], names: Names) -> str:
    """Name measures: by their indicators, and those that no indicator shows by their columns."""
    return "; ".join(sorted(_measure(each, names) for each in measures))


def _measure(measure: str, names: Names) -> str:
    return names.measures.get(measure, f"`{measure}`")


def of_areas(come: Iterable[str], gone: Iterable[str], names: Names) -> str:
    """Say which areas only one of the editions has."""
    said = [f"{'; '.join(names.areas.get(code, code) for code in sorted(codes))} {what}" for codes, what in
            ((set(come), "came"), (set(gone), "went")) if codes]  # fmt: skip
    return _point("Areas that came or went", "; ".join(said))


def of_judgements(found: Difference, names: Names) -> Iterator[str]:
    """Write which inspections came, which grades changed and which are no longer listed."""
    come, gone = ({cell.key[:3] for cell in cells} for cells in (found.come, found.gone))
    yield _point("New inspections", str(len(come)))
    yield _point("Grades", f"{len(found.changed)} changed of the {found.both} that both editions have")
    yield _point("Inspections no longer listed", str(len(gone)) if gone else "")
    yield ""
    yield from _table("New inspections", list(_inspections(found.come, names, 2)), INSPECTION)
    yield from _table("Grades that changed", list(_inspections(found.changed, names, 1)), INSPECTION)
    yield from _table("Inspections no longer listed", list(_inspections(found.gone, names, 1)), INSPECTION)


INSPECTION = ("authority", "published", "inspected from", "grades")


def _inspections(cells: Sequence[Cell], names: Names, side: int) -> Iterator[tuple[str, ...]]:
    """Write one line per inspection, by the day of its report."""
    for key in sorted({cell.key[:3] for cell in cells}, key=lambda each: (each[1], each[0])):
        own = [cell for cell in cells if cell.key[:3] == key]
        grades = "; ".join(f"{cell.key[3]}: {cell[side][0] or 'no grade'}" for cell in own)
        yield names.authorities.get(key[0], key[0]), _date(key[1]), _date(own[0][side][1]), grades


def of_others(content: Content, found: Difference, names: Names) -> Iterator[str]:
    """Write how many rows of another kind of table came, went or changed."""
    rows = ((found.come, "came"), (found.gone, "went"), (found.changed, "changed"))
    yield _point(f"Rows ({str(content).replace('_', ' ')})", ", ".join(f"{len(cells)} {what}" for cells, what in rows))
    yield ""
    for cells, what in rows:
        lines = [(" ".join((names.authorities.get(cell.key[0], cell.key[0]), *cell.key[1:])), " ".join(cell.was),
                  " ".join(cell.now)) for cell in cells]  # fmt: skip
        yield from _table(f"Rows that {what}", lines, ("row", "before", "now"))


def _lines(cells: Sequence[Cell], names: Names) -> list[tuple[str, ...]]:
    return [
        (_measure(cell.key[0], names), names.areas.get(cell.key[1], cell.key[1]), _date(cell.key[2]),
         _said(cell.was), _said(cell.now))
        for cell in cells
    ]  # fmt: skip


def _said(said: tuple[str, ...]) -> str:
    value, status = said
    return f"{float(value):,.10g}" if value else SIGNS[status]


def _table(title: str, lines: Sequence[tuple[str, ...]], header: tuple[str, ...]) -> Iterator[str]:
    if not lines:
        return
    yield from (f"## {title}", "", f"| {' | '.join(header)} |", f"|{'---|' * len(header)}")
    yield from (f"| {' | '.join(line)} |" for line in lines[:MOST])
    yield ""
    if len(lines) > MOST:
        yield from (f"And {len(lines) - MOST:,} more.", "")


def _point(what: str, said: str) -> str:
    return f"- **{what}:** {said or 'none'}."


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"


def _dates(dates: Iterable[str]) -> str:
    return ", ".join(map(_date, sorted(dates)))


def _date(iso: str) -> str:
    day = date.fromisoformat(iso[:10])
    return f"{day.day} {day:%B %Y}"
