"""How an official figure may differ by its definition from what was claimed, a sentence for each way."""

DIFFERENCES = {
    "contacts": (
        "Contacts, referrals and children are three things. A referral is a request for a service that was accepted, "
        "one child may be referred more than once, and contacts are not collected nationally."
    ),
    "older": "Figures to 2011-12 follow the publisher's older method; from 2012-13 they were recalculated.",
    "older_workforce": "Figures of 2015 and 2016 come from another collection than those of 2017 and later.",
    "base": (
        "A share depends on its base: vacancies are divided by all posts, filled and vacant, and agency workers by "
        "all workers, agency and employed."
    ),
    "cover": "Agency workers who cover vacancies are not all agency workers, and some cover other posts.",
    "fte": "The official figure counts full-time equivalents; a number of people may be larger.",
    "day": "The official figure is of its reference date, which is not the day of the claim.",
    "year": "The last whole year before the claim is held to it; the year after may have gone another way.",
    "period": "The claim does not say exactly which time it counts.",
    "team": "The claim is of some teams; official figures are of the whole authority.",
    "directorate": "The claim counts all staff of the department; the official figure counts social workers.",
    "mean": (
        "The official figure is a mean: cases divided by the social workers who hold cases. Some hold far more, and "
        "how many is not published."
    ),
    "managers": "From 2015 managers are among the social workers counted.",
    "days": "Days a year for each worker become a share of working days only by an assumption.",
    "documents": "It rests on published documents; counts by several outlets have windows of their own.",
    "regimes": "Frameworks are kept apart. Visits that carry no grade and the annual ratings to 2011 are not counted.",
    "twelve": "A re-referral comes within 12 months of the one before; who comes back later is not counted.",
    "spend": "The official figures of spend are of the lines of the section 251 returns, each by itself.",
    "window": "The two articles speak of other windows of the same national figures.",
    "editions": "The number differs by edition of the publication.",
    "throughout": (
        "The official figure is of children in need on 31 March; over a year there are more: in Birmingham in 2012-13 "
        "the Department counted 13,912."
    ),
    "ages": "The official figure is of children aged 0 to 17 at mid-year.",
    "population": "Rates here use one series of population, which was revised after the Census of 2021.",
    "unit": "Accounts differ on whether the number counts referrals or children.",
    "cases": "Open cases are not children in need: one may begin before the other, or end after it.",
    "staff": "Whether all staff or social workers alone are meant is not said.",
    "announced": "An announcement is not the change: both have dates of their own in our register.",
}


def differences(names: str) -> list[str]:
    """Return the sentences of the ways named, by semicolons."""
    return [DIFFERENCES[name] for name in names.split(";") if name]
