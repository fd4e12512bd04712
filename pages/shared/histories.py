"""What can be chosen on the pages of the two histories, Ofsted and intervention. No Streamlit here."""

from collections.abc import Mapping

from pages.shared.address import Choice

OFSTED_VIEWS = {
    "authority": "One authority: every judgement",
    "share": "All: share in each grade",
    "years": "All: authority by year",
    "moves": "All: moves between grades",
    "since": "All: time since the last inspection",
    "visits": "All: visits between inspections",
    "figures": "All: workforce and referrals by grade",
}
COUNTED = {
    "published": "Reports published by then",
    "inspected": "Inspections begun by then (Ofsted's rule)",
}
MOVES = {
    "rose": "Higher grade",
    "fell": "Lower grade",
    "the-same": "The same grade",
    "not-compared": "Not compared: the frameworks graded different things",
}
GRADES = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires-improvement": "Requires improvement",
    "inadequate": "Inadequate",
    "no-overall-grade": "No overall grade (inspected since April 2026)",
}
VISITS = {
    "focused": "Focused visits",
    "assurance": "Focused visits in the pandemic (2020 and 2021)",
    "monitoring": "Monitoring visits",
}
BY_GRADE = ("vacancy_rate", "agency_rate", "turnover_rate", "caseload", "referral_rate", "rereferral_rate")


def ofsted_view() -> Choice:
    """Offer the ways of looking at Ofsted's judgements."""
    return Choice(name="as", options=tuple(OFSTED_VIEWS), default=("authority",))


def region(regions: Mapping[str, str], *, default: str) -> Choice:
    """Offer the regions by their area codes, London and its parts too, and all of England."""
    return Choice(name="region", options=("all", *regions), default=(default,))


def counted() -> Choice:
    """Offer the two rules by which a grade is in force on a date."""
    return Choice(name="by", options=tuple(COUNTED), default=("published",))


def moves() -> Choice:
    """Offer the moves from one inspection to the next."""
    return Choice(name="moves", options=tuple(MOVES), default=("rose", "fell"), most=len(MOVES))


def grades() -> Choice:
    """Offer the grades that a last inspection may have given; none chosen means all."""
    return Choice(name="grades", options=tuple(GRADES), default=(), least=0, most=len(GRADES))


def visits() -> Choice:
    """Offer the kinds of visits between inspections."""
    return Choice(name="visited", options=tuple(VISITS), default=tuple(VISITS), most=len(VISITS))


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
    "unspecified": "Form not confirmed",
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
