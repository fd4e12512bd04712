"""The whole view in the address of a page: choices by id, read from it and written to it. No Streamlit here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NONE = "none"  # how an empty choice is written

Value = tuple[str, ...]
View = dict[str, Value]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One thing a visitor may choose on a page, and how it stands in the address.

    Attributes
    ----------
    name
        The key in the address, as `indicator` in `?indicator=agency_rate,vacancy_rate`.
    options
        The ids that can be chosen, in the order in which they are offered.
    default
        What is chosen where the address does not say.
    least, most
        How many may be chosen.
    also
        Other spellings of an id, as the three-digit code of an authority, and the id each stands for.
    """

    name: str
    options: tuple[str, ...]
    default: Value
    least: int = 1
    most: int = 1
    also: Mapping[str, str] | None = None


def read(choices: Sequence[Choice], address: Mapping[str, str]) -> tuple[View, list[str]]:
    """Read a view from an address.

    Parameters
    ----------
    choices
        What the page lets a visitor choose.
    address
        The query parameters; several ids are separated by commas. Other parameters are passed over.

    Returns
    -------
    tuple of dict and list of str
        The chosen ids by name, defaults where the address says nothing that can be used; and one sentence for
        each thing in it that was passed over.
    """
    view: View = {}
    problems: list[str] = []
    for choice in choices:
        if choice.name not in address:
            view[choice.name] = choice.default
            continue
        view[choice.name], problem = _chosen(choice, address[choice.name])
        problems += problem
    return view, problems


def _chosen(choice: Choice, text: str) -> tuple[Value, list[str]]:
    """Read the ids of one choice, each once, in their order."""
    asked = [part.strip() for part in text[:10_000].split(",") if part.strip() and part.strip() != NONE]
    ids = [_id(choice, part) for part in asked]
    options = set(choice.options)
    known = tuple(dict.fromkeys(id for id in ids if id in options))
    problems = []
    if unknown := [part for part, id in zip(asked, ids, strict=True) if id not in options]:
        more = f" and {len(unknown) - 1} more" if len(unknown) > 1 else ""
        problems.append(
            f"The address asks for {choice.name} {_quoted(unknown[0])}{more}, which is not known: passed over."
        )
    if len(known) > choice.most:
        problems.append(f"The address asks for {len(known)} of {choice.name}; the first {choice.most} are shown.")
        known = known[: choice.most]
    if len(known) < choice.least:
        return choice.default, problems
    return known, problems


def _id(choice: Choice, part: str) -> str:
    """Return the id that a part of an address stands for, whatever its case."""
    also, options = choice.also or {}, choice.options
    for spelt in (part, part.upper(), part.lower()):
        if spelt in options or spelt in also:
            return also.get(spelt, spelt)
    return part


def _quoted(text: str) -> str:
    """Quote what an address says only where it can be nothing but a code: never what might be read as a link."""
    return f"'{text}'" if re.fullmatch(r"[A-Za-z0-9-]{1,30}", text) else "(not a code)"


def written(view: View) -> dict[str, str]:
    """Write a view as query parameters, every choice, defaults too: a link means the same when defaults change."""
    return {name: ",".join(ids) or NONE for name, ids in view.items()}
