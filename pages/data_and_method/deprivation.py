"""The indices of income deprivation affecting children, as a table in words."""

from collections.abc import Sequence

from queries.rows.about import Deprivation


def deprived(indices: Sequence[Deprivation]) -> list[dict[str, str]]:
    """Write rows of `queries.about.deprivation`: Index, Local authority, Average score, Rank, Small areas."""
    return [
        {
            "Index": str(row.index_year),
            "Local authority": row.authority_name,
            "Average score": f"{row.average_score:.3f}",
            "Rank, 1 = most deprived": f"{row.rank_of_average_score} of {row.authorities}",
            "Small areas in the most deprived tenth": f"{100 * row.most_deprived_tenth:.1f}%",
            "Source": f"{row.source_file}, row {row.source_row}",
        }
        for row in indices
    ]
