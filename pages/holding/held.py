"""A visitor's own figures: in the memory of the session alone, and gone when asked, when left, or when not used."""

import gc
import logging
import threading
import time
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st
from streamlit.runtime import exists, get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.charts.svg.lettering import forget as forget_lettering
from pages.holding.let_go import let_go
from pages.reader import Question, Reading, Record, read_upload

LOG = logging.getLogger(__name__)
IDLE = 20 * 60.0  # seconds without use after which the figures go
LEFT = 60.0  # seconds after the page was closed; a lost connection comes back sooner
TICK = 5.0  # seconds between two looks at all sessions: what goes is gone at most so much later
KEY = "own"


@dataclass(eq=False)
class VisitorFigures:
    """What one session holds of a visitor's file.

    Attributes
    ----------
    session
        The id of the session.
    step, furthest
        The step of the page that is shown, and the furthest that was reached, from 1 to 5.
    name, data
        Of the file; its bytes are kept as long as what was read of it, for an answer may be changed at any time.
    reading
        What was understood of it.
    asked, answers
        Every question that the reader has put about the file, and the answers given.
    refused
        Why the last answers were not taken: a sentence for the visitor.
    gone
        Why there is nothing any more: a sentence for the visitor.
    turn
        Counts the files: widgets of one file never show the choices of another.
    """

    session: str = ""
    step: int = 1
    furthest: int = 1
    name: str = ""
    data: bytes = b""
    reading: Reading | None = None
    asked: dict[str, Question] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    refused: str = ""
    gone: str = ""
    turn: int = 0
    used: float = field(default_factory=time.monotonic)
    connected: float = field(default_factory=time.monotonic)

    @property
    def records(self) -> tuple[Record, ...]:
        """The figures that were read."""
        return self.reading.records if self.reading else ()

    @property
    def holds(self) -> bool:
        """Whether anything of a file is held."""
        return self.reading is not None and self.reading.outcome != "refuse"

    def take(self, data: bytes, name: str) -> None:
        """Read a file; of a refused one nothing is kept but the reason."""
        self.forget("")
        self.reading = read_upload(data, name)  # first: of a file that cannot be read for an error nothing is kept
        if self.reading.outcome != "refuse":
            self.name, self.data = name, data
            self._ask(self.reading)

    def answer(self, given: Mapping[str, str]) -> None:
        """Read the same file again with more answers: those given before stay, and an empty one takes one back.

        With answers by which nothing at all can be read, the file stays as it was read before.
        """
        self.refused = ""
        answers = {id: said for id, said in (self.answers | dict(given)).items() if said}
        reading = read_upload(self.data, self.name, answers)
        if reading.outcome == "refuse":
            self.refused = f"So nothing could be read, and your last answers were not taken. {reading.message}"
            return
        self.reading, self.answers = reading, answers
        self._ask(reading)

    def _ask(self, reading: Reading) -> None:
        self.asked |= {each.id: each for each in (*reading.questions, *reading.offers)}

    def forget(self, why: str) -> None:
        """Drop everything of the file."""
        self.name, self.data, self.reading, self.asked, self.answers = "", b"", None, {}, {}
        self.refused = ""
        self.step = self.furthest = 1
        self.gone = why
        self.turn += 1
        forget_lettering()


_EVERY: "weakref.WeakSet[VisitorFigures]" = weakref.WeakSet()
_LOCK = threading.Lock()
_sweeper: list[threading.Thread] = []


def mine() -> VisitorFigures:
    """Return what this session holds, and note that it is in use."""
    figures = st.session_state.get(KEY)
    if figures is None:
        context = get_script_run_ctx()
        figures = st.session_state[KEY] = VisitorFigures(session=context.session_id if context else "")
        _watch(figures)
    figures.used = figures.connected = time.monotonic()
    return figures


def held() -> VisitorFigures | None:
    """Return what this session holds if it holds any figures; a visit to any page counts as use."""
    figures = st.session_state.get(KEY)
    return mine() if figures is not None and figures.records else None


def delete() -> None:
    """Drop everything of the visitor's file, wherever the session has it."""
    figures = mine()
    figures.forget("Your data has been deleted. Nothing of your file is held any more.")
    for name in [name for name in st.session_state if str(name).startswith("own.")]:
        del st.session_state[name]
    let_go(figures.session)


def in_use() -> None:
    """Note a visit to any page as use, and keep an eye on the time while figures are held."""
    figures = st.session_state.get(KEY)
    if figures is not None and figures.reading is not None:
        mine()
        _clear_in_time()


@st.fragment(run_every=TICK * 2)
def _clear_in_time() -> None:
    """Clear the screen once the figures have gone for want of use.

    Each turn also makes the server forget the last message of the browser, which named the file.
    """
    if st.session_state[KEY].reading is None:
        st.rerun()


def _watch(figures: VisitorFigures) -> None:
    with _LOCK:
        _EVERY.add(figures)
        if not _sweeper:
            _sweeper.append(threading.Thread(target=_sweep, name="own figures", daemon=True))
            _sweeper[0].start()


def _sweep() -> None:
    """Look at every session's figures now and then, and drop those that nobody uses."""
    while True:
        time.sleep(TICK)
        look_at_all(time.monotonic())


def look_at_all(now: float) -> None:
    """Drop what nobody has used until now, and whatever was dropped but holds itself: it would stay for long.

    An error with one session ends neither this look nor the next: the figures of the others go in time.
    """
    with _LOCK:
        every = list(_EVERY)
    for figures in every:
        if figures.reading is not None:
            try:
                _look_at(figures, now)
            except Exception as error:  # noqa: BLE001 - whatever Streamlit says while its own threads let go of files
                LOG.warning("Figures of a session could not be looked at: %s", type(error).__name__)
    gc.collect()


def _look_at(figures: VisitorFigures, now: float) -> None:
    if exists() and get_instance().is_active_session(figures.session):
        figures.connected = now
    if now - figures.used > IDLE or now - figures.connected > LEFT:
        figures.forget("20 minutes went by without use, so your data has been deleted.")
        let_go(figures.session)
