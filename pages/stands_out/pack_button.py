"""The button that makes the pack of all authorities: drawn once per database, in processes that hold up nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

import streamlit as st

from pages.database import every_authority, made
from pages.stands_out.pack import packed, parts
from pages.stands_out.part import Part
from pages.turns import released

NAME = "what-stands-out_every-authority.zip"
ABOUT = (
    "For newsrooms and combined authorities: a picture and a paragraph for each of the {count} authorities, the facts "
    "with their tests and sources, and the figures of the pictures, as one ZIP."
)


@dataclass
class Kept:
    """The pack as it was made, for all visitors; one of them makes it, the others wait for the same."""

    making: Lock = field(default_factory=Lock)
    made: bytes = b""


@st.cache_resource(max_entries=1, show_spinner=False)
def _kept(built: int | str) -> Kept:  # noqa: ARG001
    """Keep one pack per build of the database."""
    return Kept()


def button() -> None:
    """Offer the pack: to make it, or at once where it has been made."""
    codes = [code for code, each in every_authority().items() if each.closed_on is None]
    kept = _kept(made())
    st.html(f"<p>{ABOUT.format(count=len(codes))}</p>")
    if not kept.made and st.button("Make the pack", key="make-the-pack"):
        _make(kept, codes)
    if kept.made:
        st.download_button(
            f"Pack of all authorities, ZIP ({len(kept.made) / 1e6:.0f} MB)", data=kept.made, file_name=NAME,
            mime="application/zip", on_click="ignore",
        )  # fmt: skip


def _make(kept: Kept, codes: Sequence[str]) -> None:
    """Draw all authorities; other visitors have their turns meanwhile."""
    host = st.context.url.split("/stands-out")[0].split("//")[-1] if st.context.url else ""
    bar = st.progress(0.0, text="Drawing; if another visitor's pack is being drawn, yours is the same and waits for it")
    with released(), kept.making:
        drawn: list[Part] = []
        for each in parts(codes, host) if not kept.made else ():
            drawn.append(each)
            bar.progress(len(drawn) / len(codes), text=f"{len(drawn)} of {len(codes)}: {each.name}")
        if len(drawn) == len(codes):
            kept.made = packed(drawn)
    bar.empty()
    if not kept.made:
        st.error("The pack could not be drawn whole. Try again.")
