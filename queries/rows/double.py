"""Rows of the questions about one authority and its double."""

from datetime import date
from typing import NamedTuple


class Spell(NamedTuple):
    """A row of `queries.double.under_intervention`.

    One row per authority or joint return and intervention. area_code (whose figures are looked at), authority_name
    (of whom the intervention was: a member of the return, or an authority that it followed), began_on and
    began_precision, ended_on and ended_precision (None and empty where none is known), state (in_force, ended or
    end_unknown).
    """

    area_code: str
    authority_name: str
    began_on: date
    began_precision: str
    ended_on: date | None
    ended_precision: str
    state: str


class Kin(NamedTuple):
    """A row of `queries.double.kin`.

    One row per area. area_code, relation (itself, joint return, member, or another time: an authority that it followed
    or that followed it).
    """

    area_code: str
    relation: str
