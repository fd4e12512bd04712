-- One row per report that was read (data/reference/ofsted_reports_read.csv) of which the inspection held has another first
-- day or other grades, or of which none is held: what a report confirms must be what is shown.
select
    report_read.dfe_code,
    report_read.published_on,
    report_read.judgements as read_in_the_report,
    standing.judgements as held,
from report_read
left join standing
    on standing.dfe_code = report_read.dfe_code
    and standing.published_on = report_read.published_on
    and standing.inspected_on = report_read.inspected_on
where standing.judgements is distinct from report_read.judgements
order by all
