"""The server runs for a user without rights on a file system that nobody can write, and tells its log of no visitor."""

import asyncio
import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.benchmarks.endure.visitor import Visitor, connected
from tests.pages.awaited import awaited
from tests.pages.browser import ROOT, wait_for

NOBODY = 65_534  # the user and the group without rights
# In a namespace of its own: the interpreter where everybody may reach it, and every file system read-only.
FENCED = """
set -e
mount --make-rprivate /
if [ -n "$CLOSED" ]; then
    mount --bind "$PREFIX" "$KEPT"
    mount -t tmpfs -o mode=755 none "$CLOSED"
    mkdir -p "$PREFIX"
    mount --bind "$KEPT" "$PREFIX"
fi
awk '$2 !~ "^/(proc|sys)" && $2 !~ "^/dev(/pts)?$" {print $2}' /proc/self/mounts | sort -u | while read -r each; do
    mount -o remount,bind,ro "$each" 2> /dev/null || true
done
exec setpriv --reuid=$NOBODY --regid=$NOBODY --clear-groups --no-new-privs --bounding-set=-all -- "$@"
"""
# Names every place where it can write, memory among them, and then tries where it is told to.
WRITES = """
import contextlib, sys
for line in open('/proc/self/mounts'):
    with contextlib.suppress(OSError):
        open(line.split()[1] + '/written', 'w')
        print(line.split()[1])
open(sys.argv[1] + '/written', 'w')
"""
PLANTED = "Zebedee Quillfeather"  # a name that stands in no file of ours
FILE = f"Authority,Measure,Period,Figure\nBirmingham,Agency,30 September 2025,{PLANTED}\n".encode()
ADDRESS = "/authority?authority=E08000025&indicator=agency_rate"
ELSEWHERE = "/compare?authority=E08000017,E08000026&note=Quillfeather"


def closed(path: Path) -> Path | None:
    """Return the first folder above a path that others than its owner cannot enter."""
    return next((each for each in reversed(path.parents) if not each.stat().st_mode & 0o001), None)


@pytest.fixture(scope="module")
def fenced(built):
    """Give what runs a command without rights, and the copy of the database that it may read."""
    if not (sys.platform == "linux" and os.geteuid() == 0 and shutil.which("unshare") and shutil.which("setpriv")):
        pytest.skip("only who has all rights on Linux can give them up and make files read-only")
    if closed(ROOT / "dashboard.py") or closed(Path(sys.executable)):
        pytest.skip("the repository or the environment lies in a folder that its owner alone can enter")
    with tempfile.TemporaryDirectory() as folder:
        (kept := Path(folder) / "kept").mkdir()
        shutil.copy(built, Path(folder) / "dashboard.duckdb")
        Path(folder).chmod(0o755)
        prefix = Path(sys.base_prefix)
        environment = {
            "PATH": os.environ["PATH"], "PREFIX": str(prefix), "KEPT": str(kept), "NOBODY": str(NOBODY),
            "CLOSED": str(closed(prefix / "bin") or ""), "DASHBOARD_DATABASE": f"{folder}/dashboard.duckdb",
            "HOME": "/nonexistent",
        }  # fmt: skip
        command = ["unshare", "--mount", "sh", "-c", FENCED, "sh", sys.executable]
        tried = subprocess.run([*command, "-c", WRITES, folder], env=environment, capture_output=True, check=False)
        if b"Read-only file system" not in tried.stderr:
            pytest.skip(f"this machine lets nobody make files read-only: {tried.stderr.decode()[-200:]}")
        assert tried.stdout == b""
        yield command, environment


@contextlib.contextmanager
def served(fenced, log):
    """Serve the dashboard so, its log kept, and give its address and the number of its process."""
    command, environment = fenced
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    given = ["-m", "streamlit", "run", "dashboard.py", "--server.port", str(port), "--server.address", "127.0.0.1",
             "--server.headless", "true"]  # fmt: skip
    process = subprocess.Popen([*command, *given], cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(timeout=60)


async def visited(server):
    """Open two pages, send a file that holds a name, break the rules once, and return what was shown."""
    async with connected(server) as socket:
        visitor = Visitor(socket)
        seen = [await visitor.open(ADDRESS), await visitor.open(ELSEWHERE)]
        status, after = await visitor.send_file(server, f"{PLANTED}.csv", FILE)
    async with connected(server) as socket:
        await socket.send(b"\xff" + PLANTED.encode())
        with contextlib.suppress(Exception):
            await socket.recv()
    await asyncio.sleep(0)
    return status, [*seen, after]


def test_it_serves_without_rights_and_its_log_tells_of_no_visitor(fenced, tmp_path):
    with (tmp_path / "log").open("wb") as log, served(fenced, log) as (server, process):
        whose = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        assert re.search(rf"^Uid:\s+{NOBODY}\s+{NOBODY}", whose, re.M) and re.search(r"^NoNewPrivs:\s+1$", whose, re.M)
        assert all(re.search(rf"^Cap{kind}:\s+0+$", whose, re.M) for kind in ("Eff", "Prm", "Bnd", "Inh", "Amb"))
        status, seen = awaited(visited(server))
    assert status == 204 and [each.errors for each in seen] == [[], [], []]
    assert sum(len(each.texts) for each in seen) > 5
    said = (tmp_path / "log").read_text(encoding="utf-8")
    assert "URL: http://127.0.0.1" in said  # it is the log that is looked at
    others = ("Quillfeather", "Zebedee", "E08000017", "E08000025", "agency_rate", "compare?", "authority?", ".csv")
    assert [each for each in others if each in said] == []
    ours = server.rsplit(":", 1)[1]
    assert set(re.findall(r"127\.0\.0\.1'?[:,] ?(\d+)", said)) == {ours}
