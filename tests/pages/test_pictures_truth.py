"""Pictures say what is so: of every authority, nothing is left out, led across missing years, or named in vain."""

import re
from itertools import pairwise

import pytest

import queries.catalogue
import queries.history
from data.catalogue import indicators
from pages.charts import theme
from pages.charts.comparison import compare
from pages.charts.comparison.compared import Asked
from pages.charts.comparison.looks import BEHIND_LOOK
from pages.charts.model import Across, Up
from pages.charts.svg.frame import Frame
from pages.charts.svg.layout import laid_out, made
from pages.charts.svg.picture import file_name
from pages.charts.svg.scene import Path
from pages.charts.svg.sizes import PRINT, SIZES
from pages.charts.svg.strokes import clipped
from pages.charts.words import year_said
from pages.charts.years import measured
from pages.picture import below, words
from pages.picture.composed import Below, Content, composed, credited
from pages.picture.credits import NO_CAUSE, REGISTER
from pages.picture.plot import reach
from queries import compare as comparisons
from queries.rows.catalogue import Publication
from tests.at_once import at_once

FOUR = ("agency_rate", "vacancy_rate", "cla_rate", "social_workers_3_plus_rate")
NEWS = SIZES["news"]
SOURCES = [
    Publication(title="T", publisher="P", published=["2026-02"]),
    Publication(title="J", publisher="Ofsted", published=["2026-06"]),
]


@pytest.fixture(scope="module")
def names(opened):
    return queries.catalogue.authorities.frame(opened).set_index("area_code")["name"].to_dict()


@pytest.fixture(scope="module")
def histories(opened, names):
    asks = [{"authority": code} for code in names]
    phases, grades = (
        at_once(opened, question, asks) for question in (queries.history.interventions, queries.history.grades_in_force)
    )
    return {code: both for code, *both in zip(names, phases, grades, strict=True)}


@pytest.fixture(scope="module")
def series(opened):
    return comparisons.series.frame(opened).set_index("indicator_id").to_dict("index")


@pytest.fixture(scope="module")
def picture_of(opened, names, histories, series):
    """Return a maker of the picture of any authorities, from one question for all authorities together."""
    kept = {}

    def rows_for(indicator, measure):
        if indicator not in kept:
            kept[indicator] = (
                indicators()[indicator],
                queries.catalogue.breaks(opened, indicators=[indicator]),
            )
        if (indicator, measure) not in kept:
            asked = {"indicator": indicator, "first": 2009, "last": 2026, "authorities": list(names)}
            if measure == "since":
                kept[indicator, measure] = comparisons.since(opened, event="began", **asked)
            else:
                kept[indicator, measure] = comparisons.lines(opened, measure=measure, base=2016, **asked)
        return kept[indicator, measure]

    def drawn(codes, indicator, *, measure="published", context=False):
        rows = rows_for(indicator, measure)
        (about, breaks), fact = kept[indicator], series[indicator]
        asked = Asked(
            measure=measure, about=about, other=about, counted=fact["counted"], other_counted=fact["counted"],
            ranked=fact["ranked"], base=2016, event="began", england=True, context=context,
        )  # fmt: skip
        own = [row for row in rows if row.asked_code in codes or row.role == "england"]
        others = [row for row in rows if row.asked_code not in codes and row.role == "chosen"]
        rows = [*own, *(row._replace(role="context") for row in others if context)]
        lines = compare.compared_lines(rows, [], asked)
        chosen = {code: names[code] for code in codes}
        content = Content(lines=tuple(lines), rows=rows, breaks=breaks, asked=asked, names=chosen)
        under = below_of(content) if measure != "since" else Below()
        given = credited(content, SOURCES, (), version="2026-06-29", seen="", link="example.org/chart")
        return content, composed(content, under, given)

    def below_of(content):
        if content.empty or len(content.names) > below.MOST_ROWS:
            return Below()
        bars = below.interventions({name: histories[code][0] for code, name in content.names.items()}, content.across)
        grades = [below.grades(name, histories[code][1], content.across) for code, name in content.names.items()]
        return Below(interventions=bars, grades=grades[0] if len(grades) == 1 else None)

    return drawn


def said(scene):
    return " ".join(text.text for text in scene.texts).replace("\u00a0", " ")


def _within(one, other, low, high):
    """Tell whether any of a stretch between two figures lies on the axis."""
    return low <= one <= high if one == other else min(one, other) < high and max(one, other) > low


def grey_lines(scene):
    return [shape for shape in scene.shapes if isinstance(shape, Path) and shape.stroke == BEHIND_LOOK.colour]


@pytest.mark.parametrize("indicator", ["agency_rate", "vacancy_rate", "turnover_rate", "cla_rate"])
def test_no_grey_line_is_left_out(names, picture_of, indicator):
    """What of a grey line lies on the axis is drawn, and nothing else of it."""
    for code in list(names)[::16]:
        content, picture = picture_of((code,), indicator, context=True)
        if content.empty:
            continue
        (panel, *_) = picture.drawing.panels
        low, high = panel.up.low, panel.up.high
        (grey,) = [line for line in panel.lines if line.quiet]
        touching = [run for run in grey.runs
                    if len(run) > 1 and any(_within(a.y, b.y, low, high) for a, b in pairwise(run))]  # fmt: skip
        pieces = grey_lines(laid_out(picture, NEWS))
        assert touching and len(pieces) >= len(touching), code
        inside = {point.y for run in touching for point in run if low < point.y < high}
        drawn = [y for piece in pieces for _, y in piece.points]
        top, foot = min(drawn), max(drawn)
        assert len({round(y, 3) for y in drawn}) >= min(len(inside), 50) and top >= 0 and foot < NEWS.height
        others = [row for row in content.rows if row.role == "context" and not row.tiny]
        behind = [row.shown for row in others if row.shown is not None]
        assert sorted(point.y for point in grey.points) == pytest.approx(sorted(behind))


def test_grey_lines_reach_the_edge_of_the_plot_and_the_note_says_so(picture_of):
    scene = laid_out(picture_of(("E08000035",), "agency_rate", context=True)[1], NEWS)
    grey = grey_lines(scene)
    top = min(y for shape in grey for _, y in shape.points)
    assert sum(any(abs(y - top) < 0.01 for _, y in shape.points) for shape in grey) > 90
    assert "Grey lines: the other authorities, cut where they leave the axis." in said(scene)


def test_a_line_is_cut_at_the_very_point_where_it_leaves_the_axis():
    across = Across(first=0.0, last=20.0, ticks=())
    frame = Frame(left=0, top=0, right=20, bottom=10, across=across, up=Up(low=0, high=10))

    def cut(*points):
        return [[(x, 10 - y) for x, y in piece] for piece in clipped([(x, 10 - y) for x, y in points], frame)]

    assert cut((0, 0), (10, 20), (20, 0)) == [[(0, 0), (5, 10)], [(15, 10), (20, 0)]]
    assert cut((0, 5), (1, 6), (2, 5)) == [[(0, 5), (1, 6), (2, 5)]]
    assert cut((0, 50), (1, 60)) == [] and cut((0, 50)) == []


def leaders(scene):
    return [s for s in scene.shapes if isinstance(s, Path) and s.dash == "1.5 3.0" and s.stroke == theme.AXIS]


def drawn_of(content):
    return [line for line in content.lines if line.drawn]


@pytest.mark.parametrize(
    ("indicator", "measure"),
    [*((indicator, "published") for indicator in FOUR), ("vacancy_rate", "index"), ("agency_rate", "since")],
)
def test_nothing_leads_across_years_without_figures(names, picture_of, indicator, measure):
    early = 0
    for code in names if measure == "published" and indicator in FOUR[:1] else list(names)[::3]:
        content, picture = picture_of((code,), indicator, measure=measure)
        if content.empty:
            continue
        scene = laid_out(picture, NEWS)
        assert all(abs(s.points[0][0] - s.points[1][0]) <= 4 * NEWS.base for s in leaders(scene)), names[code]
        for line in drawn_of(
            content
        ):  # what is drawn in its colour is between figures that a line may join, or its marks
            runs = {len(run) for run in line.stretches()}
            data = [s for s in scene.shapes if isinstance(s, Path) and s.stroke == line.look.colour and s.data]
            assert line.role == "england" or {len(s.points) for s in data} <= runs
        last = max(point.period_end for line in content.lines for point in line.points)
        late = [line for line in drawn_of(content) if line.end(content.asked).period_end < last]
        early += len(late)
        assert all(f"({content.asked.year(line.end(content.asked).period_end)})" in said(scene) for line in late), (
            names[code]
        )
        newest = max(line.end(content.asked).period_end for line in drawn_of(content) if line.role == "chosen")
        assert words.years(content.lines, content.asked).endswith(
            year_said(newest, basis=content.asked.about.basis).removeprefix("year to ")
        )
    assert early > 0 or indicator == "social_workers_3_plus_rate" or measure == "since"


def test_one_date_alone_is_no_line(names, picture_of):
    for code in list(names)[::5]:
        content, picture = picture_of((code,), "social_workers_3_plus_rate")
        if not content.empty:
            scene = laid_out(picture, NEWS)
            assert not [s for s in scene.shapes if isinstance(s, Path) and s.data and len(s.points) > 1]
            assert all(abs(s.points[0][0] - s.points[1][0]) < 3 * NEWS.base for s in leaders(scene))


def test_what_cannot_be_drawn_makes_no_picture(names, picture_of, series):
    for indicator, fact in series.items():
        for measure, refused in (("rank", not fact["ranked"]), ("difference", fact["counted"])):
            assert not refused or picture_of(("E08000025",), indicator, measure=measure)[0].empty
    assert picture_of(("E06000053",), "agency_rate", measure="rank")[0].empty, "a very small authority has no rank"
    content, several = picture_of(("E06000053", "E08000025"), "agency_rate", measure="rank")
    assert not content.empty and "Scilly" not in several.headline
    assert "Isles of Scilly: very small, so without a rank; left out." in said(laid_out(several, NEWS))


@pytest.mark.parametrize(("size", "every"), [(NEWS, 1), (PRINT, 4)], ids=["news", "print"])
def test_words_are_only_of_what_is_drawn(names, picture_of, size, every):
    found = {"Hatched: only the year": 0, "Pale, hatched": 0, "?: end not known.": 0, REGISTER: 0}
    for code in list(names)[::every]:
        content, picture = picture_of((code,), "agency_rate")
        if content.empty:
            continue
        drawn = made(picture, size)
        scene = drawn.scene
        text = said(scene)
        pale = [
            s
            for s in scene.shapes
            if isinstance(s, Path) and s.closed and (s.fill, s.stroke) == ("#ffffff", theme.INTERVENTION)
        ]
        dark = [s for s in scene.shapes if isinstance(s, Path) and s.closed and s.fill == theme.INTERVENTION]
        graded = [s for s in scene.shapes if isinstance(s, Path) and s.closed and s.stroke == theme.GRADE_EDGE]
        assert ("Ofsted's judgements, from its files" in text) == bool(graded), names[code]
        assert (REGISTER in text) == (NO_CAUSE in text) == bool(pale or dark), names[code]
        assert "intervention" not in drawn.picture.alternative or pale or dark
        if "More notes" not in text:
            assert ("?: end not known." in text) == any(t.text == "?" for t in scene.texts), names[code]
        assert not ("Hatched: only the year" in text or "Pale, hatched" in text) or pale or dark
        assert "Pale, hatched" not in text or pale
        for words_said in found:
            found[words_said] += words_said in text
    assert all(found.values()) or size is PRINT


def test_years_since_an_event_begin_at_nought_and_every_label_stands_on_the_axis(names, picture_of):
    codes = list(names)
    for group in (codes[n : n + 5] for n in range(0, 60, 5)):
        content, picture = picture_of(tuple(group), "agency_rate", measure="since")
        if content.empty:
            continue
        drawn = [line for line in drawn_of(content) if line.role == "chosen"]
        assert content.across.first <= 0 <= content.across.last
        scene = laid_out(picture, NEWS)
        grid = [s for s in scene.shapes if isinstance(s, Path) and s.stroke == theme.AXIS and len(s.points) == 2]
        left, right = min(x for s in grid for x, _ in s.points), max(x for s in grid for x, _ in s.points)
        ticks = [t for t in scene.texts if re.fullmatch(r"0|[+−]\d+", t.text) and t.anchor == "middle"]
        assert ticks and all(left <= t.x <= right for t in ticks)
        nought = next(t.x for t in ticks if t.text == "0")
        assert any(s.stroke == theme.GUIDE and s.points[0][0] == s.points[1][0] == nought for s in scene.shapes
                   if isinstance(s, Path) and s.dash)  # fmt: skip
        assert "by years since intervention began" in picture.headline
        many = re.search(r"(\d+) local authorities", picture.headline)
        assert len(drawn) == (
            int(many[1]) if many else sum(name in picture.headline for name in picture_names(content))
        )
        file = file_name(picture, pixels="p", version="v", ending="png")
        assert (f"{len(drawn)}-authorities" in file) == bool(many)


def picture_names(content):
    return {point.asked_name for line in drawn_of(content) for point in line.points if line.role == "chosen"}


def test_no_axis_of_a_percentage_goes_beyond_all(names, picture_of, opened, series):
    for indicator in (id for id in series if indicators()[id].unit == "%"):
        for code in list(names)[::16]:
            content, _ = picture_of((code,), indicator)
            values = [point.shown for line in content.lines for point in line.drawn]
            assert not values or max(values) > 100 or reach(content.lines, content.asked)[1] <= 100, (
                indicator,
                names[code],
            )


def test_neither_the_date_nor_the_year_is_said_twice(opened, series):
    for indicator in series:
        about = indicators()[indicator]
        text = measured(about)
        assert not re.search(r"(\d+ (?:March|September|June))\b.*, (at|year to) \1", text), text
        assert not re.search(r"in the (financial )?year\b(?! to)", text), text
        assert "% per 10,000" not in text and "in per 10,000" not in words.subtitle(
            Asked(measure="difference", about=about, other=about, counted=False, other_counted=False, ranked=True,
                  base=2018, event="began", england=True, context=False))  # fmt: skip
