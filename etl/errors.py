"""Everything that can stop an extract or a build, by name.

The message of each error is one sentence that names the file, then the row or column, then what to do.
"""


class BuildError(Exception):
    """The data is not as expected: nothing was written, the old files are as they were."""


class NoSuchSource(BuildError):
    """A source is asked for that data/sources.toml does not have: name one of those listed."""


class SourceFileMissing(BuildError):
    """A publisher's file named in data/sources.toml is not in the folder: copy it there."""


class TruncatedFile(BuildError):
    """A row has another number of cells than the header: fetch the file again."""


class ColumnsChanged(BuildError):
    """The publisher renamed, added or dropped a column: correct the source's columns.csv."""


class SheetMissing(BuildError):
    """The workbook has no sheet of the expected name: correct `sheet` in data/sources.toml."""


class UnknownSymbol(BuildError):
    """A cell is neither a number nor a known symbol: add it to data/reference/symbols.csv."""


class UnknownArea(BuildError):
    """A row is about an area that data/reference does not know: add its code or name there."""


class UnknownGrade(BuildError):
    """A judgement is not one of the known words: correct the source's SQL."""


class DuplicateRow(BuildError):
    """Two rows give the same figure for the same area and period: one of them must go."""


class PeriodMissing(BuildError):
    """A release lacks a year, or an area in a year, that it should carry: fetch the file again."""


class ValueBesideStatus(BuildError):
    """A figure has both a value and a reason why there is none, or neither: correct the row."""


class SnapshotMissing(BuildError):
    """The tidy tables are not all there: run `python -m etl extract`."""


class SnapshotChanged(BuildError):
    """A tidy table was edited by hand or cut short: restore it or run `python -m etl extract`."""


class ReferenceBroken(BuildError):
    """A curated table in data/reference contradicts itself: correct the row that is named."""


class NotWritten(BuildError):
    """The database could not be written: make room, or close what holds the file."""


class CheckFailed(BuildError):
    """A check of the finished database returned rows: `python -m etl check` prints them."""


class NotFetched(BuildError):
    """A publisher did not give what was asked for: the message says what came instead; most often run it again."""


class Busy(BuildError):
    """Another fetch or refresh is at work: let it end."""
