"""What stands out as a table: one row a fact, with its figures, its test and its source."""

from collections.abc import Sequence
from itertools import groupby

from data.catalogue import indicators
from data.kinds import Topic
from pages.charts.words import day
from pages.stands_out.figures import written
from pages.stands_out.tested import small_print
from pages.stands_out.words import KINDS
from queries.rows.stands_out import Fact

TOPICS: dict[str, str] = {
    Topic.WORKFORCE: "Workforce",
    Topic.REFERRALS: "Referrals and assessments",
    Topic.NEED: "Children in need",
    Topic.PROTECTION: "Child protection",
    Topic.CARE: "Children looked after",
    Topic.CONTEXT: "Around children's services",
    "": "Ofsted and government intervention",
}


def rows(facts: Sequence[Fact]) -> list[dict[str, str]]:
    """Write one row a fact: Place, Kind, Indicator, Date, Figure, How it was found, Source."""
    return [
        {
            "Place": fact.place_name,
            "Kind": KINDS[fact.kind],
            "Indicator": indicators()[fact.indicator_id].title if fact.indicator_id else "",
            "Date": day(fact.period_end),
            "Figure": _figure(fact),
            "How it was found": small_print(fact),
            "Source": f"{fact.source_file}, row {fact.source_row}" if fact.source_file else "",
        }
        for fact in facts
    ]


def _figure(fact: Fact) -> str:
    if not fact.indicator_id:
        return fact.grade
    return written(fact.value, indicators()[fact.indicator_id]) if fact.status == "published" else "rounds to 0"


def by_topic(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """Return facts by the words of their topic, in the order of topics; of a topic by kind and place."""
    order, kinds = list(TOPICS), list(KINDS)

    def place(fact: Fact) -> tuple[int, int, str, int]:
        return order.index(fact.topic or ""), kinds.index(fact.kind), fact.place_name, fact.position

    found = sorted(facts, key=place)
    return {TOPICS[topic]: list(those) for topic, those in groupby(found, key=lambda fact: fact.topic or "")}
