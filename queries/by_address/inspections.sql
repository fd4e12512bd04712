-- One row per Ofsted inspection of an authority.
select
    area_code,
    dfe_code,
    authority_name,
    framework,
    inspection_type,
    inspected_on,
    published_on,
    overall_grade,
    basis,
from inspection
order by authority_name, published_on, framework
