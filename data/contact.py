"""Where corrections go: one setting, DASHBOARD_CONTACT, an e-mail address or the address of a form for new issues."""

import os
from urllib.parse import quote, urlencode

SETTING = "DASHBOARD_CONTACT"


def contact() -> str:
    """Return the address that whoever runs the dashboard has set; empty if there is none: none is made up."""
    return os.environ.get(SETTING, "").strip()


def link(address: str, *, subject: str, body: str) -> str:
    """Return a link that opens a message or a new issue with the words filled in.

    Parameters
    ----------
    address
        An e-mail address; or an address that begins with https:// and takes `title` and `body`, as forms for new
        issues do.
    subject, body
        What is filled in.

    Returns
    -------
    str
        Empty where the address is neither.
    """
    if address.startswith("https://"):
        return f"{address}?{urlencode({'title': subject, 'body': body})}"
    if "@" in address and not set(address) & set(" <>?&\"'"):
        return f"mailto:{address}?subject={quote(subject)}&body={quote(body)}"
    return ""
