"""The dashboard as each visitor's script runs it, without a browser."""

import re
from datetime import date
from functools import partial
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.catalogue import indicators
from etl.build import build
from pages.charts import words
from pages.home import figures, reports, wall
from pages.places import FRAMED, PLACES, at
from queries import figures as figures_asked
from queries import home, register
from queries.database import open_database
from tests.pages.opened import opened

FRAME = str(Path(__file__).parents[2] / "pages/frame.py")


@pytest.fixture
def frame(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))

    return partial(opened, "authority")


def _chart(app):
    """Return the chart as it is written, and its alternative text."""
    (written,) = [each.proto.body for each in app.get("html") if 'class="plot"' in each.proto.body]
    return written, unescape(re.search('class="plot" role="img" aria-label="([^"]*)"', written)[1])


def test_birmingham_opens_first(frame):
    app = frame()
    assert not app.exception
    assert app.title[0].value == "Birmingham"
    assert "authority" not in app.query_params  # the address is left as it came


def test_a_link_names_the_authority_by_any_of_its_codes(frame):
    for code in ("E08000017", "371"):
        assert frame(authority=code).title[0].value == "Doncaster"
    assert frame(authority="E08000038").title[0].value == "Barnsley"


def test_an_unknown_code_is_said_and_shows_no_other_authority(frame):
    app = frame(authority="E99999999<script>")
    assert not app.title and not any("plot" in each.proto.body for each in app.get("html")) and len(app.selectbox) == 2
    assert "(not a code)" in app.warning[0].value and "<script>" not in app.warning[0].value
    assert not app.exception


def test_choosing_another_authority_changes_page_and_address(frame):
    app = frame()
    app.selectbox(key="authority.authority").set_value("E10000006").run()
    assert app.title[0].value == "Cumbria"
    assert app.query_params["authority"] == "E10000006"
    said = " ".join(html.proto.body for html in app.get("html"))
    assert "Its area is now served by Cumberland and Westmorland and Furness" in said


def test_every_chart_has_alternative_text_and_a_table_of_each_series(frame):
    app = frame()
    assert _chart(app)[1].startswith("Timeline of Birmingham")
    assert {"Agency social workers", "Social worker vacancy rate", "Re-referrals within 12 months", "Referrals"} <= {
        tab.label for tab in app.tabs
    }
    assert _chart(app)[0].count('class="row"') == 12  # six panels: what is under the image, and the words over it


@pytest.mark.parametrize("code", ["E06000053", "E09000001", "E09000021", "E06000028", "E06000063", "E09000033"])
def test_peculiar_authorities_show_without_an_error(frame, code):
    app = frame(authority=code)
    assert not app.exception and not app.error


def test_a_broken_database_is_a_sentence_not_a_traceback(frame, tmp_path, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(tmp_path / "none" / "dashboard.duckdb"))
    monkeypatch.setattr("pages.database.build", lambda path: build(path, snapshot=tmp_path))
    app = AppTest.from_file(FRAME, default_timeout=30).run()
    assert not app.exception
    assert "python -m etl extract" in app.error[0].value


def test_the_first_start_builds_the_database(tmp_path, monkeypatch):
    path = tmp_path / "dashboard.duckdb"
    monkeypatch.setenv("DASHBOARD_DATABASE", str(path))
    app = AppTest.from_file(FRAME, default_timeout=60).run()
    assert "153 councils" in app.title[0].value
    assert path.is_file()


# ---- what stands around every page ---------------------------------------------------------------------------------


def found(app, typed):
    app.session_state["find.typed"] = typed  # as the search box leaves it
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("typed", "name"),
    [("E06000010", "Kingston upon Hull"), ("Hull", "Kingston upon Hull"), ("371", "Doncaster"),
     ("Birmingam", "Birmingham"), ("Cumbria", "Cumbria"), ("B&NES", "Bath and North East Somerset")],
)  # fmt: skip
def test_an_authority_is_found_by_any_of_its_names_and_codes_or_a_spelling_that_is_near(frame, typed, name):
    app = found(AppTest.from_file(FRAME, default_timeout=30).run(), typed)
    assert name in app.title[0].value


def test_what_is_like_no_name_is_said_and_leads_nowhere(frame):
    app = found(frame(authority="371"), "xyzzy")
    assert "No council or region is known" in app.warning[0].value
    assert app.title[0].value == "Doncaster"


def test_a_region_is_found_by_its_name(frame):
    app = found(AppTest.from_file(FRAME, default_timeout=30).run(), "E12000005")
    assert app.query_params["region"] == "E12000005"


# Pages on which an authority is chosen; what is chosen elsewhere must pass over all others unharmed.
WITH_AUTHORITY = {"authority", "demand-and-money", "england", "stands-out", "compare", "chart", "interventions",
                  "ofsted", "before-and-after", "double"}  # fmt: skip


@pytest.mark.parametrize("places", [PLACES, PLACES[::-1]], ids=["forth", "back"])
def test_the_authority_chosen_on_one_page_follows_through_all_pages(frame, places):
    app = frame(authority="370")
    for place in (*places, at("authority")):
        app.query_params.clear()
        if (
            place.address == "stands-out"
        ):  # a link without an authority means England there; those of the frame have one
            app.query_params["authority"] = "E08000016"
        app.switch_page(place.script).run()
        assert not app.exception, place
        led = [link.proto.query_string for link in app.get("page_link") if link.proto.label == "Compare"]
        assert place.address == FRAMED or "authority=E08000016" in led[0], place
        keys = {str(widget.key): widget.value for widget in (*app.selectbox, *app.multiselect)}
        chosen = [value for key, value in keys.items() if key.endswith(".authority")]
        assert chosen or place.address not in WITH_AUTHORITY, place
        assert all(value in ("E08000016", ["E08000016"]) for value in chosen), place


def test_those_compared_stay_compared_after_a_look_at_one_of_them_and_another_takes_the_first_place(frame):
    app = frame(authority="E08000025")
    app.query_params["authority"] = "E08000025,E08000017"
    app.switch_page("compare/page.py").run()
    for code, led in (("E08000025", "E08000025%2CE08000017"), ("E08000016", "E08000016%2CE08000017")):
        app.query_params.clear()
        app.query_params["authority"] = code
        app.switch_page("authority/page.py").run()  # once: the links are drawn before the page, and foresee it
        links = [link.proto.query_string for link in app.get("page_link") if link.proto.label == "Compare"]
        assert f"authority={led}" in links[0]
    app.selectbox(key="authority.authority").set_value("E10000006").run()
    links = [link.proto.query_string for link in app.get("page_link") if link.proto.label == "England"]
    assert "authority=E10000006" in links[0]


def test_the_address_wins_over_what_was_chosen_before(frame):
    app = frame(authority="370")
    app.query_params.clear()
    app.query_params["authority"] = "371"
    app.switch_page("authority/page.py").run()
    assert app.title[0].value == "Doncaster"


def test_indicator_and_years_follow_and_the_four_rows_of_the_timeline_stay(frame):
    app = frame(authority="370")
    app.query_params["indicator"] = "caseload"
    app.query_params["from"] = "2017"
    app.query_params["to"] = "2022"
    app.switch_page("compare/page.py").run()
    app.query_params.clear()
    app.switch_page("authority/page.py").run()
    assert app.query_params["indicator"].split(",")[0] == "caseload"
    assert len(app.query_params["indicator"].split(",")) == 5
    assert (app.query_params["from"], app.query_params["to"]) == ("2017", "2022")


def test_every_page_has_its_entry_and_its_foot(frame):
    for place in PLACES:
        app = opened(place.address) if place.address else AppTest.from_file(FRAME, default_timeout=60).run()
        shown = " ".join(each.proto.body for each in app.get("html"))
        assert ("Data version" in shown) == (place.address != FRAMED), place


def test_each_page_keeps_its_choices_under_its_own_address_which_pictures_print():
    for place in PLACES:
        source = (Path(FRAME).parent / place.script).read_text(encoding="utf-8")
        named = re.findall(r'Chooser\("([^"]*)"\)', source)
        assert named in ([], [place.address or "home"]), place


# ---- the first page ------------------------------------------------------------------------------------------------


def test_the_wall_counts_what_the_judgements_give_and_holds_every_authority_once(built):
    con = open_database(built)
    grades = home.grades(con)
    wanted = wall.rows(grades, register.spells(con, region="all"), "now")
    assert len({row.code for row in wanted}) == len(wanted) == 153
    now = dict(
        con.sql("""
        select grade, count(*) from (
            select dfe_code, arg_max(grade, published_on) as grade from dashboard.standing
            where closed_on is null group by dfe_code
        ) group by grade
    """).fetchall()
    )
    counted = {name.casefold(): count for name, count in wall.counts(wanted)}
    assert counted == now
    heading = wall.heading(grades, max(row.until for row in grades if row.until))
    assert [int(n) for n in re.findall(r"\b(\d+)\b(?! August)", heading) if int(n) < 200] == [
        now["outstanding"], 153, now["good"], now["requires improvement"], now["inadequate"], now["no overall grade"]
    ]  # fmt: skip


@pytest.mark.parametrize("order", wall.ORDERS)
def test_every_order_of_the_wall_draws_the_same_bars(built, order):
    con = open_database(built)
    grades, spells = home.grades(con), register.spells(con, region="all")
    first, last = date(2009, 1, 1), max(row.until for row in grades if row.until)
    drawings = [wall.wall(wall.rows(grades, spells, each), first, last) for each in ("name", order)]
    bars = [sorted((bar.left, bar.right, bar.fill.colour) for bar in each.panels[0].bars) for each in drawings]
    assert bars[0] == bars[1] and len(bars[0]) > 600
    assert all(first <= bar.left < bar.right <= last for bar in drawings[1].panels[0].bars)


def test_home_says_the_national_figures_with_their_change(frame):
    app = AppTest.from_file(FRAME, default_timeout=30).run()
    shown = " ".join(each.proto.body for each in app.get("html"))
    assert "13.0%" in shown and "3.2 percentage points lower than a year before" in shown
    assert shown.count("Shaded: the middle four fifths of authorities") == 4
    assert not app.get("plotly_chart")


def test_the_first_page_counts_the_last_changes_of_the_register_as_the_changelog_has_them(built):
    con = open_database(built)
    shown = reports.register(register.changes(con))
    day = con.sql("select max(changed_on) from dashboard.register_change").fetchall()[0][0]
    told = [row for row in shown.to_dict("records") if row["Day"] == words.day(day)]
    counted = sum(int(count) for row in told for count in re.findall(r"\d+", row["Rows"]))
    newest = con.sql(f"select count(*), count(distinct file) from dashboard.register_change where changed_on = '{day}'")
    rows, files = newest.fetchall()[0]
    con.close()
    assert len(told) == files and counted == rows


@pytest.mark.parametrize("id", ["agency_rate", "vacancy_rate", "rereferral_rate", "cla_rate"])
def test_what_is_usual_beside_a_national_figure_is_of_the_same_date_as_the_figure(built, id):
    con = open_database(built)
    among, national = figures_asked.percentiles(con, indicators=[id]), figures_asked.national(con, indicators=[id])
    last = figures.newest(national)
    said = figures.usual(among, last, indicators()[id])
    con.close()
    low, high = (float(number) for number in re.findall(r"(\d+\.\d)", said))
    row = next(row for row in among if row.period_end == last.period_end)
    assert (low, high) == (round(row.tenth, 1), round(row.ninetieth, 1)) and low < last.value < high
