"""The chart of an authority fills the frame in which its cells and its crosshair stand, wide and narrow."""

import pytest

from tests.pages.browser import CHROMIUM, at_rest

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")

# The buttons on the screen of which the middle is something else's.
COVERED = """[...document.querySelectorAll('button')].filter(button => {
    const r = button.getBoundingClientRect(), x = r.left + r.width / 2, y = r.top + r.height / 2;
    return r.width && x < innerWidth && y > 0 && y < innerHeight && !button.contains(document.elementFromPoint(x, y));
}).map(button => button.innerText)"""


def test_the_chart_of_an_authority_fills_the_frame_in_which_its_cells_stand(server, chromium):
    page = chromium.new_page(viewport={"width": 1280, "height": 812})
    page.goto(f"{server}/authority?authority=371")
    page.wait_for_selector(".plot img")
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 812})
        at_rest(page)
        drawn, cross = (page.locator(part).first.bounding_box() for part in (".plot", ".cross"))
        ends = page.evaluate("[...document.querySelectorAll('.plot .row')].map(row => row.getBoundingClientRect().top)")
        cells = page.evaluate("[...document.querySelectorAll('.cell')].map(cell => cell.getBoundingClientRect().top)")
        assert page.evaluate(COVERED) == []  # the image is larger than its frame, and lay over the buttons above it
        # else each cell would stand beside another row than its own, and the crosshair beside what it reads
        assert all(abs(drawn[side] - cross[side]) < 1 for side in drawn), (drawn, cross)
        assert cells
        assert all(0 < row - cell < 60 for row, cell in zip(ends[: len(cells)], cells, strict=True))
    page.close()
