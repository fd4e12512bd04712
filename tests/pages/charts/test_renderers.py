"""One drawing, three renderers: what pages and pictures show is the same, and no word covers another."""

import json
import random
import re
from dataclasses import replace
from datetime import date
from html import unescape
from urllib.parse import unquote
from xml.etree import ElementTree

import plotly.graph_objects as go
import plotly.io
import pytest

from pages.charts import axes, theme
from pages.charts.fluid import chart as in_frame
from pages.charts.fluid.image import sign
from pages.charts.model import (
    Across,
    Band,
    Bar,
    Drawing,
    End,
    Entry,
    Fill,
    Gap,
    Label,
    Line,
    Look,
    Mark,
    Panel,
    Point,
    Tick,
    Up,
    Upright,
)  # fmt: skip
from pages.charts.plotly import figure as on_page
from pages.charts.svg.ends import WIDEST, written
from pages.charts.svg.files import as_svg
from pages.charts.svg.footing import MORE_NOTES
from pages.charts.svg.layout import laid_out
from pages.charts.svg.picture import Picture
from pages.charts.svg.scene import Path, Scene, meet
from pages.charts.svg.sizes import PHONE, PRINT, SIZES

YEARS = [date(year, 9, 30) for year in range(2013, 2026)]
LOOKS = [
    Look(colour=theme.CHOSEN, symbol="circle", width=2.5),
    Look(colour="#f46a25", dash="dash", symbol="square"),
    Look(colour=theme.BESIDE, dash="dot"),
    Look(colour="#801650", dash="longdash", symbol="diamond-open"),
]
KEY = (
    Entry(words="Somewhere", look=LOOKS[0]),
    Entry(words="no overall grade, for inspections since April 2026, of which the areas alone are graded",
          fill=Fill(colour="#ffffff", edge="#12436d", hatch="/"), sign="G"),
    Entry(words="inspected", sign="│"),
    Entry(words="low reliability", sign="[u]"),
)  # fmt: skip


def made(seed: int) -> Drawing:
    """Return a drawing as a view might build it: rows of bars, plots with lines, gaps, breaks, marks and labels."""
    chance = random.Random(seed)
    rows = [row(chance, n) for n in range(chance.randint(0, 3))]
    plots = [plot(chance, n) for n in range(chance.randint(1, 4))]
    return Drawing(panels=(*rows, *plots), across=axes.calendar(date(2012, 1, 1), date(2026, 6, 1)))


def figure(drawing: Drawing) -> go.Figure:
    """Draw for a page, and let Plotly check every word of it."""
    return go.Figure(on_page.figure(drawing).to_dict())


def row(chance: random.Random, n: int) -> Panel:
    starts = sorted(chance.sample(YEARS, 4))
    fills = [Fill(colour="#3d3d3d", ink="#ffffff"), Fill(colour="#cae1f5", edge="#12436d"),
             Fill(colour="#ffffff", edge="#3d3d3d", hatch="/")]  # fmt: skip
    bars = tuple(
        Bar(
            left=a, right=b, low=-0.5, high=0.5, fill=chance.choice(fills), words_beside=chance.random() < 0.5,
            words=(chance.choice(["Direction with commissioner", "Good\nILACS", "?"]),), untold=f"Untold {a}.",
        )
        for a, b in zip(starts, starts[1:], strict=False)
    )  # fmt: skip
    return Panel(up=Up(low=-0.5, high=0.5), tall=40, lanes=1, title=f"Row {n}", about="of bars", bars=bars)


def plot(chance: random.Random, n: int) -> Panel:
    lines = [line(chance, number) for number in range(chance.randint(1, 4))]
    values = [point.y for each in lines for point in each.points]
    chosen = lines[0]
    missing = tuple(when for when in YEARS if when not in {point.x for point in chosen.points})
    gaps = (
        Gap(name="", dates=missing[:2], years="2014", sign="[u]", reason="low reliability", colour="#12436d", at=0),
    )
    return Panel(
        up=axes.figures_up(values, "%"), tall=118, title=f"Panel {n}", about="%, at 30 September", lines=tuple(lines),
        bands=(Band(name="middle half", colour="#eaf3fb", runs=(tuple((when, 5.0, 9.0) for when in YEARS),)),),
        marks=tuple(
            Mark(x=point.x, y=point.y, symbol="circle", size=16, colour=theme.CHOSEN, hollow=True)
            for point in chosen.points[:1]
        ),
        gaps=gaps if missing else (),
        ends=tuple(
            End(name=each.name, figure=f"{each.points[-1].y:.1f}%", x=each.points[-1].x, y=each.points[-1].y,
                look=each.look)
            for each in lines
        ),
        uprights=(Upright(x=date(2017, 3, 31), words="break in series"), Upright(x=date(2019, 7, 1))),
        labels=(Label(x=date(2015, 1, 1), y=chance.uniform(0, max(values)), lines=("a label",)),),
    )  # fmt: skip


def line(chance: random.Random, number: int) -> Line:
    kept = [when for when in YEARS if chance.random() < 0.85]
    runs: list[tuple[Point, ...]] = []
    for half in (kept[: len(kept) // 2], kept[len(kept) // 2 :]):
        if half:
            runs.append(tuple(Point(x=when, y=chance.uniform(0, 40), said=(str(when),)) for when in half))
    name = ["", "Kingston upon Thames / Richmond upon Thames", "England", "Neighbours (median)"][number]
    return Line(name=name, look=LOOKS[number], runs=tuple(runs), cased=True)


def picture(drawing: Drawing) -> Picture:
    return Picture(
        headline="Somewhere: agency social workers rose from 12.0% to 18.4%, 2017 to 2025",
        subtitle="Agency workers as % of all children's social workers (full-time equivalent), at 30 September",
        drawing=drawing, alternative="Lines.", name=("lines", "somewhere"),
        notes=("Lines do not cross a break in the series.",),
        source="Source: Department for Education, published February 2026.", stamp="Open Government Licence v3.0.",
        key=KEY,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(30))
def test_no_word_of_a_picture_covers_another_or_leaves_it_in_any_size(seed: int) -> None:
    """Each drawing in every second size, the next in the others: each size has fifteen."""
    drawing = made(seed)
    for size in (*SIZES.values(), PRINT, PHONE)[seed % 2 :: 2]:
        scene = laid_out(picture(drawing), size)
        boxes = [(text.text, text.box) for text in scene.texts if text.text]
        assert len(boxes) > 8
        for n, (words, box) in enumerate(boxes):
            assert box[0] >= 0 and box[1] >= 0 and box[2] <= scene.width + 0.5 and box[3] <= scene.height, words
            for others, other in boxes[n + 1 :]:
                assert not meet(box, other), f"'{words}' and '{others}' in {size.name}"


@pytest.mark.parametrize("seed", range(20))
def test_page_and_picture_draw_the_same_runs_of_the_same_lines(seed: int) -> None:
    drawing = made(seed)
    lines = [line for panel in drawing.panels for line in panel.lines]
    page = [trace for trace in figure(drawing).data if trace.type == "scatter" and trace.line.color in
            {line.look.colour for line in lines} and "lines" in trace.mode]  # fmt: skip
    drawn_on_page = sorted(len([y for y in trace.y if y is not None]) for trace in page)
    assert drawn_on_page == sorted(len(line.points) for line in lines)
    runs = sorted(len(run) for line in lines for run in line.runs if len(run) > 1)
    scene = laid_out(picture(drawing), SIZES["slide"])
    strokes = [shape for shape in scene.shapes if isinstance(shape, Path) and shape.data]
    assert sorted(len(stroke.points) for stroke in strokes) == runs


def test_a_gap_is_no_stroke_and_no_label_is_led_to_over_years_without_figures() -> None:
    early = Line(name="Scilly", look=LOOKS[0], runs=((Point(x=YEARS[0], y=4.0), Point(x=YEARS[1], y=5.0)),))
    late = Line(name="BCP", look=LOOKS[1], runs=(tuple(Point(x=when, y=20.0) for when in YEARS),))
    ends = (
        End(name="Scilly", figure="5.0%", more="(2014)", x=YEARS[1], y=5.0, look=LOOKS[0]),
        End(name="BCP", figure="20.0%", x=YEARS[-1], y=20.0, look=LOOKS[1]),
    )
    panel = Panel(up=axes.figures_up([20.0], "%"), tall=300, lines=(early, late), ends=ends)
    drawing = Drawing(panels=(panel,), across=axes.dated(YEARS, [str(when.year) for when in YEARS]))
    scene = laid_out(picture(drawing), SIZES["news"])
    level = [
        shape
        for shape in scene.shapes
        if isinstance(shape, Path) and shape.stroke == LOOKS[0].colour and shape.points[-1][0] > scene.width / 2
        and not shape.closed
    ]  # fmt: skip
    assert level == []


def test_ticks_of_an_axis_downwards_and_of_ranks_stand_where_they_should() -> None:
    up = Up(low=150, high=1, ticks=(Tick(at=1.0, words="1"), Tick(at=150.0, words="150")))
    panel = Panel(up=up, tall=300, lines=(line(random.Random(1), 0),))
    drawing = Drawing(panels=(panel,), across=axes.dated(YEARS, [str(when.year) for when in YEARS]))
    assert tuple(figure(drawing).layout.yaxis.range) == (150, 1)
    words = {text.text: text.y for text in laid_out(picture(drawing), SIZES["news"]).texts}
    assert words["1"] < words["150"]


def test_words_over_narrow_bars_are_written_and_never_cover_one_another() -> None:
    """A number of authorities stands in each part of a stack, a letter in each cell, however narrow it is."""
    dark = Fill(colour="#12436d", ink="#ffffff", hatch="/")
    fills = [dark, Fill(colour="#6bace6", hatch="."), Fill(colour="#cae1f5")]
    stack = tuple(
        Bar(left=n - 0.44, right=n + 0.44, low=at * 30.0, high=at * 30.0 + 30, fill=fill, over=True, words=("104",))
        for n in range(18)
        for at, fill in enumerate(fills)
    )  # fmt: skip
    ticks = tuple(Tick(at=float(n), words=str(2009 + n)) for n in range(18))
    across = Across(first=-0.6, last=17.6, ticks=ticks)
    drawing = Drawing(panels=(Panel(up=Up(low=0, high=100), tall=210, bars=stack),), across=across)
    assert {trace.constraintext for trace in figure(drawing).data} == {"none"}
    for size in (*SIZES.values(), PRINT, PHONE):
        boxes = [text.box for text in laid_out(picture(drawing), size).texts if text.text == "104"]
        assert len(boxes) >= 18
        assert not [1 for n, one in enumerate(boxes) for other in boxes[n + 1 :] if meet(one, other)], size.name


def test_the_key_of_a_picture_is_above_its_panels_whole_in_every_size() -> None:
    for size in (*SIZES.values(), PRINT, PHONE):
        scene = laid_out(picture(made(1)), size)
        written = {text.text: text.y for text in scene.texts}
        assert all(entry.words.split(" ")[0] in " ".join(written) for entry in KEY)
        assert {"Somewhere", "inspected", "low reliability"} <= written.keys()
        assert max(written[entry] for entry in ("Somewhere", "inspected")) < written["Panel 0"]


def test_many_rows_with_much_untold_make_a_picture_taller_and_cover_nothing() -> None:
    """Names of rows are whole or cut, never beyond the edge; what finds no room in its bar is told below."""
    names = ["Bournemouth, Christchurch\nand Poole", "Herefordshire,\nCounty of", "Leeds"]
    bars = [
        Bar(left=YEARS[n], right=YEARS[n + 1], low=-0.5, high=0.5, fill=Fill(colour="#cae1f5"),
            words=("a word that no bar is wide enough to hold",), untold=f"Said of {n} below, at some length.")
        for n in range(9)
    ]  # fmt: skip
    ticks = tuple(Tick(at=float(n), words=name) for n, name in enumerate(names))
    named = Panel(up=Up(low=2.5, high=-0.5, ticks=ticks, grid=False), tall=81, lanes=3,
                  marks=(Mark(x=YEARS[3], y=1, symbol="circle", size=9, colour="#000000"),))  # fmt: skip
    rows = [Panel(up=Up(low=-0.5, high=0.5), tall=24, lanes=1, title=f"Row {n}", bars=tuple(bars)) for n in range(9)]
    drawing = Drawing(panels=(named, *rows), across=axes.calendar(date(2013, 1, 1), date(2026, 1, 1)))
    for size in (*SIZES.values(), PRINT, PHONE):
        scene = laid_out(picture(drawing), size)
        boxes = [(text.text, text.box) for text in scene.texts]
        assert not [words for words, box in boxes if box[0] < 0 or box[2] > scene.width or box[3] > scene.height]
        assert not [
            (words, other) for n, (words, box) in enumerate(boxes) for other, o in boxes[n + 1 :] if meet(box, o)
        ]


def alone(panel: Panel) -> Drawing:
    return Drawing(panels=(panel,), across=axes.dated(YEARS, [str(when.year) for when in YEARS]))


def said(scene: Scene) -> str:
    return " ".join(text.text for text in scene.texts)


def test_the_label_of_a_line_that_ends_early_stands_at_its_figure_or_beside_the_plot_and_nothing_leads_there() -> None:
    """In the plot where there is room; where lines fill it, beside, without dots across years without figures."""
    early = Line(name="Scilly", look=LOOKS[0], runs=((Point(x=YEARS[2], y=14.0), Point(x=YEARS[3], y=15.0)),))
    end = End(name="Scilly", figure="15.0%", more="(2016)", x=YEARS[3], y=15.0, look=LOOKS[0], early=True)
    full = tuple(
        Line(name=f"{n}", look=LOOKS[2], runs=(tuple(Point(x=when, y=n * 0.25) for when in YEARS),)) for n in range(81)
    )
    for others, beside in (((), False), (full, True)):
        panel = Panel(up=axes.figures_up([20.0], "%"), tall=300, lines=(early, *others), ends=(end,))
        scene = laid_out(picture(alone(panel)), SIZES["news"])
        (figure_text,) = [text for text in scene.texts if text.text == "15.0% (2016)"]
        plot = max(x for shape in scene.shapes if isinstance(shape, Path) for x, _ in shape.points)
        assert (figure_text.box[0] > plot - 60 * SIZES["news"].unit) == beside
        led = [s for s in scene.shapes if isinstance(s, Path) and s.dash == "1.5 3.0" and s.stroke == theme.AXIS]
        assert not led or not beside


@pytest.mark.parametrize("size", SIZES)
def test_the_label_of_a_line_has_each_of_its_words_whole_and_once_and_no_figure_makes_it_twice_as_wide(size) -> None:
    """A path ends at two figures with their names, a group at its figure and of how many it is."""
    figures = [("14 days", ""), ("108", "median of 10 of 10"), ("Ended within 3", "months 59.9%    Caseload 15.2"),
               ("Safeguarding", "spend per child 0-17 £1,024  Looked-after spend per child £741")]  # fmt: skip
    for name in ("Bath", "Kensington and Chelsea", "Kingston upon Thames / Richmond upon Thames (joint return)"):
        for figure, more in figures:
            end = End(name=name, figure=figure, more=more, x=1.0, y=1.0, look=Look(colour="#000000"))
            [label] = written([end], SIZES[size], 10_000.0)
            words = " ".join([*label.names, label.figure, *label.under]).split()
            assert words == f"{name} {figure} {more}".split(), (name, figure)
            assert label.width <= 1.6 * WIDEST * SIZES[size].width, (name, figure)


def test_breaks_near_one_another_are_said_once() -> None:
    def broken(*years: int) -> list[str]:
        cuts = tuple(Upright(x=date(year, 3, 31), words="break in it", several="breaks in it") for year in years)
        scene = laid_out(picture(alone(Panel(up=axes.figures_up([20.0], "%"), tall=300, uprights=cuts))), SIZES["news"])
        return [text.text for text in scene.texts if text.text.endswith(" in it")]

    assert broken(2015) == ["break in it"] and broken(2015, 2023) == ["break in it"] * 2
    assert broken(2015, 2016) == ["breaks in it"] and broken(2015, 2016, 2023) == ["breaks in it", "break in it"]


def test_of_years_before_and_after_an_event_0_is_named_in_every_size() -> None:
    for last in (3, 9, 14, 17):
        across = axes.since([-17.0, float(last)], "years since it began")
        drawing = Drawing(panels=(Panel(up=axes.figures_up([20.0], "%"), tall=300),), across=across)
        for size in (*SIZES.values(), PRINT, PHONE):
            texts = [text for text in laid_out(picture(drawing), size).texts if text.anchor == "middle"]
            ticks = [text for text in texts if text.text in {tick.words for tick in across.ticks}]
            years = [int(text.text.replace("−", "-")) for text in ticks]
            assert 0 in years and len({b - a for a, b in zip(years, years[1:], strict=False)}) == 1, size.name


@pytest.mark.parametrize("seed", range(8))
def test_a_note_is_whole_or_left_out_and_that_is_said(seed: int) -> None:
    """Of two to nine notes, in every second size."""
    notes = tuple(f"Note {n} begins, and it says at some length what must be known of it until the end{n}." for n in
                  range(2 + seed))  # fmt: skip
    for size in (*SIZES.values(), PRINT, PHONE)[seed % 2 :: 2]:
        told = said(laid_out(replace(picture(made(seed)), notes=notes), size))
        kept = [n for n in range(len(notes)) if f"Note {n} begins" in told]
        assert all(f"end{n}." in told for n in kept)
        assert (len(kept) < len(notes)) == (MORE_NOTES in told), size.name


def test_where_there_is_too_little_room_the_simpler_picture_is_drawn_with_its_own_words() -> None:
    """What a file says of itself is of what is drawn in its size."""
    rows = tuple(row(random.Random(n), n) for n in range(2))
    whole = picture(Drawing(panels=(plot(random.Random(2), 0), *rows), across=alone(rows[0]).across))
    less = replace(whole, drawing=replace(whole.drawing, panels=whole.drawing.panels[:1]), alternative="Less.",
                   source="Source: ours alone.")  # fmt: skip
    described = set()
    for size in (*SIZES.values(), PRINT, PHONE):
        svg = as_svg(replace(whole, simpler=(less,)), size)
        simpler = "Row 0" not in svg
        assert ('<desc id="description">Less.</desc>' in svg) == simpler == ("ours alone" in svg)
        described.add(simpler)
    assert described == {True, False}


@pytest.mark.parametrize("seed", range(12))
def test_a_figure_is_in_plotlys_words_and_small(seed):
    written = on_page.figure(made(seed)).to_dict()
    checked = go.Figure(written).to_dict()
    assert checked["data"] == written["data"]
    assert {key: checked["layout"][key] for key in written["layout"]} == written["layout"]
    sent = json.loads(plotly.io.to_json(written, validate=False))
    assert "bdata" not in json.dumps(sent["data"]) and "template" not in sent["layout"] and sent["data"]


def test_the_sign_of_a_bar_stands_in_it_and_is_explained_where_it_can_be_seen_and_the_words_stand_beside() -> None:
    for last, seen in ((2014, False), (2019, True)):
        bar = Bar(
            left=date(2013, 12, 1), right=date(last, 1, 1), low=0, high=1, fill=Fill(colour="#ffffff", hatch="/"),
            words=("an intervention",), words_beside=True, sign="?", explained="?: end not known.",
        )  # fmt: skip
        panel = Panel(up=Up(low=0, high=1), tall=40, lanes=1, bars=(bar,))
        scene = laid_out(picture(alone(panel)), SIZES["news"])
        texts = {text.text: text for text in scene.texts}
        assert ("?" in texts) == ("?: end not known." in said(scene)) == seen
        assert "an intervention" in texts and not seen or texts["an intervention"].box[0] > texts["?"].box[2]


SVG = "{http://www.w3.org/2000/svg}"


def image(written: str) -> ElementTree.Element:
    """Return the image of a chart in a frame."""
    return ElementTree.fromstring(unquote(re.search(r'src="data:image/svg\+xml,([^"]*)"', written)[1]))


@pytest.mark.parametrize("seed", range(20))
def test_a_frame_draws_the_same_runs_of_the_same_lines_and_every_word(seed: int) -> None:
    drawing = made(seed)
    written = in_frame.html(drawing, alternative='Said of "it"')
    assert 'aria-label="Said of &quot;it&quot;"' in written
    panels = image(written).findall(f"{SVG}svg")
    assert len(panels) == len(drawing.panels) == written.count('<div class="row"') / 2
    for panel, drawn in zip(drawing.panels, panels, strict=True):
        strokes = [path.get("d") for path in drawn.findall(f"{SVG}svg[@class='s']/{SVG}path")][len(panel.bands) :]
        lines = [line for line in panel.lines if any(len(run) > 1 for run in line.runs)]
        assert len(strokes) == sum(1 + line.cased for line in lines)
        runs = sorted(run.count("L") + 1 for d in strokes for run in d.split("M")[1:])
        assert runs == sorted(len(run) for line in lines for run in line.runs if len(run) > 1 for _ in range(2))
        points = [point for line in panel.lines if line.look.symbol for point in line.points]
        signs = [one for one in drawn if one.tag in (f"{SVG}svg", f"{SVG}circle") and one.get("class") is None]
        alone = [run for line in panel.lines if not line.look.symbol for run in line.runs if len(run) == 1]
        assert len(signs) == len(points) + len(panel.marks) + len(alone)
    said = unescape(re.sub("<[^>]*>", " ", written))
    for words in (end.figure for panel in drawing.panels for end in panel.ends):
        assert words in said
    assert all(tick.words in said for tick in drawing.across.ticks)


def test_every_word_of_a_bar_is_seen_in_some_width_and_never_two_at_once() -> None:
    words = ("Requires improvement\nILACS, short safeguarding", "Requires improvement\nILACS", "Requires\nimprovement")
    bar = Bar(left=YEARS[0], right=YEARS[5], low=-0.5, high=0.5, fill=Fill(colour="#ffffff"), words=words)
    written = in_frame.html(alone(Panel(up=Up(low=-0.5, high=0.5), tall=40, lanes=1, bars=(bar,))), alternative="a")
    reach = re.findall(r"100cqw - ([\d.]+)px\)\*999,\(([\d.]+)px - 100cqw", written)
    spans = [(float(low), float(high)) for low, high in reach]
    assert len(spans) == 3 and all(low < high for low, high in spans)
    assert [low for low, _ in spans[:-1]] == [high for _, high in spans[1:]]  # where one ends the next begins


def test_a_sign_has_its_size_and_place_in_any_frame() -> None:
    for symbol in theme.SIGNS:
        if symbol:
            drawn = ElementTree.fromstring(sign(symbol, 0.25, 0.5, "#12436d", 8))
            assert {drawn.get("x"), drawn.get("cx")} == {"25%", None}
            assert ("#ffffff" in ElementTree.tostring(drawn).decode()) == symbol.endswith("-open")
