"""What a chart of a comparison says of itself where it is cut out of its page."""

from collections.abc import Sequence

from pages.charts import sources
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.words import FEW, drawn_as
from pages.charts.model import Lines
from pages.charts.words import listed
from pages.charts.years import measured


def credit(
    lines: Sequence[Line], asked: Asked, *, lanes: bool = False, columns: int = 1, claims: bool = False
) -> Lines:
    """Write what a chart of the comparison says of itself where it is cut out of its page: who, what, from whom.

    Parameters
    ----------
    lines, asked
        What is drawn, and how it is asked for.
    lanes
        Whether interventions stand beneath the lines.
    columns
        In how many columns small charts stand.
    claims
        Whether claims are marked, which are not official figures.
    """
    both = [asked.about, asked.other] if asked.measure == "against" else [asked.about]
    names = [line.name for line in lines if line.role == "chosen"]
    who = listed(names) if len(names) <= FEW else f"{len(names)} local authorities in England"
    kind = f"{drawn_as(asked)}: " if drawn_as(asked) else ""
    what = "; ".join(measured(about) for about in both)
    more = ["claims are of whoever is named"] * claims
    drafts = ["your own figures, DRAFT"] if any(line.role == "own" for line in lines) else []
    return sources.credit(
        f"{who}: {kind}{what}", both,
        more=[*drafts, *more], register=lanes or asked.measure == "since",
        letters=sources.WIDE if columns == 1 else sources.BESIDE,
    )  # fmt: skip
