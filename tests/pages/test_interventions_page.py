"""The page of interventions: Birmingham's and Doncaster's histories on screen, each view, and what is not certain."""

import json
import re
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from streamlit.testing.v1 import AppTest

from data.contact import link
from pages.charts.svg.layout import laid_out
from pages.charts.svg.picture import Picture
from pages.charts.svg.scene import meet
from pages.charts.svg.sizes import PHONE, PRINT, SIZES
from pages.interventions import choices, chronology, events, followed, force, forms, lasting, outline, whole
from queries import register
from queries.history import grades_in_force, intervention_events, interventions

SCRIPT = str(Path(__file__).parents[2] / "pages/interventions/page.py")
BIRMINGHAM, DONCASTER = "E08000025", "E08000017"
HISTORY = (interventions, intervention_events, grades_in_force)
LOADED = re.compile(r"\b(fail\w*|rescu\w*|best|worst|turn(ed|s)? around|scandal\w*|damning)\b", re.I)
# Date, what, standing, confidence, and where it was read: what the brief of the project asks to see on screen.
MUST_SHOW = {
    BIRMINGHAM: [
        ("February 2009", "First improvement notice", "happened", "medium", "localgov.co.uk"),
        ("27 March 2014", "Lord Warner named commissioner", "happened", "medium", "cypnow.co.uk"),
        ("April 2018", "Birmingham Children's Trust begins", "happened", "medium", "birminghamchildrenstrust.co.uk"),
        ("22 July 2019", "Commissioner withdrawn", "happened", "medium", ""),
        ("26 May 2023", "Direction lifted", "happened", "medium", "birminghamchildrenstrust.co.uk"),
    ],
    DONCASTER: [
        ("12 March 2009", "Balls orders new senior team", "happened", "medium", "communitycare.co.uk"),
        ("16 July 2013", "services will leave the council", "announced", "medium", "cypnow.co.uk"),
        ("16 July 2013", "Independent trust announced", "announced", "medium", "communitycare.co.uk"),
        ("1 October 2014", "Trust opens", "happened", "medium", "cypnow.co.uk"),
        ("January 2021", "All directions lifted", "happened", "medium", ""),
        ("1 September 2022", "services return to the council", "happened", "medium", ""),
    ],
}


@pytest.fixture
def page(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    monkeypatch.delenv("DASHBOARD_CONTACT", raising=False)

    def open_at(**address):
        app = AppTest.from_file(SCRIPT, default_timeout=60)
        for name, value in address.items():
            app.query_params[name.removesuffix("_")] = value
        app = app.run()
        assert not app.exception and not app.error
        return app

    return open_at


def unfolded(app):
    """Open the section of the register's table."""
    app.session_state["register.table"] = True
    return app.run()


def bodies(app):
    return "".join(each.proto.body for each in app.get("html"))


def said(app):
    return unescape(re.sub(r"<[^>]+>", " ", bodies(app)))


def rows_of(app, caption):
    """Read a table of the page by its caption: one list of cells per row, links by their addresses."""
    table = re.search(rf"<caption>{re.escape(caption)}</caption>.*?</table>", bodies(app), re.S)[0]
    return [
        [
            unescape(re.sub(r"<[^>]+>", " ", re.sub(r'<a href="([^"]+)"[^>]*>', r"\1 ", cell)))
            for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)
        ]
        for row in re.findall(r"<tr role=\"row\">(<td.*?)</tr>", table, re.S)
    ]


@pytest.mark.parametrize("code", MUST_SHOW)
def test_the_history_is_on_screen_with_source_and_confidence(code, page):
    name = {BIRMINGHAM: "Birmingham", DONCASTER: "Doncaster"}[code]
    rows = rows_of(page(as_="chronology", authority=code), f"Main dates of intervention in {name}")
    for date, what, standing, confidence, source in MUST_SHOW[code]:
        found = [row for row in rows if row[1] == date and what in row[2]]
        assert len(found) == 1, (date, what)
        assert found[0][3].startswith(standing)
        assert found[0][5] == confidence
        assert "http" in found[0][7] and source in found[0][7]


def test_the_announcement_of_july_2013_is_told_apart_from_what_then_happened(page, opened):
    app = page(as_="chronology", authority=DONCASTER)
    rows = rows_of(app, "Main dates of intervention in Doncaster")
    announced = [row for row in rows if row[1] == "16 July 2013"]
    assert len(announced) == 2 and all(row[3].startswith("announced; for what then happened") for row in announced)
    assert "agreed that the council would keep its duty" in announced[0][4]
    assert "The removal announced here was not carried out in that form" in announced[0][6]
    differing = rows_of(app, "Accounts that differ, Doncaster")
    (control,) = [row for row in differing if "lost control" in row[0]]
    assert "Stripped of control" in control[1] and "opened on 1 October 2014" in control[2]
    assert "kept as an announcement" in control[3]
    asked = (
        question(opened, authority=DONCASTER) for question in (interventions, intervention_events, grades_in_force)
    )
    marks = chronology.drawing(*asked).panels[1].marks
    assert [mark.text for mark in marks if mark.hollow] == [row[0] for row in announced]


def test_every_contradiction_of_the_two_is_told(page):
    for code, about in [
        (BIRMINGHAM, ["Since when services were judged inadequate", "Whether every inspection since 2009",
                      "The Ofsted inspection of autumn 2013", "Lord Warner"]),
        (DONCASTER, ["Since when there was intervention", "lost control", "How services were rated in 2010 and 2011",
                     "The day on which the trust took responsibility"]),
    ]:  # fmt: skip
        text = said(page(as_="chronology", authority=code))
        for words in about:
            assert words in text


@pytest.mark.parametrize("view", choices.REGISTER_VIEWS)
def test_each_view_says_lists_and_loads_no_word(page, view):
    app = unfolded(page(as_=view))
    charts = app.get("plotly_chart")
    assert bool(charts) == (view != "doubts")
    assert all(len(chart.proto.alt) > 40 for chart in charts)
    assert len(app.title) == 1
    assert "<table" in bodies(app)
    own = re.sub(r"<table.*?</table>", "", bodies(app), flags=re.S)
    assert not LOADED.search(re.sub(r"<[^>]+>|https?://\S+", " ", own))


def test_the_table_of_the_register_is_sent_when_its_section_is_opened(page):
    app = page()
    assert "<table" not in bodies(app)
    every = rows_of(unfolded(app), "Register of interventions, England")
    few = rows_of(unfolded(page(region="E12000005")), "Register of interventions, West Midlands")
    assert 0 < len(few) < len(every)


@pytest.mark.parametrize("order", choices.ORDERS)
def test_the_register_is_all_in_the_picture_and_in_the_table(page, opened, order):
    app = unfolded(page(order=order))
    phases, steps = register.phases(opened, region="all"), register.steps(opened, region="all")
    rows = rows_of(app, "Register of interventions, England")
    assert len(rows) == len(phases)
    assert all(row[7] in ("low: not certain", "medium", "high") for row in rows)
    assert all("http" in row[9] or "a copy, not linked" in row[9] for row in rows)
    (panel,) = whole.drawing(phases, steps, order=order).panels
    assert [tick.words.replace("\n", " ") for tick in panel.up.ticks] == whole.ordered(phases, order)
    chart = json.loads(app.get("plotly_chart")[0].proto.spec)
    names = [name.replace("<br>", " ") for name in chart["layout"]["yaxis"]["ticktext"]]
    assert names == whole.ordered(phases, order)
    assert {bar.said[0] for bar in panel.bars} == set(names)
    open_ends = sum(bar.words == ("?",) for bar in panel.bars)
    assert open_ends == sum(phase.state == "end_unknown" for phase in phases)


def test_nothing_uncertain_is_drawn_as_certain(opened):
    phases = register.phases(opened, region="all")
    (panel,) = whole.drawing(phases, register.steps(opened, region="all"), order="name").panels
    last = max(max(phase.known_to, phase.last_reported) for phase in phases)
    plain = [bar for bar in panel.bars if not bar.fill.hatch]
    assert plain and not any("confidence: low" in bar.said for bar in plain)
    assert sum("confidence: low" in bar.said for bar in panel.bars if bar.fill.hatch == ".") > 5
    for bar in panel.bars:
        if bar.fill.hatch in ("", "."):
            assert bar.left < bar.right <= last
    doubtful = [step for step in intervention_events(opened, authority=BIRMINGHAM) if step.confidence == "low"]
    asked = (
        question(opened, authority=BIRMINGHAM) for question in (interventions, intervention_events, grades_in_force)
    )
    numbers = [mark.text for mark in chronology.drawing(*asked).panels[1].marks]
    assert doubtful and sum(text.endswith("?") for text in numbers) >= 1


def drawings(opened):
    """Return a drawing of every view, with the key that stands beside it."""
    phases, steps = register.phases(opened, region="all"), register.steps(opened, region="all")
    ids = [row.intervention_id for row in register.spells(opened, region="all")]
    curves = [register.survival(opened, interventions=ids, unknown=unknown) for unknown in (True, False)]
    happened = register.happenings(opened, region="all")
    found = {
        "register": (whole.drawing(phases, steps, order="name"), whole.key(phases)),
        "force": (force.drawing(register.in_force(opened, region="all")), force.key()),
        "lasting": (lasting.drawing(*curves), lasting.key()),
        "followed": (followed.drawing(phases), followed.key()),
        "events": (events.drawing(happened), events.key()),
    }
    for code in (BIRMINGHAM, DONCASTER, "E06000061"):
        asked = [question(opened, authority=code) for question in HISTORY]
        found[code] = (chronology.drawing(*asked), chronology.key())
    return found


def test_no_word_of_a_picture_covers_another_in_any_size(opened):
    for name, (drawing, key) in drawings(opened).items():
        picture = Picture(
            headline=f"{name}: a view of interventions, 2009 to 2026", subtitle="What is shown", drawing=drawing,
            alternative=name, notes=("A note.",), source="Sources: our own register.", stamp="Licence.", name=(name,),
            key=tuple(key),
        )  # fmt: skip
        for size in (*SIZES.values(), PRINT, PHONE):
            scene = laid_out(picture, size)
            texts = scene.texts
            assert len(texts) > 8
            covered = [
                (one.text, other.text)
                for n, one in enumerate(texts)
                for other in texts[n + 1 :]
                if meet(one.box, other.box, -1)
            ]
            assert covered == [], (size.name, name)
            assert all(text.box[0] >= -1 and text.box[2] <= scene.width + 1 for text in texts), (size.name, name)


def test_the_stacks_count_each_intervention_once(opened):
    rows = register.in_force(opened, region="all")
    (panel,) = force.drawing(rows).panels
    by_year = {}
    for bar in panel.bars:
        assert bar.high > bar.low
        by_year.setdefault((bar.left + bar.right) / 2, []).append(bar)
    for year, bars in by_year.items():
        assert bars[0].low == 0 and [bar.low for bar in bars[1:]] == [bar.high for bar in bars[:-1]]
        assert bars[-1].high == sum(row.as_at.year == round(year) for row in rows)


def test_the_grid_of_forms_counts_each_phase_once(opened):
    phases = register.phases(opened, region="all")
    (panel,) = followed.drawing(phases).panels
    assert sum(int(bar.words[0]) for bar in panel.bars if bar.words) == len(phases)
    assert sum(int(row["How often"]) for row in followed.table(phases)) == len(phases)


def test_filters_leave_the_interventions_that_were_chosen(page):
    trusts = rows_of(unfolded(page(forms="trust_under_direction")), "Register of interventions, England")
    assert {row[0] for row in trusts} >= {"Doncaster", "Slough", "Sunderland"} and len(trusts) < 40
    unknown = rows_of(
        unfolded(page(ends="end_unknown", region="E12000005")), "Register of interventions, West Midlands"
    )
    assert unknown and "end not known" in {row[4] for row in unknown}
    assert "No intervention is held" in said(page(ends="in_force", region="E12000005", forms="trust_under_direction"))


@pytest.mark.parametrize("view", choices.REGISTER_VIEWS)
def test_choices_that_leave_nothing_are_no_error(page, view):
    page(as_=view, ends="in_force", region="E12000005", forms="trust_under_direction", authority="E10000016")


def test_what_is_not_certain_is_listed_whole(page, opened):
    app = page(as_="doubts")
    assert len(rows_of(app, "End not known")) + len(rows_of(app, "Low confidence")) == len(
        register.doubts.frame(opened)
    )
    assert len(rows_of(app, "Rows added, corrected or removed")) == len(register.changes.frame(opened))


def test_reviews_have_their_titles_and_no_count_by_authority(page):
    app = page(as_="events")
    titles = [row[2] for row in rows_of(app, "Events, the newest first")]
    assert "Serious case review on Keanu Williams" in titles
    assert "Serious incident notifications are not held here" in said(app)
    assert "nor of one authority beside another" in said(app)


def test_a_correction_is_invited_without_an_invented_address(page, monkeypatch):
    app = page(as_="chronology", authority=DONCASTER)
    assert "mailto:" not in bodies(app)
    assert any("DASHBOARD_CONTACT" in each.value for each in app.markdown)
    assert "Correction: Doncaster: government intervention" in bodies(app)
    monkeypatch.setenv("DASHBOARD_CONTACT", "corrections@example.org")
    text = unescape(bodies(page(as_="chronology", authority=DONCASTER)))
    assert 'href="mailto:corrections@example.org?subject=Correction%3A%20Doncaster' in text


def test_a_contact_is_an_address_or_nothing():
    assert link("", subject="a", body="b") == ""
    assert link("javascript:alert(1)", subject="a", body="b") == ""
    assert link('x"@example.org', subject="a", body="b") == ""
    assert link("https://example.org/new", subject="a b", body="c\nd") == "https://example.org/new?title=a+b&body=c%0Ad"
    assert unquote(link("a@example.org", subject="s & t", body="b")).endswith("subject=s & t&body=b")


def test_numbers_close_in_time_stand_in_rows_of_their_own(opened):
    main = outline.outline(intervention_events(opened, authority=DONCASTER))
    lanes = {each.lane for each in main}
    assert len(lanes) > 1
    for lane in lanes:
        days = [each.step.event_on for each in main if each.lane == lane]
        assert all(after - before >= outline.APART for before, after in pairwise(days)), lane


def test_every_kind_of_step_and_form_has_a_name(opened):
    assert {step.kind for step in register.steps(opened, region="all")} <= set(forms.KINDS)
    assert {phase.phase for phase in register.phases(opened, region="all")} == set(forms.NAMES)
    assert {row.kind for row in register.happenings(opened, region="all")} <= set(events.KINDS)


def test_the_filter_of_trusts_and_companies_has_all_and_says_what_is_missing(page, opened, monkeypatch):
    links = []
    monkeypatch.setattr("streamlit.page_link", lambda *_, query_params, **__: links.append(query_params["authority"]))
    moved = register.moved.frame(opened, region="all")
    app = page(services="moved")
    text = said(app)
    assert f"moved to a trust or company in {len(moved)} authorities" in text and "The list is not complete" in text
    rows = rows_of(app, "Services moved to a trust or company, England")
    assert [row[0] for row in rows] == list(moved["authority_name"])
    (chart,) = [json.loads(each.proto.spec) for each in app.get("plotly_chart")]
    drawn = {name.replace("<br>", " ") for name in chart["layout"]["yaxis"]["ticktext"]}
    assert drawn == set(moved["authority_name"])
    assert links == [",".join(moved["area_code"])]


def test_the_old_address_of_trusts_under_direction_still_works(page, opened):
    phases = register.phases.frame(opened, region="all")
    app = page(forms="trust_under_direction")
    (chart,) = [json.loads(each.proto.spec) for each in app.get("plotly_chart")]
    under = phases.loc[phases["phase"] == "trust_under_direction", "authority_name"]
    assert {name.replace("<br>", " ") for name in chart["layout"]["yaxis"]["ticktext"]} == set(under)
