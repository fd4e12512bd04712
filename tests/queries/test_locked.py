"""The database as the pages hold it: it is read and nothing else, reaches nothing beside it, and stays so."""

import duckdb
import pytest

from queries.database import SETTINGS

# What would read or write beside the database, change it, bring code in, or open the lock; each with what is answered.
REFUSED = {
    "from read_csv('/etc/passwd')": "disabled by configuration",
    "from read_text('/etc/passwd')": "disabled by configuration",
    "from read_blob('/proc/self/environ')": "disabled by configuration",
    "from read_json('/etc/passwd')": "disabled by configuration",
    "from read_parquet('/etc/passwd')": "disabled by configuration",
    "from '/etc/passwd.csv'": "disabled by configuration",
    "from glob('/*')": "disabled by configuration",
    "from read_csv('https://other.invalid/a.csv')": "disabled by configuration",
    "copy (select 1) to '{folder}/out.csv'": "disabled by configuration",
    "copy dashboard.authority to '{file}'": "disabled by configuration",
    "export database '{folder}/out'": "disabled by configuration",
    "import database '{folder}/out'": "disabled by configuration",
    "attach '{folder}/other.duckdb' as other": "disabled by configuration",
    "attach '{file}' as again": "Cannot attach",
    "install httpfs": "disabled by configuration",
    "load httpfs": "disabled through configuration",
    "load '{folder}/a.duckdb_extension'": "disabled through configuration",
    "create secret (type http)": "disabled by configuration",
    "set threads = 8": "configuration has been locked",
    "set enable_external_access = true": "configuration has been locked",
    "set lock_configuration = false": "configuration has been locked",
    "reset enable_external_access": "configuration has been locked",
    "set memory_limit = '100GB'": "configuration has been locked",
    "set temp_directory = '{folder}'": "configuration has been locked",
    "pragma threads = 8": "configuration has been locked",
    "insert into dashboard.build select * from dashboard.build": "read-only",
    "update dashboard.build set catalogue = ''": "read-only",
    "delete from dashboard.build": "read-only",
    "drop view dashboard.observation": "read-only",
    "create table dashboard.other (n integer)": "read-only",
    "alter table dashboard.build add column n integer": "read-only",
}


@pytest.mark.parametrize("statement", REFUSED)
def test_what_is_not_a_question_is_refused(opened, built, tmp_path, statement):
    asked = statement.format(folder=tmp_path, file=built)
    with pytest.raises(duckdb.Error, match=f"(?i){REFUSED[statement]}"):
        opened.cursor().execute(asked).fetchall()
    assert list(tmp_path.iterdir()) == []


def test_the_settings_are_as_they_are_said_to_be(opened):
    found = dict(opened.cursor().execute("select name, value from duckdb_settings()").fetchall())
    assert found["enable_external_access"] == "false" and found["lock_configuration"] == "true"
    assert found["memory_limit"] == "1.8 GiB" and found["temp_directory"] == ""
    for name, value in SETTINGS.items():
        assert name in ("memory_limit", "temp_directory") or found[name] == str(value).lower()
    assert found["allow_unsigned_extensions"] == "false"


def test_who_asks_has_no_more_than_who_opened(opened):
    """Each question has a cursor of its own: it is locked as its connection is."""
    cursor = opened.cursor()
    with pytest.raises(duckdb.Error, match="locked"):
        cursor.cursor().execute("set lock_configuration = false")
