"""The kinds of tidy tables: the columns of each, and what is refused in it."""

from data.kinds import Content
from etl.errors import BuildError, ColumnsChanged, DuplicateRow, PeriodMissing, UnknownArea, UnknownGrade, UnknownSymbol

# The columns of each tidy table, in the order by which its rows are sorted.
TIDY_COLUMNS: dict[Content, list[str]] = {
    Content.FIGURES: "edition measure area_code period_end value status source_file source_row".split(),
    Content.JUDGEMENTS: (
        "dfe_code published_on framework judgement_area inspection_type inspected_on grade grade_as_published "
        "authority_name basis edition source_file source_row"
    ).split(),
    Content.JUDGEMENTS_AS_AT: (
        "as_at dfe_code judgement_area authority_name inspected_on published_on grade grade_as_published "
        "edition source_file source_row"
    ).split(),
    Content.NEIGHBOURS: "model dfe_code rank neighbour_dfe_code closeness edition source_file source_row".split(),
    Content.PRICES: "edition period_end value source_file source_row".split(),
    Content.DEPRIVATION: (
        "index_year dfe_code average_score rank_of_average_score most_deprived_tenth rank_of_most_deprived_tenth "
        "edition source_file source_row"
    ).split(),
    Content.VISITS: (
        "dfe_code first_day kind published_on theme kind_as_published authority_name edition source_file source_row"
    ).split(),
}

# Each refusal: a query whose rows are offences, and the error and sentence that tell of the first of them.
REFUSALS: dict[Content, dict[str, tuple[type[BuildError], str]]] = {
    Content.FIGURES: {
        "unknown_areas": (UnknownArea, "{0}, row {1}: no area '{2}'; add it to data/reference"),
        "unknown_measures": (ColumnsChanged, "{0}, row {1}: '{2}' is a new wording; correct the source's figures.sql"),
        "unknown_symbols": (UnknownSymbol, "{0}, row {1}, {2}: '{3}' is neither a number nor a known symbol"),
        "duplicate_figures": (DuplicateRow, "{0}, rows {1} and {2}: {3} is given twice for {4} on {5}"),
        "missing_periods": (PeriodMissing, "{0}: {1} has no row for {2}; fetch the file again or correct sources.toml"),
    },
    Content.JUDGEMENTS: {
        "unknown_authorities": (UnknownArea, "{0}, row {1}: no authority '{2}'; add it to data/reference"),
        "unknown_grades": (UnknownGrade, "{0}, row {1}, {2}: '{3}' is not a grade"),
        "duplicate_judgements": (DuplicateRow, "{0}, rows {1} and {2}: {3} is judged twice"),
    },
    Content.JUDGEMENTS_AS_AT: {
        "unknown_authorities": (UnknownArea, "{0}, row {1}: no authority '{2}'; add it to data/reference"),
        "unknown_grades": (UnknownGrade, "{0}, row {1}, {2}: '{3}' is not a grade"),
    },
    Content.NEIGHBOURS: {
        "unknown_neighbours": (UnknownArea, "{0}, row {1}: no authority '{2}'; add it to data/reference"),
        "uneven_neighbours": (PeriodMissing, "{0}: {1} has {2} neighbours where 10 are expected"),
    },
    Content.PRICES: {
        "missing_quarters": (PeriodMissing, "{0}, row {1}: no quarter is right before {2}; fetch the file again"),
    },
    Content.DEPRIVATION: {
        "unknown_authorities": (UnknownArea, "{0}, row {1}: no authority '{2}'; add it to data/reference"),
        "odd_deprivation": (DuplicateRow, "{0}, row {1}: {2} is given twice, or a share is not from 0 to 1"),
    },
    Content.VISITS: {
        "unknown_authorities": (UnknownArea, "{0}, row {1}: no authority '{2}'; add it to data/reference"),
        "unknown_visits": (ColumnsChanged, "{0}, row {1}: '{2}' on '{3}' is a new wording; correct visits.sql"),
        "duplicate_visits": (DuplicateRow, "{0}, rows {1} and {2}: {3} was visited twice on {4}"),
    },
}
