"""What one edition says that another does not, over drawn rows, and over the real editions against plain counting."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.catalogue import sources
from data.kinds import Content
from data.paths import CHANGES, SNAPSHOT
from etl.comparing.compare import compare
from etl.comparing.differences import KEYS, VALUES, Cell, Row, difference, figures, largest, published_in_both
from etl.contents import TIDY_COLUMNS
from etl.errors import NoSuchSource
from pages.data_and_method.editions import pages

BEFORE = """
rate  Hull   2024  10    published
rate  Leeds  2024  20.0  published
rate  Bury   2024  -     suppressed
rate  York   2024  -     suppressed
rate  Hull   2023  5     published
posts Hull   2024  0     published
"""
AFTER = """
rate  Hull   2024  11    published
rate  Leeds  2024  20    published
rate  Bury   2024  7     published
rate  York   2024  -     unreliable
rate  Hull   2025  12    published
posts Hull   2024  1     published
"""


def drawn(text: str) -> list[Row]:
    names = ("measure", "area_code", "period_end", "value", "status")
    return [
        dict(zip(names, (cell.replace("-", "") for cell in line.split()), strict=True))
        for line in text.split("\n")
        if line
    ]


def test_each_difference_is_of_one_kind() -> None:
    before, after = drawn(BEFORE), drawn(AFTER)
    found = figures(difference(Content.FIGURES, before, after), published_in_both(before, after))
    assert found.published == 3
    assert found.new == [Cell(("rate", "Hull", "2025"), (), ("12", "published"))]
    assert found.gone == [Cell(("rate", "Hull", "2023"), ("5", "published"), ())]
    assert [cell.key[:2] for cell in largest(found.revised)] == [("posts", "Hull"), ("rate", "Hull")]
    assert found.hidden == []
    assert [cell.key[1] for cell in found.shown] == ["Bury"]
    assert [cell.key[1] for cell in found.reworded] == ["York"]


def test_nothing_differs_from_itself() -> None:
    for content, keys in KEYS.items():
        rows = [dict.fromkeys(TIDY_COLUMNS[content], "1")]
        assert {*keys, *VALUES[content]} <= set(TIDY_COLUMNS[content])
        assert difference(content, rows, rows) == (1, [], [], [])


def editions() -> Iterator[tuple[str, str, str]]:
    for source in sources().values():
        names = [edition.edition for edition in source.editions]
        if source.content is Content.FIGURES:
            yield from ((source.id, *pair) for pair in zip(names, names[1:], strict=False))


@pytest.mark.parametrize(("id", "before", "after"), list(editions()), ids=" ".join)
def test_counted_plainly(id: str, before: str, after: str) -> None:
    """Every two editions of every source of figures, against counts of the committed tables."""
    with (SNAPSHOT / f"{id}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    was, now = ([row for row in rows if row["edition"] == edition] for edition in (before, after))
    found = figures(difference(Content.FIGURES, was, now), published_in_both(was, now))
    places = [{(row["measure"], row["area_code"], row["period_end"]): row for row in each} for each in (was, now)]
    both = [(places[0][key], places[1][key]) for key in places[0] if key in places[1]]
    numbers = [(a, b) for a, b in both if a["value"] and b["value"]]
    assert found.published == len(numbers)
    assert len(found.revised) == sum(abs(float(a["value"]) - float(b["value"])) > 1e-9 for a, b in numbers)
    assert len(found.hidden) == sum(bool(a["value"]) and not b["value"] for a, b in both)
    assert len(found.shown) == sum(bool(b["value"]) and not a["value"] for a, b in both)
    assert len(found.new) == len(now) - len(both) and len(found.gone) == len(was) - len(both)


REAL = [
    ("workforce", "2024", "2025"),
    ("referrals", "2022", "2025"),
    ("ofsted_overview", "2026-06-29", "2026-08-22"),
]


@pytest.mark.official
@pytest.mark.parametrize("editions", REAL, ids=" ".join)
def test_the_committed_pages_are_those_of_the_real_editions(editions: tuple[str, str, str], official: Path) -> None:
    name, text = compare(*editions, directory=official)
    assert (CHANGES / name).read_text(encoding="utf-8") == text


def test_what_is_no_edition_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchSource, match="no source 'worforce'"):
        compare("worforce", "2024", "2025", directory=tmp_path)
    with pytest.raises(NoSuchSource, match=r"no edition '2021'; there are 2022, 2023"):
        compare("workforce", "2021", "2025", directory=tmp_path)


def test_pages_are_read_in_under_a_minute() -> None:
    """A practised reader takes in 240 words of prose a minute; a table's cell is a word or two and is skimmed."""
    shown = pages()
    assert len(shown) >= len(REAL)
    for title, text in shown.items():
        prose = [line for line in text.splitlines() if not line.startswith("|")]
        assert len(f"{title} {' '.join(prose)}".split()) < 160, title
        assert len(text.splitlines()) < 80, title


def test_the_newest_page_is_first() -> None:
    dates = [path.name[:7] for path in sorted(CHANGES.glob("*.md"), reverse=True)]
    assert dates == sorted(dates, reverse=True)
    assert next(iter(pages())).startswith("Ofsted ILACS overview")
