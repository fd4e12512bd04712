"""What a chart is: panels of lines, bands, bars and marks, in the data's own units, on one shared axis across.

A view builds one `Drawing`, and three renderers draw it: `pages.charts.plotly` on the page, `pages.charts.fluid` in the
frame of the page of an authority, `pages.charts.svg` as a picture to take away. None decides what is said or shown;
nothing reads meaning back out of what they made.
"""

from pages.charts.model.drawing import Drawing, Keyed, Panel
from pages.charts.model.lines import Band, End, Gap, Line, Lines, Point, X, number
from pages.charts.model.looks import Entry, Fill, Look
from pages.charts.model.marks import Area, Bar, Label, Mark, Upright
from pages.charts.model.scales import Across, Tick, Up

__all__ = [
    "Across", "Area", "Band", "Bar", "Drawing", "End", "Entry", "Fill", "Gap", "Keyed", "Label", "Line", "Lines",
    "Look", "Mark", "Panel", "Point", "Tick", "Up", "Upright", "X", "number",
]  # fmt: skip
