"""Inviting corrections: a link with the words filled in, or, where no address is set, the words to copy."""

from html import escape

import streamlit as st

from data.contact import SETTING, contact, link
from pages.choosing.copied import to_copy

BODY = """View: {address}
Row (authority, date, what it says): {about}
What is wrong:
What it should say:
Document that shows it (title and address):
"""


def invite(about: str) -> None:
    """Invite a correction of what is shown.

    Parameters
    ----------
    about
        What the correction is about, as "Doncaster: government intervention".
    """
    subject, body = f"Correction: {about}", BODY.format(address=st.context.url or "", about=about)
    address = link(contact(), subject=subject, body=body)
    if address:
        st.html(
            f'<p>Is something wrong or missing? <a href="{escape(address)}">Report a correction</a>: the message has '
            "this view filled in. Every correction needs a document that shows it.</p>"
        )
        return
    with st.expander("Report a correction"):
        st.write(
            "Whoever runs this copy of the dashboard has not set an address for corrections "
            f"(the setting {SETTING}). These are the words to send; every correction needs a document that shows it."
        )
        to_copy(f"{subject}\n\n{body}", label="Words of a correction")
