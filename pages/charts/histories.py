"""What happened to an authority as bars on a date axis: phases of intervention, and grades in force; one rule for all.

What a spell or a grade becomes is told in `spans`; here it is filled, named, and said under the pointer.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from pages.charts import spans, theme, words
from pages.charts.model import Bar, Fill, Label, Mark
from pages.charts.words import day
from queries.rows.history import AreaGrade, Grade, Phase, Step

A_DAY_WIDE, A_DAY_NARROW = 0.1, 0.03  # pixels of a day where 18 years are shown: on a desktop, and on 320 pixels
LETTER = 5.7  # pixels of a small letter
BASIS = {"compiled": "compiled from the report by software", "confirmed": "compiled from the report, which we read"}
NAMED_STEPS = {"trust_launched": "Trust began", "services_returned_to_council": "Services returned"}
SURE = Fill(colour=theme.INTERVENTION, edge=theme.BACKGROUND, ink=theme.BACKGROUND)
UNSURE = Fill(colour=theme.INTERVENTION, edge=theme.BACKGROUND, ink=theme.BACKGROUND, hatch="/", lines=theme.BACKGROUND)
OPEN = Fill(colour=theme.BACKGROUND, edge=theme.INTERVENTION, hatch="/")
FILLS = {"sure": SURE, "unsure": UNSURE, "in_force": OPEN, "end_unknown": OPEN}


def grade_fill(grade: str) -> Fill:
    """Return how a grade of Ofsted is filled: pale to dark, a pattern where colour alone would not tell."""
    return Fill(
        colour=theme.GRADE_FILL[grade],
        edge=theme.GRADE_EDGE,
        ink=theme.GRADE_TEXT.get(grade, theme.TEXT),
        hatch=theme.GRADE_PATTERN.get(grade, ""),
        lines=theme.GRADE_LINES.get(grade, theme.GUIDE),
    )


def phase_bars(phases: Sequence[Phase], *, until: date, low: float = -0.5, high: float = 0.5) -> list[Bar]:
    """Draw the phases of intervention as bars.

    Parameters
    ----------
    phases
        Of one authority.
    until
        Where the date axis ends.
    low, high
        Between which figures of the upright axis the bars stand.

    Returns
    -------
    list of Bar
        A dark bar as far as each phase is evidenced, hatched over a year of which the day is not known; a pale
        hatched end where it was in force when last reported, and with a question mark where its end is not known.
    """
    return [
        Bar(
            left=part.began, right=min(part.ended, until), low=low, high=high, fill=FILLS[part.look],
            words=_phase_words(phase, part), said=_phase_said(phase),
            untold=f"{phase.title}: {day(phase.began_on, phase.began_precision)}." if part.look == "sure" else "",
        )
        for phase in phases
        for part in spans.parts(phase)
        if part.began < until
    ]  # fmt: skip


def _phase_words(phase: Phase, part: spans.Span) -> tuple[str, ...]:
    """Name a phase, over two lines where it is short."""
    if part.look == "sure":
        return _fitting((phase.title, _two_lines(phase.title)), (part.ended - part.began).days)
    return ("?",) if part.look == "end_unknown" else ()


def _two_lines(title: str) -> str:
    """Break a title where its two lines are the most alike; a third would not find room in a bar."""
    words = title.split(" ")
    broken = (f"{' '.join(words[:n])}\n{' '.join(words[n:])}" for n in range(1, len(words)))
    return min(broken, key=lambda lines: max(map(len, lines.split("\n"))), default=title)


def _phase_said(phase: Phase) -> tuple[str, ...]:
    ended = spans.ended_words(phase.state, phase.last_reported, phase.ended_on, phase.ended_precision)
    return (
        phase.title,
        f"from {day(phase.began_on, phase.began_precision)}, {ended}",
        f"confidence: {phase.confidence}",
    )


def grade_bars(in_force: Sequence[Grade], *, low: float = -0.5, high: float = 0.5) -> list[Bar]:
    """Draw the grades that stood, each from the publication of its report to that of the next.

    Each bar names its grade, and beneath it the framework and what it graded where that was not the whole.
    """
    return [
        Bar(
            left=row.published_on, right=row.until, low=low, high=high, fill=grade_fill(row.grade),
            words=_grade_words(row), said=_grade_said(row, whole=row.judgements), words_beside=False,
            untold=f"{words.headed(row.grade)}: published {day(row.published_on)} ({row.framework}).",
        )
        for row in in_force
    ]  # fmt: skip


def area_bars(part: Sequence[AreaGrade], *, low: float = -0.5, high: float = 0.5) -> list[Bar]:
    """Draw the grades of one judgement area: the grade alone is written in each bar."""
    return [
        Bar(
            left=row.published_on, right=row.until, low=low, high=high, fill=grade_fill(row.grade),
            words=(row.grade.capitalize(),), said=_grade_said(row),
            untold=f"{words.headed(row.grade)}, {row.graded}: published {day(row.published_on)}.",
        )
        for row in part
    ]  # fmt: skip


def _grade_words(row: Grade) -> tuple[str, ...]:
    """Write a grade with its framework; where there is less room, the grade alone."""
    name = row.grade.capitalize()
    framework = row.framework.replace(" re-inspection", ", again")
    framework += ", short" if row.inspection_type == "short" else ""
    graded = {"safeguarding": " safeguarding", "child protection": " child protection"}.get(row.graded, "")
    wanted = (f"{name}\n{framework}{graded}", f"{name}\n{framework}", name.replace(" ", "\n", 1))
    return _fitting(wanted, (row.until - row.published_on).days)


def _fitting(wanted: tuple[str, ...], days: int) -> tuple[str, ...]:
    """Return the words that a bar so long may hold on a wide screen; the shortest in any case."""
    room = days * A_DAY_WIDE / LETTER
    return tuple(words for words in wanted[:-1] if max(map(len, words.split("\n"))) <= room) + wanted[-1:]


def _grade_said(row: Grade | AreaGrade, *, whole: str = "") -> tuple[str, ...]:
    inspected = f"inspected {day(row.inspected_on)}, " if row.inspected_on else ""
    areas = whole.split("; ") if row.grade == words.UNGRADED else []
    return (
        words.headed(row.grade) + ("" if row.grade == words.UNGRADED else f": {row.graded}"),
        *areas,
        f"{row.framework}, {row.inspection_type}",
        f"{inspected}published {day(row.published_on)}",
        *([BASIS[row.basis]] if row.basis in BASIS else []),
    )


def inspected_marks(in_force: Sequence[Grade], *, y: float = 0.5) -> list[Mark]:
    """Put a tick over each day on which an inspection began, where that is known."""
    days = [row.inspected_on for row in in_force if row.inspected_on]
    return [Mark(x=when, y=y, symbol="line-ns", size=9, colour=theme.TEXT, hollow=True) for when in days]


def standing_label(in_force: Sequence[Grade | AreaGrade], *, until: date) -> list[Label]:
    """Write the last grade beside its bar, if it still stands and the bar is too short for it on a narrow screen.

    Parameters
    ----------
    in_force
        The grades of one row.
    until
        The day up to which grades are known to stand.
    """
    return [
        Label(x=row.until, y=0, lines=tuple(row.grade.capitalize().split(" ")), shift=(3, 0), bold=True,
              colour=theme.TEXT)
        for row in in_force[-1:]
        if row.until == until and not _wide_enough(row)
    ]  # fmt: skip


def _wide_enough(row: Grade | AreaGrade) -> bool:
    """Tell whether the bar of a grade holds its longest word on every screen."""
    longest = max(len(word) for word in row.grade.split(" "))
    return (row.until - row.published_on).days * A_DAY_NARROW >= longest * LETTER


def named_steps(steps: Sequence[Step]) -> list[Step]:
    """Return the few steps that changed who runs the services."""
    return [
        step
        for step in steps
        if step.kind in NAMED_STEPS and step.happened == "happened" and step.date_precision != "year"
    ]


def turns(phases: Sequence[Phase], steps: Sequence[Step]) -> list[date]:
    """Return the days on which an intervention began or ended, or who runs the services changed.

    A date of which only the year is known is left out: it would seem to fall between two figures.
    """
    return sorted({*_ends(phases), *(step.event_on for step in named_steps(steps))})


def _ends(phases: Sequence[Phase]) -> Iterator[date]:
    for spell in {phase.intervention_id: None for phase in phases}:
        of_spell = [phase for phase in phases if phase.intervention_id == spell]
        if of_spell[0].began_precision != "year":
            yield of_spell[0].began_on
        if of_spell[-1].ended_on and of_spell[-1].ended_precision != "year":
            yield of_spell[-1].ended_on
