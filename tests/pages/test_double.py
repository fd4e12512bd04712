"""The page of one authority and its double: who is in it, when it is refused, what is said, drawn and taken away."""

import csv
import io
import re
import shutil
import subprocess
import sys
import zipfile
from functools import cache

import pytest

from data.catalogue import indicators
from pages.charts.svg.layout import laid_out
from pages.charts.svg.scene import meet
from pages.charts.svg.sizes import PRINT, SIZES
from pages.double import cautions, chart, downloads, found, picture, rules, tables, words
from pages.double.asked import Asked
from pages.double.ranks import ranked, ratio
from pages.double.weighing import Double, double, placebos
from pages.double.window import EVENT, GAPS, UNDER, Panel
from queries import around
from tests.benchmarks import double_nine
from tests.pages.plain_double import plain
from tests.pages.test_before_after import SAYS_WHY

SANDWELL, KINGSTON = "E08000028", "E09000021"
RATES = {"cla_rate": ("inadequate", "trust", "ended"), "agency_rate": ("rose",)}
FEW = 5  # of those that are no case, for each event: one of each kind is among them


@pytest.fixture(scope="module")
def ask(opened):
    con = opened.cursor()
    con.execute("use dashboard")

    @cache
    def once(question, wanted):
        return question(con, **dict(wanted))

    yield lambda question, **keywords: once(question, tuple(keywords.items()))
    con.close()


@pytest.fixture(scope="module")
def every(ask):
    """Every case by two indicators, and some that are none, with why each is refused."""
    return {
        (area, event, indicator): (each, found.refused(each, event, indicators()[indicator].decimals))
        for indicator, events in RATES.items()
        for event in events
        for area in some(ask(around.cases, event=event, indicator=indicator))
        for each in [found.found(area, event, indicator, ask)]
    }


def some(cases):
    none = [case for case in cases if case.place != "case"]
    return [case.area_code for case in cases if case.place == "case"] + [
        case.area_code for case in (*none[:: len(none) // FEW], *(one for one in none if one.place != "compared"))
    ]


@pytest.fixture(scope="module")
def displayed(every):
    """Every second of those that are shown, whole."""
    shown = [(key, each) for key, (each, why) in every.items() if not why]
    return {key: found.shown(each) for key, each in shown[::2]}


def shown(ask, area=SANDWELL, event="trust", indicator="cla_rate"):
    each = found.shown(found.found(area, event, indicator, ask))
    about = indicators()[indicator]
    return (
        each,
        Asked(words.whose(each), event, about),
        ranked(each, placebos(each.window.panel), decimals=about.decimals),
    )


def test_the_library_gives_the_gaps_of_a_quadratic_programme(ask, every):
    for (_, _, indicator), (each, why) in list(every.items())[::31]:
        if each.window is not None and not rules.too_few(each.window.panel) and "as exactly" not in why:
            reach = double(each.window.panel).spread * 2e-3  # how near the general solver comes
            assert double(each.window.panel).gaps == pytest.approx(plain(each.window.panel), abs=reach), indicator


def test_shares_are_none_below_nothing_and_together_one(displayed):
    for each in displayed.values():
        weights = dict(each.double.weights)
        assert min(weights.values()) > 0 and sum(weights.values()) == pytest.approx(1, abs=0.01)
        assert weights.keys() <= set(each.window.panel.donors)


def test_every_authority_is_shown_or_refused_by_a_rule_and_all_rules_are_met(every):
    said = {why for _, why in every.values()}
    kinds = ("before the event in", "on or after the event to", "as exactly as", "of their spread away",
             "no such event", "before the second figure")  # fmt: skip
    assert [kind for kind in kinds if not any(kind in why for why in said)] == []
    assert "" in said
    assert all(why or each.case.place == "case" for each, why in every.values())
    assert [why for why in said if SAYS_WHY.search(why)] == []


def test_what_is_shown_keeps_every_rule(displayed):
    for each in displayed.values():
        panel, fit = each.window.panel, each.double
        assert len(panel.before) >= 5 and len(panel.after) >= 2 and len(panel.donors) >= 20
        assert 0.05 <= fit.error_before <= fit.spread / 4


def test_with_too_few_others_it_is_refused():
    few = Panel("a", (1, 2, 3, 4, 5), (6, 7), ("a", *map(str, range(19))), ())
    assert "19 other authorities" in rules.too_few(few)
    assert rules.too_few(few._replace(areas=(*few.areas, "b"))) == ""


def test_donors_are_those_of_a_second_selection(opened, every):
    """Nobody in intervention, with the event, without a figure, very small or of the same figures is in a double."""
    con = opened.cursor()
    con.execute("use dashboard")
    spells = con.execute(
        "select coalesce(s.successor_code, i.dfe_code), began_on, ended_on, ended_precision from intervention as i "
        "left join (select predecessor_code, successor_code from authority_change union select dfe_code, dfe_code "
        "from authority) as s on s.predecessor_code = i.dfe_code where scope in ('social_care', 'mixed')"
    ).fetchall()
    codes = dict(con.execute("select area_code, list(dfe_code) from (select area_code, dfe_code from authority union "
                             "select area_code, member_code from joint_return) group by all").fetchall())  # fmt: skip
    con.close()
    for (area, event, indicator), (each, _) in every.items():
        if each.window is None:
            continue
        panel = each.window.panel
        on = {row.year: row.period_end for row in each.figures if row.area_code == area}
        first, last = on[panel.before[0]], on[(*panel.before, *panel.after)[-1]]
        under = {code for code, began, ended, how in spells
                 if began <= last and (ended is None or (ended.year, 12 if how == "year" else ended.month,
                 31 if how != "day" else ended.day) >= (first.year, first.month, first.day))}  # fmt: skip
        assert not [code for code in panel.donors if under & set(codes[code])], (area, event, indicator)
        placed = {case.area_code: case for case in each.cases}
        for code in panel.donors:
            assert placed[code].place == "compared" or placed[code].from_year > (*panel.before, *panel.after)[-1]
        assert len(panel.donors) + sum(each.window.left_out.values()) + 1 == len(each.cases)


def test_the_reasons_for_leaving_out_are_counted(every):
    reasons = set().union(*(each.window.left_out for each, _ in every.values() if each.window))
    assert reasons >= {UNDER, EVENT, GAPS}


def test_a_member_of_a_joint_return_is_answered_with_the_return(ask):
    each = found.found(KINGSTON, "inadequate", "agency_rate", ask)
    assert each.case.area_code == "E09000021 / E09000027"
    assert found.found(KINGSTON, "inadequate", "cla_rate", ask).case.area_code == KINGSTON


def test_a_year_without_a_figure_is_in_no_double_and_not_drawn(displayed):
    for (area, _, indicator), each in displayed.items():
        own = {row.year: row for row in each.figures}
        assert {row.area_code for row in each.figures} == {area}
        used = (*each.window.panel.before, *each.window.panel.after)
        assert all(own[year].status == "published" for year in used)
        drawn = chart.drawn(each, Asked("x", "trust", indicators()[indicator]))
        assert {point.x for point in drawn.panels[1].lines[-1].points} == {own[year].period_end for year in used}


def test_the_rank_counts_those_that_the_same_rules_show(ask):
    each, _, among = shown(ask)
    assert len(among.placebos) + among.exact + among.poor == len(each.window.panel.donors)
    assert among.place == 1 + sum(ratio(one) >= among.ratio for one in among.placebos)
    assert [ratio(one) for one in among.placebos] == sorted((ratio(one) for one in among.placebos), reverse=True)
    one = among.placebos[0]
    panel = each.window.panel
    order = [one.area_code, *(code for code in panel.areas if code != one.area_code)]
    values = dict(zip(panel.areas, panel.values, strict=True))
    by_hand = double(Panel(one.area_code, panel.before, panel.after, tuple(order), tuple(values[c] for c in order)))
    assert one.gaps == pytest.approx(by_hand.gaps, abs=1e-9)


def test_a_rank_among_few_is_not_said(ask):
    each, _, among = shown(ask)
    few = among._replace(placebos=among.placebos[:18])
    assert "Too few for a rank" in words.rank(each, few) and "of 19" not in words.rank(each, few)
    assert "of 20" in words.rank(each, among._replace(placebos=among.placebos[:19], place=3))


def test_no_sentence_says_why_and_errors_have_no_sign(displayed):
    assert len(displayed) > 15
    for (_, event, indicator), what in displayed.items():
        asked = Asked(words.whose(what), event, indicators()[indicator])
        said = [words.headline(asked), words.subtitle(asked, what.window.case), *words.findings(what, asked),
                words.MEANT, words.SHORT, *cautions.cautions(what, asked), words.alternative(what, asked)]  # fmt: skip
        assert [line for line in said if SAYS_WHY.search(line)] == []
        assert re.search(r"were \d[\d.,]* .* apart \(root mean square\)", said[2])
        for row in tables.weights(what, asked):
            assert row["Authority"] and re.fullmatch(r"\d+\.\d%", row["Share of the double"])


def test_what_is_exact_and_what_is_poor():
    assert rules.exact(0.049, 1) and not rules.exact(0.05, 1)
    assert rules.poor(2.51, 10.0) and not rules.poor(2.5, 10.0)
    panel = Panel("a", (1,), (2,), ("a", "b"), ())
    assert rules.no_fit(Double((), (), 1.0, 9.0, 10.0), panel, decimals=1) == ""


@pytest.mark.parametrize("size", [*SIZES.values(), PRINT], ids=lambda size: size.name)
def test_nothing_overlaps_in_a_picture(ask, size):
    each, asked, among = shown(ask)
    drawing = chart.drawn(each, asked)
    taken = picture.picture(drawing, each, among, asked, publications=[], version="2026-01-01", link="x.org/a")
    texts = laid_out(taken, size).texts
    assert len(texts) > 15
    assert [(a.text, b.text) for n, a in enumerate(texts) for b in texts[n + 1 :] if meet(a.box, b.box, -1)] == []


@pytest.fixture(scope="module")
def taken(ask, tmp_path_factory):
    folder = tmp_path_factory.mktemp("double")
    each, asked, among = shown(ask)
    with zipfile.ZipFile(io.BytesIO(downloads.files(each, among, asked))) as packed:
        packed.extractall(folder)
    return folder, each, among


def _repeated(folder, command):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    rows = [line.split() for line in done.stdout.splitlines()]
    by = lambda kind: {name: float(value) for what, name, value in rows if what == kind}  # noqa: E731
    return by("weight"), by("gap"), by("rank")


def _gaps(each):
    years = (*each.window.panel.before, *each.window.panel.after)
    return {str(year): gap for year, gap in zip(years, each.double.gaps, strict=True)}


def test_the_python_script_repeats_shares_gaps_and_rank(taken):
    folder, each, among = taken
    weights, gaps, rank = _repeated(folder, [sys.executable, "-W", "ignore", "repeat.py"])
    assert len((folder / "repeat.py").read_text().splitlines()) <= 25
    assert weights == pytest.approx(dict(each.double.weights), abs=2e-6)
    assert gaps == pytest.approx(_gaps(each), abs=2e-6)
    assert rank == {str(among.place): among.many}


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="no R on this machine: apt-get install r-base-core")
def test_the_r_script_repeats_shares_and_gaps(taken):
    folder, each, _ = taken
    weights, gaps, _ = _repeated(folder, ["Rscript", "repeat.R"])
    assert weights == pytest.approx(dict(each.double.weights), abs=2e-6)
    assert gaps == pytest.approx(_gaps(each), abs=2e-6)


def test_the_rows_are_those_of_the_double_each_with_its_source(taken):
    folder, each, _ = taken
    rows = list(csv.DictReader(io.StringIO((folder / "rows.csv").read_text(encoding="utf-8-sig"))))
    panel = each.window.panel
    found = {(row["area_code"], int(row["year"])): float(row["value"]) for row in rows}
    assert found == {(code, year): value for code, values in zip(panel.areas, panel.values, strict=True)
                     for year, value in zip((*panel.before, *panel.after), values, strict=True)}  # fmt: skip
    assert all(row["source_file"] and row["source_row"] for row in rows)
    assert {row["year"] for row in rows if row["event"] == "1"} == set(map(str, panel.after))


def test_the_nine_cases_of_the_note_are_those_of_today(opened):
    con = opened.cursor()
    con.execute("use dashboard")
    noted = double_nine.WRITTEN.read_text(encoding="utf-8")
    found = double_nine.written(double_nine.HEAD, double_nine.rows(con))
    con.close()
    assert len(found.splitlines()) == 2 + 36 and found in noted
