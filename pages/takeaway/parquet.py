"""Rows as Parquet, for R and Python: the types and the meanings of the columns go with them."""

import io
import json

import pyarrow as pa
import pyarrow.parquet as pq

from pages.takeaway.table import Table, about


def as_parquet(table: Table) -> bytes:
    """Write a table as Parquet: typed columns, each with its meaning, and the rest as metadata of the file."""
    plain = pa.Table.from_pandas(table.rows, preserve_index=False)
    columns = [_typed(column) for column in plain.columns]
    fields = [
        pa.field(name, column.type, metadata={"meaning": table.described.meaning(name)})
        for name, column in zip(table.columns, columns, strict=True)
    ]
    metadata = {
        key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        for key, value in about(table).items()
        if key != "columns"
    }
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns, schema=pa.schema(fields, metadata=metadata)), buffer, compression="zstd")
    return buffer.getvalue()


def _typed(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Give a column the type that other tools expect: plain text, and dates that are dates."""
    kind = column.type
    if pa.types.is_null(kind) or pa.types.is_large_string(kind) or pa.types.is_dictionary(kind):
        return column.cast(pa.string())
    if pa.types.is_timestamp(kind):
        try:
            return column.cast(pa.date32())
        except pa.ArrowInvalid:  # it has times of day
            return column
    return column
