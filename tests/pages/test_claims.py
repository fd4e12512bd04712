"""Headlines are true or absent: every window of every series, by rules written again; and what the sentences say."""

import random
import re
from collections import defaultdict

import pytest

import queries.catalogue
from data.catalogue import indicators
from pages.charts.comparison.compared import Asked
from pages.charts.svg import heading
from pages.charts.svg.heights import MARGIN
from pages.charts.svg.sizes import PRINT, SIZES
from pages.picture.claims import headline, sentence
from queries import pictures as questions
from queries.rows.pictures import Finding
from tests.pages import plain_findings
from tests.pages.drawn import BIRMINGHAM, DONCASTER, SCILLY, lines_of, told_of

HALTON = "E06000006"


@pytest.fixture(scope="module")
def found(_connection):
    """Return the findings of the build: area, indicator and window → what may be said of it."""
    rows = _connection.sql(
        """select area_code, indicator_id, from_period_end, to_period_end, peak, base_period_end, base_value, value,
        england_base, england_value from finding"""
    ).fetchall()
    return {row[:4]: row[4:] for row in rows}


@pytest.fixture(scope="module")
def figures(_connection):
    """Return every figure of every authority that is not tiny, with the notes that flag it, told from point_note."""
    con = _connection.cursor()
    flags = set(
        con.sql(
            """select coalesce(behind.area_code, point_note.area_code), indicator_id, period_end from point_note
            left join (select area_code, dfe_code from authority) as behind using (dfe_code)
            where point_note.dfe_code is not null or point_note.area_code is not null"""
        ).fetchall()
    )
    everywhere = set(
        con.sql(
            """select indicator_id, period_end from point_note
            where dfe_code is null and area_code is null and kind = 'unusual_value'"""
        ).fetchall()
    )
    names = "area indicator on value status numerator denominator source unit decimals".split()
    rows = [
        dict(zip(names, row, strict=True))
        for row in con.sql(
            """select area_code, indicator_id, period_end, value, status, numerator, denominator, source_id, unit,
            decimals from observation inner join indicator using (indicator_id) inner join authority using (area_code)
            where tiny = 'no' order by area_code, indicator_id, period_end"""
        ).fetchall()
    ]
    for row in rows:
        row["flagged"] = (row["area"], row["indicator"], row["on"]) in flags
        row["unsettled"] = (row["indicator"], row["on"]) in everywhere
    return rows


@pytest.fixture(scope="module")
def expected(_connection, figures):
    breaks = defaultdict(list)
    for indicator, day in _connection.sql("select indicator_id, to_period_end from series_break").fetchall():
        breaks[indicator].append(day)
    england = {
        (indicator, day): value
        for indicator, day, value in _connection.sql(
            "select indicator_id, period_end, value from observation where area_level = 'england' and value is not null"
        ).fetchall()
    }
    return plain_findings.findings(figures, breaks, england)


def said(con, codes, indicator, first, last, **more):
    lines, _, asked = lines_of(con, codes=codes, indicator=indicator, first=first, last=last, **more)
    rows = questions.findings(con, authorities=list(codes), indicator=indicator)
    return headline(lines, asked, rows, of=len(codes))


def test_every_window_of_every_series_is_judged_as_a_second_writing_judges_it(found, expected):
    assert len(expected) > 30_000
    assert found.keys() ^ expected.keys() == set()
    assert [key for key in found if found[key] != pytest.approx(expected[key])] == []


def test_both_directions_can_never_be_had_to_the_same_year(found):
    directions = defaultdict(set)
    for (area, indicator, _, last), (peak, _, base, value, *_) in found.items():
        if not peak:
            directions[area, indicator, last].add(value > base)
    assert len(directions) > 10_000
    assert [key for key, both in directions.items() if len(both) > 1] == []


def test_no_finding_ends_beside_or_upon_what_is_flagged_or_withheld(found, figures):
    """The kinds that reviewers counted, each over all findings: spikes, 2020-21, first years, small changes."""
    by_series = defaultdict(list)
    for row in figures:
        by_series[row["area"], row["indicator"]].append(row)
    for (area, indicator, first, last), (_, begun, base, value, *_) in found.items():
        within = [row for row in by_series[area, indicator] if first <= row["on"] <= last]
        assert all(row["status"] == "published" and not row["flagged"] for row in within)
        assert abs(value - base) >= 0.05 * base
        assert within[0]["unit"] != "%" or abs(value - base) > 0.999
        if indicator.startswith(("referral", "rereferral")):
            assert 2021 not in (begun.year, last.year)


@pytest.mark.parametrize(
    ("code", "indicator", "first", "last"),
    [
        ("E08000031", "rereferral_rate", 2020, 2021),
        ("E08000031", "rereferral_rate", 2021, 2022),
        ("E06000055", "rereferral_rate", 2021, 2022),
        ("E09000016", "rereferral_rate", 2014, 2015),
        ("E06000019", "rereferral_rate", 2021, 2022),
        ("E06000014", "referrals", 2019, 2020),
        ("E06000019", "referrals", 2017, 2018),
        (DONCASTER, "rereferral_rate", 2021, 2022),
    ],
)
def test_a_window_cut_to_an_unusual_value_has_the_neutral_title(opened, code, indicator, first, last):
    told = told_of(opened, codes=(code,), indicator=indicator, first=first, last=last)
    name = queries.catalogue.authorities.frame(opened).set_index("area_code")["name"][code]
    assert told.headline.startswith(f"{told.asked.about.title}: {name}")


@pytest.mark.parametrize(
    ("codes", "indicator", "first", "last", "text"),
    [
        (
            (DONCASTER,), "agency_rate", 2024, 2025,
            "Doncaster: agency social workers fell from 20.0% to 12.8%, September 2024 to September 2025, "
            "while England's fell from 16.2% to 13.0%",
        ),
        (
            (HALTON,), "agency_rate", 2018, 2025,
            "Halton: agency social workers fell from a peak of 50.9% in September 2022 to 29.0% in September 2025",
        ),
    ],
)  # fmt: skip
def test_what_may_be_said_is_said(opened, codes, indicator, first, last, text):
    assert said(opened, codes, indicator, first, last).startswith(text)


@pytest.mark.parametrize(
    ("codes", "indicator", "first", "last", "why"),
    [
        ((DONCASTER,), "rereferral_rate", 2021, 2024, "an unusual figure lies between"),
        ((BIRMINGHAM,), "agency_rate", 2022, 2025, "2024 is withheld"),
        ((BIRMINGHAM,), "agency_rate", 2022, 2024, "the last figure is withheld"),
        ((SCILLY,), "agency_rate", 2021, 2025, "very small numbers"),
        ((DONCASTER,), "vacancy_rate", 2016, 2018, "a break in the series"),
        (("E09000027",), "vacancy_rate", 2020, 2025, "a joint return"),
        ((DONCASTER,), "agency_rate", 2022, 2023, "20.8 and 20.4: within the intervals"),
        ((BIRMINGHAM, DONCASTER), "agency_rate", 2022, 2025, "one of two has a gap"),
        ((DONCASTER,), "referrals", 2011, 2025, "two publications, the older by another method"),
        ((DONCASTER,), "caseload", 2019, 2025, "no interval is known for this unit"),
        ((HALTON,), "referrals", 2020, 2021, "the first year of COVID-19"),
        (("E06000063",), "rereferral_rate", 2024, 2025, "the first year of a new council"),
    ],
)
def test_the_guards_refuse(opened, codes, indicator, first, last, why):
    assert said(opened, codes, indicator, first, last) == "", why


@pytest.mark.parametrize("measure", ["difference", "index", "rank", "since"])
def test_only_published_figures_make_a_headline(opened, measure):
    assert said(opened, (DONCASTER,), "agency_rate", 2024, 2025, measure=measure) == ""


def test_pages_say_of_any_view_what_was_found_of_it_and_no_more(opened, found):
    chance = random.Random(20261126)
    codes = queries.catalogue.authorities.frame(opened)["area_code"].to_list()
    windows = [chance.choice(list(found)) for _ in range(20)]
    windows += [(chance.choice(codes), chance.choice(windows)[1], *chance.choice(windows)[2:]) for _ in range(20)]
    spoken = 0
    for area, indicator, first, last in windows:
        text = said(opened, (area,), indicator, first.year, last.year)
        held = [key for key in found if key[:2] == (area, indicator)
                and first.year <= key[2].year and key[3].year <= last.year]  # fmt: skip
        assert bool(text) <= bool(held)
        assert text or (area, indicator, first, last) not in found
        spoken += bool(text)
    assert spoken >= 20


@pytest.fixture(scope="module")
def sentences(opened, found):
    """Write each finding that can be had."""
    names = queries.catalogue.authorities.frame(opened).set_index("area_code")["name"].to_dict()
    asked = {
        about.id: Asked(
            measure="published", about=about, other=about, counted=False, other_counted=False, ranked=False, base=0,
            event="", england=False, context=False,
        )
        for about in indicators().values()
    }  # fmt: skip
    parts = "peak base_period_end base_value value england_base england_value".split()
    order = "area_code indicator_id from_period_end to_period_end".split()
    return {
        key: sentence(
            [names[key[0]]],
            [
                Finding(
                    **{
                        name: value
                        for name, value in zip([*order, *parts], [*key, *row], strict=True)
                        if name != "indicator_id"
                    }
                )
            ],
            asked[key[1]],
        )
        for key, row in found.items()
    }


def test_every_sentence_has_its_figures_years_and_direction(sentences, found, opened):
    for key, text in sentences.items():
        peak, begun, base, value, *england = found[key]
        ours, _, theirs = text.partition(", while England's ")
        assert (" rose " in ours, " fell " in ours) == (value > base, value < base), text
        told = re.split(" rose | fell ", ours)[1]
        figures = [float(one.replace(",", "")) for one in re.findall(r"(?:from|of|to) ([\d,]+\.?\d*)(?=%| |,)", told)]
        whole = value > 1000 or base % 1 == 0 or indicators()[key[1]].decimals == 0
        assert figures[:2] == pytest.approx([base, value], abs=0.51 if whole else 0.0501), text
        assert bool(theirs) == (england[0] is not None), text
        assert not theirs or theirs.startswith("rose" if england[1] > england[0] else "fell"), text
        assert ("per 10,000" in ours) == (indicators()[key[1]].unit == "per 10,000"), text
        assert (" a peak of " in ours) == peak
        for when in (begun, key[3]):
            financial = indicators()[key[1]].basis == "year" and when.month == 3
            assert (f"{when.year - 1}-{when:%y}" if financial else f"{when:%B %Y}") in ours, text
        assert not re.search(r"City of|County of", text) and "City of London" not in text


def test_the_longest_sentence_is_whole_on_every_picture(sentences):
    longest = sorted(set(sentences.values()), key=len)[-100:]
    for size in (*SIZES.values(), PRINT):
        for text in longest:
            letters, lines = heading.headline(text, size, size.width - 2 * MARGIN * size.base)
            assert " ".join(lines) == text and len(lines) <= heading.MOST_LINES + 2 and letters >= size.base
