"""The whole view in the address of a page: choices by id, read from it and written to it. No Streamlit here."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

NONE = "none"  # how an empty choice is written
MOST_PIECES = 3  # commas part "Bournemouth, Christchurch and Poole" into two, and no name into more than three

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
    meant
        Tells the ids that a text may mean, as the name of an authority: one, several, or none. With it a choice that
        the address asks for and that is not known is left empty: nothing else is put in its place.
    titled
        The words of an id, to say between which a text does not tell.
    follows
        Whether what was chosen on another page is taken over where the address does not say.
    """

    name: str
    options: tuple[str, ...]
    default: Value
    least: int = 1
    most: int = 1
    also: Mapping[str, str] | None = None
    meant: Callable[[str], tuple[str, ...]] | None = None
    titled: Callable[[str], str] = str
    follows: bool = True


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
    read_parts = list(_parts(choice, asked))
    known = tuple(dict.fromkeys(ids[0] for _, ids in read_parts if len(ids) == 1))
    problems = _problems(choice, read_parts)
    if len(known) > choice.most:
        problems.append(f"The address asks for {len(known)} of {choice.name}; the first {choice.most} are shown.")
        known = known[: choice.most]
    cleared = choice.meant is not None and (bool(asked) or text.strip() == NONE)
    if len(known) < choice.least and not cleared:
        return choice.default, problems
    return known, problems


def _parts(choice: Choice, asked: Sequence[str]) -> Iterator[tuple[str, Value]]:
    """Yield each part of an address with the ids it may mean; a name may have commas in it."""
    start = 0
    while start < len(asked):
        longest = MOST_PIECES if choice.meant else 1
        for size in range(longest, 0, -1):
            part = ", ".join(asked[start : start + size])
            ids = _ids(choice, part)
            if len(ids) == 1 or size == 1:
                break
        yield part, ids
        start += size


def _ids(choice: Choice, part: str) -> Value:
    """Return the ids that a part of an address may stand for, whatever its case."""
    also, options = choice.also or {}, choice.options
    for spelt in (part, part.upper(), part.lower()):
        if spelt in options or spelt in also:
            return (also.get(spelt, spelt),)
    return choice.meant(part) if choice.meant else ()


def _problems(choice: Choice, parts: Sequence[tuple[str, Value]]) -> list[str]:
    """Say which parts of an address are not known, and which may mean several things."""
    problems = [
        f"The address asks for {choice.name} {_quoted(part)}, which may mean {' or '.join(map(choice.titled, ids))}."
        for part, ids in parts
        if len(ids) > 1
    ]
    if unknown := [part for part, ids in parts if not ids]:
        more = f" and {len(unknown) - 1} more" if len(unknown) > 1 else ""
        nothing = choice.meant and not any(len(ids) == 1 for _, ids in parts)
        then = "nothing is shown for it" if nothing else "it is left out"
        problems.append(f"The address asks for {choice.name} {_quoted(unknown[0])}{more}, which is not known: {then}.")
    return problems


def _quoted(text: str) -> str:
    """Quote what an address says only where it can be nothing but a code or a name: never what might be a link."""
    return f"'{text}'" if re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9 -]{0,38}[A-Za-z0-9])?", text) else "(not a code)"


def written(view: View) -> dict[str, str]:
    """Write a view as query parameters, every choice, defaults too: a link means the same when defaults change."""
    return {name: ",".join(ids) or NONE for name, ids in view.items()}
