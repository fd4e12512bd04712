"""Which rows stand behind a view, as far as its address says: for a link to them where there is no page to run."""

from collections.abc import Mapping

from data.catalogue import indicators
from pages.by_address.views import HOME, View
from pages.choosing import years
from pages.choosing.regions import ENGLAND, within
from pages.database import every_authority
from pages.takeaway.code_lines import FIGURES, KINDS, Part, observations, parts

USUAL = {"ofsted": "authority", "interventions": "register"}  # views of pages that have several kinds of rows
MOST_YEARS = 4  # digits of a year


def rows(view: View) -> Part | None:
    """Return the rows behind a view, the first table of them; None where its page has none.

    Parameters
    ----------
    view
        A page with what is chosen on it. Where its address names no indicator, all figures of the areas are meant.
    """
    address = dict(view.address)
    kind = _kind(view, address.get("as", ""))
    if kind not in KINDS:
        return None
    named = areas(address)
    ids = [id for id in address.get("indicator", "").split(",") if id in indicators()]
    if KINDS[kind].tables[0] == FIGURES and not ids:
        return _all_figures(named)
    of = [*named, ENGLAND] if named and KINDS[kind].tables[0] == FIGURES else named
    return next(iter(parts(kind, areas=of, indicators=ids, years=_years(address))), None)


def _kind(view: View, shown: str) -> str:
    page = view.place.address or HOME
    each = f"{page}/{shown or USUAL.get(page, '')}"
    return each if each in KINDS else page


def areas(address: Mapping[str, str]) -> list[str]:
    """Return the codes of the authorities that an address names, else those of its region."""
    codes = {code: area for area, each in every_authority().items() for code in each.codes}
    found = [codes[code] for code in address.get("authority", "").split(",") if code in codes]
    return found or list(within(address["region"]) if address.get("region", "all") != "all" else ())


def _years(address: Mapping[str, str]) -> tuple[int, int]:
    first, last = years.of_all()
    named = [address.get(each, "") for each in ("from", "to")]
    begun, ended = (int(each) if each.isdecimal() and len(each) == MOST_YEARS else 0 for each in named)
    return begun or first, ended or last


def _all_figures(named: list[str]) -> Part | None:
    return observations(("area", ",".join(named))) if named else None
