"""Menus whose contents are made when they are opened: whoever changes the view waits for none that is closed."""

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
