-- How a table of Explore Education Statistics names an area: its level, and the name or number that it stands under.
create macro level_of(geographic_level) as
    case geographic_level
        when 'National' then 'england'
        when 'Regional' then 'region'
        when 'Local authority' then 'authority'
    end;

create macro published_under(geographic_level, region_name, authority_number) as
    case geographic_level
        when 'National' then 'England'
        when 'Regional' then region_name
        else authority_number
    end;
