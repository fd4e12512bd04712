"""The eighteen questions of the articles, each with what answers it in two sentences, its picture and its view."""

from collections.abc import Callable
from typing import NamedTuple

from pages.questions import answers, others
from pages.questions.facts import Facts
from pages.questions.others import BIRMINGHAM, BRADFORD, COVENTRY, ENGLAND, SOLIHULL


class Answered(NamedTuple):
    """A question with its answer.

    Attributes
    ----------
    asked, answer
        The question, and two sentences.
    area, indicator
        Of the picture; no indicator where no figure answers.
    script, address
        The page that shows more, and what it is asked for.
    judged
        Whether the answer tells of Ofsted's judgements.
    """

    asked: str
    answer: Callable[[Facts], tuple[str, str]]
    area: str
    indicator: str
    script: str
    address: dict[str, str]
    judged: bool = False


NAMED = {"authority": BIRMINGHAM}
COMPARED = f"{BIRMINGHAM},{BRADFORD},{COVENTRY},{SOLIHULL}"
AUTHORITY, COMPARE = "authority/page.py", "compare/page.py"
QUESTIONS = (
    Answered("How many referrals has Birmingham a year, how many are re-referrals, and is the quoted 30,000 right?",
             answers.referrals, BIRMINGHAM, "referrals", "claims/page.py", {"claim": "birmingham-thirty-thousand"}),
    Answered("Were 100 posts of 450 empty and half the staff agency in autumn 2013?",
             answers.posts, BIRMINGHAM, "vacancy_rate", "claims/page.py", {"claim": "birmingham-vacancies-union-2013"}),
    Answered("When did intervention begin in Doncaster and Birmingham, and what did ratings and workforce do?",
             others.interventions, others.DONCASTER, "agency_rate", "interventions/page.py",
             {"as": "chronology", "authority": others.DONCASTER}, judged=True),
    Answered("Did vacancies and agency use rise after an inadequate rating?",
             others.after_inadequate, ENGLAND, "agency_rate", "before_after/page.py", NAMED, judged=True),
    Answered("Did referrals move in the councils named in 2013 and 2021-22, or everywhere?",
             others.publicity, COVENTRY, "referral_rate", COMPARE,
             {"authority": COMPARED, "indicator": "referral_rate"}),
    Answered("Did demand rise while spend fell?", answers.demand, ENGLAND, "spend_family_support_per_child",
             "demand/page.py", NAMED),
    Answered("Are conferences and assessments held on time, and has that changed?",
             answers.on_time, BIRMINGHAM, "icpc_15_days",
             AUTHORITY, NAMED | {"indicator": "icpc_15_days,assessments_45_days"}),
    Answered("Do councils with high re-referral rates close more cases without action?", answers.closing, ENGLAND,
             "rereferral_rate", COMPARE,
             NAMED | {"indicator": "rereferral_rate", "as": "against", "against": "referral_nfa_rate"}),
    Answered("What caseloads do social workers hold, and how do 20, 25 and 30 compare?",
             answers.caseloads, ENGLAND, "caseload",
             COMPARE, NAMED | {"indicator": "caseload", "as": "ranking"}),
    Answered("Is staff absence high here, and has it fallen?", answers.absence, BIRMINGHAM, "absence_rate", AUTHORITY,
             NAMED | {"indicator": "absence_rate", "with": "england,neighbours"}),
    Answered("Who makes referrals, and did school and police shares change?", answers.sources, BIRMINGHAM,
             "referral_source_police", "referral_sources/page.py", NAMED),
    Answered("How many councils moved to a trust, and how did each fare?",
             answers.trusts, others.DONCASTER, "vacancy_rate",
             "interventions/page.py", {"as": "register", "services": "moved"}, judged=True),
    Answered("Are abuse deaths and serious incidents rising, falling or stable?", others.deaths, ENGLAND, "",
             "claims/page.py", {"claim": "england-deaths-stable"}),
    Answered("How much is spent per child, and on family support against residential care?", answers.spend, BIRMINGHAM,
             "spend_looked_after_per_child", AUTHORITY,
             NAMED | {"indicator": "spend_looked_after_per_child,spend_family_support_per_child"}),
    Answered("Are more children being taken into care, and what of the balance with need and plans?",
             answers.care, ENGLAND,
             "cla_started_rate", AUTHORITY, NAMED | {"indicator": "cla_rate,cla_started_rate,cin_rate,cpp_rate"}),
    Answered("Which events, law changes and breaks could explain a step in these lines?", others.events, BIRMINGHAM,
             "rereferral_rate", AUTHORITY,
             NAMED | {"indicator": "referrals,rereferral_rate", "events": "local,national"}),
    Answered("Is this council unusual, given its neighbours?", others.unusual, BIRMINGHAM, "agency_rate", COMPARE,
             NAMED | {"indicator": "agency_rate", "as": "ranking"}),
    Answered("How do our own figures sit against the published ones?", others.visitor_figures, ENGLAND, "agency_rate",
             "visitor_figures/page.py", {}),
)  # fmt: skip
