"""Which form of intervention followed which."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from pages.charts.model import Across, Bar, Drawing, Entry, Fill, Panel, Tick, Up
from pages.charts.words import day
from pages.interventions import forms
from queries.rows.register import RegisterPhase, RegisterStep

CELL = 46  # pixels
HALF = 0.47  # of a cell, from its middle to its edge
WIDE = 14  # letters of a form in one line
AFTER = [*forms.LETTERS, *forms.STATES]
HEADS = {**forms.LETTERS, "ended": "End", "in_force": "In", "end_unknown": "?"}
PALE, DEEP = (255, 255, 255), (202, 225, 245)  # red, green and blue of a cell of none, and of that of most


def turns(phases: Sequence[RegisterPhase]) -> list[tuple[RegisterPhase, str]]:
    """Set each phase beside what followed it: the next phase of the same intervention, or the state of the last."""
    found: list[tuple[RegisterPhase, str]] = []
    for _, spell in groupby(phases, key=lambda phase: phase.intervention_id):
        of_spell = list(spell)
        found += [(phase, after.phase) for phase, after in zip(of_spell, of_spell[1:], strict=False)]
        found.append((of_spell[-1], of_spell[-1].state))
    return found


def authorities(phases: Sequence[RegisterPhase]) -> dict[tuple[str, str], list[str]]:
    """List the authorities by form and by what followed it."""
    found: dict[tuple[str, str], list[str]] = {}
    for phase, after in turns(phases):
        found.setdefault((phase.phase, after), []).append(phase.authority_name)
    return found


def drawing(phases: Sequence[RegisterPhase]) -> Drawing:
    """Draw how often each form was followed by each: a table of forms, and of how they ended.

    Parameters
    ----------
    phases
        Of `queries.register.phases`.

    Returns
    -------
    Drawing
        Rows: the form; columns: the next form by its letter, or the end of the intervention.
    """
    rows = len(forms.LETTERS)
    ticks = tuple(Tick(at=n, words=_named(form)) for n, form in enumerate(forms.LETTERS))
    panel = Panel(
        up=Up(low=rows - 0.5, high=-0.5, ticks=ticks, grid=False, zero=False),
        tall=CELL * rows,
        lanes=round(2.4 * rows),  # a name has three lines
        bars=tuple(_cells(authorities(phases))),
    )
    across = Across(
        first=-0.5, last=len(AFTER) - 0.5, title="Followed by",
        ticks=tuple(Tick(at=float(n), words=HEADS[after]) for n, after in enumerate(AFTER)),
    )  # fmt: skip
    return Drawing(panels=(panel,), across=across, left=112, right=4)


def _cells(found: dict[tuple[str, str], list[str]]) -> Iterator[Bar]:
    most = max((len(names) for names in found.values()), default=1)
    for row, before in enumerate(forms.LETTERS):
        for column, after in enumerate(AFTER):
            number = len(found.get((before, after), ()))
            yield Bar(
                left=column - HALF, right=column + HALF, low=row + HALF, high=row - HALF, over=True,
                fill=Fill(colour=_shade(number / most), edge="#d9d9d9"), words=(str(number),) if number else (),
            )  # fmt: skip


def _shade(share: float) -> str:
    mixed = (round(pale + (deep - pale) * share) for pale, deep in zip(PALE, DEEP, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _named(phase: str) -> str:
    return "\n".join(textwrap.wrap(f"{forms.NAMES[phase]} ({forms.LETTERS[phase]})", WIDE))


def key() -> list[Entry]:
    """List what stands for an end; the letters of forms are beside their names."""
    return [
        Entry(words="ended", sign=HEADS["ended"]),
        Entry(words="in force when last reported", sign=HEADS["in_force"]),
        Entry(words="end not known", sign=HEADS["end_unknown"]),
    ]


def table(phases: Sequence[RegisterPhase]) -> list[dict[str, str]]:
    """Write which form followed which: Form, Followed by, How often, Authorities."""
    found = authorities(phases)
    names = forms.NAMES | forms.STATES
    return [
        {
            "Form": names[before],
            "Followed by": names[after],
            "How often": str(len(found[before, after])),
            "Authorities": ", ".join(sorted(found[before, after])),
        }
        for before in forms.NAMES
        for after in AFTER
        if (before, after) in found
    ]


def trusts(steps: Sequence[RegisterStep], phases: Sequence[RegisterPhase]) -> list[dict[str, str]]:
    """Write the trusts that began under intervention: Authority, Began, Form of intervention then, Confidence, Source.

    Parameters
    ----------
    steps, phases
        Of `queries.register.steps` and `phases`.
    """
    return [
        {
            "Authority": step.authority_name,
            "Trust began": day(step.event_on, step.date_precision),
            "Form of intervention before that day": _form(step, phases),
            "Confidence": forms.UNSURE[step.confidence],
            "Source": step.source_url,
        }
        for step in steps
        if step.kind == "trust_launched" and step.happened == "happened"
    ]


def _form(step: RegisterStep, phases: Sequence[RegisterPhase]) -> str:
    of_spell = [phase for phase in phases if phase.intervention_id == step.intervention_id]
    before = [phase.title for phase in of_spell if phase.began_on < step.event_on]
    return before[-1] if before else "none known"
