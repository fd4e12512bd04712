"""Identifiers of people by their check digits, and personal details within sentences."""

import re
from functools import lru_cache

UPN = re.compile(r"(?<![A-Za-z0-9])([A-HJ-NP-RT-Z])(\d{11})([\dA-HJ-NP-RT-Z])(?![A-Za-z0-9])", re.I)
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
NHS = re.compile(r"(?<![\d£-])(?<!\d[.,])(\d{3})([ -]?)(\d{3})\2(\d{4})(?!\d|[.,]\d|%)")
NI = re.compile(r"(?<![A-Z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![A-Z0-9])")
FIGURES = re.compile(r"(?:\d\D*){6}")  # the fewest that any of them has: a quick look, for most texts have none
POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}")
BORN = re.compile(
    r"\b(?:dob|d\.o\.b\.?|date of birth|born(?: on)?)\b[\s:(=-]{0,4}(?:the\s)?"
    r"(?:\d{1,2}[./ -](?:\d{1,2}|[a-z]{3,9})[./ -]\d{2,4}|\d{4}-\d\d-\d\d)",
    re.I,
)


@lru_cache(maxsize=20_000)
def has_identifier(text: str) -> bool:
    """Tell whether a text holds a valid pupil, NHS or national insurance number."""
    if len(text) < 9 or not FIGURES.search(text):
        return False
    return (
        any(_upn_is_valid(match) for match in UPN.finditer(text))
        or any(_nhs_is_valid(match[1] + match[3] + match[4]) for match in NHS.finditer(text))
        or bool(NI.search(text))
    )


@lru_cache(maxsize=20_000)
def has_personal_text(text: str, *, postcodes: bool = True) -> bool:
    """Tell whether a sentence gives an identifier, a birth date or, in a comment, a postcode."""
    return (
        has_identifier(text)
        or bool(BORN.search(text))
        or (postcodes and bool(re.search(rf"\b{POSTCODE.pattern}\b", text)))
    )


def is_postcode(text: str) -> bool:
    """Tell whether a text is a full postcode and nothing else."""
    return 5 <= len(text) <= 8 and bool(POSTCODE.fullmatch(text.strip().upper()))


def _upn_is_valid(match: re.Match[str]) -> bool:
    """Check the letter of a unique pupil number: the weighted sum of the rest, modulo 23."""
    digits = [int(figure) for figure in match[2]]
    last = match[3].upper()
    digits.append(int(last) if last.isdecimal() else UPN_LETTERS.index(last))
    total = sum(weight * digit for weight, digit in enumerate(digits, start=2))
    return UPN_LETTERS[total % 23] == match[1].upper()


def _nhs_is_valid(digits: str) -> bool:
    """Check the last figure of an NHS number, modulo 11."""
    total = sum((10 - index) * int(figure) for index, figure in enumerate(digits[:9]))
    check = (11 - total % 11) % 11
    return check != 10 and check == int(digits[9]) and len(set(digits)) > 2
