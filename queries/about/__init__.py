"""The questions about the data itself: what is held, how far it reaches, and where it comes from."""

from queries.question import question
from queries.rows.about import Column, Deprivation, File, Held, Symbol, Traced


@question(Held)
def catalogue() -> None:
    """Say of every indicator what it means and how far its figures reach.

    Returns
    -------
    list of Held
        One row per indicator, in the order of the catalogue.
    """


@question(File)
def files() -> None:
    """List the publishers' files that were read.

    Returns
    -------
    list of File
        One row per file and source.
    """


@question(Symbol)
def symbols() -> None:
    """List the signs by which publishers say that there is no figure, and why.

    Returns
    -------
    list of Symbol
        One row per sign and family.
    """


@question(Column)
def columns() -> None:
    """List every column of every view and table of the database.

    Returns
    -------
    list of Column
        One row per column, in their order.
    """


@question(Traced)
def trace() -> None:
    """List what the articles that began this project name or ask, and which view answers it.

    Returns
    -------
    list of Traced
        One row per thing, in the order of the articles.
    """


@question(Deprivation)
def deprivation() -> None:
    """List the indices of income deprivation affecting children.

    Returns
    -------
    list of Deprivation
        One row per authority as it then was and index.
    """
