"""Large pieces of memory go back to the system as soon as they are let go of.

The allocator of Linux keeps what is as large as the largest piece that was ever given back, for each thread apart:
thirty pictures drawn for thirty visitors left the process with 240 MB more for good; with this 100, of their sessions.
"""

import ctypes
import sys
from typing import Final

# M_MMAP_THRESHOLD of malloc.h: from which size on a piece is asked of the system, and given back.
ONCE_GIVEN: Final = -3
# Bytes. The canvas of a picture has 2 to 30 million; what a page asks for at once is smaller, and is kept for the next.
LARGE: Final = 1_000_000


def give_back() -> None:
    """Say so to the allocator; nothing where it is another than that of Linux."""
    if sys.platform == "linux" and (say := getattr(ctypes.CDLL(None), "mallopt", None)):
        say(ONCE_GIVEN, LARGE)
