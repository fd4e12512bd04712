"""What the log says of an error: its kind and where it happened, never its words.

The words of an error often hold the value that could not be used, and that may be a cell of somebody's file.
"""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def without_words() -> Iterator[None]:
    """Leave the words of errors out of every log of this process, whoever writes it."""
    before = logging.getLogRecordFactory()

    def made(*given: Any, **more: Any) -> logging.LogRecord:
        record = before(*given, **more)
        if record.exc_info and record.exc_info[1]:
            record.exc_text, record.exc_info = kind_and_place(record.exc_info[1]), None
        return record

    logging.setLogRecordFactory(made)
    try:
        yield
    finally:
        logging.setLogRecordFactory(before)


def kind_and_place(error: BaseException) -> str:
    """Say of which kind an error is and where it was raised, and the same of those that it comes from."""
    unsaid = None if error.__suppress_context__ else error.__context__
    within = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    from_others = [each for each in (error.__cause__ or unsaid, *within) if each]
    of_itself = "".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__
    return "\n\n".join([*map(kind_and_place, from_others), of_itself])
