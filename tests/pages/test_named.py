"""An authority in an address: its names, former names and codes; one that is not known is never another one."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.choosing import choices
from pages.choosing.address import read, written
from queries.catalogue import authorities as every_authority
from queries.database import open_database

FOLDER = Path(__file__).parents[2] / "pages"
SCRIPTS = {"chart": "picture/page.py", "embed": "picture/embed.py"}
# Each page that takes authorities from its address, with what else the address must say for one to be needed.
PAGES = {
    "authority": {}, "before_after": {}, "ofsted": {"as": "authority"}, "interventions": {"as": "chronology"},
    "compare": {}, "chart": {}, "embed": {},
}  # fmt: skip


@pytest.fixture(scope="module")
def found(built):
    con = open_database(built)
    yield {each.area_code: each for each in every_authority(con)}
    con.close()


def asked(found, text, *, most=40):
    choice = choices.authorities(found, name="authority", default=choices.FIRST_COMPARED, most=most)
    view, problems = read([choice], {"authority": text})
    return view["authority"], problems


def test_every_code_and_name_of_every_authority_leads_to_it_or_is_said_to_be_ambiguous(found):
    ambiguous = set()
    for code, each in found.items():
        for name in (each.name, *each.other_names, *each.codes):
            for spelt in (name, name.upper(), name.lower()):
                codes, problems = asked(found, spelt)
                if problems and "may mean" in problems[0]:
                    assert codes == () and each.name in problems[0]
                    ambiguous.add(name)
                else:
                    assert (codes, problems) == ((code,), []), name
    assert len(ambiguous) < 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leeds", "E08000035"), ("Hull", "E06000010"), ("hull city council", "E06000010"), ("E08000019", "E08000039"),
        ("373", "E08000039"), ("Bournemouth, Christchurch and Poole", "E06000058"),
        ("Leeds,Bournemouth, Christchurch and Poole,Hull", "E08000035 E06000058 E06000010"),
        ("Herefordshire, County of", "E06000019"), ("Cumbria", "E10000006"), ("Leeds,leeds,383", "E08000035"),
    ],
)  # fmt: skip
def test_names_and_old_codes_in_links(found, text, expected):
    codes, problems = asked(found, text)
    by_dfe = {each.dfe_code: code for code, each in found.items()}
    expected = expected.replace("E08000039", by_dfe["373"])
    assert (codes, problems) == (tuple(expected.split()), [])


@pytest.mark.parametrize("text", ["Kingston", "Kingston upon Thames and Richmond upon Thames"])
def test_a_name_that_may_mean_several_is_said_and_not_chosen(found, text):
    codes, (problem,) = asked(found, text)
    assert codes == () and "may mean" in problem and " or " in problem


@pytest.mark.parametrize("text", ["Cardiff", "E99999999", "999", "none", "Atlantis,none"])
def test_unknown_and_cleared_are_empty_never_the_default(found, text):
    codes, problems = asked(found, text)
    assert codes == () and bool(problems) == (text != "none")
    assert written({"authority": codes}) == {"authority": "none"}


def test_what_is_known_beside_what_is_not_is_kept(found):
    codes, (problem,) = asked(found, "Leeds,Atlantis")
    assert codes == ("E08000035",) and "'Atlantis'" in problem


@pytest.fixture
def page(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    monkeypatch.setattr("streamlit.page_link", lambda *_, **__: None)  # a script by itself has no page to lead to

    def open_at(name, **address):
        app = AppTest.from_file(str(FOLDER / SCRIPTS.get(name, f"{name}/page.py")), default_timeout=60)
        for key, value in (PAGES[name] | address).items():
            app.query_params[key] = value
        app = app.run()
        assert not app.exception and not app.error
        return app

    return open_at


def nothing_drawn(app):
    drawn = ("plotly_chart", "imgs", "table", "arrow_data_frame", "download_button")
    titles = [each.value for each in app.title]
    html = "".join(each.proto.body for each in app.get("html"))
    return (
        not any(app.get(kind) for kind in drawn)
        and not re.search("<(svg|img|h1)", html)
        and titles in ([], ["Make a chart"])
    )


def unknown(app):
    return [each.value for each in app.warning if "The address asks" in each.value]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("text", ["Atlantis", "E99999999", "none", "Kingston"])
def test_nothing_is_shown_for_an_authority_that_is_not_known(page, name, text):
    app = page(name, authority=text)
    said = [each.value for each in (*app.warning, *app.info)]
    assert nothing_drawn(app) and len(said) == 1
    assert "Birmingham" not in " ".join(said)


@pytest.mark.parametrize("name", PAGES)
def test_a_name_opens_each_page(page, name):
    app = page(name, authority="Doncaster")
    assert not unknown(app) and not nothing_drawn(app)


@pytest.mark.parametrize("name", ["authority", "compare", "chart"])
def test_clearing_the_choice_clears_the_chart_and_choosing_draws_it(page, name):
    app = page(name, authority="Doncaster")
    box = app.multiselect[0] if name != "authority" else app.selectbox[0]
    app = box.set_value([] if name != "authority" else None).run()
    assert not app.exception and nothing_drawn(app)
    assert [each.value for each in app.info] == ["Choose a local authority."]
    box = app.multiselect[0] if name != "authority" else app.selectbox[0]
    app = box.set_value(["E08000035"] if name != "authority" else "E08000035").run()
    assert not app.exception and "Choose a local authority." not in [each.value for each in app.info]
    assert app.query_params["authority"] in ("E08000035", ["E08000035"]) and not nothing_drawn(app)


@pytest.mark.parametrize("name", ["authority", "before_after", "compare"])
def test_from_an_unknown_authority_a_choice_leads_on(page, name):
    app = page(name, authority="Atlantis")
    box = app.multiselect[0] if name == "compare" else app.selectbox[0]
    app = box.set_value(["E08000035"] if name == "compare" else "E08000035").run()
    assert not app.exception and not unknown(app) and not nothing_drawn(app)
    assert app.query_params["authority"] in ("E08000035", ["E08000035"])
