"""The questions of what is reached by address, where no page asks them."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.by_address import Area, EditionFigure, Happening, Inspection, Note, SourceFile, Version


@question(Version)
def version() -> None:
    """Say which data the database was built from, and when.

    Returns
    -------
    list of Version
        One row.
    """


@question(Area)
def areas() -> None:
    """List every area that a figure can be about.

    Returns
    -------
    list of Area
        One row per area.
    """


@question(Inspection)
def inspections() -> None:
    """List every Ofsted inspection.

    Returns
    -------
    list of Inspection
        One row per inspection.
    """


@question(Happening)
def events() -> None:
    """List every event that matters to the figures or their reading.

    Returns
    -------
    list of Happening
        One row per event.
    """


@question(Note)
def notes() -> None:
    """List every note on figures.

    Returns
    -------
    list of Note
        One row per note.
    """


@question(SourceFile)
def sources() -> None:
    """List the publishers' files that were read, each with its source.

    Returns
    -------
    list of SourceFile
        One row per file and source.
    """


@question(EditionFigure)
def editions(*, areas: Sequence[str], indicators: Sequence[str], first: int, last: int) -> None:
    """List what each edition said of the chosen areas and indicators.

    Parameters
    ----------
    areas
        Area codes.
    indicators
        Ids of data/indicators.toml.
    first, last
        Years of the reference dates, both included.

    Returns
    -------
    list of EditionFigure
        One row per indicator, area, reference date and edition.
    """
