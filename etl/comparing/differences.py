"""What one edition says that another does not: rows in, differences out; nothing is read and nothing written."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from data.kinds import Content

Row = dict[str, str]
Key = tuple[str, ...]

# What identifies a row of each kind of tidy table, and what it says.
KEYS: dict[Content, tuple[str, ...]] = {
    Content.FIGURES: ("measure", "area_code", "period_end"),
    Content.JUDGEMENTS: ("dfe_code", "published_on", "framework", "judgement_area"),
    Content.JUDGEMENTS_AS_AT: ("dfe_code", "as_at", "judgement_area"),
    Content.NEIGHBOURS: ("model", "dfe_code", "rank"),
    Content.PRICES: ("period_end",),
    Content.DEPRIVATION: ("index_year", "dfe_code"),
    Content.VISITS: ("dfe_code", "first_day", "kind"),
}
VALUES: dict[Content, tuple[str, ...]] = {
    Content.FIGURES: ("value", "status"),
    Content.JUDGEMENTS: ("grade", "inspected_on"),
    Content.JUDGEMENTS_AS_AT: ("grade",),
    Content.NEIGHBOURS: ("neighbour_dfe_code",),
    Content.PRICES: ("value",),
    Content.DEPRIVATION: ("average_score", "rank_of_average_score"),
    Content.VISITS: ("theme", "published_on"),
}
PUBLISHED = "published"


class Cell(NamedTuple):
    """What is said in one place: its key, and what was and is said there; empty where nothing is."""

    key: Key
    was: Key
    now: Key


class Difference(NamedTuple):
    """Two editions side by side.

    Attributes
    ----------
    both
        How many places both editions have.
    come, gone, changed
        The places that only the later edition has, that only the earlier has, and where both say something else.
    """

    both: int
    come: list[Cell]
    gone: list[Cell]
    changed: list[Cell]


def difference(content: Content, before: Iterable[Row], after: Iterable[Row]) -> Difference:
    """Compare two editions of a tidy table.

    Parameters
    ----------
    content
        Which kind of table.
    before, after
        The rows of each edition.

    Returns
    -------
    Difference
        In the order of the keys.
    """
    was, now = (_said(content, rows) for rows in (before, after))
    return Difference(
        both=len(was.keys() & now.keys()),
        come=[Cell(key, (), now[key]) for key in sorted(now.keys() - was.keys())],
        gone=[Cell(key, was[key], ()) for key in sorted(was.keys() - now.keys())],
        changed=[Cell(key, was[key], now[key]) for key in sorted(was.keys() & now.keys()) if was[key] != now[key]],
    )


def _said(content: Content, rows: Iterable[Row]) -> dict[Key, Key]:
    return {
        tuple(row[name] for name in KEYS[content]): tuple(_plain(row[name]) for name in VALUES[content]) for row in rows
    }


def _plain(cell: str) -> str:
    """Write a number in one way: two editions may give 12 and 12.0."""
    try:
        return f"{float(cell):.10g}"
    except ValueError:
        return cell


class Figures(NamedTuple):
    """What became of the figures of a source, read out of its difference.

    Attributes
    ----------
    published
        How many places have a figure in both editions.
    new
        The places of measures, areas and dates that only the later edition has.
    gone
        Those that only the earlier one has.
    revised
        Where both publish a figure, and it is another.
    hidden, shown, reworded
        Where a figure became a sign, where a sign became a figure, and where one sign became another.
    """

    published: int
    new: list[Cell]
    gone: list[Cell]
    revised: list[Cell]
    hidden: list[Cell]
    shown: list[Cell]
    reworded: list[Cell]


def figures(found: Difference, both_published: int) -> Figures:
    """Sort the differences of figures by what happened to each."""

    def of(test: Callable[[bool, bool], bool]) -> list[Cell]:
        return [cell for cell in found.changed if test(cell.was[1] == PUBLISHED, cell.now[1] == PUBLISHED)]

    return Figures(
        published=both_published,
        new=found.come,
        gone=found.gone,
        revised=of(lambda was, now: was and now),
        hidden=of(lambda was, now: was and not now),
        shown=of(lambda was, now: not was and now),
        reworded=of(lambda was, now: not was and not now),
    )


def published_in_both(before: Iterable[Row], after: Iterable[Row]) -> int:
    """Count the places of which both editions publish a figure."""
    was, now = (
        {tuple(row[name] for name in KEYS[Content.FIGURES]) for row in rows if row["status"] == PUBLISHED}
        for rows in (before, after)
    )
    return len(was & now)


def largest(cells: list[Cell]) -> Iterator[Cell]:
    """Yield revised figures, the largest change in relation to the figure before first; of equal ones by their key."""
    yield from sorted(cells, key=lambda cell: (-_share(cell), cell.key))


def _share(cell: Cell) -> float:
    was, now = float(cell.was[0]), float(cell.now[0])
    return abs(now - was) / abs(was) if was else float("inf")
