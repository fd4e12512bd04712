"""Where the dashboard is found: one setting, DASHBOARD_SITE, for addresses that are read elsewhere."""

import os

SETTING = "DASHBOARD_SITE"


def site() -> str:
    """Return the address that whoever runs the dashboard has set, without a slash at its end; empty if there is none.

    A request says itself which host it asks, and so it may say another: behind a public name the setting decides.
    """
    return os.environ.get(SETTING, "").strip().rstrip("/")
