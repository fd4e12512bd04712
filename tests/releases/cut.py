"""Cut the publishers' files to a few areas and years, in their own layouts: `python -m tests.releases.cut FOLDER`.

Every line kept is the publisher's, byte for byte; sheets of workbooks are kept as CSV, rows as they stand.
Each authority is here for a peculiarity:

- 330 Birmingham: agency figures of 2024 withheld; 371 Doncaster: the odd re-referral figure of 2022
- 314, 318 Kingston and Richmond, 940, 941 the Northamptonshires: joint workforce returns
- 928 Northamptonshire, 909 Cumbria, 942, 943 its successors: ends and beginnings
- 370 Barnsley: a new 9-digit code in one file only
- 394 Sunderland: agency figures that round to nought
- 201 City of London, 420 Isles of Scilly: tiny
"""

import csv
import io
import re
import sys
from pathlib import Path

import pyarrow.compute
import pyarrow.parquet
from python_calamine import CalamineWorkbook

AUTHORITIES = frozenset("201 314 318 330 370 371 394 420 909 928 940 941 942 943".split())
JOINT = frozenset({"314 / 318", "940 / 941"})
REGIONS = frozenset({"Yorkshire and The Humber", "London", "Inner London", "Outer London"})
SPELLINGS = {
    "yorkshire and the humber", "yorkshire and humber", "london", "inner london", "outer london", "london (inner)",
    "london (outer)",
    "england",
}  # fmt: skip
NAMES = {
    "city of london", "kingston upon thames", "richmond upon thames", "birmingham", "barnsley", "doncaster",
    "sunderland",
    "isles of scilly", "cumbria", "northamptonshire", "north northamptonshire", "west northamptonshire",
    "cumberland", "westmorland and furness",
}  # fmt: skip

# The first year kept, by file; every later year that the file has is kept too.
FIRST_YEARS = {
    "dfe_csww/2022/csww_headline_measures_2017_to_2022.csv": 2021,
    "dfe_csww/2023/csww_indicators_2017_to_2023.csv": 2022,
    "dfe_csww/2024/csww_indicators_2017_to_2024.csv": 2023,
    "dfe_csww/2025/csww_indicators_2017_to_2025.csv": 2022,
    "dfe_cin/2025/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv": 2021,
    "dfe_cin/2025/b1_children_in_need_2013_to_2025.csv": 2023,
    "dfe_cin/2025/c4_children_in_need_section_47s_and_icpcs_2013_to_2025.csv": 2023,
    "dfe_cin/2025/d3_cpps_subsequent_plan_2013_to_2025.csv": 2023,
    "dfe_cin/2025/d5_cpps_at31march_by_duration_2013_to_2025.csv": 2023,
    "dfe_cin/2022/c2_children_in_need_assessments_duration_2014_to_2022.csv": 2022,
    "dfe_cin/2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv": 2022,
    "dfe_cin/2025/ons_mid-year_population_estimates_2012_to_2024.csv": 2020,
    "dfe_cla/2022/cla_number_and_rate_per_10k_children.csv": 2021,
    "dfe_cla/2023/cla_number_and_rate_per_10k_children.csv": 2022,
    "dfe_cla/2024/cla_number_and_rate_per_10k_children.csv": 2024,
    "dfe_cla/2025/cla_number_and_rate_per_10k_children.csv": 2023,
    "dfe_cla/2025/la_cla_placement_stability.csv": 2025,
    "dfe_cla/2022/la_cla_at_31_march_placement_stability_indicator.csv": 2022,
    "dfe_cla/2025/la_cla_swcount.csv": 2024,
}
WHOLE_YEAR = [
    "dfe_csww/2015/SFR07_2016_UD.csv", "dfe_csww/2016/SFR08_2017_UD.csv",
    "dfe_cin/2010/osr28-2010ud.csv", "dfe_cin/2011/osr26-2011ud.csv", "dfe_cin/2012/SFR27-2012ud.csv",
    "dfe_cla/2010/SFR27_2010_March.csv", "dfe_cla/2011/SFR21_CLA.csv", "dfe_cla/2012/SFR20_CLA2012.csv",
    "dfe_cla/2013/SFR36_CLA2013.csv", "dfe_cla/2014/SFR36_CLA2014.csv", "dfe_cla/2015/SFR34_CLA2015.csv",
    "dfe_cla/2016/SFR41_CLA2016.csv", "dfe_cla/2017/SFR50_CLA2017.csv",
    "dfe_cla/2018/CLA2018.csv", "dfe_cla/2018/ADM2018_amended.csv", "dfe_cla/2018/CEA2018.csv",
    "dfe_cla/2019/CLA2019.csv", "dfe_cla/2019/ADM2019.csv", "dfe_cla/2019/CEA2019.csv",
]  # fmt: skip
CODE_COLUMNS = ("old_la_code", "geog_c", "LA_code (3 digit)")
# Each neighbour is an authority that is not kept, so the heads of these files are all that is left of them.
NEIGHBOURS = ["dfe_sn/New_Statistical_Neighbour_Groupings_April_2021.csv", "dfe_sn/sn_model_2025_wide.csv"]
# A series of prices is no area's: its last years are kept.
PRICES = "ons/gdp_deflator/ons_ybgb_gdp_deflators.csv"
PRICES_FROM = 2011
INTERACTIVE_TOOL = "dfe_lait/bds_long_0.parquet"
INTERACTIVE_TOOL_BEFORE = "dfe_lait/2025-05/bds_long_0.parquet"
INTERACTIVE_TOOL_MEASURES = {
    "RefBySource_Police_%": 2023, "RefBySource_Schl_%": 2023, "RefBySource_HealthServ_%": 2023,
    "Continue_Assess_Comp": 2025, "CP_conf_15days": 2025, "CareApplications": 2025,
    "SafeguardingFinance": 2025, "TotalLACFinance": 2025, "FamilySupportFinance": 2025,
    "RevCP": 2023, "CPP_Reviewed_InReqTimeScl": 2023, "CPP_31March_3MnthorMore": 2023, "CINCease3months": 2025,
    "HospAd0-14": 2024, "FirstYJS": 2023, "Social_Work_Caseholders_%": 2023,
    "Social_Work_SeniorPractitioner_%": 2023,
}  # fmt: skip
HEADS = (
    "Web link", "urn", "LEA Number:", "LEA", "LA", "LA Code", "Upper Tier Local Authority District code (2013)",
    "Upper Tier Local Authority District code (2019)",
)  # fmt: skip
TOTAL = re.compile("total +(children looked after|safeguarding|children and young people|family support)")
SHEETS = {
    "ofsted/Childrens_social_care_in_England_2022_underlying_data.ods": ["LA_level_in_year_2021-22"],
    "ofsted/Childrens_social_care_in_England_2023_underlying_data.ods": [
        "LA_inspections_2009-2023", "LA_level_at_31_Mar_2023", "LA_level_in_year_2022-23",
    ],
    "ofsted/LA_Inspection_Outcomes_as_at_March_2024.ods": ["Inspections_31_March_2024", "Inspections_in_year_2023-24"],
    "ofsted/LA_Inspection_Outcomes_as_at_31_March_2025.ods": [
        "Inspections_as_at_31_March", "ILACS_inspection_history", "In-year_inspections",
    ],
    "d2i/2026-08-22/ofsted_csc_ilacs_overview.xlsx": ["ofsted_cs_inspections_overview"],
    "dfe_cla/2015/SFR34_2015_Local_Authority_Tables.xlsx": ["LAA1"],
    "dfe_cla/2016/SFR41_2016_LA_Tables.xlsx": ["LAA1"],
    "dfe_s251/2009/s251ye2009.xls": ["Table A1"],
    "dfe_s251/2010/s251ye2010.xls": ["Table A1 Detailed Report"],
    "dfe_s251/2011/s251ye2011.xls": ["Table A1 Detailed Report"],
    "dfe_s251/2012/s251ye2012.xlsx": ["TA1_AllData_1112_180113"],
    "dfe_s251/2013/s251ye2013.xlsx": ["Sheet1"],
    "dfe_s251/2014/s251ye2014.ods": ["TA1AllData_13112014"],
    "dfe_s251/2015/s251ye2015.xlsx": ["Sheet1"],
    "mhclg_iod/2015/imd-2015.xlsx": ["IDACI"],
    "mhclg_iod/2019/imd-2019.xlsx": ["IDACI"],
}  # fmt: skip


def cut(official: Path, to: Path) -> None:
    """Write the cut releases: text files line by line, sheets and the parquet file as CSV."""
    for file in [*FIRST_YEARS, *WHOLE_YEAR, *NEIGHBOURS]:
        head, *lines = (official / file).read_bytes().splitlines(keepends=True)
        _write(to / file, head + b"".join(line for line in lines if _is_kept(file, head, line)))
    for file, sheets in SHEETS.items():
        workbook = CalamineWorkbook.from_path(official / file)
        for sheet in sheets:
            rows = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            kept = _without_people([list(map(_text, row)) for row in rows if _is_row_kept(row, file)])
            _write(to / file / f"{sheet}.csv", _csv(kept))
    for file in (INTERACTIVE_TOOL, INTERACTIVE_TOOL_BEFORE):
        _write(to / f"{file}.csv", _csv(_interactive_tool(official / file)))
    lines = (official / PRICES).read_bytes().splitlines(keepends=True)
    _write(to / PRICES, b"".join(line for line in lines if not line[1:5].isdigit() or int(line[1:5]) >= PRICES_FROM))


def _is_kept(file: str, head: bytes, line: bytes) -> bool:
    if file in NEIGHBOURS:
        return False
    names, cells = (next(csv.reader([text.decode("cp1252").removeprefix("ï»¿").strip()])) for text in (head, line))
    row = dict(zip((name.strip() for name in names), (cell.strip() for cell in cells), strict=False))
    if not any(row.values()):
        return True
    if int(row.get("time_period", 9999)) < FIRST_YEARS.get(file, 0):
        return False
    code = next(row[column] for column in CODE_COLUMNS if column in row)
    if code.isdigit() and len(code) == 3 and code not in ("921", "999"):
        return code in AUTHORITIES
    return code in JOINT or _region(row) in SPELLINGS


def _region(row: dict[str, str]) -> str:
    if "geographic_level" in row:
        return "england" if row["geographic_level"] == "National" else row["region_name"].lower()
    return (row.get("geog_n") or row.get("Region_name") or row.get("Country_name") or "").lower()


def _is_row_kept(row: list[object], file: str) -> bool:
    """Keep headers, titles and notes, and the rows in which one of the names stands; of spend the totals alone."""
    texts = {" ".join(str(cell).split()).lower() for cell in row}
    names = NAMES | SPELLINGS if file.startswith("dfe_cla") else NAMES
    named = bool(texts & names) and (not file.startswith("dfe_s251") or any(TOTAL.search(text) for text in texts))
    return str(row[0]).strip() in HEADS or sum(map(bool, texts)) <= 1 or named or _is_row_of_years(texts)


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _is_row_of_years(texts: set[str]) -> bool:
    return all(re.fullmatch(r"20[0-9]{2}\.0", text) for text in texts if text)


def _without_people(rows: list[list[str]]) -> list[list[str]]:
    """Leave out who inspected."""
    named = [n for n, name in enumerate(rows[0]) if name == "inspector_name"]
    return [rows[0], *([("" if n in named else cell) for n, cell in enumerate(row)] for row in rows[1:])]


def _interactive_tool(path: Path) -> list[list[str]]:
    measures = pyarrow.compute.field("Short Desc").isin(list(INTERACTIVE_TOOL_MEASURES))
    table = pyarrow.parquet.read_table(path).filter(measures)
    rows = [[str("" if cell is None else cell) for cell in row.values()] for row in table.to_pylist()]
    return [
        table.column_names,
        *(row for row in rows if _is_tool_row_kept(dict(zip(table.column_names, row, strict=True)))),
    ]


def _is_tool_row_kept(row: dict[str, str]) -> bool:
    first = INTERACTIVE_TOOL_MEASURES.get(row["Short Desc"])
    if first is None:
        return False
    years = row["Years"].removesuffix(" (OT)")
    year = int(years[:4]) + (1 if "-" in years else 0)
    code = row["LA Number"].removesuffix(".0")
    return year >= first and (code in AUTHORITIES or row["LA and Regions"].lower() in SPELLINGS)


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    cut(Path(sys.argv[1]), Path(__file__).parent)
