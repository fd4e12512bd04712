"""A page run for its address alone: without a visitor, a session or anything that a visitor has given."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import current_thread
from types import CodeType
from urllib.parse import urlencode

import streamlit as st
from streamlit.proto.ClientState_pb2 import ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import exists, get_instance
from streamlit.runtime.fragment import MemoryFragmentStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import RerunException, StopException
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext, add_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context_attr import SCRIPT_RUN_CONTEXT_ATTR_NAME
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.source_util import PageInfo

from data.site import site
from pages import given
from pages.places import PLACES, Place
from pages.served import base

PAGES = Path(__file__).parents[1]
FRAME = PAGES / "frame.py"
HOME = "home"  # in the place of the last part of the address of the first page, which has none
NOBODY = "by address"  # in the place of a session: no visitor has it, and nothing is held for it


def picture_of(place: Place, address: Mapping[str, str], number: int = 1) -> given.Given | None:
    """Run a page up to the picture that it would give a visitor.

    Parameters
    ----------
    place
        The page.
    address
        The query parameters.
    number
        Which of its pictures, in the order in which they stand there.

    Returns
    -------
    Given or None
        The picture; None where the page has none for this address, as where it refuses to compare.
    """
    with _on_stage(place, address), given.wanted(number):
        try:
            exec(_code(place.script), {"__name__": "__main__", "__file__": str(PAGES / place.script)})
        except given.Given as found:
            return found
        except (given.Refused, StopException, RerunException):
            return None
    return None


@contextmanager
def _on_stage(place: Place, address: Mapping[str, str]) -> Iterator[None]:
    """Give the thread what a page asks of its run: choices that start empty, and where the other pages are."""
    thread = current_thread()
    before = getattr(thread, SCRIPT_RUN_CONTEXT_ATTR_NAME, None)
    context = _context(place)
    add_script_run_ctx(thread, context)
    try:
        here = ContextInfo(url=f"{_root()}/{place.address or HOME}")
        context.reset(query_string=urlencode(address), page_script_hash=place.script, context_info=here)
        context.pages_manager.set_pages_and_resolve(_pages(), fallback_page_hash=PLACES[0].script)
        context.on_script_start()
        yield
    finally:
        setattr(thread, SCRIPT_RUN_CONTEXT_ATTR_NAME, before)
        if exists():  # files that the page would have given to a visitor
            get_instance().media_file_mgr.clear_session_refs(NOBODY)


def _root() -> str:
    """Return the address that a picture names: never that of a request, for a picture is kept and sent to others."""
    address, port = st.get_option("browser.serverAddress"), st.get_option("server.port")
    return site() or f"http://{address}:{port}{base()}"


def _context(place: Place) -> ScriptRunContext:
    requests = ScriptRequests()

    def read_by_nobody(_: ForwardMsg) -> None:
        if requests.on_scriptrunner_yield():  # the page asks to stop, or to lead elsewhere
            raise StopException

    manager = PagesManager(str(FRAME))
    manager.set_current_page_script_hash(place.script)  # else the address would be taken for that of a page before
    return ScriptRunContext(
        session_id=NOBODY,
        _enqueue=read_by_nobody,
        query_string="",
        session_state=SafeSessionState(SessionState(), lambda: None),
        uploaded_file_mgr=MemoryUploadedFileManager(""),
        main_script_path=str(FRAME),
        user_info={},
        fragment_storage=MemoryFragmentStorage(),
        pages_manager=manager,
        script_requests=requests,
    )


@cache
def _code(script: str) -> CodeType:
    """Compile a page once; what it names is its own at each run."""
    path = PAGES / script
    return compile(path.read_text(encoding="utf-8"), str(path), "exec")


def _pages() -> dict[str, PageInfo]:
    return {
        place.script: {
            "page_script_hash": place.script, "page_name": place.title, "icon": "",
            "script_path": str(PAGES / place.script), "url_pathname": place.address,
        }
        for place in PLACES
    }  # fmt: skip
