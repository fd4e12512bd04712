"""Names of rows at the left of a plot: apart where all fit, else some are left out, none beyond the plot."""

import pytest

from pages.charts.model import Across, Bar, Drawing, Fill, Panel, Tick, Up
from pages.charts.svg.picture import Picture
from tests.pages.lapses import lapses


@pytest.mark.parametrize("upwards", [True, False])
@pytest.mark.parametrize("number", [3, 9, 14, 40, 153])
def test_names_of_rows_never_leave_the_plot_nor_cover_one_another(number: int, upwards: bool) -> None:
    ticks = tuple(Tick(at=float(n), words=f"Authority {n}") for n in range(number))
    low, high = (-0.5, number - 0.5) if upwards else (number - 0.5, -0.5)
    panel = Panel(
        up=Up(low=low, high=high, ticks=ticks, grid=False), tall=300,
        bars=(Bar(left=0.0, right=1.0, low=0.3, high=-0.3, fill=Fill(colour="#2073bc")),),
    )  # fmt: skip
    across = Across(first=0.0, last=1.0, ticks=(Tick(at=0.0, words="0"), Tick(at=1.0, words="1")))
    drawn = Picture(
        headline="Somewhere", subtitle="What is measured", drawing=Drawing(panels=(panel,), across=across),
        alternative="Rows.", notes=("A note.",), source="Source: somebody.", stamp="Licence.", name=("rows",),
    )  # fmt: skip
    assert lapses(drawn) == []
