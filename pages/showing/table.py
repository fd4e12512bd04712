"""Real tables: a caption, headed columns, and on a narrow screen one card per row."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st
from pandas import DataFrame

# Hosts that hold copies of the publisher's page: named as what was read, not linked.
COPIES = frozenset(
    """sasastunts.com totalwrapture.com cheonmugeuk.org namiaz.org eng-news.ru thewriterstown.com newswriteups.com
    abcdocz.com pdfslide.us europesays.com washingtonnewsday.com english.shirshobindu.com
    parentsagainstinjustice.ning.com government-world.com limitlesscommunitycare.org newssniffer.co.uk""".split()
)


def table(rows: DataFrame | Sequence[Mapping[str, object]], *, caption: str) -> None:
    """Show rows as a real table with a caption and headed columns; a column that a row has not is empty in it."""
    if not len(rows):
        st.html(f'<p class="small">{escape(caption)}: none.</p>')
        return
    cells = rows.to_dict("records") if isinstance(rows, DataFrame) else rows
    columns = list(rows.columns) if isinstance(rows, DataFrame) else list(dict.fromkeys(n for row in rows for n in row))
    names = [escape(str(name)) for name in columns]
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in names)
    body = "".join(_row([str(row.get(column, "")) for column in columns], names) for row in cells)
    st.html(
        f'<div class="figures" tabindex="0" role="region" aria-label="{escape(caption)}"><table role="table">'
        f'<caption>{escape(caption)}</caption><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row(cells: Sequence[str], names: Sequence[str]) -> str:
    said = "".join(
        f'<td role="cell" data-label="{name}">{_whole(_linked(cell))}</td>'
        for name, cell in zip(names, cells, strict=True)
    )
    return f'<tr role="row">{said}</tr>'


def _linked(cell: str) -> str:
    """Escape a cell, and make each web address in it a link, but for hosts that only copy what others publish."""
    return " ".join(
        _link(word) if word.startswith(("https://", "http://")) else escape(word) for word in cell.split(" ")
    )


def _whole(cell: str) -> str:
    """Hold words and links of one cell together: on a narrow screen each would else take a place of its own."""
    return f"<span>{cell}</span>" if "<a " in cell and not cell.startswith("<a ") else cell


def _link(address: str) -> str:
    host = address.split("/")[2]
    if host.removeprefix("www.") in COPIES:
        return f"{escape(host)} (a copy, not linked)"
    return f'<a href="{escape(address)}" rel="noreferrer">{escape(host)}</a>'
