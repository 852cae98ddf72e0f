"""Who wants to hear of changes: the open pages, and tests that wait for something to come true."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from bot.simulator.records import Json

T = TypeVar("T")


class Hub:
    """Tells every open page what happened and wakes whoever waits; costs nothing when nobody listens."""

    def __init__(self) -> None:
        self.pages: set[asyncio.Queue[Json]] = set()
        self._waiting: set[asyncio.Event] = set()

    @contextmanager
    def page(self) -> Iterator[asyncio.Queue[Json]]:
        """An open page; the queue gets every event while the context lasts."""
        queue: asyncio.Queue[Json] = asyncio.Queue()
        self.pages.add(queue)
        try:
            yield queue
        finally:
            self.pages.discard(queue)
            self.changed()

    def tell(self, event: Callable[[], Json]) -> None:
        """Something happened; the event is only built where a page is open to see it."""
        self.changed()
        if self.pages:
            built = event()
            for page in self.pages:
                page.put_nowait(built)

    def changed(self) -> None:
        """Something happened that no page shows."""
        for waiter in self._waiting:
            waiter.set()

    async def wait_for(self, predicate: Callable[[], T], timeout: float, hint: Callable[[], str]) -> T:
        """The first true value of the predicate, asked again after every change.

        TimeoutError, with the hint, when `timeout` seconds pass without one.
        """
        waiter = asyncio.Event()
        self._waiting.add(waiter)
        try:
            async with asyncio.timeout(timeout):
                while not (value := predicate()):
                    await waiter.wait()
                    waiter.clear()
                return value
        except TimeoutError:
            raise TimeoutError(f"nothing of the kind within {timeout} s; {hint()}") from None
        finally:
            self._waiting.discard(waiter)

    async def wait_for_quiet(self, seconds: float) -> None:
        """Returns once nothing has happened for so long."""
        waiter = asyncio.Event()
        self._waiting.add(waiter)
        try:
            while True:
                async with asyncio.timeout(seconds):
                    await waiter.wait()
                waiter.clear()
        except TimeoutError:
            return
        finally:
            self._waiting.discard(waiter)
