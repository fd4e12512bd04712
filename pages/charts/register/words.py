"""What the page of interventions says in sentences: what is counted, what is not certain, and alternative texts."""

import pandas as pd

from pages.charts.facts import spells as in_words
from pages.charts.register import lasting, models
from pages.charts.register import tables as register_tables
from pages.charts.register.chronology import outline
from pages.charts.words import day, listed

NOT_COMPLETE = (
    "The register is our own and not complete: an authority that is not in it may have been under intervention. "
    "No complete list for these years was found."
)
OPEN_ENDS = (
    "Where no end was found the bar ends, open, where the last evidence does. It may have ended soon after, or later; "
    "no end is guessed."
)
CAUTION = "Marks show when events happened. They do not show that one caused the other, nor why any of them happened."
COUNTING = (
    "Interventions whose end is not known are counted as such on every later date, so their number grows: many will "
    "have ended long ago. A dark bar needs a later step that is known: in the last years few are, and the dark bars "
    "fall for want of evidence."
)
CENSORED = (
    "An intervention that is not known to have ended is followed to the last day on which it is known to have been in "
    "force and is left out after it (censored). If those of unknown end ended sooner or later than others, the curve "
    "is too high or too low; the broken line leaves them out altogether, which favours interventions that are over. "
    "Dates of which only the month or the year is known are taken at the middle of it."
)
KAPLAN_MEIER = "Method of Kaplan and Meier; the band is the 95% interval (log-log), each tick a censored intervention."
REVIEWS = (
    "Reviews are named by their kind and subject; a document's own title may be longer. How many are published says "
    "nothing of how many children were harmed, nor of one authority beside another: there is no count by "
    "authority here."
)
INCIDENTS = (
    "Serious incident notifications are not held here. The Department for Education publishes them, and says that "
    "their number is not a measure of performance."
)
ANNOUNCEMENTS = (
    "An announcement is not a change: what was announced is marked as announced (a hollow number), and what then "
    "happened has its own date."
)


def held(spells: pd.DataFrame) -> str:
    """Say how many interventions are held: rows of `queries.register.spells`."""
    return register_tables.longest(spells) if len(spells) else "No intervention is held for these choices."


def moved(rows: pd.DataFrame) -> list[str]:
    """Count where services moved to a trust or company: rows of `queries.register.moved`; and say what is missing."""
    number = rows["direction"].value_counts()
    back = rows.loc[rows["returned_on"].notna(), "authority_name"]
    planned = rows.loc[rows["returned_on"].isna() & rows["return_planned_for"].notna(), "authority_name"]
    return [
        f"Services moved to a trust or company in {len(rows)} authorities: a direction was in force on that day in "
        f"{number.get('in force', 0)}, none is known in {number.get('none known', 0)}, and "
        f"{number.get('not asked', 0)} took the place of one whose services had moved. They are known to have "
        f"returned to the council in {len(back)}{_these(back)}; a return was planned in "
        f"{len(planned)}{_these(planned)}, and that it took place was not read.",
        "The list is not complete: a move without a direction is held only where a source was read, and some of these "
        "are known by their year alone. A return that is not listed may have taken place. Partnerships with another "
        "council are not counted.",
    ]


def _these(names: pd.Series) -> str:
    return f" ({listed(list(names))})" if len(names) else ""


def in_force(rows: pd.DataFrame) -> str:
    """Say what is known of the newest date and of that with most evidence: rows of `queries.register.in_force`."""
    by_date = rows.groupby(["as_at", "standing"]).size().unstack(fill_value=0)
    by_date = by_date.reindex(columns=list(models.STANDING), fill_value=0)
    most, last = by_date["evidenced"].idxmax(), by_date.iloc[-1]
    return (
        f"The most with evidence on one date: {by_date['evidenced'].max()}, on {day(most)}. "
        f"On {day(by_date.index[-1])}: {last['evidenced']} with evidence, {last['reported']} counted as in force "
        f"though the last evidence is older, and {last['unknown']} that may have been."
    )


def lasted(main: lasting.Curve, spells: pd.DataFrame) -> str:
    """Say how long half of the interventions lasted, and on how many ends that rests."""
    over = int((spells["state"] == "ended").sum())
    half = f"Half had ended after {main.median:.1f} years" if main.median else "Fewer than half are known to have ended"
    return (
        f"{half}, by an estimate from {over} interventions with a known end and {len(spells) - over} without, which "
        "count as far as they are known."
    )


def outlined(name: str, phases: pd.DataFrame, steps: pd.DataFrame) -> list[str]:
    """Say in a sentence each what is known of an authority's interventions, and how many steps are held."""
    main = outline(steps)
    return [
        f"Government intervention in {name}: {'; '.join(in_words(phases))}.",
        f"Dated steps held: {len(steps)}. Main dates among them: {len(main)}.",
    ]


def register_alt(phases: pd.DataFrame, place: str) -> str:
    """Describe the picture of the register for those who do not see it."""
    open_ends = int((phases["state"] == "end_unknown").sum())
    return (
        f"Bars of {phases['intervention_id'].nunique()} interventions in {phases['authority_name'].nunique()} "
        f"authorities ({place}) on a date axis, by form; {open_ends} without a known end are drawn open. All of it is "
        "in the table below."
    )


def chronology_alt(name: str, phases: pd.DataFrame, steps: pd.DataFrame) -> str:
    """Describe an authority's chronology for those who do not see it."""
    return (
        f"Timeline of government intervention in {name}: {'; '.join(in_words(phases))}. {len(outline(steps))} main "
        "dates and Ofsted's grades beneath. All of it is in the tables below."
    )
