"""The dashboard as each visitor's script runs it, without a browser."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl.build import build

FRAME = str(Path(__file__).parents[2] / "pages/frame.py")


@pytest.fixture
def frame(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))

    def open_at(**address):
        app = AppTest.from_file(FRAME, default_timeout=30).run()
        for name, value in address.items():
            app.query_params[name] = value
        return app.switch_page("authority/page.py").run()

    return open_at


def _chart(app):
    return app.get("plotly_chart")[0].proto


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
    assert not app.title and not app.get("plotly_chart") and len(app.selectbox) == 1
    assert "(not a code)" in app.warning[0].value and "<script>" not in app.warning[0].value
    assert not app.exception


def test_choosing_another_authority_changes_page_and_address(frame):
    app = frame()
    app.selectbox[0].set_value("E10000006").run()
    assert app.title[0].value == "Cumbria"
    assert app.query_params["authority"] == "E10000006"
    assert "Cumberland and Westmorland and Furness" in app.info[0].value


def test_every_chart_has_alternative_text_and_a_table_of_each_series(frame):
    app = frame()
    assert _chart(app).alt.startswith("Timeline of Birmingham")
    assert {"Agency social workers", "Social worker vacancy rate", "Re-referrals within 12 months", "Referrals"} <= {
        e.label for e in app.expander
    }
    assert json.loads(_chart(app).spec)["data"]


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
    assert app.title[0].value == "Children's services in England"
    assert path.is_file()


def test_home_finds_an_authority_by_a_code_and_shows_the_country(frame):
    app = AppTest.from_file(FRAME, default_timeout=30).run()
    assert not app.exception
    assert len(app.get("plotly_chart")) == 4
    assert "Doncaster" in app.get("page_link")[1].proto.label
    assert "12 March 2009, ended January 2021" in app.get("page_link")[1].proto.label
    app.selectbox[0].set_value("E06000010").run()
    assert app.title[0].value == "Kingston upon Hull"
