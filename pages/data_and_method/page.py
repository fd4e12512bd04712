"""The data and the method: everything to take away, what it means, where it comes from, and what is missing."""

import streamlit as st

from pages.data_and_method import changelog, editions, whole
from pages.data_and_method.answered import answered
from pages.data_and_method.deprivation import deprived
from pages.database import rows
from pages.showing import inventory
from pages.showing.table import table
from pages.showing.texts import text
from pages.takeaway.schema import columns_with_words, views
from queries import about

catalogue = rows(about.catalogue)
columns = rows(about.columns)

st.title("Data and method", anchor=False)
st.write("Everything here can be taken away, checked and used again, under the Open Government Licence v3.0.")

st.header("The whole database", anchor=False)
whole.everything()
whole.examples()

st.header("What the indicators mean", anchor=False)
with st.expander(f"All {len(catalogue)} indicators: definition, direction, what to bear in mind"):
    table(inventory.meanings(catalogue), caption="What the indicators mean")
with st.expander("How far they reach: first and last date, authorities with a figure, next release"):
    table(inventory.reach(catalogue), caption="How far the indicators reach")

with st.expander("Income deprivation affecting children, 2015 and 2019, by authority"):
    st.write(
        "English indices of deprivation, of the authorities as they then were. Rankings of their time: neither "
        "compares with the other, nor with the index of 2025, which is not held. England has no figure in these files."
    )
    table(deprived(rows(about.deprivation)), caption="Income deprivation affecting children")
with st.expander("Words that are used, and what each means"):
    st.markdown(text("data_and_method", "glossary"))

st.header("When there is no figure", anchor=False)
st.write(
    "A value and its status are two columns. Missing is never nought, and the publishers' signs are kept as reasons."
)
table(inventory.statuses(), caption="The words of the column status")
with st.expander("The publishers' signs, and the status that each becomes"):
    table(inventory.signs(rows(about.symbols)), caption="Signs in the publishers' files")

st.header("How figures are made", anchor=False)
st.markdown(text("data_and_method", "method"))

st.header("What is missing", anchor=False)
st.markdown(text("data_and_method", "limits"))

st.header("What these pages answer, and what nobody measures", anchor=False)
st.markdown(text("data_and_method", "unmeasured"))
with st.expander("Every question of the articles that began this project, with search"):
    answered(rows(about.trace))

st.header("Where it comes from", anchor=False)
with st.expander("Every file that was read: edition, publication date, checksum, rows"):
    table(inventory.files(rows(about.files)), caption="The publishers' files")

st.header("What each edition changed", anchor=False)
changelog.show()
editions.show()

st.header("The tables of the database", anchor=False)
st.write("Columns may be added to these views; none is renamed or removed.")
for name, view in views().items():
    with st.expander(f"{name}: {view.row[0].lower()}{view.row[1:]}"):
        table(inventory.columns(columns, view), caption=f"Columns of {name}")
with st.expander("Words that columns may hold, and what each says"):
    table(inventory.word_lists(columns_with_words()), caption="Words of the columns")
