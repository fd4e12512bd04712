"""What a CSV means, as CSV on the Web says it: types, meanings, sources and notes for programs that read the file."""

import json

from pages.takeaway.table import ATTRIBUTION, STANDING, Table

OPEN_GOVERNMENT_LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
MEDIA_TYPE = "application/csvm+json"
# The names that CSV on the Web has for what a column holds.
DATATYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}


def metadata(table: Table, *, url: str, types: dict[str, str], key: tuple[str, ...]) -> bytes:
    """Describe a CSV for programs.

    Parameters
    ----------
    table
        What is in it.
    url
        The file, seen from where the description is.
    types
        The datatype of each column: string, integer, double, boolean or date.
    key
        The columns that name a row.
    """
    whole = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": url,
        "dc:title": table.title,
        "dc:description": f"{table.described.row}. {STANDING}",
        "dc:license": {"@id": OPEN_GOVERNMENT_LICENCE},
        "dc:rights": ATTRIBUTION,
        "dc:modified": {"@value": str(table.built), "@type": "xsd:date"},
        "dc:source": [
            f"{each['publisher']}: {each['publication']}, edition {each['edition']}" for each in table.sources
        ],
        "rdfs:comment": [f"{about}. {kind}: {note}" for about, kind, note in table.notes],
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "tableSchema": {"columns": [_column(table, name, types[name]) for name in table.columns], "primaryKey": key},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _column(table: Table, name: str, kind: str) -> dict[str, str | bool]:
    return {
        "name": name,
        "titles": name,
        "dc:description": table.described.meaning(name),
        "datatype": kind,
        "null": "",
    }
