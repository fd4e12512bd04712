"""The same questions of a database that is served elsewhere: two servers behind one address, each ended meanwhile.

They need DuckDB's extension, which can be had as a package for DuckDB 1.5 alone, and so an environment of their own:

    python3 -m venv tests/engine/.venv && tests/engine/.venv/bin/pip install -r tests/engine/requirements.txt
"""

import math
import os
import pickle
import shutil
import socket
import subprocess
import threading
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb
import pytest

from tests.conftest import ROOT
from tests.queries.test_law import ASKED, asked_with

HERE = Path(__file__).parent
PYTHON = HERE / ".venv" / "bin" / "python"
ENVIRONMENT = os.environ | {"DASHBOARD_DATABASE_TOKEN": "of the tests alone"}
QUESTIONS = [(name, asked_with(name)) for name in ASKED]

pytestmark = [
    pytest.mark.skipif(not PYTHON.exists(), reason="without tests/engine/.venv: see there how it is made"),
    pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed"),
]  # fmt: skip


def ports(count):
    with ExitStack() as held:
        free = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in free:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in free]


@contextmanager
def running(*command, **options):
    process = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, **options)
    try:
        yield process
    finally:
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream:
                stream.close()
        process.wait(timeout=20)


def listens(port):
    for _ in range(100):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nobody listens on {port}")


@pytest.fixture(scope="module")
def older(built, tmp_path_factory):
    """Copy the database into the form that DuckDB 1.5 reads; `if`, which 2.0 writes in quotes, is no function there."""
    path = tmp_path_factory.mktemp("engine") / "dashboard.duckdb"
    with duckdb.connect() as con:
        con.execute("attach $path as new_one (read_only)", {"path": str(built)})
        con.execute(f"attach '{path}' as older (storage_version 'v1.5.0')")
        con.execute('create macro older."if"(a, b, c) as case when a then b else c end')
        con.execute("copy from database new_one to older")
    return path


class Client:
    """A process in the other environment that answers one question after another."""

    def __init__(self, process):
        self._process = process

    def ask(self, name, parameters):
        pickle.dump((name, parameters), self._process.stdin)
        self._process.stdin.flush()
        return pickle.load(self._process.stdout)


@contextmanager
def client(where):
    piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with running(str(PYTHON), "-m", "tests.engine.client", where, **piped) as process:
        yield Client(process)


@contextmanager
def proxy(folder, **numbers):
    text = (HERE / "nginx.conf").read_text(encoding="utf-8")
    for name, number in numbers.items():
        text = text.replace(f"${name}", str(number))
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    with running("nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), stderr=subprocess.DEVNULL) as process:
        try:
            yield
        finally:  # killed, it would leave its workers behind
            process.terminate()
            process.wait(timeout=20)


class Servers:
    """Two servers of one database, of which now one and now the other is ended and begun again."""

    def __init__(self, stack, path, numbers):
        self._stack, self._path, self.numbers = stack, path, numbers
        self._running = {number: self._serve(number) for number in numbers}
        self.ended, self._over = [], threading.Event()

    def _serve(self, number):
        command = (str(PYTHON), "-m", "tests.engine.server", str(self._path), f"localhost:{number}")
        process = self._stack.enter_context(running(*command))
        listens(number)
        return process

    @contextmanager
    def ending(self):
        thread = threading.Thread(target=self._end)
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join()

    def _end(self):
        while not self._over.wait(0.7):
            number = self.numbers[len(self.ended) % 2]
            self._running[number].kill()
            self._running[number].wait()
            self.ended.append(number)
            self._over.wait(0.5)
            self._running[number] = self._serve(number)


def test_every_question_is_answered_alike_by_two_servers_each_ended_meanwhile(older, opened, tmp_path):
    first, second, port = ports(3)
    with ExitStack() as stack:
        servers = Servers(stack, older, (first, second))
        stack.enter_context(proxy(tmp_path, FIRST=first, SECOND=second, PORT=port))
        listens(port)
        served = stack.enter_context(client(f"quack:localhost:{port}"))
        with servers.ending():
            answers = [(name, asked, served.ask(name, asked)) for name, asked in QUESTIONS * 2]
        assert set(servers.ended) == {first, second}
        assert [said for _, _, said in answers if isinstance(said, str)] == []
        embedded = stack.enter_context(client(str(older)))
        for name, asked, answer in answers:
            assert repr(answer) == repr(embedded.ask(name, asked)), name
            assert alike(answer, [tuple(row) for row in ASKED[name](opened, **asked)]), name


def alike(one, other):
    """Compare cell by cell; two versions of DuckDB may differ in the last digits of a mean."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-12)
    return type(one) is type(other) and one == other
