"""Pictures say what is so: of every authority, nothing is left out, led across missing years, or named in vain."""

import re
from itertools import pairwise

import pandas as pd
import pytest

import queries.catalogue
import queries.history
from pages.charts import theme
from pages.charts.comparison import compare
from pages.charts.comparison.compared import Asked
from pages.charts.press import words
from pages.charts.press.alternative import alternative
from pages.charts.press.axes import heights, reach
from pages.charts.press.compose import compose, rows_of
from pages.charts.press.layout import laid_out
from pages.charts.press.lines import CONTEXT, clipped
from pages.charts.svg.scene import Path
from pages.charts.svg.sizes import PRINT, SIZES
from pages.charts.words import year_said
from pages.charts.years import measured
from queries import compare as comparisons
from queries.database import open_database

FOUR = ("agency_rate", "vacancy_rate", "cla_rate", "social_workers_3_plus_rate")
NEWS = SIZES["news"]


@pytest.fixture(scope="module")
def opened(built):
    con = open_database(built)
    yield con
    con.close()


@pytest.fixture(scope="module")
def names(opened):
    return queries.catalogue.authorities.frame(opened).set_index("area_code")["name"].to_dict()


@pytest.fixture(scope="module")
def histories(opened, names):
    return {
        c: (
            queries.history.interventions.frame(opened, authority=c),
            queries.history.grades_in_force.frame(opened, authority=c),
        )
        for c in names
    }


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
                queries.catalogue.indicators.frame(opened, indicators=[indicator]).to_dict("records")[0],
                queries.catalogue.breaks.frame(opened, indicators=[indicator]),
            )
        if (indicator, measure) not in kept:
            asked = {"indicator": indicator, "first": 2009, "last": 2026, "authorities": list(names)}
            if measure == "since":
                kept[indicator, measure] = comparisons.since.frame(opened, event="began", **asked)
            else:
                kept[indicator, measure] = comparisons.lines.frame(opened, measure=measure, base=2016, **asked)
        return kept[indicator, measure]

    def made(codes, indicator, *, measure="published", context=False):
        rows = rows_for(indicator, measure)
        (about, breaks), fact = kept[indicator], series[indicator]
        asked = Asked(
            measure=measure, about=about, other=about, counted=fact["counted"], other_counted=fact["counted"],
            ranked=fact["ranked"], base=2016, event="began", england=True, context=context,
        )  # fmt: skip
        own = rows[rows["asked_code"].isin(codes)]
        behind = rows[~rows["asked_code"].isin(codes) & (rows["role"] == "chosen")].assign(role="context")
        rows = pd.concat([own, rows[rows["role"] == "england"], *([behind] if context else [])])
        lines = compare.compared_lines(rows, rows.iloc[:0].assign(group_id="", position=0), asked)
        chosen = {code: names[code] for code in codes}
        sources = pd.DataFrame(
            [
                {"title": "T", "publisher": "P", "published": ["2026-02"]},
                {"title": "J", "publisher": "Ofsted", "published": ["2026-06"]},
            ]
        )
        return compose(
            lines=lines, rows=rows, breaks=breaks, asked=asked, names=chosen,
            rail=rows_of(chosen, histories), sources=sources, version="2026-06-29", link="example.org/chart",
        )  # fmt: skip

    return made


def said(scene):
    return " ".join(text.text for text in scene.texts).replace("\u00a0", " ")


def _within(one, other, low, high):
    """Tell whether any of a stretch between two figures lies on the axis."""
    return low <= one <= high if one == other else min(one, other) < high and max(one, other) > low


@pytest.mark.parametrize("indicator", ["agency_rate", "vacancy_rate", "turnover_rate", "cla_rate"])
def test_no_grey_line_is_left_out(names, picture_of, indicator):
    for code in list(names)[::4]:
        picture = picture_of((code,), indicator, context=True)
        if picture.empty:
            continue
        low, high = heights(picture)
        touching = 0
        for run in picture.context:
            pieces = clipped(run, low, high)
            touch = any(_within(a[1], b[1], low, high) for a, b in pairwise(run))
            assert bool(pieces) == touch
            touching += touch
            inside = [point for point in run if low < point[1] < high]
            assert set(inside) <= {point for piece in pieces for point in piece}, "a figure within the axis is drawn"
            assert all(low - 1e-9 <= value <= high + 1e-9 for piece in pieces for _, value in piece)
        assert touching, code


def test_grey_lines_reach_the_edge_of_the_plot_and_the_note_says_so(picture_of):
    scene = laid_out(picture_of(("E08000035",), "agency_rate", context=True), NEWS)
    grey = [shape for shape in scene.shapes if isinstance(shape, Path) and shape.stroke == CONTEXT]
    top = min(y for shape in grey for _, y in shape.points)
    assert sum(any(abs(y - top) < 0.01 for _, y in shape.points) for shape in grey) > 90
    assert "Grey lines: the other authorities, cut where they leave the axis." in said(scene)


def test_a_line_is_cut_at_the_very_point_where_it_leaves_the_axis():
    assert clipped([(0, 0), (10, 20), (20, 0)], 0, 10) == [[(0, 0), (5, 10)], [(15, 10), (20, 0)]]
    assert clipped([(0, 5), (1, 6), (2, 5)], 0, 10) == [[(0, 5), (1, 6), (2, 5)]]
    assert clipped([(0, 50), (1, 60)], 0, 10) == [] and clipped([(0, 50)], 0, 10) == []


def leaders(scene):
    return [s for s in scene.shapes if isinstance(s, Path) and s.dash == "1.5 2.5" and s.stroke == theme.BESIDE]


@pytest.mark.parametrize(
    ("indicator", "measure"),
    [*((indicator, "published") for indicator in FOUR), ("vacancy_rate", "index"), ("agency_rate", "since")],
)
def test_nothing_leads_across_years_without_figures(names, picture_of, indicator, measure):
    early = 0
    for code in names if measure == "published" and indicator in FOUR[:1] else list(names)[::3]:
        picture = picture_of((code,), indicator, measure=measure)
        if picture.empty:
            continue
        scene = laid_out(picture, NEWS)
        assert all(abs(s.points[0][0] - s.points[1][0]) <= 4 * NEWS.base for s in leaders(scene)), names[code]
        for line in picture.drawn:  # what is drawn in its colour is between figures that a line may join, or its marks
            runs = {len(run) for run in line.stretches()}
            data = [s for s in scene.shapes if isinstance(s, Path) and s.stroke == line.look.colour and s.data]
            assert line.role == "england" or {len(s.points) for s in data} <= runs
        last = max(point["period_end"] for line in picture.lines for point in line.points)
        late = [line for line in picture.drawn if line.end(picture.asked)["period_end"] < last]
        early += len(late)
        assert all(f"({picture.asked.year(line.end(picture.asked)['period_end'])})" in said(scene) for line in late), (
            names[code]
        )
        newest = max(line.end(picture.asked)["period_end"] for line in picture.drawn if line.role == "chosen")
        assert words.years(picture.lines, picture.asked).endswith(
            year_said(newest, basis=picture.asked.about["basis"]).removeprefix("year to ")
        )
    assert early > 0 or indicator == "social_workers_3_plus_rate" or measure == "since"


def test_one_date_alone_is_no_line(names, picture_of):
    for code in list(names)[::5]:
        picture = picture_of((code,), "social_workers_3_plus_rate")
        if not picture.empty:
            scene = laid_out(picture, NEWS)
            assert not [s for s in scene.shapes if isinstance(s, Path) and s.data and len(s.points) > 1]
            assert all(abs(s.points[0][0] - s.points[1][0]) < 3 * NEWS.base for s in leaders(scene))


def test_what_cannot_be_drawn_makes_no_picture(names, picture_of, series):
    for indicator, fact in series.items():
        for measure, refused in (("rank", not fact["ranked"]), ("difference", fact["counted"])):
            assert not refused or picture_of(("E08000025",), indicator, measure=measure).empty
    assert picture_of(("E06000053",), "agency_rate", measure="rank").empty, "a very small authority has no rank"
    several = picture_of(("E06000053", "E08000025"), "agency_rate", measure="rank")
    assert not several.empty and "Scilly" not in several.headline
    assert "Isles of Scilly: very small, so without a rank; left out." in said(laid_out(several, NEWS))


@pytest.mark.parametrize("size", [NEWS, PRINT], ids=["news", "print"])
def test_words_are_only_of_what_is_drawn(names, picture_of, size):
    found = {"Hatched: only the year": 0, "Pale, hatched": 0, "?: end not known.": 0, words.REGISTER: 0}
    for code in names:
        picture = picture_of((code,), "agency_rate")
        if picture.empty:
            continue
        scene = laid_out(picture, size)
        text = said(scene)
        pale = [
            s
            for s in scene.shapes
            if isinstance(s, Path) and s.closed and (s.fill, s.stroke) == ("#ffffff", theme.RAIL)
        ]
        dark = [s for s in scene.shapes if isinstance(s, Path) and s.closed and s.fill == theme.RAIL]
        graded = [s for s in scene.shapes if isinstance(s, Path) and s.closed and s.stroke == theme.GRADE_EDGE]
        assert ("Ofsted's judgements, from its files" in text) == bool(graded), names[code]
        assert (words.REGISTER in text) == (words.NO_CAUSE in text) == bool(pale or dark), names[code]
        described = alternative(picture.lines, [names[code]], picture.asked, "", bars=scene.bars)
        assert "intervention" not in described or pale or dark
        if "More notes" not in text:
            assert ("?: end not known." in text) == any(t.text == "?" for t in scene.texts), names[code]
        assert not ("Hatched: only the year" in text or "Pale, hatched" in text) or pale
        for words_said in found:
            found[words_said] += words_said in text
    assert all(found.values()) or size is PRINT


def test_years_since_an_event_begin_at_nought_and_every_label_stands_on_the_axis(names, picture_of):
    codes = list(names)
    for group in (codes[n : n + 5] for n in range(0, 60, 5)):
        picture = picture_of(tuple(group), "agency_rate", measure="since")
        if picture.empty:
            continue
        drawn = [line for line in picture.drawn if line.role == "chosen"]
        assert reach(picture)[0] <= 0 <= reach(picture)[1]
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
            int(many[1]) if many else sum(name in picture.headline for name in picture_names(picture))
        )
        file = words.file_name(picture.lines, picture.asked, pixels="p", version="v", ending="png", draft=False)
        assert (f"{len(drawn)}-authorities" in file) == bool(many)


def picture_names(picture):
    return {point["asked_name"] for line in picture.drawn for point in line.points if line.role == "chosen"}


def test_no_axis_of_a_percentage_goes_beyond_all(names, picture_of, opened, series):
    units = queries.catalogue.indicators.frame(opened, indicators=list(series)).set_index("indicator_id")["unit"]
    for indicator in units.index[units == "%"]:
        for code in list(names)[::16]:
            picture = picture_of((code,), indicator)
            values = [point["shown"] for line in picture.drawn for point in line.drawn]
            assert not values or max(values) > 100 or heights(picture)[1] <= 100, (indicator, names[code])


def test_neither_the_date_nor_the_year_is_said_twice(opened, series):
    for indicator in series:
        about = queries.catalogue.indicators.frame(opened, indicators=[indicator]).to_dict("records")[0]
        text = measured(about)
        assert not re.search(r"(\d+ (?:March|September|June))\b.*, (at|year to) \1", text), text
        assert not re.search(r"in the (financial )?year\b(?! to)", text), text
        assert "% per 10,000" not in text and "in per 10,000" not in words.subtitle(
            Asked(measure="difference", about=about, other=about, counted=False, other_counted=False, ranked=True,
                  base=2018, event="began", england=True, context=False))  # fmt: skip
