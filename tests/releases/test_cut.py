"""The cut releases: the publishers' own lines, small, and the same figures as the whole."""

from pathlib import Path

import duckdb
import pytest

from tests.conftest import Small
from tests.releases.cut import cut

HERE = Path(__file__).parent


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.csv")) if path.is_file()
    }


def test_they_are_small() -> None:
    assert sum(map(len, files(HERE).values())) < 500_000
    assert sum(map(len, files(HERE).values())) > 250_000


@pytest.mark.official
def test_they_are_cut_from_the_publishers_files(official: Path, tmp_path: Path) -> None:
    cut(official, tmp_path)
    assert files(tmp_path) == files(HERE)


def test_their_figures_are_those_of_the_whole(built: Path, small_session: Small) -> None:
    with duckdb.connect() as con:
        con.execute(f"attach '{built}' as whole (read_only)")
        con.execute(f"attach '{small_session.database}' as small (read_only)")
        # what is England's or a region's here rests on the authorities that are kept: a sum, or whom a total leaves out
        wide = "area_code[1:3] in ('E92', 'E12', 'E13')"
        kept = f"not ({wide} and (source_id = 'section_251' or indicator_id like '%per_child%'))"
        columns = "indicator_id, area_code, period_start, period_end, edition, value, status, source_file"
        judgement = "dfe_code, published_on, framework, judgement_area, inspected_on, grade"
        (figures, other, judgements, other_judgements) = con.execute(
            f"""
            select
                (select count(*) from small.observation_edition),
                (select count(*) from
                    (select {columns} from small.observation_edition where {kept}
                     except select {columns} from whole.observation_edition)),
                (select count(*) from small.judgement_row),
                (select count(*) from
                    (select {judgement} from small.judgement_row except select {judgement} from whole.judgement_row))
            """
        ).fetchall()[0]
    assert (other, other_judgements) == (0, 0)
    assert figures > 3_000
    assert judgements > 150


def test_every_peculiarity_is_in_them(small_session: Small) -> None:
    with duckdb.connect(str(small_session.database), read_only=True) as con:
        names = {name for (name,) in con.execute("select distinct area_name from observation").fetchall()}
        statuses = {status for (status,) in con.execute("select distinct status from observation").fetchall()}
    assert {
        "Birmingham", "Doncaster", "Barnsley", "City of London", "Isles of Scilly", "England", "Inner London",
        "Kingston upon Thames / Richmond upon Thames", "North Northamptonshire / West Northamptonshire",
        "Cumbria", "Cumberland", "Westmorland and Furness", "Northamptonshire", "Yorkshire and The Humber",
    } <= names  # fmt: skip
    assert statuses == {
        "published", "suppressed", "unreliable", "not_available", "not_applicable", "rounds_to_zero",
    }  # fmt: skip
