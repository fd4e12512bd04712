"""The timeline of an authority: gaps, breaks, bands, marks, labels and words are where they must be."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

import queries.catalogue
import queries.figures
import queries.history
from data.catalogue import indicators
from pages.authority import cells, events, readout, tables, words
from pages.authority.drawing import timeline
from pages.authority.key import key
from pages.authority.lanes import NONE_KNOWN, SYMBOLS, TITLES, VISITS
from pages.authority.notes import notes, numbered
from pages.authority.picture import picture
from pages.authority.shown import Shown
from pages.charts import theme
from pages.charts.fluid.chart import html as drawn
from pages.charts.fluid.places import places
from pages.charts.series import ZERO
from pages.charts.spread import spread
from pages.charts.svg.layout import laid_out
from pages.charts.svg.scene import meet
from pages.charts.svg.sizes import PHONE, SIZES
from pages.charts.words import day, figure, published, short_figure, signed, year_said, years_said
from queries import ofsted
from tests.at_once import at_once

INDICATORS = ["agency_rate", "vacancy_rate", "rereferral_rate", "referrals"]
EVERYTHING = ["england", "region", "neighbours"]
PLACES = {
    "Birmingham": "E08000025", "Doncaster": "E08000017", "Sunderland": "E08000024", "Isles of Scilly": "E06000053",
    "Halton": "E06000006", "Cumbria": "E10000006", "Brent": "E09000005", "Kensington and Chelsea": "E09000020",
    "Richmond": "E09000027", "Rotherham": "E08000018",
}  # fmt: skip


@pytest.fixture(scope="module")
def held(opened):
    """Return what is asked alike for every authority."""
    return {
        "percentiles": queries.figures.percentiles(opened, indicators=INDICATORS),
        "breaks": queries.catalogue.breaks(opened, indicators=INDICATORS),
    }


@pytest.fixture(scope="module")
def shown(opened, held):
    """Return what the page of an authority shows."""

    def of(code, *, name="Somewhere", ids=INDICATORS, beside=("england",), others=(), kinds=(), first=2009, last=2026):
        if ids is not INDICATORS:
            asked = {"percentiles": queries.figures.percentiles(opened, indicators=ids),
                     "breaks": queries.catalogue.breaks(opened, indicators=ids)}  # fmt: skip
        else:
            asked = held
        return Shown(
            name=name, indicators=[indicators()[id] for id in ids], **asked, first=first, last=last,
            trend=queries.figures.trend(opened, authority=code, comparators=list(beside), others=list(others),
                                model="2025", indicators=list(ids), first=first, last=last),
            phases=queries.history.interventions(opened, authority=code),
            steps=queries.history.intervention_events(opened, authority=code),
            in_force=queries.history.grades_in_force(opened, authority=code),
            areas=queries.history.area_grades_in_force(opened, authority=code, wanted=False),
            visits=ofsted.visits(opened, authority=code, region="all", kinds=list(kinds)),
            events=queries.history.events(opened, authority=code, scopes=[]),
        )  # fmt: skip

    return of


@pytest.fixture(scope="module")
def everyone(opened, held):
    """Return what the page of every authority shows at first, past ones too, by its row."""
    every = queries.catalogue.authorities(opened)

    def of_each(question, **asked):
        return at_once(opened, question, [{"authority": each.area_code, **asked} for each in every])

    about = [indicators()[id] for id in INDICATORS]
    answers = zip(
        every,
        of_each(queries.figures.trend, comparators=["england"], others=[], model="2025", indicators=INDICATORS,
                first=2009, last=2026),
        of_each(queries.history.interventions),
        # two one by one: their order rests on what is no column of theirs
        [queries.history.intervention_events(opened, authority=each.area_code) for each in every],
        of_each(queries.history.grades_in_force),
        of_each(queries.history.area_grades_in_force, wanted=False),
        of_each(ofsted.visits, region="all", kinds=[]),
        [queries.history.events(opened, authority=each.area_code, scopes=[]) for each in every],
        strict=True,
    )  # fmt: skip
    return [
        (each, Shown(name=each.name, indicators=about, **held, first=2009, last=2026, trend=trend, phases=phases,
                     steps=steps, in_force=in_force, areas=areas, visits=visits, events=happened))
        for each, trend, phases, steps, in_force, areas, visits, happened in answers
    ]  # fmt: skip


@pytest.fixture(scope="module")
def drawings(everyone):
    """Return the timeline of every authority, in the order of `everyone`."""
    return [timeline(what) for _, what in everyone]


def panel(drawing, title):
    return next(each for each in drawing.panels if each.title == title)


def line(drawing, title, name):
    return next(each for each in panel(drawing, title).lines if each.name == name)


def test_every_figure_of_every_authority_is_drawn_as_it_is_and_no_line_crosses_what_it_must_not(everyone, drawings):
    seen = gaps = 0
    for (authority, what), drawing in zip(everyone, drawings, strict=True):
        for indicator in what.indicators:
            plot = panel(drawing, indicator.title)
            rows = [row for row in what.trend if row.role == "chosen" and row.indicator_id == indicator.id]
            given = {row.period_end: row for row in rows if row.status == "published"}
            drawn = [each for each in plot.lines if each.name == rows[0].area_name] if rows else []
            points = [(point.x, point.y) for each in drawn for point in each.points]
            assert sorted(points) == sorted((when, row.value) for when, row in given.items()), authority.name
            for run in (run for each in drawn for run in each.runs):
                parts = [given[point.x] for point in run]
                assert len({(row.segment, row.area_code) for row in parts}) == 1, authority.name
                assert all(0 < (b.period_end - a.period_end).days < 550 for a, b in zip(parts, parts[1:], strict=False))
                between = [row for row in rows if run[0].x < row.period_end < run[-1].x]
                assert all(row.status == "published" for row in between), authority.name
            missing = [row for row in rows if row.status not in ("published", "rounds_to_zero")]
            assert sorted(when for gap in plot.gaps for when in gap.dates) == [row.period_end for row in missing]
            assert {gap.reason for gap in plot.gaps} == {theme.STATUS_WORDS[row.status] for row in missing}
            seen, gaps = seen + len(points), gaps + len(missing)
    assert seen > 6000 and gaps > 20


def test_withheld_figure_is_a_gap_with_its_reason(shown):
    drawing = timeline(shown(PLACES["Birmingham"]))
    drawn = {point.x: point.y for point in line(drawing, "Agency social workers", "Birmingham").points}
    assert date(2024, 9, 30) not in drawn and drawn[date(2025, 9, 30)] == 12.4
    gap = panel(drawing, "Agency social workers").gaps[0]
    assert (gap.sign, gap.dates) == ("[u]", (date(2024, 9, 30),))


def test_rounding_to_zero_is_a_hollow_mark_at_zero(shown):
    marks = panel(timeline(shown(PLACES["Sunderland"])), "Agency social workers").marks
    assert [(mark.y, mark.hollow) for mark in marks if mark.size == ZERO][:3] == [(0.0, True)] * 3


def test_unusual_value_has_a_ring(shown):
    rings = [mark for mark in panel(timeline(shown(PLACES["Doncaster"])), "Re-referrals within 12 months").marks
             if mark.hollow]  # fmt: skip
    assert [(ring.x, ring.y) for ring in rings] == [(date(2022, 3, 31), 7.0)]


def test_england_stands_beside_rates_but_not_beside_counts(shown):
    drawing = timeline(shown(PLACES["Birmingham"], beside=EVERYTHING))
    named = {each.title: [one.name for one in each.lines] for each in drawing.panels[-4:]}
    beside = ["England", "West Midlands", "Neighbours", "Birmingham"]
    assert [named[title] for title in list(named)[:3]] == [beside] * 3 and named["Referrals"] == ["Birmingham"]


def test_the_band_is_that_of_all_authorities_and_cut_at_breaks(shown, held):
    what = shown(PLACES["Doncaster"])
    for indicator in what.indicators:
        rows = [row for row in held["percentiles"] if row.indicator_id == indicator.id]
        bands = {band.name: band for band in panel(timeline(what), indicator.title).bands}
        assert set(bands) == ({"middle half", "middle four fifths"} if not indicator.unit.is_count else set())
        for name, low, high in (("middle half", "lower_quarter", "upper_quarter"),
                                ("middle four fifths", "tenth", "ninetieth")):  # fmt: skip
            runs = bands[name].runs if bands else ()
            drawn = [point for run in runs for point in run]
            assert drawn == [(row.period_end, getattr(row, low), getattr(row, high)) for row in rows]
            assert len(runs) == len({row.segment for row in rows})


def test_intervention_in_force_is_hatched_beyond_its_last_step_but_not_beyond_the_axis(shown):
    open_ends = [bar for bar in timeline(shown(PLACES["Halton"])).panels[0].bars if bar.fill.hatch == "/"]
    assert len(open_ends) == 1 and date(2025, 12, 1) < open_ends[0].right <= date(2027, 1, 1)
    assert "in force when last reported (" in " ".join(open_ends[0].said)


def test_unknown_end_is_marked_as_unknown(shown):
    marks = [bar for bar in timeline(shown(PLACES["Cumbria"])).panels[0].bars if bar.words == ("?",)]
    assert len(marks) == 1 and "end not known" in " ".join(marks[0].said)


def test_where_no_intervention_is_known_the_lane_says_so_and_nowhere_else(everyone, drawings):
    for (authority, what), drawing in zip(everyone, drawings, strict=True):
        said = [" ".join(label.lines) for label in drawing.panels[0].labels]
        assert (NONE_KNOWN in said) == (not what.phases), authority.name


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("others", [(), ("E08000025", "E06000058", "E09000027")])
def test_labels_at_the_ends_of_lines_have_room_in_their_panel(shown, place, others):
    drawing = timeline(shown(PLACES[place], beside=EVERYTHING, others=others))
    rows = drawn(drawing, alternative="a").split('<div class="row"')[-4:]
    for each, row in zip(drawing.panels[-4:], rows, strict=True):
        ends = re.findall(r'class="end" style="[^"]*top:([\d.-]+)%">(.*?)</span>', row)
        assert len(ends) == len(each.ends)
        boxes = sorted((float(top) / 100 * each.tall, 8 * (text.count("<br>") + 1)) for top, text in ends)
        assert all(a + ha <= b - hb + 0.02 for (a, ha), (b, hb) in zip(boxes, boxes[1:], strict=False))


def test_labels_that_are_spread_never_overlap():
    middles = spread([5.0, 6.0, 6.0, 50.0], [16, 32, 16, 16], 94)
    edges = [(m - t / 2, m + t / 2) for m, t in zip(middles, [16, 32, 16, 16], strict=True)]
    assert all(a[1] <= b[0] for a, b in zip(edges, edges[1:], strict=False)) and edges[-1][1] <= 94


@pytest.mark.parametrize("place", PLACES)
def test_tables_hold_every_figure_of_the_picture(shown, place):
    what = shown(PLACES[place], beside=EVERYTHING)
    for indicator in what.indicators:
        written = {row["Date"]: row["Figure"] for row in tables.figures(what.trend, indicator)}
        for row in (row for row in what.trend if row.role == "chosen" and row.indicator_id == indicator.id):
            expected = figure(row.value, row.status, unit=indicator.unit, decimals=indicator.decimals)
            assert written[day(row.period_end)].startswith(expected)


def test_alternative_text_names_the_place_and_its_last_figures(everyone):
    for authority, what in everyone:
        text = words.alternative(what)
        assert text.startswith(f"Timeline of {authority.name}: ") and "tables below" in text
        for indicator in what.indicators:
            mine = [row for row in what.trend if row.role == "chosen" and row.indicator_id == indicator.id]
            if mine:
                newest = max(mine, key=lambda row: row.period_end)
                written = figure(newest.value, newest.status, unit=indicator.unit, decimals=indicator.decimals)
                of = "year to " * (indicator.basis == "year")
                assert f"{indicator.title}: {written}, {of}{day(newest.period_end)}" in text


def test_alternative_text_counts_its_line_charts(shown):
    one, two = (words.alternative(shown(PLACES["Brent"], ids=INDICATORS[:number])) for number in (1, 2))
    assert "Ofsted grades and 1 line chart on" in one and "Ofsted grades and 2 line charts on" in two


def test_the_chip_of_the_grade_is_what_the_newest_report_says_since_the_first_that_said_it(everyone, con):
    """A plain second reading: the standing grade of the database, and back from it while nothing else was given."""
    graded = con.execute(
        "select area_code, published_on, grade, graded from standing order by area_code, published_on desc"
    ).fetchall()
    again = 0
    for authority, what in everyone:
        chip = words.graded(what.in_force, closed=day(authority.closed_on))
        mine = [row[1:] for row in graded if row[0] == authority.area_code]
        if not mine:
            assert chip.title == "Ofsted: no inspection in the files held"
            continue
        newest, grade, of = mine[0]
        assert grade in chip.title and day(newest) in chip.about, authority.name
        assert (of in chip.title) == (of != "overall effectiveness" and grade != "no overall grade")
        if authority.closed_on:
            assert chip.title.startswith("Last Ofsted grade") and day(authority.closed_on) in chip.about
        elif grade != "no overall grade":
            first = newest
            for when, earlier, what_of in mine:
                if (earlier, what_of) != (grade, of):
                    break
                first = when
            assert chip.about.startswith(f"since {day(first)}"), authority.name
            again += first != newest
    assert again > 20


def test_the_chip_of_intervention_says_no_more_than_the_register_knows(everyone, con):
    """That none is in force is never said; what is open is said before what has ended, and each with its date."""
    known = con.execute(
        "select area_code, state, began_on, ended_on, last_reported from intervention "
        "inner join authority using (dfe_code) left join (select intervention_id, reported_on as last_reported "
        "from last_step) using (intervention_id) where scope in ('social_care', 'mixed')"
    ).fetchall()
    states = set()
    for authority, what in everyone:
        chip = words.intervened(what.phases)
        mine = [row for row in known if row[0] == authority.area_code]
        assert "no intervention" not in chip.title.lower() and "none in force" not in " ".join(chip)
        if not mine:
            assert chip.title == "Intervention: none found so far" and "not complete" in chip.about
            continue
        open_ = {row[1] for row in mine}
        expected = next(state for state in ("in_force", "end_unknown", "ended") if state in open_)
        start = {"in_force": "in force when last reported", "end_unknown": "end not known", "ended": "ended "}
        assert chip.title.startswith(f"Intervention: {start[expected]}"), authority.name
        if expected == "ended":
            assert str(max(row[3] for row in mine).year) in chip.title, authority.name
        assert any(str(row[2].year) in chip.about for row in mine if row[1] == expected)
        states.add(expected)
    assert states == {"in_force", "end_unknown", "ended"}


def test_every_cell_says_the_newest_figure_its_rank_and_its_change_as_the_database_has_them(everyone, opened, con):
    """Of every authority and indicator; a plain second reading: the figures of the newest date and of a year before."""
    every = indicators()
    figures_of = {}
    for code, id, when, value, status in con.execute(
        "select asked_code, indicator_id, period_end, value, status from found_observation"
    ).fetchall():
        figures_of.setdefault((code, id), {})[when] = (value, status)
    seen = moved_in = 0
    asks = [{"authority": authority.area_code, "indicators": list(every)} for authority, _ in everyone]
    for (authority, what), rows in zip(everyone, at_once(opened, queries.figures.headline, asks), strict=True):
        for row in rows:
            indicator = every[row.indicator_id]
            cell = cells.cell(indicator, row, joint=what.joint(indicator))
            mine = figures_of[authority.area_code, indicator.id]
            newest = max(mine)
            value, status = mine[newest]
            assert day(newest) in cell.dated and cell.given == (status in ("published", "rounds_to_zero"))
            if status == "published":
                number = f"{value:,.{indicator.decimals}f}"
                assert cell.value == "£" * indicator.unit.startswith("£") + number + "%" * (indicator.unit == "%")
            else:
                assert cell.value == theme.STATUS_WORDS[status], authority.name
            country = figures_of.get(("E92000001", indicator.id), {}).get(newest, (None, ""))[0]
            assert bool(cell.england) == (not indicator.unit.is_count and country is not None), authority.name
            assert country is None or not cell.england or f"{country:,.{indicator.decimals}f}" in cell.england
            assert cell.rank == ("" if row.ranked_of is None else "not ranked: small numbers" if row.rank is None
                                 else f"rank {row.rank} of {row.ranked_of}")  # fmt: skip
            assert cell.reach == ("" if row.rank_low is None else f"range {row.rank_low} to {row.rank_high}")
            if " in a year" in cell.change and cell.change[:2] in ("up", "do"):
                before = mine[next(when for when in sorted(mine, reverse=True) if (newest - when).days > 300)][0]
                size = f"{abs(value - before):,.{indicator.decimals}f}"
                assert cell.change.split()[:2] == ["up" if value > before else "down", size], authority.name
                moved_in += 1
            seen += 1
    assert seen > 5500 and moved_in > 4000


def test_each_cell_stands_at_its_own_panel(shown):
    what = shown(PLACES["Doncaster"])
    drawing = timeline(what)
    beside = [cells.cell(each, None, joint=False) for each in what.indicators]
    html = cells.html(drawing, what, beside)
    assert html.count('class="cell') - html.count('class="cells') == len(drawing.panels)
    for place, each in zip(places(drawing), drawing.panels, strict=True):
        assert place.title <= place.top < place.bottom <= 1
        assert f'* {place.title:.5f})"><b class="title">{each.title}</b>' in html


def test_notes_put_years_with_the_same_note_together(shown):
    lines = [note.said for note in notes(shown(PLACES["Isles of Scilly"], beside=EVERYTHING))]
    assert any("2021 to 2025: 100%" in line for line in lines)
    assert sum("break in series" in line for line in lines) == 2


def test_every_note_on_a_figure_or_a_break_has_its_number_at_the_point(everyone):
    numbers_seen = 0
    for authority, what in everyone:
        found = notes(what)
        points, cuts = numbered(found)
        noted = {(row.indicator_id, row.period_end) for row in what.trend if row.role == "chosen" and row.note}
        assert {(id, when) for id, dates in points.items() for when in dates} == noted, authority.name
        for (id, when), said in (((id, when), n) for id, dates in points.items() for when, n in dates.items()):
            note = next(row.note for row in what.trend
                        if (row.role, row.indicator_id, row.period_end) == ("chosen", id, when))  # fmt: skip
            assert all(found[int(one) - 1].said.endswith(note) for one in said.split(", "))
            numbers_seen += 1
        drawing = timeline(what, numbers=points, cut_numbers=cuts)
        for indicator in what.indicators:
            there = {" ".join(label.lines) for label in panel(drawing, indicator.title).labels}
            assert there == set(points.get(indicator.id, {}).values()), authority.name
            breaks = " ".join(upright.words for upright in panel(drawing, indicator.title).uprights)
            assert all(
                f"({number}" in breaks or f"{number})" in breaks for number in cuts.get(indicator.id, {}).values()
            )
    assert numbers_seen > 500


@pytest.mark.parametrize("place", ["Birmingham", "Isles of Scilly"])
def test_what_is_known_of_the_figures_of_england_is_noted_wherever_england_is_drawn(con, shown, place):
    """Every series that is drawn with England beside it: a sum of ours, or a total that leaves someone out."""
    every = list(indicators())
    what = shown(PLACES[place], ids=every, beside=EVERYTHING)
    said = " ".join(note.said for note in notes(what) if note.said.startswith("England: "))
    drawn = {each.title for each in what.indicators if not each.unit.is_count}
    known = con.execute(
        "select distinct title, note from found_observation inner join indicator using (indicator_id) "
        "where asked_code = 'E92000001' and note <> ''"
    ).fetchall()
    assert [row for row in known if row[0] in drawn and not (row[0] in said and row[1] in said)] == []
    assert "2012-13 to 2014-15: The spend is a sum of the 152 authorities" in said
    assert "total, cash" not in said


def test_every_sign_that_is_drawn_is_in_the_key_and_none_that_is_not(everyone, drawings):
    for (authority, what), drawing in zip(everyone, drawings, strict=True):
        said = {entry.words for entry in key(what)}
        bars = [bar for each in drawing.panels for bar in each.bars]
        assert ("end not known" in said) == any(bar.words == ("?",) for bar in bars), authority.name
        assert ("unusual value, see the notes" in said) == any(row.unusual for row in what.trend)
        gaps = {gap.reason for each in drawing.panels for gap in each.gaps}
        assert gaps == said & set(theme.STATUS_WORDS.values()) - {"rounds to 0"}, authority.name
        assert "middle half of all authorities" in said


LOOKED_AT = {name: PLACES[name] for name in ("Birmingham", "Doncaster", "Rotherham", "Isles of Scilly", "Cumbria")}


@pytest.mark.parametrize("place", LOOKED_AT)
def test_no_word_of_the_picture_covers_another_and_it_says_what_it_must(shown, place):
    what = shown(LOOKED_AT[place], name=place)
    taken = picture(
        what,
        notes(what),
        [],
        drawing=timeline(what),
        alternative=words.alternative(what),
        version="2026-06-29",
        link="example.org/authority?authority=330",
    )
    assert taken.headline.startswith(f"{place}: ") and str(date(2026, 1, 1).year) in taken.headline
    for size in (*SIZES.values(), PHONE):
        texts = [text for text in laid_out(taken, size).texts if text.text]
        said = " ".join(text.text for text in texts)
        assert "2026-06-29" in said and "example.org/authority" in said and "Open Government Licence" in said
        assert all(each.title in said or size is PHONE for each in what.indicators), size.name
        for n, one in enumerate(texts):
            assert not any(meet(one.box, other.box) for other in texts[n + 1 :]), f"{one.text} in {size.name}"


@pytest.mark.parametrize(
    ("value", "unit", "long", "short"),
    [
        (30.6, "£ per child aged 0 to 17, cash", "+£31 per child", "£31"),
        (-30.6, "£ per child aged 0 to 17, cash", "−£31 per child", "£-31"),
        (8_927_341.0, "£", "+£8,927,341", "£8.9m"),
        (3.1, "%", "+3 percentage points", "3%"),
    ],
)
def test_differences_of_money_are_written_as_money(value, unit, long, short):
    assert signed(value, unit=unit, decimals=0) == long
    assert value < 0 or short_figure(value, unit=unit, decimals=0) == short


def test_a_difference_of_a_number_has_no_unit_and_one_of_people_has():
    assert signed(-270.0, unit="number", decimals=0) == "−270"
    assert signed(12.0, unit="people", decimals=0) == "+12 people"
    assert signed(-1.0, unit="people", decimals=0) == "−1 person"
    assert figure(1.0, "published", unit="people", decimals=0) == "1 person"
    assert figure(1.0, "published", unit="days", decimals=0) == "1 day"
    assert signed(2.0, unit="days", decimals=0) == "+2 days"


@pytest.mark.parametrize(
    ("value", "status", "unit", "decimals", "written"),
    [
        (12.4, "published", "%", 1, "12.4%"),
        (16324.0, "published", "number", 0, "16,324"),
        (557.401, "published", "per 10,000", 1, "557.4 per 10,000"),
        (184480853.0, "published", "£", 0, "£184,480,853"),
        (629.93, "published", "£ per child aged 0 to 17, 2024-25 prices", 0, "£630 per child"),
        (None, "suppressed", "%", 1, "hidden to protect people"),
        (float("nan"), "rounds_to_zero", "%", 1, "rounds to 0"),
    ],
)
def test_figures_are_written_with_their_unit(value, status, unit, decimals, written):
    assert figure(value, status, unit=unit, decimals=decimals) == written


def test_dates_are_written_as_exactly_as_they_are_known():
    assert [day(date(2021, 1, 1), p) for p in ("day", "month", "year")] == ["1 January 2021", "January 2021", "2021"]
    assert [published(w) for w in ("2016", "2026-02", "2025-09-25")] == ["2016", "February 2026", "25 September 2025"]


@pytest.mark.parametrize(
    ("first", "last", "basis", "one", "both"),
    [
        ((2020, 3, 31), (2025, 3, 31), "year", "2024-25", "2019-20 to 2024-25"),
        ((2024, 3, 31), (2025, 3, 31), "snapshot", "March 2025", "March 2024 to March 2025"),
        ((2024, 9, 30), (2025, 9, 30), "snapshot", "September 2025", "September 2024 to September 2025"),
        ((2020, 9, 30), (2025, 9, 30), "year", "year to September 2025", "years to September 2020 to September 2025"),
        ((2025, 6, 30), (2025, 6, 30), "snapshot", "June 2025", "June 2025"),
        ((1999, 3, 31), (2000, 3, 31), "year", "1999-00", "1998-99 to 1999-00"),
    ],
)
def test_a_reference_date_is_said_as_people_say_its_year(first, last, basis, one, both):
    assert year_said(date(*last), basis=basis) == one
    assert years_said(date(*first), date(*last), basis=basis) == both


def test_every_reference_date_held_is_said_as_its_indicator_has_it(con):
    """A plain second writing over all indicators and dates: what a bare year would leave open is said."""
    held = con.execute(
        """select distinct indicator_id, basis, period_end from observation inner join indicator using (indicator_id)"""
    ).fetchall()
    assert len({indicator for indicator, _, _ in held}) > 40
    for _, basis, when in held:
        financial = (when.month, when.day) == (3, 31) and basis == "year"
        year = f"{when.year - 1}-{str(when.year)[2:]}" if financial else f"{when:%B %Y}"
        said = year_said(when, basis=basis)
        assert said == ("year to " if basis == "year" and not financial else "") + year
    assert day(None) == day(pd.NaT) == ""


def test_visits_are_marks_on_request_and_never_a_grade(shown, everyone, opened):
    """All authorities: as many marks as visits, none of them a bar, and every kind in the key."""
    every = ofsted.visits(opened, authority="all", region="all", kinds=list(VISITS))
    codes = sorted({visit.area_code for visit in every})
    assert len(codes) > 100
    asks = [{"authority": code, "region": "all", "kinds": list(VISITS)} for code in codes]
    pages = {each.area_code: what for each, what in everyone}
    for code, visits in zip(codes, at_once(opened, ofsted.visits, asks), strict=True):
        what = replace(pages[code], visits=visits, indicators=pages[code].indicators[:1])
        lane = panel(timeline(what), TITLES["visits"][0])
        mine = [visit for visit in every if visit.area_code == code]
        assert len(lane.marks) == len(mine) and not lane.bars
        assert all("no grade" in mark.said[0] for mark in lane.marks)
        found = {entry.words for entry in key(what)} & set(VISITS.values())
        assert found == {VISITS[visit.look] for visit in mine}
    unasked = timeline(shown(codes[0]))
    assert all(each.title != TITLES["visits"][0] for each in unasked.panels) and set(SYMBOLS) == set(VISITS)


def test_figures_none_of_which_is_noted_and_drawn_give_no_note_and_no_error(shown):
    what = shown(PLACES["Birmingham"], ids=["referrals"], beside=(), first=2023, last=2023)
    plain = Shown(**{name: getattr(what, name) for name in Shown.__dataclass_fields__} | {"breaks": [], "trend": [
        row._replace(note="") for row in what.trend]})  # fmt: skip
    assert plain.trend and notes(plain) == []


def test_the_crosshair_says_on_every_date_what_is_drawn_nearest_to_it(everyone, drawings):
    """A plain second reading: of each indicator the row nearest to the date, with its status and its own date."""
    seen = reasons = 0
    for (authority, what), drawing in zip(everyone, drawings, strict=True):
        found = readout.stops(what, drawing)
        for stop in found:
            for indicator, read in zip(what.indicators, stop.reads[-len(what.indicators) :], strict=True):
                mine = [row for row in what.trend if (row.role, row.indicator_id) == ("chosen", indicator.id)]
                near = sorted((abs((row.period_end - stop.when).days), row) for row in mine)[:1]
                if not near or near[0][0] > 183:
                    assert read.words == "", authority.name
                    continue
                row = next(row for row in mine if row.period_end == read.x)
                assert abs((row.period_end - stop.when).days) == near[0][0], authority.name
                said = figure(row.value, row.status, unit=indicator.unit, decimals=indicator.decimals)
                assert read.words.startswith(said)
                assert (f"({day(row.period_end)})" in read.words) == (row.period_end != stop.when)
                assert ("unusual value" in read.words) == row.unusual
                assert read.y == (0.0 if row.status == "rounds_to_zero" else row.value)
                assert ("England" in read.words) == any(
                    (one.role, one.indicator_id, one.period_end) == ("england", indicator.id, row.period_end)
                    for one in what.of(indicator)
                )
                seen, reasons = seen + 1, reasons + (row.status != "published")
        dates = {row.period_end for row in what.trend if row.role == "chosen"}
        assert dates <= {stop.when for stop in found}, authority.name
    assert seen > 10_000 and reasons > 50


def test_the_crosshair_says_which_grade_and_which_intervention_stood(everyone, drawings):
    graded = intervened = 0
    for (authority, what), drawing in zip(everyone, drawings, strict=True):
        for stop in readout.stops(what, drawing):
            standing = [row for row in what.in_force if row.published_on <= stop.when < row.until]
            assert len(standing) <= 1 and (stop.reads[1].words == "none in the files held then") == (not standing)
            for row in standing:
                assert row.grade in stop.reads[1].words.lower() and day(row.published_on) in stop.reads[1].words
            sure = [row for row in what.phases if row.began_precision == "day" and row.began_on <= stop.when
                    and row.known_to > stop.when]  # fmt: skip
            assert all(row.title in stop.reads[0].words for row in sure), authority.name
            before = all(row.began_on > stop.when for row in what.phases)
            assert not before or stop.reads[0].words == "none in our register then", authority.name
            graded, intervened = graded + len(standing), intervened + len(sure)
    assert graded > 1000 and intervened > 150


def test_events_with_a_letter_are_those_in_the_largest_step_of_a_line_and_each_is_listed(everyone, opened):
    """A plain second reading: the two dates between which the drawn line moves most."""
    lettered = 0
    for authority, what in everyone:
        held = queries.history.events(opened, authority=authority.area_code, scopes=["local", "national"])
        drawing = timeline(replace(what, events=held))
        spans = []
        for indicator in what.indicators:
            runs = [
                run for each in panel(drawing, indicator.title).lines if each.name != "England" for run in each.runs
            ]
            steps = [(a, b) for run in runs for a, b in zip(run, run[1:], strict=False)]
            sizes = [round(abs(b.y - a.y), indicator.decimals) for a, b in steps]
            if sizes and max(sizes):
                a, b = [step for step, size in zip(steps, sizes, strict=True) if size == max(sizes)][-1]
                spans.append((a.x, b.x))
        expected = [event for event in held if event.date_precision == "day"
                    and any(a < event.event_on <= b for a, b in spans)]  # fmt: skip
        told = events.lettered(replace(what, events=held))
        assert set(told.values()) <= set(expected) and len(told) == min(len(expected), events.MOST), authority.name
        lane = next(each for each in drawing.panels if each.title == "Events")
        ends = [part for label in lane.labels for part in label.lines[0].split("–")]
        assert sorted({*ends}) == ends and [*ends[:1], *ends[-1:]] == [*list(told)[:1], *list(told)[-1:]]
        assert all((b.x - a.x).days > 20 for a, b in zip(lane.labels, lane.labels[1:], strict=False))
        assert [words.split(": ", 1)[1] for _, words in events.listed(replace(what, events=held))] == [
            event.title for event in told.values()
        ]
        lettered += len(told)
    assert lettered > 100
