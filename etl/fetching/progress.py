"""How far a file has come: a bar where somebody looks on, and nothing where a timer runs us."""

import sys
from typing import TextIO

WIDTH = 30  # characters: with a name and a size it fits a terminal of 80


class Bar:
    """A line that is written over and over.

    Parameters
    ----------
    name
        Of the file.
    total
        Its bytes, as far as known; else 0.
    stream
        Where to; nothing is written unless it is a terminal.
    """

    def __init__(self, name: str, total: int, stream: TextIO = sys.stderr) -> None:
        self._name, self._total, self._stream = name[-36:], total, stream
        self._shown = -1

    def at(self, done: int) -> None:
        """Show how much has come."""
        part = min(done / self._total, 1) if self._total else 0
        if not self._stream.isatty() or (step := int(part * 100)) == self._shown:
            return
        self._shown = step
        full = int(part * WIDTH)
        self._stream.write(f"\r{self._name:36} [{'#' * full}{'.' * (WIDTH - full)}] {done / 1e6:6.1f} MB")
        self._stream.flush()

    def end(self) -> None:
        """Take the bar away."""
        if self._stream.isatty():
            self._stream.write("\r" + " " * 79 + "\r")
