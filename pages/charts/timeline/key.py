"""One entry of the key of a chart that is not yet drawn by the model."""

from dataclasses import dataclass

from pages.charts import theme


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a key: a line (colour, dash, marker) or a sign, and what it means."""

    words: str
    sign: str = ""
    color: str = theme.TEXT
    dash: str = ""
    symbol: str = ""
