"""When a file was made is no period of its figures, however its day is written."""

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest

from etl.reader.words.titles import read_around

ROOT = Path(__file__).parents[3]
WEEK = [date(2024, 5, 6) + timedelta(days) for days in range(7)]


@pytest.mark.parametrize("day", WEEK, ids=lambda day: f"{day:%A}")
@pytest.mark.parametrize("said", ["Report run on", "Published:", "Printed", "Next update"])
@pytest.mark.parametrize("form", ["%A, %d %B %Y", "%A %d %b %Y", "%a %d/%m/%Y", "%a. %Y-%m-%d", "%d %B %Y"])
def test_the_day_a_file_was_made_is_no_period(said: str, form: str, day: date) -> None:
    around = read_around(f"Referrals 2022/23 {said} {day:{form}}")
    assert [(part.start, part.end) for part in around.parts] == [(date(2022, 4, 1), date(2023, 3, 31))]


@pytest.mark.parametrize("name", ["Holiday", "Birthday", "Monaco"])
def test_another_word_before_a_date_does_not_hide_it(name: str) -> None:
    assert read_around(f"Published {name} 31 March 2023").parts


def test_no_count_of_a_pattern_is_written_as_a_value_of_an_f_string() -> None:
    """`{3,9}` inside an f-string is the pair (3, 9) and no count: the braces must be doubled."""
    paths = [path for folder in ("data", "etl", "pages", "queries") for path in (ROOT / folder).rglob("*.py")]
    constants = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Constant | ast.Tuple)
    ]
    assert paths and constants == []
