"""The words inside the before and after chart: titles, the event, line ends, and the reasons of gaps."""

import textwrap
from typing import Any

import pandas as pd

from pages.charts import theme
from pages.charts.words import day, figure, short_figure, signed
from pages.charts.years import year_mark

PITCH = 16  # pixels that one line of a label takes
NAME_WIDTH, TITLE_WIDTH, EVENT_WIDTH = 14, 44, 24  # characters that fit on a screen of 320 pixels


def written(value: float, about: dict[str, Any]) -> str:
    """Write a figure of an indicator with its unit, or that there is none."""
    return "none" if pd.isna(value) else figure(value, "published", unit=about["unit"], decimals=about["decimals"])


def title(text: str, *, top: float, above: int = 0) -> dict[str, Any]:
    """Put the title of a panel above it, over two lines where it is long."""
    return _label("<br>".join(textwrap.wrap(text, TITLE_WIDTH + 7)[:2]), theme.TEXT) | {
        "xref": "paper", "x": 0, "xanchor": "left", "xshift": -40, "yref": "paper", "y": top, "yanchor": "bottom",
        "yshift": 5 + above, "align": "left",
    }  # fmt: skip


def years(rows: pd.DataFrame) -> str:
    """Name the axis of years, and the date of year 0 where it is among them."""
    at_zero = rows.loc[rows["years_since"] == 0, "period_end"]
    return "Years since the event" + (f"<br>0 is {day(at_zero.iloc[0])}" if len(at_zero) else "")


def event_lines(event: dict[str, Any]) -> list[str]:
    """Write the event and its date over short lines: with the room for line ends they fit on a narrow screen."""
    name = event["title"].replace("Government intervention", "Intervention").replace("report under ", "")
    when = day(event["first_on"], event["date_precision"])
    precision = "" if event["date_precision"] == "day" else " (approximate)"
    return [*textwrap.wrap(name, EVENT_WIDTH), *textwrap.wrap(f"{when}{precision}", EVENT_WIDTH)]


def event(rows: pd.DataFrame, event: dict[str, Any], *, top: float) -> dict[str, Any]:
    """Name the event at the top of its line."""
    return _label("<br>".join(event_lines(event)), theme.TEXT) | {
        "x": float(rows["event_at"].iloc[-1]), "xanchor": "left", "xshift": -4, "yref": "paper", "y": top,
        "yanchor": "bottom", "yshift": 1, "align": "left",
    }  # fmt: skip


def line_ends(
    rows: pd.DataFrame, series: list[dict[str, str]], about: dict[str, Any], *, top: float, height: int
) -> list[dict[str, Any]]:
    """Label each line at its end with its name and last figure, in the order of the figures, never one over another.

    Parameters
    ----------
    rows, about
        As for the chart.
    series
        column, name and color of each line.
    top
        The upper limit of the y-axis.
    height
        Of the panel in pixels.

    Returns
    -------
    list of dict
        Plotly annotations to the right of the plot.
    """
    ends = []
    for each in series:
        drawn = rows[rows[each["column"]].notna()]
        if len(drawn):
            value = float(drawn[each["column"]].iloc[-1])
            year = (
                ""
                if drawn.index[-1] == rows.index[-1]
                else f" ({year_mark(drawn['period_end'].iloc[-1], basis=about['basis'])})"
            )
            number = short_figure(value, unit=about["unit"], decimals=about["decimals"]) + year
            lines = textwrap.wrap(each["name"], NAME_WIDTH)[:3]
            bold = f"<b>{'<br>'.join([*lines, number])}</b>" if each["column"] == "value" else ""
            ends.append((value, len(lines) + 1, bold or "<br>".join([*lines, number])))
    return [
        _label(text, theme.TEXT) | {
            "xref": "paper", "x": 1, "xanchor": "left", "xshift": 4, "align": "left", "yref": "y",
            "y": middle / height * top, "yanchor": "middle",
        }
        for (_, _, text), middle in zip(sorted(ends), _apart(sorted(ends), top, height), strict=True)
    ]  # fmt: skip


def _apart(ends: list[tuple[float, int, str]], top: float, height: int) -> list[float]:
    """Return the middles of labels in pixels from below: as near their figures as may be, and within the panel."""
    middles: list[float] = []
    floor = -8.0
    for value, lines, _ in ends:
        tall = lines * PITCH + 4
        middles.append(max(value / top * height, floor + tall / 2))
        floor = middles[-1] + tall / 2
    ceiling = height + 4.0
    for number in range(len(ends) - 1, -1, -1):
        tall = ends[number][1] * PITCH + 4
        middles[number] = min(middles[number], ceiling - tall / 2)
        ceiling = middles[number] - tall / 2
    return middles


def gaps(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Write into each gap of the authority why it is there, upright: neighbouring years keep apart."""
    return [
        _label(theme.STATUS_WORDS[row["status"]], theme.SECONDARY_TEXT) | {
            "x": row["years_since"], "yref": "y", "y": 0, "yanchor": "bottom", "yshift": 3, "textangle": -90,
            "bgcolor": theme.BACKGROUND,
        }
        for row in rows[rows["status"] != "published"].to_dict("records")
    ]  # fmt: skip


def difference_end(rows: pd.DataFrame, about: dict[str, Any]) -> list[dict[str, Any]]:
    """Label the difference at its end."""
    drawn = rows[rows["difference"].notna()]
    if not len(drawn):
        return []
    last = drawn.iloc[-1]
    year = "" if drawn.index[-1] == rows.index[-1] else f"<br>({year_mark(last['period_end'], basis=about['basis'])})"
    number = signed(last["difference"], unit="", decimals=about["decimals"])
    return [
        _label(f"<b>{number}{year}</b>", theme.TEXT)
        | {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 4, "align": "left", "yref": "y2",
           "y": last["difference"], "yanchor": "middle"}
    ]  # fmt: skip


def _label(text: str, colour: str) -> dict[str, Any]:
    return {"text": text, "showarrow": False, "font": {"family": theme.FONT, "size": 12, "color": colour}}
