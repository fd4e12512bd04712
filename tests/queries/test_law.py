"""The law of the questions, one for all: each is a .sql and a declaration, and its rows are what their type says."""

import importlib
import inspect
import pkgutil
import typing
from datetime import date, datetime
from pathlib import Path

import pytest

import queries.catalogue
import queries.figures
from queries.question import Question, QuestionError, question
from queries.rows.figures import Trend

FOLDER = Path(queries.__file__).parent
MODULES = [
    queries,
    *(importlib.import_module(f"queries.{found.name}") for found in pkgutil.iter_modules(queries.__path__)),
]
ASKED = {
    f"{module.__name__}.{name}": each
    for module in MODULES
    for name, each in vars(module).items()
    if isinstance(each, Question) and each.__module__ == module.__name__
}
FILES = sorted(FOLDER.rglob("*.sql"))
BIRMINGHAM, RICHMOND, SCILLY = "E08000025", "E09000027", "E06000053"
# What a question may be asked, by the name of the keyword; a member of a joint return and a very small authority too.
GIVEN: dict[str, object] = {
    "authority": BIRMINGHAM,
    "authorities": [BIRMINGHAM, RICHMOND, SCILLY],
    "areas": [BIRMINGHAM, RICHMOND, "E92000001"],
    "indicator": "agency_rate",
    "indicators": ["agency_rate", "rereferral_rate", "referrals"],
    "other": "vacancy_rate",
    "comparators": ["england", "region", "neighbours"],
    "others": ["E08000017"],
    "model": "2025",
    "first": 2009,
    "last": 2100,
    "scopes": ["local", "national"],
    "wanted": True,
    "groups": ["neighbours", "inadequate", "own"],
    "listed": [RICHMOND],
    "measure": "published",
    "base": 2017,
    "average": "median",
    "event": "began",
    "region": "all",
    "counted": "published",
    "span": 5,
    "event_from": "2014-03-27",
    "event_to": "2014-03-27",
    "group": ["E08000017", "E06000001"],
    "edition": "2022",
    "interventions": ["birmingham-2009", "doncaster-2009"],
    "unknown": True,
    "judged": True,
    "kinds": ["focused", "monitoring"],
    "year": 2025,
    "from_first": 2024,
    "from_last": 2024,
    "to_first": 2025,
    "to_last": 2025,
    "on": "2025-03-31",
    "place": "E92000001",
    "within": True,
    "claims": ["birmingham-thirty-thousand", "bradford-eighth"],
    "area": BIRMINGHAM,
    "reading": "change",
    "word": "about",
    "amount": "12.5",
    "period": "2025-09-30",
    "since": "2023-09-30",
    "context": True,
    "levels": ["authority", "joint return"],
    "earlier": True,
    "first_on": date(2013, 9, 30),
    "last_on": date(2025, 9, 30),
}
OWN = {
    "areas": [BIRMINGHAM],
    "indicators": ["agency_rate"],
    "kinds": ["snapshot"],
    "ends": ["2025-09-30"],
    "values": [9.0],
}


def asked_with(name: str) -> dict[str, object]:
    """Return keywords with which a question can be asked."""
    given = GIVEN | (OWN if name.startswith("queries.visitor") else {})
    return {key: given[key] for key in inspect.signature(ASKED[name].declared).parameters}


def test_there_are_questions_to_judge():
    assert len(ASKED) > 50 and len(FILES) > 50


def test_every_file_is_a_question_and_every_question_a_file():
    assert sorted(str(each.path) for each in ASKED.values()) == sorted(map(str, FILES))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_file_says_first_what_a_row_is(path):
    assert path.read_text(encoding="utf-8").startswith(("-- One row ", "-- One row:"))


@pytest.mark.parametrize("name", ASKED)
def test_rows_are_what_their_type_says(name, opened):
    """Whether a row of some answer holds None where its type has none is asked of 40 authorities by their own tests."""
    rows = ASKED[name](opened, **asked_with(name))
    wanted = typing.get_type_hints(ASKED[name].row)
    for row in rows:
        for field, value in zip(row._fields, row, strict=True):
            assert fits(value, wanted[field]), f"{name}: {field} is {value!r}, not {wanted[field]}"


def fits(value: object, kind: object) -> bool:
    """Tell whether a value is of a type as a row declares it."""
    options = typing.get_args(kind) if typing.get_origin(kind) not in (None, typing.Sequence) else (kind,)
    plain = [each for each in options if isinstance(each, type)]
    if value is None:
        return type(None) in plain
    if isinstance(value, datetime):
        return datetime in plain
    if isinstance(value, list):
        return True
    return any(type(value) is each for each in plain) or (isinstance(value, date) and date in plain)


@pytest.mark.parametrize("name", ASKED)
def test_every_column_is_said_in_the_docstring_of_its_row(name):
    said = inspect.getdoc(ASKED[name].row) or ""
    assert [field for field in ASKED[name].row._fields if field not in said] == []


def test_a_question_that_gives_other_parameters_than_its_file_asks_for_is_refused(tmp_path, monkeypatch):
    def trend(*, authority: str) -> None:
        """Ask too little."""

    monkeypatch.setattr(inspect, "getfile", lambda _: str(FOLDER / "figures" / "__init__.py"))
    with pytest.raises(QuestionError, match="trend.sql asks for"):
        question(Trend)(trend)
    trend.__name__ = "nowhere"
    with pytest.raises(QuestionError, match="nowhere.sql is not there"):
        question(Trend)(trend)


def test_a_row_type_with_other_fields_than_the_columns_is_refused(opened):
    wrong = Question(ASKED["queries.catalogue.breaks"].declared, Trend)
    with pytest.raises(QuestionError, match="are not the fields of Trend"):
        wrong(opened, indicators=["agency_rate"])


def test_rows_and_frame_are_the_same_answer(opened):
    rows = queries.figures.trend(opened, **asked_with("queries.figures.trend"))
    frame = queries.figures.trend.frame(opened, **asked_with("queries.figures.trend"))
    assert len(rows) == len(frame) > 50 and list(frame.columns) == list(Trend._fields)
    assert [row.period_end.isoformat() for row in rows] == [when.date().isoformat() for when in frame["period_end"]]
