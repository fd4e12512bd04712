"""The benchmark: `python -m tests.benchmarks` measures everything and prints one page of tables, in Markdown.

`python -m tests.benchmarks PART ...` measures some parts alone, `--write` puts what each printed into table.md beside
this file, where the other parts stay as they are. Needs a built database, Linux and Chromium. Ratios are of one run, so
that machines compare; the floor is a bare Streamlit page with one such chart made beforehand.
"""

import os
import platform
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import benchmark_pages, benchmark_pictures, benchmark_visitors, each_page, growth

TABLE = Path(__file__).with_name("table.md")
TITLE = (
    "# The benchmark, measured by `python -m tests.benchmarks`\n\nEach part says when and where it was measured. The "
    "floor is a bare Streamlit page with one chart of an authority made beforehand, served by the same machine."
)


def visitors() -> Iterator[str]:
    """Write how long visitors wait who each click every five seconds."""
    yield benchmark_visitors.HEAD.rstrip()
    with benchmark_pages.servers() as addresses:
        yield from map(str, benchmark_visitors.measured(addresses))


PARTS: dict[str, tuple[str, Callable[[], Iterable[str]]]] = {
    "change": ("First chart and change of authority, in a browser", benchmark_pages.rows),
    "pages": ("Page by page, in a browser", each_page.pages),
    "server": ("Page by page, on the server: time and bytes; change of authority and of indicator", each_page.server),
    "memory": ("Memory of a session", each_page.memory),
    "pictures": ("Pictures a second", benchmark_pictures.rows),
    "visitors": ("Visitors who click every five seconds", visitors),
    "growth": ("Each question, when there are more indicators", growth.said),
    "growth-authorities": ("Each question, when there are more authorities", lambda: growth.said("authorities")),
}


def machine() -> str:
    """Say when and on what it is measured."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    busy = os.getloadavg()[0]
    return (
        f"Measured on {datetime.now(UTC):%-d %B %Y, %H:%M} UTC, {os.cpu_count()} processors, {memory:.0f} GB, "
        f"{platform.system()}, Python {platform.python_version()}; load at the end {busy:.1f}."
    )


def section(name: str) -> str:
    """Measure a part, and return what the table says of it, printed line by line meanwhile."""
    heading, measure = PARTS[name]
    lines = [f"## {heading}", ""]
    sys.stdout.write("\n".join(lines) + "\n")
    for line in measure():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        lines.append(line)
    lines += ["", machine()]
    sys.stdout.write(f"\n{lines[-1]}\n\n")
    return "\n".join(lines)


def write(sections: dict[str, str]) -> None:
    """Put what was measured into the table, in place of what stood there of the same parts."""
    stood = TABLE.read_text(encoding="utf-8") if TABLE.exists() else ""
    held = {text.partition("\n")[0]: text.strip() for text in re.split(r"(?m)^(?=## )", stood)[1:]}
    held |= {text.partition("\n")[0]: text for text in sections.values()}
    ordered = [held[f"## {heading}"] for heading, _ in PARTS.values() if f"## {heading}" in held]
    TABLE.write_text("\n\n".join([TITLE, *ordered]) + "\n", encoding="utf-8")


def main() -> None:
    """Measure the parts that are named, or all."""
    named = [each for each in sys.argv[1:] if each != "--write"] or list(PARTS)
    if unknown := [each for each in named if each not in PARTS]:
        raise SystemExit(f"there is no part {', '.join(unknown)}: the parts are {', '.join(PARTS)}")
    for name in named:
        measured = {name: section(name)}
        if "--write" in sys.argv:
            write(measured)


if __name__ == "__main__":
    main()
