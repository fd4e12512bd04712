"""More of the world: names and codes over time, marks beside numbers, sums so far, tables saved by programs."""

from tests.reader.cases.shapes import Key, shape, years
from tests.reader.kit import Case, ods, text, xls, xlsx

SOME = ("import", "import_with_issues")
LEEDS, KENT, YORK = "383", "886", "816"
FORMER = {"909": ("E10000006", "Cumbria", 2023), "928": ("E10000021", "Northamptonshire", 2021), "837": ("E06000028", "Bournemouth", 2019),
          "836": ("E06000029", "Poole", 2019), "835": ("E10000009", "Dorset", 2019)}  # fmt: skip


def year(indicator: str, end: str, dfe: str = LEEDS) -> Key:
    return dfe, indicator, "year", end


def case_former_authorities_by_code_and_name() -> list[Case]:
    made = []
    for dfe, (gss, name, last) in FORMER.items():
        rows: list[list[object]] = [
            ["LA code", "new_la_code", "Council", "Year", "Referrals"],
            [dfe, gss, name, last - 1, 4700],
            [dfe, gss, name, last, 4800],
        ]
        wanted = {"E2": year("referrals", f"{last - 1}-03-31", dfe), "E3": year("referrals", f"{last}-03-31", dfe)}
        made.append(shape(f"the codes and the name of {name} that ended", rows, wanted, write=text, file="x.csv"))
        after = [*rows, [dfe, gss, name, last + 1, "z"], [LEEDS, "E08000035", "Leeds", last + 1, 9000]]
        made.append(
            shape(
                f"signs for {name} after its end",
                after,
                wanted | {"E5": year("referrals", f"{last + 1}-03-31")},
                write=text,
                file="x.csv",
            )
        )
        made.append(
            shape(f"a figure of {name} after its end", [*rows, [dfe, gss, name, last + 2, 5000]], wanted, outcomes=("import_with_issues",),
                  issues=[("AMBIGUOUS_AUTHORITY", "C4")], write=text, file="x.csv")
        )  # fmt: skip
    return made


def case_codes_before_and_after() -> list[Case]:
    pairs = {
        "370": ("E08000038", "E08000016", "Barnsley"), "373": ("E08000039", "E08000019", "Sheffield"), "825": ("E06000060", "E10000002", "Buckinghamshire"),
        "815": ("E06000065", "E10000023", "North Yorkshire"), "933": ("E06000066", "E10000027", "Somerset"),
    }  # fmt: skip
    made = []
    for dfe, (new, old, name) in pairs.items():
        rows: list[list[object]] = [
            ["new_la_code", "la_name", "Year", "Referrals"],
            [old, name, 2020, 4700],
            [new, name, 2024, 4800],
            [new, "", 2023, 4900],
        ]
        wanted = {
            "D2": year("referrals", "2020-03-31", dfe),
            "D3": year("referrals", "2024-03-31", dfe),
            "D4": year("referrals", "2023-03-31", dfe),
        }
        made.append(shape(f"both codes of {name}", rows, wanted, write=text, file="x.csv"))
    other = shape(
        "the code of another authority beside a name", [["new_la_code", "la_name", "Year", "Referrals"], ["E08000038", "Sheffield", 2020, 4700], ["E08000035", "Leeds", 2020, 9000]],
        {"D3": year("referrals", "2020-03-31")}, outcomes=("import_with_issues",), write=text, file="x.csv", issues=[("AMBIGUOUS_AUTHORITY", "B2")],
    )  # fmt: skip
    return [*made, other]


def case_names_over_time() -> list[Case]:
    made = []
    for name, dfe in (
        ("Doncaster MBC", "371"), ("Medway Towns", "887"), ("Corporation of London", "201"), ("Bedford Borough", "822"), ("Dorset (Pre LG)", "835"),
        ("Durham County Council", "840"), ("Hull, City of", "810"), ("Herefordshire, County of", "884"),
    ):  # fmt: skip
        made.append(
            shape(
                f"a name of its time: {name}",
                [["Council", "Referrals 2017/18"], [name, 4700]],
                {"B2": year("referrals", "2018-03-31", dfe)},
            )
        )
    return made


def case_marks_beside_numbers() -> list[Case]:
    made = []
    for mark, status in (("[u]", "unreliable"), ("(u)", "unreliable"), ("u", "unreliable")):
        case = shape(f"a figure with {mark} beside it", [["Council", "Year", "Referrals"], ["Leeds", 2023, f"9,120 {mark}"], ["Kent", 2023, 9130]],
                     {"C3": year("referrals", "2023-03-31", KENT)}, outcomes=SOME, write=text, file="x.csv")  # fmt: skip
        case.expect("C2", LEEDS, "referrals", "2023-03-31", 9120)
        case.statuses = {"C2": status, "C3": "value"}
        made.append(case)
    for mark in ("[note 3]", "(p)", "r", "*", "†", "[1]"):
        case = shape(f"a figure with {mark} beside it, which says nothing of its worth", [["Council", "Caseload 2023"], ["Leeds", f"15.1{'' if mark in '*†' else ' '}{mark}"], ["Kent", 16.2]],
                     {"B3": year("caseload", "2023-09-30", KENT)}, outcomes=SOME)  # fmt: skip
        case.expect("B2", LEEDS, "caseload", "2023-09-30", 15.1, sheet="S")
        case.statuses = {"B2": "value"}
        made.append(case)
    return made


def case_sums_so_far() -> list[Case]:
    def to_date(name: str, rows: list[list[object]], cell: str, end: str, **given: object) -> Case:
        return shape(name, rows, {cell: (LEEDS, "referrals", "ytd", end)}, outcomes=SOME, **given)

    return [
        to_date("cumulative quarters across", [["Leeds"], ["Measure", "Q3 2023/24 (cumulative)"], ["Referrals", 6800]], "B3", "2023-12-31"),
        to_date("a cumulative quarter over its measure", [["Council", "Referrals Q3 2023/24 cumulative"], ["Leeds", 6800]], "B2", "2023-12-31"),
        to_date("the year to date in words", [["Leeds"], ["Measure", "2023/24 to Dec"], ["Referrals", 6800]], "B3", "2023-12-31"),
        to_date("the year to date in a row's label", [["Leeds"], ["Measure", "Dec-23"], ["Referrals (year to date)", 6800]], "B3", "2023-12-31"),
        to_date("the year to date in a text file", [["Council", "Measure", "YTD Dec 2023"], ["Leeds", "Referrals", 6800]], "C2", "2023-12-31", write=text, file="x.csv"),
        shape("a stock is no sum", [["Leeds"], ["Measure", "Q3 2023/24"], ["Average caseload", 15.1]], {"B3": (LEEDS, "caseload", "quarter", "2023-12-31")}),
    ]  # fmt: skip


def case_words_of_sums_in_labels() -> list[Case]:
    made = []
    for label, indicator, value, end in (
        ("Average caseload", "caseload", 15.1, "09-30"), ("Average caseload per social worker (FTE)", "caseload", 15.1, "09-30"),
        ("Total referrals", "referrals", 9000, "03-31"), ("Total number of referrals", "referrals", 9000, "03-31"), ("Referrals, all", "referrals", 9000, "03-31"),
        ("Mean caseload", "caseload", 15.1, "09-30"),
    ):  # fmt: skip
        key = year(indicator, f"2023-{end}")
        made.append(
            shape(f"the label “{label}” of a row", [["Leeds"], ["Measure", "2023"], [label, value]], {"B3": key})
        )
        made.append(shape(f"the heading “{label}”", [["Council", f"{label} 2023"], ["Leeds", value]], {"B2": key}))
    for label in ("Average", "Total", "Mean of all", "Median", "England average"):
        made.append(
            shape(f"the row “{label}” among authorities", [["Council", "Referrals 2022/23"], ["Leeds", 9000], ["York", 800], [label, 4900]],
                  {"B2": year("referrals", "2023-03-31"), "B3": year("referrals", "2023-03-31", YORK)})
        )  # fmt: skip
    return made


def case_re_referrals_in_other_words() -> list[Case]:
    made = []
    for heading in (
        "Re-referrals within 12 months of a previous referral", "Number of re-referrals within 12 months of a previous referral",
        "Re-referrals within twelve months of the previous referral", "Number of referrals that were re-referrals",
    ):  # fmt: skip
        made.append(
            shape(f"{heading} as numbers", [["Location", "Year", "Referrals in the year", heading], ["Leeds", 2023, 9000, 1900], ["Kent", 2023, 20000, 4100]],
                  {f"{letter}{row}": year(indicator, "2023-03-31", dfe) for row, dfe in ((2, LEEDS), (3, KENT)) for letter, indicator in (("C", "referrals"), ("D", "rereferrals"))},
                  outcomes=SOME, write=text, file="x.csv")
        )  # fmt: skip
    alone = shape("re-referrals alone, of which the unit is asked", [["Council", "Re-referrals within 12 months of a previous referral 2022/23"], ["Leeds", 19]], {},
                  outcomes=("ask",), questions=["unit:S:rereferrals"])  # fmt: skip
    return [*made, alone]


def case_tables_saved_by_programs() -> list[Case]:
    headed: list[list[object]] = [["", "Caseload", "Unnamed: 2", "Turnover rate", "Unnamed: 4"], ["Council", "2022", "2023", "2022", "2023"], ["Leeds", 15, 16, 10, 11]]  # fmt: skip
    wanted = years(3, LEEDS, "caseload") | years(3, LEEDS, "turnover_rate", left=4)
    index = shape("an index before the first column", [["Unnamed: 0", "Council", "Year", "Referrals"], [0, "Leeds", 2023, 9000], [1, "Kent", 2023, 20000]],
                  {"D2": year("referrals", "2023-03-31"), "D3": year("referrals", "2023-03-31", KENT)}, write=text, file="x.csv")  # fmt: skip
    levels = shape("two rows of headings with their level", [["", "Caseload", "Unnamed: 2_level_0"], ["Council", "2022", "2023"], ["Leeds", 15, 16]], years(3, LEEDS, "caseload"), write=text, file="x.csv")  # fmt: skip
    again = shape("years numbered as second ones", [["Council", "Caseload", "Caseload.1", "Caseload.2"], ["Year", "2021", "2022", "2023"], ["Leeds", 14, 15, 16]],
                  years(3, LEEDS, "caseload", first=2021) | {"D3": year("caseload", "2023-09-30")}, write=text, file="x.csv")  # fmt: skip
    decimal = shape("a version that is no second one", [["Council", "Referrals 2022/23", "Plan 1.1"], ["Leeds", 9000, 3]], {"B2": year("referrals", "2023-03-31")}, outcomes=SOME, write=text, file="x.csv")  # fmt: skip
    pivot = shape("a pivot table with its sums", [["Row Labels", "Sum of Referrals", "Average of Caseload"], ["Leeds", 9000, 15], ["Kent", 20000, 16], ["Grand Total", 29000, 15.5]],
                  {"B2": year("referrals", "2023-03-31"), "B3": year("referrals", "2023-03-31", KENT), "C2": (LEEDS, "caseload", "year", "2023-03-31"), "C3": (KENT, "caseload", "year", "2023-03-31")},
                  outcomes=SOME, file="pivot 2022-23.xlsx")  # fmt: skip
    return [
        shape("headings as pandas saved them, of LibreOffice", headed, wanted, write=ods, file="x.ods"),
        shape("headings as pandas saved them, of a workbook", headed, wanted), index, levels, again, decimal, pivot,
    ]  # fmt: skip


def case_corners() -> list[Case]:
    made = []
    for write, file in ((xlsx, "x.xlsx"), (ods, "x.ods"), (xls, "x.xls")):
        made.append(shape(f"the measure in the corner of {file}", [["Caseload", "2022", "2023"], ["Leeds", 15, 16], ["Kent", 17, 18]],
                          years(2, LEEDS, "caseload") | years(3, KENT, "caseload"), write=write, file=file))  # fmt: skip
    months = shape("the measure in the corner over months", [["Referrals", "Apr-23", "May-23"], ["Leeds", 700, 710], ["Kent", 1700, 1710]],
                   {"B2": (LEEDS, "referrals", "month", "2023-04-30"), "C2": (LEEDS, "referrals", "month", "2023-05-31"),
                    "B3": (KENT, "referrals", "month", "2023-04-30"), "C3": (KENT, "referrals", "month", "2023-05-31")})  # fmt: skip
    across = shape("the measure in the corner, authorities across", [["Referrals", "Leeds", "Kent"], ["2021/22", 9000, 20000], ["2022/23", 9100, 20100]],
                   {"B2": year("referrals", "2022-03-31"), "C2": year("referrals", "2022-03-31", KENT), "B3": year("referrals", "2023-03-31"), "C3": year("referrals", "2023-03-31", KENT)})  # fmt: skip
    strange = shape("a word in the corner that is no measure of ours", [["Complaints", "2022", "2023"], ["Leeds", 15, 16], ["Kent", 17, 18]], {}, outcomes=("ask", "refuse"))  # fmt: skip
    return [*made, months, across, strange]


def case_coded_headings() -> list[Case]:
    made = []
    for name, heads in (
        ("of looked-after children", [f"CLA_{code}{end}" for code in ("Mar", "StartYr", "CeaseYr", "Plac") for end in (2015, 2016, 2017)]),
        ("of assessments", [f"{code}_{count}" for code in ("CIN", "EOP", "INIT", "CORE") for count in range(3)]),
        ("of spend", [f"{code}{line}" for code in ("OwnProvision", "PrivateProvision", "Net") for line in range(4)]),
        ("of nothing known", [f"var_{number}" for number in range(12)]),
    ):  # fmt: skip
        rows: list[list[object]] = [["geog_c", "geog_n", "LA_order", *heads], ["E08000035", "Leeds", 1, *range(100, 100 + len(heads))], ["E10000016", "Kent", 2, *range(200, 200 + len(heads))]]  # fmt: skip
        made.append(shape(f"coded headings {name}", rows, {}, outcomes=("ask", "refuse"), write=text, file="x.csv"))
    return made


def case_text_beside_numbers() -> list[Case]:
    made = []
    for heading, texts in (
        ("Overall effectiveness", ("Good", "Inadequate")), ("RAG", ("G", "R")), ("Commentary", ("Fell since spring", "Rose since spring")), ("Direction of travel", ("↑", "↓")),
    ):  # fmt: skip
        rows: list[list[object]] = [
            ["Council", heading, "Referrals 2022/23"],
            ["Leeds", texts[0], 9000],
            ["Kent", texts[1], 20000],
        ]
        made.append(
            shape(
                f"{heading} beside numbers",
                rows,
                {"C2": year("referrals", "2023-03-31"), "C3": year("referrals", "2023-03-31", KENT)},
            )
        )
    table = shape(
        "a table of judgements beside one of numbers",
        [["Council", "Referrals 2022/23", None, "Council", "Overall effectiveness"], ["Leeds", 9000, None, "Leeds", "Good"], ["Kent", 20000, None, "Kent", "Outstanding"]],
        {"B2": year("referrals", "2023-03-31"), "B3": year("referrals", "2023-03-31", KENT)}, outcomes=SOME,
    )  # fmt: skip
    return [*made, table]


def case_fractions_asked_once() -> list[Case]:
    months = [f"{name}-23" for name in ("Apr", "May", "Jun", "Jul", "Aug", "Sep")]
    rows: list[list[object]] = [
        ["Leeds"],
        ["Measure", *months],
        ["Re-referral rate", *[0.21] * 6],
        ["Turnover rate", *[0.14] * 6],
    ]
    across = shape(
        "fractions of two rates over months",
        rows,
        {},
        outcomes=("ask",),
        questions=["scale:S:rereferral_rate", "scale:S:turnover_rate"],
    )
    answered = shape(
        "fractions of two rates, answered", rows, {}, answers={"scale:S:rereferral_rate": "fraction", "scale:S:turnover_rate": "points"}, outcomes=SOME,
    )  # fmt: skip
    for step, letter in enumerate("BCDEFG"):
        end = ("2023-04-30", "2023-05-31", "2023-06-30", "2023-07-31", "2023-08-31", "2023-09-30")[step]
        answered.expect(f"{letter}3", LEEDS, "rereferral_rate", end, 21, "month", sheet="S")
        answered.expect(f"{letter}4", LEEDS, "turnover_rate", end, 0.14, "month", sheet="S")
    down = shape(
        "fractions of many authorities", [["Council", "Year", "Vacancy rate"], ["Leeds", 2023, 0.21], ["Kent", 2023, 0.14], ["York", 2023, 0.08]],
        {}, outcomes=("ask",), questions=["scale:S:vacancy_rate"],
    )  # fmt: skip
    return [across, answered, down]


def case_months_before_days() -> list[Case]:
    made = []
    for said, kind, end in (
        ("Sep 30 2024", "year", "2024-09-30"), ("Sept 30, 2024", "year", "2024-09-30"), ("September 30, 2024", "year", "2024-09-30"), ("9/30/2024", "year", "2024-09-30"),
    ):  # fmt: skip
        made.append(
            shape(
                f"{said} over its figures",
                [["Leeds"], ["Measure", said], ["Average caseload", 15.1]],
                {"B3": (LEEDS, "caseload", kind, end)},
                outcomes=SOME,
            )
        )
        made.append(
            shape(
                f"{said} in a column",
                [["Council", "Date", "Caseload"], ["Leeds", said, 15.1]],
                {"C2": (LEEDS, "caseload", kind, end)},
                outcomes=SOME,
                write=text,
                file="x.csv",
            )
        )
    return made


def case_longer_rows_between_other_signs() -> list[Case]:
    made = []
    for name, sign in (("tabs", "\t"), ("semicolons", ";"), ("strokes", "|")):
        case = Case(
            f"a row with a cell too many between {name}",
            "x.txt",
            outcomes=("import_with_issues",),
            issues=[("ROW_TOO_LONG", None)],
        )
        lines = [["Council", "Caseload 2023"], ["Leeds", "15.5"], ["Kent", "9", "412"], ["York", "16.5"]]
        case.data = "\n".join(sign.join(line) for line in lines).encode()
        case.expect("B2", LEEDS, "caseload", "2023-09-30", 15.5)
        case.expect("B4", YORK, "caseload", "2023-09-30", 16.5)
        made.append(case)
    book = shape("a figure beyond the last heading of a workbook", [["Council", "Caseload 2023"], ["Leeds", 15.5], ["Kent", 9, 412], ["York", 16.5]],
                 {"B2": year("caseload", "2023-09-30"), "B4": year("caseload", "2023-09-30", YORK)}, outcomes=("import_with_issues",), issues=[("ROW_TOO_LONG", "C3")])  # fmt: skip
    note = shape("a note beyond the last heading of a workbook", [["Council", "Caseload 2023"], ["Leeds", 15.5, "see note"], ["York", 16.5]],
                 {"B2": year("caseload", "2023-09-30"), "B3": year("caseload", "2023-09-30", YORK)}, outcomes=SOME)  # fmt: skip
    return [*made, book, note]
