"""Nothing jumps while a page is opened: the layout shift of every page, as browsers count it, stays under 0.1."""

import pytest

from pages.places import PLACES
from tests.pages.browser import CHROMIUM, at_rest

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")

GOOD = 0.1  # up to which a page counts as steady by Core Web Vitals
COUNT = """
window.shift = 0; window.moved = [];
new PerformanceObserver(list => list.getEntries().forEach(each => {
    if (each.hadRecentInput) return;
    window.shift += each.value;
    window.moved.push(...each.sources.map(one =>
        `${one.node?.textContent?.slice(0, 40)}: ${one.previousRect.y} to ${one.currentRect.y}`));
})).observe({type: "layout-shift", buffered: true});
"""
# The buttons on the screen of which the middle is something else's.
COVERED = """[...document.querySelectorAll('button')].filter(button => {
    const r = button.getBoundingClientRect(), x = r.left + r.width / 2, y = r.top + r.height / 2;
    return r.width && x < innerWidth && y > 0 && y < innerHeight && !button.contains(document.elementFromPoint(x, y));
}).map(button => button.innerText)"""
ADDRESSES = {"authority": "authority?authority=371", "embed": "embed?authority=371"}


@pytest.fixture(scope="module")
def counting(chromium):
    """Open one tab for all pages: a new one compiles every script anew."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(COUNT)
    yield page
    page.close()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.address or "home")
def test_nothing_jumps_while_a_page_is_opened(server, counting, place):
    asked = []
    counting.on("response", lambda response: asked.append((response.status, response.url)))
    for _ in range(2):  # a busy machine may deliver one load in pieces: what jumps by its making jumps in both
        counting.goto(f"{server}/{ADDRESSES.get(place.address, place.address)}")
        at_rest(counting)
        shift, moved = counting.evaluate("[window.shift, window.moved]")
        if shift < GOOD:
            break
    assert shift < GOOD, moved
    assert not [url for status, url in asked if status >= 400]
    assert not [url for _, url in asked if "SyntaxHighlighter" in url]  # half a megabyte for colouring languages


@pytest.mark.parametrize("width", [1280, 375])
def test_the_chart_of_an_authority_fills_the_frame_in_which_its_cells_stand(server, chromium, width):
    page = chromium.new_page(viewport={"width": width, "height": 812})
    page.goto(f"{server}/authority?authority=371")
    page.wait_for_selector(".plot img")
    at_rest(page)
    drawn, cross = (page.locator(part).first.bounding_box() for part in (".plot", ".cross"))
    ends = page.evaluate("[...document.querySelectorAll('.plot .row')].map(row => row.getBoundingClientRect().top)")
    cells = page.evaluate("[...document.querySelectorAll('.cell')].map(cell => cell.getBoundingClientRect().top)")
    covered = page.evaluate(COVERED)
    page.close()
    assert covered == []  # the image is larger than its frame, and lay over the buttons above it
    # else each cell would stand beside another row than its own, and the crosshair beside what it reads
    assert all(abs(drawn[side] - cross[side]) < 1 for side in drawn), (drawn, cross)
    assert all(0 < row - cell < 60 for row, cell in zip(ends[: len(cells)], cells, strict=True))
