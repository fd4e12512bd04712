"""The changelog of the register: what was added, corrected or removed since a commit, and why."""

import csv
import hashlib
import io
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from data.paths import REFERENCE
from etl.errors import BuildError

# The files of the register, and what identifies a row of each.
REGISTER = {
    "contradictions": ("contradiction_id",),
    "events": ("event_id",),
    "intervention_events": ("event_id",),
    "intervention_phases": ("intervention_id", "began_on"),
    "interventions": ("intervention_id",),
}
LOG, SEAL = "register_changes.csv", "register.sha256"
Rows = dict[str, dict[str, str]]


class NotRecorded(BuildError):
    """The register was changed and the changelog does not say so: run `python -m etl changes --why "..."`."""


class NoHistory(BuildError):
    """What the register said before cannot be read: run the command in a clone of the repository, with git."""


class Change(NamedTuple):
    """A row of the changelog."""

    changed_on: str
    file: str
    row_id: str
    change: str
    changed: str
    before: str
    after: str
    why: str


def rows_of(text: str, key: tuple[str, ...]) -> Rows:
    """Read the rows of a CSV by what identifies them."""
    return {" ".join(row[name] for name in key): row for row in csv.DictReader(io.StringIO(text))}


def differences(file: str, before: Rows, after: Rows, *, why: str, today: date) -> Iterator[Change]:
    """Yield a row of the changelog for each row that is not what it was.

    Parameters
    ----------
    file
        Name of the file.
    before, after
        Its rows, as of `rows_of`.
    why
        The reason, in a sentence.
    today
        Under which date they are recorded.
    """
    for row_id in sorted(before.keys() | after.keys()):
        old, new = before.get(row_id), after.get(row_id)
        if old == new:
            continue
        what = "added" if old is None else "removed" if new is None else "corrected"
        names = [name for name in new or {} if (old or {}).get(name) != new[name]] if old and new else []
        was, now = (" | ".join(row[name] for name in names).strip() if row else "" for row in (old, new))
        yield Change(today.isoformat(), f"{file}.csv", row_id, what, " | ".join(names), was, now, why)


def seals(directory: Path = REFERENCE) -> dict[str, str]:
    """Return the SHA-256 of each file of the register."""
    return {f"{file}.csv": hashlib.sha256((directory / f"{file}.csv").read_bytes()).hexdigest() for file in REGISTER}


def unrecorded(directory: Path = REFERENCE) -> list[str]:
    """Name the files of the register that are not what the changelog was last written for."""
    sealed = set((directory / SEAL).read_text(encoding="utf-8").splitlines())
    return [file for file, seal in seals(directory).items() if f"{seal}  {file}" not in sealed]


def committed(since: str, directory: Path = REFERENCE) -> Callable[[str], str]:
    """Return a function that reads a file of the register as it was in a commit; empty where it was not there."""

    def read(file: str) -> str:
        def git(*words: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(["git", *words], cwd=directory, capture_output=True, text=True, check=False)

        try:
            known = git("cat-file", "-e", f"{since}^{{commit}}").returncode == 0
            shown = git("show", f"{since}:./{file}.csv")
        except OSError as error:
            raise NoHistory("git: not found; the changelog is written in a clone, with git") from error
        if not known:
            raise NoHistory(f"{since}: no such commit here; name one of `git log`")
        return shown.stdout if shown.returncode == 0 else ""

    return read


def record(why: str, *, before: Callable[[str], str], today: date, directory: Path = REFERENCE) -> int:
    """Write what changed into the changelog, and seal the register.

    Parameters
    ----------
    why
        The reason, in a sentence, with the document that shows it.
    before
        Gives the text of a file as it was.
    today
        Under which date the changes are recorded. A row changed twice on one day keeps its first `before`.
    directory
        The folder of curated tables.

    Returns
    -------
    int
        How many rows were added, corrected or removed.
    """
    with (directory / LOG).open(encoding="utf-8", newline="") as file:
        log = {row[:3]: row for row in (Change._make(cells) for cells in list(csv.reader(file))[1:])}
    found = [
        change
        for name, key in REGISTER.items()
        for change in differences(
            name,
            rows_of(before(name), key),
            rows_of((directory / f"{name}.csv").read_text(encoding="utf-8"), key),
            why=why,
            today=today,
        )
    ]
    for change in found:
        earlier = log.get(change[:3])
        log[change[:3]] = change._replace(before=earlier.before) if earlier and earlier.before else change
    with (directory / LOG).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([Change._fields, *(log[key] for key in sorted(log))])
    lines = [f"{seal}  {name}\n" for name, seal in seals(directory).items()]
    (directory / SEAL).write_text("".join(lines), encoding="utf-8")
    return len(found)
