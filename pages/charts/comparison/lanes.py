"""When government intervened in the authorities that are compared: a lane for each beneath the lines."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pages.charts import spans
from pages.charts.histories import FILLS, phase_bars
from pages.charts.model import Across, Bar, Entry, Label, Panel, Up
from pages.charts.words import listed
from queries.rows.history import Phase

LANE = 34  # pixels: a name, and the bar beneath it
TITLE = "Government intervention"
LOOKS = {"unsure": "only the year is known", "in_force": "in force when last reported", "end_unknown": "end not known"}
BAR = (0.03, 0.58)  # of a lane, from its foot: the name stands above the bar


def lanes(phases: Mapping[str, Sequence[Phase]], across: Across) -> Panel | None:
    """Draw the phases of intervention that fall into the years shown; nothing where there are none.

    Parameters
    ----------
    phases
        By the names of the authorities, in their order.
    across
        The axis of dates.
    """
    bars = {name: _bars(each, across) for name, each in phases.items()}
    shown = [name for name, drawn in bars.items() if drawn]
    if not shown:
        return None
    return Panel(
        title=TITLE,
        tall=LANE * len(shown),
        lanes=2 * len(shown),  # a name, and the bar beneath it
        optional=True,
        up=Up(low=float(len(shown)), high=0.0, grid=False, zero=False),
        bars=tuple(_in_lane(bar, n) for n, name in enumerate(shown) for bar in bars[name]),
        labels=tuple(Label(x=across.first, y=n + 0.2, lines=(name,)) for n, name in enumerate(shown)),
    )


def _bars(phases: Sequence[Phase], across: Across) -> list[Bar]:
    """Return the bars of an authority as far as they lie within the axis."""
    first, last = across.first, across.last
    if not isinstance(first, date) or not isinstance(last, date):
        return []
    return [
        replace(bar, left=max(bar.left, first))
        for bar in phase_bars(phases, until=last)
        if bar.right > first  # type: ignore[operator]
    ]


def _in_lane(bar: Bar, lane: int) -> Bar:
    return replace(bar, low=lane + 1 - BAR[0], high=lane + 1 - BAR[1])


def without(phases: Mapping[str, Sequence[Phase]], across: Across) -> str:
    """Say in which of the authorities no intervention of the years shown is in the register."""
    names = [name for name, own in phases.items() if not _bars(own, across)]
    return f"No government intervention in these years in our register: {listed(names)}." if names else ""


def key(phases: Mapping[str, Sequence[Phase]], across: Across) -> list[Entry]:
    """Say what the fills of the bars mean, as far as they are drawn."""
    shown = [each for own in phases.values() if _bars(own, across) for each in own]
    looks = {part.look for each in shown for part in spans.parts(each)}
    return [
        Entry(words=said, fill=FILLS[look], sign="?" if look == "end_unknown" else "")
        for look, said in LOOKS.items()
        if look in looks
    ]
