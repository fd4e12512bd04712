"""The closed sets of words in data/indicators.toml and data/sources.toml."""

from enum import StrEnum


class Better(StrEnum):
    """Which direction of an indicator is wanted, where that can be said at all."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Basis(StrEnum):
    """Whether a figure is a count on one day, or a total over the year that ends on that day."""

    SNAPSHOT = "snapshot"
    YEAR = "year"


class Topic(StrEnum):
    """What an indicator is about."""

    REFERRALS = "referrals"
    PROTECTION = "protection"
    CARE = "care"
    NEED = "need"
    WORKFORCE = "workforce"
    SPEND = "spend"
    CONTEXT = "context"


class Unit(StrEnum):
    """What the figures of an indicator are counted in."""

    PER_CENT = "%"
    PER_10_000 = "per 10,000"
    PER_100_000 = "per 100,000"
    NUMBER = "number"
    FTE = "FTE"
    PEOPLE = "people"
    CASES = "cases"
    DAYS = "days"
    POUNDS = "£"
    POUNDS_PER_CHILD = "£ per child aged 0 to 17, 2024-25 prices"
    POUNDS_PER_CHILD_IN_CASH = "£ per child aged 0 to 17, cash"

    @property
    def is_count(self) -> bool:
        """Whether it is a number of something: England's would dwarf any authority's."""
        return self in (Unit.NUMBER, Unit.FTE, Unit.PEOPLE, Unit.POUNDS)

    @property
    def per_child(self) -> bool:
        """Whether it is money for each child: written in whole pounds, never in millions."""
        return self in (Unit.POUNDS_PER_CHILD, Unit.POUNDS_PER_CHILD_IN_CASH)

    @property
    def money(self) -> bool:
        """Whether it is money, per child or not."""
        return self is Unit.POUNDS or self.per_child


class Content(StrEnum):
    """The tidy table that a source feeds."""

    FIGURES = "figures"
    JUDGEMENTS = "judgements"
    JUDGEMENTS_AS_AT = "judgements_as_at"
    NEIGHBOURS = "neighbours"
    PRICES = "prices"
    DEPRIVATION = "deprivation"
    VISITS = "visits"
