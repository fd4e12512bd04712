-- One row per model, authority and rank of neighbour, in the Department for Education's two models.
-- The model of 2021 lists abolished authorities last, under a line "Old SNs:" with no figures in it.
with

ranked as (
    select
        staged.edition,
        staged.source_file,
        staged.source_row,
        staged.dfe_code,
        neighbour.rank,
        neighbour.dfe_code as neighbour_dfe_code,
        neighbour.closeness
    from staged
    cross join
        lateral (
            values
            (1, staged.neighbour_1, staged.closeness_1),
            (2, staged.neighbour_2, staged.closeness_2),
            (3, staged.neighbour_3, staged.closeness_3),
            (4, staged.neighbour_4, staged.closeness_4),
            (5, staged.neighbour_5, staged.closeness_5),
            (6, staged.neighbour_6, staged.closeness_6),
            (7, staged.neighbour_7, staged.closeness_7),
            (8, staged.neighbour_8, staged.closeness_8),
            (9, staged.neighbour_9, staged.closeness_9),
            (10, staged.neighbour_10, staged.closeness_10)
        ) as neighbour (rank, dfe_code, closeness)
    where staged.dfe_code <> '' or staged.neighbour_1 <> ''
)

-- The two models write the same five words with and without capitals.
select
    ranked.edition as model,
    authority.dfe_code,
    ranked.rank,
    neighbour.dfe_code as neighbour_dfe_code,
    upper(left(trim(ranked.closeness), 1)) || lower(substr(trim(ranked.closeness), 2)) as closeness,
    ranked.edition,
    ranked.source_file,
    ranked.source_row
from ranked
left join authority
    on ranked.dfe_code = authority.dfe_code
left join authority as neighbour
    on ranked.neighbour_dfe_code = neighbour.dfe_code
