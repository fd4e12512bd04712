"""The law of the questions, for those behind downloads and about the data."""

import inspect
import re

import pytest

from queries import about, downloads
from queries.database import QUESTIONS, open_database

PACKAGES = {"downloads": downloads, "about": about}
FILES = {f"{name}/{path.stem}": path.read_text() for name in PACKAGES for path in (QUESTIONS / name).glob("*.sql")}
FUNCTIONS = {
    f"{name}/{function}": found
    for name, package in PACKAGES.items()
    for function, found in vars(package).items()
    if inspect.isfunction(found) and found.__module__ == package.__name__
}


def test_every_file_is_a_function_and_every_function_a_file():
    assert set(FILES) == set(FUNCTIONS)


@pytest.mark.parametrize("name", FILES)
def test_every_question_keeps_the_law(name, built):
    arguments = {"areas": ["E08000025"], "indicators": ["agency_rate"], "first": 2013, "last": 2025}
    assert FILES[name].startswith("-- One row per ")
    parameters = set(inspect.signature(FUNCTIONS[name]).parameters) - {"con"}
    assert set(re.findall(r"\$(\w+)", FILES[name])) == parameters
    con = open_database(built)
    rows = FUNCTIONS[name](con, **{key: arguments[key] for key in parameters})
    con.close()
    assert len(rows)
    assert [column for column in rows.columns if not re.search(rf"\b{column}\b", FUNCTIONS[name].__doc__)] == []
