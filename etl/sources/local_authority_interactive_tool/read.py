"""The Local Authority Interactive Tool's table, a parquet file."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pyarrow.compute
import pyarrow.parquet

from etl.errors import TruncatedFile

Row = tuple[int, tuple[str, ...]]

# What is read of some 400 measures; figures.sql gives each its name and refuses one that it does not know.
MEASURES = (
    "RefBySource_Police_%", "RefBySource_Schl_%", "RefBySource_HealthServ_%", "Continue_Assess_Comp", "CP_conf_15days",
    "CareApplications", "LACStable_2016on", "SafeguardingFinance", "TotalLACFinance", "FamilySupportFinance",
    "RevCP", "CPP_Reviewed_InReqTimeScl", "CPP_31March_3MnthorMore", "CINCease3months", "HospAd0-14", "FirstYJS",
    "LAC_Foster_Placements", "LAC_SecHome_And_ChildHome", "Social_Work_Caseholders_%",
    "Social_Work_SeniorPractitioner_%",
)  # fmt: skip


def read(path: Path, table: str) -> Iterator[Row]:  # noqa: ARG001
    """Yield the header and the rows of `MEASURES` as text, numbered from 1 as the parquet file holds them.

    Parameters
    ----------
    path
        The parquet file.
    table
        Not used: the file holds one table.

    Yields
    ------
    tuple of int and tuple of str
        Row number (the header is 0) and cells; a missing cell is ''.

    Raises
    ------
    TruncatedFile
        The file is no whole parquet file.
    """
    try:
        content = pyarrow.parquet.read_table(path)
    except pyarrow.ArrowInvalid as error:
        raise TruncatedFile(f"{path.name}: {error}; fetch the file again") from error
    yield 0, tuple(content.column_names)
    numbered = content.append_column("row", pyarrow.array(range(1, len(content) + 1)))
    wanted = numbered.filter(pyarrow.compute.is_in(content["Short Desc"], pyarrow.array(MEASURES)))
    numbers, columns = wanted["row"].to_pylist(), wanted.drop_columns("row").columns
    texts = [column.cast("string").fill_null("").to_pylist() for column in columns]
    yield from zip(numbers, zip(*texts, strict=True), strict=True)
