"""The commands of `python -m etl`: fetch, extract, build and the others of COMMANDS. See `--help` of each."""

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date

import pandas as pd

from data.catalogue import CatalogueError
from data.paths import RAW
from etl.build import build
from etl.changes import LOG, NotRecorded, committed, record, unrecorded
from etl.command_line import parser
from etl.comparing.compare import compare
from etl.errors import BuildError
from etl.extract import extract
from etl.fetching.fetch import Fetch, fetch
from etl.reader.command import as_json, as_text, read_file
from etl.refresh import House, refresh
from etl.serve import serve_on
from etl.status import checks, doubts, overview, sources_held, status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 not understood."""
    chosen = parser().parse_args(arguments)
    began = time.monotonic()
    try:
        summary, code = COMMANDS[chosen.command](chosen)
    except (BuildError, CatalogueError) as error:
        _say(f"{type(error).__name__}: {error}")
        _say("Nothing was changed.")
        return 1
    except KeyboardInterrupt:
        _say("Stopped. Nothing was changed.")
        return 1
    _say(f"{summary} ({time.monotonic() - began:.1f} s)")
    return code


def _extract(chosen: argparse.Namespace) -> tuple[str, int]:
    summary = extract(chosen.directory, chosen.to, only=chosen.only, say=_say)
    return f"Read {summary.files} files into {summary.rows:,} rows of {chosen.to}", 0


def _fetch(chosen: argparse.Namespace) -> tuple[str, int]:
    report = fetch(Fetch(chosen.directory), only=chosen.only, say=_say)
    return f"{len(report.fetched)} files fetched, {len(report.troubles)} not", min(len(report.troubles), 1)


def _compare(chosen: argparse.Namespace) -> tuple[str, int]:
    name, text = compare(chosen.source, chosen.before, chosen.after, directory=chosen.directory)
    (chosen.to / name).write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return f"Written: {name}", 0


def _refresh(chosen: argparse.Namespace) -> tuple[str, int]:
    done = refresh(House(chosen.database), Fetch(chosen.directory), only=chosen.only, say=_say)
    for text in done.pages.values():
        sys.stdout.write(f"{text}\n")
    what = ", ".join(f"{id} {edition.edition}" for id, edition in done.editions.items())
    return f"New: {what or 'nothing'}; {len(done.troubles)} not fetched", min(len(done.troubles), 1)


def _build(chosen: argparse.Namespace) -> tuple[str, int]:
    summary = build(chosen.database, say=_say)
    return f"Built {summary.path} with {summary.observations:,} figures and {summary.judgements:,} judgements", 0


def _check(chosen: argparse.Namespace) -> tuple[str, int]:
    table = checks(chosen.database)
    _print(table)
    failed = int((table["rows"] > 0).sum())
    return f"{len(table)} checks, {failed} with offending rows", min(failed, 1)


def _status(chosen: argparse.Namespace) -> tuple[str, int]:
    held = sources_held(chosen.database, date.today())
    sys.stdout.write("\n".join(overview(chosen.database, RAW)) + "\n")
    sys.stdout.write(held.to_string(index=False, justify="left", max_colwidth=160) + "\n")
    table = status(chosen.database)
    _print(table)
    return f"{len(table)} indicators, {int(table['figures'].sum()):,} figures of authorities", 0


def _doubts(chosen: argparse.Namespace) -> tuple[str, int]:
    table = doubts(chosen.database)
    _print(table)
    return f"{len(table)} rows of the register are not certain", 0


def _changes(chosen: argparse.Namespace) -> tuple[str, int]:
    if chosen.why:
        number = record(chosen.why, before=committed(chosen.since), today=date.today())
        return f"Recorded {number} rows added, corrected or removed in data/reference/{LOG}", 0
    if files := unrecorded():
        raise NotRecorded(
            f'data/reference/{files[0]}: changed and not recorded; run `python -m etl changes --why "..."`'
        )
    return "The changelog is up to date", 0


def _read(chosen: argparse.Namespace) -> tuple[str, int]:
    reading = read_file(chosen.file)
    sys.stdout.write((as_json(reading) if chosen.json else as_text(reading)) + "\n")
    return f"{reading.outcome}: {len(reading.records):,} figures and gaps", 0


def _serve(chosen: argparse.Namespace) -> tuple[str, int]:
    _say(f"Serving {chosen.database} at quack:{chosen.address} until this is ended")
    serve_on(chosen.database, chosen.address)
    return "Ended", 0


COMMANDS = {
    "fetch": _fetch,
    "extract": _extract,
    "compare": _compare,
    "refresh": _refresh,
    "build": _build,
    "check": _check,
    "status": _status,
    "doubts": _doubts,
    "changes": _changes,
    "read": _read,
    "serve": _serve,
}


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _print(table: pd.DataFrame) -> None:
    sys.stdout.write(table.to_string(index=False, max_colwidth=60) + "\n")


if __name__ == "__main__":
    sys.exit(main())
