"""What can be chosen on the page of England: how all authorities are seen, and by what they are grouped."""

from pages.choosing.address import Choice

VIEWS = {
    "dots": "Dots",
    "ranking": "Ranking",
    "change": "Change",
    "chance": "Chance",
    "map": "Map",
    "table": "Table",
}
GROUPED = {
    "region": "Region",
    "grade": "Ofsted grade in force",
    "intervention": "Government intervention in force",
}
ORDERS = {"name": "Name", "value": "Figure, lowest first"}


def view() -> Choice:
    """Offer the ways of seeing all authorities."""
    return Choice(name="as", options=tuple(VIEWS), default=("dots",))


def grouped() -> Choice:
    """Offer by what the authorities are put in rows."""
    return Choice(name="by", options=tuple(GROUPED), default=("region",))


def order() -> Choice:
    """Offer the orders of a ranking: by name until asked otherwise."""
    return Choice(name="order", options=tuple(ORDERS), default=("name",))


def year(name: str, years: tuple[int, ...], *, default: int) -> Choice:
    """Offer the years that have a reference date, the newest first."""
    return Choice(name=name, options=tuple(str(year) for year in reversed(years)), default=(str(default),))
