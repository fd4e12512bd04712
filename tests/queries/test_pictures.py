"""The questions behind pictures: their law, and past editions against the newest and against the tables themselves."""

import random

from data.catalogue import sources
from queries import compare, pictures
from queries.catalogue import authorities

BIRMINGHAM, KINGSTON, JOINT = "E08000025", "E09000021", "E09000021 / E09000027"
SPAN = {"first": 2009, "last": 2026}


def test_the_edition_of_2022_shows_its_figures_and_nothing_later(opened):
    asked = {"authorities": [BIRMINGHAM, KINGSTON], "indicator": "agency_rate", "edition": "2022"}
    rows = pictures.lines.frame(opened, measure="published", base=2018, context=False, **asked, **SPAN)
    held = opened.cursor().execute(
        """select area_code, period_end, value, status from dashboard.observation_edition
        where indicator_id = 'agency_rate' and edition = '2022' and area_code in (?, ?, 'E92000001')""",
        [BIRMINGHAM, JOINT],
    ).fetchall()  # fmt: skip
    shown = {(row.area_code, row.period_end.date()): (row.value, row.status) for row in rows.itertuples()}
    assert len(held) == 18
    assert all(shown[area, on] == (value, status) for area, on, value, status in held)
    assert rows["period_end"].dt.year.max() == 2022
    changed = pictures.changes.frame(opened, **asked, **SPAN)
    assert set(changed["period_end"].dt.year) >= {2023, 2024, 2025} and changed["period_end"].dt.year.min() == 2023
    assert set(changed["status_then"]) == {"not yet published"}


def test_the_newest_edition_is_what_every_page_shows(opened):
    chance = random.Random(7)
    codes = authorities.frame(opened)["area_code"].to_list()
    indicators = compare.series.frame(opened)["indicator_id"].to_list()
    for _ in range(40):
        asked = {"authorities": chance.sample(codes, 3), "indicator": chance.choice(indicators), **SPAN}
        then = pictures.lines.frame(opened, edition="9999", measure="published", base=2018, context=True, **asked)
        now = compare.lines.frame(opened, measure="published", base=2018, **asked)
        figures = [
            {(row.role, row.asked_code, row.area_code, row.period_end, row.status, repr(row.value))
             for row in rows.itertuples()}
            for rows in (then, now)
        ]  # fmt: skip
        assert figures[0] == figures[1]
        assert len(pictures.changes.frame(opened, edition="9999", **asked)) == 0


def test_editions_are_listed_newest_first(opened):
    rows = pictures.editions.frame(opened, indicator="agency_rate")
    held = sources()["workforce"].editions[::-1]
    assert rows["edition"].to_list()[: len(held)] == [edition.edition for edition in held]
    assert rows["published"].to_list()[: len(held)] == [edition.published for edition in held]
