"""What a visitor chooses, kept in the address of the page by ids: reload, back and a shared link give it again."""

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

FIRST_AUTHORITY = "E08000025"


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
    successors: tuple[str, ...]
    successor_codes: tuple[str, ...]
    joint_return_name: str | None

    @property
    def label(self) -> str:
        """The name, with the other names by which people look for it."""
        extra = ", ".join(other for other in self.other_names if not _is_evident(other, self.name))
        if self.predecessors:
            extra += f"{'; ' if extra else ''}formerly part of {', '.join(self.predecessors)}"
        return f"{self.name} ({extra})" if extra else self.name

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code by which a link may name it."""
        return (self.area_code, self.dfe_code, *self.area_codes)


def authority(authorities: pd.DataFrame) -> Authority:
    """Let the visitor choose an authority by any of its names, old ones too.

    Parameters
    ----------
    authorities
        Rows of `queries.authorities`.

    Returns
    -------
    Authority
        The chosen one. An unknown code in the address is named and passed over.
    """
    found = {row["area_code"]: _authority(row) for row in authorities.to_dict("records")}
    _take_from_address(found)
    chosen = st.selectbox("Local authority", list(found), format_func=lambda code: found[code].label, key="authority")
    st.query_params["authority"] = chosen
    st.session_state["authority_in_address"] = chosen
    return found[chosen]


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


def _take_from_address(found: dict[str, Authority]) -> None:
    """Let the address decide whenever it has changed otherwise than by the visitor's own choice."""
    known = {code: each.area_code for each in found.values() for code in each.codes}
    asked = st.query_params.get("authority", FIRST_AUTHORITY)
    if asked not in known:
        st.warning(f"No local authority has the code '{asked[:20]}': {found[FIRST_AUTHORITY].name} is shown.")
    if "authority" not in st.session_state or st.session_state.get("authority_in_address") != asked:
        st.session_state["authority"] = known.get(asked, FIRST_AUTHORITY)


def _is_evident(other: str, name: str) -> bool:
    """Tell whether whoever looks for the other name finds this one anyway."""
    bare = re.sub(r"\b(City of|City|Council|County|Corporation|The|Royal|Pre LG)\b|[(),]", "", other)
    return re.sub(r"\s+", " ", bare).strip().lower() in name.lower()
