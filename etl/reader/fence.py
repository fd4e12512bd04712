"""The fence: each file is opened in a process of its own, bounded in memory, time and what it may write."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore

CHILD = Path(__file__).with_name("child.py")
MEMORY = 900_000_000  # bytes: 50,000 rows of .xlsx need less than half, and a small server has one gigabyte
PROCESSOR_SECONDS = 9  # of its own work: a busy server makes no file too long; the door's clock is wider
FILES = 4  # at once within the fence: what they may take together is 3.6 GB, and a tenth of it is usual
AT_ONCE = BoundedSemaphore(FILES)
FIRST_TO_GO = Path("/proc/self/oom_score_adj")  # of Linux: who is ended first where a machine has no memory left
# What a program needs to be found and to start; nothing secret that the server knows goes to where a file is read.
KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
OUT_OF_TIME = (-24, -9)  # ended by SIGXCPU or SIGKILL: the kernel's answer to a process over its time


class Unanswered(Exception):
    """The process ended without an answer; `slow` says that its time was up."""

    def __init__(self, *, slow: bool) -> None:
        super().__init__("no answer")
        self.slow = slow


def ask(task: str, head: Mapping[str, object], data: bytes, seconds: float) -> bytes:
    """Have a task done on a file within the fence, when there is room; its bytes go there by a pipe and nowhere else.

    Parameters
    ----------
    task
        read or mark.
    head
        What the task needs to know besides the file.
    data
        The file.
    seconds
        When to end it.

    Raises
    ------
    Unanswered
        If the process breaks off, or its time is up.
    """
    request = json.dumps({"task": task, **head}).encode() + b"\n" + data
    command = [sys.executable, "-I", str(CHILD)]
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    try:
        with AT_ONCE:
            done = subprocess.run(
                command, input=request, capture_output=True, timeout=seconds, check=False, env=environment
            )
    except subprocess.TimeoutExpired as error:
        raise Unanswered(slow=True) from error
    if done.returncode != 0 or not done.stdout:
        raise Unanswered(slow=done.returncode in OUT_OF_TIME)
    return done.stdout


def limit() -> None:
    """Set the bounds of this process.

    Notes
    -----
    On POSIX systems the kernel bounds its memory, its processor time and the files it may write (none). Windows has
    no such limits for a process that is not in a job: there the parent's clock alone ends it.
    """
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError):  # it is the file that goes then, and not the server with all its visitors
        FIRST_TO_GO.write_text("1000", encoding="ascii")
    bounds = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: PROCESSOR_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 64,
    }
    for kind, bound in bounds.items():
        _, hard = resource.getrlimit(kind)
        ceiling = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        with suppress(ValueError, OSError):  # macOS does not bound address space
            resource.setrlimit(kind, (ceiling, ceiling))
