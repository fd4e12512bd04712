"""A page within its frame, opened at its own address: the first page, which is the costliest, is not run before it."""

from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"


def opened(place: str, own: object = None, **address: str) -> AppTest:
    """Open a page as somebody whose session holds a visitor's figures.

    Parameters
    ----------
    place
        The page's own part of its address, such as upload or before-and-after.
    own
        What the session holds.
    **address
        What the address asks for; a name that is a word of Python has a line after it.
    """
    app = AppTest.from_file(str(FRAME), default_timeout=60)
    app._page_hash = calc_hash(place)  # as of a browser that arrives there; its own way asks for a run before
    if own:
        app.session_state["own"] = own
    for name, value in address.items():
        app.query_params[name.removesuffix("_")] = value
    return app.run()
