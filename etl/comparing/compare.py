"""From two editions of a source to the page of what the later one changed: `python -m etl compare`."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import duckdb

from data import diffs
from data.catalogue import Edition, Source, indicators, sources
from data.kinds import Content
from data.paths import REFERENCE, SNAPSHOT
from etl.comparing import report
from etl.comparing.differences import Row, difference, figures, published_in_both
from etl.errors import NoSuchSource
from etl.tidied import ready, take_kept, tidy


def compare(
    id: str, before: str, after: str, *, directory: Path, snapshot: Path = SNAPSHOT, reference: Path = REFERENCE
) -> tuple[str, str]:
    """Compare two editions of a source.

    Parameters
    ----------
    id, before, after
        The source, and the names of its editions, earlier ones among them.
    directory, snapshot, reference
        The publishers' files, the tidy tables and the curated ones.

    Returns
    -------
    tuple of str and str
        The name of the page, and its text.

    Raises
    ------
    BuildError
        There is no such source or edition, or a file is not as expected.
    """
    source = _source(id)
    editions = [_edition(source, name) for name in (before, after)]
    with ready(reference) as con:
        for earlier in sources().values():
            if earlier.id == id:
                break
            take_kept(con, earlier, snapshot)
        kept = con.execute("from judgement").df()
        tables = []
        for edition in editions:
            con.execute("delete from judgement")
            con.register("kept_judgements", kept)
            con.execute("insert into judgement by name from kept_judgements")
            tables.append(rows_of(con, replace(source, editions=(edition,)), directory))
        return page(source, editions[0], editions[1], tables[0], tables[1], names(con, source))


def _source(id: str) -> Source:
    if id not in sources():
        raise NoSuchSource(f"data/sources.toml: no source '{id}'; there are {', '.join(sources())}")
    return sources()[id]


def _edition(source: Source, name: str) -> Edition:
    known = {each.edition: each for each in (*source.earlier, *source.editions)}
    if name not in known:
        raise NoSuchSource(f"data/sources.toml [{source.id}]: no edition '{name}'; there are {', '.join(known)}")
    return known[name]


def rows_of(con: duckdb.DuckDBPyConnection, source: Source, directory: Path) -> list[Row]:
    """Return the rows of a source's tidy table as texts."""
    table = tidy(con, source, directory)
    texts = table.astype(object).where(table.notna(), "").astype(str)
    return [dict(zip(table.columns, row, strict=True)) for row in texts.itertuples(index=False)]


def names(con: duckdb.DuckDBPyConnection, source: Source) -> report.Names:
    """Return how areas, authorities and measures are written: a measure by its indicator, where one publishes it."""
    areas = dict(con.execute("select area_code, plain_name from area").fetchall())
    authorities = dict(con.execute("select dfe_code, plain_name from authority").fetchall())
    return report.Names(areas, authorities, _measures(source.id))


def _measures(id: str) -> Mapping[str, str]:
    return {
        measure: indicator.title
        for indicator in indicators().values()
        for series in indicator.series
        if series.source == id
        for measure in (
            (series.published,) if series.published else series.numerator if indicator.unit.is_count else ()
        )
    }


def page(
    source: Source, before: Edition, after: Edition, was: list[Row], now: list[Row], known: report.Names
) -> tuple[str, str]:
    """Write the page of what an edition changed; its name says when and what."""
    lines = [*report.heading(source, before, after), *_body(source, was, now, known)]
    return diffs.name(after.published, source.id, after.edition), "\n".join(lines).rstrip() + "\n"


def _body(source: Source, was: list[Row], now: list[Row], known: report.Names) -> Iterator[str]:
    found = difference(source.content, was, now)
    if source.content is Content.JUDGEMENTS:
        yield from report.of_judgements(found, known)
    elif source.content is Content.FIGURES:
        measures = {row["measure"] for row in was}, {row["measure"] for row in now}
        areas = [{row["area_code"] for row in rows} for rows in (was, now)]
        yield report.of_areas(areas[1] - areas[0], areas[0] - areas[1], known)
        yield from report.of_figures(figures(found, published_in_both(was, now)), known, measures)
    else:
        yield from report.of_others(source.content, found, known)
