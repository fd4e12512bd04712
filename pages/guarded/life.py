"""How the process begins and ends, around all that it serves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from pages.guarded.draining import drained
from pages.guarded.prompt import prompt


@asynccontextmanager
async def life(app: Any) -> AsyncIterator[None]:
    """Let answers be sent at once, and what is under way be finished in the end."""
    async with prompt(app), drained(app):
        yield
