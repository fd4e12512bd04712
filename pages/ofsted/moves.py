"""Moves between grades from one inspection to the next: from which, to which, how many, and how long between."""

from collections.abc import Iterable, Sequence
from itertools import product

from pages.charts import grades, theme
from pages.charts.model import Across, Bar, Drawing, Fill, Label, Panel, Up
from pages.charts.words import day, number_of
from pages.ofsted import words
from pages.ofsted.shown import Cells, Chart, Listed, Shown
from queries.rows.ofsted import KnownTo, Move

SCALE = ("outstanding", "good", "requires improvement", "inadequate")
CELL = 74  # pixels
HALF = 0.485  # of the distance between two cells: half of a cell
ABOVE, BEFORE = 0.65, 1.1  # cells: room for the names of columns, and of rows
PALE, FULL = (255, 255, 255), (202, 225, 245)  # the shades of no move and of the most frequent one
Pair = tuple[str, str]


def compared(rows: Sequence[Move]) -> list[Move]:
    """Return the moves between two grades of overall effectiveness."""
    return [row for row in rows if row.overall]


def between(rows: Sequence[Move]) -> dict[Pair, Move | None]:
    """Return for each pair of grades of overall effectiveness a move between them, which knows of all alike."""
    found = {(row.grade_before, row.grade): row for row in compared(rows)}
    return {pair: found.get(pair) for pair in product(SCALE, SCALE)}


def matrix(rows: Sequence[Move]) -> Drawing:
    """Draw how many inspections followed one another in each pair of grades.

    Parameters
    ----------
    rows
        Of `queries.ofsted.moves`; those of overall effectiveness are drawn.

    Returns
    -------
    Drawing
        A table of four by four: the number of moves, and the median time between the two reports.
    """
    found = between(rows)
    largest = max(_number(move) for move in found.values()) or 1
    cells = {pair: (SCALE.index(pair[0]), SCALE.index(pair[1])) for pair in found}
    panel = Panel(
        title="From the grade at the left to the grade above",
        tall=CELL * (len(SCALE) + ABOVE),
        up=Up(low=len(SCALE) - 0.5, high=-0.5 - ABOVE, grid=False, zero=False),
        bars=tuple(_bar(*at, _number(found[pair]) / largest) for pair, at in cells.items()),
        labels=(*_names(), *(label for pair, at in cells.items() for label in _words(*at, found[pair]))),
    )
    across = Across(first=-0.5 - BEFORE, last=len(SCALE) - 0.5, ticks=())
    return Drawing(panels=(panel,), across=across, left=4, right=4)


def _number(move: Move | None) -> int:
    return move.alike if move else 0


def _bar(down: int, across: int, part: float) -> Bar:
    shade = "#" + "".join(f"{round(pale + part * (full - pale)):02x}" for pale, full in zip(PALE, FULL, strict=True))
    fill = Fill(colour=shade, edge=theme.GRID)
    return Bar(left=across - HALF, right=across + HALF, low=down + HALF, high=down - HALF, fill=fill)


def _words(down: int, across: int, move: Move | None) -> Iterable[Label]:
    """Write the number of moves, and under it the median time between the two reports."""
    at, ink = float(across), theme.TEXT
    if move is None:
        yield Label(x=at, y=down, lines=("0",), across="middle", size=12, colour=ink)
        return
    time = f"{move.median_days / grades.DAYS_A_YEAR:.1f} yr"
    yield Label(x=at, y=down - 0.02, lines=(str(move.alike),), across="middle", down="bottom", size=13, bold=True,
                colour=ink)  # fmt: skip
    yield Label(x=at, y=down + 0.02, lines=(time,), across="middle", down="top", size=12, colour=ink)


def _names() -> Iterable[Label]:
    """Name the columns above them and the rows to their left, over lines short enough for a narrow screen."""
    for n, grade in enumerate(SCALE):
        lines = tuple(grade.capitalize().replace(" improvement", " improve- ment").split(" "))
        yield Label(x=float(n), y=-0.53, lines=lines, across="middle", down="bottom", size=10, colour=theme.TEXT)
        yield Label(x=-0.55, y=n, lines=lines, across="right", size=10, colour=theme.TEXT)


def went(rows: Sequence[Move]) -> str:
    """Say how many moves were up, down and level, and how long lay between."""
    kept = compared(rows)
    if not kept:
        return "No two inspections that graded overall effectiveness followed one another here."
    number = [row.move for row in kept].count
    return (
        f"Of {number_of(len(kept), 'inspection')} that followed another under a framework with overall effectiveness, "
        f"{number('rose')} gave a higher grade, {number('the same')} the same and {number('fell')} a lower one."
        f"{_from_inadequate(kept)}"
    )


def _from_inadequate(kept: Sequence[Move]) -> str:
    risen = next((row for row in kept if row.grade_before == "inadequate" and row.move == "rose"), None)
    if risen is None:
        return ""
    time, moves = grades.years(risen.median_moved_days), number_of(risen.moved_alike, "move")
    return f" From inadequate to a higher grade the median time between reports was {time} ({moves})."


def headline(rows: Sequence[Move], place: str) -> str:
    """Say how many moves went up, stayed and went down, where, and from when to when."""
    kept = compared(rows)
    number = [row.move for row in kept].count
    first, last = min(row.published_before for row in kept), max(row.published_on for row in kept)
    return (
        f"{place}, {day(first, 'month')} to {day(last, 'month')}: of {number_of(len(kept), 'Ofsted inspection')} that "
        f"followed another, {number('rose')} gave a higher grade, {number('the same')} the same, {number('fell')} a "
        "lower one"
    )


def matrix_table(rows: Sequence[Move]) -> list[Cells]:
    """Write the moves of overall effectiveness: From, To, Inspections, Median, shortest and longest time."""
    return [
        {
            "From": before.capitalize(),
            "To": after.capitalize(),
            "Inspections": str(_number(move)),
            "Median time between reports": grades.years(move.median_days) if move else "",
            "Shortest": grades.years(move.shortest_days) if move else "",
            "Longest": grades.years(move.longest_days) if move else "",
        }
        for (before, after), move in between(rows).items()
    ]


def table(rows: Sequence[Move]) -> list[Cells]:
    """Write moves one by one: Authority, From, To, Move, Time between, Region."""
    return [
        {
            "Authority": row.authority_name,
            "From": f"{row.grade_before} ({row.framework_before}, {day(row.published_before)})",
            "To": f"{row.grade} ({row.framework}, {day(row.published_on)})",
            "Move": row.move,
            "Time between reports": grades.years(row.days),
            "Region": row.region_name,
        }
        for row in rows
    ]


def view(rows: Sequence[Move], *, place: str, chosen: Sequence[str], known: KnownTo) -> Shown:
    """Put the view together.

    Parameters
    ----------
    rows
        Of `queries.ofsted.moves`.
    place, chosen, known
        Of which region, which moves are listed, and how far what is held reaches.
    """
    listed = [row for row in rows if row.move in chosen]
    about = (
        "Moves between grades of overall effectiveness (SIF and ILACS): number, and median time between the two reports"
    )
    return Shown(
        title=f"From one inspection to the next: {place}",
        subtitle=about,
        chart=Chart(
            drawing=matrix(rows), key=(), headline=headline(rows, place), about=about,
            alternative=f"Table of moves between four grades. {went(rows)}", name=("ofsted-moves", place),
            notes=("Inspections from April 2026 give no overall grade and are not among them.",),
        ) if compared(rows) else None,
        said=[went(rows)],
        notes=[words.REGIMES, words.compiled(known), words.CAUTION],
        tables=[
            Listed(rows=matrix_table(rows), caption="Moves between grades of overall effectiveness"),
            Listed(rows=table(listed), caption="Moves, one by one",
                   fold=f"{'The' if len(listed) == 1 else 'Each of the'} {number_of(len(listed), 'move')} chosen, the "
                        "newest first"),
        ],
    )  # fmt: skip
