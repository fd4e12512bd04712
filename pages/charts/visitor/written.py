"""How a visitor's own figure is written."""

from pages.charts.words import figure

MOST = 2  # decimals: an officer's sheet has more by its arithmetic than anybody reads


def as_given(value: float, *, unit: str, decimals: int) -> str:
    """Write an own figure with the decimals that it has, but not with fewer than published ones nor more than two."""
    has = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return figure(value, "published", unit=unit, decimals=max(decimals, min(MOST, has)))
