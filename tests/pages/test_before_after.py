"""The before and after page: what is drawn, said and refused; and that it never says why."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import queries.catalogue
from data.catalogue import indicators
from pages.before_after import picture, tables, words
from pages.before_after.chart import before_after
from pages.before_after.key import key
from pages.before_after.method import METHOD
from pages.before_after.notes import alternative, notes
from pages.before_after.refusal import refusal
from pages.charts.svg.layout import laid_out
from pages.charts.svg.scene import meet
from pages.charts.svg.sizes import PHONE, PRINT, SIZES
from pages.charts.words import signed
from queries import before_after as questions

PAGE = str(Path(__file__).parents[2] / "pages/before_after/page.py")
BIRMINGHAM, DONCASTER, SUNDERLAND, SANDWELL = "E08000025", "E08000017", "E08000024", "E08000028"
HALTON, SLOUGH, SCILLY, RICHMOND, CUMBERLAND = "E06000006", "E06000039", "E06000053", "E09000027", "E06000063"
ENDED = {DONCASTER: "ended:doncaster-2009", BIRMINGHAM: "ended:birmingham-2009", SUNDERLAND: "ended:sunderland-2015"}
SAYS_WHY = re.compile(
    r"\b(effects?|impacts?|because|due to|caus\w+|led to|leads? to|result(s|ed)? (of|in|from)|thanks to|owing to|"
    r"therefore|hence|improved|worsened|improvement was|worked|failed|rescued|turned around)\b",
    re.IGNORECASE,
)


@pytest.fixture
def asked(opened):
    def ask(authority, indicator, id=None, span=5):
        events = questions.events(opened, authority=authority, indicator=indicator, span=span)
        event = words.event(events, id or next(iter(words.event_labels(events))))
        parameters = {"authority": authority, "indicator": indicator, "span": span, **words.between(event)}
        group = questions.group(opened, **parameters)
        return {
            "rows": questions.differences(opened, **parameters, model="2025", group=words.members(group)),
            "group": group, "event": event, "events": events, "indicator": indicators()[indicator],
            "breaks": queries.catalogue.breaks(opened, indicators=[indicator]),
        }  # fmt: skip

    return ask


@pytest.mark.parametrize(("authority", "side"), [(BIRMINGHAM, "right"), (DONCASTER, "left")])
def test_an_event_is_named_on_the_side_with_more_years_clear_of_the_labels_of_lines(asked, authority, side):
    found = asked(authority, "cpp_rate", ENDED[authority], span=4)
    rows = found["rows"]
    drawing = before_after(rows, name="A", indicator=found["indicator"], event=found["event"], average="median")
    at, label = rows[-1].event_at, drawing.panels[0].labels[0]
    assert (at - rows[0].years_since > rows[-1].years_since - at) == (side == "right") and label.across == side


def test_a_mean_of_whole_figures_is_written_as_it_is_drawn_and_none_is_neither_higher_nor_lower(asked):
    found = asked(DONCASTER, "icpc_days_median")
    first, trend = words.findings(found["rows"], name="Doncaster", indicator=found["indicator"])[:2]
    row = found["rows"][0]
    assert f"on average {row.after_difference:.1f} days higher after the event than before it" in first
    assert f"{signed(row.before_slope, unit='days', decimals=1)} a year" in trend
    cells = tables.levels(found["rows"], name="Doncaster", indicator=found["indicator"], average="median")
    assert all(re.fullmatch(r"\d+ days", each["Doncaster"]) for each in cells)
    assert all(re.fullmatch(r"\d+\.\d days", each["Comparison group (mean)"]) for each in cells)
    for value, said in (
        (0.04, "the same after the event as before it"),
        (-0.26, "0.3 days lower after the event than"),
    ):
        rows = [each._replace(after_difference=value) for each in found["rows"]]
        assert said in words.findings(rows, name="Doncaster", indicator=found["indicator"])[0]


def _chart(found, name="Place", average="median"):
    return before_after(found["rows"], name=name, indicator=found["indicator"], event=found["event"], average=average)


def _refused(found):
    return refusal(
        found["rows"], found["breaks"], name="Place", tiny=False, joint=None, indicator=found["indicator"],
        event=found["event"],
    )  # fmt: skip


def _picture(found, name="Place"):
    return picture.picture(
        _chart(found, name), found["rows"], found["group"], name=name, indicator=found["indicator"],
        event=found["event"], publications=[], version="2026-01-01", link="example.org/before-and-after",
    )  # fmt: skip


def _said(found, name="Place"):
    """Return every word of ours that the page would say."""
    rows, indicator, event = found["rows"], found["indicator"], found["event"]
    drawing, taken = _chart(found, name), _picture(found, name)
    return [
        words.subtitle(indicator, event),
        *words.findings(rows, name=name, indicator=indicator),
        *words.warnings(rows, name=name),
        *notes(
            rows, found["group"], found["breaks"], indicator=indicator, event=event, events=found["events"],
            model="2025",
        ),
        alternative(rows, name=name, indicator=indicator, event=event),
        *(words for panel in drawing.panels for words in (panel.title, panel.about)),
        *(line for panel in drawing.panels for label in panel.labels for line in label.lines),
        *(entry.words for entry in key(name, "median", rows)),
        taken.headline, taken.subtitle, *taken.notes,
    ]  # fmt: skip


def test_a_key_names_the_signs_that_are_drawn_and_no_other(asked):
    for authority, indicator in ((DONCASTER, "icpc_days_median"), (BIRMINGHAM, "caseload"), (SUNDERLAND, "cpp_rate")):
        found = asked(authority, indicator)
        marks = [mark.symbol for panel in _chart(found).panels for mark in panel.marks]
        drawn = marks + [
            point.symbol for panel in _chart(found).panels for line in panel.lines for run in line.runs for point in run
        ]
        words_of = " ".join(entry.words for entry in key("Place", "median", found["rows"]))
        assert ("on neither side" in words_of) == any("diamond" in symbol for symbol in drawn), (authority, indicator)
        assert ("hollow" in words_of) == any("open" in symbol for symbol in drawn), (authority, indicator)


def _few(found):
    """Let only three of the comparison group have a figure in the first year."""
    found["rows"][0] = found["rows"][0]._replace(comparison_n=3)
    return found


def _line(drawing, name):
    return next(line for panel in drawing.panels for line in panel.lines if line.name == name)


# ---- the chart -----------------------------------------------------------------------------------------------------


def test_a_withheld_year_is_a_gap_with_its_reason(asked):
    above, below = _chart(asked(BIRMINGHAM, "agency_rate", ENDED[BIRMINGHAM])).panels
    for line in (above.lines[-1], below.lines[0]):
        before, after = [[point.x for point in run] for run in line.runs]
        assert line.name == "Place" and before == [-5, -4, -3, -2, -1, 0] and after[0] == 2
    assert [(gap.dates, gap.sign, gap.reason, gap.years) for gap in above.gaps] == [
        ((1,), "[u]", "low reliability", "2024")
    ]
    assert all(not bar.left < 1 < bar.right for bar in below.bars)


def test_few_members_make_hollow_marks(asked):
    drawing = _chart(_few(asked(DONCASTER, "agency_rate", ENDED[DONCASTER])))
    assert [point.symbol for point in _line(drawing, "Comparison group (mean)").points][:2] == ["triangle-up-open", ""]
    assert [point.symbol for point in drawing.panels[1].lines[0].points][:2] == ["circle-open", ""]


def test_a_year_on_neither_side_is_a_diamond_and_an_unusual_value_has_a_ring(asked):
    above, below = _chart(asked(DONCASTER, "rereferral_rate", ENDED[DONCASTER])).panels
    assert {point.x: point.symbol for point in below.lines[0].points}[0] == "diamond"
    assert [[(mark.x, mark.hollow) for mark in panel.marks] for panel in (above, below)] == [[(1, True)]] * 2


def test_the_event_stands_at_its_own_date_and_dotted_where_approximate(asked):
    for authority, at, dash in ((DONCASTER, -0.70, "dot"), (BIRMINGHAM, -0.35, "solid")):
        panels = _chart(asked(authority, "vacancy_rate", ENDED[authority])).panels
        lines = [line for panel in panels for line in panel.uprights]
        assert [(round(line.x, 2), line.dash) for line in lines] == [(at, dash)] * 2


def test_the_table_gives_exactly_what_is_drawn(asked):
    found = asked(DONCASTER, "agency_rate", ENDED[DONCASTER])
    above, below = _chart(found, "Doncaster").panels
    table = tables.differences(found["rows"], name="Doncaster", indicator=found["indicator"])
    drawn = [signed(point.y, unit="", decimals=2) for point in below.lines[0].points]
    assert [row["Difference"] for row in table] == drawn
    levels = tables.levels(found["rows"], name="Doncaster", indicator=found["indicator"], average="median")
    assert [row["Doncaster"] for row in levels] == [f"{point.y:.1f}%" for point in above.lines[-1].points]
    assert levels[0]["Of the group with a figure"].endswith(f"of {len(words.members(found['group']))}")
    assert all(", row " in row["Source"] for row in levels)


@pytest.mark.parametrize("average", ["median", "mean"])
def test_what_is_drawn_is_what_was_asked_for_every_authority(asked, opened, average):
    shown = 0
    for code in [area.area_code for area in queries.catalogue.authorities(opened)][::9]:
        for indicator in ("vacancy_rate", "rereferral_rate"):
            found = asked(code, indicator)
            if _refused(found):
                continue
            above, below = _chart(found, average=average).panels
            columns = {"Place": "value", f"Neighbours ({average})": f"neighbours_{average}",
                       "Comparison group (mean)": "comparison_mean"}  # fmt: skip
            for line in above.lines:
                rows = [(row.years_since, getattr(row, columns[line.name])) for row in found["rows"]]
                assert [(point.x, point.y) for point in line.points] == [row for row in rows if row[1] is not None]
            missing = [row.years_since for row in found["rows"] if row.status != "published"]
            assert [gap.dates for gap in above.gaps] == [(year,) for year in missing]
            assert all(bar.low <= bar.high for bar in below.bars)
            shown += 1
    assert shown > 20


def test_no_word_of_a_picture_covers_another_in_any_size(asked):
    for authority, indicator, id, span in (
        (DONCASTER, "rereferral_rate", "judgement:2018-01-19:SIF-re-inspection", 10),
        (BIRMINGHAM, "agency_rate", ENDED[BIRMINGHAM], 5),
        (SUNDERLAND, "cpp_rate", ENDED[SUNDERLAND], 10),
        (HALTON, "agency_rate", "began:halton-2022", 5),
    ):
        taken = _picture(asked(authority, indicator, id, span))
        for size in (*SIZES.values(), PRINT, PHONE):
            texts = laid_out(taken, size).texts
            assert len(texts) > 15
            covered = [
                (one.text, other.text)
                for n, one in enumerate(texts)
                for other in texts[n + 1 :]
                if meet(one.box, other.box, -1)
            ]
            assert covered == [], (size.name, authority)


# ---- the words -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("indicator", ["agency_rate", "vacancy_rate", "rereferral_rate", "cpp_rate", "icpc_15_days"])
@pytest.mark.parametrize("authority", [DONCASTER, BIRMINGHAM, SUNDERLAND, HALTON, SLOUGH, SANDWELL])
def test_no_word_says_why(asked, authority, indicator):
    found = asked(authority, indicator)
    if _refused(found):
        pytest.skip("refused")
    for sentence in _said(found):
        assert not SAYS_WHY.search(sentence), sentence
    assert any(words.STANDING in sentence for sentence in _said(found))


def test_the_method_names_its_sources_and_never_says_why():
    assert "Abadie" in METHOD and "2010" in METHOD and "105(490)" in METHOD and "Card" in METHOD
    assert not SAYS_WHY.search(METHOD)


def test_findings_tell_the_place_among_placebos(asked):
    found = asked(DONCASTER, "agency_rate", ENDED[DONCASTER])
    row = found["rows"][0]
    said = words.findings(found["rows"], name="Doncaster", indicator=found["indicator"])
    assert f"Of {row.after_of} other authorities for which the same was calculated, {row.after_larger} moved" in said[0]
    assert "higher after the event than before it" in said[0]


def test_warnings_name_the_pandemic_small_numbers_and_unusual_values(asked):
    found = asked(DONCASTER, "rereferral_rate", ENDED[DONCASTER])
    said = " ".join(words.warnings(found["rows"], name="Doncaster"))
    assert "COVID-19" in said and "Unusual value of Doncaster, 31 March 2022" in said and "Small" not in said
    small = [row._replace(after_of=12, small=True) for row in found["rows"]]
    said = words.warnings(small, name="Doncaster")
    assert said[0].startswith("Small sample: only 12") and said[1].startswith("Small numbers")


def test_a_picture_names_the_place_the_event_with_its_date_and_who_is_compared(asked):
    taken = _picture(asked(BIRMINGHAM, "agency_rate", ENDED[BIRMINGHAM]), "Birmingham")
    assert taken.headline.startswith("Birmingham: agency social workers before and after an event: ")
    assert taken.headline.endswith(", 26 May 2023")
    assert re.search(r"\b[1-9]\d authorities and joint returns under no intervention", taken.notes[0])
    assert taken.name == ("before-and-after", "Birmingham", "Agency", "ended:birmingham-2009")


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
    for code in [area.area_code for area in queries.catalogue.authorities(opened)][::12]:
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
