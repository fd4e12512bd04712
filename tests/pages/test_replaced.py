"""Two runs of one session beside each other, after two quick clicks: each has the address that it was asked for."""

import re
from types import SimpleNamespace

import streamlit as st

from pages.choosing import in_address as module
from pages.choosing.choose import Chooser
from pages.choosing.in_address import in_address
from tests.pages.browser import ROOT

FIRST, SECOND = "E08000025", "E08000017"


def run(monkeypatch, query):
    monkeypatch.setattr(module, "get_script_run_ctx", lambda: SimpleNamespace(query_string=query))


def test_what_another_run_of_the_session_did_to_the_address_is_not_read(monkeypatch):
    run(monkeypatch, f"authority={SECOND}")
    monkeypatch.setattr(st, "query_params", {"authority": FIRST})
    monkeypatch.setattr(st, "session_state", {})
    assert Chooser("authority").written("authority") == SECOND


def test_of_what_is_said_twice_the_last_is_taken_and_of_a_frame_nothing(monkeypatch):
    run(monkeypatch, f"authority={FIRST}&authority={SECOND}&headline=&embed=true&Embed_Options=dark&a=b%20c%2Cd")
    assert in_address() == {"authority": SECOND, "headline": "", "a": "b c,d"}


def test_without_a_run_nothing_is_asked_for(monkeypatch):
    monkeypatch.setattr(module, "get_script_run_ctx", lambda: None)
    assert in_address() == {}


def test_no_page_reads_the_parameters_of_the_session():
    reading = re.compile(r"\bst\.query_params(?!\.from_dict\(|`)")
    pages = sorted((ROOT / "pages").rglob("*.py"))
    assert len(pages) > 300
    assert [path.name for path in pages if reading.search(path.read_text(encoding="utf-8"))] == []
