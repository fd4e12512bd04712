"""Reading the reports of Ofsted's inspections from their PDF files: nothing of etl, no library for PDF.

The reports are written by a word processor: each page has one stream of text, and each font a table of the letters
that its numbers stand for.
"""

import re
import zlib
from datetime import date, datetime
from pathlib import Path

MONTHS = "January February March April May June July August September October November December".split()
AREAS = {
    "leadership": "The impact of leaders on (?:social work )?practice with children and families",
    "help and protection": "The experiences and progress of children who need help and protection",
    "in care": "The experiences and progress of children in care",
    "care leavers": "The experiences and progress of care leavers",
    "overall effectiveness": "Overall effectiveness",
}
GRADES = "Outstanding|Good|Requires improvement to be good|Inadequate"
OBJECT = re.compile(rb"(?<!\d)(\d+) 0 obj\b(.*?)endobj", re.S)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
SHOWN = re.compile(
    r"/(\w+) [\d.]+ Tf|\[((?:\((?:\\.|[^\\()])*\)|<[^>]*>|[^\]])*)\] ?TJ"
    r"|(\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>) ?Tj|[\d.-]+ ([\d.-]+) Tm"
)
PIECE = re.compile(r"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]+>")

Letters = dict[int, str]


def grades(text: str) -> dict[str, str]:
    """Read the table of judgements on the first page of a report."""
    table = text[text.index("Judgement Grade") :][:900]
    found = {area: re.search(rf"{words} ({GRADES})\b", table) for area, words in AREAS.items()}
    return {area: match[1].removesuffix(" to be good").lower() for area, match in found.items() if match}


def first_day(text: str) -> date:
    """Read on which day the inspection began: "8 to 19 June 2026", "11 May to 22 May 2026"."""
    days = re.search(r"Inspection dates: (\d+)(?: (\w+))?(?: \d{4})? to \d+ (\w+) (\d{4})", text)
    assert days
    return date(int(days[4]), MONTHS.index(days[2] or days[3]) + 1, int(days[1]))


def authority(text: str) -> str:
    """Read whose report it is."""
    named = re.search(r"Inspection of (.*?) local authority", text)
    assert named
    return named[1]


def published_on(path: Path) -> date:
    """Read the day from the name that the file was kept under."""
    return datetime.strptime(path.stem[-10:], "%Y-%m-%d").date()


def text(path: Path) -> str:
    """Return the words of a report in the order in which they are written, one blank between them."""
    objects = {int(number): content for number, content in OBJECT.findall(path.read_bytes())}
    fonts = {
        number: letters(unpacked(objects[int(found[1])]))
        for number, content in objects.items()
        if (found := re.search(rb"/ToUnicode (\d+) 0 R", content))
    }
    pages = [content for _, content in sorted(objects.items()) if re.search(rb"/Type ?/Page\b", content)]
    return " ".join("".join(page_text(page, objects, fonts) for page in pages).split())


def unpacked(content: bytes) -> str:
    """Unpack the stream of an object."""
    found = STREAM.search(content)
    assert found and b"FlateDecode" in content
    return zlib.decompressobj().decompress(found[1]).decode("latin-1")


def letters(table: str) -> Letters:
    """Read which letter each number of a font stands for."""
    found: Letters = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for number, letter in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(number, 16)] = bytes.fromhex(letter).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, letter in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for step, number in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[number] = chr(int(letter, 16) + step)
    return found


def page_text(page: bytes, objects: dict[int, bytes], fonts: dict[int, Letters]) -> str:
    """Return the words of a page, a line break wherever the height changes."""
    inside, contents = re.search(rb"/Font ?<<(.*?)>>", page, re.S), re.search(rb"/Contents (\d+) 0 R", page)
    assert inside and contents
    named = {name.decode(): int(number) for name, number in re.findall(rb"/(\w+) (\d+) 0 R", inside[1])}
    said, font, height = [], 0, ""
    for font_name, pieces, piece, at in SHOWN.findall(unpacked(objects[int(contents[1])])):
        if font_name:
            font = named[font_name]
        elif at:
            said.append("" if at == height else "\n")
            height = at
        else:
            said += [written(part, fonts.get(font, {})) for part in PIECE.findall(pieces or piece)]
    return "".join(said)


def written(part: str, font: Letters) -> str:
    """Return the letters of one piece: in brackets as they are, in angles four digits each."""
    if part.startswith("("):
        return re.sub(r"\\(.)", r"\1", part[1:-1])
    return "".join(font.get(int(part[at : at + 4], 16), "?") for at in range(1, len(part) - 1, 4))
