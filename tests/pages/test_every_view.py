"""Every view in a real browser, loaded once: nothing jumps, overlaps or leaves the screen, and WCAG holds.

A load costs seconds, a change of width a fraction of one: so each view is opened at 1280 pixels, narrowed, and held
to WCAG 2.2 A and AA by axe-core with sections open, light and dark. All are opened in one tab, one after the other, as
by a visitor who types addresses: a new tab compiles every script anew, which is half of what a load costs.
An address of the README that differs from another only in whose figures it asks for runs without a browser.
"""

import re
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages.places import PLACES
from tests.pages.browser import CHART, CHROMIUM, LAW, SIDEWAYS, at_rest
from tests.pages.opened import opened

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it"),
]

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
EIGHT = "E08000025,E08000017,E08000035,E08000003,E08000012,E06000058,E10000016,E09000033"
TWENTY = (
    f"{EIGHT},E06000039,E08000028,E06000010,E06000061,E09000021,E08000018,E08000024,E06000052,E06000053,E10000006,"
    "E08000016,E09000005"
)
GROUPS = "inadequate,other-grade,E12000005,neighbours"
# What a page can show beyond what the README's addresses do: one view of each kind of drawing, at its fullest.
MORE = (
    "/",
    "/authority?authority=E08000017&with=england,neighbours&areas=yes&events=local,national&claims=1",
    "/authority?authority=E06000058",
    f"/compare?authority={EIGHT}&indicator=agency_rate&as=difference",
    f"/compare?authority={TWENTY}&indicator=agency_rate&as=published",
    f"/compare?authority={TWENTY}&indicator=agency_rate&as=rank",
    "/compare?authority=E08000025,E08000017&indicator=referrals&as=index&base=2015",
    "/compare?authority=E08000025,E08000017,E06000039,E08000028&indicator=referral_rate&as=since&event=began",
    f"/compare?authority={EIGHT}&indicator=agency_rate&against=rereferral_rate&as=against",
    f"/compare?authority={EIGHT}&indicator=agency_rate&groups={GROUPS}",
    "/compare?authority=E08000025,E08000017&indicator=agency_rate&claims=1",
    "/compare?authority=E09000021,E09000027&indicator=agency_rate",
    "/compare?authority=E08000025&indicator=agency_rate&from=2024&to=2025",
    "/before-and-after?authority=E08000017&indicator=rereferral_rate&event=judgement:2018-01-19:SIF-re-inspection&years=10",
    "/before-and-after?authority=E06000006&indicator=agency_rate&event=began:halton-2022",
    "/before-and-after?authority=E08000024&indicator=cpp_rate&event=ended:sunderland-2015&years=10",
    *(f"/ofsted?as={view}" for view in ("years&region=E12000005", "visits&region=E12000005", "since", "figures")),
    *(f"/interventions?as={view}" for view in ("force", "followed", "events")),
    "/around?event=inadequate&indicator=agency_rate&checks=1",
    "/double?authority=E08000028&event=trust&indicator=cla_rate",
    "/england?as=money&authority=E08000025",
    "/questions?question=9",
    "/demand-and-money?authority=E08000025&with=england,region,neighbours&claims=1",
    "/demand-and-money?authority=E06000060&prices=totals",
    "/referral-sources?authority=E08000025&with=england,region,neighbours",
    "/indicator?indicator=agency_rate",
    "/claims?claim=coventry-children-earlier",
    "/stands-out?authority=E08000017",
    "/chart?authority=E08000025,E08000017&indicator=agency_rate&edition=2022",
    "/embed?authority=E08000025&embed=true",
    "/upload",
    "/data",
    "/accessibility",
)  # fmt: skip
ANSWERS = tuple(re.findall(r"`(/[a-z-]+\?[^`]+)`", README))
KNOWN = {address.split("?")[0] for address in (*ANSWERS, *MORE)}
# A page of which nothing is said above is opened as it is found.
PLAIN = tuple(f"/{place.address}" for place in PLACES if f"/{place.address}" not in KNOWN)
WHOSE = {"authority", "indicator", "with", "from", "groups", "against"}  # what a view of the same kind may differ in


def kind(address):
    """Return the page and what is chosen on it, but for whose figures and which."""
    page, _, query = address.partition("?")
    return page, frozenset(each for each in parse_qsl(query) if each[0] not in WHOSE)


OF_KINDS = {kind(address): address for address in (*ANSWERS[::-1], *MORE[::-1])}
LIKE_ANOTHER = tuple(address for address in ANSWERS if address not in OF_KINDS.values())
ADDRESSES = tuple(address for address in dict.fromkeys((*ANSWERS, *MORE, *PLAIN)) if address not in LIKE_ANOTHER)
# axe-core takes a second or two: the view of each page that shows the most stands for it.
HELD_TO_THE_LAW = {address.split("?")[0]: address for address in (*MORE, *PLAIN)}
WIDE = 1280  # pixels
SECTIONS = 4  # opened of each page: the others of a page are made by the same code
OPEN = """many => {
  const sections = [...document.querySelectorAll('[data-testid=stExpander] summary')];
  new Set([...sections.slice(0, many - 1), ...sections.slice(-1)]).forEach(each => each.click()); }"""
TEXTS = """() => [...document.querySelectorAll('.js-plotly-plot, .plot')].flatMap(chart => {
  const c = (chart.closest('.st-key-timeline') || chart).getBoundingClientRect();
  const texts = '.annotation-text-g, .xtick text, .ytick text, .xtitle, .textpoint text, .row > span, .bar > span, '
    + '.axis b, .gtitle';
  return [...chart.querySelectorAll(texts)].map(e => [e.textContent, e.getBoundingClientRect()])
    .filter(([t, r]) => t.trim() && r.width)
    .map(([t, r]) => [t, r.left, r.top, r.right, r.bottom, c.left, c.right]); })"""
# What each chart says of itself, whoever cuts it out of the page: place, measure with its unit, source.
CREDITS = """() => [...document.querySelectorAll('.js-plotly-plot')].map(chart => {
  const said = chart.querySelector('.gtitle');
  const lines = [...said?.querySelectorAll('tspan') ?? []].map(line => line.textContent);
  return said?.getBoundingClientRect().width ? lines.join(' ') || said.textContent : ''; })"""
CREDITED = re.compile(r"\w+.*[.:].*\. Sources?: .*(Education|Ofsted|Statistics|register|own figures)")
# Rows of a table are made by the same code: the first stand for all, of which axe-core looks at each cell.
FIRST_ROWS = {"exclude": [["tr:nth-child(n+9)"]]}
UNKNOWN = re.compile(r"is not known|\(not a code\)")  # what a page says of an address that it cannot follow
# What the page asked for and its policy refused, from the first moment on.
REFUSED = """addEventListener('securitypolicyviolation', refused => (window.refused ??= []).push(
  [refused.effectiveDirective, refused.blockedURI, refused.sourceFile, refused.sample]))"""
GOOD = 0.1  # up to which a page counts as steady by Core Web Vitals: the layout shift of one load
SHIFTS = """
window.shift = 0; window.moved = [];
new PerformanceObserver(list => list.getEntries().forEach(each => {
    if (each.hadRecentInput) return;
    window.shift += each.value;
    window.moved.push(...each.sources.map(one =>
        `${one.node?.textContent?.slice(0, 40)}: ${one.previousRect.y} to ${one.currentRect.y}`));
})).observe({type: "layout-shift", buffered: true});
"""


@pytest.fixture(scope="module")
def tab(server, chromium):
    opened = chromium.new_context(base_url=server)
    opened.add_init_script(REFUSED)
    opened.add_init_script(SHIFTS)
    yield opened.new_page()
    opened.close()


@pytest.fixture(scope="module")
def asked(tab):
    """Collect the addresses that the pages ask for, those that are refused with what was answered."""
    addresses = []
    tab.on("request", lambda request: addresses.append(request.url))
    tab.on("response", lambda answer: answer.status < 400 or addresses.append(f"{answer.status} {answer.url}"))
    tab.on("websocket", lambda opened: addresses.append(opened.url))
    return addresses


@pytest.fixture
def view(tab, asked):
    asked.clear()
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.emulate_media(color_scheme="light")
    return tab


def test_the_readme_links_to_a_view_for_each_question_and_history():
    assert len(ANSWERS) == 34


@pytest.mark.parametrize("address", LIKE_ANOTHER)
def test_a_view_like_another_is_followed_and_drawn(address, built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    page, _, query = address.removeprefix("/").partition("?")
    asked = dict(parse_qsl(query))
    app = opened(page, **{name if name != "from" else "from_": said for name, said in asked.items()})
    assert not app.exception and not app.error and len(app.title) == 1
    assert not [each.value for each in (*app.warning, *app.info) if UNKNOWN.search(each.value)]
    assert page == "chart" or app.get("plotly_chart") or any("plot" in each.proto.body for each in app.get("html"))


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_jumps_overlaps_or_leaves_the_screen_and_the_law_holds(view, address, server, asked):
    assert jumps(view, address) == []
    assert view.locator("[data-testid=stException]").count() == 0
    assert view.get_by_test_id("stAlert").filter(has_text=UNKNOWN).count() == 0
    if address in ANSWERS and not address.startswith(("/chart", "/stands-out")):
        view.wait_for_selector(CHART, timeout=30_000)
    assert view.get_by_role("heading", level=1).count() == 1
    if address.startswith("/ofsted"):
        top = view.evaluate("document.querySelector('.js-plotly-plot').getBoundingClientRect().top")
        assert top < 500, "the chart begins on the first screen"
    for width in (WIDE, 375, 320) if address in HELD_TO_THE_LAW.values() else (WIDE, 320):
        if width < WIDE:
            view.set_viewport_size({"width": width, "height": 900})
            at_rest(view)
        assert view.evaluate(SIDEWAYS) == 0, f"the page is wider than {width} pixels"
        assert lapses(view.evaluate(TEXTS), width) == []
        if width == WIDE:
            assert [said for said in view.evaluate(CREDITS) if not CREDITED.match(said)] == []
    if address in HELD_TO_THE_LAW.values():
        view.set_viewport_size({"width": 1280, "height": 900})
        assert found_by_axe(view) == {"light": [], "dark": []}
    assert view.evaluate("window.refused ?? []") == []
    assert view.url.startswith(server) and others(asked, server) == []
    # none was refused, and half a megabyte for colouring languages was not asked for
    assert not [each for each in asked if each[0].isdigit() or "SyntaxHighlighter" in each]


def jumps(view, address):
    """Open a view; return what moved, if it moved too far.

    A busy machine may deliver one load in pieces: what jumps by its making jumps in a second one too.
    """
    for _ in range(2):
        view.goto(address)
        at_rest(view)
        shift, moved = view.evaluate("[window.shift, window.moved]")
        if shift < GOOD:
            return []
    return [shift, *moved]


def others(addresses, server):
    """Return the addresses that are of another server than ours."""
    ours = f"//{server.split('//')[1]}/"
    assert any(ours in each for each in addresses)
    return [each for each in addresses if ours not in each and not each.startswith(("data:", f"blob:{server}/"))]


def lapses(boxes, width):
    """Say which text of a chart leaves it or the screen, and which two overlap."""
    found = []
    for n, (text, left, top, right, bottom, first, last) in enumerate(boxes):
        if left < max(first - 1, 0) or right > min(last + 1, width):
            found.append(
                f"'{text}' leaves the chart at {width} pixels by {max(first - left, right - min(last, width)):.0f}"
            )
        for other, l2, t2, r2, b2, *_ in boxes[n + 1 :]:
            if not (right <= l2 + 1 or r2 <= left + 1 or bottom <= t2 + 1 or b2 <= top + 1):
                found.append(f"'{text}' and '{other}' overlap at {width} pixels")
    return found


def found_by_axe(page):
    """Return what axe-core finds against the law, by scheme, with sections open, the last of them too.

    Another scheme changes colours and nothing else.
    """
    page.evaluate(OPEN, SECTIONS)
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        at_rest(page)
        options = LAW if scheme == "light" else {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
        violations = Axe().run(page, context=FIRST_ROWS, options=options).response["violations"]
        found[scheme] = [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations]
    return found


def test_a_page_follows_the_scheme_of_the_machine(view):
    ground = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    view.goto("/accessibility")
    at_rest(view)
    light = view.evaluate(ground)
    view.emulate_media(color_scheme="dark")
    at_rest(view)
    assert view.evaluate(ground) != light


def test_axe_finds_what_is_planted(view):
    view.goto("/accessibility")
    at_rest(view)
    planted = "<img src='data:,'><button></button><p>" + "<button style='all:unset;width:9px;height:9px'>x</button>" * 2
    view.evaluate("html => document.querySelector('h1').insertAdjacentHTML('afterend', html)", planted)
    found = {rule["id"] for rule in Axe().run(view, options=LAW).response["violations"]}
    assert {"image-alt", "button-name", "target-size"} <= found


def test_what_overlaps_or_leaves_is_said():
    boxes = [["a", 0, 0, 50, 10, 0, 400], ["b", 40, 5, 90, 15, 0, 400], ["c", 360, 50, 410, 60, 0, 400]]
    assert lapses(boxes, 375) == [
        "'a' and 'b' overlap at 375 pixels", "'c' leaves the chart at 375 pixels by 35",
    ]  # fmt: skip
