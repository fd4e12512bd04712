"""What can be chosen of all cases around an event: the options by id."""

from pages.choosing.address import Choice

EVENTS = {
    "inadequate": "First inadequate overall judgement",
    "fell": "First fall to inadequate from a better grade",
    "rose": "First rise from inadequate to a better grade",
    "began": "Government intervention began",
    "direction": "Statutory direction",
    "commissioner": "Commissioner appointed",
    "trust": "Children's trust or company began",
    "ended": "Government intervention ended",
}
JUDGED = {"inadequate", "fell", "rose"}  # those of them that are Ofsted's judgements
# As each stands in the middle of a sentence.
NAMED = {
    "inadequate": "a first inadequate overall judgement",
    "fell": "a first fall to inadequate",
    "rose": "a first rise from inadequate",
    "began": "the beginning of government intervention",
    "direction": "a first statutory direction",
    "commissioner": "a first appointment of a commissioner",
    "trust": "the beginning of a children's trust or company",
    "ended": "the end of government intervention",
}
COMPARED = {
    "both": "Those without the event within the series, and those that have it later",
    "never": "Those without the event within the series",
    "later": "Those that have it later",
}
# Those with whom the cases are compared, in the middle of a sentence.
AGAINST = {
    "both": "authorities that had no such event within the series, or not yet",
    "never": "authorities that had no such event within the series",
    "later": "authorities that had the event later",
}


def event() -> Choice:
    """Offer the kinds of event; visits between inspections are none of them."""
    return Choice(name="event", options=tuple(EVENTS), default=("inadequate",), follows=False)


def years() -> Choice:
    """Offer how many years on each side are shown: more have too few cases for a band."""
    return Choice(name="years", options=("3", "5"), default=("5",))


def compared() -> Choice:
    """Offer who is compared with the cases."""
    return Choice(name="compared", options=tuple(COMPARED), default=("both",))


def checks() -> Choice:
    """Offer the other ways of estimating the same, which take some seconds."""
    return Choice(name="checks", options=("0", "1"), default=("0",), follows=False)


CHECKS = {"0": "Not shown", "1": "Shown: two other estimators, and bounds"}
