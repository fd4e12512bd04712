"""What the server adds to Streamlit's own: scripts compressed once, charts named ahead, one page at a time."""

import gzip
import re
import threading
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from pages import font
from pages.charts.svg.lettering import width
from pages.places import PLACES, at
from pages.served import (
    BRACKETED,
    CHANGED,
    IMPORTED,
    PARTS,
    SCRIPTS,
    STYLES,
    WITHOUT_CHARTS,
    Scripts,
    bracketed,
    parts,
)  # fmt: skip
from pages.turns import PAGES, turn
from tests.pages.awaited import awaited

ZIPPED = [(b"accept-encoding", b"gzip, br")]


def asked(app, path, headers=ZIPPED, method="GET"):
    """Ask for a path, and return the status, the headers and the body of the answer."""
    sent = []

    async def send(message):
        sent.append(message)

    awaited(app({"type": "http", "method": method, "path": path, "headers": headers}, None, send))
    body = b"".join(message.get("body", b"") for message in sent)
    return sent[0]["status"], dict(sent[0]["headers"]), body


async def page(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": b"ours"})


@pytest.fixture
def app():
    return Scripts(page)


def test_every_script_comes_compressed_and_whole(app):
    paths = sorted(SCRIPTS.rglob("*.js"))
    assert len(paths) > 50
    for path in paths[::7]:
        status, headers, body = asked(app, f"/static/{path.relative_to(SCRIPTS)}")
        assert status == 200 and headers[b"content-encoding"] == b"gzip" and b"immutable" in headers[b"cache-control"]
        assert gzip.decompress(body) == bracketed(path.read_bytes())


def test_of_all_scripts_that_of_charts_alone_has_two_brackets_more():
    changed = {path.name: path.read_bytes() for path in SCRIPTS.rglob("*.js")}
    changed = {name: script for name, script in changed.items() if bracketed(script) != script}
    ((name, script),) = changed.items()
    assert name.startswith("PlotlyChart.")
    brought = bracketed(script).removesuffix(CHANGED)
    assert len(brought) == len(script) + 2
    begins, ends = (brought.index(each) for each in BRACKETED.values())
    assert begins < len(brought) * 0.01 < len(brought) * 0.9 < ends, "nearly all of it stands between them"


def test_a_script_is_compressed_once(app, monkeypatch):
    path = f"/static/{next(SCRIPTS.rglob('*.js')).relative_to(SCRIPTS)}"
    first = asked(app, path)
    monkeypatch.setattr(gzip, "compress", None)
    assert asked(app, path) == first


@pytest.mark.parametrize(
    "path",
    ["/static/../index.html", "/static/js/../../../app.py", "/static//etc/passwd", "/static/js/none.js", "/static/",
     "/static/../../../components/v2/__init__.py", "/authority"],
)  # fmt: skip
def test_nothing_else_is_answered_from_the_folder_of_scripts(app, path):
    assert asked(app, path)[2] == b"ours"


def test_a_page_has_our_style_and_address_and_nothing_else_is_touched():
    async def whole(scope, receive, send):
        assert b"accept-encoding" not in dict(scope["headers"])
        kind = b"text/html; charset=utf-8" if scope["path"] == "/england" else b"application/json"
        theirs = b'<link\n rel="preload" href="./a.woff2" as="font" />'
        body = b"<html><head>" + theirs + b"<title>a</title></head><body>b</body></html>"
        length = str(len(body)).encode()
        await send({"type": "http.response.start", "status": 200,
                    "headers": [(b"content-type", kind), (b"content-length", length)]})  # fmt: skip
        await send({"type": "http.response.body", "body": body})

    _, headers, body = asked(Scripts(whole), "/england")
    head, rest = body.split(b"</head>")
    assert all(f"/{name}".encode() in head for name in parts())
    assert b"content-length" not in headers and b'BACKEND_BASE_URL: location.origin + "/"' in head
    # in the body it comes after the rules that Streamlit adds to the head, and counts more
    assert rest.startswith(b"<body><style>") and rest.endswith(b"</style>b</body></html>")
    assert b".st-key-frame" in rest and b".st-key-strip" in rest
    assert b"a.woff2" not in head and head.count(b'as="font"') == 2  # our font is asked for ahead, Streamlit's is not
    _, headers, body = asked(Scripts(whole), "/other")
    assert b"content-length" in headers and b"st-key" not in body


def test_the_font_is_ours_small_and_as_wide_as_letters_are_measured(app):
    for name, (bold, _) in font.WEIGHTS.items():
        status, headers, body = asked(app, f"/font/roboto-{name}.woff", headers=[])
        assert status == 200 and headers[b"content-type"] == b"font/woff" and 10_000 < len(body) < 25_000
        with TTFont(BytesIO(body)) as letters:
            found, wide = letters.getBestCmap(), letters["hmtx"]
            assert set(map(ord, "Ynys Môn 12.4% £1,000 – ’ ±")) <= found.keys()
            for letter in "AWag1%–":
                share = wide[found[ord(letter)]][0] / letters["head"].unitsPerEm
                assert width(letter, 100, bold=bold) == pytest.approx(100 * share, abs=0.5)
    for path in ("/font/roboto-900.woff", "/font/../app.py", "/font/"):
        assert asked(app, path)[2] != body


def test_who_takes_no_gzip_is_answered_by_streamlit(app):
    path = f"/static/{next(SCRIPTS.rglob('*.js')).relative_to(SCRIPTS)}"
    assert asked(app, path, headers=[])[2] == b"ours"


def test_pages_that_need_the_script_of_charts_ask_for_it_last_and_begin_it_ahead(app):
    async def whole(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": b"<head><title>a</title></head><body></body>"})

    def head(path):
        return asked(Scripts(whole), path)[2].decode().split("</head>")[0]

    *imported, last = re.search(r"\.\.\.\[(.+?)\]\.map", head("/england"))[1].replace('"', "").split(", ")
    assert last.startswith("PlotlyChart") and (SCRIPTS / "js" / last).is_file()
    named = (SCRIPTS.parent / "index.html").read_text(encoding="utf-8")
    wanted = IMPORTED.findall((SCRIPTS / "js" / last).read_text(encoding="utf-8"))
    assert all(name in imported or name in parts() or name in named for name in wanted)
    assert head("/england").index("<script>") < head("/england").index(last) < head("/england").index("<title>")
    assert head("/england").count(f'import("./static/js/{last}")') == 1
    assert not any("PlotlyChart" in head(f"/{path}") for path in WITHOUT_CHARTS)
    assert set(WITHOUT_CHARTS) < {place.address for place in PLACES}


def test_the_parts_of_every_page_are_found_with_what_they_import_and_nothing_twice():
    named = (SCRIPTS.parent / "index.html").read_text(encoding="utf-8")
    assert {name.split(".")[0] for name in parts()} > set(PARTS) and len(parts()) < 40
    for name in parts():
        script = (SCRIPTS / "js" / name).read_text(encoding="utf-8")
        others = [part.name for part in (SCRIPTS / "js").glob("*.js") if f'"./{part.name}"' in script]
        assert name not in named and all(other in parts() or other in named for other in others)


def test_pages_run_one_at_a_time_and_an_upload_keeps_nobody_waiting():
    inside, most = 0, []

    def run(address):
        nonlocal inside
        with turn(at(address)):
            inside += 1
            most.append(inside)
            threading.Event().wait(0.01)
            inside -= 1

    threads = [threading.Thread(target=run, args=("authority",)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 5
    with turn(at("authority")), turn(at("chart")), turn(at("upload")), turn(at("upload")):
        pass  # neither a picture nor an upload waits for the page that runs, or for the other
    with turn(at("chart")), turn(at("authority")):
        pass  # and no page waits for a picture


def test_who_came_first_goes_first():
    came, threads = [], []

    def run(number):
        with turn(at("compare")):
            came.append(number)

    with turn(at("authority")):
        for number in range(8):
            threads.append(threading.Thread(target=run, args=(number,)))
            threads[-1].start()
            while PAGES.length <= number:
                threading.Event().wait(0.001)
        assert not came
    for thread in threads:
        thread.join()
    assert came == list(range(8))


def test_a_page_that_stops_gives_its_turn_on():
    with pytest.raises(ValueError), turn(at("compare")):
        raise ValueError
    with turn(at("compare")):
        pass


def test_scripts_of_our_own_are_small():
    sizes = {path.name: path.stat().st_size for path in STYLES[0].parents[1].rglob("*.js")}
    assert sizes and max(sizes.values()) < 60_000, sizes
