"""The rows above the panels: government intervention, Ofsted's judgements and visits, judgement areas, events."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from statistics import mean

from pages.authority.events import lettered
from pages.authority.shown import Shown
from pages.charts import cuts, histories, theme
from pages.charts.model import Label, Mark, Panel, Up
from pages.charts.words import day
from queries.rows.history import AreaGrade, Event, Step
from queries.rows.ofsted import Visit

INTERVENED, GRADED, AREA, MARKED = 34, 37, 22, 20  # pixels of a row
STEP_PITCH = 14  # pixels of the name of a step
CROWDED = 2019  # a label that begins later than this would run off a narrow screen
TITLES = {
    "intervention": ("Government intervention", "in children's services"),
    "judgement": ("Ofsted judgement", "from publication of each report"),
    "visits": ("Ofsted visits", "without a grade, on their first day"),
    "events": ("Events", "filled: of this authority, hollow: of England"),
}
NONE_KNOWN = "None found so far: our register is not complete"
VISITS = {"focused": "Focused visit", "assurance": "Focused visit in the pandemic (2020 and 2021)",
          "monitoring": "Monitoring visit"}  # fmt: skip
SYMBOLS = {"focused": ("circle", False), "assurance": ("circle", True), "monitoring": ("triangle-up", True)}
CLOSE = 1000  # days: letters of events nearer than that would stand on one another on a narrow screen
ROW = Up(low=-0.5, high=0.5)


def lanes(shown: Shown, first: date, until: date) -> list[Panel]:
    """Draw the rows that there are, from the top down.

    Parameters
    ----------
    shown
        What the page shows.
    first, until
        The ends of the date axis.
    """
    return [
        intervention(shown, first, until),
        _judgement(shown),
        *([_visits(shown.visits)] if shown.visits else []),
        *(_area(name, list(part), shown) for name, part in groupby(shown.areas, key=lambda row: row.row)),
        *([_events(shown)] if shown.events else []),
    ]


def intervention(shown: Shown, first: date, until: date) -> Panel:
    """Draw the phases of intervention, and name under them the steps that changed who runs the services."""
    steps = histories.named_steps(shown.steps)
    title, about = TITLES["intervention"]
    depth = STEP_PITCH * len(steps) / INTERVENED
    none = Label(x=first, y=0, lines=(NONE_KNOWN,), size=12)
    return Panel(
        title=title, about=about, tall=INTERVENED + STEP_PITCH * len(steps), lanes=1 + len(steps),
        up=Up(low=-0.5 - depth, high=0.5),
        bars=tuple(histories.phase_bars(shown.phases, until=until)),
        labels=tuple(_step_label(step, -0.5 - depth * (n + 0.5) / len(steps)) for n, step in enumerate(steps))
        if shown.phases else (none,),
    )  # fmt: skip


def _step_label(step: Step, y: float) -> Label:
    """Name a step beside its date, on the side on which there is room on every screen."""
    late = step.event_on.year >= CROWDED
    words = f"{histories.NAMED_STEPS[step.kind]} {day(step.event_on, 'month')[:3]} {step.event_on.year}"
    return Label(
        x=step.event_on, y=y, lines=(words,), across="right" if late else "left", shift=(-2 if late else 2, 0),
        colour=theme.TEXT, behind=theme.BACKGROUND,
    )  # fmt: skip


def _judgement(shown: Shown) -> Panel:
    title, about = TITLES["judgement"]
    until = shown.in_force[-1].until if shown.in_force else date.min
    return Panel(
        title=title, about=about, tall=GRADED, lanes=1, up=Up(low=-0.5, high=0.6),
        bars=tuple(histories.grade_bars(shown.in_force)),
        marks=tuple(histories.inspected_marks(shown.in_force)),
        labels=tuple(histories.standing_label(shown.in_force, until=until)),
    )  # fmt: skip


def _area(name: str, part: Sequence[AreaGrade], shown: Shown) -> Panel:
    until = shown.in_force[-1].until if shown.in_force else date.min
    return Panel(
        title=f"Ofsted: {name}", tall=AREA, lanes=1, up=ROW, bars=tuple(histories.area_bars(part)),
        labels=tuple(histories.standing_label(part, until=until)),
    )  # fmt: skip


def _visits(visits: Sequence[Visit]) -> Panel:
    title, about = TITLES["visits"]
    return Panel(title=title, about=about, tall=MARKED, lanes=1, up=ROW, marks=tuple(map(_visit, visits)))


def _visit(visit: Visit) -> Mark:
    """Mark a visit: never filled as a grade is, for none carries one."""
    symbol, hollow = SYMBOLS[visit.look]
    subject = visit.theme or visit.subject[:60]
    return Mark(
        x=visit.first_day, y=0, symbol=symbol, size=9, colour=theme.TEXT, hollow=hollow,
        said=(f"{VISITS[visit.look]}, no grade", f"{visit.authority_name}, first day {day(visit.first_day)}",
              *([subject] if subject else [])),
    )  # fmt: skip


def _events(shown: Shown) -> Panel:
    """Mark every event; those in the largest steps of the lines have a letter, by which they are listed."""
    title, about = TITLES["events"]
    named = {event: letter for letter, event in lettered(shown).items()}
    marks = tuple(
        Mark(
            x=event.event_on, y=0, symbol="diamond", size=10 if event in named else 7, colour=theme.INTERVENTION,
            hollow=event.scope == "national",
            said=(f"{named.get(event, '')} {event.title}".strip(), day(event.event_on, event.date_precision)),
        )
        for event in shown.events
    )  # fmt: skip
    return Panel(
        title=title, about=about, tall=MARKED, lanes=1, up=ROW, marks=marks, labels=tuple(_letters(lettered(shown)))
    )


def _letters(named: Mapping[str, Event]) -> Iterator[Label]:
    """Write the letters over their events, those of events near one another together: in date order they follow."""
    days: dict[int, list[str]] = {}
    for letter, event in named.items():
        days.setdefault(event.event_on.toordinal(), []).append(letter)
    for group in cuts.gathered(list(days), CLOSE):
        letters = [letter for place in group for letter in days[int(place)]]
        words = letters[0] if len(letters) == 1 else f"{letters[0]}–{letters[-1]}"
        middle = date.fromordinal(round(mean(group)))
        yield Label(x=middle, y=0, lines=(words,), across="middle", down="bottom", shift=(0, 6), bold=True,
                    colour=theme.TEXT)  # fmt: skip
