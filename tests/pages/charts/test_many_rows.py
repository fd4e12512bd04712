"""Rows too many for a picture: in columns or as a wall, in every size, nothing covered and nobody lost."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

import pytest

from pages.charts import axes
from pages.charts.many_rows import in_any_size, in_columns, walled
from pages.charts.model import Bar, Drawing, Fill, Mark, Panel, Tick, Up
from pages.charts.svg.layout import made
from pages.charts.svg.picture import Picture
from pages.charts.svg.scene import Circle
from pages.charts.svg.sizes import SIZES
from pages.home import picture as home_picture
from pages.home import wall
from pages.interventions import whole
from pages.ofsted import visited
from queries import home, ofsted, register
from tests.pages.lapses import lapses

FIRST, LAST = date(2009, 1, 1), date(2026, 6, 1)
FILL = Fill(colour="#2073bc")
KINDS = ["focused", "assurance", "monitoring"]


def rows(number: int) -> Drawing:
    """Return a drawing of so many rows, each with a bar and a mark of its own."""
    names = [f"Bournemouth, Christchurch and Poole {n}" for n in range(number)]
    ticks = tuple(Tick(at=n, words=name) for n, name in enumerate(names))
    panel = Panel(
        up=Up(low=number - 0.5, high=-0.5, ticks=ticks, grid=False),
        tall=30 * number, lanes=number,
        bars=tuple(Bar(left=FIRST + timedelta(20 * n), right=LAST, low=n + 0.4, high=n - 0.1, fill=FILL, words=("D",),
                       over=True) for n in range(number)),
        marks=tuple(Mark(x=LAST, y=n - 0.3, symbol="circle", size=8, colour="#0b0c0c") for n in range(number)),
    )  # fmt: skip
    return Drawing(panels=(panel,), across=axes.calendar(FIRST, LAST, top=True, grid=True))


def picture(drawing: Drawing) -> Picture:
    return Picture(
        headline="Somewhere", subtitle="What is measured", drawing=drawing, alternative="Rows.", notes=("A note.",),
        source="Source: somebody.", stamp="Open Government Licence v3.0.", name=("rows",),
    )  # fmt: skip


@pytest.mark.parametrize("number", [2, 9, 17, 26, 40, 77, 153])
def test_a_picture_of_rows_keeps_its_size_and_its_words_apart(number: int) -> None:
    wall_of_them = walled(rows(number), ["North"] * (number // 2) + ["South"] * (number - number // 2))
    assert lapses(in_any_size(picture(rows(number)), (wall_of_them, ()))) == []


@pytest.mark.parametrize("number", [2, 5, 9, 31])
def test_columns_hold_each_row_once_with_its_bar_and_its_mark(number: int) -> None:
    for columns in (2, 3):
        parted = in_columns(rows(number), columns)
        (panel,) = rows(number).panels
        for part in ("bars", "marks"):
            assert [each for p in parted.panels for each in getattr(p, part)] == list(getattr(panel, part))
        assert [tick for p in parted.panels for tick in p.up.ticks] == list(panel.up.ticks)
        assert {p.lanes for p in parted.panels} == {parted.panels[0].lanes}


def test_the_bars_of_a_column_stand_beside_their_names_and_not_in_another_column() -> None:
    scene = made(picture(in_columns(rows(6), 2)), SIZES["news"]).scene
    marks = [shape for shape in scene.shapes if isinstance(shape, Circle)]
    assert len(marks) == 6
    for text in (text for text in scene.texts if text.text.startswith("Bournemouth")):
        level = [mark for mark in marks if 0 < text.y - mark.y < 20 and (mark.x > 600) == (text.x > 600)]
        assert len(level) == 1


def test_a_wall_parts_its_groups_and_no_two_rows_share_a_place() -> None:
    groups = ["North"] * 3 + ["South"] * 2
    (panel,) = walled(rows(5), groups).panels
    middles = [(bar.low + bar.high) / 2 for bar in panel.bars]
    steps = [after - before for before, after in zip(middles, middles[1:], strict=False)]
    assert steps == pytest.approx([1, 1, 3, 1])
    assert [tick.words for tick in panel.up.ticks] == ["North (3)", "South (2)"]
    assert all(not bar.words for bar in panel.bars) and panel.up.low > max(bar.low for bar in panel.bars)


def test_the_register_of_all_england_and_of_each_region_fits_every_size(opened) -> None:
    for region in ("all", "E12000005", "E12000002", "E12000007"):
        phases, steps = register.phases(opened, region=region), register.steps(opened, region=region)
        drawing, thin = whole.drawing(phases, steps, order="name"), whole.wall(phases)
        assert len(drawing.panels[0].bars) == len(thin.panels[0].bars) > 5
        named = replace(picture(drawing), key=tuple(whole.key(phases)))
        assert lapses(in_any_size(named, (thin, whole.wall_key(phases)))) == []


def test_ofsteds_visits_of_all_england_and_of_each_region_fit_every_size(opened) -> None:
    for region in ("all", "E12000005", "E12000007"):
        found = ofsted.visits(opened, authority="all", region=region, kinds=KINDS)
        chart = visited.view(found, place="Somewhere", held=ofsted.visits_held(opened)).chart
        assert chart and chart.wall
        assert len(chart.wall[0].panels[0].bars) == len(found)
        named = replace(picture(chart.drawing), headline=chart.headline, key=tuple(chart.key))
        assert lapses(in_any_size(named, chart.wall)) == []


@pytest.mark.parametrize("order", wall.ORDERS)
def test_the_wall_of_england_is_a_picture_in_every_size_and_order(opened, order: str) -> None:
    grades, spells = home.grades(opened), register.spells(opened, region="all")
    wanted = wall.rows(grades, spells, order)
    drawn = home_picture.picture(grades, wanted, FIRST, LAST, order=order, version="2026", link="somewhere")
    assert lapses(drawn) == []
    (panel,), (on_page,) = drawn.drawing.panels, wall.wall(wanted, FIRST, LAST).panels
    assert [bar.fill for bar in panel.bars] == [bar.fill for bar in on_page.bars]
    sizes = [f"{name} ({len(list(own))})" for name, own in groupby(row.group for row in wanted)]
    assert [tick.words for tick in panel.up.ticks] == (sizes if order != "name" else [])
