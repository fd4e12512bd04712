"""Reading a publisher's file as text, with its columns renamed to ours and every row numbered."""

import csv
import difflib
import importlib.util
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from data.catalogue import Edition, Source
from etl.errors import ColumnsChanged, SourceFileMissing, TruncatedFile

SOURCE_FOLDERS = Path(__file__).parent / "sources"
IGNORED = "-"
LIKE = 0.6  # share of letters two names have in common before one is taken for the other renamed; difflib's own bound

Row = tuple[int, tuple[str, ...]]


class Staged(NamedTuple):
    """The cells of one file: `rows` are (row number, one text per column), numbered as a spreadsheet does."""

    columns: tuple[str, ...]
    rows: list[Row]


def staged(source: Source, edition: Edition, directory: Path) -> Staged:
    """Read one edition of a source.

    Parameters
    ----------
    source, edition
        From the catalogue.
    directory
        The folder that holds the publishers' files.

    Returns
    -------
    Staged
        The columns that the source's columns.csv names, in the file's order, all as text.

    Raises
    ------
    SourceFileMissing, TruncatedFile, ColumnsChanged, SheetMissing
        Naming the file, and the row or the column.
    """
    path = directory / edition.file
    if not path.is_file():
        raise SourceFileMissing(f"{edition.file}: not found in {directory}; copy the publisher's file there")
    rows = iter(_rows(source, edition, path))
    header = _numbered(next(rows, (0, ()))[1])
    ours = _ours(source, edition, header)
    kept = [n for n, name in enumerate(ours) if name != IGNORED]
    return Staged(
        columns=tuple(ours[n] for n in kept),
        rows=[(number, tuple(cells[n] for n in kept)) for number, cells in _whole(rows, len(header), edition.file)],
    )


def _rows(source: Source, edition: Edition, path: Path) -> Iterable[Row]:
    """Return the header and the rows of a file: by the source's read.py if it has one, else as a CSV."""
    script = SOURCE_FOLDERS / source.id / "read.py"
    if not script.exists():
        return read_csv(path)
    spec = importlib.util.spec_from_file_location(f"etl.sources.{source.id}.read", script)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    rows: Iterable[Row] = module.read(path, edition.sheet)
    return rows


def read_csv(path: Path) -> Iterator[Row]:
    """Yield the rows of a CSV file with their numbers, header first; blank lines are passed over.

    UTF-8 with or without a byte order mark; the releases of 2010 to 2017 are in Windows-1252.
    """
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            tidy = tuple(re.sub(r"\s+", " ", cell).strip() for cell in cells)
            if any(tidy):
                yield number, tidy
    except csv.Error as error:
        raise TruncatedFile(f"{path.name}, row {reader.line_num}: {error}; fetch the file again") from error


def _numbered(header: tuple[str, ...]) -> list[str]:
    """Name each column of a header once: a repeated text becomes 'text (2)', an empty one '(blank)'."""
    seen: Counter[str] = Counter()
    names = []
    for cell in header:
        name = cell or "(blank)"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


class _Named(NamedTuple):
    """What columns.csv says of one edition: the column that holds for it, and (ours, the publisher's) by lines."""

    columns: list[str]
    holds: str
    lines: list[tuple[str, str]]


def _named(source: Source, edition: Edition) -> _Named:
    """Read columns.csv; for an edition that has no column there that of the edition before it holds."""
    with (SOURCE_FOLDERS / source.id / "columns.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or ()), list(reader)
    names = [each.edition for each in source.editions]
    before = names[: names.index(edition.edition) + 1] if edition.edition in names else []
    holds = next((name for name in reversed([*before, edition.edition]) if name in columns), columns[-1])
    return _Named(columns, holds, [(row["column"], row[holds]) for row in rows if row[holds]])


def _ours(source: Source, edition: Edition, header: list[str]) -> list[str]:
    """Translate the publisher's header to our column names, refusing one column more or fewer.

    Two lines of columns.csv with one name of ours say that the publisher has called it either; a column that is left
    out need not be there.
    """
    named = _named(source, edition)
    mapping = {theirs: ours for ours, theirs in named.lines}
    more = [h for h in header if h not in mapping]
    there = {mapping[h] for h in header if h in mapping and mapping[h] != IGNORED}
    fewer = [theirs for ours, theirs in named.lines if ours != IGNORED and ours not in there]
    twice = [h for h in header if h in mapping and mapping[h] != IGNORED and _times(mapping, header, mapping[h]) > 1]
    if more or fewer or twice:
        raise ColumnsChanged(f"{edition.file}: {_changed(source, named, more, fewer, twice)}")
    return [mapping[name] for name in header]


def _times(mapping: dict[str, str], header: list[str], ours: str) -> int:
    return sum(mapping.get(name) == ours for name in header)


def _changed(source: Source, named: _Named, more: list[str], fewer: list[str], twice: list[str]) -> str:
    """Say which columns are not as expected, and the lines that would make them so."""
    said = [
        *(f"column '{name}' is not in columns.csv" for name in more[:5]),
        *(f"column '{name}' is missing" for name in fewer[:5]),
        *(f"column '{name}' is a second of its kind" for name in twice[:5]),
    ]
    lines = " ".join(f"`{line}`" for line in _lines_to_add(named, more, fewer)[:5])
    adding = f" (to add, if that is what happened: {lines})" if lines else ""
    return "; ".join(said) + f"; correct etl/sources/{source.id}/columns.csv" + adding


def _lines_to_add(named: _Named, more: list[str], fewer: list[str]) -> list[str]:
    """Write the line of columns.csv for each new name: that of the missing column most like it, or left out."""
    ours = {theirs: name for name, theirs in named.lines}
    cells = ["" for _ in named.columns]
    left, lines = list(fewer), []
    for name in more:
        like = difflib.get_close_matches(name, left, n=1, cutoff=LIKE) or left[: len(more) == len(fewer) == 1]
        left = [each for each in left if each not in like]
        cells[0], cells[named.columns.index(named.holds)] = (ours[like[0]] if like else IGNORED), name
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(cells)
        lines.append(line.getvalue())
    return lines


def _whole(rows: Iterable[Row], width: int, file: str) -> Iterator[Row]:
    """Pass on rows that have as many cells as the header."""
    for number, cells in rows:
        if len(cells) != width:
            raise TruncatedFile(
                f"{file}, row {number}: {len(cells)} cells where the header has {width}; fetch the file again"
            )
        yield number, cells
