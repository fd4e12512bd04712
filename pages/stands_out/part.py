"""One authority of the pack: its picture, its paragraph; drawn in a process of its own, a line of JSON each.

`python -m pages.stands_out.part E08000017 …` writes them, in the order asked for.
"""

import base64
import json
import logging
import os
import sys
from collections.abc import Mapping
from typing import NamedTuple, Self, TextIO

from pages.charts.svg.sizes import SIZES
from pages.choosing.years import of_figures
from pages.database import every_authority, rows_once
from pages.picture import pictures, views
from pages.stands_out.choices import MOST
from pages.stands_out.words import first, paragraph
from queries import stands_out
from queries.rows.catalogue import Authority
from queries.rows.stands_out import Fact

USUAL = "agency_rate"  # what is drawn where nothing stands out
GIVES_WAY = 10  # on the scale of POSIX, to 19: pages come first
NOTHING = "Nothing stands out by the written rules."


class Part(NamedTuple):
    """What the pack has of an authority.

    Attributes
    ----------
    code, name
        Of the authority.
    indicator
        What its picture shows.
    said
        The paragraph.
    alternative
        Of the picture.
    file
        The name of the picture.
    picture
        A PNG.
    """

    code: str
    name: str
    indicator: str
    said: str
    alternative: str
    file: str
    picture: bytes

    def line(self) -> str:
        """Write it as a line of JSON."""
        return json.dumps(self._asdict() | {"picture": base64.b64encode(self.picture).decode("ascii")})

    @classmethod
    def read(cls, line: str) -> Self:
        """Read it from its line."""
        held: dict[str, str] = json.loads(line)
        return cls(**{**held, "picture": base64.b64decode(held["picture"])})  # type: ignore[arg-type]


def facts(code: str) -> list[Fact]:
    """Return what stands out of an authority, figures to check first."""
    return first(rows_once(stands_out.facts, place=code, within=False, indicator=""), MOST)


def part(code: str, found: Mapping[str, Authority], host: str) -> Part:
    """Draw the figure of the first fact that is no figure to check, beside England's, and say all of them."""
    found_facts = facts(code)
    indicator = next((fact.indicator_id for fact in found_facts if fact.indicator_id and fact.kind != "check"), USUAL)
    link = f"{host}/stands-out?authority={found[code].dfe_code}"
    drawn = pictures.pictured(_view(code, indicator), {code: found[code].name}, link=link)
    size = SIZES["news"]
    return Part(
        code=code, name=found[code].name, indicator=indicator, said=paragraph(found_facts) or NOTHING,
        alternative=drawn.alternative, file=drawn.file_name(size, "png"), picture=drawn.png(size),
    )  # fmt: skip


def _view(code: str, indicator: str) -> views.View:
    since, until = of_figures()
    return views.View(
        authority=(code,), indicator=indicator, measure="published", base=since, event="began", groups=(),
        average="median", england=True, context=False, bars=True, first=since, last=until, edition=views.NEWEST,
    )  # fmt: skip


def main(asked: list[str], out: TextIO) -> None:
    """Write the authorities whose codes are asked for, after the host that pictures name."""
    host, *codes = asked
    found = every_authority()
    for code in codes:
        print(part(code, found, host).line(), file=out, flush=True)


if __name__ == "__main__":
    if hasattr(os, "nice"):  # not on Windows
        os.nice(GIVES_WAY)
    logging.disable(logging.WARNING)  # Streamlit's, of a cache without a server
    main(sys.argv[1:], sys.stdout)
