"""Publications in words, as they are named under charts and pictures."""

import textwrap
from collections.abc import Sequence

from data.catalogue import Indicator
from data.catalogue import sources as catalogue
from data.kinds import Content
from pages.charts.model import Lines
from pages.charts.words import listed, published
from queries.rows.catalogue import Publication

REGISTER = "our own register of interventions"


def publications(rows: Sequence[Publication]) -> list[str]:
    """Name each publication with its publisher and when it came out."""
    return [
        f"{row.title}, {row.publisher}, published {listed([published(when) for when in row.published])}" for row in rows
    ]


def without_judgements(rows: Sequence[Publication], *, drawn: bool = False) -> list[Publication]:
    """Leave out the publications of judgements, which are asked for with every authority, where none is drawn."""
    if drawn:
        return list(rows)
    reports = {source.title for source in catalogue().values() if source.content is Content.JUDGEMENTS}
    return [row for row in rows if row.title not in reports]


def credited(rows: Sequence[Publication], *, register: bool) -> str:
    """Name the publications behind a picture, and our register of interventions where it is used."""
    named = [*publications(rows), *([REGISTER] if register else [])]
    return f"Sources: {'; '.join(named)}."


POPULATION = "Office for National Statistics (population)"
# Letters of a line of a credit: across a page, in one column of two and in one of four.
WIDE, HALF, BESIDE = 200, 92, 46


def publishers(indicators: Sequence[Indicator]) -> list[str]:
    """Name those who publish some indicators, and of rates that are derived here the population that they are of."""
    # without the words after a comma, which say by whose hands a publisher's figures came
    figures = [catalogue()[one.source].publisher.split(",")[0] for each in indicators for one in each.series]
    derived = any(each.population for each in indicators)
    return list(dict.fromkeys([*figures, *([POPULATION] if derived else [])]))


def credit(
    shown: str, indicators: Sequence[Indicator] = (), *, more: Sequence[str] = (), register: bool = False,
    letters: int = WIDE,
) -> Lines:  # fmt: skip
    """Write what a plot must say where it is cut out of its page.

    Parameters
    ----------
    shown
        What is shown of which place, with its measure and unit.
    indicators
        Those whose figures are drawn: their publishers are named.
    more, register
        Further sources, and whether our register of interventions is one.
    letters
        Of a line, as many as the plot has room for on a screen of 1280 pixels.
    """
    named = list(dict.fromkeys([*publishers(indicators), *more, *([REGISTER] if register else [])]))
    source = f"Source{'s' * (len(named) > 1)}: {'; '.join(named)}."
    return tuple(textwrap.wrap(f"{shown.rstrip('.')}. {source}", letters, break_on_hyphens=False))
