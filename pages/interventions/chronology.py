"""One authority's intervention on a date axis: its phases, its main dates by number, and Ofsted's grades."""

from collections.abc import Sequence
from datetime import timedelta

from pages.charts import axes, histories, theme
from pages.charts.model import Across, Drawing, Entry, Label, Mark, Panel, Up
from pages.charts.words import day, number_of
from pages.interventions import forms
from pages.interventions.outline import Main, outline
from queries.rows.history import Grade, Phase, Step

TALL, LANE = 58, 24  # pixels: of a panel of spells or grades, and of a row of numbers
BEFORE, AFTER = timedelta(days=200), timedelta(days=120)  # free on both sides of what is drawn
NONE_KNOWN = "None found so far: our register is not complete"
HATCHED = histories.OPEN


def drawing(phases: Sequence[Phase], steps: Sequence[Step], in_force: Sequence[Grade]) -> Drawing:
    """Draw an authority's intervention, its main dates and the Ofsted grades that stood.

    Parameters
    ----------
    phases, steps, in_force
        Of `queries.history.interventions`, `intervention_events` and `in_force`; a phase or a judgement at least.

    Returns
    -------
    Drawing
        Three rows; the numbers are those of the table of main dates. Hollow numbers are announcements; those with a
        question mark rest on evidence of low confidence.
    """
    main = outline(steps)
    across = _across(phases, main, in_force)
    return Drawing(panels=(_phases(phases, across), _numbers(main), _grades(in_force)), across=across, left=8, right=92)


def _across(phases: Sequence[Phase], main: Sequence[Main], in_force: Sequence[Grade]) -> Across:
    begun = [*(p.began_on for p in phases), *(m.step.event_on for m in main), *(g.published_on for g in in_force)]
    ended = [*(g.until for g in in_force), *(p.last_reported for p in phases), *(m.step.event_on for m in main)]
    return axes.calendar(min(begun) - BEFORE, max(ended) + AFTER)


def _phases(phases: Sequence[Phase], across: Across) -> Panel:
    none = Label(x=across.first, y=0, lines=(NONE_KNOWN,), size=12)
    return Panel(
        title="Government intervention",
        about="in children's services",
        up=Up(low=-0.5, high=0.5),
        tall=TALL,
        lanes=2,
        bars=tuple(histories.phase_bars(phases, until=across.last)),  # type: ignore[arg-type]
        labels=() if phases else (none,),
    )


def _numbers(main: Sequence[Main]) -> Panel:
    lanes = max([0, *(each.lane for each in main)]) + 1
    return Panel(
        title="Main dates",
        about="each by its number",
        up=Up(low=lanes - 0.5, high=-0.5),
        tall=LANE * lanes,
        lanes=round(1.4 * lanes + 0.4),  # a number in its circle is taller than letters
        marks=tuple(_number(each) for each in main),
    )


def _number(each: Main) -> Mark:
    step = each.step
    return Mark(
        x=step.event_on, y=each.lane, symbol="circle", size=19, colour=theme.INTERVENTION, hollow=each.announced,
        text=f"{each.number}{'?' if step.confidence == 'low' else ''}",
        ink=theme.TEXT if each.announced else theme.BACKGROUND,
        said=(step.title, f"{day(step.event_on, step.date_precision)}, confidence: {step.confidence}"),
    )  # fmt: skip


def _grades(in_force: Sequence[Grade]) -> Panel:
    return Panel(
        title="Ofsted judgement",
        about="from publication of each report",
        up=Up(low=-0.5, high=0.6),
        tall=TALL,
        lanes=2,
        bars=tuple(histories.grade_bars(in_force)),
        marks=tuple(histories.inspected_marks(in_force)),
        labels=tuple(histories.standing_label(in_force, until=in_force[-1].until)) if in_force else (),
    )


def years(drawn: Drawing) -> str:
    """Write the years that are drawn, as a headline needs them."""
    first, last = drawn.across.ticks[0].words, drawn.across.ticks[-1].words
    return f"{first} to {last}"


def key() -> list[Entry]:
    """List the signs of a chronology."""
    return [
        Entry(words="main date", sign="●"),
        Entry(words="announced only", sign="○"),
        Entry(words="evidence of low confidence", sign="1?"),
        Entry(words="open end: not known, or in force when last reported", fill=HATCHED),
    ]


def outlined(name: str, spells: Sequence[str], steps: Sequence[Step]) -> list[str]:
    """Say in a sentence each what is known of an authority's interventions, and how many steps are held."""
    return [
        f"Government intervention in {name}: {'; '.join(spells)}.",
        f"Intervention dates held: {len(steps)}. Main dates among them: {len(outline(steps))}.",
    ]


def alternative(name: str, spells: Sequence[str], steps: Sequence[Step]) -> str:
    """Describe an authority's chronology for those who do not see it."""
    return (
        f"Timeline of government intervention in {name}: {'; '.join(spells)}. "
        f"{number_of(len(outline(steps)), 'main date')} and Ofsted's grades beneath. All of it is in the tables below."
    )


def main_dates(steps: Sequence[Step]) -> list[dict[str, str]]:
    """Write the main dates: Number, Date, What, Standing, Detail, Confidence, Note, Source."""
    return [
        {
            "Number": str(each.number),
            "Date": day(each.step.event_on, each.step.date_precision),
            "What": each.step.title,
            "Standing": "announced; for what then happened see the later dates" if each.announced else "happened",
            **_end(each.step),
        }
        for each in outline(steps)
    ]


def every_step(steps: Sequence[Step]) -> list[dict[str, str]]:
    """Write every dated step: Date, Kind, What, Standing, Detail, Confidence, Note, Source."""
    return [
        {
            "Date": day(step.event_on, step.date_precision),
            "Kind": forms.KINDS[step.kind],
            "What": step.title,
            "Standing": "announced" if step.kind in forms.ANNOUNCED else step.happened.replace("_", " "),
            **_end(step),
        }
        for step in steps
    ]


def _end(step: Step) -> dict[str, str]:
    return {
        "Detail": step.detail,
        "Confidence": forms.UNSURE[step.confidence],
        "Note": step.note,
        "Source": f"{step.source_title} {step.source_url}",
    }
