"""What can be chosen on the page of England: how all authorities are seen, and by what they are grouped."""

from pages.choosing.address import Choice

VIEWS = {
    "dots": "Dots",
    "ranking": "Ranking",
    "change": "Change",
    "money": "Demand and money",
    "chance": "Chance",
    "map": "Map",
    "table": "Table",
}
GROUPED = {
    "region": "Region",
    "grade": "Ofsted grade in force",
    "intervention": "Government intervention in force",
    "neighbours": "Neighbours of the first marked",
}
ORDERS = {"name": "Name", "value": "Figure, lowest first"}
DRAWN = {"tiles": "Equal tiles", "outlines": "True boundaries"}
MEANS = {"1": "One year", "2": "Mean of two years", "3": "Mean of three years"}


DEMAND = ("referral_rate", "section47_rate", "cpp_rate", "cla_rate")
LINES = ("spend_safeguarding_per_child", "spend_looked_after_per_child", "spend_family_support_per_child")
MONEY = (*LINES, *(f"{line}_cash" for line in LINES))


def demand() -> Choice:
    """Offer the measures of demand."""
    return Choice(name="indicator", options=DEMAND, default=DEMAND[:1])


def spend() -> Choice:
    """Offer the lines of spend per child, in prices of one year and in cash."""
    return Choice(name="spend", options=MONEY, default=MONEY[:1])


def view() -> Choice:
    """Offer the ways of seeing all authorities."""
    return Choice(name="as", options=tuple(VIEWS), default=("dots",))


def grouped() -> Choice:
    """Offer by what the authorities are put in rows."""
    return Choice(name="by", options=tuple(GROUPED), default=("region",))


def order() -> Choice:
    """Offer the orders of a ranking: by name until asked otherwise."""
    return Choice(name="order", options=tuple(ORDERS), default=("name",))


def drawn() -> Choice:
    """Offer the two maps: tiles first, on which each authority has the same weight."""
    return Choice(name="map", options=tuple(DRAWN), default=("tiles",))


def mean(years: int) -> Choice:
    """Offer of how many years a mean is taken at either end: two spans must have room in the years held."""
    options = tuple(id for id in MEANS if 2 * int(id) <= years)
    return Choice(name="mean", options=options or ("1",), default=("1",))


def year(name: str, years: tuple[int, ...], *, default: int) -> Choice:
    """Offer the years that have a reference date."""
    return Choice(name=name, options=tuple(map(str, years)), default=(str(default),))


def first_years(held: tuple[int, ...], *, year: int, mean: int) -> tuple[int, ...]:
    """Return the years that a change may begin with, each the last of its span: the two spans must not meet."""
    return tuple(each for each in held[mean - 1 :] if each <= year - mean) or held[:1]
