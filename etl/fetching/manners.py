"""How we ask publishers: who we say we are, how often we ask again, and how long we wait.

requests with urllib3's Retry, for both are there already: Streamlit needs them. They keep to Retry-After, and take
proxies and their certificates from the environment (HTTPS_PROXY, NO_PROXY, REQUESTS_CA_BUNDLE).
"""

from typing import NamedTuple

import requests
from requests.adapters import HTTPAdapter
from urllib3.response import BaseHTTPResponse
from urllib3.util.retry import Retry

from data.contact import contact
from etl.errors import NotFetched

NAME = "childrens-services-dashboard"
# What may be better a moment later: too many requests, or the server's own trouble.
PASSING = (429, 500, 502, 503, 504)


class Manners(NamedTuple):
    """How publishers are asked.

    Attributes
    ----------
    tries
        How often one thing is asked for again.
    backoff
        Seconds to wait before the second time; twice as long before each further one.
    pause
        Seconds between one file and the next.
    quiet
        Seconds without a byte after which an answer is given up.
    longest
        Seconds that a whole file may take: a server that sends a byte a minute is never quiet.
    patience
        Seconds that a server may ask us to wait; if it asks for more, we come back another day.
    """

    tries: int = 3
    backoff: float = 2.0
    pause: float = 1.0
    quiet: float = 30.0
    longest: float = 900.0
    patience: float = 120.0


class _Patience(Retry):
    """Waits as long as a server asks, but gives up where that is longer than we are ready to wait."""

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        """Return the seconds that a server asks for."""
        asked = super().get_retry_after(response)
        if asked and asked >= self.retry_after_max:
            raise NotFetched(f"the server asks to be left alone for {asked:.0f} s or more; run this again after that")
        return asked


def session(manners: Manners) -> requests.Session:
    """Open a session that says who asks, asks again where that may help, and follows no redirect by itself."""
    made = requests.Session()
    about = f"{contact()}; " if contact() else ""
    made.headers["User-Agent"] = f"{NAME} ({about}official statistics, one file at a time)"
    made.headers["Accept-Encoding"] = "identity"  # so that a part of a file is a part of its bytes
    retry = _Patience(
        total=manners.tries,
        redirect=False,
        backoff_factor=manners.backoff / 2,
        status_forcelist=PASSING,
        raise_on_status=False,
        retry_after_max=int(manners.patience),  # longer ones are cut to this by urllib3
    )
    for scheme in ("https://", "http://"):
        made.mount(scheme, HTTPAdapter(max_retries=retry))
    return made
