"""A plain line chart drawn into a PDF: published filled, own dotted and hollow, England and neighbours dashed."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from fpdf import FPDF

from pages.charts.comparison.axes import even, limits
from pages.charts.comparison.compared import Asked, Line
from pages.charts.labels import spread

LEFT, RIGHT = 30.0, 150.0  # millimetres
LOOKS: dict[str, tuple[tuple[int, int, int], float, tuple[float, float]]] = {
    "chosen": ((18, 67, 109), 0.7, (0, 0)),
    "own": ((168, 68, 10), 0.6, (0.7, 2)),
    "england": ((111, 111, 111), 0.4, (2, 1.5)),
    "group": ((61, 61, 61), 0.4, (4, 1.5)),
}
PITCH = 3.6


def draw(pdf: FPDF, lines: Sequence[Line], asked: Asked, *, top: float, height: float) -> None:
    """Draw the lines with a label at each end; the y-axis begins at 0.

    Parameters
    ----------
    pdf
        The document, at the page to draw on.
    lines, asked
        What is drawn.
    top, height
        Where, in millimetres from the top of the page.
    """
    drawn = [line for line in lines if line.drawn]
    if not drawn:
        return
    foot = top + height - 8
    low, high = limits(drawn, asked)
    dates = sorted({point["period_end"] for line in drawn for point in line.drawn})
    days = max((dates[-1] - dates[0]) / timedelta(days=1), 1.0)

    def place(point: dict[str, Any]) -> tuple[float, float]:
        across = (point["period_end"] - dates[0]) / timedelta(days=1) / days
        return LEFT + across * (RIGHT - LEFT), foot - (float(point["shown"]) - low) / (high - low) * (foot - top)

    _axes(pdf, [(step, place({"period_end": dates[0], "shown": step})[1]) for step in even(low, high)], asked)
    for when in dates[:: -(-len(dates) // 8)]:
        _words(pdf, place({"period_end": when, "shown": low})[0] - 4, foot + 5, str(when.year))
    for line in reversed(drawn):
        _line(pdf, line, place)
    _labels(pdf, drawn, asked, place, foot=foot, room=foot - top)


def _axes(pdf: FPDF, steps: Sequence[tuple[float, float]], asked: Asked) -> None:
    pdf.set_line_width(0.2)
    pdf.set_draw_color(217, 217, 217)
    for step, y in steps:
        pdf.line(LEFT, y, RIGHT, y)
        _words(pdf, 15, y + 1, f"{step:,g}" + ("%" if asked.about["unit"] == "%" else ""))


def _line(pdf: FPDF, line: Line, place: Any) -> None:
    colour, width, (dash, gap) = LOOKS[line.role]
    pdf.set_draw_color(*colour)
    pdf.set_fill_color(*((255, 255, 255) if line.role == "own" else colour))
    pdf.set_line_width(width)
    for run in line.stretches():
        pdf.set_dash_pattern(dash=dash, gap=gap)
        for before, after in zip(run, run[1:], strict=False):
            pdf.line(*place(before), *place(after))
        pdf.set_dash_pattern()
        for point in run if line.role in ("chosen", "own") else []:
            x, y = place(point)
            pdf.ellipse(x - 0.9, y - 0.9, 1.8, 1.8, style="DF")


def _labels(pdf: FPDF, lines: Sequence[Line], asked: Asked, place: Any, *, foot: float, room: float) -> None:
    """Write each line's name and last figure at its end, apart from one another."""
    ends = sorted(lines, key=lambda line: -place(line.drawn[-1])[1])
    middles = spread([foot - place(line.drawn[-1])[1] for line in ends], [PITCH * 2] * len(ends), room)
    for line, middle in zip(ends, middles, strict=True):
        y = foot - middle
        _words(pdf, RIGHT + 3, y, line.name, colour=LOOKS[line.role][0], bold=True)
        end = line.drawn[-1]
        year = f"{end['period_end'].year}"
        _words(pdf, RIGHT + 3, y + PITCH, f"{asked.written(end['shown'], row=end)} ({year})")


def _words(
    pdf: FPDF, x: float, y: float, text: str, *, colour: tuple[int, int, int] = (72, 73, 73), bold: bool = False
) -> None:
    pdf.set_font("Helvetica", "B" if bold else "", 8)
    pdf.set_text_color(*colour)
    short = text if len(text) <= 28 else f"{text[:26]}.."
    pdf.text(x, y, short.encode("latin-1", "replace").decode("latin-1"))
