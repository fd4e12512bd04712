"""What is asked of the register of interventions, the rows that answer it, and its picture to take away."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.charts import many_rows
from pages.charts.model import Drawing, Entry
from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp
from pages.database import rows, rows_once
from pages.interventions import forms
from pages.showing import chart
from queries import pictures
from queries import register as questions
from queries.rows.catalogue import Authority, Publication
from queries.rows.register import RegisterPhase, RegisterSpell, ServicesMoved


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked of the page of interventions: the authority, the region and its name, the order, the filters.

    `link` is the address of the view as a picture carries it.
    """

    authority: Authority
    region: str
    place: str
    order: str
    services: str
    forms: Sequence[str]
    states: Sequence[str]
    kinds: Sequence[str]
    link: str


def chosen_phases(asked: Asked) -> list[RegisterPhase]:
    """Ask for the phases of the interventions that have one of the chosen forms, and one of the chosen ends."""
    found = rows(questions.phases, region=asked.region)
    if asked.services == "moved":
        codes = {row.area_code for row in moved(asked)}
        found = [phase for phase in found if phase.area_code in codes]
    wanted, states = asked.forms or tuple(forms.NAMES), asked.states or tuple(forms.STATES)
    formed = {phase.intervention_id for phase in found if phase.phase in wanted}
    return [phase for phase in found if phase.intervention_id in formed and phase.intervention_state in states]


def moved(asked: Asked) -> list[ServicesMoved]:
    """Ask for the authorities whose services moved to a trust or a company."""
    return rows(questions.moved, region=asked.region)


def chosen_ids(asked: Asked) -> list[str]:
    """Return the ids of the interventions of the chosen phases."""
    return list(dict.fromkeys(phase.intervention_id for phase in chosen_phases(asked)))


def chosen_spells(asked: Asked) -> list[RegisterSpell]:
    """Ask for the interventions of the chosen phases."""
    ids = set(chosen_ids(asked))
    return [spell for spell in rows(questions.spells, region=asked.region) if spell.intervention_id in ids]


def take(
    asked: Asked,
    drawing: Drawing,
    *,
    view: str,
    headline: str,
    subtitle: str,
    alternative: str,
    key: Sequence[Entry] = (),
    notes: Sequence[str] = (),
    publications: Sequence[Publication] = (),
    numbered: str = "",
    wall: tuple[Drawing, Sequence[Entry]] | None = None,
) -> None:
    """Offer a view as a picture in every size; what its numbers stand for is never cut, as its source is not.

    Where a wall with its key is given, a size too low for all rows has them in columns, or as that wall.
    """
    version = rows_once(pictures.version)[0].published
    picture = Picture(
        headline=headline, subtitle=subtitle, drawing=drawing, alternative=alternative, notes=tuple(notes),
        source=numbered + credited(publications, register=True), stamp=stamp(version=version, link=asked.link),
        name=("interventions", view, asked.authority.name if view == "chronology" else asked.place),
        key=tuple(key),
    )  # fmt: skip
    chart.take_picture(many_rows.in_any_size(picture, wall) if wall else picture, version=version)
