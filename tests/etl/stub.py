"""The publishers as their descriptions say they speak, on this machine, with every fault that a network knows."""

import gzip
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from etl.fetching.newest import Services

PIECE = 16_384  # bytes that drip at once


@dataclass
class Stub:
    """What is served, what goes wrong, and what was asked."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=dict)  # by path: what goes wrong with each request in turn
    data_sets: dict[str, dict[str, Any]] = field(default_factory=dict)
    listed: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)  # path, Range
    queries: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)  # path, what stood after its "?"
    drip: float = 0.0  # seconds between one part of a file and the next
    agents: set[str] = field(default_factory=set)
    at_once: int = 0
    most_at_once: int = 0

    @property
    def services(self) -> Services:
        return Services(f"{self.address}/statistics", self.address)

    def downloads(self) -> list[str]:
        return [path for path, _ in self.asked if path in self.files]

    def data_set(self, id: str, *, published: str, years: tuple[int, int], csv: bytes) -> None:
        """Publish a version of a data set: DataSetViewModel of the description, and its CSV."""
        self.data_sets[id] = {
            "id": id, "title": "Referrals", "summary": "", "status": "Published", "supersedingDataSetId": None,
            "latestVersion": {
                "version": "2.0", "published": f"{published}T09:30:00+00:00", "totalResults": 1,
                "file": {"id": "e0754872-3206-4918-aad4-029eaaae191f"},
                "timePeriods": {"start": str(years[0]), "end": str(years[1])},
                "geographicLevels": ["National"], "filters": [], "indicators": [],
            },
        }  # fmt: skip
        self.files[f"/statistics/v1/data-sets/{id}/csv"] = csv

    def release(self, publication: str, filename: str, *, published: str, years: tuple[int, int], csv: bytes) -> None:
        """List a file in the catalogue, and serve it."""
        id = sha256(filename.encode()).hexdigest()[:8]
        self.listed.append({
            "id": id, "filename": filename, "title": filename, "latestData": True,
            "publication": {"id": "p", "title": publication, "slug": "p"},
            "published": f"{published}T09:30:00+00:00",
            "meta": {"timePeriodRange": {"from": str(years[0]), "to": str(years[1])}},
        })  # fmt: skip
        self.files[f"/api/data-set-files/{id}/download"] = csv


def _handler(stub: Stub) -> type[BaseHTTPRequestHandler]:  # noqa: C901
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            stub.asked.append((path, self.headers.get("Range", "")))
            stub.queries.append((path, parse_qs(urlsplit(self.path).query)))
            stub.agents.add(self.headers["User-Agent"])
            stub.at_once += 1
            stub.most_at_once = max(stub.most_at_once, stub.at_once)
            try:
                faults = stub.faults.get(path, [])
                self._fault(faults.pop(0), path) if faults else self._well(path)
            except (BrokenPipeError, ConnectionResetError):  # whoever asked has gone
                self.close_connection = True
            finally:
                stub.at_once -= 1

        def _fault(self, fault: str, path: str) -> None:
            kind, _, detail = fault.partition(" ")
            match kind:
                case "slow":
                    time.sleep(float(detail))
                    self.close_connection = True
                case "cut":  # half of it comes
                    self._send(200, stub.files[path], cut=True)
                case "status":
                    self._send(int(detail), b"trouble")
                case "later":
                    self._send(429, b"", **{"Retry-After": detail})
                case "redirect":
                    self._send(302, b"", Location=detail)
                case "html":
                    self._send(200, b"<!DOCTYPE html><title>Sign in</title>", **{"Content-Type": "text/html"})
                case "instead":
                    self._send(200, detail.encode())

        def _well(self, path: str) -> None:
            if path.startswith("/statistics/v1/data-sets/") and path.rpartition("/")[2] in stub.data_sets:
                self._json(stub.data_sets[path.rpartition("/")[2]])
            elif path == "/api/data-set-files":
                page = int(parse_qs(urlsplit(self.path).query)["page"][0])
                pages = max(len(stub.listed), 1)  # one on each page, so that they are turned
                self._json({"paging": {"page": page, "totalPages": pages}, "results": stub.listed[page - 1 : page]})
            elif path.startswith("/statistics/") and path in stub.files:  # gzipped by the service, asked or not
                self._send(200, gzip.compress(stub.files[path]), **{"Content-Encoding": "gzip"})
            elif path in stub.files:
                self._file(stub.files[path])
            else:
                self._json({"title": "Not Found", "type": "about:blank", "status": 404}, status=404)

        def _file(self, content: bytes) -> None:
            tag = f'"{sha256(content).hexdigest()[:16]}"'
            if self.headers.get("If-None-Match") == tag:
                self._send(304, b"")
            elif asked := self.headers.get("Range"):
                start = int(asked.removeprefix("bytes=").removesuffix("-"))
                if start >= len(content):
                    self._send(416, b"")
                    return
                self._send(
                    206, content[start:], **{"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}"}
                )
            else:
                self._send(200, content, ETag=tag)

        def _json(self, content: Any, *, status: int = 200) -> None:
            self._send(status, json.dumps(content).encode(), **{"Content-Type": "application/json"})

        def _send(self, status: int, body: bytes, *, cut: bool = False, **headers: str) -> None:
            self.send_response(status)
            for name, value in ({"Content-Type": "text/csv"} | headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            sent = body[: len(body) // 2] if cut else body
            for start in range(0, len(sent), PIECE if stub.drip else max(len(sent), 1)):
                self.wfile.write(sent[start : start + PIECE] if stub.drip else sent)
                time.sleep(stub.drip)
            self.close_connection = self.close_connection or cut

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@contextmanager
def serving() -> Iterator[Stub]:
    """Serve on a free port until the end."""
    stub = Stub()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(stub))
    server.daemon_threads = False
    stub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
