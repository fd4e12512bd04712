"""The questions behind pictures: their law, and past editions against the newest and against the tables themselves."""

import inspect
import random
import re
from pathlib import Path

import pytest

from queries import authorities, compare, pictures
from queries.database import open_database

FOLDER = Path(pictures.__file__).parent
FILES = {path.stem: path.read_text() for path in FOLDER.glob("*.sql")}
FUNCTIONS = {
    name: f for name, f in vars(pictures).items() if inspect.isfunction(f) and f.__module__ == pictures.__name__
}
BIRMINGHAM, KINGSTON, JOINT = "E08000025", "E09000021", "E09000021 / E09000027"
SPAN = {"first": 2009, "last": 2026}


@pytest.fixture(scope="module")
def opened(built):
    con = open_database(built)
    yield con
    con.close()


def test_every_file_is_a_function_and_every_function_a_file():
    assert set(FILES) == set(FUNCTIONS)


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_what_a_row_is_and_its_function_every_column(name, opened):
    assert FILES[name].startswith("-- One row ")
    given = set(inspect.signature(FUNCTIONS[name]).parameters) - {"con"}
    assert set(re.findall(r"\$(\w+)", FILES[name])) == given
    arguments = {
        "authorities": [BIRMINGHAM], "areas": [BIRMINGHAM], "judged": True, "indicator": "agency_rate",
        "edition": "2022", "measure": "published",
        "base": 2018, **SPAN,
    }  # fmt: skip
    columns = FUNCTIONS[name](opened, **{key: arguments[key] for key in given}).columns
    assert [column for column in columns if not re.search(rf"\b{column}\b", FUNCTIONS[name].__doc__)] == []


def test_the_edition_of_2022_shows_its_figures_and_nothing_later(opened):
    asked = {"authorities": [BIRMINGHAM, KINGSTON], "indicator": "agency_rate", "edition": "2022"}
    rows = pictures.lines(opened, measure="published", base=2018, **asked, **SPAN)
    held = opened.cursor().execute(
        """select area_code, period_end, value, status from dashboard.observation_edition
        where indicator_id = 'agency_rate' and edition = '2022' and area_code in (?, ?, 'E92000001')""",
        [BIRMINGHAM, JOINT],
    ).fetchall()  # fmt: skip
    shown = {(row.area_code, row.period_end.date()): (row.value, row.status) for row in rows.itertuples()}
    assert len(held) == 18
    assert all(shown[area, on] == (value, status) for area, on, value, status in held)
    assert rows["period_end"].dt.year.max() == 2022
    changed = pictures.changes(opened, **asked, **SPAN)
    assert set(changed["period_end"].dt.year) == {2023, 2024, 2025}
    assert set(changed["status_then"]) == {"not yet published"}


def test_the_newest_edition_is_what_every_page_shows(opened):
    chance = random.Random(7)
    codes = authorities(opened)["area_code"].to_list()
    indicators = compare.series(opened)["indicator_id"].to_list()
    for _ in range(40):
        asked = {"authorities": chance.sample(codes, 3), "indicator": chance.choice(indicators), **SPAN}
        then = pictures.lines(opened, edition="9999", measure="published", base=2018, **asked)
        now = compare.lines(opened, measure="published", base=2018, **asked)
        now = now[now["role"] != "context"]
        figures = [
            {(row.asked_code, row.area_code, row.period_end, row.status, repr(row.value)) for row in rows.itertuples()}
            for rows in (then, now)
        ]  # fmt: skip
        assert figures[0] == figures[1]
        assert len(pictures.changes(opened, edition="9999", **asked)) == 0


def test_editions_are_listed_newest_first(opened):
    rows = pictures.editions(opened, indicator="agency_rate")
    assert rows["edition"].to_list()[:4] == ["2025", "2024", "2023", "2022"]
    assert rows["published"].iloc[0] == "2026-02"
