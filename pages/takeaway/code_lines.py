"""The data of a view in one line each: for Python, R, Excel, Google Sheets and curl. They work as they stand.

Which rows stand behind a view is said here alone, by its page and what is chosen on it.
"""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from data.catalogue import indicators as catalogue

MOST_AREAS = 60  # that an address names: of nine characters each; above it an address is too long for some programs
MOST_ROWS = 10_000  # that an address of a table gives at once
EVERY = 200  # areas that have figures, more than there are: for how many rows there may be where none is named
FIGURES, EDITIONS = "figures", "editions"
PUBLISHED = "The published figures of this view, for programs"
ROWS = "The rows of this view, for programs"
BEHIND = "What is shown here is worked out from these rows, for programs"
WIDER = "The rows of this view, and those like them that are not chosen here, for programs"
# In scripts lines stand below one another; each formula of a spreadsheet is put into a place of its own.
SCRIPTS = ("Python", "R", "curl")
SAID = {
    "judgements": "Ofsted judgements",
    "visits": "Ofsted's visits between inspections",
    "interventions": "Phases of government intervention",
    "intervention_events": "Dated steps of government intervention",
    "events": "Events",
    EDITIONS: "Figures of every edition held",
}


class Kind(NamedTuple):
    """The tables behind a view, in order, and what they are to it."""

    tables: tuple[str, ...]
    what: str


_ALL = Kind((FIGURES, "judgements", "interventions", "intervention_events"), ROWS)
_REGISTER = ("interventions", "intervention_events")
# By the page and, where it has several kinds, the view of it.
KINDS = {
    "home": Kind(("judgements", "interventions"), BEHIND),
    "authority": _ALL,
    "compare": _ALL,
    "england": Kind((FIGURES,), PUBLISHED),
    "indicator": Kind((FIGURES,), PUBLISHED),
    "demand-and-money": Kind((FIGURES,), PUBLISHED),
    "referral-sources": Kind((FIGURES,), PUBLISHED),
    "chart": Kind((FIGURES,), PUBLISHED),
    "chart/past": Kind((EDITIONS,), BEHIND),
    "claims": Kind((FIGURES,), PUBLISHED),
    "stands-out": Kind((FIGURES,), BEHIND),
    "stands-out/authority": Kind((FIGURES, "judgements", "interventions"), BEHIND),
    "before-and-after": Kind((FIGURES,), BEHIND),
    "around": Kind((FIGURES, "judgements", *_REGISTER), BEHIND),
    "double": Kind((FIGURES, "judgements", *_REGISTER), BEHIND),
    "ofsted/authority": Kind(("judgements", "visits"), ROWS),
    "ofsted/share": Kind(("judgements",), BEHIND),
    "ofsted/years": Kind(("judgements",), BEHIND),
    "ofsted/moves": Kind(("judgements",), BEHIND),
    "ofsted/since": Kind(("judgements",), BEHIND),
    "ofsted/visits": Kind(("visits",), WIDER),
    "ofsted/figures": Kind((FIGURES, "judgements"), BEHIND),
    "interventions/register": Kind(_REGISTER, ROWS),
    "interventions/chronology": Kind((*_REGISTER, "judgements", "events"), ROWS),
    "interventions/force": Kind(("interventions",), BEHIND),
    "interventions/lasting": Kind(("interventions",), BEHIND),
    "interventions/followed": Kind(("interventions",), BEHIND),
    "interventions/events": Kind(("events",), WIDER),
}


class Part(NamedTuple):
    """Rows of one table, by address.

    Attributes
    ----------
    name
        By which a program knows them.
    said
        What they are.
    path
        From the address of the dashboard on.
    chosen
        The parameters that choose them.
    """

    name: str
    said: str
    path: str
    chosen: tuple[tuple[str, str], ...]

    def address(self, base: str) -> str:
        """Write where they are had; `base` is where the dashboard is, as https://example.org/."""
        query = "&".join(f"{name}={quote(text, safe=',')}" for name, text in self.chosen)
        return f"{base}{self.path}?{query}" if query else f"{base}{self.path}"


def parts(
    kind: str,
    *,
    areas: Sequence[str] = (),
    authorities: Sequence[str] = (),
    indicators: Sequence[str] = (),
    years: tuple[int, int] = (0, 0),
) -> list[Part]:
    """Return the rows behind a view.

    Parameters
    ----------
    kind
        One of `KINDS`.
    areas
        Area codes of figures; none means all. More than an address holds are not named.
    authorities
        Area codes of judgements and interventions, where they are not those of the figures, as of a joint return.
    indicators
        Ids of data/indicators.toml.
    years
        Of the reference dates of figures, the first and the last, both included.
    """
    named, of = _named(areas), _named(authorities or areas)
    first, last = years
    dated = (("from", str(first)), ("to", str(last)))
    found: list[Part] = []
    for table in KINDS[kind].tables:
        if table == EDITIONS:
            found.append(_table(table, ("indicator", ",".join(indicators)), *named, *dated))
        elif table != FIGURES:
            found.append(_table(table, *of))
        elif indicators:
            rows = (len(areas) if named else EVERY) * len(indicators) * (last - first + 1)
            found += _figures(indicators, (*named, *dated), together=rows <= MOST_ROWS)
    return found


def _named(areas: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return (("area", ",".join(areas)),) if 0 < len(areas) <= MOST_AREAS else ()


def _figures(ids: Sequence[str], chosen: tuple[tuple[str, str], ...], *, together: bool) -> list[Part]:
    """Ask for the figures of several indicators at once; one by one where they may be more than come at once."""
    if len(ids) > 1 and together:
        return [observations(("indicator", ",".join(ids)), *chosen)]
    return [Part(id if len(ids) > 1 else FIGURES, catalogue()[id].title, f"data/{id}.csv", chosen) for id in ids]


def observations(*chosen: tuple[str, str]) -> Part:
    """Ask for figures of whatever indicators the parameters choose."""
    return _table("observations", *chosen, name=FIGURES, said="Figures")


def _table(table: str, *chosen: tuple[str, str], name: str = "", said: str = "") -> Part:
    return Part(name or table, said or SAID[table], f"api/v1/{table}.csv", (*chosen, ("limit", str(MOST_ROWS))))


def lines(part: Part, base: str) -> dict[str, str]:
    """Write the line that reads rows, by the program that it is for."""
    name, address = part.name, part.address(base)
    power_query = f'Csv.Document(Web.Contents("{address}"), [Delimiter = ",", Encoding = 65001])'
    return {
        "Python": f'import pandas as pd; {name} = pd.read_csv("{address}", dtype={{"dfe_code": "string"}})',
        "R": f'{name} <- read.csv("{address}", colClasses = c(dfe_code = "character"), na.strings = "")',
        "Excel (Power Query)": f"= Table.PromoteHeaders({power_query}, [PromoteAllScalars = true])",
        "Google Sheets": f'=IMPORTDATA("{address}", ",", "en_GB")',
        "curl": f'curl --fail --silent --show-error --compressed --output {name}.csv "{address}"',
    }


def blocks(found: Sequence[Part], base: str) -> dict[str, list[str]]:
    """Write what is copied at once for each program: all lines of a script, each formula by itself."""
    written = [lines(part, base) for part in found]
    return {program: _together(program, [each[program] for each in written]) for program in written[0]}


def _together(program: str, each: list[str]) -> list[str]:
    return ["\n".join(each)] if program in SCRIPTS else each
