"""What can be chosen on the page of interventions. No Streamlit here."""

from collections.abc import Mapping

from pages.choosing.address import Choice

REGISTER_VIEWS = {
    "register": "The register: every intervention",
    "chronology": "One authority: its chronology in full",
    "force": "How many were in force",
    "lasting": "How long interventions last",
    "followed": "Which form followed which",
    "events": "Case reviews and other events",
    "doubts": "What is not certain, and corrections",
}
ORDERS = {"name": "Name of the authority", "region": "Region", "start": "First day of the first intervention"}
FORMS = {
    "improvement_notice": "Improvement notice",
    "direction": "Direction",
    "direction_with_commissioner": "Direction with commissioner",
    "trust_under_direction": "Trust under direction",
    "unspecified": "Form not known",
}
SERVICES = {"any": "In any authority", "moved": "Services moved to a trust or company, with or without direction"}
STATES = {"ended": "Ended", "in_force": "In force when last reported", "end_unknown": "End not known"}


def register_view() -> Choice:
    """Offer the ways of looking at the register of interventions."""
    return Choice(name="as", options=tuple(REGISTER_VIEWS), default=("register",))


def order() -> Choice:
    """Offer the orders of the rows of the register."""
    return Choice(name="order", options=tuple(ORDERS), default=("name",))


def services() -> Choice:
    """Offer all authorities, or those whose services moved to a trust or a company."""
    return Choice(name="services", options=tuple(SERVICES), default=("any",))


def forms() -> Choice:
    """Offer the forms of intervention; none chosen means all."""
    return Choice(name="forms", options=tuple(FORMS), default=(), least=0, most=len(FORMS))


def states() -> Choice:
    """Offer how interventions ended; none chosen means all."""
    return Choice(name="ends", options=tuple(STATES), default=(), least=0, most=len(STATES))


def kinds(found: Mapping[str, str]) -> Choice:
    """Offer the kinds of events."""
    return Choice(name="kinds", options=tuple(found), default=("practice_review",), most=len(found))
