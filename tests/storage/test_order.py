"""Many workers on one inbox: nothing lost, nothing twice, and the order of every chat kept."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from functools import partial
from itertools import count
from random import Random

import pytest

from storage.claims import Claimed, LeaseLost, claim, finish, refresh_leases, retry
from storage.counts import counts
from storage.engine import Database
from storage.inbox import Incoming, receive
from storage.outbox import Outgoing, claim_outbox, enqueue, mark_sent
from storage.states import load_states
from storage.unit_of_work import UnitOfWork
from tests.storage.samples import NOW, said

CHATS, EACH = 24, 10
EXPECTED = {chat: [str(word) for word in range(EACH)] for chat in range(1, CHATS + 1)}


async def talk(database: Database, random: Random) -> None:
    """Every chat says 0, 1, 2 … to the end, in bursts, a few chats at a time."""
    update_ids = count(1)
    left = {chat: list(words) for chat, words in EXPECTED.items()}
    while left:
        burst: list[Incoming] = []
        for chat in random.sample(sorted(left), min(5, len(left))):
            some = random.randint(1, 4)
            burst += [said(chat, next(update_ids), word) for word in left[chat][:some]]
            left[chat] = left[chat][some:]
        left = {chat: words for chat, words in left.items() if words}
        await database.run(partial(receive, updates=burst))


def answer(rows: tuple[Claimed, ...], work: UnitOfWork) -> None:
    """A turn for each of these rows: say again what was said."""
    load_states(work, [row.chat for row in rows])
    enqueue(work, [Outgoing(row.chat, "message", {"text": row.body["message"]["text"]}) for row in rows])
    finish(work, rows, NOW)


async def heard(database: Database) -> dict[int, list[str]]:
    """What was answered in every chat, in the order of delivery."""
    found: dict[int, list[str]] = defaultdict(list)
    while rows := await database.run(partial(claim_outbox, limit=100, lease_seconds=60)):
        for row in rows:
            found[row.chat].append(row.body["text"])
        await database.run(partial(mark_sent, sent=[(row.id, 1) for row in rows], now=NOW))
    return found


Step = Callable[[Database, Random], Awaitable[None]]


async def work_on(database: Database, step: Step, random: Random, talking: asyncio.Task[None]) -> None:
    """Step by step, until everything is said and answered."""
    while not talking.done() or (await database.run(counts)).inbox:
        await step(database, random)


async def diligent(database: Database, random: Random) -> None:
    """Claim and answer."""
    rows = await database.run(partial(claim, limit=random.randint(1, 10), lease_seconds=60))
    if rows:
        await database.run(partial(answer, rows))


async def clumsy(database: Database, random: Random) -> None:
    """Claim under a lease that soon runs out, and do one of the things that go wrong; or, mostly, go on."""
    lease = random.choice([0, 0.005, 0.02])
    rows = await database.run(partial(claim, limit=random.randint(1, 10), lease_seconds=lease))
    if not rows:
        return
    await asyncio.sleep(random.choice([0, 0, 0.002]))
    try:
        match random.randrange(6):
            case 0:  # killed
                return
            case 1:  # fails, and the rows are tried again
                await database.run(partial(retry, claims=rows, seconds=0))
            case 2:  # takes long, but says so
                await database.run(partial(refresh_leases, claims=rows, lease_seconds=60))
                await asyncio.sleep(0.002)
                await database.run(partial(answer, rows))
            case _:
                await database.run(partial(answer, rows))
    except LeaseLost:
        return


@pytest.mark.parametrize("step", [diligent, clumsy])
async def test_four_workers_keep_the_order_of_every_chat(workers: list[Database], step: Step) -> None:
    talking = asyncio.create_task(talk(workers[0], Random(2)))
    await asyncio.gather(
        *(work_on(worker, step, Random(seed), talking) for seed, worker in enumerate(workers))
    )

    assert await heard(workers[0]) == EXPECTED
    assert (await workers[0].run(counts)).parked == 0
