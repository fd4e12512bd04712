"""What the README gives an operator to copy: a unit, a timer, a line for cron and a workflow, as each is read."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from etl.command_line import parser
from tests.conftest import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8").partition("## How to keep it fresh")[2].partition("\n## ")[0]
COMMAND = "python -m etl refresh"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, flags=re.DOTALL)


def test_the_unit_and_the_timer() -> None:
    unit, timer = (configparser.ConfigParser(interpolation=None) for _ in range(2))
    for each in (unit, timer):
        each.optionxform = str  # type: ignore[assignment,method-assign]
    for each, block in zip((unit, timer), blocks("ini"), strict=True):
        each.read_string(block)
    assert unit["Service"]["Type"] == "oneshot"
    assert unit["Service"]["ExecStart"].endswith(COMMAND)
    assert unit["Service"]["ExecStart"].startswith(unit["Service"]["WorkingDirectory"])
    days = r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    assert re.fullmatch(rf"{days}\.\.{days} [0-2]\d:[0-5]\d Europe/London", timer["Timer"]["OnCalendar"])
    assert timer["Install"]["WantedBy"] == "timers.target"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here to ask")
def test_systemd_takes_them(tmp_path: Path, python: str) -> None:
    """With a folder and a user that there are on this machine, as the README leaves them to be named."""
    unit, timer = blocks("ini")
    here = unit.replace("/srv/dashboard/.venv/bin/python", python).replace("/srv/dashboard", str(tmp_path))
    (tmp_path / "refresh.service").write_text(here.replace("User=dashboard", "User=root"), encoding="utf-8")
    (tmp_path / "refresh.timer").write_text(timer, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("refresh.service", "refresh.timer")]
    verified = subprocess.run(["systemd-analyze", "verify", *files], capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")


def test_the_line_for_cron() -> None:
    (line,) = re.findall(r"With cron: `(.*?)`", TEXT)
    *times, command = line.split(" ", 5)
    bounds = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
    for field, (least, most) in zip(times, bounds, strict=True):
        assert field == "*" or all(least <= int(number) <= most for number in re.split("[-,]", field))
    assert COMMAND in command


def test_the_workflow() -> None:
    yaml = pytest.importorskip("yaml")
    (block,) = blocks("yaml")
    told = yaml.safe_load(block)
    steps = [step.get("run", step.get("uses")) for step in told["jobs"]["refresh"]["steps"]]
    assert any(COMMAND in step for step in steps)
    assert told[True]["schedule"] == [{"cron": "15 10 * * 1-5"}]  # YAML takes `on` for true


def test_every_command_can_be_typed() -> None:
    for command in re.findall(r"python -m etl ([a-z]+(?: --only SOURCE)?)", TEXT):
        assert parser().parse_args(command.split()).command == command.split()[0]
