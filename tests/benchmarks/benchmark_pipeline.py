"""How long an extract and a build take, and how much memory: `python -m tests.benchmarks.benchmark_pipeline [FOLDER]`.

FOLDER holds the publishers' files (default: those that the tests use). Each step runs in a child process of its
own, three times; the best is printed. The floor is measured in the same run, so that the ratio can be compared
between machines: for an extract, reading the same files with the csv module (and the workbooks and the parquet file
with their readers); for a build, opening DuckDB and reading the tidy tables into it as text. pytest does not collect
this file. Nothing is written but into a temporary folder.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
RUNS = 3
OFFICIAL = (ROOT.parent / "shared" / "official", ROOT / "data" / "raw")

IMPORTS = "import duckdb, pandas"
EXTRACT = """
import sys
from pathlib import Path
from etl.extract import extract

extract(Path(sys.argv[1]), Path(sys.argv[2]) / "snapshot")
"""
EXTRACT_FLOOR = """
import csv, sys
from pathlib import Path
import pyarrow.parquet
from python_calamine import CalamineWorkbook
from data.catalogue import sources

for source in sources().values():
    for edition in source.editions:
        path = Path(sys.argv[1]) / edition.file
        if path.suffix == ".csv":
            with path.open(encoding="latin-1", newline="") as file:
                rows = list(csv.reader(file))
        elif path.suffix == ".parquet":
            rows = pyarrow.parquet.read_table(path)
        else:
            rows = CalamineWorkbook.from_path(path).get_sheet_by_name(edition.sheet).to_python()
"""
BUILD = """
import sys
from pathlib import Path
from etl.build import build

build(Path(sys.argv[2]) / "dashboard.duckdb")
"""
BUILD_FLOOR = """
import sys
from pathlib import Path
import duckdb
from data.paths import SNAPSHOT

with duckdb.connect(str(Path(sys.argv[2]) / "floor.duckdb")) as con:
    for path in sorted(SNAPSHOT.glob("*.csv")):
        con.execute(
            f'create or replace table "{path.stem}" as from read_csv($path, header = true, all_varchar = true)',
            {"path": str(path)},
        )
"""


class Cost(NamedTuple):
    """The best of some runs of a child process: wall-clock seconds, and its peak memory in megabytes."""

    seconds: float
    megabytes: float


def measured(script: str, *arguments: str) -> Cost:
    """Run a script in child processes."""
    costs = []
    for _ in range(RUNS):
        began = time.perf_counter()
        child = subprocess.Popen([sys.executable, "-c", script, *arguments], cwd=ROOT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"the step failed with exit code {child.returncode}")
        costs.append(Cost(time.perf_counter() - began, usage.ru_maxrss / 1024))
    return Cost(min(cost.seconds for cost in costs), min(cost.megabytes for cost in costs))


def main(folder: str) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as temporary:
        costs = {
            "imports": measured(IMPORTS),
            "extract": measured(EXTRACT, folder, temporary),
            "extract floor": measured(EXTRACT_FLOOR, folder, temporary),
            "build": measured(BUILD, folder, temporary),
            "build floor": measured(BUILD_FLOOR, folder, temporary),
        }
    lines = [f"{'step':<14}{'seconds':>9}{'MB':>7}{'x floor':>9}"]
    for step, cost in costs.items():
        floor = costs.get(f"{step} floor")
        ratio = f"{cost.seconds / floor.seconds:9.1f}" if floor else ""
        lines.append(f"{step:<14}{cost.seconds:9.2f}{cost.megabytes:7.0f}{ratio}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sys.stdout.write("\n".join([*lines, f"peak of all children: {peak:.0f} MB"]) + "\n")


if __name__ == "__main__":
    given = sys.argv[1:] or [str(path) for path in OFFICIAL if path.is_dir()]
    if not given:
        raise SystemExit("the publishers' files are neither in ../shared/official nor in data/raw: give their folder")
    main(given[0])
