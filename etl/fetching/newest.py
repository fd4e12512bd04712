"""Which editions there are that we do not hold, as the publishers' own services list them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from data.catalogue import Edition, Source
from etl.errors import NotFetched

Ask = Callable[[str], Any]


class Services(NamedTuple):
    """Where the statistics service answers: its public API, and the catalogue behind its pages."""

    api: str = "https://api.education.gov.uk/statistics"
    content: str = "https://content.explore-education-statistics.service.gov.uk"


MOST_PAGES = 20  # of 40 data sets each: a publication has a few dozen
YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
# A year, or two as the service writes a financial or academic one: "2024/25", "2024-25".
PERIOD = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:[/-]([0-9]{2})(?![0-9]))?")


def newer(source: Source, ask: Ask, services: Services) -> Edition | None:
    """Return the edition of a source that is newer than all held, if its publisher lists one.

    Parameters
    ----------
    source
        With `data_set` or `catalogue`; others have nothing to ask.
    ask
        Gives the JSON of an address.
    services
        Where the statistics service answers.

    Returns
    -------
    Edition or None
        With its address, and no hash yet.

    Raises
    ------
    NotFetched
        The service does not answer as its description says, or says that the data set is withdrawn.
    """
    try:
        if source.data_set:
            return _of_api(source, ask, services.api)
        return _of_catalogue(source, ask, services.content) if source.catalogue else None
    except (KeyError, TypeError, IndexError) as error:
        raise NotFetched(f"{source.id}: what the service lists is not as it describes it ({error!r})") from error


def _of_api(source: Source, ask: Ask, api: str) -> Edition | None:
    """Ask for the data set's summary; see GET /v1/data-sets/{dataSetId} of the description."""
    address = f"{api}/v1/data-sets/{source.data_set}"
    found = ask(address)
    _refuse_what_has_ended(source, found["status"], found.get("supersedingDataSetId"))
    latest = found.get("latestVersion")
    if latest is None:  # as the description allows: nothing of it is published yet
        return None
    years = [_year(latest["timePeriods"][end]) for end in ("start", "end")]
    return _edition(source, latest["published"], years, f"{address}/csv?dataSetVersion={latest['version']}")


def _refuse_what_has_ended(source: Source, status: str, follows: str | None) -> None:
    """Refuse a data set of which no new version will come."""
    if status == "Withdrawn":
        raise NotFetched(f"{source.id}: its data set is withdrawn by the publisher; what is held stays")
    if status == "Deprecated":
        instead = f"write {follows}, which follows it, as its data_set" if follows else "find what follows it"
        raise NotFetched(f"{source.id}: its data set is given up by the publisher; {instead} in data/sources.toml")


def _of_catalogue(source: Source, ask: Ask, content: str) -> Edition | None:
    """Look among the data sets of the latest releases for the file that differs from ours by years alone."""
    wanted = _without_years(source.editions[-1].file)
    for each in _listed(source, ask, content):
        if each["publication"]["title"] == source.catalogue and _without_years(each["filename"]) == wanted:
            years = [_year(each["meta"]["timePeriodRange"][end]) for end in ("from", "to")]
            return _edition(source, each["published"], years, f"{content}/api/data-set-files/{each['id']}/download")
    raise NotFetched(f"{source.id}: the catalogue lists no file like {PurePosixPath(source.editions[-1].file).name}")


def _listed(source: Source, ask: Ask, content: str) -> Iterator[Any]:
    words = re.sub(r"[^\w]+", "%20", source.catalogue)
    for page in range(1, MOST_PAGES + 1):
        answer = ask(f"{content}/api/data-set-files?latestOnly=true&pageSize=40&page={page}&searchTerm={words}")
        yield from answer["results"]
        if page >= answer["paging"]["totalPages"]:
            return


def _year(period: str) -> int:
    """Return the year in which a time period ends, as the service writes it: 2025 of '2025' and of '2024/25'."""
    first, then = PERIOD.findall(period)[-1]
    return int(first) + ((int(then) - int(first)) % 100 if then else 0)


def _without_years(file: str) -> str:
    return YEARS.sub("", PurePosixPath(file).name)


def _edition(source: Source, published: str, years: list[int], address: str) -> Edition | None:
    """Describe an edition as data/sources.toml would, if it is of a later day than the newest held."""
    held = source.editions[-1]
    first, last = years
    day = published[:10]
    if day[: len(held.published)] <= held.published:
        return None
    name = str(last) if last > held.last else day
    file = file_of(held, name, last)
    return replace(held, edition=name, file=file, published=day, address=address, sha256="", first=first, last=last)


def file_of(held: Edition, name: str, last: int = 0) -> str:
    """Return where the file of a later edition lies: beside the folder of the one held, under a name with its years.

    Parameters
    ----------
    held
        The edition before.
    name, last
        Of the new one: its name, which names its folder, and its last year, 0 if it has none.
    """
    path = PurePosixPath(held.file)
    stem = path.name.replace(str(held.last), str(last)) if last and held.last else path.name
    folder = path.parent if path.parent.name != held.edition else path.parent.parent
    return str(folder / name / stem)
