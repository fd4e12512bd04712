"""What can be chosen on the page of Ofsted's judgements. No Streamlit here."""

from pages.choosing.address import Choice

OFSTED_VIEWS = {
    "authority": "One authority: every judgement",
    "share": "All: share in each grade",
    "years": "All: authority by year",
    "moves": "All: moves between grades",
    "since": "All: time since the last inspection",
    "visits": "All: visits between inspections",
    "figures": "All: figures by grade",
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
