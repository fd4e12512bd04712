"""A spell and a grade have the same ends on every page and in every picture, and none beyond its authority's end."""

import re
from datetime import date
from itertools import pairwise

import pytest

import queries.catalogue
import queries.history
from pages.charts import histories as drawn_histories
from pages.charts import spans
from pages.charts.facts import by_spell
from pages.interventions.whole import drawing
from pages.picture.below import grade_bar, spell_bars
from queries import register
from tests.at_once import at_once

FAR = date(2100, 1, 1)


@pytest.fixture(scope="module")
def histories(opened):
    """Return phases and grades of every authority, past ones too."""
    every = queries.catalogue.authorities(opened)
    asks = [{"authority": each.area_code} for each in every]
    phases, grades = (
        at_once(opened, question, asks) for question in (queries.history.interventions, queries.history.grades_in_force)
    )
    return {each.name: both for each, *both in zip(every, phases, grades, strict=True)}


def ends(bars):
    return min(began for began, _ in bars), max(ended for _, ended in bars)


def test_page_and_picture_have_the_same_ends_of_every_spell(opened, histories):
    seen = 0
    for name, (phases, _) in histories.items():
        for spell, bars in zip(by_spell(phases), spell_bars(name, phases), strict=True):
            page = [(bar.left, bar.right) for bar in drawn_histories.phase_bars(spell, until=FAR)]
            picture = [(bar.left, bar.right) for bar in bars]
            assert ends(page) == ends(picture), name
            assert all(one[1] <= other[0] for one, other in pairwise(picture)), f"{name}: bars of a spell overlap"
            closed = spell[0].closed_on
            assert closed is None or ends(page)[1] <= closed, name
            seen += 1
    assert seen > 80


def test_the_register_draws_what_the_page_of_each_authority_draws(opened):
    phases, steps = register.phases(opened, region="all"), register.steps(opened, region="all")
    chart = drawing(phases, steps, order="name")
    (panel,) = chart.panels
    listed = {}
    for bar in panel.bars:
        listed.setdefault(bar.said[0], []).append((bar.left, bar.right, *bar.said[1:]))
    codes = {phase.authority_name: phase.area_code for phase in phases}
    assert [tick.words.replace("\n", " ") for tick in panel.up.ticks] == sorted(listed) == sorted(codes)
    for name, bars in listed.items():
        own = queries.history.interventions(opened, authority=codes[name])
        page = drawn_histories.phase_bars(own, until=chart.across.last)
        assert sorted(bars) == sorted((bar.left, bar.right, *bar.said) for bar in page), name
    assert len(listed) > 70


def test_a_grade_has_the_same_ends_on_the_page_and_in_a_picture(histories):
    seen = 0
    for name, (_, in_force) in histories.items():
        page = [(bar.left, bar.right) for bar in drawn_histories.grade_bars(in_force)]
        assert page == [(bar.left, bar.right) for bar in map(grade_bar, in_force)], name
        seen += len(page)
    assert seen > 400


@pytest.mark.parametrize("seen_on", ["2012-06-30", "2017-12-31", "2023-02-28", "2025-02-28"])
def test_as_at_a_day_nothing_later_is_drawn_or_said(histories, seen_on):
    day = date.fromisoformat(seen_on)
    running = 0
    for name, (phases, in_force) in histories.items():
        spells = spell_bars(name, spans.as_at(phases, day), seen_on=day)
        grades = list(map(grade_bar, spans.grades_as_at(in_force, day)))
        bars = [*(bar for spell in spells for bar in spell), *grades]
        assert all(bar.left < day and bar.right <= day for bar in bars), name
        said = " ".join(word for bar in bars for word in (*bar.words, bar.untold))
        assert all(int(year) <= day.year for year in re.findall(r"\b(?:19|20)\d\d\b", said)), said
        running += sum(any(f"{name}: in force in" in bar.words[2] for bar in spell) for spell in spells)
    assert running == surely_in_force(histories, day)


def surely_in_force(histories, day):
    """Count, phase by phase, the spells of which a later step or a later end is known."""
    found = set()
    for phases, _ in histories.values():
        for phase in phases:
            later = phase.known_to > day or (phase.state == "in_force" and phase.last_reported > day)
            if phase.began_on <= day and later:
                found.add(phase.intervention_id)
    return len(found)
