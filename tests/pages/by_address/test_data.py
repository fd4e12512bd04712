"""The data by address: the figures of the pages and of their downloads, described truly, a part at a time."""

import csv
import io
import json
import re
import zipfile
from datetime import date

import pyarrow.parquet as pq
import pytest
from starlette.applications import Starlette

import queries.downloads
import queries.figures
from data.catalogue import indicators
from pages.by_address import answers, kept
from pages.by_address.data.asked import MOST
from pages.by_address.data.datasets import datasets
from pages.by_address.data.tables import fields
from pages.by_address.limits import Buckets
from pages.by_address.routes import routes
from pages.database import every_authority
from pages.takeaway.schema import by_address
from tests.pages.by_address.asked import get

BIRMINGHAM, ENGLAND = "E08000025", "E92000001"
JSON_TYPES = {str: str, int: int, float: (int, float), bool: bool, list: list, date: str}


@pytest.fixture
def ask(built, monkeypatch):
    """Ask all routes of the dashboard, without a limit."""
    monkeypatch.setattr(answers, "BUCKETS", Buckets(at_once=1e9))
    app = Starlette(routes=routes())
    return lambda address, **headers: get(app, address, **headers)


@pytest.fixture
def rows_of(ask):
    def rows(address):
        answer = ask(address)
        assert answer.status == 200, answer.text
        return json.loads(answer.body)["data"]

    return rows


def lines(answer):
    assert answer.status == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


@pytest.mark.parametrize("name", ["agency_rate", "referrals", "spend_safeguarding_per_child", "cla_rate"])
def test_a_file_of_an_indicator_holds_the_figures_of_the_downloads(ask, opened, name):
    every = [each["area_code"] for each in lines(ask("/api/v1/areas.csv"))]
    wanted = queries.downloads.figures(opened, areas=every, indicators=[name], first=1900, last=2100)
    found = lines(ask(f"/data/{name}.csv"))
    assert len(found) == len(wanted) > 1000
    for row, figure in zip(found, wanted, strict=True):
        assert row["reference_date"] == figure.reference_date.isoformat()
        assert (row["area_code"], row["status"]) == (figure.area_code, figure.status)
        assert (row["source_file"], row["source_row"]) == (figure.source_file, str(figure.source_row))
        assert (float(row["value"]) if row["value"] else None) == figure.value
    said = json.loads(ask(f"/data/{name}.json").body)
    assert [row["value"] for row in said["rows"]] == [figure.value for figure in wanted]
    assert said["licence"] and said["sources"] and said["notes"]
    table = pq.read_table(io.BytesIO(ask(f"/data/{name}.parquet").body))
    assert table["value"].to_pylist() == [figure.value for figure in wanted]
    assert str(table.schema.field("source_row").type) == "int64" and b"licence" in table.schema.metadata


def test_figures_are_those_of_the_page_of_an_authority(rows_of, opened):
    """What `/authority` draws over a grid of authorities and of all indicators, joint returns among them."""
    codes = [BIRMINGHAM, "E08000017", "E09000027", "E06000062", "E10000006", "E06000053"]
    for code in codes:
        asked = {"beside": [], "others": [], "model": "2025", "first": 2009, "last": 2026}
        drawn = queries.figures.trend(opened, authority=code, indicators=list(indicators()), **asked)
        shown = {
            (row.indicator_id, row.period_end.isoformat()): (row.area_code, row.value, row.status)
            for row in drawn
            if row.role == "chosen"
        }
        rows = rows_of(f"/api/v1/observations?area={code}&from=2009&to=2026&limit={MOST}")
        found = {
            (row["indicator_id"], row["reference_date"]): (row["area_code"], row["value"], row["status"])
            for row in rows
        }
        assert found == shown and len(found) == len(rows) > 100


def test_every_table_is_as_it_is_described(ask):
    assert set(datasets()) == set(by_address())
    for name, dataset in datasets().items():
        answer = json.loads(ask(f"/api/v1/{name}?limit=500").body)
        described = fields(dataset.question.row)
        assert answer["data"] and answer["page"]["total"] >= len(answer["data"])
        for row in answer["data"]:
            assert list(row) == list(described)
            for column, (held, missing) in described.items():
                assert (row[column] is None and missing) or isinstance(row[column], JSON_TYPES[held]), (name, column)
        assert [column for column in described if not dataset.described.meaning(column)] == [], name


def test_parts_make_up_the_whole(ask):
    for name, size in (("judgements", 700), ("breaks", 10), ("observations", 9000)):
        address, found, seen = f"/api/v1/{name}", [], 0
        query = f"?limit={size}" + ("&from=2023&to=2024" if name == "observations" else "")
        while query:
            answer = json.loads(ask(address + query).body)
            found += [json.dumps(row) for row in answer["data"]]
            query, seen = answer["page"]["next"], seen + 1
        assert len(found) == len(set(found)) == answer["page"]["total"] and seen > 1


def test_rows_are_chosen(rows_of):
    rows = rows_of(f"/api/v1/observations?indicator=agency_rate&area=371,{ENGLAND}&from=2024&to=2025")
    assert {row["area_name"] for row in rows} == {"Doncaster", "England"} and len(rows) == 4
    assert {row["area_level"] for row in rows_of("/api/v1/areas?level=region,england")} == {"region", "england"}
    assert {row["indicator_id"] for row in rows_of("/api/v1/notes?indicator=referrals&limit=10000")} == {"referrals"}
    judged = rows_of(f"/api/v1/judgements?area={BIRMINGHAM}&from=2018")
    assert judged and {row["area_code"] for row in judged} == {BIRMINGHAM}
    assert all(row["published_on"] >= "2018" for row in judged)


@pytest.mark.parametrize(
    ("address", "status", "parameter"),
    [
        ("/data/nothing.csv", 404, None),
        ("/data/agency_rate", 404, None),
        ("/data/agency_rate.exe", 404, None),
        ("/data/agency_rate.csv?limit=1", 400, "limit"),
        ("/data/agency_rate.csv?area=Atlantis", 400, "area"),
        ("/api/v1/nothing", 404, None),
        ("/api/v1/areas.xlsx", 404, None),
        ("/api/v1/areas?indicator=referrals", 400, "indicator"),
        ("/api/v1/observations?indicator=referral", 400, "indicator"),
        ("/api/v1/observations?indicator=", 400, "indicator"),
        ("/api/v1/observations?from=2020&from=2021", 400, "from"),
        ("/api/v1/observations?from=MMXX", 400, "from"),
        ("/api/v1/observations?limit=10001", 400, "limit"),
        ("/api/v1/observations?offset=-1", 400, "offset"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(ask, address, status, parameter):
    answer = ask(address)
    problem = json.loads(answer.body)
    assert (answer.status, problem["status"], problem.get("parameter")) == (status, status, parameter)
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_page_of_data_keeps_its_address():
    app = Starlette(routes=routes())
    assert get(app, "/data").status == 404  # which Streamlit then answers
    assert get(app, "/data/a/b.csv").status == 404


def test_what_is_beside_a_file_says_what_it_means(ask):
    answer = ask("/data/agency_rate.csv?area=371")
    link = answer.headers["link"].split(";")[0].strip("<>")
    said = json.loads(ask(f"/data/{link}").body)
    assert said["url"] == "agency_rate.csv?area=371" and "open-government" in said["dc:license"]["@id"]
    columns = {each["name"]: each for each in said["tableSchema"]["columns"]}
    rows = lines(answer)
    assert list(columns) == list(rows[0]) and all(each["dc:description"] for each in columns.values())
    assert columns["reference_date"]["datatype"] == "date" and columns["value"]["datatype"] == "double"
    key = said["tableSchema"]["primaryKey"]
    assert len({tuple(row[name] for name in key) for row in rows}) == len(rows) > 5


def test_a_pack_holds_figures_breaks_notes_and_how_to_cite_them(ask):
    for name in ("agency_rate", "spend_safeguarding_per_child"):
        with zipfile.ZipFile(io.BytesIO(ask(f"/data/{name}.zip").body)) as pack:
            assert set(pack.namelist()) == {
                f"{name}.csv", "breaks.csv", "notes.csv", "columns.csv", "README.txt", "SHA256SUMS.txt",
                "citation.txt", "citation.bib", "citation.ris", f"{name}.csv-metadata.json",
            }  # fmt: skip
            figures = pack.read(f"{name}.csv").decode("utf-8-sig")
            said = pack.read("citation.bib").decode()
            assert said.count("@misc{") == pack.read("citation.ris").decode().count("TY  - ") > 0
            assert said.count("{") == said.count("}") and "url = {https://" in said
        assert figures == ask(f"/data/{name}.csv").text


def test_indicators_have_every_kind_of_citation(ask):
    # an answer reads all figures first: of each source an indicator, which has one kind, in turn
    of_sources = {each.series[0].source: name for name, each in indicators().items()}
    for number, name in enumerate(of_sources.values()):
        for ending in ("txt", "bib", "ris")[number % 3 :][:1]:
            answer = ask(f"/data/{name}.{ending}")
            assert answer.status == 200 and "Licence" in answer.text and "None" not in answer.text


def test_a_version_names_all_answers(ask):
    tag = ask("/data/agency_rate.csv").headers["etag"]
    assert ask("/data/agency_rate.csv", if_none_match=tag).status == 304
    assert ask("/data/agency_rate.json", if_none_match=tag).status == 200
    assert kept.version().word in ask("/api/v1/areas").text


def test_every_code_that_an_authority_has_had_is_known(ask):
    for each in [*every_authority().values()][::20]:
        for code in each.codes:
            assert ask(f"/api/v1/judgements?area={code}&limit=1").status == 200


def test_the_description_is_true(ask, rows_of):
    """Every path answers in the type that is promised, and rows are of the schema that names them."""
    said = json.loads(ask("/api/v1/openapi.json").body)
    assert said["openapi"].startswith("3.1") and len(said["paths"]) == 3 * len(datasets()) + 9
    for path, operation in said["paths"].items():
        address = path.replace("{indicator}", "caseload")
        answer = ask(f"{address}?limit=3" if path.startswith("/api/v1/") and path != "/api/v1/" else address)
        (promised,) = operation["get"]["responses"]["200"]["content"]
        assert answer.status == 200 and answer.headers["content-type"].partition(";")[0] == promised, path
    for name in datasets():
        schema = said["components"]["schemas"][name]
        assert all(each["description"] for each in schema["properties"].values())
        for row in rows_of(f"/api/v1/{name}?limit=2000"):
            assert list(row) == schema["required"]
            for column in {"status", "area_level"} & {*row}:
                assert row[column] in schema["properties"][column]["enum"]
    page = ask("/api/v1/docs").text
    assert "<script" not in page and all(f'id="{name}"' in page for name in datasets())


def test_the_first_address_lists_every_table_and_file_and_all_of_them_answer(ask):
    site = "https://children.example.gov.uk"
    said = json.loads(ask("/api/v1/").body)
    assert [each["name"] for each in said["tables"]] == list(datasets()) and "/api/v2/" in said["promise"]
    named = [each[form] for each in said["tables"] for form in ("json", "csv", "parquet")]
    files = [each.replace("{indicator}", "agency_rate") for each in said["files"]]
    for address in (*named, *files, said["description"], said["documentation"], *said["feeds"]):
        assert ask(address.removeprefix(site)).status == 200, address
    described = json.loads(ask("/api/v1/openapi.json").body)["paths"]["/api/v1/"]["get"]["responses"]["200"]
    schema = described["content"]["application/json"]["schema"]
    assert set(schema["required"]) == set(said) and ask("/api/v1/?limit=1").status == 400
    assert ask("/api/v1").headers["location"] == "/api/v1/"


def test_the_description_to_be_read_asks_no_other_server(ask):
    page = ask("/api/v1/docs").text
    assert "<script" not in page and "<link" not in page and "url(" not in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
