"""How the lines of a comparison look: colour, dash and marker tell them apart, and a sign stands at each label."""

from pages.charts import theme
from pages.charts.model import Look

IN_ONE_CHART = 8  # authorities: of more the looks repeat, and nobody tells the lines apart
STRONG = 4  # lines of authorities that are drawn strong and labelled, where more are chosen
COLOURS = ("#12436d", "#f46a25", "#28a197", "#801650")
DASHES = ("solid", "dash", "longdash", "dashdot")  # in greyscale the second colour is as the third
SYMBOLS = ("circle", "square", "triangle-up", "diamond")
SIGNS = theme.SIGNS

AUTHORITY_LOOKS = [
    Look(colour=colour, dash=dash, symbol=f"{symbol}{fill}", width=2.5, size=8)
    for fill in ("", "-open")
    for colour, dash, symbol in zip(COLOURS, DASHES, SYMBOLS, strict=True)
]
ENGLAND_LOOK = Look(colour=theme.BESIDE, dash="dot")
GROUP_LOOKS = [
    Look(colour=colour, dash=dash, symbol=symbol, width=1.5)
    for colour, dash, symbol in [
        (theme.INTERVENTION, "dashdot", "x"),
        ("#a285d1", "longdash", "cross"),
        (theme.INTERVENTION, "dash", "star"),
        ("#a285d1", "longdashdot", "pentagon"),
    ]
]
BEHIND_LOOK = Look(colour="#b3b3b3", width=0.6)
