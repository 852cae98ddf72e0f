"""The loops: receive, take, plan, deliver, forget. Each backs off when something is away."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial

import structlog

from bot.clock import Clock
from bot.sending import Sender
from bot.telegram import receive
from bot.telegram.door import RawBot, why
from bot.turn import Kit, take_turns
from storage import inbox, plan
from storage.counts import counts
from storage.inbox import Incoming
from storage.retention import retain

log = structlog.get_logger()

BATCH = 100
"""Rows a commit takes at most: where speed comes from under load; an idle bot answers with a batch of one."""
IDLE_SECONDS = 0.5
PLAN_SECONDS = 1.0
DUE_BATCH = 500
RETAIN_SECONDS = 3600.0
SLOWEST_SECONDS = 30.0
DRAIN_SECONDS = 8.0


@dataclass
class Signals:
    """What wakes a loop before its time. `stop` ends them all."""

    inbox: asyncio.Event = field(default_factory=asyncio.Event)
    outbox: asyncio.Event = field(default_factory=asyncio.Event)
    stop: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True)
class Works:
    """All that the loops share."""

    kit: Kit
    clock: Clock
    bot: RawBot
    sender: Sender
    signals: Signals = field(default_factory=Signals)


async def run(works: Works) -> None:
    """Run every loop until `stop` is set; then finish the turns in hand and deliver what is claimed."""
    signals = works.signals
    steps: tuple[tuple[str, Callable[[Works], Awaitable[float]]], ...] = (
        ("take", take),
        ("plan", plan_due),
        ("deliver", deliver),
        ("forget", forget),
    )
    loops = [asyncio.create_task(_repeat(name, step, works), name=name) for name, step in steps]
    polling = asyncio.create_task(_poll(works), name="receive")
    await signals.stop.wait()
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    await asyncio.gather(*loops)
    await _drain(works)


async def _repeat(name: str, step: Callable[[Works], Awaitable[float]], works: Works) -> None:
    """Call a step again and again. It tells how many seconds to rest; a failing one rests longer."""
    failed = 0.0
    while not works.signals.stop.is_set():
        try:
            rest = await step(works)
            failed = 0.0
        except Exception as error:
            failed = min(max(1.0, failed * 2), SLOWEST_SECONDS)
            rest = failed
            log.error("loop.failed", loop=name, error=type(error).__name__, rest=rest)
        await _rest(name, rest, works.signals)


async def _rest(name: str, seconds: float, signals: Signals) -> None:
    if seconds <= 0:
        return
    wakers = {"take": signals.inbox, "deliver": signals.outbox}
    waits = [asyncio.create_task(event.wait()) for event in (signals.stop, wakers.get(name)) if event]
    await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    if name in wakers:
        wakers[name].clear()


async def _poll(works: Works) -> None:
    """Receive by long polling. What was not stored is not acknowledged, and comes again."""
    offset, failed = 0, 0.0
    while True:
        try:
            updates = await receive.poll(works.bot, offset)
            rows = [Incoming(id, chat, update) for id, chat, update in receive.keep(updates)]
            await works.kit.database.run(partial(inbox.receive, updates=rows))
            offset, failed = receive.after(updates, offset), 0.0
            works.signals.inbox.set()
        except Exception as error:
            failed = min(max(1.0, failed * 2), SLOWEST_SECONDS)
            log.warning("receive.failed", error=type(error).__name__, hint=why(error), rest=failed)
            await asyncio.sleep(failed)


async def take(works: Works) -> float:
    """Take turns as long as there are any."""
    taken = await take_turns(works.kit, works.clock.now(), BATCH, works.sender)
    if taken and works.sender.room <= 0:
        works.signals.outbox.set()
    return 0.0 if taken else IDLE_SECONDS


async def plan_due(works: Works) -> float:
    """Hand what fell due to the inbox."""
    due = await works.kit.database.run(partial(plan.take_due, now=works.clock.now(), limit=DUE_BATCH))
    if due:
        works.signals.inbox.set()
    return 0.0 if due >= DUE_BATCH else PLAN_SECONDS


async def deliver(works: Works) -> float:
    """Send what may go now."""
    busy = await works.sender.step(works.clock.now())
    return 0.0 if busy else IDLE_SECONDS


async def forget(works: Works) -> float:
    """Forget what is over its time, and remind the operator of what was given up on."""
    parked = (await works.kit.database.run(counts)).parked
    if parked:
        log.warning("parked", rows=parked, remedy="see the lines turn.parked and deliver.refused")
    forgotten = await works.kit.database.run(partial(retain, now=works.clock.now()))
    return 0.0 if forgotten else RETAIN_SECONDS


async def _drain(works: Works) -> None:
    """Deliver what the last turns said, for as long as a stop may take."""
    deadline = asyncio.get_running_loop().time() + DRAIN_SECONDS
    while asyncio.get_running_loop().time() < deadline:
        if not await works.sender.step(works.clock.now()):
            break
    await works.sender.finish(deadline - asyncio.get_running_loop().time(), works.clock.now())
