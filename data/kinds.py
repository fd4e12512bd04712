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


class Content(StrEnum):
    """The tidy table that a source feeds."""

    FIGURES = "figures"
    JUDGEMENTS = "judgements"
    JUDGEMENTS_AS_AT = "judgements_as_at"
    NEIGHBOURS = "neighbours"
    PRICES = "prices"
    DEPRIVATION = "deprivation"
    VISITS = "visits"
