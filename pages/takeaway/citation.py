"""How to cite figures: as text, as BibTeX and as RIS, one entry for each publication that they come from."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from pages.takeaway.table import Table

TOOL = "Children's services in England, on one date axis"
SPECIAL = re.compile(r"[\\{}%&#_$~^]")  # what TeX reads as more than a letter
ENDINGS = {"txt": "text/plain", "bib": "application/x-bibtex", "ris": "application/x-research-info-systems"}


class Cited(NamedTuple):
    """A publication behind figures.

    Attributes
    ----------
    publication, publisher
        Its title, and who published it.
    published
        When the newest of its editions that is used came out, as exactly as is known.
    editions
        Of which years, the first and the last.
    url
        Its address; empty where none is known.
    """

    publication: str
    publisher: str
    published: str
    editions: str
    url: str


def cited(table: Table, urls: Mapping[str, str]) -> list[Cited]:
    """Return the publications behind a table, each once; `urls` has their addresses by title."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for each in table.sources:
        found.setdefault(str(each["publication"]), []).append(
            (str(each["published"]), str(each["edition"]), str(each["publisher"]))
        )
    return [
        Cited(title, max(rows)[2], max(rows)[0], _span([edition for _, edition, _ in rows]), urls.get(title, ""))
        for title, rows in sorted(found.items())
    ]


def _span(editions: list[str]) -> str:
    first, last = min(editions), max(editions)
    return first if first == last else f"{first} to {last}"


def citation(ending: str, table: Table, publications: list[Cited], *, address: str) -> str:
    """Write how to cite a table.

    Parameters
    ----------
    ending
        Of the file: txt, bib or ris.
    table
        The figures.
    publications
        Behind them.
    address
        Where they are had.
    """
    taken = f"{table.title}. Taken from {TOOL}, {address}, data as built on {table.built}."
    write = {"txt": _text, "bib": _bibtex, "ris": _ris}[ending]
    return "".join(write(each, taken, table.built) for each in publications)


def _text(each: Cited, taken: str, built: date | None) -> str:  # noqa: ARG001
    where = f" {each.url}" if each.url else ""
    return (
        f"{each.publisher} ({each.published[:4]}): {each.publication}, editions {each.editions}, the newest published "
        f"{each.published}.{where}\n{taken} Open Government Licence v3.0.\n\n"
    )


def _bibtex(each: Cited, taken: str, built: date | None) -> str:  # noqa: ARG001
    key = re.sub(r"[^a-z0-9]+", "-", f"{each.publication} {each.published[:4]}".lower()).strip("-")
    url = f"  url = {{{each.url}}},\n" if each.url else ""
    return (
        f"@misc{{{key},\n  author = {{{{{_tex(each.publisher)}}}}},\n  title = {{{{{_tex(each.publication)}}}}},\n"
        f"  year = {{{each.published[:4]}}},\n{url}"
        f"  note = {{Editions {_tex(each.editions)}. {_tex(taken)} Open Government Licence v3.0.}}\n}}\n\n"
    )


def _tex(text: str) -> str:
    return SPECIAL.sub(lambda found: "\\" + found[0] if found[0] not in "\\~^" else " ", text)


def _ris(each: Cited, taken: str, built: date | None) -> str:
    lines = [
        ("TY", "DATA"),
        ("AU", each.publisher),
        ("TI", each.publication),
        ("PY", each.published[:4]),
        ("ET", each.editions),
        ("PB", each.publisher),
        *([("UR", each.url)] if each.url else []),
        ("Y2", f"{built:%Y/%m/%d}" if built else ""),
        ("N1", f"{taken} Open Government Licence v3.0."),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines) + "\r\n"
