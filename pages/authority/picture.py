"""The timeline as a picture to take away: the same drawing with headline, place, units, sources and data version."""

from collections.abc import Sequence

from pages.authority.drawing import ends
from pages.authority.notes import Note
from pages.authority.shown import Shown
from pages.charts import claimed, sources
from pages.charts.model import Drawing
from pages.charts.svg.picture import Picture, stamp
from pages.charts.words import listed, lowered, published
from queries.rows.catalogue import Publication

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
NO_CAUSE = "Marks show when events happened; they do not show that one caused the other."
REGISTER = "our own register of interventions"


def picture(
    shown: Shown,
    notes: Sequence[Note],
    sources: Sequence[Publication],
    *,
    drawing: Drawing,
    alternative: str,
    version: str,
    link: str,
) -> Picture:
    """Put the picture together.

    Parameters
    ----------
    shown
        What is drawn.
    notes
        On its figures and breaks.
    drawing, alternative
        The chart without the numbers of notes, and what it shows, for those who do not see it.
    sources
        The publications behind it.
    version
        Of the data.
    link
        To the page, as a picture can carry it.
    """
    return Picture(
        headline=headline(shown),
        subtitle=subtitle(shown),
        drawing=drawing,
        alternative=alternative,
        notes=tuple(filter(None, [claimed.noted(shown.claims), *_signs(shown), *_more(notes)])),
        key=tuple(claimed.key(shown.claims)),
        source=f"Sources: {'; '.join([*map(_publication, sources), REGISTER])}.",
        stamp=stamp(version=version, link=link, said=(NO_CAUSE,)),
        name=("timeline", shown.name, *(indicator.id.replace("_", "-") for indicator in shown.indicators)),
        draft=any(row.role.startswith("own") for row in shown.trend),
    )


def headline(shown: Shown) -> str:
    """Name place and topic: of several measures at once no single finding is said."""
    first, until = ends(shown)
    number = len(shown.indicators)
    measures = lowered(shown.indicators[0].title) if number == 1 else f"{NUMBERS[number]} measures"
    return f"{shown.name}: intervention, Ofsted judgements and {measures}, {first.year} to {until.year - 1}"


def subtitle(shown: Shown) -> str:
    """Say what stands beside the authority."""
    names = list(dict.fromkeys(row.area_name for row in shown.trend if row.role != "chosen"))
    beside = f"Beside it: {listed(names)}. " if names else ""
    band = "Shaded: middle half and middle four fifths of all authorities." if shown.percentiles else ""
    return f"Local authority in England. {beside}{band}".strip()


def credit(shown: Shown) -> str:
    """Say beneath the cells, which name each measure, of which place and by whom they are: to whoever cuts them out."""
    more = ["your own figures, DRAFT"] if any(row.role.startswith("own") for row in shown.trend) else []
    more += claimed.sourced(shown.claims)
    return " ".join(sources.credit(shown.name, shown.indicators, more=["Ofsted", *more], register=True))


def _signs(shown: Shown) -> list[str]:
    """Say what the dotted lines and the patterns stand for, as far as they are drawn."""
    phases = shown.phases
    said = [
        ("Dotted upright: intervention or trust began or ended.", bool(phases)),
        ("Hatched pale: in force when last reported.", any(phase.state == "in_force" for phase in phases)),
        ("?: end not known.", any(phase.state == "end_unknown" for phase in phases)),
        ("Ring: unusual value.", any(row.unusual for row in shown.trend)),
    ]
    return [words for words, on in said if on]


def _more(notes: Sequence[Note]) -> list[str]:
    """Say that there are notes on single figures, which four panels leave no room for."""
    return ["What must be known of single figures and of breaks is noted with the chart, at the link."] if notes else []


def _publication(row: Publication) -> str:
    return f"{row.title}, {row.publisher}, published {listed([published(when) for when in row.published])}"
