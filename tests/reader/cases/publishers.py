"""Files in the layouts in which publishers give theirs, figures invented: what is ours in them, and what is not."""

from collections.abc import Sequence

from tests.reader.cases.shapes import Key, shape
from tests.reader.kit import Case, ods, text, xlsx

LEEDS, KENT, YORK = "383", "886", "816"
NOT_READ = ("ask", "refuse")
SOME = ("import", "import_with_issues")
FINGERTIPS = (
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,"
    "Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,"
    "Compared to England value or percentiles,Compared to percentiles,Time period Sortable,New data,Compared to goal,Time period range"
).split(",")
CARE = "Children in care"
OFLOG = (
    "Financial year,Local authority code,Local authority name,Grouping,Entity_Name,Region,Measure,Value,MEDIAN,MADs_from_median,rank_order"
).split(",")


def year(indicator: str, end: str, dfe: str = LEEDS) -> Key:
    return dfe, indicator, "year", end


def of_health(
    name: str, period: object, value: object, *, area: Sequence[str] = ("E08000035", "Leeds", "Counties & UAs (from Apr 2023)"),
    sex: str = "Persons", age: str = "<18 yrs", category: Sequence[str] = ("", ""),
) -> list[object]:  # fmt: skip
    parent = ("E12000003", "Yorkshire and the Humber region") if area[0] != "E92000001" else ("", "")
    return [
        90803, name, *parent, *area, sex, age, *category, period, value, 80.2, 91.3, 78.1, 93.6, 1440, 170300, "", "Increasing",
        "Worse 95%", "Not compared", "20230000", "", "Not compared", "1y",
    ]  # fmt: skip


def health(name: str, rows: list[list[object]], wanted: dict[str, Key], outcomes: Sequence[str] = SOME) -> Case:
    return shape(f"health profiles: {name}", [list(FINGERTIPS), *rows], wanted, outcomes=tuple(outcomes), write=text, file="indicators-CountiesUAs.data.csv")  # fmt: skip


def case_health_profiles() -> list[Case]:
    england = ("E92000001", "England", "England")
    region = ("E12000003", "Yorkshire and the Humber region (statistical)", "Regions (statistical)")
    rate = "Children in care: rate per 10,000 children under 18"
    every = health(
        "areas, regions and England",
        [of_health(rate, 2023, 71, area=england), of_health(rate, 2023, 80, area=region), of_health(rate, 2023, 84.1), of_health(rate, 2022, 83.0)],
        {"M4": year("cla_rate", "2023-03-31"), "M5": year("cla_rate", "2022-03-31")},
    )  # fmt: skip
    sexes = health(
        "boys, girls and all", [of_health(rate, 2023, 90, sex="Male"), of_health(rate, 2023, 78, sex="Female"), of_health(rate, 2023, 84.1)],
        {"M4": year("cla_rate", "2023-03-31")},
    )  # fmt: skip
    ages = health("one age and all", [of_health(rate, 2023, 40, age="5-9 yrs"), of_health(rate, 2023, 84.1)], {"M3": year("cla_rate", "2023-03-31")})  # fmt: skip
    deciles = health(
        "parts by deprivation", [of_health(rate, 2023, 140, category=("County & UA deprivation deciles in England", "Most deprived decile")), of_health(rate, 2023, 84.1)],
        {"M3": year("cla_rate", "2023-03-31")},
    )  # fmt: skip
    starts = health("another measure of care", [of_health("Children entering care: rate per 10,000 children under 18", 2023, 30)], {}, NOT_READ)  # fmt: skip
    other = health("measures of health alone", [of_health("Obesity in year 6", "2022/23", 22.4), of_health("Smoking status at time of delivery", "2022/23", 9.1)], {}, NOT_READ)  # fmt: skip
    return [every, sexes, ages, deciles, starts, other]


def case_lg_inform() -> list[Case]:
    title = "Children and family social workers - Vacancy rate (FTE)"
    grouped = shape(
        "LG Inform: one metric, periods across, as its service writes them",
        [[title], [], ["area", "area label", "area long label", "2021", "2022", "2023"],
         ["E08000035", "Leeds", "Leeds City Council", 9.1, 10.2, 11.3], ["E10000016", "Kent", "Kent County Council", 12.1, 13.2, 14.3],
         ["E92000001", "England", "England", 17.1, 18.2, 19.3], ["Leeds_CIPFA_Near_Neighbours", "Mean for Leeds CIPFA nearest neighbours", "", 15, 16, 17]],
        {f"{letter}{row}": year("vacancy_rate", f"{end}-09-30", dfe) for row, dfe in ((4, LEEDS), (5, KENT)) for letter, end in zip("DEF", (2021, 2022, 2023), strict=True)},
        outcomes=SOME, write=text, file="data.csv",
    )  # fmt: skip
    repeated = shape(
        "LG Inform: its identifiers below its labels",
        [[title, "", "", "2022", "2023"], ["area", "area label", "area long label", "2022", "2023"], ["E08000035", "Leeds", "Leeds City Council", 10.2, 11.3]],
        {"D3": year("vacancy_rate", "2022-09-30"), "E3": year("vacancy_rate", "2023-09-30")}, outcomes=SOME, write=text, file="data.csv",
    )  # fmt: skip
    long = shape(
        "LG Inform: a row for each value",
        [["metricType identifier", "metricType label", "area identifier", "area label", "period identifier", "period label", "valueType", "value"],
         [18148, title, "E08000035", "Leeds", "cal_2023", "2023", "raw", 11.3], [18148, title, "E92000001", "England", "cal_2023", "2023", "raw", 19.3]],
        {"H2": year("vacancy_rate", "2023-09-30")}, outcomes=SOME, write=text, file="data.csv",
    )  # fmt: skip
    report = shape(
        "LG Inform: a report as it is saved",
        [[f"{title} for All English single tier and county councils"], ["Source: Department for Education, Children's social work workforce"], [],
         ["Area", "2022", "2023"], [None, "%", "%"], ["Leeds", 10.2, 11.3], ["Minimum for All English single tier and county councils", 0, 1],
         ["Mean for All English single tier and county councils", 18, 19], ["Maximum for All English single tier and county councils", 50, 51]],
        {"B6": year("vacancy_rate", "2022-09-30"), "C6": year("vacancy_rate", "2023-09-30")}, outcomes=SOME,
    )  # fmt: skip
    other = shape(
        "LG Inform: a metric that is none of ours",
        [["Pupils reaching the expected standard at the end of key stage 2 (%)"], [], ["area", "area label", "area long label", "2022 (academic)", "2023 (academic)"],
         ["E08000035", "Leeds", "Leeds City Council", 57, 58]], {}, outcomes=NOT_READ, write=text, file="data.csv",
    )  # fmt: skip
    return [grouped, repeated, long, report, other]


def case_oflog() -> list[Case]:
    def of(
        measure: str,
        value: object,
        group: str = "LA_Raw",
        area: Sequence[str] = ("E08000035", "Leeds"),
        period: str = "2022-23",
    ) -> list[object]:
        return [
            period,
            *area,
            group,
            "Metropolitan Districts",
            "Yorkshire and The Humber",
            measure,
            value,
            12.4,
            0.4,
            "desc",
        ]

    ours = shape(
        "Oflog: our measure beside others",
        [list(OFLOG), of("Outcome, ASC Carer Quality of Life", 7.6), of("Re-referral rate", 21.5), of("Household waste recycling rate", 40.1),
         of("Re-referral rate", 22.5, area=("E10000016", "Kent"))],
        {"H3": year("rereferral_rate", "2023-03-31"), "H5": year("rereferral_rate", "2023-03-31", KENT)}, outcomes=SOME, write=text, file="data.csv",
    )  # fmt: skip
    groups = shape(
        "Oflog: groups of authorities",
        [list(OFLOG), of("Re-referral rate", 21.5), of("Re-referral rate", 20.5, group="England", area=("E92000001", "England")),
         of("Re-referral rate", 20.7, group="CIPFA", area=("", "Leeds nearest neighbours median"))],
        {"H2": year("rereferral_rate", "2023-03-31")}, outcomes=SOME, write=text, file="data.csv",
    )  # fmt: skip
    none = shape(
        "Oflog: none of our measures",
        [list(OFLOG), of("Outcome, ASC Carer Quality of Life", 7.6), of("Total core spending power per dwelling", 2100), of("Number of upheld Ombudsman complaints", 3.1)],
        {}, outcomes=NOT_READ, write=text, file="data.csv",
    )  # fmt: skip
    return [ours, groups, none]


EES = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name", "old_la_code", "new_la_code", "la_name"]  # fmt: skip


def open_data(
    name: str, heads: list[object], rows: list[list[object]], wanted: dict[str, Key], outcomes: Sequence[str] = SOME
) -> Case:
    keys: list[object] = [
        "Local authority",
        "E92000001",
        "England",
        "E12000003",
        "Yorkshire and The Humber",
        383,
        "E08000035",
        "Leeds",
    ]
    lines = [[period, "Reporting year", *keys, *rest] for period, *rest in rows]
    return shape(
        f"open data: {name}", [[*EES, *heads], *lines], wanted, outcomes=tuple(outcomes), write=text, file="data.csv"
    )


def case_open_data() -> list[Case]:
    filters = open_data(
        "a filter and its total", ["characteristic_group", "characteristic", "referral_count", "rereferral_percent"],
        [[2023, "Total", "Total", 9000, 21.2], [2023, "Age group", "Age 10 to 15", 3000, 22.1], [2023, "Gender", "Female", 4500, 20.9]],
        {"M2": year("referrals", "2023-03-31"), "N2": year("rereferral_rate", "2023-03-31")},
    )  # fmt: skip
    signs = open_data(
        "signs for gaps", ["turnover_rate_fte", "agency_rate_fte"], [[2023, "c", "z"], [2022, "x", 4.1]], {"L3": year("agency_rate", "2022-09-30")},
    )  # fmt: skip
    signs.expect("K2", LEEDS, "turnover_rate", "2023-09-30", "c")
    signs.expect("L2", LEEDS, "agency_rate", "2023-09-30", "z")
    signs.expect("K3", LEEDS, "turnover_rate", "2022-09-30", "x")
    places = open_data("placements, of which none is ours", ["cla_group", "placement_type", "number", "percentage"], [[2023, "Placement", "Secure units", 12, 0.9]], {}, NOT_READ)  # fmt: skip
    reasons = open_data("reasons for leaving", ["category", "reason", "number_of_leavers", "percent_leavers"], [[2023, "Leavers", "Retirement", 12, 10.9]], {}, NOT_READ)  # fmt: skip
    headings = shape(
        "the Department's headings as officers copy them",
        [["Local authority", "Year", "Referrals in the year", "Re-referrals within 12 months of a previous referral", "Percentage of re-referrals within 12 months of a previous referral"],
         ["Leeds", 2023, 9000, 1900, 21.1]],
        {"C2": year("referrals", "2023-03-31"), "D2": year("rereferrals", "2023-03-31"), "E2": year("rereferral_rate", "2023-03-31")}, outcomes=SOME,
    )  # fmt: skip
    return [filters, signs, places, reasons, headings]


def case_section_251() -> list[Case]:
    lines = ["3.1.1 Residential care", "3.1.2 Fostering services", "3.2.1 Social work (including LA functions in relation to child protection)", "3.3.1 Total safeguarding"]  # fmt: skip
    columns = [["OwnProvision", 1_200_000.0], ["PrivateProvision", 800_000.0], ["OtherPublicProvision", 0.0], ["TotalExpenditure", 2_000_000.0], ["Income", 10_000.0], ["NetCurrentExpenditure", 1_990_000.0]]  # fmt: skip
    coded = [["LA", "LAName", "OrderLine", "S251Line", *(name for name, _ in columns)],
             *([383, "Leeds", number, line, *(value for _, value in columns)] for number, line in enumerate(lines, start=1))]  # fmt: skip
    table: list[list[object]] = [
        ["Section 251 outturn 2018-19"], ["Table A: LA level information"], [],
        ["LA number", "Local authority", *lines], *([number, name, 1_200_000, 2_300_000, 14_500_000, 900_000] for number, name in ((383, "Leeds"), (886, "Kent"))),
    ]  # fmt: skip
    return [
        shape("section 251: coded lines", coded, {}, outcomes=NOT_READ, write=text, file="s251.csv"),
        shape("section 251: lines across", table, {}, outcomes=NOT_READ, file="s251.xlsx"),
        shape("section 251: lines across, of LibreOffice", table, {}, outcomes=NOT_READ, write=ods, file="s251.ods"),
        shape("section 251: spend per child beside caseloads", [["Council", "Net expenditure per child 2023", "Caseload 2023"], ["Leeds", 512.3, 15.5]],
              {"C2": year("caseload", "2023-09-30")}, outcomes=SOME),
    ]  # fmt: skip


def case_tables_of_first_releases() -> list[Case]:
    rows: list[list[object]] = [
        ["Table LAA1: Children looked after at 31 March, by local authority, 2014 to 2016"], [],
        [None, "Number of children looked after at 31 March", None, "Rate per 10,000 children under 18", None], [None, 2015, 2016, 2015, 2016],
        ["ENGLAND", 69500, 70440, 60, 60], ["YORKSHIRE AND THE HUMBER", 7260, 7200, 63, 63], ]  # fmt: skip
    named = shape(
        "a first release: numbers and rates over years", [*rows, ["Leeds", 1270, 1240, 79, 76], ["Kent", 1870, 2310, 57, 70], ["York", 190, 190, 53, 53]],
        {f"{letter}{row}": year("cla_rate", f"{end}-03-31", dfe) for row, dfe in ((7, LEEDS), (8, KENT), (9, YORK)) for letter, end in (("D", 2015), ("E", 2016))}, outcomes=SOME, merged=["B3:C3", "D3:E3"], write=xlsx,
    )  # fmt: skip
    starting = shape(
        "a first release: children who started", [["Table LAC1: Children who started to be looked after during the year"], [], ["Local authority", 2015, 2016], ["Leeds", 300, 310]],
        {}, outcomes=(*NOT_READ, "import_with_issues"),
    )  # fmt: skip
    return [named, starting]
