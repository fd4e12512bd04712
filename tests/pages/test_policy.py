"""What a browser may do with what the dashboard sends it: each directive of the policy holds, and frames are apart."""

import http.server
import re
import threading
import urllib.error
import urllib.request
from base64 import b64decode
from email.utils import formatdate

import pytest

from pages.guarded.policy import FILE, Policy, is_of, may_be_framed
from pages.guarded.scripts import WITHIN
from pages.places import IN_FRAMES, PLACES, TAKEN_ELSEWHERE
from pages.served import ADDRESS, SCRIPTS, Scripts
from tests.pages.browser import CHROMIUM, ROOT, at_rest
from tests.pages.test_served import asked

without = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it")
OTHER = "http://other.invalid"
# For each directive something that it forbids.
TRIED = {
    "script-src-elem": "add('script', {textContent: 'window.ran = 1'})",
    "script-src-elem other": f"add('script', {{src: '{OTHER}/a.js'}})",
    "script-src": "try { eval('window.ran = 1') } catch {}",
    "script-src-attr": "add('div', {innerHTML: '<b onclick=\"window.ran = 1\">a</b>'}).firstChild.click()",
    "style-src-elem": f"add('link', {{rel: 'stylesheet', href: '{OTHER}/a.css'}})",
    "img-src": f"add('img', {{src: '{OTHER}/a.png'}})",
    "font-src": f"new FontFace('a', 'url({OTHER}/a.woff)').load().catch(() => 0)",
    "connect-src": f"fetch('{OTHER}/a').catch(() => 0)",
    "connect-src socket": "try { new WebSocket('wss://other.invalid/a') } catch {}",
    "connect-src beacon": f"navigator.sendBeacon('{OTHER}/a', 'a')",
    "worker-src": "try { new Worker(URL.createObjectURL(new Blob(['1']))) } catch {}",
    "media-src": f"add('video', {{src: '{OTHER}/a.mp4'}})",
    "frame-src": f"add('iframe', {{src: '{OTHER}/'}})",
    "frame-src own": "add('iframe', {src: '/accessibility'})",
    "object-src": "add('object', {data: '/favicon.png', type: 'image/png'})",
    "base-uri": f"document.head.prepend(Object.assign(document.createElement('base'), {{href: '{OTHER}/'}}))",
    "form-action": f"add('form', {{action: '{OTHER}/', method: 'post', target: 'sent'}}).submit()",
    "default-src": f"add('link', {{rel: 'prefetch', href: '{OTHER}/a'}})",
}
TRY_ALL = """async tried => {
  const add = (name, of) => document.body.appendChild(Object.assign(document.createElement(name), of));
  const found = {};
  for (const [directive, what] of tried) {
    const refused = [];
    const listen = event => refused.push(event.effectiveDirective);
    document.addEventListener('securitypolicyviolation', listen);
    TRIES[directive](add);
    for (let waits = 0; waits < 40 && !refused.length; waits++) await new Promise(done => setTimeout(done, 25));
    document.removeEventListener('securitypolicyviolation', listen);
    found[directive] = refused;
  }
  return [found, window.ran ?? null];
}""".replace("TRIES", "({" + ",".join(f"'{name}': add => {{ {what} }}" for name, what in TRIED.items()) + "})")

# What each directive lets in, of our own: that which it leaves out falls back to the one that refuses all.
OURS = """async () => {
  const add = (name, of) => document.body.appendChild(Object.assign(document.createElement(name), of));
  const refused = [];
  const listen = event => refused.push(event.effectiveDirective);
  document.addEventListener('securitypolicyviolation', listen);
  add('script', {src: '/static/js/none.js'});
  add('script', {type: 'module', src: URL.createObjectURL(new Blob(['1'], {type: 'text/javascript'}))});
  add('link', {rel: 'stylesheet', href: '/static/css/none.css'});
  add('p', {innerHTML: '<b style="color: red">a</b>'});
  for (const src of ['/favicon.png', 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=']) add('img', {src});
  for (const from of ['/font/roboto-none.woff', 'data:font/woff;base64,AAAA'])
    new FontFace('b', `url(${from})`).load().catch(() => 0);
  add('video', {src: '/none.mp4'});
  new Worker('/static/js/none.js');
  try { new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) } catch { refused.push('wasm') }
  await fetch('/_stcore/health');
  await new Promise(done => setTimeout(done, 300));
  document.removeEventListener('securitypolicyviolation', listen);
  return refused;
}"""


def headers_of(address):
    with urllib.request.urlopen(address) as answer:
        return {name.lower(): value for name, value in answer.headers.items()}


def directives(policy):
    return {each.split()[0]: each.split()[1:] for each in policy.split(";")}


def test_the_policy_holds_on_every_page_and_only_the_frame_may_be_framed(server):
    for place in PLACES:
        headers = headers_of(f"{server}/{place.address}")
        policy = directives(headers["content-security-policy"])
        framed = f"/{place.address}" in IN_FRAMES
        assert policy["frame-ancestors"] == (["*"] if framed else ["'none'"])
        assert ("x-frame-options" in headers) is not framed
        assert policy["default-src"] == policy["object-src"] == policy["frame-src"] == ["'none'"]
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & {*policy["script-src"], *policy["connect-src"]}
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == ("cross-origin" if framed else "same-origin")
        assert "camera=()" in headers["permissions-policy"]
    script = next((SCRIPTS / "js").glob("index.*.js"))
    for path, kind in (("/_stcore/health", FILE.decode()), (f"/static/js/{script.name}", "default-src 'self'")):
        headers = headers_of(server + path)
        assert headers["content-security-policy"] == kind and headers["x-content-type-options"] == "nosniff"


def test_each_script_within_a_page_is_named_by_what_it_says():
    async def page(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": (SCRIPTS.parent / "index.html").read_bytes()})

    _, headers, body = asked(Policy(Scripts(page)), "/england")
    hashes = re.findall(rb"'sha256-([^']+)'", headers[b"content-security-policy"])
    within = re.findall(rb"<script>", body)
    assert len(hashes) == len(within) + len(WITHIN) == 5 and all(len(b64decode(each)) == 32 for each in hashes)


def test_no_page_brings_a_script_that_the_policy_does_not_name():
    """A script within a page that is not among those declared would be refused, and nobody would see it."""
    pages = {path: path.read_text(encoding="utf-8") for path in (ROOT / "pages").rglob("*.py")}
    written = {match for text in pages.values() for match in re.findall(r"<script>(.*?)</script>", text)}
    assert (
        written
        == {
            "{TO_THE_STEP}",
            "{TO_THE_PROBLEM}",
            "{SCRIPT}",  # of frames, which bring a policy of their own that names it
            "window.__streamlit = " + ADDRESS.decode().split(" = ")[1][:-9],
        }
    )
    assert not [
        path for path, text in pages.items() if re.search(r"<script\s+(?!within)|\son(click|load|error)=", text)
    ]


def test_what_a_browser_still_holds_keeps_its_policy(server):
    """Of an answer without content it would take another policy, and a page that is opened again would be blank."""
    for address in ("/picture/authority.svg?authority=E08000025", "/data/agency_rate.csv", "/frame/authority"):
        etag = headers_of(f"{server}{address}")["etag"]
        with pytest.raises(urllib.error.HTTPError) as answer:
            urllib.request.urlopen(urllib.request.Request(f"{server}{address}", headers={"If-None-Match": etag}))
        assert answer.value.code == 304
        assert "content-security-policy" not in {name.lower() for name in answer.value.headers}
        answer.value.close()


def test_a_page_is_sent_anew_for_what_it_says_of_itself_is_ours(server):
    for place in (place for place in PLACES if f"/{place.address}" not in IN_FRAMES):
        told = {"If-Modified-Since": formatdate(usegmt=True), "If-None-Match": "*"}
        with urllib.request.urlopen(urllib.request.Request(f"{server}/{place.address}", headers=told)) as answer:
            assert answer.status == 200 and not {"etag", "last-modified"} & {name.lower() for name in answer.headers}


def test_an_answer_that_brings_its_policy_keeps_it():
    async def picture(scope, receive, send):
        headers = [(b"content-type", b"image/svg+xml"), (b"Content-Security-Policy", b"sandbox")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    headers = asked(Policy(picture), "/picture/a.svg")[1]
    assert headers[b"Content-Security-Policy"] == b"sandbox" and b"content-security-policy" not in headers
    assert headers[b"cross-origin-resource-policy"] == b"cross-origin" and b"nosniff" in headers.values()


@pytest.mark.parametrize("path", ["/embed/authority", "/authority/embed", "/frames", "/embedded", "/api", "//embed"])
def test_an_address_beside_those_declared_is_closed(path):
    assert not is_of(path, IN_FRAMES) and not is_of(path, TAKEN_ELSEWHERE)
    assert not may_be_framed(path, has_policy=False) and not may_be_framed(path, has_policy=True)


@pytest.mark.parametrize("path", ["/frame/", "/frame/authority", "/frame/a/upload", "/frame/../upload"])
def test_below_an_address_for_frames_only_what_is_made_for_one_may_be_framed(path):
    assert may_be_framed(path, has_policy=True) and not may_be_framed(path, has_policy=False)
    assert may_be_framed("/embed", has_policy=True) and not may_be_framed("/embed", has_policy=False)


@pytest.fixture
def elsewhere(server):
    """Serve, as another site, a page with the frame in it and one of our pages beside it."""
    frames = "".join(f'<iframe name="{name}" src="{server}/{name}?authority=E08000025"></iframe>' for name in FRAMED)

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>another</title>{frames}".encode())

        def log_message(self, *said):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as site:
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        yield f"http://localhost:{site.server_port}"  # another site than 127.0.0.1, not only another port
        site.shutdown()
        thread.join()


FRAMED = ("embed", "authority")


@pytest.mark.browser
@without
def test_each_directive_refuses_what_it_is_there_for(server, chromium):
    with chromium.new_context(base_url=server) as context:
        page = context.new_page()
        page.goto("/accessibility")
        at_rest(page)
        found, ran = page.evaluate(TRY_ALL, list(TRIED.items()))
        assert page.evaluate(OURS) == [] and refused_manifest(page, "/none.json") == []
        found["manifest-src"] = refused_manifest(page, f"{OTHER}/a.json")
        assert {tried: set(refused) for tried, refused in found.items()} == {
            tried: {tried.split()[0]} for tried in found
        }
        assert ran is None
        policy = page.evaluate("fetch('/').then(answer => answer.headers.get('content-security-policy'))")
        told = {tried.split()[0].removesuffix("-elem").removesuffix("-attr") for tried in found}
        assert set(directives(policy)) - told == {"frame-ancestors"}  # which the next test is about


def refused_manifest(page, address):
    """Ask for a manifest: a browser without a window does not look for one by itself."""
    said = []
    page.on("console", lambda message: said.append(message.text))
    manifest = f"Object.assign(document.createElement('link'), {{rel: 'manifest', href: '{address}'}})"
    page.evaluate("document.querySelectorAll('[rel=manifest]').forEach(each => each.remove())")
    page.evaluate(f"void document.head.append({manifest})")
    page.context.new_cdp_session(page).send("Page.getAppManifest")
    page.wait_for_timeout(100)
    return [each for text in said for each in re.findall(r"directive: \"([\w-]+)", text)]


@pytest.mark.browser
@without
def test_the_frame_stands_in_a_page_of_another_site_and_no_page_does(elsewhere, chromium):
    with chromium.new_context() as context:
        page = context.new_page()
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(elsewhere)
        frame = page.frame(name="embed")
        frame.wait_for_selector("img, svg.drawn, h1", state="attached", timeout=30_000)
        assert frame.locator("h1").count() == 1
        assert page.frame(name="authority").url.startswith("chrome-error:")
        assert ["frame-ancestors" in each for each in said if "raming" in each] == [True], said
