"""Where the time of a turn goes: the units one is made of, called in the bot's order and timed apart.

Batches as under load, in this process; the network and the loops between the units are what the whole has
beyond their sum. Times are processor time of the thread that the unit runs in.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from bot.clock import WallClock
from bot.flows.world import Programme
from bot.hearing import hear
from bot.telegram.arrivals import arrival
from bot.telegram.calls import call
from bot.turn import Kit, answer, outgoing, state_after
from prompts.catalog import load
from storage import claims, inbox, outbox, plan, states
from storage.claims import Claimed
from storage.inbox import Incoming
from storage.together import load_together, save_together
from storage.unit_of_work import UnitOfWork
from tests.bench.people import TALKERS, TEXTS
from tests.bench.stores import Store, opened

T = TypeVar("T")

BATCH = 100
LEASE_SECONDS = 60.0
WARM_UP = 4
"""Batches before the clock counts."""


@dataclass
class Stopwatch:
    """Seconds by name."""

    seconds: dict[str, float] = field(default_factory=dict)

    def time(self, name: str, unit: Callable[[], T]) -> T:
        """What the unit gives; its time is added to that name."""
        began = time.thread_time()
        try:
            return unit()
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.thread_time() - began


def stages(store: Store, batches: int) -> dict[str, float]:
    """Microseconds a turn by unit; what is left of the process's time is `commit, hops`."""
    return asyncio.run(_stages(store, batches))


async def _stages(store: Store, batches: int) -> dict[str, float]:
    began_at = WallClock().now()
    async with opened(store) as database:
        kit = Kit(database, load(), Programme(), arrival)
        watch = Stopwatch()
        for number in range(-WARM_UP, batches):
            if number == 0:
                watch.seconds.clear()
                before = time.process_time()
            await _batch(kit, watch, number + WARM_UP, began_at + timedelta(seconds=number + WARM_UP))
        whole = time.process_time() - before
    rest = whole - sum(watch.seconds.values())
    return {
        name: one / batches / BATCH * 1e6 for name, one in {**watch.seconds, "commit, hops": rest}.items()
    }


async def _batch(kit: Kit, watch: Stopwatch, number: int, now: datetime) -> None:
    """One text of everybody, from its arrival to the mark of the answer."""
    run = kit.database.run
    updates = [_update(number * BATCH + place, TALKERS + place, number) for place in range(BATCH)]
    await run(lambda work: watch.time("receive", lambda: inbox.receive(work, updates)))
    rows = await run(lambda work: watch.time("claim", lambda: claims.claim(work, BATCH, LEASE_SECONDS)))
    await run(lambda work: _take(kit, watch, rows, now, work))
    sending = await run(
        lambda work: watch.time("deliver: claim", lambda: outbox.claim_outbox(work, BATCH, LEASE_SECONDS))
    )
    watch.time("deliver: call", lambda: [call(one.chat, one.body) for one in sending])
    sent = [(one.id, one.id) for one in sending]
    await run(lambda work: watch.time("deliver: mark", lambda: outbox.mark_sent(work, sent, now)))


def _take(kit: Kit, watch: Stopwatch, rows: Sequence[Claimed], now: datetime, work: UnitOfWork) -> None:
    """What `bot.turn.commit` does, for people who say something that can be answered at once."""
    heard = watch.time("hear", lambda: [hear(row, kit.arrive) for row in rows])
    chats = [row.chat for row in rows]
    found = watch.time("load", lambda: states.load_states(work, chats))
    shared = watch.time("load together", lambda: load_together(work, chats))
    befores = [found[one.row.chat] for one in heard]
    pairs = list(zip(heard, befores, strict=True))
    afters = watch.time("decide", lambda: [answer(kit, one, before, now, shared) for one, before in pairs])
    made = [after for after in afters if after is not None]
    changes = [(before, state_after(after)) for before, after in zip(befores, made, strict=True)]
    watch.time("save together", lambda: save_together(work, shared, shared))
    watch.time("save", lambda: states.save_states(work, changes, now))
    plans = {row.chat: after.plan for row, after in zip(rows, made, strict=True)}
    watch.time("plan", lambda: plan.sync_plan(work, plans))
    said = watch.time(
        "render", lambda: [outgoing(kit, row, after) for row, after in zip(rows, made, strict=True)]
    )
    watch.time("enqueue", lambda: outbox.enqueue(work, [one for each in said for one in each]))
    watch.time("finish", lambda: claims.finish(work, rows, now))


def _update(id: int, chat: int, number: int) -> Incoming:
    who = {"id": chat, "first_name": "Orang"}
    message = {
        "message_id": id,
        "from": {**who, "is_bot": False, "language_code": "id"},
        "chat": {**who, "type": "private"},
        "date": 1_780_000_000,
        "text": TEXTS[number % len(TEXTS)],
    }
    return Incoming(id, chat, {"update_id": id, "message": message})
