"""The numbers of the eighteen answers a second time, in order, from the tidy and curated tables in plain Python.

Each function gives, for the sentences of one question, pieces of text that hold the numbers alone: every number of a
sentence must be among them, in its order, so that none stands on a page which only one computation has given.
"""

import re
import statistics
from collections import Counter
from collections.abc import Callable
from datetime import date

from scipy.stats import pearsonr

from tests import tidy
from tests.tidy import ENGLAND

BIRMINGHAM, DONCASTER, BRADFORD, COVENTRY, SOLIHULL = "E08000025", "E08000017", "E08000032", "E08000026", "E08000029"
NUMBER = re.compile(r"\b\d{4}-\d{2}\b|[+−]?£?\d[\d,]*(?:\.\d+)?")

Sentences = tuple[str, str]


def prices() -> str:
    """Write the year in whose prices money is put, one for all."""
    (year,) = {each["prices"] for each in tidy.catalogue().values() if each.get("prices")}
    return f"{year - 1}-{year % 100:02}"


def numbers(text: str) -> list[str]:
    """Return the numbers of a text in order, financial years whole, thousands and signs as they are written."""
    return [found.strip(",").replace("£", "") for found in NUMBER.findall(text)]


def written(id: str, value: float) -> str:
    """Write a figure."""
    per = " 10,000" if tidy.catalogue()[id]["unit"] == "per 10,000" else ""
    return f"{value:,.{tidy.catalogue()[id]['decimals']}f}{per}"


def when(id: str, year: int) -> str:
    """Write the year of a figure as people say it."""
    at_march = any(on.month == 3 for on in tidy.shown(id)[ENGLAND])
    return f"{year - 1}-{year % 100:02}" if at_march and tidy.catalogue()[id]["basis"] == "year" else f"{year}"


def newest(area: str, id: str, *, dated: bool = True) -> str:
    """Write the newest figure that is given, with its year."""
    found = tidy.series(area, id)
    return f"{written(id, found[max(found)])} {when(id, max(found)) if dated else ''}"


def begun(area: str, id: str) -> str:
    """Write the first figure that compares with the newest, with its year."""
    found = tidy.comparable(area, id)
    return f"{written(id, found[min(found)])} {when(id, min(found))}"


def signed(value: float) -> str:
    """Write a number with its sign."""
    return f"{value:+,.1f}".replace("-", "−") if round(value, 1) else "0.0"


def change(area: str, id: str, before: int, after: int) -> str:
    """Write a change in per cent."""
    found = tidy.series(area, id)
    return signed((found[after] / found[before] - 1) * 100)


def day(text: str, precision: str) -> str:
    """Write the numbers of a date as exactly as it is known."""
    return f"{int(text[8:])} {text[:4]}" if precision == "day" else text[:4]


def standing() -> list[tuple[str, date, str]]:
    """Return the grade of the whole by each inspection that has one: authority, publication and grade, by date."""
    inspections: dict[tuple[str, str, str], dict[str, str]] = {}
    for table in ("ofsted_2009_2023", "ofsted_ilacs", "ofsted_overview"):
        for row in tidy.snapshot(table):
            key = row["dfe_code"], row["published_on"], row["framework"]
            inspections.setdefault(key, {})[row["judgement_area"]] = row["grade"]
    whole = {"SLAC": "safeguarding", "CPI": "child protection"}
    found = []
    for (code, on, framework), judged in sorted(inspections.items()):
        grade = judged.get(whole.get(framework.split(" ")[0], "overall effectiveness"))
        if grade or framework == "ILACS":
            found.append((code, date.fromisoformat(on), grade or "no overall grade"))
    return found


def referrals() -> Sentences:
    found = tidy.series(BIRMINGHAM, "referrals")
    most = max(found, key=lambda year: found[year])
    claimed = 30_000
    return (
        f"{newest(BIRMINGHAM, 'referrals')} {newest(BIRMINGHAM, 'rereferrals')} 12 "
        f"{found[most]:,.0f} {when('referrals', most)}",
        f"{claimed:,} {when('referrals', 2011)} {found[2011]:,.0f} {signed((found[2011] / claimed - 1) * 100)}",
    )


def posts() -> Sentences:
    vacant, agency = tidy.series(BIRMINGHAM, "vacancy_rate"), tidy.series(BIRMINGHAM, "agency_rate")
    assert min(vacant) == min(agency) > 2013
    return f"{min(vacant)} 2013", f"{vacant[min(vacant)]:.1f} {agency[min(agency)]:.1f}"


def interventions() -> Sentences:
    told = []
    for code in ("371", "330"):
        spell = min(
            (row for row in tidy.reference("interventions")
             if row["dfe_code"] == code and row["scope"] in ("social_care", "mixed")), key=lambda row: row["began_on"],
        )  # fmt: skip
        began = date.fromisoformat(spell["began_on"])
        grades = Counter(grade for each, on, grade in standing() if each == code and on >= began)
        told.append(day(spell["began_on"], spell["began_precision"]))
        told.append(day(spell["ended_on"], spell["ended_precision"] or "day") if spell["ended_on"] else "")
        told += [str(count) for count in grades.values() if count > 1]
    moved = [f"{begun(area, 'agency_rate')} {newest(area, 'agency_rate')}" for area in (DONCASTER, BIRMINGHAM)]
    return " ".join(told), " ".join(moved)


def after_inadequate() -> Sentences:
    return _around("vacancy_rate"), _around("agency_rate")


def _around(id: str) -> str:
    codes = {row["dfe_code"]: row["area_code"] for row in tidy.reference("authorities") if row["tiny"] == "no"}
    figures = {
        area: {on: row.value for on, row in found.items() if row.value is not None}
        for area, found in tidy.shown(id).items()
    }
    changes, beside = [], []
    for code, report, grade in standing():
        own = figures.get(codes.get(code, ""), {})
        days = [on for on in own if on <= report]
        if grade != "inadequate" or not days or max(days).replace(year=max(days).year + 1) <= report:
            continue
        before = max(days)
        after = before.replace(year=before.year + 2)
        if after in own and not any(before.year < cut <= after.year for cut in tidy.breaks(id)):
            changes.append(own[after] - own[before])
            beside.append(figures[ENGLAND][after] - figures[ENGLAND][before])
    rose, fell = sum(each > 0 for each in changes), sum(each < 0 for each in changes)
    medians = f"{signed(statistics.median(changes))} {signed(statistics.median(beside))}"
    return f"{rose} {len(changes)} {fell} {medians}"


def publicity() -> Sentences:
    first = [change(area, "referrals", 2013, 2014) for area in (BIRMINGHAM, BRADFORD, COVENTRY, ENGLAND)]
    later = [change(area, "referrals", 2021, 2022) for area in (SOLIHULL, BRADFORD, ENGLAND)]
    return f"2012-13 2013-14 {' '.join(first)}", f"2020-21 19 2021-22 {' '.join(later)}"


def demand() -> Sentences:
    before = f"2009-10 2012-13 {_moved('referrals', 2010, 2013)}"
    for line in ("spend_safeguarding", "spend_looked_after", "spend_family_support"):
        assert any(2010 < cut <= 2013 for cut in tidy.breaks(line)), "not compared: no number of it is said"
    asked = ("referral_rate", "section47_rate", "cpp_rate", "cla_rate")
    spent = tuple(f"spend_{line}_per_child" for line in ("safeguarding", "looked_after", "family_support"))
    told = [_moved(id, 2013, 2022) for id in asked]
    # the names of two measures hold a number
    named = f"{told[0]} 47 {told[1]} 31 {told[2]} 31 {told[3]}"
    money = " ".join(_moved(id, 2013, 2022) for id in spent)
    counts = f"{_counted(asked)} {_counted(spent)}"
    return before, f"2012-13 2021-22 10,000 {named} 0 17 {prices()} {money} {counts} 2012-13"


def _moved(id: str, first: int, last: int) -> str:
    assert not any(first < cut <= last for cut in tidy.breaks(id)), id
    found = tidy.series(ENGLAND, id)
    ends = [f"{found[year]:,.{tidy.catalogue()[id]['decimals']}f}" for year in (first, last)]
    return f"{change(ENGLAND, id, first, last)} {ends[0]} {ends[1]}"


def _counted(ids: tuple[str, ...]) -> str:
    """Say how many rose, fell and stayed level, as they are written."""
    signs = [signed((found[2022] / found[2013] - 1) * 100)[0] for found in (tidy.series(ENGLAND, id) for id in ids)]
    ways = [signs.count(sign) for sign in "+−0" if sign in signs]
    return f"{len(ids)} {'' if len(ways) == 1 else ' '.join(map(str, ways))}"


def on_time() -> Sentences:
    icpc, assessed = "icpc_15_days", "assessments_45_days"
    return (
        f"{newest(BIRMINGHAM, icpc, dated=False)} 15 {_then(icpc)}",
        f"{newest(BIRMINGHAM, assessed, dated=False)} 45 {_then(assessed)}",
    )


def _then(id: str) -> str:
    return f"{when(id, max(tidy.series(BIRMINGHAM, id)))} {begun(BIRMINGHAM, id)} {newest(ENGLAND, id)}"


def closing() -> Sentences:
    again, closed = "rereferral_rate", "referral_nfa_rate"
    year, pairs = max(
        (year, [
            (tidy.series(area, again)[year], tidy.series(area, closed)[year]) for area in tidy.authorities()
            if year in tidy.series(area, again) and year in tidy.series(area, closed)
        ])
        for year in tidy.series(ENGLAND, again)
    )  # fmt: skip
    found = pearsonr(*zip(*pairs, strict=True))
    low, high = found.confidence_interval()
    ends = f"{found.statistic:.2f} 95 {low:.2f} {high:.2f}".replace("-", "−")
    return f"{len(pairs)} {when(again, year)} {ends}", "0 1"


def caseloads() -> Sentences:
    year = max(tidy.series(ENGLAND, "caseload"))
    means = [found[year] for area in tidy.authorities() if year in (found := tidy.series(area, "caseload"))]
    above = " ".join(f"{number} {sum(mean > number for mean in means)}" for number in (20, 25, 30))
    return f"{newest(ENGLAND, 'caseload')} {len(means)} {min(means):.1f} {max(means):.1f}", above


def absence() -> Sentences:
    first = min(tidy.series(BIRMINGHAM, "absence_rate"))
    return (
        f"{newest(BIRMINGHAM, 'absence_rate')} {newest(ENGLAND, 'absence_rate')}",
        f"{begun(BIRMINGHAM, 'absence_rate')} {first} 2009 2011",
    )


def sources() -> Sentences:
    made = ("referral_source_police", "referral_source_school")
    return (
        " ".join(f"{begun(BIRMINGHAM, id)} {newest(BIRMINGHAM, id)}" for id in made),
        " ".join(newest(ENGLAND, id) for id in made),
    )


def trusts() -> Sentences:
    launched: dict[str, tuple[str, str]] = {}
    steps = [row for row in tidy.reference("intervention_events")
             if row["kind"] == "trust_launched" and row["happened"] == "happened"]  # fmt: skip
    own_accord = ("delivery_change", "authority", "England")
    by_council = [row for row in tidy.reference("events")
                  if (row["kind"], row["scope"], row["nation"]) == own_accord]  # fmt: skip
    for row in sorted([*steps, *by_council], key=lambda row: row["event_on"]):
        launched.setdefault(row["dfe_code"], (row["event_on"], row["date_precision"]))
    back = {
        row["dfe_code"] for row in tidy.reference("intervention_events")
        if row["kind"] == "services_returned_to_council" and row["happened"] == "happened"
        and row["dfe_code"] in launched and row["event_on"] > launched[row["dfe_code"]][0]
    }  # fmt: skip
    later = {
        row["successor_code"] for row in tidy.reference("authority_changes")
        if row["predecessor_code"] in set(launched) - back
        and launched[row["predecessor_code"]][0] < row["changed_on"]
    }  # fmt: skip
    every = {*launched, *later}
    ended = {row["dfe_code"] for row in tidy.reference("authorities") if row["closed_on"]}
    newest_of = {code: grade for code, _, grade in standing() if code in every - ended}
    grades = Counter(newest_of.values())
    ordered = sorted(grades.items(), key=lambda each: (-each[1], each[0]))
    return (
        f"{len(every)} {day(*min(launched.values()))} {len(back)}",
        " ".join(str(count) for count in (len(newest_of), *(count for _, count in ordered))),
    )


def deaths() -> Sentences:
    return "", ""


def spend() -> Sentences:
    care, family, safe = (f"spend_{line}_per_child" for line in ("looked_after", "family_support", "safeguarding"))
    both = [tidy.series(area, id) for area in (BIRMINGHAM, ENGLAND) for id in (care, family)]
    year = max(year for year in both[0] if all(year in found for found in both))
    told = " ".join(f"{found[year]:,.0f}" for found in both)
    return f"{when(care, year)} {prices()} {told}", newest(BIRMINGHAM, safe)


def care() -> Sentences:
    told = [
        f"{written(id, tidy.series(ENGLAND, id)[2013])} {newest(ENGLAND, id)}"
        for id in ("cin_rate", "cpp_rate", "cla_rate")
    ]
    return (
        f"{begun(ENGLAND, 'cla_started_rate')} {newest(ENGLAND, 'cla_started_rate')}",
        f"2013 {' '.join(told)}",
    )


def events() -> Sentences:
    every, cuts = tidy.reference("events"), tidy.reference("series_breaks")
    local = sum(row["scope"] == "authority" and row["dfe_code"] == "330" for row in every)
    national = sum(row["scope"] == "national" for row in every)
    return f"{local} {national}", f"{len(cuts)} {len({row['indicator_id'] for row in cuts})}"


def unusual() -> Sentences:
    told, medians = [], []
    for id in ("agency_rate", "rereferral_rate", "cla_rate"):
        year = max(tidy.series(BIRMINGHAM, id))
        known = _in_a_year(id, year)
        lower = sum(value < known[BIRMINGHAM] for value in known.values())
        told.append(f"{newest(BIRMINGHAM, id)} {lower + 1} {len(known)}")
        medians.append(written(id, statistics.median(_of_neighbours(id, year))))
    return " ".join(told), " ".join(medians)


def _in_a_year(id: str, year: int) -> dict[str, float]:
    """Return the figures of all authorities in a year; what rounds to 0 counts as 0."""
    return {
        area: row.value or 0.0
        for area in tidy.authorities()
        for on, row in tidy.shown(id).get(area, {}).items()
        if on.year == year and row.status in ("published", "rounds_to_zero")
    }


def _of_neighbours(id: str, year: int) -> list[float]:
    """Return the figures of Birmingham's neighbours; two that make one return count once."""
    codes = {row["dfe_code"]: row["area_code"] for row in tidy.reference("authorities")}
    joint = {row["member_code"]: row["area_code"] for row in tidy.reference("joint_returns")}
    near = [row["neighbour_dfe_code"] for row in tidy.snapshot("statistical_neighbours")
            if row["model"] == "2025" and row["dfe_code"] == "330"]  # fmt: skip
    assert len(near) == 10
    own = {codes[code] for code in near} | {joint[code] for code in near if code in joint}
    return [tidy.series(area, id)[year] for area in own if year in tidy.series(area, id)]


def own() -> Sentences:
    return f"{len(tidy.catalogue())}", newest(ENGLAND, "agency_rate")


ANSWERS: tuple[Callable[[], Sentences], ...] = (
    referrals, posts, interventions, after_inadequate, publicity, demand, on_time, closing, caseloads, absence, sources,
    trusts, deaths, spend, care, events, unusual, own,
)  # fmt: skip
