-- One row per indicator that counts something, as a number or a rate: how much its figures vary from year to year.
-- Counts, and rates of them, vary by far more than Poisson's rule allows; by how much is measured from the year-to-year
-- changes of all authorities, as logarithms, against the median change of the year.
--   factor   how many times Poisson's variance: small authorities move by it
--   usual    the variance itself: large authorities move by it
create table dispersion as
with

year_to_year as (
    select
        indicator_id,
        poisson,
        ln(nullif(to_value, 0) / nullif(from_value, 0)) - median(ln(nullif(to_value, 0) / nullif(from_value, 0))) over (
            partition by indicator_id, to_period_end
        ) as off,
    from figure_pair
    where one_year and not small and unit in ('number', 'per 10,000') and poisson is not null
)

select
    indicator_id,
    -- 0.4549364 is the median of a squared standard normal: a few wild years do not move a median
    greatest(1, median(off * off / poisson) / 0.4549364) as factor,
    median(off * off) / 0.4549364 as usual,
from year_to_year
group by indicator_id
order by indicator_id;
