"""Whether a file is what its name says, by its first bytes: a sign-in page in place of a table is no table."""

from pathlib import Path

from etl.errors import NotFetched

# The first bytes of each kind of file but CSV, which has none of its own.
BEGINNINGS = {
    ".xlsx": b"PK\x03\x04",
    ".ods": b"PK\x03\x04",
    ".xls": bytes.fromhex("d0cf11e0a1b11ae1"),
    ".parquet": b"PAR1",
}
MARK = b"\xef\xbb\xbf"  # a byte order mark, with which most of the publishers' CSV files begin
BEGINNING = 2048  # bytes: the header of the widest file has 1,300


def refuse_what_it_is_not(path: Path, suffix: str, content_type: str) -> None:
    """Refuse a file that is not of its kind.

    Parameters
    ----------
    path
        What came.
    suffix
        The ending of the file that was asked for: .csv, .ods, .parquet, .xls or .xlsx.
    content_type
        What the server says of it.

    Raises
    ------
    NotFetched
        Saying what came in its place.
    """
    with path.open("rb") as file:
        start = file.read(BEGINNING)
    text = start.removeprefix(MARK).lstrip()
    if "html" in content_type or text[:1] == b"<":
        raise NotFetched(f"a web page came in place of a {suffix} file: a proxy or a sign-in may stand between")
    if not start:
        raise NotFetched("an empty file came")
    if not (_is_table(text) if suffix == ".csv" else start.startswith(BEGINNINGS.get(suffix, b""))):
        raise NotFetched(f"what came is not a {suffix} file")


def _is_table(text: bytes) -> bool:
    """Say whether these are the beginnings of a CSV file: text, with a comma in its first line."""
    return b"\0" not in text and text[:1] not in (b"{", b"[") and b"," in text.split(b"\n")[0]
