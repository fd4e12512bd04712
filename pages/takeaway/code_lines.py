"""The data of a view in one line each: for Python, R, Excel, Google Sheets and curl. They work as they stand."""

from collections.abc import Sequence
from urllib.parse import quote

MOST_AREAS = 60  # that an address names: of nine characters each; above it an address is too long for some programs
MOST_ROWS = 10_000  # that an address of several indicators gives at once


def address(base: str, *, areas: Sequence[str], indicators: Sequence[str], first: int, last: int) -> str:
    """Write where the figures of a view are had as CSV.

    Parameters
    ----------
    base
        Where the dashboard is, as https://example.org/.
    areas
        Area codes; all areas where there are too many to be named.
    indicators
        Ids of data/indicators.toml.
    first, last
        Years of the reference dates, both included.

    Returns
    -------
    str
        For one indicator its file, for several the table of observations.
    """
    named = [f"area={quote(','.join(areas), safe=',')}"] if len(areas) <= MOST_AREAS else []
    years = [f"from={first}", f"to={last}"]
    if len(indicators) == 1:
        return f"{base}data/{indicators[0]}.csv?{'&'.join([*named, *years])}"
    asked = [f"indicator={','.join(indicators)}", *named, *years, f"limit={MOST_ROWS}"]
    return f"{base}api/v1/observations.csv?{'&'.join(asked)}"


def lines(address: str) -> dict[str, str]:
    """Write the line that reads an address, by the program that it is for."""
    power_query = f'Csv.Document(Web.Contents("{address}"), [Delimiter = ",", Encoding = 65001])'
    return {
        "Python": f'import pandas as pd; figures = pd.read_csv("{address}", dtype={{"dfe_code": "string"}})',
        "R": f'figures <- read.csv("{address}", colClasses = c(dfe_code = "character"), na.strings = "")',
        "Excel (Power Query)": f"= Table.PromoteHeaders({power_query}, [PromoteAllScalars = true])",
        "Google Sheets": f'=IMPORTDATA("{address}", ",", "en_GB")',
        "curl": f'curl --fail --silent --show-error --compressed --output figures.csv "{address}"',
    }
