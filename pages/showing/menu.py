"""Menus and sections filled when they are opened: whoever changes the view waits for nothing that is closed."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def menu(label: str, *, key: str, icon: str | None = None) -> Iterator[bool]:
    """Stand in a menu, and tell whether it is open: if not, nothing need be shown in it.

    Parameters
    ----------
    label, icon
        What its button says.
    key
        By which a page tells its menus apart.
    """
    with st.popover(label, icon=icon, key=key, on_change="rerun") as opened:
        yield bool(opened.open)


@contextmanager
def section(label: str, *, key: str) -> Iterator[bool]:
    """Stand in a section that is closed at first, and tell whether it is open: if not, nothing need be shown in it.

    Parameters
    ----------
    label
        What its head says.
    key
        By which a page tells its sections apart, though what they say changes with the choices.
    """
    with st.expander(label, key=key, on_change="rerun") as opened:
        yield bool(opened.open)
