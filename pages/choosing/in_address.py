"""What the address of the page asks for, as the run was asked: `st.query_params` is of the session.

A run that another replaces goes on beside it until it shows something, and what it does to the parameters of the
session is done to the other's: of two quick clicks on a busy server the first could be shown in answer to the second.
"""

from urllib.parse import parse_qs

from streamlit.runtime.scriptrunner import get_script_run_ctx

OF_STREAMLIT = ("embed", "embed_options")  # how a page stands in a frame, which is no choice


def in_address() -> dict[str, str]:
    """Return what stands in the address of the page, with what this run wrote there; the last of what is said twice."""
    context = get_script_run_ctx()
    said = parse_qs(context.query_string, keep_blank_values=True) if context else {}
    return {name: texts[-1] for name, texts in said.items() if name.lower() not in OF_STREAMLIT}
