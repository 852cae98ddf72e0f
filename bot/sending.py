"""Delivery: the head of every chat's outbox, many chats at once, within the limits, each mark committed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
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
TOGETHER = 16
"""So many ended sends are marked in one commit, or those that ended within GATHER_SECONDS. A mark that waits
keeps nobody waiting but the next message of its chat."""
GATHER_SECONDS = 0.02
TRIES = 8
"""How often a message is tried before the operator gets it."""
SLOWEST_SECONDS = 300.0

PACED = frozenset({"say", "file"})
"""What Telegram counts as messages; answers to presses and new buttons under old messages are not."""

Send = Callable[[int, Mapping[str, Any]], Awaitable[Outcome]]
Ended = tuple[Delivery, Outcome]


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
    """Sends what lies in the outbox, at most AT_ONCE at a time, and marks what became of it.

    `more` is set when something new lies there; `heard` is called when a person is found gone.
    """

    database: Database
    send: Send
    pace: Pace
    more: asyncio.Event
    heard: Callable[[], None]
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)
    _ended: list[Ended] = field(default_factory=list)

    async def step(self, now: datetime) -> bool:
        """Start what may go, mark what ended, wait until there is more of either; False for idle."""
        self.more.clear()
        self.begin(await self._claim())
        if await self._mark(now):
            return True
        if not self._under_way and not self._ended:
            return False
        with suppress(TimeoutError):
            async with asyncio.timeout(1.0):
                await self.more.wait()
        return True

    @property
    def room(self) -> int:
        """How many more may be sent at once."""
        return AT_ONCE - len(self._under_way)

    def begin(self, claimed: Sequence[Delivery]) -> None:
        """Send what was claimed; a step is asked for once it ended."""
        for delivery in claimed:
            task = asyncio.create_task(self._one(delivery))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def finish(self, seconds: float, now: datetime) -> None:
        """Wait for what is under way, at most so long; what is not marked by then comes again."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=max(seconds, 0.1))
        await self._mark(now)
        for task in self._under_way:
            task.cancel()

    async def _claim(self) -> tuple[Delivery, ...]:
        """What may go next, as far as there is room. Nobody waits for the disk before a message leaves."""
        if self.room <= 0:
            return ()
        claim = partial(outbox.claim_outbox, limit=self.room, lease_seconds=LEASE_SECONDS)
        return await self.database.run(claim, durable=False)

    async def _mark(self, now: datetime) -> bool:
        """Mark what ended, in one commit: the next of its chats may go. What could not be marked is kept."""
        ended = list(self._ended)
        kept = [one for one in ended if one[0].kind != "hint"]
        if kept:
            await self.database.run(partial(_settle, kept, now))
        del self._ended[: len(ended)]
        if any(isinstance(outcome, Gone) for _, outcome in kept):
            self.heard()
        return bool(kept)

    async def _one(self, delivery: Delivery) -> None:
        wait = self.pace.book(delivery.chat) if delivery.body["do"] in PACED else 0.0
        if wait:
            await asyncio.sleep(wait)
        try:
            outcome = await self.send(delivery.chat, delivery.body)
        except Exception as error:
            log.error("deliver.failed", row=delivery.id, error=type(error).__name__)
            outcome = Later()
        if isinstance(outcome, Later) and outcome.seconds is not None:
            self.pace.halt(outcome.seconds)
        self._end(delivery, outcome)

    def _end(self, delivery: Delivery, outcome: Outcome) -> None:
        """Ask for a step: at once when this was the last one under way, else when some more have ended."""
        self._ended.append((delivery, outcome))
        if len(self._ended) >= TOGETHER or len(self._under_way) == 1:
            self.more.set()
        elif len(self._ended) == 1:
            asyncio.get_running_loop().call_later(GATHER_SECONDS, self.more.set)


def _settle(ended: Sequence[Ended], now: datetime, work: UnitOfWork) -> None:
    """Write what became of these deliveries."""
    sent = [(one.id, outcome.message) for one, outcome in ended if isinstance(outcome, Sent)]
    outbox.mark_sent(work, sent, now)
    for delivery, outcome in ended:
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
