-- The 95% interval of a figure, one definition for every page: how far it could move by chance alone in an authority
-- of that size. These are counts of everyone, not a sample.
-- Wilson's interval of a share (Journal of the American Statistical Association 22, 1927, page 209): it stays within
-- 0 and 1 and holds where the share is near either. Nothing where the share is none, as of leavers above the posts.
create macro wilson(counted, total) as
    case
        when total > 0 and counted between 0 and total then {
            'lower': (counted / total + 1.9208 / total - 1.96 * sqrt(
                counted / total * (1 - counted / total) / total + 0.9604 / (total * total)
            )) / (1 + 3.8416 / total),
            'upper': (counted / total + 1.9208 / total + 1.96 * sqrt(
                counted / total * (1 - counted / total) / total + 0.9604 / (total * total)
            )) / (1 + 3.8416 / total)
        }
    end;

-- Byar's interval of a count (Breslow and Day, Statistical Methods in Cancer Research, volume 2, 1987, page 69), within
-- half a per cent of the exact one from ten upwards.
create macro byar(counted) as
    case
        when counted >= 0 then {
            'lower': if(
                counted > 0,
                greatest(counted * pow(1 - 1 / (9 * counted) - 1.96 / (3 * sqrt(counted)), 3), 0),
                0
            ),
            'upper': (counted + 1) * pow(1 - 1 / (9 * (counted + 1)) + 1.96 / (3 * sqrt(counted + 1)), 3)
        }
    end;

-- The interval of a figure in the unit of its indicator; nothing for full-time equivalents, pounds and averages, whose
-- parts are not counts of persons or are not held.
create macro interval_95(unit, value, numerator, denominator) as
    case unit
        when '%' then {
            'lower': 100 * wilson(numerator, denominator).lower,
            'upper': 100 * wilson(numerator, denominator).upper
        }
        when 'per 10,000' then {
            'lower': 10000 * byar(numerator).lower / nullif(denominator, 0),
            'upper': 10000 * byar(numerator).upper / nullif(denominator, 0)
        }
        when 'number' then byar(value)
    end;

-- Whether so few are behind a figure that it moves a lot by chance: fewer than 50 in all or 10 counted. The number of
-- a count is what is counted.
create macro small_number(unit, value, numerator, denominator) as
    coalesce(denominator < 50, false)
    or coalesce(if(unit in ('number', 'FTE', 'people'), value, numerator) < 10, false);
