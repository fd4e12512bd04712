"""A share pack: one ZIP with a picture, its figures, and all that must be said of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pages.charts import theme
from pages.charts.comparison.notes import notes
from pages.charts.spans import ended_words
from pages.charts.svg.sizes import PRINT, SIZES
from pages.charts.words import day, listed, published
from pages.picture.pictures import Pictured
from pages.takeaway.table import ATTRIBUTION, STANDING
from pages.takeaway.zip import zipped
from queries.rows.pictures import PhaseThen

TOOL = "Children's services in England, an independent dashboard"
PACKED = ("news", "square", "narrow")


def citation(drawn: Pictured, *, link: str, on: date) -> str:
    """Write how to cite a picture: publications, tool, data version, address, and the day on which it was seen."""
    named = [f"{row.publisher}, {row.title} (published {published(max(row.published))})" for row in drawn.sources]
    standing = drawn.credits.version
    view = f"{standing[0].lower()}{standing[1:]}, {link}, accessed {day(on)}"
    return f"Analysis of {listed(named)}, via {TOOL}, {view}. OGL v3.0."


def methods(drawn: Pictured, phases: Sequence[PhaseThen]) -> str:
    """Write what must be known: definition, caveats, notes on single figures, symbols, and sources of events."""
    about = drawn.asked.about
    symbols = [f"[{sign}] {theme.STATUS_WORDS[status]}" for status, sign in theme.STATUS_SYMBOLS.items()]
    parts = {
        about.title: [about.definition, *about.caveats],
        "Notes": notes(drawn.content.rows, list(drawn.lines), drawn.content.breaks, drawn.asked),
        "Symbols": symbols,
        "Sources of interventions": _interventions(drawn, phases),
        "Licence": [ATTRIBUTION, STANDING],
    }
    return "\n\n".join(
        "\n".join([title, "=" * len(title), *(f"- {line}" for line in lines)])
        for title, lines in parts.items()
        if lines
    )


def _interventions(drawn: Pictured, phases: Sequence[PhaseThen]) -> list[str]:
    """Write the phases with their sources; of a past edition that they are told as they are known today."""
    today = "Told as our register stands today; the picture shows what had happened when the edition was published."
    lines = [line for phase in _phases(phases) for line in phase]
    return [*[today] * (drawn.asked.past and bool(lines)), *lines]


def _phases(rows: Sequence[PhaseThen]) -> list[list[str]]:
    """Write each phase of intervention with what the register explains, and each of its steps with its document."""
    phases: dict[tuple[str, date], list[PhaseThen]] = {}
    for row in rows:
        phases.setdefault((row.intervention_id, row.began_on), []).append(row)
    return [[_phase(steps[0]), *(f"  {_step(step)}" for step in steps)] for steps in phases.values()]


def _phase(row: PhaseThen) -> str:
    notes = " ".join(dict.fromkeys(note for note in (row.note, row.intervention_note) if note))
    end = ended_words(row.state, row.last_reported, row.ended_on, row.ended_precision)
    return (
        f"{row.authority_name}: {row.title}, from {day(row.began_on, row.began_precision)}, {end} "
        f"(confidence: {row.confidence}). {notes}"
    ).strip()


def _step(row: PhaseThen) -> str:
    """Write a dated step with its document; where the register names none, the document of the whole spell."""
    if row.event_id is None:
        return f"no dated step of its own is held; the intervention: {row.source_url}"
    dated = f"{day(row.event_on, row.date_precision)}, {row.step}: {row.source_title} {row.source_url}"
    return f"{dated} ({row.step_note})" if row.step_note else dated


def packed(
    drawn: Pictured, *, link: str, on: date, phases: Sequence[PhaseThen], tables: Mapping[str, Callable[[], bytes]]
) -> bytes:
    """Put the pack together.

    Parameters
    ----------
    drawn
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
    files: dict[str, bytes | str] = {drawn.file_name(SIZES[id], "png"): drawn.png(SIZES[id]) for id in PACKED}
    files[drawn.file_name(PRINT, "svg")] = drawn.svg(PRINT)
    files |= {name: make() for name, make in tables.items()}
    files |= {
        "alt-text.txt": drawn.alternative,
        "citation.txt": citation(drawn, link=link, on=on),
        "METHODS.txt": methods(drawn, phases),
        "LINK.txt": link,
    }
    return zipped(files)
