"""Many visitors at once: what a change of authority costs does not grow with what the sessions of others hold."""

import gc
import time
import tomllib
import weakref

import pytest

from pages.authority import made
from pages.authority.choosing import FIRST_INDICATORS, View
from pages.charts.svg.sizes import SIZES
from pages.holding import held
from pages.holding.let_go import BUTTON
from pages.takeaway.formats import FORMATS
from tests.pages.browser import ROOT
from tests.pages.opened import opened

BIRMINGHAM = "E08000025"
VIEW = View(indicators=FIRST_INDICATORS, comparators=("england",), others=(), model="2025", band=True, first=2009,
            last=2026, whole=True, areas=False, visits=False, scopes=(), claims=())  # fmt: skip


class Holder:
    """Something that holds itself, as a page's frames and errors do: only a collection of garbage lets it go."""

    def __init__(self) -> None:
        self.itself = self


def test_what_was_dropped_but_holds_itself_is_gone_after_a_look_at_all():
    gc.disable()  # else it may be gone by chance
    try:
        dropped = weakref.ref(Holder())
        assert dropped() is not None
        held.look_at_all(time.monotonic())
        assert dropped() is None
    finally:
        gc.enable()


def test_an_error_with_one_session_keeps_the_figures_of_no_other(monkeypatch):
    every = [held.VisitorFigures(session=name, name="planted.csv", reading=object(), used=0) for name in "abc"]
    monkeypatch.setattr(held, "_EVERY", every)
    monkeypatch.setattr(held, "let_go", lambda session: {"c": None}[session])  # of a and b: KeyError
    held.look_at_all(held.IDLE + 1)
    assert [each.name for each in every] == ["", "", ""]


def test_of_a_file_whose_reading_ends_in_an_error_nothing_is_kept(monkeypatch):
    figures = held.VisitorFigures()
    monkeypatch.setattr(held, "read_upload", lambda *given: given[9])
    with pytest.raises(IndexError):
        figures.take(b"planted", "planted.csv")
    assert (figures.name, figures.data, figures.reading) == ("", b"", None)


def test_no_run_goes_through_what_all_sessions_hold_and_no_session_watches_files():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["runner"]["postScriptGC"] is False
    assert settings["server"]["fileWatcherType"] == "none"


def test_what_is_drawn_of_published_figures_is_kept_and_nothing_of_a_visitors_own_is():
    published = made.published(BIRMINGHAM, VIEW)
    figure = next(row for row in published.shown.trend if row.indicator_id == "agency_rate" and row.value)
    own = figure._replace(role="own", area_name="Own figures", value=77.13)
    drawn = made.with_visitor_figures(published, [own])
    assert own in drawn.shown.trend and "77.1" in str(drawn.read) and drawn.chart != published.chart
    assert made.published(BIRMINGHAM, VIEW) is made.with_visitor_figures(published, []) is published
    assert own not in published.shown.trend and "77.1" not in str(published.read)


def test_menus_hold_nothing_until_they_are_opened_and_then_all_there_is():
    page = opened("authority", authority=BIRMINGHAM)
    closed = {each.proto.label for each in page.get("download_button")}
    page.session_state["take.picture"] = page.session_state["take.figures"] = page.session_state["next"] = True
    page.run()
    buttons = {each.proto.label for each in page.get("download_button")}
    links = {each.proto.label for each in page.get("page_link")}
    assert closed == set()
    assert {f"{size.name}, PNG" for size in SIZES.values()} | {"Print, SVG"} <= buttons
    assert {f"Interventions as {form.label}" for form in FORMATS.values()} <= buttons
    assert {"Compare with its neighbours", "Its judgements"} <= links


def test_a_session_does_not_gather_the_buttons_of_all_authorities_it_has_seen():
    page = opened("before-and-after", authority=BIRMINGHAM)
    held = []
    for code in (BIRMINGHAM, "E08000017", "E08000019"):
        page.query_params["authority"] = code
        page.run()
        known = page.session_state._state._state._new_widget_state.widget_metadata.values()
        held.append(sum(each.value_type == BUTTON for each in known))
    offered = len(page.get("download_button")) + len(page.get("button"))
    assert len({each.proto.label for each in page.get("download_button")}) > 3
    assert held == [offered] * 3
