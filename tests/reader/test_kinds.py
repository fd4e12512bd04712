"""Each kind of fault that officers' and publishers' files have shown has files of our own in several layouts."""

import pytest

from tests.reader.cases import (
    evidence,
    figures,
    layouts,
    officers,
    periods,
    publishers,
    refusals,
    services,
    shapes,
    so_far,
    world,
)
from tests.reader.kit import Case

FEWEST = 4  # files of a kind: one layout more than that in which it was found would show the case, not the kind
KINDS = {
    "an unknown heading that holds a period, alone or under a group": (evidence.case_unknown_headings_beside_known,),
    "another service in the title": (evidence.case_other_services_in_titles,),
    "a service within children's services": (services.case_services_within, services.case_whole_services),
    "England, a region or neighbours under the name of one authority": (services.case_figures_of_elsewhere,),
    "parts of the children": (evidence.case_parts_of_the_children, evidence.case_filters_of_the_department),
    "teams of an authority": (evidence.case_teams_of_an_authority, figures.case_districts_of_a_county),
    "rows longer than the header": (evidence.case_longer_rows, world.case_longer_rows_between_other_signs),
    "parts of years": (evidence.case_parts_of_years,),
    "years by their beginning": (evidence.case_years_by_their_beginning_in_a_column,),
    "averages per month": (evidence.case_averages_of_counts,),
    "sums so far, said and unsaid": (so_far.case_sums_that_are_said, so_far.case_sums_that_nobody_says, so_far.case_no_sums),
    "remarks beside figures": (so_far.case_remarks_beside_figures,),
    "kinds of years in titles": (so_far.case_kinds_of_years_in_titles,),
    "months a year apart": (so_far.case_months_a_year_apart,),
    "a title and a tab of two years": (services.case_title_and_tab_of_two_years,),
    "a title and a tab of two authorities": (services.case_title_and_tab_of_two_authorities,),
    "years that are not over": (so_far.case_years_that_are_not_over,),
    "dates of meetings": (so_far.case_dates_of_meetings,),
    "months before days": (evidence.case_month_before_day, world.case_months_before_days),
    "impossible figures": (evidence.case_bounds, figures.case_out_of_range),
    "no period anywhere": (periods.case_no_period, shapes.case_asked),
    "Fingertips": (publishers.case_health_profiles,),
    "LG Inform": (publishers.case_lg_inform, services.case_lg_inform_by_its_own_names),
    "Oflog": (publishers.case_oflog, figures.case_interactive_tool),
    "open data of the Department": (publishers.case_open_data,),
    "section 251": (publishers.case_section_251,),
    "coded columns": (world.case_coded_headings,),
    "former authorities and their codes": (world.case_former_authorities_by_code_and_name, world.case_codes_before_and_after),
    "text beside numbers": (world.case_text_beside_numbers,),
    "cumulative columns": (world.case_sums_so_far,),
    "re-referrals in other words": (world.case_re_referrals_in_other_words,),
    "an aggregate word in the label": (world.case_words_of_sums_in_labels,),
    "marks beside numbers": (world.case_marks_beside_numbers,),
    "bare words of rates": (evidence.case_bare_words_of_rates,),
    "two states of one figure": (evidence.case_final_beside_provisional,),
    "fractions asked about once": (world.case_fractions_asked_once, figures.case_fractions_without_a_sign_are_asked, evidence.case_fractions_in_a_council_s_long_table),
    "tables saved by programs": (world.case_tables_saved_by_programs,),
    "the measure in the corner": (world.case_corners, evidence.case_measure_in_the_corner),
    "names that may be of two measures": (officers.case_doubtful_names,),
    "numbers, shares and rates of one name": (officers.case_numbers_or_shares, services.case_counts_of_two_things),
    "labels below a measure in the corner or the title": (officers.case_labels_below_a_measure,),
    "assessments of other times": (officers.case_core_and_initial_assessments,),
    "what is offered is not taken": (officers.case_nothing_of_it_is_taken_unasked,),
    "an authority nowhere, or far away": (layouts.case_no_authority, layouts.case_authority_on_the_cover, layouts.case_authority_on_the_tab, layouts.case_authority_in_the_file_name),
    "people": (refusals.case_headings, refusals.case_values_without_headings, refusals.case_hidden_places),
    "near misses of people": (refusals.case_near_misses, refusals.case_near_misses_of_persons),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_files_of_several_layouts(kind: str) -> None:
    made = [case for make in KINDS[kind] for case in _listed(make())]
    assert len({case.data for case in made}) >= FEWEST
    assert len({case.name for case in made}) == len(made)


def _listed(made: Case | list[Case]) -> list[Case]:
    return made if isinstance(made, list) else [made]
