-- One row per workforce figure of an authority whose figures were returned jointly with another's at that time.
select
    joint_return.member_code,
    observation_edition.indicator_id,
    observation_edition.period_end,
    observation_edition.edition,
    observation_edition.value,
    observation_edition.status
from joint_return
inner join authority
    on joint_return.member_code = authority.dfe_code
inner join observation_edition
    on
        authority.area_code = observation_edition.area_code
        and observation_edition.period_end between joint_return.first_period_end
        and coalesce(joint_return.last_period_end, date '2999-12-31')
inner join indicator
    on
        observation_edition.indicator_id = indicator.indicator_id
        and indicator.topic = 'workforce'
order by
    joint_return.member_code,
    observation_edition.indicator_id,
    observation_edition.period_end,
    observation_edition.edition
