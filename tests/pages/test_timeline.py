"""The timeline as a figure: gaps, breaks, marks and labels are where they must be."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import queries
from data.catalogue import indicators
from pages.charts import labels
from pages.charts.timeline import alternative, panel, tables, visits
from pages.charts.timeline.chart import timeline
from pages.charts.timeline.key import visit_signs
from pages.charts.timeline.notes import notes
from pages.charts.words import day, figure, published, short_figure, signed, year_said, years_said
from queries import ofsted
from queries.database import open_database

INDICATORS = ["agency_rate", "vacancy_rate", "rereferral_rate", "referrals"]
BESIDE = {"beside": ["england", "region", "neighbours"], "others": [], "model": "2025", "first": 2009, "last": 2026}
PLACES = {
    "Birmingham": "E08000025", "Doncaster": "E08000017", "Sunderland": "E08000024", "Isles of Scilly": "E06000053",
    "Halton": "E06000006", "Cumbria": "E10000006", "Brent": "E09000005", "Kensington and Chelsea": "E09000020",
    "Richmond": "E09000027", "Rotherham": "E08000018",
}  # fmt: skip


@pytest.fixture(scope="module")
def rows(built):
    con = open_database(built)

    def of(code, kinds=()):
        return {
            "phases": queries.interventions.frame(con, authority=code),
            "steps": queries.intervention_events.frame(con, authority=code),
            "ribbon": queries.ribbon.frame(con, authority=code),
            "ribbons": queries.ribbons.frame(con, authority=code, wanted=False),
            "visits": ofsted.visits.frame(con, authority=code, region="all", kinds=kinds),
            "events": queries.events.frame(con, authority=code, scopes=[]),
            "trend": queries.trend.frame(con, authority=code, **BESIDE, indicators=INDICATORS),
            "breaks": queries.breaks.frame(con, indicators=INDICATORS),
            "indicators": queries.indicators.frame(con, indicators=INDICATORS),
            "first": 2009,
            "last": 2026,
        }

    yield of
    con.close()


def _line(chart, axis, *, chosen=True):
    mode = "lines+markers" if chosen else "lines"
    return next(t for t in chart.data if t.type == "scatter" and t.yaxis == axis and t.mode == mode)


def _texts(chart):
    return [annotation.text for annotation in chart.layout.annotations]


def test_withheld_figure_is_a_gap_with_its_reason(rows):
    chart = timeline(**rows(PLACES["Birmingham"]))
    line = _line(chart, "y3")
    at = dict(zip(line.x, line.y, strict=True))
    assert pd.isna(at["2024-09-30T00:00:00"])
    assert at["2025-09-30T00:00:00"] == 12.4
    assert line.connectgaps is False
    assert "<b>[u]</b>" in _texts(chart)


def test_no_line_crosses_a_break(rows):
    line = _line(timeline(**rows(PLACES["Birmingham"])), "y3")
    between = [y for x, y in zip(line.x, line.y, strict=True) if x[:10] > "2016-09-30" or x[:10] == "2017-09-30"]
    ends = [n for n, x in enumerate(line.x) if x.startswith("2017-09-30")]
    assert between and any(pd.isna(line.y[n]) for n in ends)


def test_rounding_to_zero_is_a_hollow_mark_at_zero(rows):
    chart = timeline(**rows(PLACES["Sunderland"]))
    hollow = [
        t for t in chart.data if t.type == "scatter" and t.mode == "markers" and t.yaxis == "y3" and t.marker.size == 8
    ]
    assert list(hollow[0].y) == [0, 0, 0]
    assert hollow[0].marker.symbol == "circle-open"


def test_unusual_value_has_a_ring(rows):
    chart = timeline(**rows(PLACES["Doncaster"]))
    rings = [
        t for t in chart.data if t.type == "scatter" and t.mode == "markers" and t.yaxis == "y5" and t.marker.size == 15
    ]
    assert list(rings[0].x) == ["2022-03-31T00:00:00"]
    assert list(rings[0].y) == [7.0]


def test_england_stands_beside_rates_but_not_beside_counts(rows):
    chart = timeline(**rows(PLACES["Birmingham"]))
    assert [t.yaxis for t in chart.data if t.type == "scatter" and t.mode == "lines"] == ["y3"] * 3 + ["y4"] * 3 + [
        "y5"
    ] * 3


def test_intervention_in_force_is_hatched_beyond_its_last_step_but_not_beyond_the_axis(rows):
    hatched = [t for t in timeline(**rows(PLACES["Halton"])).data if t.type == "bar" and t.marker.pattern.shape == "/"]
    ends = [pd.Timestamp(t.base[0]) + pd.Timedelta(milliseconds=t.x[0]) for t in hatched if t.yaxis == "y"]
    assert len(ends) == 1 and pd.Timestamp("2025-12-01") < ends[0] <= pd.Timestamp("2027-01-01")
    assert all("in force when last reported (" in t.hovertemplate for t in hatched if t.yaxis == "y")


def test_unknown_end_is_marked_as_unknown(rows):
    marks = [t for t in timeline(**rows(PLACES["Cumbria"])).data if t.type == "bar" and t.text == ("<b>?</b>",)]
    assert len(marks) == 1 and "end not known" in marks[0].hovertemplate


@pytest.mark.parametrize("place", PLACES)
def test_no_two_end_labels_of_a_panel_overlap(rows, place):
    trend = rows(PLACES[place])["trend"]
    for id, unit in zip(INDICATORS, ["%", "%", "%", "number"], strict=True):
        shown = panel.shown(trend[trend["indicator_id"] == id].to_dict("records"), unit)
        top, tall = panel.upper_limit(shown), panel.height(shown)
        ends_drawn = labels.end_labels(
            shown, axis="y3", unit=unit, decimals=1, last=max(row["period_end"] for row in shown), top=top, height=tall
        )
        boxes = sorted(
            (label["y"] / top * tall - 8.5 * lines, label["y"] / top * tall + 8.5 * lines)
            for label in ends_drawn
            for lines in [label["text"].count("<br>") + 1]
        )
        assert all(below[1] <= above[0] + 0.01 for below, above in zip(boxes, boxes[1:], strict=False))


@given(
    ends=st.lists(st.floats(0, 100), min_size=2, max_size=4),
    years=st.lists(st.booleans(), min_size=4, max_size=4),
)
def test_end_labels_never_overlap(ends, years):
    records = [
        {"role": "chosen" if n == 0 else "other", "area_name": f"Area {n}", "value": value, "status": "published",
         "period_end": pd.Timestamp(2025 if years[n] else 2024, 9, 30)}
        for n, value in enumerate(ends)
    ]  # fmt: skip
    ends_drawn = labels.end_labels(
        records, axis="y", unit="%", decimals=1, last=pd.Timestamp(2025, 9, 30), top=118.0, height=118
    )
    boxes = [(label["y"], 8.5 * (label["text"].count("<br>") + 1)) for label in ends_drawn]
    boxes.sort()
    assert len(ends_drawn) == len(ends)
    assert all(a + ha <= b - hb + 0.01 for (a, ha), (b, hb) in zip(boxes, boxes[1:], strict=False))


def test_inputs_are_not_changed(rows):
    given_rows = rows(PLACES["Doncaster"])
    before = {name: frame.copy() for name, frame in given_rows.items() if name not in ("first", "last")}
    timeline(**given_rows)
    for name, frame in before.items():
        pd.testing.assert_frame_equal(given_rows[name], frame)


@pytest.mark.parametrize("place", PLACES)
def test_tables_hold_every_figure_of_the_picture(rows, place):
    given_rows = rows(PLACES[place])
    for indicator in given_rows["indicators"].to_dict("records"):
        table = tables.figures(given_rows["trend"], indicator)
        trend = given_rows["trend"]
        mine = trend[(trend["indicator_id"] == indicator["indicator_id"]) & (trend["role"] == "chosen")]
        written = table.set_index("Date")["Figure"]
        for row in mine.to_dict("records"):
            expected = figure(row["value"], row["status"], unit=indicator["unit"], decimals=indicator["decimals"])
            assert written[day(row["period_end"])].startswith(expected)


@pytest.mark.parametrize("place", PLACES)
def test_alternative_text_names_the_place_and_its_last_figures(rows, place):
    given_rows = rows(PLACES[place])
    for unused in ("steps", "breaks", "ribbons", "visits", "events", "first", "last"):
        given_rows.pop(unused)
    text = alternative.timeline(place, **given_rows)
    assert place in text and "tables below" in text


def test_notes_put_years_with_the_same_note_together(rows):
    given_rows = rows(PLACES["Isles of Scilly"])
    lines = notes(given_rows["trend"], given_rows["breaks"], given_rows["indicators"])
    assert any("2021 to 2025: 100%" in line for line in lines)
    assert sum("break in series" in line for line in lines) == 2


@pytest.mark.parametrize("place", ["Birmingham", "Isles of Scilly"])
def test_what_is_known_of_the_figures_of_england_is_noted_wherever_england_is_drawn(con, place):
    """Every series that is drawn with England beside it: a sum of ours, or a total that leaves someone out."""
    every = list(indicators())
    about = queries.indicators.frame(con, indicators=every)
    trend = queries.trend.frame(con, authority=PLACES[place], indicators=every, **BESIDE)
    lines = notes(trend, queries.breaks.frame(con, indicators=every), about)
    said = " ".join(line for line in lines if line.startswith("England: "))
    drawn = about[~about["unit"].isin(["number", "FTE", "£"])]["title"]
    known = con.execute(
        "select distinct title, note from found_observation inner join indicator using (indicator_id) "
        "where asked_code = 'E92000001' and note <> ''"
    ).fetchall()
    assert [row for row in known if row[0] in set(drawn) and not (row[0] in said and row[1] in said)] == []
    assert "2012-13 to 2014-15: The spend is a sum of the 152 authorities" in said
    assert "total, cash" not in said


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


def test_visits_are_marks_on_request_and_never_a_grade(rows, built):
    """All authorities: as many marks as visits, none of them a bar, and every kind in the key."""
    con = open_database(built)
    kinds = list(visits.KINDS)
    found = ofsted.visits.frame(con, authority="all", region="all", kinds=kinds)
    for _, part in found.groupby("area_code"):
        traces = visits.marks(part, axis="y3")
        assert sum(len(trace["x"]) for trace in traces) == len(part)
        assert {trace["type"] for trace in traces} == {"scatter"}
        assert all("no grade" in text for trace in traces for text in trace["customdata"])
        assert [entry.words for entry in visit_signs(part)] == [
            visits.KINDS[k] for k in kinds if k in set(part["look"])
        ]
    con.close()
    birmingham = PLACES["Birmingham"]
    asked, unasked = timeline(**rows(birmingham, kinds)), timeline(**rows(birmingham))
    assert visits.TITLE in _texts(asked) and visits.TITLE not in _texts(unasked)
    assert len(asked.data) > len(unasked.data)


def test_figures_none_of_which_is_noted_and_drawn_give_no_note_and_no_error(built):
    con = open_database(built)
    trend = queries.trend.frame(
        con, authority="E08000025", beside=[], others=[], model="2025", indicators=["referrals"], first=2023, last=2023
    )
    abouts = queries.indicators.frame(con, indicators=["referrals"])
    breaks = queries.breaks.frame(con, indicators=["referrals"])
    con.close()
    assert len(trend) and notes(trend.assign(note=""), breaks.head(0), abouts) == []
