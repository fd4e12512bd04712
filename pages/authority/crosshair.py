"""The crosshair of an authority's chart: one date through all rows, by pointer and by arrow keys; a small component."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from pages import given
from pages.authority.readout import Read, Stop
from pages.charts.fluid.places import across, down, places
from pages.charts.model import Drawing, Panel
from pages.charts.words import day

FOLDER = Path(__file__).parent
HTML = """<div class="cross" tabindex="0" role="slider" aria-orientation="horizontal" aria-valuemin="1"
 aria-valuenow="1" aria-valuetext="no date chosen"
 aria-label="Read the chart: arrow keys go from date to date, Escape closes">
<div class="line"></div><div class="date"></div><div class="tags"></div></div>
<div class="spoken" role="status" aria-live="polite"></div>"""

_component = st.components.v2.component(
    "crosshair",
    html=HTML,
    css=(FOLDER / "crosshair.css").read_text(encoding="utf-8"),
    js=(FOLDER / "crosshair.js").read_text(encoding="utf-8"),
)


def written(drawing: Drawing, stops: Sequence[Stop]) -> Mapping[str, Sequence[object]]:
    """Write for the component where the rows of a chart stand, and what is read of them date by date."""
    return {
        "tops": [round(place.title, 4) for place in places(drawing)],
        "titles": [panel.title for panel in drawing.panels],
        "stops": [_stop(stop, drawing) for stop in stops],
    }


def show(read: Mapping[str, Sequence[object]]) -> None:
    """Lay the crosshair over the rows of a chart."""
    if given.page_is_wanted():
        _component(data=read, key="crosshair", height="stretch")


def _stop(stop: Stop, drawing: Drawing) -> list[object]:
    """Write a date for the component: where it stands, its words, and what each row says."""
    wheres = zip(stop.reads, drawing.panels, places(drawing), strict=True)
    reads = [_read(read, panel, place.top, place.bottom, drawing) for read, panel, place in wheres]
    return [round(across(stop.when, drawing.across), 4), day(stop.when), reads]


def _read(read: Read, panel: Panel, top: float, bottom: float, drawing: Drawing) -> list[object]:
    if read.x is None or read.y is None:
        return [read.words]
    y = top + down(read.y, panel.up) * (bottom - top)
    return [read.words, round(across(read.x, drawing.across), 4), round(y, 4)]
