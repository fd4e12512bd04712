"""Demand and money: every sentence true of every authority, by a second reading of the tidy tables alone."""

import re

import pytest

import queries.catalogue
from pages.authority.shown import CHOSEN
from pages.charts.svg.sizes import SIZES
from pages.charts.words import VERY_SMALL, figure_of
from pages.charts.years import date_said
from pages.choosing.regions import ENGLAND
from pages.demand import answer, measures, mix, picture, shown, tables, words
from queries import demand, figures
from tests import tidy
from tests.pages import plain_answers
from tests.pages.lapses import lapses
from tests.pages.opened import opened as opened_page

RUBBISH = re.compile(r"\bNone\b|\bnan\b|\bNaT\b|\b[Ff]ailed\b|\b[Bb]est\b|\b[Ww]orst\b|\bbecause\b")
SPANS = (answer.BEFORE, answer.BETWEEN, (2013, 2025))


@pytest.fixture(scope="module")
def names(opened):
    return {each.area_code: each.name for each in queries.catalogue.authorities(opened)} | {ENGLAND: "England"}


@pytest.fixture(scope="module")
def ask(opened):
    """Answer as the pages do: each question once."""
    known = {}

    def asked(question, **parameters):
        key = question.path, repr(parameters)
        if key not in known:
            known[key] = question(opened, **parameters)
        return known[key]

    return asked


@pytest.fixture(scope="module")
def table():
    """Return every figure of the tidy tables: area and indicator → year → value or None, and the years of breaks."""
    ids = {id for basis in measures.BASES.values() for id in (*basis.demand, *basis.money)}
    found = {
        (area, id): {on.year: row.value for on, row in dates.items()}
        for id in ids for area, dates in tidy.shown(id).items()
    }  # fmt: skip
    return found, {id: tidy.breaks(id) for id in ids}


def plain(table, area, id, years):
    """Work out a change from the two figures alone: none where one is missing, is 0 at first, or a break is between."""
    series, (first, last) = table[0].get((area, id), {}), years
    if any(first < cut <= last for cut in table[1].get(id, ())):
        return None
    before, after = series.get(first), series.get(last)
    return None if not before or after is None else 100 * (after / before - 1)


def test_every_change_is_that_of_the_two_figures_and_none_is_left_out_without_a_reason(ask, table, names):
    held = set()
    for years in SPANS:
        for basis in measures.BASES.values():
            ids = (*basis.demand, *basis.money)
            for code in names:
                for row in answer.found(ask, code, ids, years):
                    wanted = plain(table, code, row.indicator_id, years)
                    if row.percent is None:
                        assert row.refused in answer.REFUSED, (code, row)
                        reasons = {"doubted", "other_area", "break", "rounds_to_zero", "not_there"}
                        assert wanted is None or row.refused in reasons, (code, row)
                    else:
                        assert row.percent == pytest.approx(wanted), (code, row)
                    held.add(row.refused)
    assert {"", "break", "no_from", "no_to"} <= held


def test_the_counts_of_a_sentence_are_those_of_the_signs_it_writes(ask, names):
    for code, name in names.items():
        for basis in measures.BASES.values():
            for text in words.answered(ask, code, name, basis, 2025):
                assert not RUBBISH.search(text) and text.endswith("."), text
                for part in re.split(r"; (?=spend )", text.split("; all ")[0].split("; of the ")[0], maxsplit=1):
                    counted_in(part, text, "demand" if not part.startswith("spend") else "spend")


def counted_in(part, text, of):
    signs = re.findall(r" (\+|−|)(\d[\d,]*\.\d)% \(", part)
    wrote = {
        "rose": sum(sign == "+" for sign, _ in signs), "fell": sum(sign == "−" for sign, _ in signs),
        "stayed level": sum(sign == "" for sign, _ in signs),
    }  # fmt: skip
    said = re.search(rf"(all \d|of the \d) (?:measures|lines) of {of} (.*?)(?:, and (?:of the|all) |\.$)", text)
    if said and said[1].startswith("all"):
        assert wrote[said[2]] == int(said[1][-1]) == len(signs), text
    elif said:
        assert {verb: int(n) for n, verb in re.findall(r"(\d) (rose|fell|stayed level)", said[2])} == {
            verb: n for verb, n in wrote.items() if n
        }, text


NAMED = {  # the numbers that the names of measures hold
    "section47": " 47 ", "section47_rate": " 47 ", "cpp": " 31 ", "cpp_rate": " 31 ", "cla": " 31 ", "cla_rate": " 31 ",
}  # fmt: skip


def numbers_of(table, code, rows, years):
    """Write the numbers of measures as a sentence does: those that compare, then those that do not."""
    told = ""
    for row in rows:
        if row.percent is not None:
            ends = [table[0][code, row.indicator_id][year] for year in years]
            unit, decimals = (tidy.catalogue()[row.indicator_id][name] for name in ("unit", "decimals"))
            written = [f"{end / 1e6:,.1f}" if unit == "£" else f"{end:,.{decimals}f}" for end in ends]
            change = plain_answers.signed(plain(table, code, row.indicator_id, years))
            told += f"{NAMED.get(row.indicator_id, '')} {change} {written[0]} {written[1]} "
    return told + " ".join(NAMED.get(row.indicator_id, "") for row in by_reason(rows))


def by_reason(rows):
    """Order what is not compared by its reason, the reasons as they first come."""
    reasons = list(dict.fromkeys(answer.REFUSED[row.refused] for row in rows if row.percent is None))
    left = [row for row in rows if row.percent is None]
    return sorted(left, key=lambda row: reasons.index(answer.REFUSED[row.refused]))


def spans_said(years):
    return " ".join(f"{year - 1}-{year % 100:02}" for year in years)


def counts(rows):
    changes = [plain_answers.signed(row.percent)[0] for row in rows if row.percent is not None]
    ways = [changes.count(sign) for sign in "+−0" if sign in changes]
    if changes and len(changes) < len(rows):
        ways.append(len(rows) - len(changes))
    return f"{len(rows)} {'' if len(ways) == 1 and len(changes) == len(rows) else ' '.join(map(str, ways))}"


def test_what_is_not_compared_is_counted_beside_what_rose(ask):
    said = answer.after(ask, "E09000001", "City of London", measures.BASES["real"], (2013, 2025))
    assert said.endswith(
        "of the 4 measures of demand 1 rose and 3 are not compared, and of the 3 lines of spend 2 rose and 1 fell."
    )


def test_of_a_very_small_authority_it_is_said_that_its_rates_swing(built):
    for place in ("demand-and-money", "referral-sources"):
        for code, tiny in (("E09000001", True), ("E06000053", True), ("E08000025", False)):
            page = opened_page(place, authority=code)
            said = " ".join(each.proto.body for each in page.get("html"))
            assert not page.exception and said.count(VERY_SMALL) == tiny, (place, code)


def test_every_number_of_every_answer_is_that_of_the_tidy_tables(ask, table, names):
    prices = {"real": f"0 17 {plain_answers.prices()}", "cash": "0 17", "totals": ""}
    for code in names:
        for id, basis in measures.BASES.items():
            for years in SPANS[1:]:
                asked, spent = (answer.found(ask, code, ids, years) for ids in (basis.demand, basis.money))
                expected = (
                    f"{spans_said(years)} {'' if id == 'totals' else '10,000'} {numbers_of(table, code, asked, years)} "
                    f"{prices[id]} {numbers_of(table, code, spent, years)} {counts(asked)} {counts(spent)}"
                )
                said = answer.after(ask, code, "the place", basis, years)  # names hold numbers too
                assert plain_answers.numbers(said) == plain_answers.numbers(expected), said


def test_the_shares_that_are_said_are_those_of_the_tidy_tables(opened, table, names):
    for code in names:
        known = {}
        for year in range(2013, 2026):
            parts = [table[0].get((code, line), {}).get(year) for line in measures.LINES]
            if None not in parts and sum(parts):
                shares = " ".join(f"{100 * part / sum(parts):.1f}" for part in parts)
                known[year] = f"{year - 1}-{year % 100:02} {shares}"
        expected = " ".join(dict.fromkeys([known[max(known)], known[min(known)]])) if known else ""
        said = mix.said(demand.mix(opened, areas=[code]), "The place")
        assert plain_answers.numbers(said) == plain_answers.numbers(expected), said


def test_shares_are_those_of_the_three_figures_and_sum_to_a_hundred(opened, table, names):
    rows = demand.mix(opened, areas=list(names))
    assert len({row.area_code for row in rows}) > 150
    for row in rows:
        parts = [table[0].get((row.area_code, line), {}).get(row.period_end.year) for line in measures.LINES]
        known = mix.shares(row)
        assert bool(known) == (None not in parts and sum(parts) > 0), row
        if known:
            assert list(known.values()) == pytest.approx([100 * part / sum(parts) for part in parts])
            assert sum(known.values()) == pytest.approx(100)
        assert row.comparable == (row.period_end.year >= 2013), row
        assert row.source.count(", row ") >= 1 and bool(row.missing) == (None in parts)


@pytest.fixture(scope="module")
def facts(ask):
    def of(code, name, basis, beside=("england", "region", "neighbours")):
        chosen = measures.BASES[basis]
        ids = [*chosen.demand, *chosen.money]
        trend = ask(figures.trend, authority=code, comparators=list(beside), others=[], model="2025", indicators=ids,
                    first=2009, last=2026)  # fmt: skip
        spent = [row for row in ask(demand.mix, areas=[code]) if row.comparable or basis == "totals"]
        breaks = ask(queries.catalogue.breaks, indicators=ids)
        return shown.Facts(name=name, basis=chosen, trend=trend, breaks=breaks, spent=spent)

    return of


def test_every_second_authority_has_its_panels_its_words_and_every_figure_in_the_table(facts, names):
    for place, (code, name) in enumerate(names.items()):
        if code == ENGLAND or place % 2:
            continue
        basis = tuple(measures.BASES)[place // 2 % 3]
        of = facts(code, name, basis)
        if not of.trend:
            continue
        left, right = shown.drawings(of)
        assert [len(left.panels), len(right.panels)] == [4, 4] and left.across == right.across
        cells = {(row["Measure"], row["Date"]): row for row in tables.figures(of)}
        for panel, indicator in zip((*left.panels, *right.panels[:3]), of.indicators, strict=True):
            for line in panel.lines:
                for point in line.points:
                    row = cells[indicator.title, date_said(point.x, basis=indicator.basis)]
                    wanted = figure_of(point.y, indicator)
                    assert row[name if line.look == CHOSEN else line.name] == wanted and wanted in point.said[0], (
                        name,
                        indicator.id,
                        point,
                    )
        said = [*words.notes(of), mix.said(of.spent, name), shown.alternative(of, of.indicators, "both")]
        assert not [text for text in said if RUBBISH.search(text.replace("because", ""))], name
        assert len(right.panels[3].bars) == 3 * sum(bool(mix.shares(row)) for row in of.spent)


def test_a_number_or_a_total_has_nothing_beside_it(facts):
    left, right = shown.drawings(facts("E08000025", "Birmingham", "totals"))
    assert {line.name for panel in (*left.panels, *right.panels) for line in panel.lines} == {"Birmingham"}
    assert min(bar.left for bar in right.panels[3].bars).year == 2008
    assert [len(panel.lines[0].runs) for panel in right.panels[:3]] == [4, 3, 4]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("basis", measures.BASES)
def test_a_picture_of_every_size_holds_its_panels_and_nothing_overlaps(facts, size, basis):
    of = facts("E08000025", "Birmingham", basis)
    drawn = picture.picture(of, ["One sentence."], [], version="2026-08-22", link="example.org/demand-and-money")
    assert lapses(drawn, [SIZES[size]]) == []
