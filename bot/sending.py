"""Delivery: the head of every chat's outbox, many chats at once, within the limits, each mark committed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

import structlog

from bot.telegram.door import Gone, Later, Outcome, Sent, Wrong
from storage import outbox
from storage.engine import Database
from storage.inbox import Fact, tell
from storage.outbox import Delivery
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()

LEASE_SECONDS = 60.0
AT_ONCE = 64
TRIES = 8
"""How often a message is tried before the operator gets it."""
SLOWEST_SECONDS = 300.0

Send = Callable[[int, Mapping[str, Any]], Awaitable[Outcome]]


@dataclass
class Pace:
    """At most so many messages a second, over all chats and in each; 0 for no limit. On the machine clock."""

    overall: float
    a_chat: float
    clock: Callable[[], float] = time.monotonic
    _next: float = 0.0
    _chats: dict[int, float] = field(default_factory=dict)

    def book(self, chat: int) -> float:
        """Seconds to wait before the next message to this chat may go; the place is taken."""
        now = self.clock()
        at = max(now, self._next, self._chats.get(chat, 0.0))
        if self.overall:
            self._next = max(now, self._next) + 1 / self.overall
        if self.a_chat:
            self._forget(now)
            self._chats[chat] = at + 1 / self.a_chat
        return at - now

    def halt(self, seconds: float) -> None:
        """Telegram said wait: everybody does."""
        self._next = max(self._next, self.clock() + seconds)

    def _forget(self, now: float) -> None:
        if len(self._chats) > 10_000:
            self._chats = {chat: at for chat, at in self._chats.items() if at > now}


@dataclass
class Sender:
    """Claims, sends and marks. At most AT_ONCE sends are under way.

    `more` is set when something new lies in the outbox; `heard` is called when a person is found gone.
    """

    database: Database
    send: Send
    pace: Pace
    more: asyncio.Event
    heard: Callable[[], None]
    _under_way: set[asyncio.Task[tuple[Delivery, Outcome]]] = field(default_factory=set)

    async def step(self, now: datetime) -> bool:
        """Start what may go, wait for the first to end or for more, mark what ended; False for idle."""
        self.more.clear()
        room = AT_ONCE - len(self._under_way)
        claimed: tuple[Delivery, ...] = ()
        if room > 0:
            claim = partial(outbox.claim_outbox, limit=room, lease_seconds=LEASE_SECONDS)
            claimed = await self.database.run(claim)
        self._under_way |= {asyncio.create_task(self._one(delivery)) for delivery in claimed}
        if not self._under_way:
            return False
        more = asyncio.create_task(self.more.wait())
        await asyncio.wait({*self._under_way, more}, timeout=1.0, return_when=asyncio.FIRST_COMPLETED)
        more.cancel()
        await self._mark(now)
        return True

    async def finish(self, seconds: float, now: datetime) -> None:
        """Wait for what is under way, at most so long; what is not marked by then comes again."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=max(seconds, 0.1))
            await self._mark(now)
        for task in self._under_way:
            task.cancel()

    async def _one(self, delivery: Delivery) -> tuple[Delivery, Outcome]:
        if delivery.kind != "hint":
            await asyncio.sleep(self.pace.book(delivery.chat))
        try:
            return delivery, await self.send(delivery.chat, delivery.body)
        except Exception as error:
            log.error("deliver.failed", row=delivery.id, error=type(error).__name__)
            return delivery, Later()

    async def _mark(self, now: datetime) -> None:
        done = {task for task in self._under_way if task.done()}
        self._under_way -= done
        results = [task.result() for task in done]
        for _, outcome in results:
            if isinstance(outcome, Later) and outcome.seconds is not None:
                self.pace.halt(outcome.seconds)
        kept = [one for one in results if one[0].kind != "hint"]
        if kept:
            await self.database.run(partial(_settle, kept, now))
        if any(isinstance(outcome, Gone) for _, outcome in kept):
            self.heard()


def _settle(results: list[tuple[Delivery, Outcome]], now: datetime, work: UnitOfWork) -> None:
    """Write what became of these deliveries, in one transaction."""
    sent = [(one.id, outcome.message) for one, outcome in results if isinstance(outcome, Sent)]
    outbox.mark_sent(work, sent, now)
    for delivery, outcome in results:
        match outcome:
            case Later(seconds):
                _later(work, delivery, seconds, now)
            case Gone():
                outbox.drop_chat(work, delivery.chat)
                tell(work, [Fact(delivery.chat, {}, "undelivered")])
            case Wrong(words):
                log.error("deliver.refused", row=delivery.id, words=words.partition(":")[0])
                outbox.park_outbox(work, delivery.id, now)


def _later(work: UnitOfWork, delivery: Delivery, seconds: float | None, now: datetime) -> None:
    """Rest as Telegram told, or twice as long each time; after too many tries the operator gets it."""
    if seconds is None and delivery.tries >= TRIES:
        log.error("deliver.given_up", row=delivery.id, tries=delivery.tries)
        outbox.park_outbox(work, delivery.id, now)
        return
    backed_off = min(2.0 ** (delivery.tries - 1), SLOWEST_SECONDS)
    outbox.retry_outbox(work, delivery.id, backed_off if seconds is None else seconds)
