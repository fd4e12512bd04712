"""The before and after page: what is drawn, said and refused; and that it never says why."""

import re
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import queries
from pages.charts.before_after import tables, words
from pages.charts.before_after.chart import before_after
from pages.charts.before_after.method import METHOD
from pages.charts.before_after.notes import alternative, notes
from pages.charts.words import signed
from queries import before_after as questions
from queries.database import open_database
from tests.pages.test_browser import CHROMIUM, chromium, server  # noqa: F401

PAGE = str(Path(__file__).parents[2] / "pages/before_after/page.py")
BIRMINGHAM, DONCASTER, SUNDERLAND, SANDWELL = "E08000025", "E08000017", "E08000024", "E08000028"
HALTON, SLOUGH, SCILLY, RICHMOND, CUMBERLAND = "E06000006", "E06000039", "E06000053", "E09000027", "E06000063"
ENDED = {DONCASTER: "ended:doncaster-2009", BIRMINGHAM: "ended:birmingham-2009", SUNDERLAND: "ended:sunderland-2015"}
SAYS_WHY = re.compile(
    r"\b(effects?|impacts?|because|due to|caus\w+|led to|leads? to|result(s|ed)? (of|in|from)|thanks to|owing to|"
    r"therefore|hence|improved|worsened|improvement was|worked|failed|rescued|turned around)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def opened(built):
    con = open_database(built)
    yield con
    con.close()


@pytest.fixture
def asked(opened):
    def ask(authority, indicator, id=None, span=5):
        events = questions.events.frame(opened, authority=authority, indicator=indicator, span=span)
        event = words.event(events, id or next(iter(words.event_labels(events))))
        parameters = {"authority": authority, "indicator": indicator, "span": span} | words.between(event)
        group = questions.group.frame(opened, **parameters)
        rows = questions.differences.frame(opened, **parameters, model="2025", group=words.members(group))
        about = queries.indicators.frame(opened, indicators=[indicator]).to_dict("records")[0]
        breaks = queries.breaks.frame(opened, indicators=[indicator])
        return {"rows": rows, "group": group, "event": event, "events": events, "about": about, "breaks": breaks}

    return ask


def _chart(found, name="Place", average="median"):
    return before_after(found["rows"], name=name, about=found["about"], event=found["event"], average=average)


def _said(found, name="Place"):
    """Return every word of ours that the page would say."""
    rows, about, event = found["rows"], found["about"], found["event"]
    return [
        words.subtitle(about, event),
        *words.findings(rows, name=name, about=about),
        *words.warnings(rows, name=name),
        *notes(rows, found["group"], found["breaks"], about=about, event=event, events=found["events"], model="2025"),
        alternative(rows, name=name, about=about, event=event),
        *(annotation.text for annotation in _chart(found, name).layout.annotations),
    ]


# ---- the chart -----------------------------------------------------------------------------------------------------


def test_a_withheld_year_is_a_gap_with_its_reason(asked):
    found = asked(BIRMINGHAM, "agency_rate", ENDED[BIRMINGHAM])
    chart = _chart(found)
    for name in ("Place", None):
        line = next(t for t in chart.data if t.type == "scatter" and t.name == name and t.mode == "lines+markers")
        at = dict(zip(line.x, line.y, strict=True))
        assert pd.isna(at[1]) and not pd.isna(at[2]) and line.connectgaps is False
    assert "low reliability" in [annotation.text for annotation in chart.layout.annotations]
    assert 1 not in next(t for t in chart.data if t.type == "bar").x


def test_few_members_make_hollow_marks(asked):
    found = asked(DONCASTER, "agency_rate", ENDED[DONCASTER])
    found["rows"].loc[0, "comparison_n"] = 3
    chart = _chart(found)
    group = next(t for t in chart.data if t.name == "Comparison group (mean)")
    difference = chart.data[-1]
    assert group.marker.symbol[0] == "triangle-up-open" and set(group.marker.symbol[1:]) == {"triangle-up"}
    assert difference.marker.symbol[0] == "circle-open" and set(difference.marker.symbol[1:]) == {"circle"}


def test_a_year_on_neither_side_is_a_diamond_and_an_unusual_value_has_a_ring(asked):
    chart = _chart(asked(DONCASTER, "rereferral_rate", ENDED[DONCASTER]))
    difference = chart.data[-1]
    assert dict(zip(difference.x, difference.marker.symbol, strict=True))[0] == "diamond"
    rings = [t for t in chart.data if t.type == "scatter" and t.mode == "markers" and t.marker.symbol == "circle-open"]
    assert [(list(t.x), t.yaxis) for t in rings] == [([1], "y"), ([1], "y2")]


def test_the_event_stands_at_its_own_date_and_dotted_where_approximate(asked):
    for authority, at, dash in ((DONCASTER, -0.70, "dot"), (BIRMINGHAM, -0.35, "solid")):
        lines = _chart(asked(authority, "vacancy_rate", ENDED[authority])).layout.shapes
        assert [(round(line.x0, 2), line.line.dash) for line in lines] == [(at, dash)] * 2


def test_the_table_gives_exactly_what_is_drawn(asked):
    found = asked(DONCASTER, "agency_rate", ENDED[DONCASTER])
    chart, rows = _chart(found), found["rows"]
    table = tables.differences(rows, name="Doncaster", about=found["about"])
    drawn = [signed(y, unit="", decimals=2) for y in chart.data[-1].y]
    assert table["Difference"].to_list() == drawn
    levels = tables.levels(rows, name="Doncaster", about=found["about"], average="median")
    assert levels["Doncaster"].to_list() == [f"{y:.1f}%" for y in chart.data[2].y]
    assert levels["Of the group with a figure"].iloc[0].endswith(f"of {len(words.members(found['group']))}")
    assert (levels["Source"].str.contains("row")).all()


def test_the_chart_leaves_its_rows_alone(asked):
    found = asked(DONCASTER, "agency_rate", ENDED[DONCASTER])
    before = found["rows"].copy()
    _chart(found)
    pd.testing.assert_frame_equal(found["rows"], before)


# ---- the words -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("indicator", ["agency_rate", "vacancy_rate", "rereferral_rate", "cpp_rate", "icpc_15_days"])
@pytest.mark.parametrize("authority", [DONCASTER, BIRMINGHAM, SUNDERLAND, HALTON, SLOUGH, SANDWELL])
def test_no_word_says_why(asked, authority, indicator):
    found = asked(authority, indicator)
    if words.refusal(
        found["rows"], found["breaks"], name="Place", tiny=False, joint=None, about=found["about"], event=found["event"]
    ):
        pytest.skip("refused")
    for sentence in _said(found):
        assert not SAYS_WHY.search(sentence), sentence
    assert any(words.STANDING in sentence for sentence in _said(found))


def test_the_method_names_its_sources_and_never_says_why():
    assert "Abadie" in METHOD and "2010" in METHOD and "105(490)" in METHOD and "Card" in METHOD
    assert not SAYS_WHY.search(METHOD)


def test_findings_tell_the_place_among_placebos(asked):
    found = asked(DONCASTER, "agency_rate", ENDED[DONCASTER])
    row = found["rows"].iloc[0]
    said = words.findings(found["rows"], name="Doncaster", about=found["about"])
    assert f"Of {row['after_of']} other authorities asked the same question, {row['after_larger']} moved" in said[0]
    assert "higher after the event than before it" in said[0]


def test_warnings_name_the_pandemic_small_numbers_and_unusual_values(asked):
    found = asked(DONCASTER, "rereferral_rate", ENDED[DONCASTER])
    said = " ".join(words.warnings(found["rows"], name="Doncaster"))
    assert "COVID-19" in said and "Unusual value of Doncaster, 31 March 2022" in said and "Small" not in said
    found["rows"]["after_of"], found["rows"]["small"] = 12, True
    said = words.warnings(found["rows"], name="Doncaster")
    assert said[0].startswith("Small sample: only 12") and said[1].startswith("Small numbers")


@pytest.mark.parametrize(
    ("value", "words"),
    [(3.14, "+3.1 percentage points"), (-0.04, "0.0 percentage points"), (-12.5, "−12.5 per 10,000")],
)
def test_differences_carry_their_sign(value, words):
    assert signed(value, unit="per 10,000" if value < -1 else "%", decimals=1) == words


# ---- the page ------------------------------------------------------------------------------------------------------


@pytest.fixture
def visit(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))

    def open_at(**address):
        app = AppTest.from_file(PAGE, default_timeout=30)
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return open_at


@pytest.mark.parametrize(
    "address",
    [
        {"authority": DONCASTER, "indicator": "agency_rate", "event": "ended:doncaster-2009"},
        {"authority": DONCASTER, "indicator": "rereferral_rate", "event": "judgement:2018-01-19:SIF-re-inspection"},
        {"authority": BIRMINGHAM, "indicator": "vacancy_rate", "event": "ended:birmingham-2009", "average": "mean"},
        {"authority": SUNDERLAND, "indicator": "cpp_rate", "event": "ended:sunderland-2015", "years": "10"},
        {"authority": HALTON, "indicator": "turnover_rate", "event": "began:halton-2022", "model": "2021"},
        {"authority": RICHMOND, "indicator": "referral_rate"},
    ],
)
def test_a_link_gives_the_view_again(visit, address):
    app = visit(**address)
    assert not app.exception and len(app.get("plotly_chart")) == 1
    assert app.get("plotly_chart")[0].proto.alt.startswith("Two line charts")
    kept = dict(app.query_params)
    assert address.items() <= kept.items()
    again = visit(**kept)
    assert again.get("plotly_chart")[0].proto.spec == app.get("plotly_chart")[0].proto.spec
    assert dict(again.query_params) == kept


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"authority": DONCASTER, "indicator": "agency_rate", "event": "began:doncaster-2009"}, "0 before and 0 after"),
        ({"authority": SCILLY, "indicator": "vacancy_rate"}, "Isles of Scilly is very small"),
        ({"authority": RICHMOND, "indicator": "vacancy_rate"}, "one joint return, Kingston upon Thames"),
        ({"authority": CUMBERLAND, "indicator": "vacancy_rate"}, "at least two on each side are needed"),
        (
            {"authority": BIRMINGHAM, "indicator": "vacancy_rate", "event": "judgement:2016-11-25:SIF-re-inspection"},
            "the series breaks between 30 September 2016 and 30 September 2017",
        ),
    ],
)
def test_refuses_in_one_sentence(visit, address, sentence):
    app = visit(**address)
    assert not app.exception and not app.get("plotly_chart")
    assert sum(sentence in warning.value for warning in app.warning) == 1


def test_every_authority_and_event_gives_a_view_or_a_sentence(visit, opened):
    for code in [*queries.authorities.frame(opened)["area_code"]][::12]:
        app = visit(authority=code, indicator="absence_rate")
        assert not app.exception, code
        assert app.get("plotly_chart") or app.warning, code


def test_an_unknown_id_is_named_and_the_first_event_taken(visit):
    app = visit(authority=DONCASTER, event="nowhere-2009", indicator="referrals", years="eleven")
    said = " ".join(warning.value for warning in app.warning)
    assert "'nowhere-2009'" in said and "'referrals'" in said and "'eleven'" in said
    assert not app.exception and app.get("plotly_chart")


def test_another_authority_brings_its_own_events(visit):
    app = visit(authority=BIRMINGHAM)
    app.selectbox[0].set_value(DONCASTER).run()
    assert not app.exception
    assert app.query_params["event"] == "judgement:2022-04-08:ILACS"


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it")
@pytest.mark.parametrize("width", [1280, 375, 320])
@pytest.mark.parametrize(
    "address",
    [
        f"authority={DONCASTER}&indicator=agency_rate&event=ended:doncaster-2009",
        f"authority={BIRMINGHAM}&indicator=agency_rate&event=ended:birmingham-2009",
        f"authority={DONCASTER}&indicator=rereferral_rate&event=ended:doncaster-2009",
        f"authority={HALTON}&indicator=agency_rate&event=began:halton-2022",
        f"authority={DONCASTER}&indicator=rereferral_rate&event=judgement:2018-01-19:SIF-re-inspection&years=10",
        f"authority={SUNDERLAND}&indicator=cpp_rate&event=ended:sunderland-2015&years=10",
    ],
)
def test_nothing_leaves_the_screen_or_overlaps(server, chromium, address, width):  # noqa: F811
    page = chromium.new_page(viewport={"width": width, "height": 1000})
    page.goto(f"{server}/before-and-after?{address}")
    page.wait_for_selector(".js-plotly-plot .main-svg", timeout=30_000)
    page.wait_for_timeout(800)
    main = "document.querySelector('[data-testid=stMain]')"
    assert page.evaluate(f"{main}.scrollWidth - {main}.clientWidth") == 0
    boxes = page.evaluate(
        """() => [...document.querySelectorAll(
            '.js-plotly-plot .annotation-text-g, .js-plotly-plot .xtick text, .js-plotly-plot .g-xtitle text')]
        .map(e => [e.textContent, e.getBoundingClientRect()]).map(([t, r]) => [t, r.left, r.top, r.right, r.bottom])"""
    )
    assert len(boxes) > 10
    for n, (text, left, top, right, bottom) in enumerate(boxes):
        assert left >= 0 and right <= width, f"{text} leaves the screen"
        for other, l2, t2, r2, b2 in boxes[n + 1 :]:
            apart = right <= l2 + 1 or r2 <= left + 1 or bottom <= t2 + 1 or b2 <= top + 1
            assert apart, f"'{text}' and '{other}' overlap at {width} pixels"
    page.close()
