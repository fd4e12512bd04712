"""What the log says of an error while the dashboard is served: its kind and where, and nothing of a visitor's file."""

import io
import logging

import pytest

from dashboard import app
from pages.guarded.life import life
from pages.guarded.log import without_words
from tests.pages.awaited import awaited

PLANTED = "Quagga7719"


def plainly():
    return float(f"{PLANTED}, a cell of a file")


def from_another():
    try:
        plainly()
    except ValueError as error:
        raise KeyError(PLANTED) from error


def while_another_is_handled():
    try:
        plainly()
    except ValueError:
        {}[PLANTED]  # the error is what is wanted of it


def several():
    raise ExceptionGroup(PLANTED, [ValueError(PLANTED), ExceptionGroup(PLANTED, [OSError(PLANTED)])])


def logged(what):
    """Write an error to a log as Streamlit does, and return what stands there."""
    log, said = logging.Logger("of a test"), io.StringIO()
    log.addHandler(logging.StreamHandler(said))
    try:
        what()
    except Exception as error:
        log.error("Uncaught app execution", exc_info=error)
        log.exception("The same")
    return said.getvalue()


@pytest.mark.parametrize(
    ("what", "kinds"),
    [
        (plainly, ["ValueError"]),
        (from_another, ["ValueError", "KeyError"]),
        (while_another_is_handled, ["ValueError", "KeyError"]),
        (several, ["ValueError", "OSError", "ExceptionGroup"]),
    ],
)
def test_the_log_tells_of_an_error_its_kind_and_place_alone(what, kinds):
    assert PLANTED in logged(what)
    with without_words():
        said = logged(what)
    assert PLANTED not in said and "Uncaught app execution" in said and "The same" in said
    assert all(said.count(f"\n{kind}\n") >= 2 for kind in kinds), said
    assert 'test_log.py", line' in said and f"in {what.__name__}" in said
    assert PLANTED in logged(what)


def test_it_holds_while_the_dashboard_is_served():
    async def served():
        async with app._user_lifespan(app):
            return logged(plainly)

    assert app._user_lifespan is life
    assert PLANTED not in awaited(served())
