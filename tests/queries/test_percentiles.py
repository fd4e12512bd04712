"""Between which figures all authorities lie: every indicator and date a second time, from the figures themselves."""

from collections import defaultdict

import numpy as np
import pytest

import queries.catalogue
import queries.figures
from data.catalogue import indicators

SHARES = (0.1, 0.25, 0.5, 0.75, 0.9)


@pytest.fixture(scope="module")
def plain(_connection):
    """Return the figures of the authorities that count, by indicator and date: found without the ranks."""
    con = _connection.cursor()
    members = con.execute(
        "select authority.area_code, joint_return.area_code, first_period_end "
        "from joint_return inner join authority on dfe_code = member_code"
    ).fetchall()
    tiny = {code for (code,) in con.execute("select area_code from authority where tiny").fetchall()}
    joint = set(con.execute("select distinct indicator_id, area_code from observation "
                            "where area_level = 'joint return'").fetchall())  # fmt: skip
    found = defaultdict(list)
    for indicator, area, day, value, status in con.execute(
        "select indicator_id, area_code, period_end, value, status from observation "
        "where area_level in ('authority', 'joint return') and status in ('published', 'rounds_to_zero')"
    ).fetchall():
        within = any(
            area == member and day >= since and (indicator, whole) in joint for member, whole, since in members
        )
        if area not in tiny and not within:
            found[indicator, day].append(value if status == "published" else 0.0)
    return found


def test_every_band_lies_where_a_plain_count_puts_it(opened, plain):
    rows = queries.figures.percentiles(opened, indicators=list(indicators()))
    ranked = {id for id, each in indicators().items() if each.ranked}
    assert {(row.indicator_id, row.period_end) for row in rows} == {key for key in plain if key[0] in ranked}
    assert len(rows) > 300
    for row in rows:
        values = plain[row.indicator_id, row.period_end]
        assert row.authorities == len(values) > 50
        given = (row.tenth, row.lower_quarter, row.middle, row.upper_quarter, row.ninetieth)
        assert given == pytest.approx([float(np.quantile(values, share)) for share in SHARES]), row
        assert list(given) == sorted(given)


def test_a_band_is_cut_where_a_series_is_broken(opened):
    rows = queries.figures.percentiles(opened, indicators=list(indicators()))
    breaks = queries.catalogue.breaks(opened, indicators=list(indicators()))
    assert breaks
    for cut in breaks:
        before = {row.segment for row in rows if row.indicator_id == cut.indicator_id
                  and row.period_end <= cut.from_period_end}  # fmt: skip
        after = {row.segment for row in rows if row.indicator_id == cut.indicator_id
                 and row.period_end >= cut.to_period_end}  # fmt: skip
        assert not before & after
