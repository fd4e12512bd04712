"""How long a picture and a share pack take, warm: `python -m tests.benchmarks.benchmark_pictures`, needs a database."""

import statistics
import sys
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


def main():
    """Measure one picture of each size, one pack, and twenty packs at once, and print them beside one another."""
    con = open_database(database())
    drawing = drawn(con, VIEWS["a gap"]["codes"][0])
    pictures = {name: seconds(lambda size=size: drawing.png(size)) for name, size in SIZES.items()}
    pack = seconds(lambda: packed(con, "E08000025"))
    with ThreadPoolExecutor(20) as pool:
        began = time.perf_counter()
        list(pool.map(lambda _: packed(con, "E08000025"), range(20)))
        twenty = time.perf_counter() - began
    for name, taken in pictures.items():
        sys.stdout.write(f"{name}: {taken * 1000:.0f} ms\n")
    sys.stdout.write(f"pack: {pack * 1000:.0f} ms, {pack / pictures['news']:.1f} times one picture\n")
    sys.stdout.write(f"twenty packs at once: {twenty:.1f} s, {twenty / pack:.1f} times one pack\n")


if __name__ == "__main__":
    main()
