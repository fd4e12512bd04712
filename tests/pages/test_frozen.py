"""A frozen view names, cites and packs the release it shows; addresses open what is drawn; headlines are kept."""

import csv
import io
import zipfile
from datetime import date
from html import unescape
from urllib.parse import unquote_plus

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

import queries.catalogue
from data.catalogue import indicators
from pages.charts.svg.layout import laid_out
from pages.charts.svg.sizes import SIZES
from pages.charts.years import last_day
from pages.choosing import choices, printed, short
from pages.choosing.address import read
from pages.picture import newer, pack, pictures, take_away, views
from queries import compare as comparisons
from queries import pictures as questions
from tests.at_once import at_once
from tests.pages.drawn import BIRMINGHAM, DONCASTER, EIGHT
from tests.pages.test_chart_page import PAGES, SCRIPTS

ENGLAND = "E92000001"


@pytest.fixture(scope="module")
def names(opened):
    return queries.catalogue.authorities.frame(opened).set_index("area_code")["name"].to_dict()


def view(**other):
    asked = {
        "authority": (BIRMINGHAM, DONCASTER), "indicator": "agency_rate", "measure": "published", "base": 2018,
        "event": "began", "groups": (), "england": True, "context": False, "bars": True, "first": 2009, "last": 2026,
        "edition": "2022", "average": "median",
    }  # fmt: skip
    return views.View(**asked | other)


def drawn(names, **other):
    asked = view(**other)
    return asked, pictures.pictured(asked, {code: names[code] for code in asked.authority}, link="example.org/chart")


def said(drawing):
    return " ".join(text.text for text in laid_out(drawing.picture, SIZES["news"]).texts).replace("\u00a0", " ")


def test_every_past_edition_credits_nothing_that_came_out_later(opened):
    released = opened.cursor().execute("select source_id, edition, published from dashboard.source_file").fetchall()
    asks = [
        {"indicator": row.indicator_id, "edition": edition, "first": 2009, "last": 2026}
        for row in comparisons.series(opened)
        for edition in questions.editions.frame(opened, indicator=row.indicator_id)["edition"].unique()[1:].tolist()
    ]
    assert len(asks) > 60
    drawn = {"authorities": [BIRMINGHAM, DONCASTER], "measure": "published", "base": 2018, "context": False}
    answers = at_once(opened, questions.lines, [ask | drawn for ask in asks])
    for ask, lines in zip(asks, answers, strict=True):
        behind = {(row.source_id, row.edition) for row in lines}
        dates = {when for source, of, when in released if (source, of) in behind}
        credited = questions.sources(opened, areas=[BIRMINGHAM, DONCASTER, ENGLAND], judged=False, **ask)
        named = {when for row in credited for when in row.published}
        assert dates <= named, (ask, "each release drawn is named")
        if not any(row.derived for row in lines):
            assert named == dates, (ask, "and no other")


def test_a_frozen_picture_names_its_release_and_tells_nothing_later(names):
    for edition, published in (("2022", "February 2023"), ("2023", "February 2024"), ("2024", "February 2025")):
        _, drawing = drawn(names, edition=edition)
        text = said(drawing)
        assert f"Children's social work workforce, Department for Education, published {published}" in text
        assert f"Figures of the edition {edition}, published {published}" in text and "2026" not in text
        assert ("ended 26 May 2023" in text) == (edition > "2022")
        assert ("Birmingham: government intervention, in force in February 2023" in text) == (edition == "2022")


def test_no_frozen_picture_of_any_authority_draws_or_says_what_came_later(names):
    until = last_day("2023-02").date()
    bars = 0
    for code in list(names)[::7]:
        _, drawing = drawn(names, authority=(code,))
        for panel in drawing.picture.drawing.panels[1:]:
            assert all(bar.right <= until for bar in panel.bars), names[code]
            bars += len(panel.bars)
        if not drawing.content.empty:
            assert not any(year in said(drawing) for year in ("2024", "2025", "2026")), names[code]
    assert bars > 40


def test_the_citation_and_the_pack_of_a_frozen_view_are_of_its_edition(names):
    asked, drawing = drawn(names)
    cited = pack.citation(drawing, link="https://x/chart?edition=2022", on=date(2026, 11, 22))
    assert "Children's social work workforce (published February 2023)" in cited and "2026)" not in cited
    assert "figures of the edition 2022, published February 2023, https://x/chart?edition=2022" in cited
    packed = take_away._pack(drawing, asked, [BIRMINGHAM, DONCASTER, ENGLAND], "https://x/chart?edition=2022")
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        rows = list(csv.DictReader(io.StringIO(file.read("data.csv").decode("utf-8-sig"))))
        book = openpyxl.load_workbook(io.BytesIO(file.read("data.xlsx")))
        methods = file.read("METHODS.txt").decode()
    assert "Sources" in book.sheetnames
    assert {row["published"] for row in rows} == {"2016", "2017", "2023-02"}
    assert all(row["indicator_title"] and row["unit"] and row["publication"] for row in rows)
    held = {(r.area_code, r.period_end): r.value for r in drawing.content.rows if r.status == "published"}
    assert len(held) > 20 and held == {
        (row["area_code"], date.fromisoformat(row["reference_date"])): float(row["value"])
        for row in rows
        if row["status"] == "published"
    }
    assert "Told as our register stands today" in methods


@pytest.mark.parametrize("group", ["neighbours", "inadequate"])
def test_the_newest_edition_keeps_groups_grey_lines_and_rank(names, group):
    for indicator in ("agency_rate", "cla_rate", "icpc_15_days", "referral_source_police"):
        newest = views.kept_edition(view(indicator=indicator, edition="newest"))
        for measure in ("published", "rank"):
            kept, free = (
                drawn(names, indicator=indicator, edition=edition, groups=(group,), context=True, measure=measure)[1]
                for edition in (newest, "newest")
            )
            assert [line.points for line in kept.lines] == [line.points for line in free.lines]
            assert _grey(kept) == _grey(free) and kept.content.empty == free.content.empty


def test_a_past_edition_keeps_its_grey_lines(names, opened):
    _, kept = drawn(names, context=True)
    assert len(_grey(kept)[0]) > 100 and "Grey lines: the other authorities" in said(kept)
    assert all(point.x.year <= 2022 for run in _grey(kept)[0] for point in run)


def _grey(drawing):
    return [line.runs for panel in drawing.picture.drawing.panels for line in panel.lines if line.quiet]


def test_the_kept_edition_holds_every_newest_figure_of_every_indicator(opened):
    for indicator in comparisons.series.frame(opened)["indicator_id"]:
        newest = questions.editions.frame(opened, indicator=indicator)["edition"].iloc[0]
        changed = questions.changes.frame(
            opened, authorities=[BIRMINGHAM, DONCASTER], indicator=indicator, edition=newest, first=2009, last=2026
        )
        assert len(changed) == 0, indicator


def open_at(built, monkeypatch, script="chart", **address):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    app = AppTest.from_file(str(PAGES / "picture" / SCRIPTS[script]), default_timeout=90)
    for name, value in address.items():
        app.query_params[name.removesuffix("_")] = value
    app = app.run()
    assert not app.exception and not app.error
    return app


def told(app):
    return " ".join(each.value for each in (*app.warning, *app.info))


def test_what_is_not_kept_of_a_past_edition_is_said(built, monkeypatch):
    app = open_at(built, monkeypatch, edition="2022", groups="neighbours", indicator="agency_rate")
    assert "Groups are not kept for past editions" in told(app) and "without any authority" not in told(app)
    app = open_at(built, monkeypatch, edition="2022", as_="rank", indicator="agency_rate")
    assert "ranks are not kept for past editions" in told(app) and not app.get("image")


def test_every_phase_of_the_register_has_its_own_source(opened, names):
    phases = questions.phases(opened, authorities=list(names))
    raw = opened.cursor()
    held = raw.execute(
        "select intervention_id, began_on, event_ids, note from dashboard.intervention_phase inner join "
        "dashboard.intervention i using (intervention_id) where i.scope in ('social_care', 'mixed')"
        .replace("began_on,", "intervention_phase.began_on,").replace(" note ", " intervention_phase.note ")
    ).fetchall()  # fmt: skip
    urls = dict(raw.execute("select event_id, source_url from dashboard.intervention_event").fetchall())
    written = "\n".join(line for phase in pack._phases(phases) for line in phase)
    assert len(pack._phases(phases)) == len(held) > 110
    for intervention, began, events, note in held:
        own = [row for row in phases if row.intervention_id == intervention and row.began_on == began]
        assert {row.source_url for row in own} == {urls[event] for event in events.split("|")}, intervention
        assert own[0].authority_name and (not note or note in written)
        assert all(row.source_url in written for row in own)


def test_the_line_of_a_group_is_in_the_file_of_figures(names):
    asked, drawing = drawn(names, edition="newest", groups=("neighbours", "E12000005"))
    packed = take_away._pack(drawing, asked, [BIRMINGHAM, DONCASTER, ENGLAND], "https://x/chart")
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        rows = list(csv.DictReader(io.StringIO(file.read("data.csv").decode("utf-8-sig"))))
    line = next(line for line in drawing.lines if line.name.startswith("Neighbours"))
    own = {row["reference_date"]: row for row in rows if row["area_name"] == line.name}
    assert len(own) == len(line.points) > 5
    for point in line.drawn:
        row = own[f"{point.period_end:%Y-%m-%d}"]
        assert float(row["value"]) == pytest.approx(point.value) and row["area_level"] == "group"
        assert point.members in row["note"] and row["derived"] == "true"
    assert {row["area_level"] for row in rows} >= {"region"}, "a region's rows are the publisher's"


@pytest.fixture(scope="module")
def offered(opened):
    found = {each.area_code: each for each in queries.catalogue.authorities(opened)}
    facts = {each.indicator_id: each for each in comparisons.series(opened)}
    regions = comparisons.regions.frame(opened).set_index("area_code")["name"].to_dict()
    return lambda indicator: [
        choices.authorities(found, name="authority", default=choices.FIRST_COMPARED, most=8),
        choices.series(default=("agency_rate",), most=1), choices.drawn_view(),
        choices.base_year(facts[indicator].base_year, 2009, 2026), choices.intervention_event(),
        choices.groups(regions, listed=False), choices.yes_or_no("england", default=True),
        choices.yes_or_no("context", default=False), choices.size(),
        choices.year("from", 2009, 2026, default=2009), choices.year("to", 2009, 2026, default=2026),
    ]  # fmt: skip


@pytest.mark.parametrize("many", [1, 2, 8])
def test_an_address_on_a_picture_opens_the_same_chart_or_is_no_address(names, offered, opened, many):
    codes, opening = list(names), 0
    for n, indicator in enumerate(comparisons.series.frame(opened)["indicator_id"]):
        given = offered(indicator)
        address = {"authority": ",".join((codes * 2)[n : n + many]), "indicator": indicator, "from": "2015",
                   "groups": "neighbours", "context": "1"}  # fmt: skip
        asked, _ = read(given, address)
        for url in ("https://children.example.gov.uk/chart", "http://localhost:8501/embed"):
            text = printed.address(url, asked, given)
            # an indicator that has no number in the list is spelt out, each byte in two letters
            spelt = 0 if indicator in short.lists().numbers["indicator"] else 2 * len(indicator)
            assert len(text) <= 40 + spelt + len(url) and "//" not in text
            page, again = short.opened(text.rsplit("/v/", 1)[1])
            assert page == "chart" and read(given, again)[0] == asked
            opening += 1
    assert opening == 2 * len(comparisons.series.frame(opened))


def test_a_view_too_long_for_a_picture_names_no_other_chart(offered):
    given = offered("agency_rate")
    asked, _ = read(given, {"authority": ",".join(EIGHT)})
    text = printed.address("https://" + "long." * 60 + "uk/chart", asked, given)
    assert text.startswith("page Make a chart at ")
    assert printed.address("https://x.uk/ofsted", {}, [], page="ofsted").startswith("x.uk/v/1")


LONG = "Agency use in Birmingham " * 8


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Half the posts <b>&amp;", "Half the posts <b>&amp;"),
        ("  two \n lines\t", "two lines"),
        ("bell \x07 and \u202e turned", "bell and turned"),
        ("x" * 500, "x" * 120),
        (LONG, ("Agency use in Birmingham " * 4 + "Agency use in").strip()),
    ],
)
def test_a_headline_is_bounded_and_says_where_it_is_cut(typed, kept):
    assert printed.headline(typed) == kept and len(kept) <= 120
    assert bool(printed.shortened(typed)) == (len(" ".join(typed.split())) > 120)
    assert printed.headline(kept) == kept, "what the address keeps is what it was"


@pytest.mark.parametrize("script", ["chart", "embed"])
def test_an_own_headline_survives_a_reload(built, monkeypatch, script):
    said_by = "Birmingham & Doncaster: <agency> use, 50% of it"
    app = open_at(built, monkeypatch, script, headline=said_by, authority=BIRMINGHAM)
    if script == "chart":
        assert app.text_input[0].value == said_by
        assert any(said_by in unquote_plus(unescape(each.proto.body)) for each in app.get("html"))
        app.text_input[0].set_value(LONG).run()
        assert app.query_params["headline"] == [printed.headline(LONG)] or app.query_params[
            "headline"
        ] == printed.headline(LONG)
        assert "room for 120 characters" in told(app)
    else:
        assert any("&lt;agency&gt; use" in each.proto.body for each in app.get("html"))
        assert any("](chart?" in each.value and "headline=" in each.value for each in app.markdown)


def test_what_changed_since_an_edition_is_counted_as_it_reads_and_the_largest_is_the_largest(opened):
    """Over every third past edition of all indicators: each number of the sentence is counted anew."""
    asks = [
        {"indicator": row.indicator_id, "edition": edition, "first": 2009, "last": 2026,
         "authorities": [BIRMINGHAM, DONCASTER, "E09000001"]}
        for row in comparisons.series(opened)
        for edition in questions.editions.frame(opened, indicator=row.indicator_id)["edition"].unique()[1:].tolist()
    ]  # fmt: skip
    told = 0
    for ask, rows in ((ask, questions.changes(opened, **ask)) for ask in asks[::3]):
        about = indicators()[ask["indicator"]]
        changed = newer.differing(rows, about)
        words = newer.said(changed, about)
        new = sum(row.status_then == newer.NEW for row in changed)
        assert (f"{new} figure" in words.replace(",", "")) or not new
        assert "otherwise" in words or len(changed) == new
        assert words.startswith("Newer figures exist" if changed else "A newer edition exists")
        assert all(newer.then(row, about) != newer.now(row, about) for row in changed)
        apart = {
            row: abs(row.value_then - row.value_now)
            for row in changed
            if row.value_then is not None and row.value_now is not None and row.area_name != "England"
        }
        if apart:
            told += 1
            most = max(apart.values())
            named = [row for row, size in apart.items() if size == most]
            assert any(
                f"{newer.then(row, about)} then, {newer.now(row, about)} now" in words and row.area_name in words
                for row in named
            ), (ask, words)
    assert told > 5
