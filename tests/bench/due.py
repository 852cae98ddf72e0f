"""What it costs to take up rows of the plan that fall due, among few others and among many."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.flows.world import Programme
from bot.mentorship.cadence import planned
from bot.mentorship.mine import Mine
from bot.telegram.arrivals import arrival
from bot.turn import Kit, take_turns
from bot.workers import BATCH, DUE_BATCH
from prompts.catalog import load
from storage import plan
from storage.unit_of_work import UnitOfWork
from tests.bench.people import SILENT, TALKERS, copy_silent, settle, talk
from tests.bench.stores import Store, fill, opened

SPOKE = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""When those spoke whose nudges fall due first: a morning in Jakarta, as is the day they fall due."""
APART = timedelta(hours=1)
"""Between one run's people and the next one's, so that each run finds its own rows due."""
LATER = timedelta(days=60)
"""How much later all the others spoke."""
SLICES = 10
"""Those who fall due were stored in so many groups, with others between them."""


@dataclass(frozen=True)
class Spent:
    """Seconds of this process's time, and of the wall's."""

    cpu: float
    wall: float


def crowd(store: Store, runs: int, due: int, others: int) -> None:
    """Fill a database with rows of the plan: so many for each run, and others that are not due yet."""
    units: list[Callable[[UnitOfWork], object]] = [partial(settle, ids=[SILENT - 1], at=SPOKE + LATER)]
    for number, (talkers, silent) in enumerate(_slices(runs, due, others)):
        units.append(partial(settle, ids=talkers, at=SPOKE + APART * (number % runs)))
        if silent:
            units.append(partial(copy_silent, model=SILENT - 1, ids=silent))
    fill(store, *units)


def _slices(runs: int, due: int, others: int) -> Iterator[tuple[range, range]]:
    """Ids of some who fall due and of some who do not, in the order they are stored; runs alternate."""
    parts = SLICES * runs
    for part in range(parts):
        first = TALKERS + part * (due // SLICES)
        silent = SILENT + part * (others // parts)
        yield range(first, first + due // SLICES), range(silent, silent + others // parts)


def take_up(store: Store, run: int, expected: int) -> Spent:
    """Hand over what is due for that run and take all the turns. AssertionError if not all were due."""
    return asyncio.run(_taken_up(store, run, expected))


async def _taken_up(store: Store, run: int, expected: int) -> Spent:
    spoke = SPOKE + APART * run
    row = planned(Mine(talk(spoke).person), spoke)[0]
    now = row.due + timedelta(minutes=1)
    async with opened(store) as database:
        kit = Kit(database, load(), Programme(), arrival)
        cpu, wall, taken = time.process_time(), time.monotonic(), 0
        while due := await database.run(partial(plan.take_due, now=now, limit=DUE_BATCH)):
            taken += due
            while await take_turns(kit, now, BATCH):
                pass
        spent = Spent(time.process_time() - cpu, time.monotonic() - wall)
    assert taken == expected, f"{taken} rows were due instead of {expected}"
    return spent
