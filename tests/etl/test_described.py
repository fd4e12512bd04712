"""The statistics service is asked as its description says, and the stub of these tests answers as it says."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from jsonschema import Draft202012Validator, FormatChecker

from etl.fetching.newest import PERIOD, newer
from tests.conftest import ROOT
from tests.etl.stub import Stub, serving
from tests.etl.test_fetch import CSV, ID, run, source

DESCRIPTION = ROOT.parent / "shared" / "reference" / "ees-openapi-v1.json"
NEXT = "2118a6df-4934-4a1f-ad2e-4589d2b9ccaf"
NEW = b"time_period,value\n2026,1\n"


@pytest.fixture
def stub() -> Iterator[Stub]:
    with serving() as made:
        made.data_set(ID, published="2026-10-29", years=(2018, 2026), csv=NEW)
        yield made


@pytest.fixture(scope="module")
def description() -> dict[str, Any]:
    if not DESCRIPTION.is_file():
        pytest.skip("the service's description is not in ../shared/reference")
    described: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return described


def of_json_schema(part: Any) -> Any:
    """Turn a schema of OpenAPI 3.0 into one of JSON Schema, which writes `nullable` as a type more."""
    if isinstance(part, list):
        return [of_json_schema(each) for each in part]
    if not isinstance(part, dict):
        return part
    made = {name: of_json_schema(each) for name, each in part.items() if name != "nullable"}
    return {"anyOf": [made, {"type": "null"}]} if part.get("nullable") else made


def matching(path: str, description: dict[str, Any]) -> str:
    """Return the one path of the description that an address below the service's base has."""
    below = path.removeprefix("/statistics")
    (found,) = (each for each in description["paths"] if re.fullmatch(re.sub(r"{\w+}", "[^/]+", each), below))
    return str(found)


def faults(answer: requests.Response, description: dict[str, Any]) -> list[str]:
    """Say where an answer is not as the description has it."""
    path = matching(urlsplit(answer.url).path, description)
    said = description["paths"][path]["get"]["responses"][str(answer.status_code)]
    schema = said["content"][answer.headers["content-type"]]["schema"]
    if answer.headers["content-type"] != "application/json":
        return []
    whole = of_json_schema({**schema, "components": description["components"]})
    check = Draft202012Validator(whole, format_checker=FormatChecker())
    return [each.message for each in check.iter_errors(answer.json())]


@pytest.mark.parametrize(
    ("path", "status"),
    [(f"v1/data-sets/{ID}", 200), (f"v1/data-sets/{ID}/csv", 200), (f"v1/data-sets/{ID[:-1]}0", 404)],
)
def test_the_stub_answers_as_described(path: str, status: int, stub: Stub, description: dict[str, Any]) -> None:
    answer = requests.get(f"{stub.services.api}/{path}", timeout=5)
    assert answer.status_code == status
    assert faults(answer, description) == []


def test_an_answer_that_is_not_as_described_is_seen(stub: Stub, description: dict[str, Any]) -> None:
    stub.data_sets[ID]["latestVersion"]["geographicLevels"] = ["County"]
    del stub.data_sets[ID]["summary"]
    found = faults(requests.get(f"{stub.services.api}/v1/data-sets/{ID}", timeout=5), description)
    assert len(found) == 2


def test_we_ask_as_described(stub: Stub, tmp_path: Path, description: dict[str, Any]) -> None:
    """Each address is one that the description has, with parameters that it has, each in its place."""
    assert run(stub, tmp_path, replace(source(stub), data_set=ID)).new
    asked = [(path, query) for path, query in stub.queries if path.startswith("/statistics/")]
    assert [matching(path, description) for path, _ in asked] == [
        "/v1/data-sets/{dataSetId}", "/v1/data-sets/{dataSetId}/csv",
    ]  # fmt: skip
    for path, query in asked:
        parameters = description["paths"][matching(path, description)]["get"]["parameters"]
        assert set(query) <= {each["name"] for each in parameters if each["in"] == "query"}
    assert asked[1][1] == {"dataSetVersion": ["2.0"]}
    assert (tmp_path / "dfe_x/2026/figures_2017_to_2026.csv").read_bytes() == NEW


def test_a_data_set_without_a_version_has_nothing_new(stub: Stub, tmp_path: Path) -> None:
    stub.data_sets[ID]["latestVersion"] = None
    assert run(stub, tmp_path, replace(source(stub), data_set=ID)).troubles == []


@pytest.mark.parametrize(
    ("follows", "words"),
    [
        (NEXT, f"write {NEXT}, which follows it, as its data_set in data/sources.toml"),
        (None, "find what follows it in data/sources.toml"),
    ],
)
def test_a_data_set_that_is_given_up_names_what_follows(
    follows: str | None, words: str, stub: Stub, tmp_path: Path
) -> None:
    stub.data_sets[ID] |= {"status": "Deprecated", "supersedingDataSetId": follows}
    (trouble,) = run(stub, tmp_path, replace(source(stub), data_set=ID)).troubles
    assert words in trouble


@pytest.mark.parametrize(
    ("period", "year"), [("2026", 2026), ("2025/26", 2026), ("2025-26", 2026), ("2025/26 Autumn term", 2026),
                         ("2026 January", 2026), ("1999/00", 2000), ("2026 Week 14", 2026)],
)  # fmt: skip
def test_the_year_in_which_a_period_ends(period: str, year: int, stub: Stub) -> None:
    held = replace(source(stub), data_set=ID)
    stub.data_sets[ID]["latestVersion"]["timePeriods"] = {"start": "2018", "end": period}
    assert PERIOD.search(period)
    edition = newer(held, lambda address: requests.get(address, timeout=5).json(), stub.services)
    assert edition and edition.last == year


def test_a_held_version_is_not_asked_for(stub: Stub, tmp_path: Path) -> None:
    stub.data_set(ID, published="2025-10-30", years=(2017, 2025), csv=CSV)
    assert run(stub, tmp_path, replace(source(stub), data_set=ID)).new == {}
    assert [path for path, _ in stub.queries if path.endswith("/csv") and "/statistics/" in path] == []
