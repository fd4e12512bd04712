"""How long a picture and a share pack take, warm: `python -m tests.benchmarks pictures`, needs a database."""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor

from data.paths import database
from pages.charts.svg.sizes import SIZES
from queries.database import open_database
from tests.pages.drawn import VIEWS
from tests.pages.test_chart_page import drawn, packed

ROUNDS = 5


def seconds(make):
    """Return the median of a few times, after a first that warms."""
    make()
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        make()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def rows():
    """Measure one picture of each size, one pack, and twenty packs at once, on one thread and on twenty."""
    con = open_database(database())
    drawing = drawn(con, VIEWS["a gap"]["codes"][0])
    yield "| what | ms | a second |"
    yield "|---|---|---|"
    made = {f"PNG, {name}": lambda size=size: drawing.png(size) for name, size in SIZES.items()}
    for name, make in {**made, "pack of all that is shown": lambda: packed(con, "E08000025")}.items():
        taken = seconds(make)
        yield f"| {name} | {taken * 1000:.0f} | {1 / taken:.1f} |"
    with ThreadPoolExecutor(20) as pool:
        began = time.perf_counter()
        list(pool.map(lambda _: packed(con, "E08000025"), range(20)))
        twenty = time.perf_counter() - began
    yield f"| twenty packs at once | {twenty * 1000:.0f} | {20 / twenty:.1f} |"
