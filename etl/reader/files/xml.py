"""Parts of zipped spreadsheets: opened within bounds, parsed without document types or entities."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import IO, Literal, cast
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, ParseError

from etl.reader.model import Refused

DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
CHUNK = 1 << 20  # bytes read at a time, each looked at for declarations
BROKEN = (ParseError, zipfile.BadZipFile, EOFError, OSError, ValueError, LookupError, RuntimeError, zlib.error)
CUT_SHORT = "The file is incomplete or damaged. Save it again, or upload it again."


class Guarded:
    """A stream that refuses a document type, wherever it stands and in whatever width of letters."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.tail = stream, b""

    def read(self, size: int = CHUNK) -> bytes:
        """Read on, looking at what is read."""
        data = self.stream.read(size)
        bare = self.tail + data.replace(b"\0", b"")
        if DECLARATION.search(bare):
            raise Refused("XML_ENTITY", "The file defines entities inside itself, as no spreadsheet program does.")
        self.tail = bare[-16:]
        return data


def name_of(element: Element) -> str:
    """Give the tag without its namespace."""
    return _local(element.tag)


@lru_cache(maxsize=1000)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """Give an attribute whatever its namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return None


def parsed(archive: zipfile.ZipFile, part: str) -> Element:
    """Read a small part as a whole; an empty element where the file has no such part."""
    if part not in archive.NameToInfo:
        return Element("absent")
    try:
        with archive.open(part) as stream:
            return ElementTree.parse(cast(IO[bytes], Guarded(stream))).getroot()
    except BROKEN as error:
        raise Refused("CORRUPT", CUT_SHORT) from error


def events(
    archive: zipfile.ZipFile, part: str, kinds: tuple[Literal["start", "end"], ...] = ("end",)
) -> Iterator[tuple[str, Element]]:
    """Read a large part piece by piece: ("start" or "end", element), by default at their ends only."""
    try:
        with archive.open(part) as stream:
            yield from ElementTree.iterparse(cast(IO[bytes], Guarded(stream)), events=kinds)
    except KeyError as error:
        raise Refused("CORRUPT", CUT_SHORT) from error
    except BROKEN as error:
        raise Refused("CORRUPT", CUT_SHORT) from error


def texts(archive: zipfile.ZipFile, part: str, limit: int = 5_000_000) -> Iterator[str]:
    """Read every text and value of a part, for what should not be in it."""
    seen = 0
    for _, element in events(archive, part):
        for text in (element.text, *(value for key, value in element.attrib.items() if key in ("v", "name"))):
            if text and text.strip():
                seen += len(text)
                yield text.strip()
        element.clear()
        if seen > limit:
            return
