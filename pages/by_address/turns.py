"""Who waits until an answer is made: so many at most, whoever came first, each answer made once for all who want it.

Whoever goes away waits no longer. What is kept already is sent by others meanwhile: nobody waits for a turn who needs
none.
"""

from asyncio import FIRST_COMPLETED, Event, Task, create_task, timeout, wait
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, Final, TypeVar

from anyio import CapacityLimiter, sleep_forever
from anyio.lowlevel import RunVar
from starlette.types import Receive

PATIENCE: Final = 20.0  # seconds that one waits to be made; most who ask for a picture have gone by then
TURN: ContextVar[bool] = ContextVar("turn", default=False)  # whether what runs may make what is not kept
Answer = TypeVar("Answer")


class Unmade(Exception):
    """An answer is not kept, and it is nobody's turn to make it.

    Attributes
    ----------
    key
        What the answer is kept under, once it is.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class TooMany(Exception):
    """As many wait as there is room for, or one has waited for too long."""


class Gone(Exception):
    """Whoever asked has gone."""


class Making:
    """Those whose turn it is to have an answer made, and those who wait for theirs.

    Parameters
    ----------
    at_once
        How many answers are made at the same time.
    most
        How many are being made or waited for: one more is refused.
    """

    def __init__(self, *, at_once: int, most: int) -> None:
        self._at_once, self._most = at_once, most
        self._limit: RunVar[CapacityLimiter] = RunVar(f"turns {id(self)}")  # one for each loop
        self._begun: dict[str, Event] = {}

    @property
    def length(self) -> int:
        """How many answers are being made or waited for."""
        return len(self._begun)

    async def another(self, key: str) -> bool:
        """Wait for whoever makes an answer already, and tell whether there was one."""
        begun = self._begun.get(key)
        if begun:
            await _patiently(begun.wait())
        return begun is not None

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[None]:
        """Wait for one's turn to make an answer, and give it on whatever happens.

        Raises
        ------
        TooMany
            There is no room to wait, or it took too long.
        """
        if len(self._begun) >= self._most:
            raise TooMany
        self._begun[key] = Event()
        try:
            await _patiently(self._limiter().acquire_on_behalf_of(key))
            try:
                TURN.set(True)
                yield
            finally:
                self._limiter().release_on_behalf_of(key)
        finally:
            self._begun.pop(key).set()

    def _limiter(self) -> CapacityLimiter:
        try:
            return self._limit.get()
        except LookupError:
            self._limit.set(CapacityLimiter(self._at_once))
            return self._limit.get()


async def _patiently(waiting: Awaitable[Any]) -> None:
    try:
        async with timeout(PATIENCE):
            await waiting
    except TimeoutError as error:
        raise TooMany from error


async def unless_gone(receive: Receive, answer: Callable[[], Coroutine[Any, Any, Answer]]) -> Answer:
    """Wait for an answer, as long as whoever asked for it is there.

    Raises
    ------
    Gone
        They are not.
    """
    making, gone = create_task(answer()), create_task(_gone(receive))
    try:
        await wait((making, gone), return_when=FIRST_COMPLETED)
        if not making.done():
            await _ended(making)
            raise Gone
        return making.result()
    finally:
        making.cancel()
        gone.cancel()


async def _ended(task: Task[Any]) -> None:
    """End a task; one that makes an answer in a thread ends when the answer is kept."""
    task.cancel()
    await wait((task,))


async def _gone(receive: Receive) -> None:
    """Return once the asker has gone. The first message says that there is no body, the second that nobody is there."""
    for _ in range(2):
        if (await receive())["type"] == "http.disconnect":
            return
    await sleep_forever()  # more than that is not for us to read: nobody is known to have gone
