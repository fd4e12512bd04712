"""Download buttons: what a page shows, to take away in every format there is. Bytes are made on demand."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import streamlit as st
from pandas import DataFrame

import queries.catalogue
from data.catalogue import indicators as catalogue
from pages.charts.words import day
from pages.database import answer, rows_once
from pages.showing import by_address
from pages.takeaway.formats import FORMATS, Format
from pages.takeaway.schema import downloads
from pages.takeaway.table import Notes, Table, file_name
from queries import about
from queries import downloads as questions


def buttons(
    rows: DataFrame | Callable[[], DataFrame],
    *,
    name: str,
    title: str = "",
    label: str = "Figures",
    of: str = "figures",
    notes: Callable[[], Notes] = tuple,
    most: int = 0,
    own_menu: bool = True,
) -> None:
    """Offer rows in every format, in a menu of its own.

    Parameters
    ----------
    rows
        Tidy rows, or a function without arguments that asks for them when a button is pressed.
    name
        Of the files, its parts separated by underscores, as "agency-rate_birmingham_2013-2025". It also tells the
        buttons of a page apart.
    title
        What the rows are, for whoever opens the file; the name where it is not given.
    label
        What the buttons say is taken away, as "Figures" in "Figures as CSV".
    of
        Which download of pages/takeaway/schema.toml says what the columns mean.
    notes
        Makes the notes of the file: about what, of which kind, the note.
    most
        How many rows there can be, where they are asked for later: a format that holds fewer is not offered.
    own_menu
        Whether the menu is its own; else the buttons stand in that of the page.
    """

    def table() -> Table:
        return Table(
            title=title or name.replace("_", ", ").replace("-", " "),
            rows=rows() if callable(rows) else rows,
            described=downloads()[of],
            notes=notes(),
            built=built(),
            sheet=label,
        )

    offered = [form for form in FORMATS.values() if form.holds(most)]
    menu = (
        st.popover(f"Download {label[0].lower()}{label[1:]}", key=f"take.{name}.{of}") if own_menu else st.container()
    )
    with menu, st.container(horizontal=True, gap="small"):
        for form in offered:
            st.download_button(
                f"{label} as {form.label}",
                data=partial(_bytes, form, table),
                file_name=file_name(*name.split("_"), ending=form.ending),
                mime=form.media_type,
                key=f"take.{name}.{of}.{form.ending}",
                on_click="ignore",
            )
    with menu:
        _not_offered([form for form in FORMATS.values() if form not in offered])


def _bytes(form: Format, table: Callable[[], Table]) -> bytes:
    return form.write(table())


def _not_offered(forms: Sequence[Format]) -> None:
    if forms:
        names = " or ".join(form.label for form in forms)
        st.write(f"Too many rows to offer them as {names} (more than {forms[0].most:,}); a spreadsheet opens the CSV.")


def built() -> date:
    """Tell on which day the database was built."""
    return rows_once(about.columns)[0].built_at.date()


def figures(
    name: str, *, areas: Sequence[str], indicators: Sequence[str], first: int, last: int, own_menu: bool = True
) -> None:
    """Offer the figures of areas and indicators, the years from `first` to `last`; `name` says whose they are."""
    one = len(indicators) == 1
    what = catalogue()[indicators[0]].title if one else f"{len(indicators)} indicators"
    buttons(
        partial(answer, questions.figures, areas=list(areas), indicators=list(indicators), first=first, last=last),
        name=f"{indicators[0].replace('_', '-') if one else what}_{name}_{first}-{last}",
        title=f"{what}: {name}, {first} to {last}",
        notes=partial(_notes, indicators),
        most=len(areas) * len(indicators) * (last - first + 1),
        own_menu=own_menu,
    )


def written(rows: DataFrame, *, title: str, indicators: Sequence[str]) -> Table:
    """Describe figures for a file: rows of `queries.downloads.figures`, or some of its columns."""
    described = downloads()["figures"]
    return Table(title=title, rows=rows, described=described, notes=_notes(indicators), built=built())


def _notes(indicators: Sequence[str]) -> Notes:
    """Write what must be known of indicators: definition, caveats, breaks in series."""
    chosen = [catalogue()[id] for id in indicators]
    said = [
        (each.title, kind, note)
        for each in chosen
        for kind, note in [("Definition", each.definition), *(("Caveat", caveat) for caveat in each.caveats)]
    ]
    broken = [
        (
            catalogue()[row.indicator_id].title,
            "Break in series",
            f"Between {day(row.from_period_end)} and {day(row.to_period_end)}: {row.detail}",
        )
        for row in rows_once(queries.catalogue.breaks, indicators=list(indicators))
    ]
    return (*said, *broken)


def judgements(name: str, *, areas: Sequence[str], own_menu: bool = True) -> None:
    """Offer the Ofsted judgements of authorities; `name` says whose they are."""
    buttons(
        partial(answer, questions.judgements, areas=list(areas)),
        name=f"ofsted-judgements_{name}",
        title=f"Ofsted judgements: {name}",
        label="Judgements",
        of="judgements",
        own_menu=own_menu,
    )


def interventions(name: str, *, areas: Sequence[str], own_menu: bool = True) -> None:
    """Offer the phases and the dated steps of government intervention in authorities; `name` says whose they are."""
    buttons(
        partial(answer, questions.interventions, areas=list(areas)),
        name=f"interventions_{name}",
        title=f"Government intervention in children's services: {name}",
        label="Interventions",
        of="interventions",
        own_menu=own_menu,
    )
    buttons(
        partial(answer, questions.intervention_events, areas=list(areas)),
        name=f"intervention-steps_{name}",
        title=f"Dates of government intervention in children's services: {name}",
        label="Intervention dates",
        of="intervention_events",
        own_menu=own_menu,
    )


def take_away(
    name: str, *, areas: Sequence[str], authorities: Sequence[str], indicators: Sequence[str], first: int, last: int
) -> None:
    """Offer all that a page shows: figures of areas; judgements, interventions, dated steps of authorities."""
    st.header("Download", anchor=False)
    with st.container(horizontal=True, gap="small"):
        everything(
            name, kind="compare", areas=areas, authorities=authorities, indicators=indicators, first=first, last=last,
            own_menu=True,
        )  # fmt: skip


def everything(
    name: str, *, kind: str, areas: Sequence[str], authorities: Sequence[str], indicators: Sequence[str],
    first: int, last: int, own_menu: bool,
) -> None:  # fmt: skip
    """Offer the same, each in a menu of its own or all in that of the page; `kind` is of the view, by address."""
    figures(name, areas=areas, indicators=indicators, first=first, last=last, own_menu=own_menu)
    judgements(name, areas=authorities, own_menu=own_menu)
    interventions(name, areas=authorities, own_menu=own_menu)
    by_address.show(
        kind, areas=areas, authorities=authorities, indicators=indicators, years=(first, last), own_menu=own_menu
    )
