"""What can be chosen of one authority and its double: the options by id."""

from pages.around.choices import EVENTS
from pages.choosing.address import Choice


def event(first: str) -> Choice:
    """Offer the kinds of event, of which an authority's first counts.

    Parameters
    ----------
    first
        What is shown where the address does not say.
    """
    return Choice(name="event", options=tuple(EVENTS), default=(first,), follows=False)
