"""Break files in many ways and read them: `python -m tests.reader.fuzz MINUTES [SEED]`.

A broken file may be read or refused. It may not end in any other exception, take long, or give a figure that is not
in the cell it names.
"""

import csv
import io
import random
import re
import sys
import time
import zipfile
import zlib
from collections import Counter
from functools import cache

from etl.reader.cells.names import place
from etl.reader.door import read_upload
from etl.reader.files.csv import decoded, separator_of
from etl.reader.files.outside import kind_of
from etl.reader.model import Reading, Refused
from etl.reader.understand import understand
from tests.reader.cases import all_cases
from tests.reader.kit import archive, as_excel_writes

SECONDS = 20
TOKENS = [
    "", "-", "c", "x", "#N/A", "1e999", "nan", "inf", "-0", "17,4", "£5", "100%", "0.174", "9" * 400, "=1+1", "2024/25", "Q1", "31/02/2024",
    "Kingston", "England", "\u202e", "\U0001f600", "'", '"', "٣٤", "Leeds", "Target", "1,2,3", "[1]", "²", "٪", "½", "１２", "2024-13", "Q9 2024/25",
]  # fmt: skip
ALLOWED = (Refused, MemoryError, RecursionError)


@cache
def seeds() -> list[tuple[str, bytes]]:
    """Give the files that are broken."""
    found = [(case.file, case.data) for case in all_cases() if case.data]
    shared = [
        (name, as_excel_writes(data))
        for name, data in found
        if data.startswith(b"PK") and b"xl/worksheets/sheet1.xml" in data
    ]
    return found + shared


def broken(data: bytes, chance: random.Random) -> bytes:
    """Break a file in one way."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _broken_part(data, chance)
    if not data.startswith((b"PK", b"\xd0\xcf")) and chance.random() < 0.7:
        return _broken_words(data, chance)
    return _broken_bytes(data, chance)


def _broken_bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data or b"x")
    for _ in range(chance.choice((1, 3, 20, 200))):
        position = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[position] = chance.randrange(256)
            case 1:
                del changed[position : position + chance.randrange(1, 50)]
            case 2:
                changed[position:position] = changed[position : position + chance.randrange(1, 50)]
            case _:
                changed = changed[: max(10, position)] if chance.random() < 0.2 else changed
        if len(changed) < 10:
            return bytes(changed) + b"0123456789"
    return bytes(changed)


def _broken_words(data: bytes, chance: random.Random) -> bytes:
    pieces = re.split(rb"([,;\t|\r\n<>])", data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        pieces[chance.randrange(len(pieces))] = chance.choice(TOKENS).encode()
    if chance.random() < 0.3:
        chance.shuffle(pieces)
    return b"".join(pieces)


def _broken_part(data: bytes, chance: random.Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, RuntimeError, OSError):
        return _broken_bytes(data, chance)
    if not parts:
        return _broken_bytes(data, chance)
    name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))] or list(parts))
    content = parts[name]
    assert isinstance(content, bytes)
    if chance.random() < 0.15:
        del parts[name]
    elif chance.random() < 0.3 and content:
        parts[name] = _broken_bytes(content, chance)
    else:
        pieces = re.split(rb'([<>"= ])', content)
        for _ in range(chance.choice((1, 2, 5, 20))):
            first, second = chance.randrange(len(pieces)), chance.randrange(len(pieces))
            pieces[first] = chance.choice((pieces[second], b"", b"-1", b"99999999999", chance.choice(TOKENS).encode()))
        parts[name] = b"".join(pieces)
    return archive(parts)


def read_within(name: str, data: bytes) -> Reading | None:
    """Read a broken file in this process; nothing but a refusal may be raised."""
    began = time.monotonic()
    try:
        reading = understand(data, kind_of(data), name, {})
    except ALLOWED:
        reading = None
    assert time.monotonic() - began < SECONDS, "too slow"
    if reading:
        _figures_are_in_their_cells(reading, data)
    return reading


def _figures_are_in_their_cells(reading: Reading, data: bytes) -> None:
    """Look each figure of a text file up in the cell that it names."""
    if data.startswith((b"PK", b"\xd0\xcf")) or kind_of(data) != "csv":
        return
    text, _ = decoded(data)
    if text.lstrip().casefold().startswith("sep="):
        return
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text)))
    for record in reading.records:
        row, column = place(record.cell)
        digits = re.sub(r"[^\d.]", "", rows[row - 1][column - 1])
        if record.value is not None:
            figures = f"{record.value:.10g}".lstrip("-"), f"{record.value / 100:.10g}".lstrip("-")
            assert any(
                figure.rstrip("0").rstrip(".") in digits or float(digits) == float(figure) for figure in figures
            ), (rows[row - 1], record)


def main() -> None:
    """Break and read for a number of minutes, half in this process and half as uploads."""
    minutes, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    chance, ended, began = random.Random(seed), Counter[str](), time.monotonic()
    slowest = 0.0
    while time.monotonic() - began < minutes * 60:
        name, data = chance.choice(seeds())
        for _ in range(chance.choice((1, 1, 2, 3))):
            data = broken(data, chance)
        started = time.monotonic()
        if chance.random() < 0.9:
            reading = read_within(name, data)
            ended[reading.outcome if reading else "refuse"] += 1
        else:
            ended[f"upload {read_upload(data, name).outcome}"] += 1
        slowest = max(slowest, time.monotonic() - started)
    sys.stdout.write(f"seed {seed}: {sum(ended.values()):,} files, slowest {slowest:.1f} s, {dict(ended)}\n")


if __name__ == "__main__":
    main()
