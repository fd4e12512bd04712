"""The page of own figures, step by step: what it reads, says, draws and gives back."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from data.catalogue import indicators
from data.spreadsheet import DANGEROUS
from etl.read import Reading, Record, leave_out_column, leave_out_row, marked_copy, read_upload
from etl.reader.reading_json import from_json, to_json
from pages.charts.comparison.compared import Asked, authority_lines
from pages.charts.visitor.lines import visitor_lines
from pages.database import every_authority
from pages.holding import held as held_module
from pages.holding.held import VisitorFigures
from pages.visitor_figures import evidence, matched, one_page, pack_button, problems, template_buttons
from pages.visitor_figures import questions as asking
from pages.visitor_figures.pack import own_rows
from queries import compare as questions
from queries.database import open_database
from queries.visitor import with_published
from tests.pages.opened import opened as opened_at
from tests.reader.kit import Page, understood, xlsx

ROOT = Path(__file__).parents[2]
EXAMPLES = next(
    (each for each in (ROOT.parent / "shared", ROOT / "examples") if (each / "examples/uploads").is_dir()), ROOT
)
FILES = EXAMPLES / "examples" / "uploads" / "files"
BIRMINGHAM = """Birmingham children's services,,,,
Measure,2023,2024,2025,2026
Vacancy rate,{vacancy},15.7%,12.0%,11.0%
Agency rate,11.9%,14.1%,40.0%,15.0%
Referrals,16000,3,15900,
"""
MONTHS = """Birmingham,,,
Measure,Apr-25,May-25,Jun-25
Referrals,1301,1299,4
Vacancy rate,12.1%,12.3%,12.9%
"""
NOBODY = "Report,,\nMeasure,2024,2025\nVacancy rate,12.1%,13.4%\n"
BAD = "Birmingham,,\nMeasure,2024,2025\nVacancy rate,#REF!,13.4%\nAgency rate,about ten,14%\n"


@pytest.fixture(autouse=True)
def _read_in_this_process(monkeypatch):
    """Read without the fence, whose every process costs half a second: it has tests of its own."""
    monkeypatch.setattr(held_module, "read_upload", lambda *asked: from_json(to_json(understood(*asked))))


@pytest.fixture
def opened(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))

    def open_with(text, step=5, name="own.csv", answers=None):
        own = VisitorFigures()
        own.take(text.encode() if isinstance(text, str) else text, name)
        if answers:
            own.answer(answers)
        own.step = own.furthest = step
        app = opened_at("upload", own)
        assert not app.exception and not app.error, app.exception
        return app, own

    return open_with


def boxes(app):
    """Return the select boxes of the page itself, without the search above it."""
    return [box for box in app.selectbox if box.key != "find"]


def html(app):
    return " ".join(each.proto.body for each in app.get("html"))


def charts(app):
    return [json.loads(each.proto.spec) for each in app.get("plotly_chart")]


def own_traces(chart):
    return [
        t for t in chart["data"] if "open" in str(t.get("marker", {}).get("symbol")) and t["mode"] == "lines+markers"
    ]


def draws_own_figures(app):
    """Tell whether the first chart has own figures: as a line of its own, or at the end of one that is HTML."""
    if not charts(app):
        return "○</i> Own, DRAFT" in html(app)
    return bool(own_traces(charts(app)[0])) and "DRAFT" in json.dumps(charts(app)[0])


def test_the_first_page_says_what_becomes_of_a_file(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    app = opened_at("upload")
    said = " ".join(each.value for each in app.markdown)
    for promise in ("not written to disk", "20 minutes", "Delete my data", "5 MB", "Totals for authorities only"):
        assert promise in said


@pytest.mark.skipif(not FILES.is_dir(), reason="the example files are not beside the repository")
@pytest.mark.parametrize("file", sorted(FILES.iterdir()) if FILES.is_dir() else [], ids=lambda file: file.name)
def test_every_example_passes_every_step_or_is_refused(file, opened):
    app, own = opened(file.read_bytes(), step=2, name=file.name)
    if own.reading.outcome == "refuse":
        assert "There is a problem" in html(app)
        assert (own.data, own.name, own.records, own.reading.sheets) == (b"", "", (), ())
        return
    for step in (3, 4, 5):
        next(button for button in app.button if button.label == "Continue").click().run()
        assert not app.exception and not app.error and f"Step {step} of 5" in html(app)
    assert own.records
    assert charts(app) and all(len(each.proto.alt) > 40 for each in app.get("plotly_chart"))
    assert "DRAFT" in html(app)


def test_own_figures_are_dotted_hollow_and_called_draft(opened):
    app, _ = opened(BIRMINGHAM.format(vacancy="13.0%"))
    chart = charts(app)[0]
    traces = own_traces(chart)
    assert len(traces) == 1 and traces[0]["line"]["dash"] == "dot"
    words = " ".join(note["text"] for note in chart["layout"]["annotations"])
    assert "DRAFT, unpublished" in words and "own" in words and "neighbours" in words and "England" in words


def test_what_a_figure_would_change_is_said(opened):
    app, _ = opened(BIRMINGHAM.format(vacancy="13.0%"))
    text = html(app)
    assert "at 30 September 2026, is 11.0%" in text
    assert "No figure of this date has been published yet" in text
    assert "among the figures of 30 September 2025" in text
    boxes(app)[1].select("agency_rate").run()
    assert "from the published 12.4% of 30 September 2025" in html(app)
    assert "low reliability" in html(app)


def test_differences_say_whether_they_are_rounding(opened):
    text = html(opened(BIRMINGHAM.format(vacancy="13.0%"))[0])
    assert "Within rounding?" in text and ">no<" in text
    agreed = html(opened("Birmingham,,\nMeasure,2023,2025\nAgency rate,11.93%,12.4%\n")[0])
    assert ">yes<" in agreed and ">no<" not in agreed


def test_months_stand_alone_and_are_compared_with_nothing(opened):
    app, _ = opened(MONTHS)
    (drawn,) = charts(app)
    (own,) = [trace for trace in drawn["data"] if trace.get("marker", {}).get("symbol") == "triangle-up-open"]
    assert len(set(own["x"])) == 3 and own_traces(drawn) == [own]
    assert "A part of a year is never equal to a whole one" in " ".join(each.value for each in app.markdown)
    assert "not compared: a month" in html(app) and "none is compared" in html(app)


def test_a_year_to_another_date_is_said_to_be_one(opened):
    app, _ = opened("Birmingham,,\nMeasure,31 March 2024,31 March 2025\nVacancy rate,12.0%,13.0%\n")
    assert "not compared: published at 30 September" in html(app)
    assert any("other dates" in each.value for each in app.header)


def test_a_joint_return_is_not_compared(opened):
    app, _ = opened("Kingston upon Thames,,\nMeasure,2024,2025\nAgency rate,19.1%,14.9%\n")
    assert "joint return of Kingston upon Thames / Richmond upon Thames" in html(app) and ">yes<" not in html(app)


def test_questions_are_asked_and_answers_can_be_changed(opened):
    app, own = opened(NOBODY, step=3)
    assert own.records == () and len(boxes(app)) >= 1
    question = next(each for each in own.asked.values() if each.kind == "authority")
    boxes(app)[0].select("E08000025" if "E08000025" in dict(question.options) else question.options[0][0])
    app.button[[b.label for b in app.button].index("Read my file again with these answers")].click().run()
    own = app.session_state["own"]
    assert len(own.records) == 2 and boxes(app)[0].value != ""


def test_all_problems_stand_at_once_with_their_cells(opened):
    app, own = opened(BAD, step=4)
    text = html(app)
    assert "There is a problem" in text and "B3" in text and "B4" in text
    assert 'href="#cell-0-B3"' in text and 'id="cell-0-B3"' in text
    assert ">problem<" in text and ">figure<" in text
    book = openpyxl.load_workbook(io.BytesIO(marked_copy(own.data, own.reading.issues)))
    page = book.worksheets[0]
    assert page["B3"].fill.fgColor.rgb.endswith("F6C6C0") and page["C3"].value == "13.4%"
    assert "must be corrected" in page["D3"].value and "B3" in page["E3"].value
    assert page["D2"].value == "Result" and page["E2"].value == "Errors"


def test_like_problems_stand_in_one_row_and_no_more_than_fifty():
    rows = "\n".join(f"Birmingham,330,Vacancy rate,{2000 + n % 25},wrong {n}" for n in range(70))
    reading = read_upload(f"Authority,Code,Measure,Year,Figure\n{rows}\n".encode(), "x.csv")
    table = problems.grouped(reading.issues)
    assert len(table) == 50 and problems.more(reading.issues) >= 20
    same = [type(reading.issues[0])("NOT_A_NUMBER", "must", f"B{n}: no number.", None, f"B{n}") for n in range(37)]
    assert problems.grouped(same).to_dict("records") == [
        {"Level": "Must be corrected", "Where": "B0, B1, B2 and 34 more", "What": "no number."}
    ]


def test_small_counts_are_warned_of_and_hidden_in_what_is_taken_away(opened):
    app, own = opened(BIRMINGHAM.format(vacancy="13.0%"), step=4)
    assert "1 counts are from 1 to 5" in app.warning[0].value or "from 1 to 5" in app.warning[0].value
    hidden, shown = (packed(own, reveal) for reveal in (False, True))
    assert ",c\r\n" in hidden["own-figures_DRAFT.csv"] and ",3\r\n" not in hidden["own-figures_DRAFT.csv"]
    assert ",3\r\n" in shown["own-figures_DRAFT.csv"] and "ARE SHOWN" in shown["README.txt"]
    assert ",3," not in hidden["beside-published_DRAFT.csv"]


def packed(own, reveal):
    made = zipfile.ZipFile(io.BytesIO(pack_button.made(own, "E08000025", "vacancy_rate", reveal=reveal)))
    assert all("DRAFT" in name or name == "README.txt" for name in made.namelist())
    assert made.read("page_DRAFT.pdf").startswith(b"%PDF")
    return {
        name: made.read(name).decode("utf-8-sig") for name in made.namelist() if name.endswith((".csv", ".txt"))
    } | {"xlsx": made.read("own-figures_DRAFT.xlsx"), "beside.xlsx": made.read("beside-published_DRAFT.xlsx")}


@pytest.mark.parametrize("text", [BIRMINGHAM.format(vacancy="13.0%"), MONTHS])
def test_what_was_taken_away_can_be_uploaded_again_unchanged(text, opened):
    _, own = opened(text)
    files = packed(own, True)
    wanted = {facts(record) for record in own.records}
    for name, data in (("a.csv", files["own-figures_DRAFT.csv"].encode("utf-8-sig")), ("a.xlsx", files["xlsx"])):
        again = read_upload(data, name)
        assert {facts(record) for record in again.records} == wanted, name
        assert not [issue for issue in again.issues if issue.severity == "must"]
    assert (
        len(list(csv.reader(io.StringIO(files["own-figures_DRAFT.csv"]))))
        == len(own_rows(own.records, reveal=True)) + 1
    )


def facts(record):
    kind = "year" if record.period_type == "snapshot" else record.period_type
    return record.authority_code, record.indicator, kind, record.period_end, record.value


SIGNS = "".join(f"{sign}2+3 and,Birmingham,2025,1\n" for sign in DANGEROUS if sign not in "\t\r\n")


def test_no_text_of_a_file_that_is_given_back_is_taken_for_a_formula():
    data = f"Name,Authority,Year,Vacancy rate\n{SIGNS}<r><t>x</t></r>,Birmingham,2024,wrong\n".encode()
    book = openpyxl.load_workbook(io.BytesIO(marked_copy(data, read_upload(data, "a.csv").issues)))
    texts = [cell for page in book for row in page.iter_rows() for cell in row if isinstance(cell.value, str)]
    begun = [cell for cell in texts if cell.value.startswith(DANGEROUS)]
    assert len(begun) >= 8 and all(cell.quotePrefix and cell.data_type == "s" for cell in begun)
    assert "<r><t>x</t></r>" in {cell.value for cell in texts}


def test_no_text_of_the_pack_is_taken_for_a_formula(opened):
    _, own = opened(BIRMINGHAM.format(vacancy="33.0%"))
    files = packed(own, True)
    rows = list(csv.reader(io.StringIO(files["beside-published_DRAFT.csv"])))
    begun = [cell for row in rows for cell in row if cell.startswith("'+")]
    assert begun and not [cell for row in rows for cell in row if cell.startswith(DANGEROUS)]
    book = openpyxl.load_workbook(io.BytesIO(files["beside.xlsx"]))
    cells = [cell for row in book.active.iter_rows() for cell in row if str(cell.value).startswith(DANGEROUS)]
    assert len(cells) == len(begun) and all(cell.quotePrefix and cell.data_type == "s" for cell in cells)


@pytest.mark.parametrize("text", [BIRMINGHAM.format(vacancy="13.0%"), MONTHS])
def test_the_page_embeds_the_chart_and_letters_of_every_kind(text, opened):
    _, own = opened(text)
    page = zipfile.ZipFile(io.BytesIO(pack_button.made(own, "E08000025", "vacancy_rate", reveal=True)))
    pdf = page.read("page_DRAFT.pdf")
    assert pdf.count(b"/Subtype /Image") >= 1 and b"Roboto" in pdf and b"Helvetica" not in pdf
    assert ("chart_DRAFT.png" in page.namelist()) == (text is not MONTHS)


def test_the_rows_of_the_page_end_above_the_small_print():
    told = pd.DataFrame([dict.fromkeys(one_page.WIDTHS, "words that take more than one line of it " * 2)] * 12)
    for top in (120, 200, 230):
        with one_page._begun("Title – with a dash, and ŵ") as pdf:
            pdf.set_y(top)
            one_page._last_rows(pdf, told)
            assert top < pdf.get_y() <= one_page.FOOT


@pytest.mark.parametrize("code", ["E08000025", "E06000053", "E06000063", "E09000021"])
def test_the_filled_template_is_read_as_what_is_published(code, built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    data = template_buttons.workbook(every_authority()[code], filled=True)
    reading = read_upload(data, "own.xlsx")
    assert reading.outcome == "import" and len(reading.records) > 50 and not reading.questions
    assert {record.authority_code for record in reading.records} == {code}
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["How to fill in", "Workforce", "Children", "Allowed values"]
    assert "version 1" in book.properties.title and book["Workforce"].data_validations.dataValidation
    own = VisitorFigures(reading=reading)
    assert all(row["within_rounding"] in (True,) for row in compared(own) if row["difference"] == row["difference"])


def compared(own):
    from pages.holding.figures import beside

    return [
        row for row in beside(own.records).to_dict("records") if row["within_rounding"] is not None and not row["joint"]
    ]


def test_the_blank_template_has_a_row_per_year_and_units_in_its_headings(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    book = openpyxl.load_workbook(io.BytesIO(template_buttons.workbook(every_authority()["E08000025"], filled=False)))
    page = book["Workforce"]
    assert [page.cell(1, n).value for n in (1, 2, 3)] == ["Local authority", "Code", "Year ending"]
    assert page["D1"].value == "Social worker vacancy rate (%, 0 to 100) [vacancy_rate]"
    assert page["B2"].value == "330" and page["C2"].value.date() == date(page["C2"].value.year, 9, 30)
    assert page["D2"].value is None
    named = {
        cell.value.rpartition("[")[2].rstrip("]") for part in ("Workforce", "Children") for cell in book[part][1][3:]
    }
    assert named == {each.id for each in indicators().values() if each.topic != "context"}


@pytest.mark.parametrize("page", ["authority", "compare"])
def test_the_other_pages_show_own_figures_until_they_are_switched_off(page, built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    own = VisitorFigures()
    own.take(BIRMINGHAM.format(vacancy="13.0%").encode(), "own.csv")
    app = opened_at(page, own, authority="E08000025", indicator="vacancy_rate")
    assert not app.exception
    assert draws_own_figures(app) and "DRAFT" in html(app)
    next(each for each in app.toggle if "own figures" in each.label).set_value(False).run()
    assert not draws_own_figures(app) and "DRAFT" not in json.dumps(charts(app)) + html(app)
    assert "own" not in dict(app.query_params) or app.query_params["own"] in (["none"], "none")


@pytest.fixture(scope="module")
def con(built):
    con = open_database(built)
    yield con
    con.close()


@pytest.mark.parametrize("view", ["published", "difference", "index", "rank", "since", "against"])
def test_every_view_of_the_comparison_but_two_measures_stands_own_figures(view, con):
    about = indicators()["agency_rate"]
    asked = Asked(
        measure=view, about=about, other=about, counted=False, other_counted=False, ranked=True, base=2017,
        event="began", england=True, context=False,
    )  # fmt: skip
    names, span = {"E08000025": "Birmingham", "E08000017": "Doncaster"}, {"first": 2010, "last": 2030}
    ask = {"since": (questions.since, {"event": "began"})}.get(
        view, (questions.lines, {"measure": "published", "base": 0})
    )
    rows = ask[0](con, authorities=list(names), indicator="agency_rate", **ask[1], **span)
    own = with_published.frame(
        con, areas=["E08000025"] * 2, indicators=["agency_rate"] * 2, kinds=["year", "month"],
        ends=["2025-09-30", "2025-10-31"], values=[40.0, 41.0], model="2025", measure=view, base=2017,
    )  # fmt: skip
    lines = visitor_lines(own, names, asked, authority_lines(rows))
    assert [len(line.points) for line in lines] == ([] if view == "against" else [1])
    for line in lines:
        assert line.role == "own" and "DRAFT" in line.name and line.look.dash == "dot"
    if view == "since":
        (published,) = [row for row in rows if (row.asked_code, str(row.period_end)) == ("E08000025", "2025-09-30")]
        assert lines[0].points[0].years_since == pytest.approx(published.years_since)


def test_figures_without_use_are_dropped_and_others_stay():
    old, new = VisitorFigures(), VisitorFigures()
    for own in (old, new):
        own.take(MONTHS.encode(), "own.csv")
    held_module._look_at(old, old.used + held_module.IDLE + 1)
    held_module._look_at(new, new.used + 1)
    assert (old.records, old.data, old.name, old.reading) == ((), b"", "", None) and "20 minutes" in old.gone
    assert new.records


def test_the_bytes_stay_as_long_as_an_answer_may_be_changed_and_go_with_the_figures():
    own = VisitorFigures()
    own.take(template_clean(), "own.csv")
    assert own.records and own.data  # a column may yet be left out
    own.forget("")
    assert own.data == b""
    own.take(BAD.encode(), "own.csv")
    own.take(b"Child ID,Date of birth\n1,01/02/2015\n2,03/04/2016\n", "own.csv")
    assert own.data == b"" and own.reading.outcome == "refuse" and not own.holds


def template_clean():
    return b"Authority,Code,Measure,Period,Figure\nBirmingham,330,Agency [agency_rate],30 September 2025,12.4\n"


def test_fifty_thousand_figures_are_compared_in_a_few_seconds(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    found = [each for each in every_authority().values() if each.closed_on is None][:140]
    records = tuple(
        Record(each.area_code, each.dfe_code, each.name, id, "month", f"{year}-{month:02d}-01",
               f"{year}-{month:02d}-28", float(n % 90), "published", None, None, f"D{n}")
        for n, each in enumerate(found)
        for id in ("referrals", "vacancy_rate", "agency_rate")
        for year in range(2000, 2024)
        for month in range(1, 13)
    )  # fmt: skip
    own = VisitorFigures(reading=Reading("import", None, "Read.", records=records), step=5, furthest=5)
    app = opened_at("upload", own)
    assert len(records) > 50_000 and not app.exception
    assert "The first 200 of" in " ".join(each.value for each in app.markdown)
    assert len(html(app)) < 1_000_000


def test_a_file_can_be_chosen_on_the_first_screen(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    app = opened_at("upload")
    assert len(app.get("file_uploader")) == 1 and "in memory" in " ".join(each.value for each in app.markdown)


UNDATED = b"Local authority,Vacancy rate,Agency rate\nWarrington,12.4%,9.1%\nHalton,14.0%,8.2%\n"


def test_a_period_that_no_cell_says_is_offered_takes_typing_and_is_then_read(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    own = VisitorFigures()
    own.take(UNDATED, "figures.csv")
    assert own.records == () and any(question.typed for question in own.asked.values())
    own.step = own.furthest = 3
    app = opened_at("upload", own)
    offered = next(box for box in app.selectbox if str(box.key).startswith("own.answer"))
    assert "type" in offered.proto.placeholder and offered.proto.accept_new_options and len(offered.options) > 5
    offered.select("30 September 2025")
    next(button for button in app.button if "with these answers" in button.label).click().run()
    assert not app.exception
    assert {record.period_end for record in app.session_state["own"].records} == {"2025-09-30"}


def test_what_must_be_answered_is_asked_before_what_need_not_be():
    own = VisitorFigures()
    own.take(b"Local authority,Year,Complaints,Visits,Referrals accepted\nLeeds,2023,4,5,6\n", "a.csv")
    assert asking.cells(own) == {(None, "E1"): "question 1", (None, "C1"): "question 2", (None, "D1"): "question 3"}
    own.take(b"Local authority,Year,Complaints,Visits\nLeeds,2023,4,5\n", "a.csv")
    assert asking.cells(own) == {(None, "C1"): "question 1", (None, "D1"): "question 2"}


def test_a_long_workbook_shows_its_first_sheets_and_those_with_problems(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    pages = [Page(f"S{number}") for number in range(1, 7)]
    for page in pages:
        page.row("A1", ["Council", "Year", "Referrals"])
        page.row("A2", ["Kent", 2000 + int(page.name[1:]), 900])
        page.row("A3", ["Leeds", 2000 + int(page.name[1:]), "?9" if page.name == "S5" else 900])
    own = VisitorFigures()
    own.take(xlsx(*pages), "six.xlsx")
    own.step = own.furthest = 4
    app = opened_at("upload", own)
    assert not app.exception and [box.label for box in app.expander] == [
        "The other 2 sheets of your file, as understood"
    ]
    drawn = [[str(each.proto.body) for each in box.get("html")] for box in app.expander]
    assert [text.count("<caption>") for texts in drawn for text in texts if "<caption>" in text] == [1, 1]


def test_each_heading_is_named_for_itself():
    read = read_upload(
        b"Local authority,Vacancy rate 2023,Agency rate 2024,Exit interviews 2022\n"
        b"Warrington,12.4%,9.1%,3\nHalton,14.0%,8.2%,4\n",
        "a.csv",
    )
    vacancy, agency, exits = evidence.headings(read)
    assert [row["Your heading"] for row in (vacancy, agency)] == ["Vacancy rate 2023", "Agency rate 2024"]
    assert vacancy["Read as"] == "Social worker vacancy rate: 2 figures" and vacancy["Where"] == "B2 to B3"
    assert vacancy["Its period by"] == "the heading, B1" and vacancy["Periods"] == "1 year, 30 September 2023"
    assert vacancy["Its authority by"] == "A2 to A3, the first “Warrington”" and not vacancy["Why not"]
    assert exits["Read as"] == "not read, unless you say what it is: 2 figures" and "Exit" in exits["Why not"]
    (left,) = evidence.left_out(read)
    assert left["Left out"] == "2 figures" and "D2 (“Exit interviews 2022”) and 1 more" in left["Where"]


@pytest.mark.skipif(not FILES.is_dir(), reason="the example files are not beside the repository")
def test_every_heading_of_every_example_stands_in_a_row_of_its_own_with_its_evidence():
    for file in [*FILES.iterdir(), *(FILES.parents[1] / "uploads_2" / "files").iterdir()]:
        read = understood(file.read_bytes(), file.name)  # without its fence: that has tests of its own
        rows = evidence.headings(read)
        assert len(rows) == len(read.headings), file.name
        for row, headed in zip(rows, read.headings, strict=True):
            assert row["Your heading"] == headed.heading or not headed.heading
            assert headed.outcome != "read" or (row["Its measure is said by"] and row["Its period by"]), file.name
            assert not re.search(r"\b1 figures|None|nan", " ".join(map(str, row.values()))), row
        assert sum(each.count for each in read.left_out) == evidence.number_left_out(read.left_out)
        counted = sum(
            int(str(row["Figures read"]).replace(",", "").replace("none", "0")) for row in matched.tables(read)
        )
        assert counted == len(read.records), file.name


def test_columns_rows_and_periods_can_be_said_and_taken_back_without_losing_other_answers():
    own = VisitorFigures()
    own.take(UNDATED, "figures.csv")
    period = next(question.id for question in own.asked.values() if question.kind == "period")
    own.answer({period: "30 September 2025"})
    assert len(own.records) == 4
    own.answer({leave_out_column(None, "C"): "yes"})
    assert {record.indicator for record in own.records} == {"vacancy_rate"} and own.answers[period]
    own.answer({leave_out_row(None, 3): "yes"})
    assert {record.authority_name for record in own.records} == {"Warrington"}
    own.answer({leave_out_row(None, 3): "", leave_out_column(None, "C"): ""})
    assert len(own.records) == 4 and set(own.answers) == {period}


def test_answers_by_which_nothing_can_be_read_lose_nothing():
    own = VisitorFigures()
    own.take(BIRMINGHAM.format(vacancy="13.0%").encode(), "own.csv")
    before = own.reading
    own.answer({leave_out_row(None, number): "yes" for number in (3, 4, 5)})
    if own.refused:
        assert (own.reading, own.answers) == (before, {}) and own.data
    own.answer({leave_out_row(None, number): "" for number in (3, 4, 5)})
    assert len(own.records) == len(before.records) and not own.refused


def test_the_sheet_stands_beside_the_questions_with_their_cells_marked(opened):
    app, own = opened(NOBODY, step=3)
    assert any(question.cell for question in own.asked.values())
    assert "question 1" in html(app) and "The file, as it was understood" in html(app)


def test_what_is_only_asked_is_called_no_problem(opened):
    rows = "Birmingham,,\nMeasure,2024,2025\nVacancy rate,15.7%,12.0%\nStrategy discussions,3,4\n"
    for step in (3, 4):
        app, own = opened(rows, step=step)
        assert own.reading.offers and not problems.count(own.reading.issues, "must")
        assert "not known yet" in html(app) and "<i>problem</i>" not in html(app)


def test_figures_stand_by_date_whatever_the_order_of_the_file(opened):
    app, own = opened("Birmingham,,,\nMeasure,2025,2023,2024\nVacancy rate,12.0%,13.0%,15.7%\n")
    assert [record.period_end[:4] for record in own.records] != ["2023", "2024", "2025"]
    dates = re.findall(r"at 30 September (\d{4})</t", html(app))
    assert dates[-3:] == ["2023", "2024", "2025"]


def test_the_next_step_is_open_at_the_top_as_soon_as_there_is_enough_for_it(opened):
    for step, open_ in ((3, 4), (4, 5)):
        app, _ = opened(BIRMINGHAM.format(vacancy="13.0%"), step=step)
        assert [app.button(key=f"own-step-{number}").disabled for number in range(1, 6)] == [
            number > open_ for number in range(1, 6)
        ]
        app.button(key=f"own-step-{open_}").click().run()
        assert f"Step {open_} of 5" in html(app)
