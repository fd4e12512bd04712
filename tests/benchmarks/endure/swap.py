"""A new database under load: `python -m tests.benchmarks.endure.swap` moves one in while visitors ask for figures.

Visitors open one view again and again; in the middle another copy of the database is moved
into place. The line says how many views were shown, how many errors, how many other figures than those
of the first view, and how often a visitor had to connect again.
"""

import asyncio
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from data.paths import database
from tests.benchmarks.endure.visitor import Visitor, connected
from tests.benchmarks.endure.watched import watched

VISITORS, SECONDS = 20, 20  # at once; before and after the swap together
VIEW = "/compare?authority=E08000025,E08000017&indicator=agency_rate"
NOTICE = "renewed since"  # said once to each visitor, and no figure


async def visits(server: str, ended: asyncio.Event, happened: Counter[str], first: list[list[str]]) -> None:
    """Ask again and again for the same view, and compare what it says with what it said first."""
    while not ended.is_set():
        try:
            async with connected(server) as socket:
                visitor = Visitor(socket)
                while not ended.is_set():
                    seen = await visitor.open(VIEW)
                    said = [each for each in seen.texts if NOTICE not in each]
                    first.append(said) if not first else None
                    happened["views"] += 1
                    happened["errors"] += len(seen.errors)
                    happened["other figures"] += said != first[0]
                    await asyncio.sleep(1)
        except (OSError, TimeoutError, ConnectionError) as error:
            happened[f"connected again after {type(error).__name__}"] += 1
            await asyncio.sleep(0.5)


async def swapped(server: str, path: Path) -> Counter[str]:
    """Let visitors come, move a new database in after half of the time, and count."""
    ended, happened, first = asyncio.Event(), Counter[str](), list[list[str]]()
    visitors = [asyncio.ensure_future(visits(server, ended, happened, first)) for _ in range(VISITORS)]
    await asyncio.sleep(SECONDS / 2)
    fresh = path.with_suffix(".fresh")
    shutil.copy(database(), fresh)
    fresh.replace(path)
    happened["databases moved in"] += 1
    await asyncio.sleep(SECONDS / 2)
    ended.set()
    await asyncio.gather(*visitors)
    return happened


def main() -> None:
    """Serve a copy of the database, swap it under load, and print what happened."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dashboard.duckdb"
        shutil.copy(database(), path)
        with watched(path, STREAMLIT_SERVER_FILE_WATCHER_TYPE="none") as (server, _):
            sys.stdout.write(f"{dict(asyncio.run(swapped(server, path)))}\n")


if __name__ == "__main__":
    main()
