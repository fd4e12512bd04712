"""The compare page: its address, each way of showing, what it refuses, and how it stands on a screen."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

import queries.catalogue
import queries.figures
from pages.charts.axes import even
from pages.charts.comparison import looks
from pages.charts.spread import spread
from pages.charts.words import KNOWN
from pages.choosing import choices, models
from pages.choosing.address import Choice, read, written
from queries import compare as questions
from queries import england
from queries.database import open_database

SCRIPT = str(Path(__file__).parents[2] / "pages/compare/page.py")
EIGHT = "E08000025,E08000017,E08000035,E08000003,E08000012,E06000058,E10000016,E09000033"
TWENTY = (
    f"{EIGHT},E06000039,E08000028,E06000010,E06000061,E09000021,E08000018,E08000024,E06000052,E06000053,E10000006,"
    "E08000016,E09000005"
)
WORKFORCE = {"authority": "E08000025,E08000017", "indicator": "agency_rate"}
GROUPS = "inadequate,other-grade,E12000005,neighbours"


@pytest.fixture
def page(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    monkeypatch.setattr("streamlit.page_link", lambda *_, **__: None)  # a script by itself has no page to lead to

    def open_at(**address):
        app = AppTest.from_file(SCRIPT, default_timeout=60)
        for name, value in address.items():
            app.query_params[name.removesuffix("_")] = value
        app = app.run()
        assert not app.exception and not app.error
        return app

    return open_at


def charts(app):
    return [json.loads(each.proto.spec) for each in app.get("plotly_chart")]


def words(app):
    return " ".join([each.value for each in (*app.info, *app.warning)])


def tables(app):
    return "".join(each.proto.body for each in app.get("html"))


@pytest.fixture(scope="module")
def offered(built):
    """Return every choice of the page, as the page offers it."""
    con = open_database(built)
    found = {each.area_code: each for each in queries.catalogue.authorities(con)}
    facts = {each.indicator_id: each for each in questions.series(con)}
    regions = questions.regions.frame(con).set_index("area_code")["name"].to_dict()
    con.close()
    held = min(fact.first_year for fact in facts.values()), max(fact.last_year for fact in facts.values())
    years = tuple(str(year) for year in range(held[0], held[1] + 1))
    return [
        choices.authorities(found, name="authority", default=choices.FIRST_COMPARED, most=40),
        choices.series(default=("agency_rate",), most=1),
        choices.tab(),
        choices.drawn("published"),
        choices.base_year(facts["agency_rate"].base_year, *held),
        choices.intervention_event(),
        choices.against(),
        Choice(name="from", options=years, default=(years[0],)),
        Choice(name="to", options=years, default=(years[-1],)),
        choices.groups(regions),
        choices.authorities(found, name="own", default=(), most=40),
        choices.average_of_groups(),
        models.neighbour_model(),
        Choice(name="england", options=("0", "1"), default=("1",)),
        Choice(name="context", options=("0", "1"), default=("1",)),
    ]


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_view_to_address_to_view_is_the_identity(offered, data):
    view = {
        choice.name: tuple(
            data.draw(
                st.lists(st.sampled_from(choice.options), min_size=choice.least, max_size=choice.most, unique=True)
            )
        )
        for choice in offered
    }
    again, problems = read(offered, written(view))
    assert (again, problems) == (view, [])
    assert written(again) == written(view)


def test_the_offered_choices_are_those_of_the_page(page, offered):
    app = page(**WORKFORCE, as_="index")  # what is left out of the address when it is a link of before the tabs
    app.multiselect[0].set_value(["E08000035"]).run()
    assert set(app.query_params) == {choice.name for choice in offered}
    assert app.query_params["authority"] == "E08000035"


def test_a_choice_is_kept_through_all_tabs_and_a_link_of_before_them_opens_its_view(page):
    app = page(**WORKFORCE, as_="index", base="2019", groups="E12000005", context="0")
    assert (app.get("button_group")[0].value, app.selectbox(key="compare.drawn").value) == ("lines", "index")
    for tab in ("ranking", "scatter", "change", "tiles", "table", "lines"):
        app.session_state["compare.as"] = tab
        app.run()
        assert not app.exception and app.title, tab
        kept = {name: v if isinstance(v, str) else v[0] for name, v in app.query_params.items()}
        assert kept["as"] == tab
        assert (kept["drawn"], kept["base"], kept["groups"], kept["context"]) == ("index", "2019", "E12000005", "0")
        drawn = bool(app.get("plotly_chart"))
        assert drawn == (tab != "table"), tab
    assert app.selectbox(key="compare.base").value == "2019"
    assert page(**WORKFORCE, as_="against").get("button_group")[0].value == "scatter"


@pytest.mark.parametrize("view", choices.VIEWS)
@pytest.mark.parametrize("many", [False, True])
def test_every_view_draws_with_alternative_text_and_a_table(view, many, page):
    app = page(authority=TWENTY if many else "E08000025,E08000017", indicator="agency_rate", as_=view)
    drawn = app.get("plotly_chart")
    assert len(drawn) == (4 if many and view not in ("against", "since") else len(drawn))
    assert all(len(chart.proto.alt) > 40 for chart in drawn) and drawn
    assert "Birmingham" in tables(app) and "<caption>" in tables(app)


@pytest.mark.parametrize(
    ("drawn", "said", "figure"),
    [
        ("published", "Line chart: Working days to the initial conference (median). ", "Birmingham 14 days (2024-25)"),
        ("difference", "difference from England. ", "Birmingham 0 days (2024-25)"),
        ("index", "index, 2013-14 = 100. ", "Birmingham 100 (2024-25)"),
        ("rank", "rank, 1 = lowest. ", "Birmingham 36 of 151 (2024-25)"),
    ],
)
def test_an_alternative_text_says_what_its_numbers_are(drawn, said, figure, page):
    app = page(authority="E08000025", indicator="icpc_days_median", as_="lines", drawn=drawn, base="2014",
               groups="neighbours")  # fmt: skip
    alternative = app.get("plotly_chart")[0].proto.alt
    assert said in alternative and figure in alternative
    assert drawn != "index" or "the figure of 2013-14 is 100" in tables(app)
    strips = [each.proto.alt for each in app.get("plotly_chart")[1:]]
    assert all(each.startswith("Among all 151 authorities, year to 31 March 2025: ") for each in strips)
    assert "(13.5 days), median of 10 of 10" in tables(app) or drawn not in ("difference", "index")


def test_birmingham_2024_is_a_gap_with_its_reason(page):
    app = page(**WORKFORCE)
    traces = charts(app)[0]["data"]
    missing = [trace for trace in traces if trace.get("marker", {}).get("opacity") == 0]
    assert [x[:4] for trace in missing for x in trace["x"]] == ["2024"]
    assert "low reliability" in missing[0]["text"][0]
    assert any("[u]" in note["text"] for note in charts(app)[0]["layout"]["annotations"])
    assert "low reliability" in tables(app)
    assert not any(trace.get("connectgaps") for trace in traces)


def behind(app):
    """Return how many grey lines and how many bands stand behind the lines."""
    traces = charts(app)[0]["data"]
    grey = [trace for trace in traces if trace.get("line", {}).get("color") == looks.BEHIND_LOOK.colour]
    return len(grey), sum(trace.get("fill") == "toself" for trace in traces)


def test_all_authorities_are_two_bands_or_one_grey_line_and_can_be_switched_off(page):
    assert behind(page(**WORKFORCE)) == (0, 2)
    assert behind(page(authority="E08000025", indicator="referrals")) == (1, 0)  # counts lie in no band
    assert behind(page(**WORKFORCE, as_="difference")) == (1, 0)
    assert behind(page(**WORKFORCE, context="0")) == (0, 0)


def test_the_bands_are_those_of_the_question_and_stand_in_a_table(page, built):
    con = open_database(built)
    rows = queries.figures.percentiles(con, indicators=["agency_rate"])
    con.close()
    app = page(**WORKFORCE)
    drawn = {y for trace in charts(app)[0]["data"] if trace.get("fill") == "toself" for y in trace["y"]}
    for row in rows:
        assert {row.tenth, row.lower_quarter, row.upper_quarter, row.ninetieth} <= drawn
        assert f"{row.ninetieth:.1f}%" in tables(app)
    assert len(rows) > 5


def test_all_of_a_region_is_chosen_in_one_act(page):
    app = page(**WORKFORCE)
    app.selectbox(key="compare.all-of").set_value("West Midlands").run()
    chosen = app.query_params["authority"]
    chosen = chosen if isinstance(chosen, str) else chosen[0]
    assert len(chosen.split(",")) == 14 and "E08000025" in chosen and "E08000017" not in chosen
    assert app.title[0].value.endswith("14 local authorities")


def test_the_chosen_are_named_among_all_with_the_range_of_their_rank(page, built):
    con = open_database(built)
    rows = {row.area_code: row for row in questions.lines(
        con, authorities=["E08000025", "E08000017"], indicator="agency_rate", measure="rank", base=2018, first=2025,
        last=2100,
    ) if row.role == "chosen"}  # fmt: skip
    con.close()
    said = page(**WORKFORCE).get("plotly_chart")[1].proto
    for row in rows.values():
        assert f"{row.rank} of {row.ranked_of} ({row.rank_low} to {row.rank_high})" in said.alt
    assert f"all {rows['E08000025'].ranked_of} authorities" in said.alt
    assert len(page(authority="E08000025", indicator="referrals").get("plotly_chart")) == 1  # a count has no place


def test_of_more_than_four_authorities_the_first_four_are_labelled_and_the_others_named_in_the_key(page):
    app = page(authority=EIGHT, indicator="agency_rate")
    labels = " ".join(note["text"].replace("<br>", " ") for note in charts(app)[0]["layout"]["annotations"])
    assert "Leeds" in labels and "Westminster" not in labels
    assert all(name in tables(app) for name in ("Kent", "Westminster"))


def test_interventions_stand_in_lanes_beneath_the_lines(page):
    app = page(**WORKFORCE)
    bars = [trace for trace in charts(app)[0]["data"] if trace["type"] == "bar"]
    said = [text for trace in bars for text in trace["hovertext"]]
    assert any("from" in text and "confidence" in text for text in said)
    assert "Below, bars for government intervention: Birmingham, Doncaster." in app.get("plotly_chart")[0].proto.alt
    app = page(authority="E08000025,E08000003", indicator="agency_rate")
    assert "No government intervention in these years in our register: Manchester." in tables(app)


def test_no_line_is_told_apart_by_colour_alone():
    every = [*looks.AUTHORITY_LOOKS, looks.ENGLAND_LOOK, *looks.GROUP_LOOKS]
    assert len({(look.dash, look.symbol) for look in every}) == len(every) == 13


def test_what_cannot_be_ranked_is_refused_in_a_sentence(page):
    for indicator in ("referral_nfa_rate", "referrals"):
        app = page(authority="E08000025", indicator=indicator, as_="rank")
        assert "a rank would mislead" in words(app)
        assert app.get("plotly_chart") == []


def test_a_count_has_no_difference_from_england(page):
    app = page(authority="E08000025", indicator="referrals", as_="difference")
    assert "is a count" in words(app) and app.get("plotly_chart") == []


def test_an_index_without_a_figure_of_its_base_year_is_refused_by_name(page):
    app = page(authority="E08000025,E06000063", indicator="agency_rate", as_="index", base="2018")
    assert "Cumberland: no figure of 2018 to compare with; left out." in words(app)
    assert app.get("plotly_chart")


def test_authorities_without_an_event_are_named(page):
    app = page(authority="E08000025,E08000003", indicator="agency_rate", as_="since", event="began")
    assert "Manchester: no known date on which intervention began; left out." in words(app)
    app = page(authority="E06000046", indicator="agency_rate", as_="since", event="ended")
    assert "only the year is known" in tables(app)


def test_group_means_say_how_many_authorities_are_in_them(page):
    app = page(authority="E08000025", indicator="agency_rate", groups=GROUPS, to="2025")
    labels = " ".join(note["text"].replace("<br>", " ") for note in charts(app)[0]["layout"]["annotations"])
    assert "median of 16 of 16" in labels and "as published" in labels
    assert "median of 132 of 135" in tables(app)


def test_a_weighted_mean_is_taken_on_request_and_named_so(page):
    app = page(authority="E08000025", indicator="agency_rate", groups=GROUPS, average="weighted-mean", to="2025")
    labels = " ".join(note["text"].replace("<br>", " ") for note in charts(app)[0]["layout"]["annotations"])
    assert "weighted mean of 16 of 16" in labels
    assert "weighted mean of 132 of 135" in tables(app) and "large ones count for more" in tables(app)
    app = page(authority="E08000025", indicator="absence_rate", groups="neighbours", average="weighted-mean")
    assert "no denominators to weigh by" in words(app)
    app = page(authority="E08000025", indicator="absence_rate", groups="neighbours", to="2025")
    assert "median of 10 of 10" in tables(app)
    assert "Neighbours of Birmingham, year to 30 September 2025: " in tables(app).split("Who is in the groups")[0]


def test_an_own_list_bears_the_name_that_the_address_gives_it(page):
    listed = {"groups": "own", "own": "E08000035,E08000003", "called": "Core cities of the north"}
    app = page(**WORKFORCE, **listed)
    assert "Core cities of the north" in tables(app) and "Own list" not in tables(app)
    app.session_state["compare.as"] = "scatter"
    app.run()
    called = app.query_params["called"]
    assert (called if isinstance(called, str) else called[0]) == listed["called"]
    assert "Own list" in tables(page(**WORKFORCE, groups="own", own=listed["own"]))


def test_a_joint_return_that_no_note_names_is_named_by_the_page(page):
    app = page(authority="E09000021", indicator="service_2_to_5_years_rate")
    said = tables(app)
    assert (
        "Kingston upon Thames: from 2016 the figures are those of the joint return of Kingston upon Thames / " in said
    )


def test_a_joint_return_is_named_so(page):
    app = page(authority="E09000021,E09000027", indicator="agency_rate")
    labels = [note["text"].replace("<br>", " ") for note in charts(app)[0]["layout"]["annotations"]]
    assert sum("(joint return)" in label for label in labels) == 2
    assert "17.0%" in tables(app) and "11.0%" in tables(app)


def test_very_small_authorities_set_no_scale_beside_others(page):
    app = page(authority="E08000025,E06000053", indicator="agency_rate")
    assert charts(app)[0]["layout"]["yaxis"]["range"][1] < 40
    assert "Isles of Scilly is very small" in words(app)
    alone = page(authority="E06000053", indicator="agency_rate")
    assert charts(alone)[0]["layout"]["yaxis"]["range"][1] == 100


def test_bad_addresses_get_a_sentence(page):
    app = page(authority=",".join(["E99999999", *(f"X{n}" for n in range(10_000))]), indicator="nonsense", as_="pie")
    assert not app.title and not charts(app)  # no other authority than those asked for
    assert len(app.warning) == 3
    app = page(**WORKFORCE, **{"from": "2023", "to": "2019"})
    assert len(app.warning) == 1 and app.title[0].value.endswith("Birmingham and Doncaster")
    app = page(authority="E06000060", indicator="agency_rate", **{"from": "2015", "to": "2016"})
    assert not app.exception
    app = page(authority="E06000063", indicator="agency_rate", **{"from": "2015", "to": "2016"})
    assert "Cumberland: no figure in these years; left out." in words(app)
    assert app.get("plotly_chart") == []


@example(low=-1001.0, reach=1.0)
@given(
    low=st.floats(-1e4, 1e4),
    reach=st.floats(1, 1e9),
)
def test_even_steps_lie_within_the_axis(low, reach):
    steps = even(low, low + reach)
    assert len(steps) <= 8
    room = reach * 1e-6 + (abs(low) + reach) * 1e-9
    assert all(low - room <= step <= low + reach + room for step in steps)


@given(st.lists(st.tuples(st.floats(0, 400), st.integers(1, 5)), min_size=1, max_size=13))
def test_labels_never_overlap_nor_leave_the_plot(ends):
    tall = [15 * lines + 4 for _, lines in ends]
    height = max(400, sum(tall))
    middles = spread(sorted(at for at, _ in ends), tall, height)
    boxes = [(middle - own / 2, middle + own / 2) for middle, own in zip(middles, tall, strict=True)]
    assert boxes[0][0] >= -1e-6 and boxes[-1][1] <= height + 1e-6
    assert all(below[1] <= above[0] + 1e-6 for below, above in zip(boxes, boxes[1:], strict=False))


def test_the_strip_of_every_indicator_counts_as_many_authorities_as_its_ranks_do(built):
    con = open_database(built)
    seen = 0
    for fact in questions.series(con):
        rows = england.year(con, indicator=fact.indicator_id, year=fact.last_year)
        counted = sum(row.status in KNOWN and not row.tiny for row in rows)
        if fact.ranked and rows:
            seen += 1
            assert {row.ranked_of for row in rows if row.rank} <= {counted}, fact.indicator_id
    con.close()
    assert seen > 10
