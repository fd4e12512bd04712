"""What the layouts of these charts have in common as Plotly takes them, until they are drawn from the model."""

from typing import Any

from pages.charts import theme

DOTS = "#cae1f5"  # pale, so that what is written over them can be read


def layout(height: int, **more: Any) -> dict[str, Any]:
    """Return what the layouts of charts have in common; `more` is added to it."""
    return {
        "height": height,
        "paper_bgcolor": theme.BACKGROUND,
        "plot_bgcolor": theme.BACKGROUND,
        "font": {"family": theme.FONT, "color": theme.TEXT},
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": theme.BACKGROUND, "font": {"family": theme.FONT, "size": 13, "color": theme.TEXT}},
        "showlegend": False,
    } | more


def readable(bar: dict[str, Any]) -> dict[str, Any]:
    """Draw the dots of a bar of the rail pale, so that what is written over them can be read."""
    if bar["type"] == "bar" and bar["marker"]["pattern"]["shape"] == ".":
        bar["marker"]["pattern"] |= {"fgcolor": DOTS, "size": 10, "solidity": 0.12}
    return bar
