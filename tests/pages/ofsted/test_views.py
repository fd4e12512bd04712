"""What the views of the Ofsted page draw, say and list, over all authorities, regions and indicators; no page runs."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median

import pytest

import queries.catalogue
import queries.figures
import queries.history
from data.catalogue import indicators as catalogue
from pages.charts import facts, grades
from pages.charts.series import LONGEST_STEP
from pages.charts.svg.layout import laid_out
from pages.charts.svg.scene import meet
from pages.charts.svg.sizes import PHONE, PRINT, SIZES
from pages.ofsted import by_grade, choices, judged, judgements, moves, share, show, since, visited, words, years
from queries import compare, ofsted
from tests.at_once import at_once

EVERY_SIZE = (*SIZES.values(), PRINT, PHONE)
LOADED = re.compile(r"\b(fail\w*|rescu\w*|best|worst|league|because|improv(ed|ing)|deteriorat\w*)\b", re.IGNORECASE)
KINDS = list(choices.VISITS)


@pytest.fixture(scope="module")
def known(opened):
    return ofsted.known(opened)[0]


def by_region(rows):
    """Return rows of England, and those of each region."""
    regions = sorted({row.region_name for row in rows})
    return {"England": rows} | {region: [row for row in rows if row.region_name == region] for region in regions}


def in_each_region(opened, question):
    """Return what a question answers of England, and of each region that authorities are in."""
    named = {row.name: row.area_code for row in compare.regions(opened)}
    england = question(opened, region="all")
    return {"England": england} | {
        region: question(opened, region=named[region]) for region in sorted({row.region_name for row in england})
    }


@pytest.fixture(scope="module")
def in_force(opened):
    """Return what stood on each date by place and rule."""
    return {
        (place, rule): rows
        for rule in choices.COUNTED
        for place, rows in by_region(ofsted.in_force(opened, region="all", counted=rule)).items()
    }


@pytest.fixture(scope="module")
def moved(opened):
    return in_each_region(opened, ofsted.moves)


@pytest.fixture(scope="module")
def waiting(opened):
    return in_each_region(opened, ofsted.since)


@pytest.fixture(scope="module")
def visits(opened):
    return by_region(ofsted.visits(opened, authority="all", region="all", kinds=KINDS))


@pytest.fixture(scope="module")
def histories(opened, visits):
    """Return every authority, past ones too, with what its chart draws."""
    every = queries.catalogue.authorities(opened)
    asks = [{"authority": each.area_code} for each in every]
    in_force = at_once(opened, queries.history.grades_in_force, asks)
    areas = at_once(opened, queries.history.area_grades_in_force, [ask | {"wanted": True} for ask in asks])
    about = at_once(opened, ofsted.page, asks)
    judgements = [
        queries.history.judgements(opened, authority=each.area_code) if each.name == "Birmingham" else []
        for each in every
    ]
    return [
        judged.History(
            name=each.name, closed=each.closed_on, in_force=grades_, areas=areas_, judgements=judgements_,
            standing=facts.standing(grades_) if grades_ and grades_[-1].grade == "no overall grade" else "",
            visits=[visit for visit in visits["England"] if visit.area_code == each.area_code], about=about_[0],
        )
        for each, grades_, areas_, judgements_, about_ in zip(every, in_force, areas, judgements, about, strict=True)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def by_indicator(opened):
    """Return the rows of each indicator by the grade then in force, and its breaks."""
    asked = {"groups": ["inadequate", "other-grade"], "measure": "published", "base": 2017, "first": 2009, "last": 2026,
             "authority": "E08000025", "own": [], "model": "2025", "average": "median"}  # fmt: skip
    groups = at_once(opened, compare.groups, [{"indicator": id, **asked} for id in catalogue()])
    national, breaks = (
        at_once(opened, question, [{"indicators": [id]} for id in catalogue()])
        for question in (queries.figures.national, queries.catalogue.breaks)
    )
    return {
        id: (by_grade.grouped(rows, of_england), cuts)
        for id, rows, of_england, cuts in zip(catalogue(), groups, national, breaks, strict=True)
    }


@pytest.fixture(scope="module")
def charts(opened, known, in_force, moved, waiting, visits, histories, by_indicator):
    """Return every chart of the page, each with what it is of: all places, rules, authorities and indicators."""
    found, held = {}, ofsted.visits_held(opened)
    for (place, rule), rows in in_force.items():
        found["share", place, rule] = share.view(rows, place=place, counted=rule, known=known).chart
        found["years", place, rule] = years.view(rows, place=place, counted=rule, known=known).chart
    for place, rows in moved.items():
        found["moves", place] = moves.view(rows, place=place, chosen=[], known=known).chart
        found["since", place] = since.view(waiting[place], place=place, chosen=[], known=known).chart
        found["visits", place] = visited.view(visits[place], place=place, held=held).chart
    for history in histories:
        found["authority", history.name] = judgements.view(history, known=known).chart
    for id, (rows, breaks) in by_indicator.items():
        found["figures", id] = by_grade.chart(rows, breaks, catalogue()[id])
    return {of: chart for of, chart in found.items() if chart}


def bars(drawing):
    return [bar for panel in drawing.panels for bar in panel.bars]


def test_the_bars_of_the_shares_are_the_authorities_of_each_date(in_force):
    for rows in in_force.values():
        of, number = Counter(row.as_at for row in rows), Counter((row.as_at, row.graded, row.grade) for row in rows)
        dates = sorted(of)
        drawn = Counter()
        for bar in bars(share.shares(rows)):
            when = dates[round((bar.left + bar.right) / 2)]
            written, _, rest = bar.said[0].partition(": ")
            many = int(rest.split(" ")[0])
            assert bar.high - bar.low == pytest.approx(100 * many / of[when])
            assert bar.words in ((str(many),), ()) and (bar.words or many / of[when] < 0.04)
            drawn[when, written.lower(), many] += 1
        assert drawn == Counter((when, grade, many) for (when, graded, grade), many in number.items() if graded)


def test_authorities_of_a_date_are_all_accounted_for_in_bars_and_in_the_table(in_force):
    for rows in in_force.values():
        for when, of in Counter(row.as_at for row in rows).items():
            counts = [count for count in share.counted(rows) if count.as_at == when]
            assert sum(count.authorities for count in counts) == of
            assert sum(count.share for count in counts) == pytest.approx(100)
        cells = [cell for line in share.table(rows) for name, cell in line.items() if cell and "(" in cell]
        counted = [grades.share(count.authorities, count.of) for count in share.counted(rows)]
        assert set(counted) <= set(cells)


def test_by_ofsteds_own_rule_the_numbers_are_those_of_its_release(in_force):
    lines = share.table(in_force["England", "inspected"])
    found = [line for line in lines if line["Date"] == "31 March 2025" and "SIF" in line["What was graded"]]
    assert [found[0][grade] for grade in ("Outstanding", "Good", "Requires improvement")] == [
        "36 (24%)", "67 (44%)", "31 (20%)",
    ]  # fmt: skip


def test_each_cell_of_the_grid_is_the_grade_of_one_authority_on_one_date(in_force):
    for rows in in_force.values():
        drawing = years.grid(rows)
        names = [tick.words.replace("\n", " ") for tick in drawing.panels[0].up.ticks]
        assert all(tick.words.count("\n") < 2 for tick in drawing.panels[0].up.ticks), (
            "a name reaches into the next row"
        )
        dates = sorted({row.as_at for row in rows})
        cells = {}
        for bar in bars(drawing):
            at = names[round((bar.low + bar.high) / 2)], dates[round((bar.left + bar.right) / 2)]
            assert at not in cells
            cells[at] = bar
        for row in rows:
            bar = cells.pop((row.authority_name, row.as_at))
            letter = grades.LETTERS[row.grade]
            small = row.graded in ("safeguarding", "child protection")
            assert "".join(bar.words) == (letter.lower() if small else letter)
            assert bar.said[0].startswith(f"{row.authority_name}, ") and bar.said[1].lower().startswith(row.grade)
        assert not cells


def test_each_authority_without_an_overall_grade_is_told_with_its_areas(in_force, histories):
    """All of today's: the sentence on the page, the sentence and table beneath the shares, and what the bar says."""
    rows = in_force["England", "published"]
    without, listed = grades.ungraded(rows), {line["Authority"]: line for line in words.areas_judged(rows)}
    held = {history.name: history for history in histories}
    assert len(without) == len(listed) == 11
    for row in without:
        history = held[row.authority_name]
        areas = [each.split(": ") for each in row.judgements.split("; ")]
        told, bar = history.standing, judged.judged(history).panels[0].bars[-1]
        assert len(areas) == 4 and told.startswith("no overall grade (ILACS, inspected")
        for area, grade in areas:
            assert f"{area} {grade}" in told and f"{area}: {grade}" in bar.said
            assert listed[row.authority_name][area.capitalize()] == grade
        assert "since superseded" in told and "inspected since April 2026" in bar.said[0]
        assert row.authority_name in words.ungraded(rows)
    assert "(inspected since April 2026)" in words.today(rows)


def test_the_matrix_holds_each_move_of_overall_effectiveness_once(moved):
    """The labels against a plain count of the inspections, one by one."""
    for rows in moved.values():
        wide = ("SIF", "ILACS")
        days = {}
        for row in rows:
            if row.framework.startswith(wide) and row.framework_before.startswith(wide) and row.grade in moves.SCALE:
                days.setdefault((row.grade_before, row.grade), []).append(row.days)
        written = {}
        for label in moves.matrix(rows).panels[0].labels:
            if label.y > -0.5 and label.x > -0.5:
                written.setdefault((round(label.y), round(label.x)), []).append(label.lines[0])
        assert len(written) == 16
        for (down, across), told in written.items():
            found = days.get((moves.SCALE[down], moves.SCALE[across]), [])
            assert told == ([str(len(found)), f"{median(found) / 365.25:.1f} yr"] if found else ["0"])


def test_moves_chosen_are_those_listed(moved, known):
    rows = moved["England"]
    number = Counter(row.move for row in rows)
    for chosen in (["rose", "fell"], ["fell"], ["not compared"]):
        listed = moves.view(rows, place="England", chosen=chosen, known=known).tables[1]
        assert len(listed.rows) == sum(number[move] for move in chosen) > 0
        assert {line["Move"] for line in listed.rows} == set(chosen)


def test_waits_are_drawn_the_longest_first_and_as_long_as_they_are(waiting):
    for rows in waiting.values():
        for most in (since.MOST, since.MOST_PICTURED):
            drawn = bars(since.waits(rows, most=most))
            assert [bar.right * grades.DAYS_A_YEAR for bar in drawn] == pytest.approx(
                sorted((row.days for row in rows if row.days is not None), reverse=True)[:most]
            )
            assert all(bar.left == 0 and bar.words and bar.beside for bar in drawn)


def test_last_grades_chosen_are_those_listed(waiting, known):
    rows = waiting["England"]
    listed = since.view(rows, place="England", chosen=["no overall grade"], known=known)
    assert listed.tables[0].fold.startswith("11 authorities") and "of 153 in all" in listed.chart.about
    assert len(since.view(rows, place="England", chosen=[], known=known).tables[0].rows) == len(rows) == 153


def test_each_visit_is_a_mark_on_its_first_day_that_is_not_filled_as_a_grade_is(visits):
    for rows in visits.values():
        panel = visited.marked(rows).panels[0]
        names = [tick.words.replace("\n", " ") for tick in panel.up.ticks]
        drawn = Counter((mark.x, names[round(mark.y)], mark.hollow) for mark in panel.marks)
        assert drawn == Counter((row.first_day, row.authority_name, row.look != "focused") for row in rows)
        assert all("no grade" in mark.said[0] for mark in panel.marks) and not panel.bars


def test_what_is_held_of_visits_and_what_is_missing_is_said(opened, visits):
    rows = visits["England"]
    assert visited.said(rows).startswith("480 visits, 30 January 2018 to 9 December 2025: 305 focused visits")
    assert "A visit carries no grade" in visited.said(rows)
    ended = "Bournemouth, Cumbria, Dorset (to March 2019), Northamptonshire and Poole"
    assert f"No letters are held of authorities that have ended: {ended}." in visited.notes(ofsted.visits_held(opened))
    assert visited.table(rows)[0]["First day"] == "9 December 2025" and len(visited.table(rows)) == 480


def test_a_grade_is_drawn_from_its_report_to_the_next_and_never_beyond_the_end_of_its_authority(histories):
    for history in histories:
        if not history.in_force:
            continue
        whole, *others = judged.judged(history).panels
        assert [(bar.left, bar.right) for bar in whole.bars] == [
            (row.published_on, row.until) for row in history.in_force
        ]
        assert all(one.right <= other.left for one, other in pairwise(whole.bars)), history.name
        drawn = Counter((bar.left, bar.right) for panel in others for bar in panel.bars)
        assert drawn == Counter((row.published_on, row.until) for row in history.areas), history.name
        pictured = bars(judged.pictured(history))
        assert Counter((bar.left, bar.right, bar.fill) for bar in pictured) == Counter(
            (bar.left, bar.right, bar.fill) for bar in bars(judged.judged(history))
        )
        assert not history.closed or max(bar.right for bar in pictured) <= history.closed
        assert [mark.x for mark in whole.marks] == [row.inspected_on for row in history.in_force if row.inspected_on]


def test_birmingham_is_told_with_every_regime_and_how_long_ago_it_was_inspected(histories):
    history = next(each for each in histories if each.name == "Birmingham")
    listed = " ".join(line["Framework"] for line in judgements.table(history.judgements))
    for framework in ("SLAC, full", "CPI, full", "SIF, full", "SIF re-inspection", "ILACS, standard"):
        assert framework in listed
    assert "3 years 6 months before 22 August 2026" in " ".join(judgements.said(history))


def test_groups_are_drawn_where_a_figure_is_given_and_never_across_a_gap_or_a_break(by_indicator):
    for id, (rows, breaks) in by_indicator.items():
        panel = by_grade.rated(rows, breaks, catalogue()[id]).panels[0]
        lines = {line.name: line for line in panel.lines}
        counts = catalogue()[id].unit.is_count
        assert set(lines) == {"Inadequate", "Other grades"} | (set() if counts else {"England"}), id
        for key, part in rows.items():
            if by_grade.NAMES[key] not in lines:
                continue
            line = lines[by_grade.NAMES[key]]
            given = [(row.period_end, row.value) for row in part if row.status == "published"]
            assert [(point.x, point.y) for point in line.points] == given, id
            segment = {row.period_end: row.segment for row in part}
            for run in line.runs:
                assert len({segment[point.x] for point in run}) == 1, id
                assert all(b.x - a.x < LONGEST_STEP for a, b in pairwise(run)), id
        assert len(panel.uprights) == len(breaks)


def test_the_alternative_text_of_groups_says_medians_of_how_many(by_indicator):
    for id, (rows, _) in by_indicator.items():
        for key in ("inadequate", "other-grade"):
            last = by_grade.newest(rows[key])
            told = by_grade.alternative(rows, catalogue()[id])
            assert f"(median of {last.averaged} of {last.averaged + last.left_out} authorities)" in told, id


def test_every_chart_has_a_dated_neutral_headline(charts):
    assert len(charts) > 250
    for of, chart in charts.items():
        assert re.search(r"\b20\d\d\b", chart.headline), of
        assert not LOADED.search(f"{chart.headline} {chart.about}".replace("requires improvement", "")), chart.headline
        assert len(chart.alternative) > 40 and chart.name[1] and not chart.drawing.empty


def test_no_word_of_a_picture_covers_another_or_leaves_it(charts, opened, monkeypatch):
    """Each view of two regions and of a dozen authorities, each indicator in one size of the eight in turn."""
    monkeypatch.setattr(show, "version", lambda: "2026-08-22")
    sources = queries.catalogue.sources(opened, areas=["E08000025"], indicators=[], first=2009, last=2026)
    few = [of for n, of in enumerate(charts) if (of[0] == "authority" and n % 12 == 0) or of[0] == "figures"]
    some = [of for of in charts if of[1] in ("West Midlands", "Outer London")]
    some += [of for of in charts if of[1] == "England" and of[0] not in ("years", "visits")]
    looked_at = 0
    for n, of in enumerate([*few, *some]):
        for size in EVERY_SIZE if of[0] in ("moves", "since") else (EVERY_SIZE[n % 8], PHONE):
            scene = laid_out(show.picture(charts[of], sources, link="x.uk/ofsted"), size)
            _apart(scene, f"{of} in {size.name}")
            assert charts[of].headline in " ".join(text.text for text in scene.texts), "a headline is never cut"
            looked_at += 1
    assert looked_at > 100


def _apart(scene, of):
    boxes = [(text.text, text.box) for text in scene.texts if text.text]
    for n, (told, box) in enumerate(boxes):
        assert box[0] >= 0 and box[1] >= 0 and box[2] <= scene.width + 0.5 and box[3] <= scene.height, (of, told)
        for other, there in boxes[n + 1 :]:
            assert not meet(box, there), f"'{told}' and '{other}' in {of}"


@pytest.mark.parametrize(("days", "written"), [(0, "under a month"), (365.25, "1 year"), (400, "1 year 1 month")])
def test_times_are_written_as_people_say_them(days, written):
    assert grades.years(days) == written


def test_months_that_are_not_over_do_not_count():
    assert grades.years(1449, full=True) == "3 years 11 months"
    assert grades.years(1449) == "4 years"
