-- One row per area asked about, indicator and reference date: the newest figure that answers for the area.
-- An area answers for itself; a member of a joint return is answered with the joint return from its first date on, so
-- that `area_code` may differ from `asked_code`. Laid out by indicator, area and date: a page reads few rows of many.
--   segment       a line may join two figures of one segment; a break in the series lies between two segments
--   lower_95      with `upper_95` the interval of `intervals.sql`, whatever `small` says
--   small         so few are behind the figure that it moves a lot by chance, as they are where it rounds to 0
--   note          what one must know of this area's figure; `general_note` holds for every authority on that date
--   unusual       the value is far from those beside it, by rule or by hand
--   flagged       no finding may rest on it or pass over it: it has a note of its own
--   doubted       a note of its own says more than that it changed a lot, or that two authorities make one return: where
--                 all authorities are set beside one another it is shown, and compared with none
--   unsettled     no finding may begin or end with it: a note calls all values of its date unusual, as of 2020-21
--   place         from the lowest, 1, among `ranked_of`: authorities with a figure on that date but the very small
--                 ones, a joint return once and its members not; none where the catalogue says that a rank has no sense.
--                 What rounds to 0 has the lowest place, which several may share
--   rank          the same, but none where the numbers behind the figure are small: it is that which pages show
create table found_observation as
with

latest as (
    select observation_edition.*, area.dfe_code, area.name as area_name, area.area_level, area.tiny
    from observation_edition
    inner join area using (area_code)
    where observation_edition.latest
),

broken as (
    select indicator_id, list(to_period_end) as broken_on from series_break group by indicator_id
),

england as (
    select indicator_id, period_end, value as england_value from latest where area_level = 'england'
),

ranks as (
    select
        latest.indicator_id,
        latest.area_code,
        latest.period_end,
        rank() over at_date as place,
        count(*) over (partition by latest.indicator_id, latest.period_end) as ranked_of,
    from latest
    inner join indicator using (indicator_id)
    where
        indicator.ranked
        and latest.area_level in ('authority', 'joint return')
        and not latest.tiny
        and latest.status in ('published', 'rounds_to_zero')
        and not exists (
            from joint_return
            inner join latest as joint using (area_code)
            where
                joint_return.member_code = latest.dfe_code
                and latest.period_end >= joint_return.first_period_end
                and joint.indicator_id = latest.indicator_id
        )
    window at_date as (partition by latest.indicator_id, latest.period_end order by coalesce(latest.value, 0))
),

behind as (
    -- the authorities behind each area of which figures are published: two behind a joint return
    select area_code, dfe_code from authority
    union all
    select area_code, member_code from joint_return
),

noted as (
    select distinct
        coalesce(behind.area_code, point_note.area_code) as area_code,
        point_note.indicator_id,
        point_note.period_end,
        point_note.note,
        point_note.kind in ('unusual_value', 'large_change') as unusual,
        point_note.kind not in ('large_change', 'joint_return') as doubted,
        point_note.dfe_code is not null as by_hand,
    from point_note
    left join behind using (dfe_code)
    where point_note.dfe_code is not null or point_note.area_code is not null
),

notes as (
    -- what a rule found, then the words that were written to it
    select
        area_code,
        indicator_id,
        period_end,
        string_agg(note, ' ' order by by_hand, unusual desc, note) as note,
        bool_or(unusual) as unusual,
        bool_or(doubted) as doubted,
    from noted
    group by area_code, indicator_id, period_end
),

general_notes as (
    select indicator_id, period_end, string_agg(distinct note, ' ' order by note) as general_note,
        bool_or(kind = 'unusual_value') as unusual,
    from point_note
    where dfe_code is null and area_code is null
    group by all
),

answers as (
    select area_code as asked_code, area_code, date '1900-01-01' as first_on from area
    union all
    select authority.area_code, joint_return.area_code, joint_return.first_period_end
    from joint_return
    inner join authority on authority.dfe_code = joint_return.member_code
)

select
    answers.asked_code,
    asked.dfe_code as asked_dfe_code,
    asked.plain_name as asked_name,
    latest.area_code,
    latest.dfe_code,
    latest.area_name,
    latest.area_level,
    latest.tiny,
    latest.indicator_id,
    latest.period_start,
    latest.period_end,
    latest.value,
    latest.status,
    latest.numerator,
    latest.denominator,
    -- the children of a place are an estimate, not a count of what happened to some
    if(indicator.topic <> 'context', interval_95(
        indicator.unit, latest.value, latest.numerator, latest.denominator
    ).lower, null) as lower_95,
    if(indicator.topic <> 'context', interval_95(
        indicator.unit, latest.value, latest.numerator, latest.denominator
    ).upper, null) as upper_95,
    latest.status = 'rounds_to_zero'
    or small_number(indicator.unit, latest.value, latest.numerator, latest.denominator) as small,
    latest.derived,
    coalesce(len(list_filter(broken.broken_on, lambda day: day <= latest.period_end)), 0) as segment,
    england.england_value,
    ranks.place,
    if(small, null, ranks.place) as rank,
    ranks.ranked_of,
    coalesce(notes.note, '') as note,
    coalesce(general_notes.general_note, '') as general_note,
    coalesce(notes.unusual, false) as unusual,
    notes.note is not null as flagged,
    coalesce(notes.doubted, false) as doubted,
    coalesce(general_notes.unusual, false) as unsettled,
    latest.edition,
    latest.source_file,
    latest.source_row,
    latest.source_id,
    latest.denominator_file,
    latest.denominator_row,
    latest.price_factor,
    latest.price_file,
    latest.price_row,
from latest
inner join indicator using (indicator_id)
inner join answers on answers.area_code = latest.area_code and latest.period_end >= answers.first_on
inner join area as asked on asked.area_code = answers.asked_code
left join broken on broken.indicator_id = latest.indicator_id
left join england on england.indicator_id = latest.indicator_id and england.period_end = latest.period_end
left join ranks
    on ranks.indicator_id = latest.indicator_id
    and ranks.area_code = latest.area_code
    and ranks.period_end = latest.period_end
left join notes
    on notes.indicator_id = latest.indicator_id
    and notes.area_code = latest.area_code
    and notes.period_end = latest.period_end
left join general_notes
    on general_notes.indicator_id = latest.indicator_id and general_notes.period_end = latest.period_end
order by latest.indicator_id, answers.asked_code, latest.period_end;
