"""The lines under a view: each brings the figures of that view, in the program that it names."""

import io
import re
import shlex
from urllib.parse import unquote

import pandas as pd
import pytest
from starlette.applications import Starlette

import queries.downloads
from pages.by_address import answers
from pages.by_address.limits import Buckets
from pages.by_address.routes import routes
from pages.takeaway.code_lines import MOST_AREAS, address, lines
from tests.pages.by_address.asked import get

BASE = "https://children.example.gov.uk/"
ASKED = (
    {"areas": ["E08000025", "E92000001"], "indicators": ["agency_rate"], "first": 2017, "last": 2025},
    {"areas": ["E09000021 / E09000027"], "indicators": ["agency_rate", "caseload"], "first": 2015, "last": 2025},
    {"areas": [f"E0800003{n}" for n in (2, 3, 4, 5)], "indicators": ["referrals"], "first": 2013, "last": 2025},
)


@pytest.mark.parametrize("asked", ASKED)
def test_the_line_for_python_brings_the_figures_of_the_view(built, opened, monkeypatch, asked):
    monkeypatch.setattr(answers, "BUCKETS", Buckets())
    app = Starlette(routes=routes())
    read_csv, names = pd.read_csv, {}
    monkeypatch.setattr(
        "pandas.read_csv",
        lambda url, **named: read_csv(io.BytesIO(get(app, "/" + url.removeprefix(BASE)).body), **named),
    )
    exec(lines(address(BASE, **asked))["Python"], names)
    figures = names["figures"]
    wanted = queries.downloads.figures.frame(opened, **asked)
    assert list(figures.columns) == list(wanted.columns) and len(figures) == len(wanted) > 5
    assert figures["value"].fillna(-1).to_list() == pytest.approx(wanted["value"].fillna(-1).to_list(), abs=0)
    assert figures["dfe_code"].fillna("").to_list() == wanted["dfe_code"].fillna("").to_list()


def test_every_line_names_the_same_address_and_nothing_ends_it_early():
    for asked in ASKED:
        where = address(BASE, **asked)
        assert not re.search(r"[\s\"'\\$`{}<>]", where)
        for program, line in lines(where).items():
            assert line.count(where) == 1 and "\n" not in line, program
            assert line.count('"') % 2 == 0 and all(line.count(a) == line.count(b) for a, b in ("()", "[]", "{}"))
        assert shlex.split(lines(where)["curl"])[-1] == where
    assert "E09000021 / E09000027" in unquote(address(BASE, **ASKED[1]))


def test_more_areas_than_an_address_holds_are_not_named():
    many = [f"E{number:08}" for number in range(MOST_AREAS + 1)]
    assert "area=" not in address(BASE, areas=many, indicators=["referrals"], first=2013, last=2025)
    all_named = address(BASE, areas=many[:-1], indicators=["referrals"], first=2013, last=2025)
    assert len(all_named) < 1000
