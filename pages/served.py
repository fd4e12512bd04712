"""What the server adds to Streamlit's own: scripts compressed once and named ahead, our style and font, its address."""

import gzip
import re
from collections.abc import Collection, Iterable
from json import dumps
from pathlib import Path

import streamlit as st
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages import font

SCRIPTS = Path(st.__file__).resolve().parent / "static" / "static"
STYLES = (Path(__file__).parent / "showing" / "style.css", Path(__file__).parent / "authority" / "page.css")
# Without its address a page that is opened by a link asks twice in its own folder, where nothing answers.
ADDRESS = b'<script>window.__streamlit = {BACKEND_BASE_URL: location.origin + "%s/"}</script>'
# The script of charts is the largest of all: named in the page, it would keep back those with which a page begins. It
# is asked for once they are there. While the server makes the chart the browser then runs that script, half a second
# and more, which it would otherwise begin when the chart has come.
DRAWING = b"""<script>addEventListener("DOMContentLoaded", () => {
  const ahead = name => Object.assign(document.createElement("link"),
    {rel: "modulepreload", crossOrigin: "", href: `./static/js/${name}`});
  document.head.append(...%s.map(ahead));
});
new MutationObserver((_, watch) => {
  if (!document.querySelector("[data-test-connection-state=CONNECTED]")) return;
  watch.disconnect();
  import("./static/js/%s");
}).observe(document, {childList: true, subtree: true, attributeFilter: ["data-test-connection-state"]})</script>"""
# A browser compiles a function in brackets while the script comes, and any other when it is called, while the page
# waits: nearly all of the script of charts is one function, and to compile it takes a fifth of a second.
BRACKETED = {b"?self:n,()=>{": b"?self:n,(()=>{", b"return window.Plotly=e,e})": b"return window.Plotly=e,e}))"}
CHANGED = b"\n// Changed here: two brackets are added around the function that is Plotly."
# What stands on every page: a page would ask for each only when it comes to it, and show a grey box in the meantime.
PARTS = ("Html", "PageLink", "Selectbox", "BidiComponent")
CHARTS = "PlotlyChart"
# Pages that open without the script of charts, which is the largest of all.
WITHOUT_CHARTS = ("", "authority", "stands-out", "chart", "upload", "data", "accessibility")
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
UNDER = "/static/"
# Streamlit's own font, which our pages do not use.
THEIRS = re.compile(rb'<link\s+rel="preload"[^>]*\bas="font"[^>]*>')
TYPES = {".woff": b"font/woff", ".js": b"text/javascript; charset=utf-8", ".css": b"text/css; charset=utf-8"}
# What a request for a page does not say to Streamlit: it would send the page compressed, and what is compressed cannot
# be added to; and it would answer that a page is still the one a browser holds, and know of ours nothing.
UNSAID = (b"accept-encoding", b"if-none-match", b"if-modified-since")
OF_THEIRS = (b"content-length", b"etag", b"last-modified")  # headers of a page that are no longer true with ours in it
# The names of Streamlit's scripts change with their contents: whoever has one need never ask for it again.
FOREVER = b"public, max-age=31536000, immutable"


class Scripts:
    """Answer for Streamlit's scripts with bytes that are compressed at the first request and kept.

    Streamlit leaves them as they are, 9 MB for a first visit; compressed anew for each visitor they cost a quarter of
    a second of the one loop that serves everybody.

    Parameters
    ----------
    app
        What serves everything else.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, bytes] = {}
        self._base = under = base()
        self._address = ADDRESS % under.encode()
        # Streamlit would bring the style after the page, and everything would move when it comes. In the body it stands
        # after Streamlit's own rules, which are added to the head, and so counts more than they do.
        style = [font.faces(under), *(path.read_bytes() for path in STYLES)]
        self._style = b"<style>" + b"\n".join(style) + b"</style>"
        self._font = font.ahead(under)
        font.make_ahead()
        links = (f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in parts())
        self._parts = "".join(links).encode()
        self._charts = charts_ahead()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        asked = scope["path"].removeprefix(self._base) if scope["type"] == "http" else ""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
        elif (path := _script(asked)) and _takes_gzip(scope):
            await _answer(self._compressed(path), path.suffix, send, packed=True)
        elif letters := font.at(asked):
            await _answer(letters, ".woff", send)
        elif asked.count("/") > 1 or "." in asked:
            await self._app(scope, receive, send)
        else:
            plain = [(name, value) for name, value in scope["headers"] if name not in UNSAID]
            await self._app({**scope, "headers": plain}, receive, self._completed(send, asked))

    def _compressed(self, path: Path) -> bytes:
        if path.name not in self._kept:
            self._kept[path.name] = gzip.compress(bracketed(path.read_bytes()), compresslevel=9)
        return self._kept[path.name]

    def _completed(self, send: Send, path: str) -> Send:
        """Put our address and style into a page, and name the scripts that it needs."""
        charts = b"" if path.split("/")[-1] in WITHOUT_CHARTS else self._charts
        html = False

        async def completed(message: Message) -> None:
            nonlocal html
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = message["headers"]
                html = any(name == b"content-type" and b"text/html" in value for name, value in headers)
                if html:
                    headers = [(name, value) for name, value in headers if name.lower() not in OF_THEIRS]
                message = {**message, "headers": headers}
            elif html:
                message = {**message, "body": self._with_ours(message.get("body", b""), charts)}
            await send(message)

        return completed

    def _with_ours(self, body: bytes, charts: bytes) -> bytes:
        # what is said in scripts stands first: after a style sheet the page would wait for that before it goes on
        first = b"<head>" + self._address + charts + self._font
        begun = THEIRS.sub(b"", body, count=1).replace(b"<head>", first, 1)
        head = begun.replace(b"</head>", self._parts + b"</head>", 1)
        return head.replace(b"<body>", b"<body>" + self._style, 1)


def base() -> str:
    """Return the path under which the dashboard is served: none, or one that begins with a slash."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def parts() -> list[str]:
    """Return the scripts of what stands on every page, each after those that it imports and the page does not name."""
    return _with_imports(PARTS, ())


def charts_ahead() -> bytes:
    """Return what the head of a page with charts says of their script, and of what that imports."""
    names = _with_imports((CHARTS,), parts())
    return DRAWING % (dumps(names).encode(), names[-1].encode())


def bracketed(script: bytes) -> bytes:
    """Return the script of charts with brackets around its one large function; any other as it is."""
    if any(script.count(plain) != 1 for plain in BRACKETED):
        return script
    for plain, with_brackets in BRACKETED.items():
        script = script.replace(plain, with_brackets)
    return script + CHANGED


def _with_imports(wanted: Iterable[str], there: Collection[str]) -> list[str]:
    named = (SCRIPTS.parent / "index.html").read_text(encoding="utf-8")
    found: dict[str, None] = {}

    def add(name: str) -> None:
        if name in found or name in there or name in named:
            return
        for imported in IMPORTED.findall((SCRIPTS / "js" / name).read_text(encoding="utf-8")):
            add(imported)
        found[name] = None

    for part in wanted:
        for path in (SCRIPTS / "js").glob(f"{part}.*.js"):
            add(path.name)
    return list(found)


def _script(path: str) -> Path | None:
    """Return the script of Streamlit's that an address asks for; nothing outside its folder."""
    found = (SCRIPTS / path.removeprefix(UNDER)).resolve()
    asked = path.startswith(UNDER) and found.suffix in TYPES and found.is_relative_to(SCRIPTS) and found.is_file()
    return found if asked else None


def _takes_gzip(scope: Scope) -> bool:
    return any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"])


async def _answer(body: bytes, ending: str, send: Send, *, packed: bool = False) -> None:
    headers = [
        (b"content-type", TYPES[ending]), (b"content-length", str(len(body)).encode()), (b"cache-control", FOREVER),
        (b"x-content-type-options", b"nosniff"),
        *([(b"content-encoding", b"gzip"), (b"vary", b"Accept-Encoding")] if packed else []),
    ]  # fmt: skip
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
