"""The commands as they are typed: exit codes, what is said where, and never a traceback."""

import shutil
import subprocess
from pathlib import Path

import duckdb
import pytest

from etl import __main__ as command
from etl.__main__ import main
from etl.build import build
from etl.command_line import parser
from tests.conftest import ROOT, Small

COMMANDS = ["fetch", "refresh", "compare", "extract", "build", "check", "status", "doubts", "changes", "read", "serve"]


def run(python: str, environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [python, "-m", "etl", *arguments], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 0
    out, err = capsys.readouterr()
    assert "exit codes: 0 done, 1" in " ".join(out.split())
    assert err == ""


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "--datbase", "x"], ["extract", "here"]], ids=" ".join)
def test_not_understood(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage: python -m etl" in capsys.readouterr().err


def test_help_as_typed(python: str, environment: dict[str, str]) -> None:
    done = run(python, environment, "build", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "--database" in done.stdout


def test_refusal_as_typed(python: str, environment: dict[str, str], tmp_path: Path) -> None:
    done = run(python, environment, "extract", "--from", str(tmp_path), "--to", str(tmp_path / "snapshot"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("SourceFileMissing: ")
    assert done.stderr.splitlines()[-1] == "Nothing was changed."
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "snapshot").exists()


@pytest.mark.parametrize("name", ["check", "status"])
def test_no_database_yet(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--database", str(tmp_path / "none.duckdb")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "DatabaseMissing: none.duckdb" in err
    assert "python -m etl build" in err


@pytest.mark.parametrize("name", ["check", "status"])
def test_something_else_than_a_database(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letter.duckdb"
    path.write_text("Dear Sir or Madam")
    assert main([name, "--database", str(path)]) == 1
    assert "letter.duckdb" in capsys.readouterr().err


def test_refused_build(small: Small, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (small.snapshot / "workforce.csv").unlink()
    before = small.database.read_bytes()
    monkeypatch.setattr(
        command,
        "build",
        lambda path, say: build(path, snapshot=small.snapshot, reference=small.reference, say=say),
    )
    assert main(["build", "--database", str(small.database)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "SnapshotMissing: workforce.csv" in err
    assert err.endswith("Nothing was changed.\n")
    assert small.database.read_bytes() == before


def test_stopped_by_hand(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "build", stopped)
    assert main(["build"]) == 1
    assert capsys.readouterr().err == "Stopped. Nothing was changed.\n"


def test_status(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--database", str(built)]) == 0
    out, err = capsys.readouterr()
    agency = next(line for line in out.splitlines() if line.split()[0] == "agency_rate").split()
    assert agency[1:5] == ["2015-09-30", "2025-09-30", "148", "151"]
    assert all(f"\n{each} " in f"\n{out}" for each in ("Data version", "Code:", "Publishers last asked:", "On disk:"))
    assert "indicators" in err


def test_check(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--database", str(built)]) == 0
    assert "judgements_reproduce_ofsted" in capsys.readouterr().out


def test_check_of_a_database_changed_by_hand(small: Small, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "changed.duckdb"
    shutil.copy(small.database, path)
    with duckdb.connect(str(path)) as con:
        con.execute("delete from judgement_row where dfe_code = '371' and published_on = date '2025-03-18'")
    assert main(["check", "--database", str(path)]) == 1
    out, err = capsys.readouterr()
    assert "371" in out
    assert "1 with offending rows" in err


def test_the_setting_names_the_database(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --database the commands use DASHBOARD_DATABASE."""
    assert parser().parse_args(["status"]).database == built
    monkeypatch.setenv("DASHBOARD_DATABASE", "elsewhere.duckdb")
    assert parser().parse_args(["status"]).database == Path("elsewhere.duckdb")
