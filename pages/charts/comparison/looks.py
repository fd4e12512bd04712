"""How the lines of a comparison look: colour, dash and marker tell them apart, and a sign stands at each label."""

from dataclasses import dataclass

from pages.charts import theme

IN_ONE_CHART = 8
COLOURS = ("#12436d", "#f46a25", "#28a197", "#801650")
DASHES = ("solid", "dash", "longdash", "dashdot")  # in greyscale the second colour is as the third
SYMBOLS = ("circle", "square", "triangle-up", "diamond")
SIGNS = {
    "circle": "●", "square": "■", "triangle-up": "▲", "diamond": "◆",
    "circle-open": "○", "square-open": "□", "triangle-up-open": "△", "diamond-open": "◇",
    "x": "✕", "cross": "✚", "star": "★", "pentagon": "⬟", "": "⋯",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a line is drawn: colour is never the only cue."""

    colour: str
    dash: str
    symbol: str
    width: float = 2.5

    def signed(self, name: str) -> str:
        """Write a name after the sign of its line, to be coloured once the name is broken into lines."""
        return f"{SIGNS[self.symbol]} {name}"

    def coloured(self, text: str) -> str:
        """Colour the sign at the beginning of a text."""
        return f'<span style="color:{self.colour}">{text[0]}</span>{text[1:]}'


AUTHORITY_LOOKS = [
    Look(colour=colour, dash=dash, symbol=f"{symbol}{fill}")
    for fill in ("", "-open")
    for colour, dash, symbol in zip(COLOURS, DASHES, SYMBOLS, strict=True)
]
ENGLAND_LOOK = Look(colour=theme.BESIDE, dash="dot", symbol="", width=2)
GROUP_LOOKS = [
    Look(colour=colour, dash=dash, symbol=symbol, width=1.5)
    for colour, dash, symbol in [
        (theme.RAIL, "dashdot", "x"),
        ("#a285d1", "longdash", "cross"),
        (theme.RAIL, "dash", "star"),
        ("#a285d1", "longdashdot", "pentagon"),
    ]
]
