"""Large pieces of memory are given back by the process, whatever it had and let go of before."""

import ctypes
import subprocess
import sys

import pytest

from tests.conftest import ROOT

# The second piece is smaller than one that was given back: the allocator would take it from what it keeps.
ASKED = """
import ctypes, sys
from pages.guarded.memory import give_back
class Held(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordinary small pieces of_system rest of it all".split()]
    _fields_ += [("top", ctypes.c_size_t)]
held = ctypes.CDLL(None).mallinfo2
held.restype = Held
if sys.argv[1] == "given back":
    give_back()
piece = bytearray(20_000_000)
del piece
before = held().pieces
piece = bytearray(10_000_000)
print(held().pieces - before)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallinfo2"),
    reason="another allocator than that of Linux",
)
@pytest.mark.parametrize(("how", "of_the_system"), [("given back", "1"), ("as ever", "0")])
def test_a_large_piece_is_asked_of_the_system_and_goes_back_to_it(how, of_the_system):
    done = subprocess.run([sys.executable, "-c", ASKED, how], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == of_the_system
