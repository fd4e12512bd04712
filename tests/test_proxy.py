"""The proxy in front, as .deployment/nginx.conf has it: who asks cannot be made up, and a visitor keeps to one process.

What stands behind it here are two servers that answer with what reached them.
"""

import json
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from pages.guarded.whence import HEADER, whence
from tests.conftest import ROOT

FOLDER = ROOT / ".deployment"
TRUSTED = re.search(rf"{HEADER}: (\S+)", (FOLDER / "compose.yaml").read_text(encoding="utf-8"))
MADE_UP = "203.0.113.66"

pytestmark = pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")


class Echo(BaseHTTPRequestHandler):
    """Answers which server it is, and the headers that reached it."""

    def do_GET(self):
        said = [(name.lower(), value) for name, value in self.headers.items()]
        body = json.dumps({"port": self.server.server_port, "headers": said}).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said):
        pass


@contextmanager
def serving():
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def behind(tmp_path):
    """Start nginx with two servers behind it; give its address and what ends one of them."""
    with ExitStack() as stack, ExitStack() as ended:
        one, two = stack.enter_context(serving()), ended.enter_context(serving())
        free = stack.enter_context(socket.socket())
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        text = (FOLDER / "nginx.conf").read_text(encoding="utf-8").replace("/tmp/", f"{tmp_path}/")
        told = {"listen 8080": f"listen 127.0.0.1:{port}"}
        told |= {f"{name}:8501": f"127.0.0.1:{each.server_port}" for name, each in (("one", one), ("two", two))}
        for written, meant in told.items():
            text = text.replace(written, meant)
        (tmp_path / "nginx.conf").write_text(text, encoding="utf-8")
        process = subprocess.Popen(["nginx", "-c", str(tmp_path / "nginx.conf"), "-g", "daemon off;"])
        stack.callback(process.wait, 20)
        stack.callback(process.terminate)
        wait_for(port)
        yield f"http://127.0.0.1:{port}/", ended.close


def wait_for(port):
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise AssertionError("nginx does not listen")


def ask(address, **headers):
    spelt = {name.replace("_", "-"): value for name, value in headers.items()}
    with urllib.request.urlopen(urllib.request.Request(address, headers=spelt), timeout=20) as answer:
        return json.load(answer), answer.headers


def test_who_asks_cannot_say_to_be_another(behind):
    address, _ = behind
    made_up = {"X_Real_IP": MADE_UP, "X_Forwarded_For": MADE_UP, "Forwarded": f"for={MADE_UP}"}
    reached, headers = ask(address, Host="a.example", **made_up)
    assert MADE_UP not in json.dumps(reached)
    said = [(name.encode(), value.encode()) for name, value in reached["headers"]]
    assert whence({"headers": said, "client": ("10.0.0.9", 1)}, {HEADER: TRUSTED[1]}) == "127.0.0.1"
    assert dict(reached["headers"])["host"] == "a.example" and headers["server"] == "nginx"


def test_a_visitor_keeps_to_one_process_and_has_another_when_it_ends(behind):
    address, end = behind
    visitors = [ask(address) for _ in range(30)]  # chance sends all to one process once in five hundred million runs
    given = [headers["set-cookie"].split(";")[0] for _, headers in visitors]
    assert all(headers["set-cookie"].endswith("HttpOnly; SameSite=Lax") for _, headers in visitors)
    homes = dict(zip(given, (reached["port"] for reached, _ in visitors), strict=True))
    assert len(set(homes.values())) == 2
    again = {cookie: ask(address, Cookie=cookie) for cookie in given}
    assert {cookie: reached["port"] for cookie, (reached, _) in again.items()} == homes
    assert all("set-cookie" not in headers for _, headers in again.values())
    end()
    left = {ask(address, Cookie=cookie)[0]["port"] for cookie in given}
    assert len(left) == 1 and left < set(homes.values())
