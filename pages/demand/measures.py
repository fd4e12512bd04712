"""What demand and money are measured by: three bases, each with four measures of demand and three lines of spend."""

from typing import NamedTuple

from data.catalogue import Indicator, indicators
from pages.choosing.address import Choice


class Basis(NamedTuple):
    """One way of counting.

    Attributes
    ----------
    words
        Its name to choose.
    per, spent
        What sentences say of its measures of demand, and of its spend.
    demand, money
        Ids of its indicators, in the order in which they are drawn.
    """

    words: str
    per: str
    spent: str
    demand: tuple[str, ...]
    money: tuple[str, ...]


RATES = ("referral_rate", "section47_rate", "cpp_rate", "cla_rate")
COUNTS = ("referrals", "section47", "cpp", "cla")
LINES = ("spend_safeguarding", "spend_looked_after", "spend_family_support")
BASES = {
    "real": Basis("Per child, prices of 2024-25", "per 10,000 children",
                  "spend per child aged 0 to 17, in prices of 2024-25", RATES,
                  tuple(f"{line}_per_child" for line in LINES)),
    "cash": Basis("Per child, cash", "per 10,000 children", "spend per child aged 0 to 17, cash", RATES,
                  tuple(f"{line}_per_child_cash" for line in LINES)),
    "totals": Basis("Numbers and totals, cash", "in numbers", "spend in total, cash", COUNTS, LINES),
}  # fmt: skip
# How sentences name each: of the rate and of the number alike.
NAMED = {
    **dict.fromkeys(("referral_rate", "referrals"), "referrals"),
    **dict.fromkeys(("section47_rate", "section47"), "section 47 enquiries"),
    **dict.fromkeys(("cpp_rate", "cpp"), "child protection plans at 31 March"),
    **dict.fromkeys(("cla_rate", "cla"), "children looked after at 31 March"),
}
SPENT = dict(zip(LINES, ("safeguarding", "children looked after", "family support"), strict=True))


def basis() -> Choice:
    """Offer the ways of counting."""
    return Choice(name="prices", options=tuple(BASES), default=("real",))


def basis_words(id: str) -> str:
    """Name a way of counting."""
    return BASES[id].words


def comparators() -> Choice:
    """Offer what stands beside an authority: England and its neighbours unless asked otherwise."""
    options = ("england", "region", "neighbours")
    return Choice(name="with", options=options, default=("england", "neighbours"), least=0, most=len(options))


def of(ids: tuple[str, ...]) -> list[Indicator]:
    """Return indicators by their ids."""
    return [indicators()[id] for id in ids]


def named(id: str) -> str:
    """Name a measure or a line of spend as sentences do, whatever its prices."""
    line = id.removesuffix("_cash").removesuffix("_per_child")
    return SPENT.get(line) or NAMED[id]
