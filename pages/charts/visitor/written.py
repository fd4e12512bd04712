"""How a visitor's own figure is written."""

from data.catalogue import Indicator
from pages.charts.words import figure

MOST = 2  # decimals: an officer's sheet has more by its arithmetic than anybody reads


def written(value: float | None, indicator: Indicator) -> str:
    """Write an own figure with the decimals that it has, but not with fewer than published ones nor more than two."""
    if value is None:
        return "none"
    has = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return figure(value, "published", unit=indicator.unit, decimals=max(indicator.decimals, min(MOST, has)))
