"""Which code is served is named by its commit, and without one by what its files are."""

import shutil
import subprocess
from pathlib import Path

import pytest

from etl.revision import revision


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "etl").mkdir()
    (tmp_path / "dashboard.py").write_text("app = 1\n")
    (tmp_path / "etl" / "one.sql").write_text("select 1\n")
    return tmp_path


def test_without_a_commit_the_files_say_which_code_it_is(copy: Path) -> None:
    first = revision(copy)
    (copy / "etl" / "notes.txt").write_text("not run")
    assert first.startswith("files ") and revision(copy) == first
    (copy / "etl" / "one.sql").write_text("select 2\n")
    second = revision(copy)
    (copy / "etl" / "one.sql").rename(copy / "etl" / "two.sql")
    assert len({first, second, revision(copy)}) == 3


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_the_commit_is_named_and_whether_files_differ_from_it(copy: Path) -> None:
    def git(*words: str) -> str:
        named = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words]
        return subprocess.run(named, cwd=copy, check=True, capture_output=True, text=True).stdout

    git("init", "-q")
    assert revision(copy).startswith("files ")  # nothing has been committed
    git("add", ".")
    git("commit", "-q", "-m", "first")
    whole = git("rev-parse", "HEAD").strip()
    said = revision(copy).split()
    assert said[0] == "commit" and whole.startswith(said[1]) and len(said[1]) == 12 and len(said) == 4
    (copy / "dashboard.py").write_text("app = 2\n")
    assert revision(copy) == " ".join(said) + ", with changes"
