"""The rail under the plot: government intervention in each authority, and Ofsted's grades of one, on its date axis."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from pages.charts import spans, theme, words
from pages.charts.facts import areas
from pages.charts.press.axes import EDGE, Plot, number
from pages.charts.press.content import Row, Span
from pages.charts.press.scene import Scene
from pages.charts.svg.lettering import width
from pages.charts.svg.scene import Box, Text, hatched, meet, rectangle
from pages.charts.svg.sizes import Size

TALL = 1.62  # of the height of small letters
SPACE = 0.3
GRADES = "Ofsted's judgements"


def intervention_row(name: str, phases: pd.DataFrame) -> Row:
    """Make a row of the spells of intervention in one authority.

    Parameters
    ----------
    name
        Of the authority.
    phases
        Rows of `queries.history.interventions`.

    Returns
    -------
    Row
        One bar or more for each spell; none where the register has none.
    """
    bars: list[Span] = []
    for spell in spans.spells(phases):
        end = spans.ending(spell[-1]).replace(" when last reported", ", last reported")
        named = (
            f"{name}: government intervention, {end}",
            f"{name}: intervention, {end}",
            f"{name}: {end}",
            f"{name}: intervention",
            name,
        )
        parts = spans.of_spell(spell)
        sure = next((part for part in parts if part.look == "sure"), parts[-1] if parts else None)
        bars += [Span(**vars(part), words=named if part is sure else ()) for part in parts]
    return Row(title=f"Government intervention in {name}", spans=tuple(bars))


def grade_row(name: str, in_force: pd.DataFrame) -> Row:
    """Make a row of the grades that stood: rows of `queries.history.grades_in_force`."""
    bars = [
        Span(
            **vars(spans.of_grade(row)),
            words=(row["grade"].capitalize(),),
            said=f"Ofsted, report of {words.day(row['published_on'], 'month')}: {row['grade']}{_areas(row)}.",
        )
        for row in in_force.to_dict("records")
    ]
    return Row(
        title=f"Ofsted's judgement of {name}, from the publication of each report", spans=tuple(bars), grades=True
    )


def _areas(row: dict[str, Any]) -> str:
    return f" ({areas(row['judgements'])})" if row["grade"] == words.UNGRADED else ""


def shown_rows(rows: tuple[Row, ...], first: date, last: date) -> tuple[Row, ...]:
    """Return the rows with what falls into the years shown; a row without any is left out."""
    kept = [Row(title=row.title, grades=row.grades, spans=_within(row.spans, first, last)) for row in rows]
    return tuple(row for row in kept if row.spans)


def _within(spans: tuple[Span, ...], first: date, last: date) -> tuple[Span, ...]:
    """Return the bars that reach into the years shown; the words of a bar before them go to the open end after it."""
    kept: list[Span] = []
    before: tuple[str, ...] = ()
    for span in spans:
        if span.ended > first and span.began < last:
            open_end = before and not span.words and span.look in ("in_force", "end_unknown", "unsure")
            kept.append(replace(span, words=before) if open_end else span)
            before = ()
        else:
            before = span.words
    return tuple(kept)


def height(rows: tuple[Row, ...], size: Size) -> float:
    """Return the room that the rows need, with what is written above grades."""
    return sum(size.small * (TALL + SPACE + (1.35 if row.grades else 0)) for row in rows)


def draw_rail(
    scene: Scene, rows: tuple[Row, ...], plot: Plot, top: float, size: Size
) -> tuple[list[str], frozenset[str]]:
    """Draw the rows under one another; return what found no room in or beside its bar, and what a note must explain."""
    unsaid: list[str] = []
    looks: set[str] = set()
    for row in rows:
        if row.grades:
            room = scene.width - plot.left - size.small
            title = next((words for words in (row.title, GRADES) if width(words, size.small) <= room), "")
            scene.add(Text(x=plot.left, y=top + 0.95 * size.small, text=title, size=size.small))
            top += 1.35 * size.small
        bars = [(span, _box(span, plot, top, size)) for span in row.spans]
        for span, box in bars:
            looks |= {span.look} if _bar(scene, span, box, size, grade=row.grades) and not row.grades else set()
        for span, box in bars:
            if span.words and not _name(
                scene, span, box, [other for _, other in bars if other != box], plot, size, row
            ):
                unsaid.append(span.said or f"{span.words[0]}.")
        top += size.small * (TALL + SPACE)
    return unsaid, frozenset(looks)


def _box(span: Span, plot: Plot, top: float, size: Size) -> Box:
    left = max(plot.x(number(span.began)), plot.left)
    right = min(plot.x(number(span.ended)), plot.right)
    return left, top, max(right, left + 2 * size.unit), top + TALL * size.small


def _bar(scene: Scene, span: Span, box: Box, size: Size, *, grade: bool) -> bool:
    """Draw a bar; tell whether it is wide enough for its hatching, or its question mark, to be seen."""
    fine = 1.2 * size.unit
    if grade:
        edge = theme.GRADE_EDGE
        scene.add(rectangle(box, fill=theme.GRADE_FILL[span.look], stroke=edge, width=round(fine, 2)))
        if span.look in (words.UNGRADED, "adequate"):
            scene.add(
                *hatched(box, colour=theme.GRADE_LINES.get(span.look, theme.GUIDE), pitch=14 * size.unit, width=fine)
            )
        return True
    if span.look == "sure":
        scene.add(rectangle(box, fill=theme.RAIL))
        return True
    scene.add(rectangle(box, fill=theme.BACKGROUND, stroke=theme.RAIL, width=round(fine, 2)))
    pitch = (6 if span.look == "unsure" else 11) * size.unit
    scene.add(*hatched(box, colour=theme.RAIL, pitch=pitch, width=round(fine * 1.3, 2)))
    seen = box[2] - box[0] > size.small
    if span.look == "end_unknown" and seen:
        middle = (box[0] + box[2]) / 2
        sign = Text(x=middle, y=box[3] - 0.45 * size.small, text="?", size=size.small, bold=True, anchor="middle")
        scene.add(rectangle(sign.box, fill=theme.BACKGROUND), sign)
    return seen or (span.look != "end_unknown" and box[2] - box[0] > pitch)


def _name(scene: Scene, span: Span, box: Box, others: list[Box], plot: Plot, size: Size, row: Row) -> bool:
    """Write what a bar is: in it, else to its right, else to its left; tell whether it could be written."""
    pad, down = 0.45 * size.small, box[3] - 0.47 * size.small
    dark = not row.grades or span.look == "inadequate"
    for name in filter(None, span.words):
        wide = width(name, size.small)
        solid = span.look not in ("unsure", "in_force", "end_unknown", words.UNGRADED)
        if solid and wide + 2 * pad <= box[2] - box[0]:
            colour = theme.BACKGROUND if dark else theme.TEXT
            fill = theme.RAIL if not row.grades else theme.GRADE_FILL[span.look]
            scene.add(Text(x=box[0] + pad, y=down, text=name, size=size.small, colour=colour, behind=fill))
            return True
        if row.grades:
            continue
        reached = max([box[2], *(other[2] for other in others if other[0] <= box[2] + 2 and other[2] > box[2])])
        for left in (reached + pad, box[0] - pad - wide):
            text = Text(x=left, y=down, text=name, size=size.small)
            free = not any(meet(text.box, other, 2) for other in [*others, *(t.box for t in scene.texts)])
            if left >= plot.left and left + wide <= plot.right + EDGE and free:
                scene.add(text)
                return True
    return False
