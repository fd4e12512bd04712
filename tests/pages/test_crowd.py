"""Many visitors at once: what a change of authority costs does not grow with what the sessions of others hold."""

import gc
import time
import weakref

from streamlit import config

from pages.holding import held


class Holder:
    """Something that holds itself, as a page's frames and errors do: only a collection of garbage lets it go."""

    def __init__(self) -> None:
        self.itself = self


def test_what_was_dropped_but_holds_itself_is_gone_after_a_look_at_all():
    gc.disable()  # else it may be gone by chance
    try:
        dropped = weakref.ref(Holder())
        assert dropped() is not None
        held.look_at_all(time.monotonic())
        assert dropped() is None
    finally:
        gc.enable()


def test_no_run_goes_through_what_all_sessions_hold_and_no_session_watches_files():
    config.get_config_options(force_reparse=True)
    assert config.get_option("runner.postScriptGC") is False
    assert config.get_option("server.fileWatcherType") == "none"
