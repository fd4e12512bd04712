"""The year that goes on by itself: each stands still for a while, nothing glides, and a visitor can stop it."""

import streamlit as st

STEP = 1.5  # seconds that a year stands: long enough to read the row of one authority
PLAYING, SHOWN, YEAR = "england.playing", "england.shown", "england.to"
# Whoever asks for less motion has the slider, which arrow keys move, and no button that moves by itself.
LESS_MOTION = "<style>@media (prefers-reduced-motion: reduce) {.st-key-england-play {display: none}}</style>"


def pause() -> float | None:
    """Return after how many seconds the next year comes; none while nothing plays."""
    return STEP if st.session_state.get(PLAYING) else None


def go_on(years: tuple[int, ...]) -> None:
    """Show the next year, if the years play and the one shown is that which was shown last; the last year ends it."""
    now = st.session_state.get(YEAR)
    if not st.session_state.get(PLAYING) or now != st.session_state.get(SHOWN):
        st.session_state[SHOWN] = now
        return
    later = [str(year) for year in years if now is not None and year > int(now)]
    if later:
        st.session_state[YEAR] = st.session_state[SHOWN] = later[0]
    else:
        st.session_state[PLAYING] = False
        st.rerun()


def button(years: tuple[int, ...]) -> None:
    """Offer to play the years, or to stop."""
    on = bool(st.session_state.get(PLAYING))
    st.html(LESS_MOTION)
    label, icon = ("Stop", ":material/pause:") if on else ("Play the years", ":material/play_arrow:")
    if st.button(label, icon=icon, key="england-play", on_click=_turn, args=(years,)):
        st.rerun()  # the whole page: only then does it run again by itself, or stop to


def _turn(years: tuple[int, ...]) -> None:
    """Begin with the first year where the last is shown, or stop."""
    st.session_state[PLAYING] = not st.session_state.get(PLAYING)
    if st.session_state[PLAYING] and st.session_state.get(YEAR) == str(years[-1]):
        st.session_state[YEAR] = str(years[0])
    st.session_state[SHOWN] = None
