"""What is taken away is what was shown: every form read back, hostile text harmless, workbooks accessible."""

import csv
import io
import json
import re
import string
import tempfile
import zipfile
from dataclasses import replace
from datetime import date, datetime
from xml.etree import ElementTree

import numpy as np
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis import strategies as st

from data.spreadsheet import DANGEROUS, defused, fitted
from etl.reader.files import ods as formats_ods
from pages.takeaway.archive import archive
from pages.takeaway.csv import as_csv
from pages.takeaway.formats import FORMATS, MOST_OF_A_WORKBOOK
from pages.takeaway.json import as_json
from pages.takeaway.ods import as_ods
from pages.takeaway.parquet import as_parquet
from pages.takeaway.schema import Described, downloads
from pages.takeaway.table import Table, file_name, records
from pages.takeaway.xlsx import as_xlsx
from queries import downloads as questions

BIRMINGHAM, RICHMOND, ENGLAND = "E08000025", "E09000027", "E92000001"
HOSTILE = [
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "+1",
    "-1+1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\uff1d1",
    "#N/A",
    "=1",
    "'=1",
    "0301",
]
BARE = Described(name="bare", row="One row per row", meanings={})


@pytest.fixture(scope="module")
def table(opened):
    rows = questions.figures.frame(
        opened,
        areas=[BIRMINGHAM, RICHMOND, ENGLAND],
        indicators=["agency_rate", "referral_rate"],
        first=2013,
        last=2025,
    )
    return Table(
        title="Two indicators: Birmingham, Richmond and England",
        rows=rows,
        described=downloads()["figures"],
        notes=(("Agency social workers", "Caveat", "=not a formula"),),
        built=date(2026, 11, 22),
    )


def bare(rows):
    return Table(title="=A title", rows=rows, described=BARE)


def read_csv(content):
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_sheet(content, name="Data"):
    page = openpyxl.load_workbook(io.BytesIO(content))[name]
    (marked,) = page.tables.values()
    head, *rows = [[cell.value for cell in row] for row in page[marked.ref]]
    return [dict(zip(head, row, strict=True)) for row in rows]


def as_text(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return defused(value) if isinstance(value, str) else str(value)


def in_a_cell(value):
    """What a workbook makes of a value: 16 digits of a number, nothing of an empty text, midnight of a date."""
    if isinstance(value, datetime):
        return value.date()
    return float(f"{value:.16g}") if isinstance(value, float) else None if value == "" else value


def in_cells(rows):
    return [{name: in_a_cell(value) for name, value in row.items()} for row in rows]


def test_one_row_per_area_indicator_and_date(table):
    assert not table.rows.duplicated(["area_code", "indicator_id", "reference_date"]).any()
    assert set(table.rows["area_code"]) == {BIRMINGHAM, RICHMOND, "E09000021 / E09000027", ENGLAND}
    alone = table.rows[(table.rows["area_code"] == RICHMOND) & (table.rows["indicator_id"] == "agency_rate")]
    assert alone["time_period"].to_list() == [2015]


def test_a_joint_return_asked_for_by_two_members_comes_once(opened):
    rows = questions.figures.frame(
        opened,
        areas=[RICHMOND, "E09000021", "E09000021 / E09000027"],
        indicators=["agency_rate"],
        first=2017,
        last=2025,
    )
    assert len(rows) == 9


def test_figures_are_those_of_the_publisher_with_file_and_row(table):
    rows = table.rows.set_index(["area_code", "indicator_id", "time_period"])
    row = rows.loc[(BIRMINGHAM, "agency_rate", 2025)]
    assert (row["value"], row["status"], row["unit"], row["published"]) == (12.4, "published", "%", "2026-02")
    assert (row["source_file"], row["edition"]) == ("csww_indicators_2017_to_2025.csv", "2025")
    withheld = rows.loc[(BIRMINGHAM, "agency_rate", 2024)]
    assert withheld["status"] == "unreliable" and np.isnan(withheld["value"])
    derived = rows.loc[(BIRMINGHAM, "referral_rate", 2025)]
    assert derived["derived"] and derived["value"] == pytest.approx(
        10_000 * derived["numerator"] / derived["denominator"]
    )
    assert derived["denominator_file"] != derived["source_file"]


def test_judgements_and_interventions_are_tables_of_their_own(opened):
    judgements = questions.judgements.frame(opened, areas=[BIRMINGHAM, RICHMOND])
    assert not judgements.duplicated(["area_code", "framework", "published_on", "judgement_area"]).any()
    assert len(judgements[judgements["area_code"] == BIRMINGHAM]) == 25
    phases = questions.interventions.frame(opened, areas=["E08000017"])
    assert phases["began_on"].iloc[0].date() == date(2009, 3, 12)
    assert (phases["confidence"] != "").all() and (phases["source_url_began"] != "").all()
    steps = questions.intervention_events.frame(opened, areas=["E08000017"])
    assert steps["event_id"].is_unique and "services_returned_to_council" in set(steps["kind"])


def test_csv_reads_back(table):
    plain = [{name: as_text(value) for name, value in row.items()} for row in records(table.rows)]
    assert read_csv(as_csv(table)) == plain
    assert as_csv(table).count(b"\r\n") == len(plain) + 1
    withheld = next(row for row in plain if row["status"] == "unreliable")
    assert withheld["value"] == ""
    again = pd.read_csv(io.BytesIO(as_csv(table)), dtype={"area_code": "str"}, keep_default_na=True)
    assert again["value"].dtype == float and np.array_equal(again["value"], table.rows["value"], equal_nan=True)


def test_json_reads_back_with_all_that_must_be_known(table):
    whole = json.loads(as_json(table))
    assert whole["rows"] == [
        {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
        for row in records(table.rows)
    ]
    assert set(whole["statuses"]) >= set(table.rows["status"])
    assert all(column["meaning"] for column in whole["columns"])
    assert {source["published"] for source in whole["sources"]} == set(table.rows["published"])


def test_parquet_reads_back_with_types_and_meanings(table):
    file = pq.read_table(io.BytesIO(as_parquet(table)))
    assert file.to_pylist() == records(table.rows)
    kinds = {field.name: str(field.type) for field in file.schema}
    assert (kinds["reference_date"], kinds["value"], kinds["status"]) == ("date32[day]", "double", "string")
    assert file.schema.field("value").metadata[b"meaning"].startswith(b"The figure")
    assert b"Open Government Licence" in file.schema.metadata[b"licence"]


def test_workbook_reads_back_with_real_numbers_and_dates(table):
    assert in_cells(read_sheet(as_xlsx(table))) == in_cells(records(table.rows))


def test_workbook_is_accessible(table):
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(replace(table, sheet="Figures"))))
    assert book.sheetnames == ["Cover", "Contents", "Notes", "Columns", "Sources", "Figures"]
    assert book.properties.title == table.title
    assert [each.value for each in book.custom_doc_props.props] == ["en-GB"]
    marked = [name for page in book for name in page.tables]
    assert len(marked) == len(set(marked)) == 5
    for page in book:
        assert page["A1"].value and page["A1"].font.sz > 12
        assert not page.merged_cells.ranges and page.sheet_state == "visible"
        assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
        for part in page.tables.values():
            head = page[part.ref][0]
            assert all(isinstance(cell.value, str) and cell.value for cell in head)
            assert page.freeze_panes == f"A{head[0].row + 1}"
    links = [cell.hyperlink.location for (cell,) in book["Contents"]["A4:A8"]]
    assert links == [f"'{name}'!A1" for name in book.sheetnames if name != "Contents"]


def test_workbook_says_what_words_mean_and_where_figures_come_from(table):
    content = as_xlsx(table)
    notes = read_sheet(content, "Notes")
    assert {note["About"] for note in notes if note["Kind"] == "Status"} >= set(table.rows["status"])
    assert notes[-1]["Note"] == "=not a formula"
    sources = read_sheet(content, "Sources")
    assert {source["Published"] for source in sources} == set(table.rows["published"])
    assert all(column["Meaning"] for column in read_sheet(content, "Columns"))


def test_hostile_text_is_text():
    rows = pd.DataFrame({"text": HOSTILE, "number": range(len(HOSTILE))})
    written = read_csv(as_csv(bare(rows)))
    assert [row["text"] for row in written[:8]] == ["'" + text for text in HOSTILE[:8]]
    assert not any(row["text"].startswith(DANGEROUS) for row in written)
    assert [row["number"] for row in written] == [str(number) for number in range(len(HOSTILE))]
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(bare(rows))))
    cells = [book["Data"].cell(row, 1) for row in range(5, 5 + len(HOSTILE))]
    assert {cell.data_type for page in book for row in page.iter_rows() for cell in row if cell.value} <= {"s", "n"}
    assert [cell.value for cell in cells] == [text.replace("\r", "\n") for text in HOSTILE]
    assert cells[0].quotePrefix
    with zipfile.ZipFile(io.BytesIO(as_xlsx(bare(rows)))) as file:
        assert not any(b"<f>" in file.read(name) for name in file.namelist())


def test_a_workbook_holds_what_xml_cannot_and_what_it_would_read_otherwise():
    rows = pd.DataFrame({"text": ["bell \x07", "_x0041_", "long " * 10_000, "  spaces  "]})
    page = openpyxl.load_workbook(io.BytesIO(as_xlsx(bare(rows))))["Data"]
    texts = [page.cell(row, 1).value for row in range(5, 9)]
    assert texts[0] == "bell " and texts[1] in ("_x0041_", "_x005F_x0041_") and texts[3] == "  spaces  "
    assert len(texts[2]) == 32_767


def test_negative_numbers_stay_numbers():
    rows = pd.DataFrame({"value": [-1.5, -2.0, 1e300, 1e-9, None]})
    assert [row["value"] for row in read_csv(as_csv(bare(rows)))] == ["-1.5", "-2", "1e+300", "1e-09", ""]
    assert [row["value"] for row in read_sheet(as_xlsx(bare(rows)))] == [-1.5, -2, 1e300, 1e-9, None]


TEXTS = st.one_of(st.text(max_size=12), st.sampled_from(HOSTILE), st.text(string.printable, max_size=6))
PLAIN = TEXTS.filter(lambda text: text == fitted(text) and "x005F_" not in text)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
            PLAIN,
            st.one_of(st.none(), st.dates(date(1900, 3, 1), date(2200, 1, 1))),
            st.booleans(),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_whatever_the_rows_every_form_reads_back_equal(rows):
    frame = pd.DataFrame(rows, columns=["value", "status", "day", "derived"]).astype({"value": "float64"})
    frame["day"] = pd.to_datetime(frame["day"])
    table = bare(frame)
    wanted = records(frame)
    assert [row["value"] for row in wanted] == [row[0] for row in rows]
    assert [row["day"] for row in wanted] == [row[2] for row in rows]
    assert read_csv(as_csv(table)) == [{name: as_text(value) for name, value in row.items()} for row in wanted]
    assert pq.read_table(io.BytesIO(as_parquet(table))).to_pylist() == wanted
    assert [row["value"] for row in json.loads(as_json(table))["rows"]] == [row["value"] for row in wanted]
    assert in_cells(read_sheet(as_xlsx(table))) == in_cells(wanted)
    assert [(row["value"], row["day"], row["derived"]) for row in read_ods(as_ods(table))] == [
        (row["value"], row["day"], row["derived"]) for row in wanted
    ]


def test_no_rows_are_still_a_file_that_opens(table):
    empty = Table(title=table.title, rows=table.rows.head(0), described=table.described)
    assert as_csv(empty).count(b"\r\n") == 1
    assert json.loads(as_json(empty))["rows"] == []
    assert pq.read_table(io.BytesIO(as_parquet(empty))).num_rows == 0
    assert openpyxl.load_workbook(io.BytesIO(as_xlsx(empty)))["Data"]["A1"].value == table.title
    assert ods_sheet(as_ods(empty), "Data")[0][0] == table.title


def test_too_many_rows_are_offered_only_in_forms_that_hold_them():
    assert {"csv", "xlsx", "ods", "parquet", "json"} <= set(FORMATS)
    assert [form.ending for form in FORMATS.values() if form.holds(MOST_OF_A_WORKBOOK)] == list(FORMATS)
    refused = [form.ending for form in FORMATS.values() if not form.holds(MOST_OF_A_WORKBOOK + 1)]
    assert refused == ["xlsx", "ods"]


def test_file_names_say_what_is_in_the_file():
    assert file_name("agency-rate", "Birmingham", "2013-2025", ending="csv") == "agency-rate_birmingham_2013-2025.csv"
    assert file_name("St. Helens", "", "../../x", ending="csv") == "st-helens_x.csv"
    assert len(file_name("a" * 300, ending="csv")) == 64


def test_an_archive_has_every_table_and_its_checksum(table):
    packed = zipfile.ZipFile(io.BytesIO(archive({"figures": table}, as_parquet, ending="parquet")))
    assert set(packed.namelist()) == {"figures.parquet", "columns.csv", "README.txt", "SHA256SUMS.txt"}
    assert {row["column"] for row in read_csv(packed.read("columns.csv"))} == set(table.columns)
    assert "figures.parquet" in packed.read("SHA256SUMS.txt").decode()
    assert f"{len(table.rows):,} rows" in packed.read("README.txt").decode()


def ods_sheet(content, name):
    return python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_name(name).to_python(skip_empty_area=False)


def read_ods(content, name="Data"):
    """Read a sheet's table with calamine, which is not what wrote it: rows by the names in the head."""
    sheet = ods_sheet(content, name)
    top = next(number for number, row in enumerate(sheet) if sum(cell != "" for cell in row) > 1 or number == 3)
    head, *rows = sheet[top:]
    return [dict(zip(head, (None if cell == "" else cell for cell in row), strict=True)) for row in rows]


def read_by_our_own_reader(content, name="Data"):
    """Read a sheet as an upload is read: the text that a person sees, by row and column."""
    return next(sheet for sheet in formats_ods.read_ods(content).sheets if sheet.name == name).rows


def test_ods_reads_back_with_real_numbers_and_dates(table):
    content = as_ods(table)
    assert read_ods(content) == [
        {name: None if value == "" else value for name, value in row.items()} for row in records(table.rows)
    ]
    seen = read_by_our_own_reader(content)
    assert [cell.text for cell in seen[4].values()] == table.columns
    kinds = {table.columns[column - 1]: {seen[row][column].kind for row in seen if row > 4 and column in seen[row]}
             for column in range(1, len(table.columns) + 1)}  # fmt: skip
    assert (kinds["value"], kinds["reference_date"], kinds["status"]) == ({"number"}, {"date"}, {"text"})


def test_ods_has_the_sheets_of_the_workbook_and_leads_to_each(table):
    content = as_ods(table)
    assert python_calamine.load_workbook(io.BytesIO(content)).sheet_names == [
        "Cover", "Contents", "Notes", "Columns", "Sources", "Data"
    ]  # fmt: skip
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(table)))
    for name in ("Cover", "Contents", "Notes", "Columns", "Sources"):
        there = [[cell.value for cell in row] for row in book[name].iter_rows()]
        assert [[cell or None for cell in row] for row in ods_sheet(content, name)] == there
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        first = file.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert file.read("mimetype").decode() == FORMATS["ods"].media_type
        whole = ElementTree.fromstring(file.read("content.xml"))
        assert b"en-GB" in file.read("meta.xml") and table.title.encode() in file.read("meta.xml")
        listed = re.findall(r'full-path="([^"]+\.xml)"', file.read("META-INF/manifest.xml").decode())
        assert {"mimetype", "META-INF/manifest.xml", *listed} == set(file.namelist())
    links = [each.get("{http://www.w3.org/1999/xlink}href") for each in whole.iter() if each.tag.endswith("}a")]
    assert links == [f"#'{name}'.A1" for name in book.sheetnames if name != "Contents"]
    ranges = [each for each in whole.iter() if each.tag.endswith("}database-range")]
    assert len(ranges) == 5 and not any("formula" in key for each in whole.iter() for key in each.attrib)


def test_hostile_text_is_text_in_ods_too():
    texts = [*HOSTILE, "<text:p>&amp;", "  two  spaces ", "tab\there", "bell \x07", "\ud800 alone", "<r><t>x</t></r>"]
    rows = pd.DataFrame({"text": pd.Series(texts, dtype=object), "number": range(len(texts))})
    content = as_ods(bare(rows))
    wanted = [fitted(text) for text in texts]
    cells = read_by_our_own_reader(content)
    assert {cell.kind.value for row in cells.values() for cell in row.values()} <= {"text", "number", "error"}
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        whole = ElementTree.fromstring(file.read("content.xml"))
    data = [each for each in whole.iter() if each.tag.endswith("}table")][-1]
    rows_in_it = [each for each in data if each.tag.endswith("}table-row")][3:]
    assert [in_paragraphs(row[0]) for row in rows_in_it] == wanted
    assert {kind for row in rows_in_it for key, kind in row[0].attrib.items() if key.endswith("value-type")} == {
        "string"
    }


def in_paragraphs(cell):
    """Put the text of a cell together as OpenDocument says: its spaces and tabulators are elements."""
    lines = []
    for paragraph in cell:
        line = paragraph.text or ""
        for each in paragraph:
            count = next((int(n) for key, n in each.attrib.items() if key.endswith("}c")), 1)
            line += (" " * count if each.tag.endswith("}s") else "\t") + (each.tail or "")
        lines.append(line)
    return "\n".join(lines)


def test_text_that_the_library_would_take_for_its_own_markup_is_text():
    texts = ["<r><t>bold</t></r>", "<r></r>", "<r>=1</r>"]
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(bare(pd.DataFrame({"text": texts})))))
    assert [book["Data"].cell(row, 1).value for row in range(5, 8)] == texts


@pytest.mark.parametrize("ending", FORMATS)
def test_no_format_needs_a_temporary_file(ending, table, monkeypatch):
    def refused(*arguments, **named):
        raise AssertionError("a temporary file")

    for way in ("mkstemp", "mkdtemp", "TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile"):
        monkeypatch.setattr(tempfile, way, refused)
    monkeypatch.setattr(tempfile, "_get_candidate_names", refused)
    assert len(FORMATS[ending].write(table)) > 1000


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_writes_rows_of_every_download(ending, opened):
    asked = {"areas": [BIRMINGHAM, "E08000017"]}
    for name in ("judgements", "interventions", "intervention_events"):
        rows = getattr(questions, name).frame(opened, **asked)
        assert len(rows) > 5
        content = FORMATS[ending].write(Table(title=name, rows=rows, described=downloads()[name], sheet="Dated steps"))
        assert all(str(text).split("\n")[0].encode() in unpacked(content) for text in rows["authority_name"].unique())


def unpacked(content):
    """Give the bytes of a file and, where it is a ZIP, those of its parts."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return b"".join(file.read(name) for name in file.namelist())
