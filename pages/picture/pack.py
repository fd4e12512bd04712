"""A share pack: one ZIP with a picture, its figures, and all that must be said of it. No Streamlit here."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from pages.charts import theme
from pages.charts.comparison.notes import notes
from pages.charts.spans import ending
from pages.charts.svg.sizes import PRINT, SIZES
from pages.charts.words import day, listed, published
from pages.picture.pictures import Drawing
from pages.takeaway.table import ATTRIBUTION, STANDING
from pages.takeaway.zip import zipped

TOOL = "Children's services in England, an independent dashboard"
PACKED = ("news", "square", "narrow")


def citation(drawing: Drawing, *, link: str, on: date) -> str:
    """Write how to cite a picture: publications, tool, data version, address, and the day on which it was seen."""
    named = [
        f"{row['publisher']}, {row['title']} (published {published(max(row['published']))})"
        for row in drawing.sources.to_dict("records")
    ]
    standing = drawing.picture.credits.version
    seen = f"{standing[0].lower()}{standing[1:]}, {link}, accessed {day(on)}"
    return f"Analysis of {listed(named)}, via {TOOL}, {seen}. OGL v3.0."


def methods(drawing: Drawing, phases: pd.DataFrame) -> str:
    """Write what must be known: definition, caveats, notes on single figures, symbols, and sources of events."""
    about = drawing.asked.about
    symbols = [f"[{sign}] {theme.STATUS_WORDS[status]}" for status, sign in theme.STATUS_SYMBOLS.items()]
    parts = {
        about["title"]: [about["definition"], *about["caveats"]],
        "Notes": notes(drawing.rows, list(drawing.lines), drawing.breaks, drawing.asked),
        "Symbols": symbols,
        "Sources of interventions": _interventions(drawing, phases),
        "Licence": [ATTRIBUTION, STANDING],
    }
    return "\n\n".join(
        "\n".join([title, "=" * len(title), *(f"- {line}" for line in lines)])
        for title, lines in parts.items()
        if lines
    )


def _interventions(drawing: Drawing, phases: pd.DataFrame) -> list[str]:
    """Write the phases with their sources; of a past edition that they are told as they are known today."""
    today = "Told as our register stands today; the picture shows what had happened when the edition was published."
    lines = [line for phase in _phases(phases) for line in phase]
    return [*[today] * (drawing.asked.past and bool(lines)), *lines]


def _phases(rows: pd.DataFrame) -> list[list[str]]:
    """Write each phase of intervention with what the register explains, and each of its steps with its document."""
    return [
        [_phase(steps[0]), *(f"  {_step(step)}" for step in steps)]
        for _, together in rows.groupby(["intervention_id", "began_on"], sort=False)
        for steps in [together.to_dict("records")]
    ]


def _phase(row: Mapping[str, Any]) -> str:
    notes = " ".join(dict.fromkeys(note for note in (row["note"], row["intervention_note"]) if note))
    return (
        f"{row['authority_name']}: {row['title']}, from {day(row['began_on'], row['began_precision'])}, {ending(row)} "
        f"(confidence: {row['confidence']}). {notes}"
    ).strip()


def _step(row: Mapping[str, Any]) -> str:
    """Write a dated step with its document; where the register names none, the document of the whole spell."""
    if pd.isna(row["event_id"]):
        return f"no dated step of its own is held; the intervention: {row['source_url']}"
    told = f"{day(row['event_on'], row['date_precision'])}, {row['step']}: {row['source_title']} {row['source_url']}"
    return f"{told} ({row['step_note']})" if row["step_note"] else told


def packed(
    drawing: Drawing, *, link: str, on: date, phases: pd.DataFrame, tables: Mapping[str, Callable[[], bytes]]
) -> bytes:
    """Put the pack together.

    Parameters
    ----------
    drawing
        The picture.
    link
        To the view.
    on
        The day.
    phases
        Rows of `queries.pictures.phases` of the authorities whose interventions are drawn.
    tables
        Makers of files with the figures, by name.

    Returns
    -------
    bytes
        A ZIP.
    """
    files: dict[str, Any] = {drawing.file_name(SIZES[id], "png"): drawing.png(SIZES[id]) for id in PACKED}
    files[drawing.file_name(PRINT, "svg")] = drawing.svg(PRINT)
    files |= {name: make() for name, make in tables.items()}
    files |= {
        "alt-text.txt": drawing.alternative,
        "citation.txt": citation(drawing, link=link, on=on),
        "METHODS.txt": methods(drawing, phases),
        "LINK.txt": link,
    }
    return zipped(files)
