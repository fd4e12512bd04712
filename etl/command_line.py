"""What may be typed after `python -m etl`."""

import argparse
from pathlib import Path

from data.paths import CHANGES, RAW, SNAPSHOT, database

DESCRIPTION = "The commands of the pipeline; see `--help` of each."
EXIT_CODES = (
    "exit codes: 0 done, 1 the data is not as expected (the message says where), 2 the command is not understood"
)
# Commands that only need to know which database they are about.
OF_THE_DATABASE = {
    "build": "Build the database from the tidy tables, check it, and move it into place.",
    "check": "Run every check of the database again and print a table.",
    "status": "Tell what is loaded, how fresh and how complete.",
    "doubts": "List what is not certain in the register: rows of low confidence, and ends that are not known.",
}


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    made = argparse.ArgumentParser(prog="python -m etl", description=DESCRIPTION, epilog=EXIT_CODES)
    commands = made.add_subparsers(dest="command", required=True)

    def command(name: str, description: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, epilog=EXIT_CODES, description=description)

    _extract(command("extract", "Read the publishers' files into our own tidy tables, data/snapshot."))
    _fetch(command("fetch", "Get the publishers' files that are missing or new, one at a time, each verified."))
    _refresh(command("refresh", "Fetch new editions, read and compare them, build the database and move it in."))
    _compare(command("compare", "Write what one edition of a source says that another does not, as a page."))
    _read(command("read", "Read one spreadsheet as the dashboard would read it, keeping nothing."))
    for name, description in OF_THE_DATABASE.items():
        _database(command(name, description))
    _serve(command("serve", "Serve the database to dashboards on other machines, by DuckDB's own protocol."))
    _changes(command("changes", "Write what changed in the register into its changelog, and why."))
    return made


def _database(of: argparse.ArgumentParser) -> None:
    of.add_argument("--database", type=Path, default=database(), help="the file (default %(default)s)")


def _serve(of: argparse.ArgumentParser) -> None:
    _database(of)
    # the port is the protocol's own
    of.add_argument("--address", default="localhost:9494", help="host:port to listen on (default %(default)s)")


def _raw(of: argparse.ArgumentParser, word: str) -> None:
    of.add_argument(word, dest="directory", type=Path, default=RAW, help="folder of the files (default %(default)s)")


def _only(of: argparse.ArgumentParser) -> None:
    of.add_argument(
        "--only", action="append", default=[], metavar="SOURCE", help="this source alone; may be said again"
    )


def _extract(of: argparse.ArgumentParser) -> None:
    _raw(of, "--from")
    of.add_argument("--to", type=Path, default=SNAPSHOT, help="folder of the tidy tables (default %(default)s)")
    _only(of)


def _fetch(of: argparse.ArgumentParser) -> None:
    _raw(of, "--to")
    _only(of)


def _refresh(of: argparse.ArgumentParser) -> None:
    _raw(of, "--raw")
    _only(of)
    _database(of)


def _compare(of: argparse.ArgumentParser) -> None:
    of.add_argument("source", help="a source of data/sources.toml")
    of.add_argument("before", help="the name of one of its editions")
    of.add_argument("after", help="the name of a later one")
    _raw(of, "--from")
    of.add_argument("--to", type=Path, default=CHANGES, help="folder of the pages (default %(default)s)")


def _read(of: argparse.ArgumentParser) -> None:
    of.add_argument("file", type=Path, help="an .xlsx, .xlsm, .xls, .ods, .csv or .tsv file")
    of.add_argument("--json", action="store_true", help="print one JSON object")


def _changes(of: argparse.ArgumentParser) -> None:
    of.add_argument("--why", default="", help="the reason, in a sentence; without it, tell what is not recorded")
    of.add_argument("--since", default="HEAD", help="the commit to compare with (default %(default)s)")
