"""The commands of `python -m etl`: extract, build, check, status, doubts, changes, read. See `--help` of each."""

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from data.catalogue import CatalogueError
from data.paths import RAW, SNAPSHOT, database
from etl.build import build
from etl.changes import LOG, NotRecorded, committed, record, unrecorded
from etl.errors import BuildError
from etl.extract import extract
from etl.reader.command import as_json, as_text, read_file
from etl.status import checks, doubts, status

EXIT_CODES = (
    "exit codes: 0 done, 1 the data is not as expected (the message says where), 2 the command is not understood"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 not understood."""
    chosen = _parser().parse_args(arguments)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m etl", description=__doc__, epilog=EXIT_CODES)
    commands = parser.add_subparsers(dest="command", required=True)
    reading = commands.add_parser(
        "extract", epilog=EXIT_CODES, description="Read the publishers' files into our own tidy tables, data/snapshot."
    )
    reading.add_argument(
        "--from", dest="directory", type=Path, default=RAW, help="folder of the files (default %(default)s)"
    )
    reading.add_argument("--to", type=Path, default=SNAPSHOT, help="folder of the tidy tables (default %(default)s)")
    upload = commands.add_parser(
        "read", epilog=EXIT_CODES, description="Read one spreadsheet as the dashboard would read it, keeping nothing."
    )
    upload.add_argument("file", type=Path, help="an .xlsx, .xlsm, .xls, .ods, .csv or .tsv file")
    upload.add_argument("--json", action="store_true", help="print one JSON object")
    for name, description in {
        "build": "Build the database from the tidy tables, check it, and move it into place.",
        "check": "Run every check of the database again and print a table.",
        "status": "Tell what is loaded, how fresh and how complete.",
        "doubts": "List what is not certain in the register: rows of low confidence, and ends that are not known.",
    }.items():
        command = commands.add_parser(name, epilog=EXIT_CODES, description=description)
        command.add_argument("--database", type=Path, default=database(), help="the file (default %(default)s)")
    changing = commands.add_parser(
        "changes", epilog=EXIT_CODES, description="Write what changed in the register into its changelog, and why."
    )
    changing.add_argument("--why", default="", help="the reason, in a sentence; without it, tell what is not recorded")
    changing.add_argument("--since", default="HEAD", help="the commit to compare with (default %(default)s)")
    return parser


def _extract(chosen: argparse.Namespace) -> tuple[str, int]:
    summary = extract(chosen.directory, chosen.to, say=_say)
    return f"Read {summary.files} files into {summary.rows:,} rows of {chosen.to}", 0


def _build(chosen: argparse.Namespace) -> tuple[str, int]:
    summary = build(chosen.database, say=_say)
    return f"Built {summary.path} with {summary.observations:,} figures and {summary.judgements:,} judgements", 0


def _check(chosen: argparse.Namespace) -> tuple[str, int]:
    table = checks(chosen.database)
    _print(table)
    failed = int((table["rows"] > 0).sum())
    return f"{len(table)} checks, {failed} with offending rows", min(failed, 1)


def _status(chosen: argparse.Namespace) -> tuple[str, int]:
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


COMMANDS = {
    "extract": _extract,
    "build": _build,
    "check": _check,
    "status": _status,
    "doubts": _doubts,
    "changes": _changes,
    "read": _read,
}


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _print(table: pd.DataFrame) -> None:
    sys.stdout.write(table.to_string(index=False, max_colwidth=60) + "\n")


if __name__ == "__main__":
    sys.exit(main())
