"""How much is asked of a visitor: one question for each thing that is not known, and never more than are answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.reader.model import Issue, Question

MOST_QUESTIONS = 7  # of one file: nobody answers more
MOST_HEADINGS = 20  # unknown headings that are listed one by one
LISTED = 12  # of the others that are named in one sentence
UNKNOWN = "UNKNOWN_INDICATOR"


@dataclass(frozen=True, slots=True)
class Economy:
    """What is asked and what is offered; `coded`: there are many headings, and none is like a measure."""

    questions: tuple[Question, ...]
    offers: tuple[Question, ...]
    coded: bool


def economised(questions: Mapping[str, Question], offers: Mapping[str, Question]) -> Economy:
    """Choose what is asked: first what figures wait for, then what is like a measure, then the rest.

    Parameters
    ----------
    questions, offers
        By their key: what must be answered, and what more could be read.
    """
    asked = tuple(questions.values())[:MOST_QUESTIONS]
    left = [offer for id, offer in offers.items() if id not in questions]
    when = [offer for offer in left if offer.kind == "period"]
    likely = [offer for offer in left if offer not in when and (offer.suggestion or offer.kind != "indicator")]
    unlikely = [offer for offer in left if offer not in likely and offer not in when]
    coded = not likely and len(unlikely) > MOST_QUESTIONS
    whats = likely + ([] if coded else unlikely)
    offered = (when + whats if whats else [])[: MOST_QUESTIONS - len(asked)]  # without a time nothing can be read
    return Economy(asked, tuple(offered), coded)


def shortened(issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """Say in one sentence what many unknown headings have in common: they were left out."""
    unknown = [issue for issue in issues if issue.code == UNKNOWN and issue.severity == "check"]
    if len(unknown) <= MOST_HEADINGS:
        return tuple(issues)
    dropped = set(unknown[MOST_HEADINGS:])
    kept = [issue for issue in issues if issue not in dropped]
    names = [f"{each.sheet}!{each.cell}" if each.sheet else str(each.cell) for each in unknown[MOST_HEADINGS:]]
    more = " and more" if len(names) > LISTED else ""
    where = ", ".join(names[:LISTED]) + more
    none, left = ("heading is", "was") if len(names) == 1 else ("headings are", "were")
    message = f"{len(names):,} more {none} none of the dashboard's measures and {left} left out: {where}."
    return (*kept, Issue("LEFT_OUT", "fixed", message))
