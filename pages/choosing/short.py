"""A view in a few letters: its ids written as numbers, which the committed list `short.csv` gives them for ever.

Nothing is stored for a link, and no letter of it can be read as another: letters of the alphabet of Douglas Crockford,
which leaves out those that look alike, small or capital; the last two tell whether one was mistyped.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from pages.choosing.address import NONE

LIST = Path(__file__).parent / "short.csv"
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1", "-": None})
VERSION = "1"  # the first letter: what is written otherwise one day begins with another
CHECK = 2  # letters at the end: of 1,024 mistyped links one is taken for another view
LONGEST = 2_000  # letters that are read: forty authorities by name and a headline are fewer than 1,000
OFTEN = 16  # numbers below it have one letter, those below 256 two
SAID, WHOLE = 0, 1  # whether an address is kept as it was written, or every choice of its page is meant
EARLIEST = 1990  # year: ids that are years since then are numbers by themselves
YEARS = range(EARLIEST, EARLIEST + 255)  # the numbers from 1 to 255, which two letters write


class NotShort(ValueError):
    """A text is no short link: a letter is wrong, or it is of a version that is not known."""


class Lists(NamedTuple):
    """What the committed list says.

    Attributes
    ----------
    ids
        Ids by kind, in the order of their numbers, which begin with 1.
    numbers
        The number of each id, by kind.
    kinds
        The kind of the ids of a choice, by its name.
    usual
        What each choice of a page was when nothing was chosen, by page and name.
    """

    ids: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, Mapping[str, int]]
    kinds: Mapping[str, str]
    usual: Mapping[str, Mapping[str, str]]


@cache
def lists() -> Lists:
    """Read the committed list."""
    ids: dict[str, list[str]] = {}
    kinds: dict[str, str] = {}
    usual: dict[str, dict[str, str]] = {}
    with LIST.open(encoding="utf-8", newline="") as file:
        for kind, id, more in csv.reader(file):
            if kind == "usual":
                page, name = id.split(".")
                usual.setdefault(page, {})[name] = more
            else:
                ids.setdefault(kind, []).append(id)
            if kind == "name":
                kinds[id] = more
    numbers = {kind: {id: number for number, id in enumerate(each, start=1)} for kind, each in ids.items()}
    return Lists({kind: tuple(each) for kind, each in ids.items()}, numbers, kinds, usual)


def of_address(page: str, address: Mapping[str, str]) -> str:
    """Write an address as it is.

    Parameters
    ----------
    page
        The last part of it; empty for the first page.
    address
        The query parameters.
    """
    return _written(page, SAID, address)


def of_view(page: str, view: Mapping[str, str], unasked: Iterable[str]) -> str:
    """Write a view with every choice of its page: what is usual now is meant when something else is usual.

    Parameters
    ----------
    page
        As of `of_address`.
    view
        Every choice, by name.
    unasked
        The names of choices of which the link says nothing, for they go with the data: the last year that there is.
    """
    usual, moving = lists().usual.get(page, {}), set(unasked)
    said = {name: text for name, text in view.items() if name not in moving and usual.get(name) != text}
    return _written(page, WHOLE, said)


def opened(text: str) -> tuple[str, dict[str, str]]:
    """Return the page and the query parameters of a short link.

    Raises
    ------
    NotShort
        The text is none.
    """
    plain = text.lower().translate(ALIKE)
    if len(plain) > LONGEST or not plain.startswith(VERSION) or _check(plain[:-CHECK]) != plain[-CHECK:]:
        raise NotShort("This is no link of ours: a letter of it may be mistyped.")
    numbers = _numbers(plain[1:-CHECK])
    try:
        page, how = _id(numbers, "page"), next(numbers)
        said = dict(_choices(numbers))
    except (StopIteration, IndexError, UnicodeDecodeError, RuntimeError) as error:
        raise NotShort("This is no link of ours.") from error
    return page, (dict(lists().usual.get(page, {})) if how == WHOLE else {}) | said


def _written(page: str, how: int, address: Mapping[str, str]) -> str:
    numbers = [*_number(page, "page"), how]
    for name in sorted(address, key=_order):
        values = [] if address[name] == NONE else address[name].split(",")
        kind = lists().kinds.get(name, "word")
        numbers += [*_number(name, "name"), len(values)]
        numbers += [number for value in values for number in _number(value, kind)]
    text = VERSION + "".join(map(_letters, numbers))
    return text + _check(text)


def _order(name: str) -> tuple[int, str]:
    names = lists().numbers["name"]
    return names.get(name, len(names) + 1), name


def _number(id: str, kind: str) -> Iterator[int]:
    """Write an id as its number, from 1; one that the list does not have as 0 and its bytes."""
    if kind == "year" and id.isdecimal() and str(int(id)) == id and int(id) in YEARS:
        yield int(id) - EARLIEST + 1
    elif number := lists().numbers.get(kind, {}).get(id):
        yield number
    else:
        spelt = id.encode("utf-8")
        yield from (0, len(spelt), *spelt)


def _id(numbers: Iterator[int], kind: str) -> str:
    if number := next(numbers):
        return str(EARLIEST + number - 1) if kind == "year" else lists().ids[kind][number - 1]
    return bytes(_each(numbers, next(numbers))).decode("utf-8")


def _each(numbers: Iterator[int], of: int) -> list[int]:
    return [next(numbers) % 256 for _ in range(of)]


def _choices(numbers: Iterator[int]) -> Iterator[tuple[str, str]]:
    for first in numbers:
        name = _id(chain((first,), numbers), "name")
        kind = lists().kinds.get(name, "word")
        ids = [_id(numbers, kind) for _ in range(next(numbers))]
        yield name, ",".join(ids) if ids else NONE


def _letters(number: int) -> str:
    """Write a number in letters of four bits; the fifth says whether another follows."""
    text = LETTERS[number % OFTEN]
    while number := number // OFTEN:
        text = LETTERS[OFTEN + number % OFTEN] + text
    return text


def _numbers(text: str) -> Iterator[int]:
    number = 0
    for letter in text:
        at = LETTERS.find(letter)
        if at < 0:
            return
        number = number * OFTEN + at % OFTEN
        if at < OFTEN:
            yield number
            number = 0


def _check(text: str) -> str:
    sum = crc32(text.encode("utf-8")) % len(LETTERS) ** CHECK
    return LETTERS[sum // len(LETTERS)] + LETTERS[sum % len(LETTERS)]
