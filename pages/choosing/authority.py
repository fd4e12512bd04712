"""A local authority as pages know it. No Streamlit here."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd


@dataclass(frozen=True, kw_only=True)
class Authority:
    """A local authority as a page needs to know it: one row of `queries.authorities`."""

    area_code: str
    dfe_code: str
    name: str
    other_names: tuple[str, ...]
    area_codes: tuple[str, ...]
    region_name: str
    opened_on: pd.Timestamp | None
    closed_on: pd.Timestamp | None
    tiny: bool
    predecessors: tuple[str, ...]
    predecessor_codes: tuple[str, ...]
    successors: tuple[str, ...]
    successor_codes: tuple[str, ...]
    joint_return_name: str | None

    @cached_property
    def label(self) -> str:
        """The name, with the other names by which people look for it."""
        extra = ", ".join(other for other in self.other_names if not _is_evident(other, self.name))
        if self.predecessors:
            extra += f"{'; ' if extra else ''}formerly {', '.join(self.predecessors)}"
        return f"{self.name} ({extra})" if extra else self.name

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code by which a link may name it."""
        return (self.area_code, self.dfe_code, *self.area_codes)


def authorities(rows: pd.DataFrame) -> dict[str, Authority]:
    """Make an Authority of each row of `queries.authorities`, by area code."""
    return {row["area_code"]: _authority(row) for row in rows.to_dict("records")}


def _authority(row: dict[str, Any]) -> Authority:
    """Make an Authority of a row: lists become tuples, what is not known None."""
    plain: dict[str, Any] = {
        name: tuple(value) if hasattr(value, "__len__") and not isinstance(value, str) else value
        for name, value in row.items()
    }
    known: dict[str, Any] = {
        name: None if not isinstance(value, tuple) and pd.isna(value) else value for name, value in plain.items()
    }
    return Authority(**known)


def _is_evident(other: str, name: str) -> bool:
    """Tell whether whoever looks for the other name finds this one anyway."""
    bare = re.sub(r"\b(City of|City|Council|County|Corporation|The|Royal|Pre LG)\b|[(),]", "", other)
    return re.sub(r"\s+", " ", bare).strip().lower() in name.lower()
