"""How the process begins and ends, around all that it serves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from pages.guarded.draining import drained
from pages.guarded.log import without_words
from pages.guarded.memory import give_back
from pages.guarded.prompt import prompt


@asynccontextmanager
async def life(app: Any) -> AsyncIterator[None]:
    """Let answers be sent at once, errors be logged without their words, and what is under way finished in the end."""
    give_back()
    with without_words():
        async with prompt(app), drained(app):
            yield
