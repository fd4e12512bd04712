"""One authority's judgements in words and in a table: what stands, since when, and every judgement that is held."""

from collections.abc import Sequence

from pages.charts import grades, histories, visits
from pages.charts.model import Entry
from pages.charts.words import UNGRADED, day, number_of
from pages.ofsted import words
from pages.ofsted.judged import History, judged, pictured
from pages.ofsted.shown import Cells, Chart, Listed, Shown
from queries.rows.history import Judgement
from queries.rows.ofsted import KnownTo


def key(history: History) -> list[Entry]:
    """List the grades that occur, the tick of an inspection, and the kinds of visits."""
    found = [*(row.grade for row in history.in_force), *(row.grade for row in history.areas)]
    return [*grades.key(found), Entry(words="inspected", sign="│"), *visits.key(history.visits)]


def said(history: History) -> list[str]:
    """Say what grade stands, when the authority was last inspected, and how many inspections are held."""
    sentences = [f"Ofsted, {history.name}: {history.standing}."]
    if history.in_force and not history.closed:
        began = history.in_force[-1].inspected_on or history.in_force[-1].published_on
        as_at = history.about.as_at
        since = grades.years((as_at - began).days, full=True)
        sentences.append(f"Last graded inspection: {day(began)}, {since} before {day(as_at)}, the newest day held.")
    inspections = number_of(history.about.inspections, "inspection is", "inspections are")
    return [*sentences, f"{inspections} held, each framework named."]


def headline(history: History) -> str:
    """Say the last grade, by which report, and on which day that was the newest."""
    last = history.in_force[-1]
    of = "" if last.graded in ("overall effectiveness", "") or last.grade == UNGRADED else f" ({last.graded})"
    newest = f"the newest held on {day(history.about.as_at)}"
    if history.closed:
        newest = f"the last before the authority ended on {day(history.closed)}"
    return f"{history.name}: {last.grade}{of} in Ofsted's report of {day(last.published_on)}, {newest}"


def alternative(history: History) -> str:
    """Describe the judgements for those who do not see them."""
    number = len(history.visits)
    which = f"{number_of(number, 'visit')}, which {'carries' if number == 1 else 'carry'} no grade"
    marked = f" {which}, {'is' if number == 1 else 'are'} marked." if number else ""
    order = ", ".join(f"{row.grade} {row.published_on.year} ({row.framework})" for row in history.in_force)
    return (
        f"Timeline of Ofsted's judgements of {history.name}: services as a whole, and each area. In order: "
        f"{order or 'none held'}.{marked} All of it is in the tables below."
    )


def table(rows: Sequence[Judgement]) -> list[Cells]:
    """Write judgements, the latest first: Published, Inspected, Framework, Judgement, Grade, Source."""
    return [
        {
            "Published": day(row.published_on),
            "Inspected": day(row.inspected_on) or "not in Ofsted's file",
            "Framework": f"{row.framework}, {row.inspection_type}",
            "Judgement": row.judgement_area,
            "Grade": row.grade,
            "Source": f"{row.source_file}, row {row.source_row}"
            + (f" ({histories.BASIS[row.basis]})" if row.basis in histories.BASIS else ""),
        }
        for row in reversed(rows)
    ]


def view(history: History, *, known: KnownTo) -> Shown:
    """Put the view together: the judgements of one authority, and how far what is held reaches."""
    subtitle = (
        f"Every graded inspection since {known.first_year}, from the publication of each report to that of the next"
    )
    return Shown(
        title=f"{history.name}: Ofsted judgements",
        subtitle=subtitle,
        chart=Chart(
            drawing=judged(history), pictured=pictured(history), key=key(history), headline=headline(history),
            about=subtitle, alternative=alternative(history), name=("ofsted-judgements", history.name),
            notes=(words.APART,),
        ) if history.in_force else None,
        said=said(history),
        notes=[words.REGIMES, words.AFTER_2026, words.compiled(known), words.CAUTION],
        tables=[
            Listed(rows=table(history.judgements), caption=f"Ofsted judgements of {history.name}, latest first")
        ],
    )  # fmt: skip
