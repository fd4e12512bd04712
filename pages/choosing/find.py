"""Which authority or region a typed text means: by any name or code, or by a spelling that is near one."""

from collections.abc import Mapping
from difflib import get_close_matches

from pages.reader import codes_meant
from queries.rows.catalogue import Authority

NEAR = 0.75  # of the letters alike: Birmingam is 0.95 of Birmingham, Barnet and Barnsley are 0.71 alike
MOST = 4  # places to choose between: more would be a list


def found_by(text: str, authorities: Mapping[str, Authority], regions: Mapping[str, str]) -> tuple[str, ...]:
    """Return the area codes of the places that a text may mean, the likeliest first; none where it is like no name.

    Parameters
    ----------
    text
        What was typed: a code, a name, a former name, or one that is misspelt.
    authorities, regions
        By area code.
    """
    wanted = text.strip()
    if wanted in authorities or wanted in regions:
        return (wanted,)
    by_code = {code.upper(): code_of for code_of, each in authorities.items() for code in each.codes}
    if wanted.upper() in by_code:
        return (by_code[wanted.upper()],)
    named = {each.dfe_code: code for code, each in authorities.items()}
    meant = tuple(named[code] for code in codes_meant(wanted) if code in named)
    return meant or _near(wanted, _names(authorities, regions))


def _names(authorities: Mapping[str, Authority], regions: Mapping[str, str]) -> dict[str, str]:
    """Return every name in small letters with the code that it stands for."""
    names = {name.casefold(): code for code, name in regions.items()}
    for code, each in authorities.items():
        names |= {other.casefold(): code for other in each.other_names}
    return names | {each.name.casefold(): code for code, each in authorities.items()}


def _near(wanted: str, names: Mapping[str, str]) -> tuple[str, ...]:
    close = get_close_matches(wanted.casefold(), names, n=MOST, cutoff=NEAR)
    begun = [name for name in names if wanted and name.startswith(wanted.casefold())]
    return tuple(dict.fromkeys(names[name] for name in [*close, *begun]))[:MOST]
