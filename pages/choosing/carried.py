"""What follows a visitor from page to page: the authorities, the indicators and the years chosen last.

It lives in the session, and the address of a page always wins over it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from pages.choosing.address import Choice, Value, View, read
from pages.choosing.in_address import in_address

KEY = "carried"
# What pages ask for by the same name; what else is chosen on a page is of that page alone.
NAMES = ("authority", "indicator", "from", "to", "groups", "own", "region", "like")
COMPARING, MOST_CARRIED = ("compare", "chart"), 8
SEVERAL = "indicators"  # the indicators of a page that shows several, kept apart from the one of a page that shows one


def of(choice: Choice) -> Value | None:
    """Return what a choice takes over from another page, or nothing where none was made that it offers."""
    kept = _kept()
    if choice.name not in NAMES or not choice.follows:
        return None
    if choice.name == "indicator" and choice.most > 1:
        return _several_indicators(choice, kept)
    taken = tuple(id for id in kept.get(choice.name, ()) if id in choice.options)[: choice.most]
    return taken if taken and len(taken) >= choice.least else None


def _several_indicators(choice: Choice, kept: View) -> Value | None:
    """Put the indicator chosen elsewhere before those that the page shows."""
    shown = tuple(id for id in kept.get(SEVERAL, choice.default) if id in choice.options)
    one = tuple(id for id in kept.get("indicator", ()) if id in choice.options and id not in shown)
    return (*one, *shown)[: choice.most] if one or SEVERAL in kept else None


def keep(view: View, choices: Mapping[str, Choice]) -> None:
    """Remember what was chosen on a page, so far as other pages ask for it too.

    Parameters
    ----------
    view
        The chosen ids by name.
    choices
        What the page lets a visitor choose, by name. Years at the ends of what is held are not a choice.
    """
    kept = dict(_kept())
    for name in NAMES:
        if name in view and name in choices and (view[name] or choices[name].follows):
            _keep(kept, choices[name], view[name])
    st.session_state[KEY] = kept


def _keep(kept: View, choice: Choice, ids: Value) -> None:
    if choice.name in ("from", "to") and ids == choice.default:
        kept.pop(choice.name, None)
    elif choice.name == "indicator" and choice.most > 1:
        kept[SEVERAL] = ids
    elif choice.name == "authority" and choice.most == 1 and ids:
        # of several that were compared, the first is replaced, and the others stay for when one compares again
        before = kept.get("authority", ())
        kept["authority"] = before if before[:1] == ids else (*ids, *(id for id in before[1:] if id not in ids))
    else:
        kept[choice.name] = ids


def in_links(page: str, kept: Mapping[str, Value]) -> dict[str, str]:
    """Write the chosen authority and indicator as a link to another page carries them.

    Parameters
    ----------
    page
        The last part of its address: one that compares is led to all that were compared before.
    kept
        Of `foreseen`.
    """
    most = MOST_CARRIED if page in COMPARING else 1
    return {name: ",".join(kept[name][: most if name == "authority" else 1])
            for name in ("authority", "indicator") if kept.get(name)}  # fmt: skip


def foreseen(page: str, offered: Sequence[Choice]) -> View:
    """Return what will be chosen on the page that runs next: links are drawn before it, and must not lead elsewhere.

    Parameters
    ----------
    page
        As `Chooser` has it.
    offered
        The authorities and the indicators that any page offers.
    """
    address, kept = in_address(), dict(_kept())
    new = st.session_state.get(f"{page}.address") != address
    for choice in offered:
        held = st.session_state.get(f"{page}.{choice.name}")
        asked = read([choice], address)[0][choice.name] if choice.name in address else ()
        ids = asked if new else () if held is None else (held,) if isinstance(held, str) else tuple(held)
        if choice.name == "authority" and ids and page not in COMPARING:
            _keep(kept, replace(choice, most=1), ids[:1])
        elif len(ids) == 1 or (ids and choice.name == "authority"):
            kept[choice.name] = ids
    return kept


def _kept() -> View:
    found: View = st.session_state.get(KEY, {})
    return found
