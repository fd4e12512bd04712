"""Addresses that nobody would type: `python -m tests.benchmarks.endure.addresses CASES SEED` opens pages by them.

Each parameter of each view is given values that are too long, too many, of another kind, or written to break out of
a sentence, a statement or a page. A page must answer with itself or with a sentence, and show no value as anything but
text. What does not is printed. `strange` and `live` are what tests/pages/test_strange_addresses.py holds the pages to.
"""

import random
import re
import sys
from urllib.parse import parse_qsl

from pages.places import PLACES
from tests.pages.opened import opened
from tests.pages.test_every_view import ADDRESSES

OTHER = "other.invalid"
VALUES = (
    "", ",", ",,,,", "none", "null", "NaN", "-1", "0", "1e999", "9" * 400, "0x41", "2015.5", "²", "٣", "E08000025",
    "E08000025,E08000025", "e08000025", "E08000025 ", "E99999999", ",".join(f"E{n:08d}" for n in range(700)),
    "agency_rate," * 500, "a" * 7_500, "é" * 2_000, "\U0001f9d1\u200d\U0001f692" * 50, "\u202eltr", "\x00",
    "\x1b[31m", "\t\r\n", "' or 1=1 --", '"; drop table build; --', "$parameter", "{0.__class__}", "{found}", "%s%n",
    "../../../etc/passwd", f"<script src=//{OTHER}></script>", f"<img src=https://{OTHER}/a.png onerror=alert(1)>",
    "<b>bold</b>", "&lt;b&gt;", f"![a](https://{OTHER}/a.png)", f"[a](https://{OTHER})", "[a](javascript:alert(1))",
    f"https://{OTHER}/a", "$\\frac{a}{b}$", ":material/home:", ":red[a]", "`a`", "| a | b |", "# a",
    "judgement:2018-01-19:SIF-re-inspection", "began:", "ended:x-1", "2020-13-45", "0000-00-00", "true", "yes", "1",
    "2", "all", "inf", "E12000005", "N_other", "__proto__", "constructor",
)  # fmt: skip
TAGS = re.compile(rf"<script|<img[^>]*{OTHER}|onerror=(?![^<]*&gt;)", re.IGNORECASE)
# In a text that the page reads as Markdown also a link or a picture, or an address that becomes a link by itself.
LIVE = re.compile(rf"{TAGS.pattern}|\]\((?:https://{OTHER}|javascript:)|(?<![`\\\w/.])https://{OTHER}", re.IGNORECASE)
CODE = re.compile(r"`[^`]*`")
# Of each page all the names that any of its known addresses uses, and those that every page may be given.
NAMES = {
    place.address: sorted(
        {name for address in ADDRESSES if address.split("?")[0] == f"/{place.address}"
         for name, _ in parse_qsl(address.partition("?")[2])}
        | {"authority", "indicator", "as", "from", "to", "region", "event", "edition", "headline", "with", "groups"}
    )
    for place in PLACES
}  # fmt: skip


def strange(chance: random.Random) -> tuple[str, dict[str, str]]:
    """Choose a page and an address of it, some of whose parameters are as nobody would type them."""
    place = chance.choice(PLACES).address
    known = [address for address in ADDRESSES if address.split("?")[0] == f"/{place}"]
    address = dict(parse_qsl(chance.choice(known).partition("?")[2])) if known and chance.random() < 0.7 else {}
    for name in chance.sample(NAMES[place], chance.randint(1, 3)):
        address[name] = chance.choice(VALUES)
    return place, address


def lapses(place: str, address: dict[str, str]) -> list[str]:
    """Open a page by an address; say what it shows that it should not."""
    app = opened(place, **address)
    errors = [f"{each.message} {list(each.stack_trace)[-2:]}" for each in app.exception]
    said = [each.value for kind in (app.markdown, app.warning, app.info, app.error, app.caption) for each in kind]
    found = [(live(each), each) for each in said]
    found += [(TAGS.search(each.proto.body), each.proto.body) for each in app.get("html")]
    return errors + [f"live: {what.group()} in {text[:300]}" for what, text in found if what]


def live(text: str) -> re.Match[str] | None:
    """Find what a page would make of a text beyond a text; what stands as code is one."""
    return LIVE.search(CODE.sub("`", text))


def main() -> None:
    """Try so many addresses, and print each with what was wrong."""
    cases, seed = int(sys.argv[1]), int(sys.argv[2])
    chance, wrong = random.Random(seed), 0
    for _ in range(cases):
        place, address = strange(chance)
        try:
            found = lapses(place, address)
        except Exception as error:  # noqa: BLE001 as the page would have done with its visitor
            found = [f"{type(error).__name__}: {error}"]
        wrong += bool(found)
        if found:
            sys.stdout.write(f"{place} { ({n: v[:60] for n, v in address.items()})!r}\n    {found}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{cases} addresses, {wrong} with something wrong\n")


if __name__ == "__main__":
    main()
