"""The pack of all authorities: a picture and a paragraph each, the facts, the figures drawn, sources; as one ZIP."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, zip_longest
from pathlib import Path

import pandas as pd

import queries.catalogue
from data.paths import database, server
from pages.charts.sources import publications
from pages.choosing.regions import ENGLAND
from pages.choosing.years import of_figures
from pages.database import answer, rows
from pages.showing import downloads
from pages.stands_out import table
from pages.stands_out.part import Part, facts
from pages.stands_out.tested import RULE
from pages.takeaway.csv import as_csv, lines
from pages.takeaway.table import ATTRIBUTION, STANDING
from pages.takeaway.zip import zipped
from queries import downloads as questions

ROOT = Path(__file__).parents[2]
PROCESSES = 2  # as many as a small server has processors; they give way to everybody else


def parts(codes: Sequence[str], host: str) -> Iterator[Part]:
    """Draw authorities, in processes of their own that end with whoever asks.

    Parameters
    ----------
    codes
        Area codes.
    host
        What pictures name as the place where they are found.

    Yields
    ------
    Part
        One after another; each once.
    """
    with ExitStack() as running:
        drawn = [running.enter_context(_process(codes[n::PROCESSES], host)) for n in range(PROCESSES)]
        for each in drawn:
            running.callback(each.kill)
        for line in chain.from_iterable(zip_longest(*(each.stdout or () for each in drawn))):
            if line:
                yield Part.read(line)


def _process(codes: Sequence[str], host: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "pages.stands_out.part", host, *codes]
    return subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "DASHBOARD_DATABASE": server() or str(database().resolve())},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
    )  # fmt: skip


def packed(drawn: Sequence[Part]) -> bytes:
    """Put the pack together: README.txt, facts.csv, figures.csv, and of each authority a text and a picture."""
    order = sorted(drawn, key=lambda each: each.name)
    figures = _figures(order)
    files: dict[str, bytes | str] = {
        "README.txt": _readme(order),
        "facts.csv": _facts(order),
        "figures.csv": as_csv(
            downloads.written(figures, title="Figures of the pictures", indicators=_indicators(order))
        ),
    }
    for each in order:
        name = each.file.removesuffix(".png")
        files[f"texts/{name}.txt"] = f"{each.name}\n\n{each.said}\n\nPicture: {each.alternative}\n"
        files[f"pictures/{each.file}"] = each.picture
    return zipped(files)


def _indicators(drawn: Sequence[Part]) -> list[str]:
    return list(dict.fromkeys(each.indicator for each in drawn))


def _figures(drawn: Sequence[Part]) -> pd.DataFrame:
    """Return the figures that are drawn: of each authority those of its picture, and England's of all of them."""
    first, last = of_figures()
    found = [
        answer(
            questions.figures, areas=[ENGLAND, *(each.code for each in drawn if each.indicator == indicator)],
            indicators=[indicator], first=first, last=last,
        )
        for indicator in _indicators(drawn)
    ]  # fmt: skip
    return pd.concat(found, ignore_index=True)


def _facts(drawn: Sequence[Part]) -> bytes:
    said = [row for each in drawn for row in table.rows(facts(each.code))]
    return lines(list(said[0]), [list(row.values()) for row in said])


def _readme(drawn: Sequence[Part]) -> str:
    first, last = of_figures()
    published = rows(
        queries.catalogue.sources, areas=[ENGLAND, *(each.code for each in drawn)], indicators=_indicators(drawn),
        first=first, last=last,
    )  # fmt: skip
    named = "\n".join(f"- {line}" for line in publications(published))
    return (
        f"What stands out of {len(drawn)} local authorities in England: children's social care\n\n"
        "texts/ has a paragraph for each authority, with what its picture shows in words; pictures/ a picture each; "
        "facts.csv every fact with its test, its file and its row, figures to check among them; figures.csv the "
        "figures of the pictures.\n\n"
        f"{RULE}\n\n{STANDING} {ATTRIBUTION}\n\nSources:\n{named}\n"
    )
