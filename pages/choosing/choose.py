"""What a visitor chooses, kept in the address of the page by ids: reload, back and a shared link give it again."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages import given
from pages.choosing import carried, choices, printed
from pages.choosing.address import NONE, Choice, View, read
from pages.choosing.copied import here, link_to_copy
from pages.choosing.in_address import in_address
from queries.rows.catalogue import Authority

EMPTY = "Choose a local authority"


class Chooser:
    """The choices of one page: each method draws a widget and returns what is chosen; `keep` writes the address.

    The address decides on arrival and whenever it has changed otherwise than by the visitor's choice (a link, the
    back button); else the widgets decide.

    Parameters
    ----------
    page
        The path of the page, as `authority`: widgets of two pages keep apart by it.
    notices
        Where it is said what of the address could not be used, if not beside each choice: a closed menu would hide it.
    """

    def __init__(self, page: str, *, notices: DeltaGenerator | None = None) -> None:
        self._page = page
        self._notices = notices
        self._view: View = {}
        self._choices: list[Choice] = []
        self._typed: dict[str, str] = {}
        self._address = in_address()
        self._arrived = st.session_state.get(f"{page}.address") != self._address
        self._said = False

    def keep(self) -> None:
        """Write every choice into the address, by ids, unless the address says the same already.

        An address that is left as it came makes no entry in the browser's history: going back leads back.
        """
        carried.keep(self._view, {choice.name: choice for choice in self._choices})
        address = printed.known(self._view, self._typed)
        same = all(self._address.get(name, "") == text for name, text in self._typed.items())
        if same and read(self._choices, self._address)[0] == self._view:
            address = self._address
        else:
            st.query_params.from_dict(address)
        self._remember(address)

    def _remember(self, address: dict[str, str]) -> None:
        """Keep what the address says, to see whether it is another when the page runs again."""
        self._address = st.session_state[f"{self._page}.address"] = address

    def link(self) -> None:
        """Offer the address of this view with every choice in it, to copy."""
        with st.expander("Link to this view"):
            link_to_copy(self.address())

    def address(self, **other: str) -> str:
        """Return the address of this view with every choice, some of them replaced by others."""
        return f"{here()}?{urlencode(printed.known(self._view, self._typed) | other, safe=',:')}"

    def printed(self) -> str:
        """Return the address of this view as a picture can carry it."""
        path = "" if self._page == "home" else self._page  # the first page stands at the address of the site itself
        return printed.address(here(), self._view, self._choices, page=path)

    def typed(self, name: str, label: str) -> str:
        """Let the visitor write a line, as a headline; it is kept in the address, and cut where it is too long."""
        key = f"{self._page}.{name}"
        if self._arrived or key not in st.session_state:
            st.session_state[key] = self._address.get(name, "")[:10_000]
        typed = st.text_input(label, key=key)
        if note := printed.shortened(typed):
            st.info(note)
        return self.written(name, typed)

    def written(self, name: str, text: str | None = None) -> str:
        """Keep a line in the address: what is written now, or where nothing asks for it, what the address holds."""
        self._typed[name] = printed.headline(self._address.get(name, "") if text is None else text)
        return self._typed[name]

    def _key(self, choice: Choice, *, single: bool) -> str:
        """Return the widget's key, after the address has had its say; sentences for what it could not use."""
        self._choices.append(choice)
        key = f"{self._page}.{choice.name}"
        if self._arrived or key not in st.session_state:
            view, problems = read([choice], self._address)
            ids = view[choice.name] if choice.name in self._address else carried.of(choice) or choice.default
            st.session_state[key] = (ids[0] if ids else None) if single else list(ids)
            self._said = self._said or bool(problems)
            self._warn(problems)
        return key

    def _warn(self, problems: Sequence[str]) -> None:
        for problem in problems:
            given.refuse()
            (self._notices or st).warning(problem)

    def one(self, choice: Choice, label: str, words: Callable[[str], Any], *, slide: bool = False) -> str:
        """Let the visitor choose one of the options; on a slider where there are two at least."""
        key = self._key(choice, single=True)
        if choice.default and st.session_state[key] not in choice.options:  # such as a year of another indicator
            st.session_state[key] = choice.default[0]
        if slide and len(choice.options) > 1:
            chosen: str = st.select_slider(label, choice.options, format_func=words, key=key)
        else:
            chosen = st.selectbox(label, choice.options, format_func=words, key=key)
        self._view[choice.name] = (chosen,)
        return chosen

    def held(self, choice: Choice) -> tuple[str, ...]:
        """Return what the address holds of a choice that this view does not ask for; it is kept for the others."""
        self._choices.append(choice)
        self._view[choice.name] = read([choice], self._address)[0][choice.name]
        return self._view[choice.name]

    def tabs(self, choice: Choice, label: str, words: Mapping[str, str]) -> str:
        """Let the visitor choose one of a few ways of seeing the same choice."""
        chosen = st.segmented_control(
            label, choice.options, format_func=words.__getitem__, key=self._key(choice, single=True), required=True,
            label_visibility="collapsed",
        )  # fmt: skip
        self._view[choice.name] = (str(chosen or choice.default[0]),)
        return self._view[choice.name][0]

    def authority(
        self, found: Mapping[str, Authority], *, needed: bool = True, words: Callable[[str], str] | None = None
    ) -> str:
        """Let the visitor choose a local authority; '' where none is chosen and the page goes on without one."""
        choice = choices.authority(found)
        key = self._key(choice, single=True)
        chosen = st.selectbox(
            "Local authority", choice.options, index=None, format_func=words or choices.labels(found), key=key,
            placeholder=EMPTY,
        )  # fmt: skip
        self._view[choice.name] = (chosen,) if chosen else ()
        self.need(chosen or not needed)
        return chosen or ""

    def authorities(self, found: Mapping[str, Authority], label: str, *, most: int) -> tuple[str, ...]:
        """Let the visitor choose several local authorities; none where the choice is cleared."""
        choice = choices.authorities(found, name="authority", default=choices.FIRST_COMPARED, most=most)
        return self.several(choice, label, choices.labels(found), empty=EMPTY)

    def need(self, chosen: object) -> None:
        """Show nothing more where no authority is chosen: never one that nobody asked for."""
        if chosen:
            return
        if not self._said:
            st.info(f"{EMPTY}.")
            st.query_params.from_dict(self._address | {"authority": NONE})
        self._remember(in_address())
        st.stop()

    def several(self, choice: Choice, label: str, words: Callable[[str], Any], *, empty: str = "") -> tuple[str, ...]:
        """Let the visitor choose several of the options; the default where fewer than needed are left."""
        chosen = st.multiselect(
            label, choice.options, format_func=words, max_selections=choice.most,
            key=self._key(choice, single=False), placeholder=empty or None,
        )  # fmt: skip
        ids = tuple(chosen) if len(chosen) >= choice.least else choice.default
        self._view[choice.name] = ids
        return ids

    def flag(self, name: str, label: str, *, default: bool) -> bool:
        """Let the visitor switch something on or off; in the address 1 or 0."""
        self._choices.append(choice := choices.yes_or_no(name, default=default))
        key = f"{self._page}.{name}"
        if self._arrived or key not in st.session_state:
            st.session_state[key] = read([choice], self._address)[0][name] == ("1",)
        on = st.toggle(label, key=key)
        self._view[name] = ("1",) if on else ("0",)
        return on

    def years(self, first: int, last: int) -> tuple[int, int]:
        """Let the visitor choose the years shown, from the first to the last, both included."""
        since, until = choices.year("from", first, last, default=first), choices.year("to", first, last, default=last)
        self._choices += [since, until]
        key = f"{self._page}.years"
        if self._arrived or key not in st.session_state:
            view, problems = read([since, until], self._address)
            view |= {each.name: taken for each in (since, until)
                     if each.name not in self._address and (taken := carried.of(each))}  # fmt: skip
            asked = int(view["from"][0]), int(view["to"][0])
            st.session_state[key] = tuple(sorted(asked))
            if asked[0] > asked[1]:
                problems.append(f"The years in the address are in reverse order: {asked[1]} to {asked[0]} is shown.")
            self._warn(problems)
        chosen: tuple[int, int] = st.slider("Years", first, last, key=key)  # type: ignore[assignment]
        self._view |= {"from": (str(chosen[0]),), "to": (str(chosen[1]),)}
        return chosen[0], chosen[1]
