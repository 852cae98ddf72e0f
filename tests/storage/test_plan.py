"""What falls due later is planned once, handed over once, and planned anew where it came too late."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

from bot.mentorship.planned import Planned
from storage.claims import claim, finish
from storage.engine import Database
from storage.plan import give_back, next_due, sync_plan, take_due
from storage.unit_of_work import UnitOfWork
from tests.storage.executed import executed
from tests.storage.samples import ANI, BUDI, DAY, HOUR, NOW, planned


async def plan(database: Database, **wanted: list[Planned]) -> None:
    """Make these the plans of Ani and Budi."""
    chats = {"ani": ANI, "budi": BUDI}
    await database.run(lambda work: sync_plan(work, {chats[name]: rows for name, rows in wanted.items()}))


async def due(database: Database, now: datetime, limit: int = 99) -> list[dict[str, Any]]:
    """What the plan hands over at that time, as the inbox gives it, finished at once."""

    def hand_over(work: UnitOfWork) -> list[dict[str, Any]]:
        take_due(work, now, limit)
        taken = []
        while rows := claim(work, 99, 60):
            finish(work, rows, now)
            taken += [{"chat": row.chat, **row.body} for row in rows if row.kind == "due"]
        return taken

    return await database.run(hand_over)


def names(rows: list[dict[str, Any]]) -> list[tuple[int, str, str]]:
    return [(row["chat"], row["kind"], row["occurrence"]) for row in rows]


async def test_a_row_is_handed_over_when_it_is_due(database: Database) -> None:
    await plan(database, ani=[planned("goal", NOW + HOUR)])

    assert await due(database, NOW + HOUR / 2) == []
    assert await due(database, NOW + HOUR) == [
        {
            "chat": ANI, "subject": "s1", "kind": "goal", "occurrence": "1", "klass": "nudge",
            "due": (NOW + HOUR).isoformat(), "late": False,
        }
    ]  # fmt: skip


async def test_what_was_handed_over_is_never_planned_again(database: Database) -> None:
    wanted = [planned("goal", NOW + HOUR)]
    await plan(database, ani=wanted)
    await due(database, NOW + HOUR)

    await plan(database, ani=wanted)
    await plan(database, ani=[planned("goal", NOW + DAY)])

    assert await due(database, NOW + 2 * DAY) == []
    assert await database.run(next_due) is None


async def test_what_led_to_nothing_may_be_planned_again(database: Database) -> None:
    await plan(database, ani=[planned("goal", NOW + HOUR), planned("goal", NOW + HOUR, "2")])
    await due(database, NOW + HOUR)
    await database.run(lambda work: give_back(work, [(ANI, "s1", "goal", "1")]))

    await plan(database, ani=[planned("goal", NOW + DAY), planned("goal", NOW + DAY, "2")])

    assert names(await due(database, NOW + DAY)) == [(ANI, "goal", "1")]


async def test_what_comes_too_late_says_so_and_may_be_planned_anew(database: Database) -> None:
    await plan(database, ani=[planned("goal", NOW + HOUR, not_after=NOW + 2 * HOUR)])

    (late,) = await due(database, NOW + DAY)
    await plan(database, ani=[planned("goal", NOW + 2 * DAY)])
    (in_time,) = await due(database, NOW + 2 * DAY)

    assert (late["late"], in_time["late"]) == (True, False)
    assert late["occurrence"] == in_time["occurrence"]


async def test_the_open_plan_is_exactly_what_is_wanted(database: Database) -> None:
    await plan(
        database,
        ani=[planned("goal", NOW + HOUR), planned("criteria", NOW + HOUR)],
        budi=[planned("ask", NOW)],
    )

    await plan(database, ani=[planned("goal", NOW + DAY), planned("talk", NOW + HOUR)])

    assert names(await due(database, NOW + 2 * HOUR)) == [(BUDI, "ask", "1"), (ANI, "talk", "1")]
    assert names(await due(database, NOW + DAY)) == [(ANI, "goal", "1")]


async def test_a_plan_that_stays_is_not_written(database: Database) -> None:
    wanted = {chat: [planned("goal", NOW + HOUR), planned("ask", NOW + DAY)] for chat in range(1, 51)}
    await database.run(lambda work: sync_plan(work, wanted))

    def again(work: UnitOfWork) -> list[str]:
        return [words.split()[0] for words, _ in executed(work, lambda: sync_plan(work, wanted))]

    assert await database.run(again) == ["SELECT"]


async def test_the_longest_due_go_first_when_there_are_many(database: Database) -> None:
    await plan(
        database, ani=[planned("talk", NOW - HOUR), planned("goal", NOW - DAY)], budi=[planned("ask", NOW)]
    )

    assert names(await due(database, NOW, limit=1)) == [(ANI, "goal", "1")]
    assert names(await due(database, NOW, limit=1)) == [(ANI, "talk", "1")]
    assert names(await due(database, NOW, limit=1)) == [(BUDI, "ask", "1")]


async def test_the_next_due_is_the_earliest_that_is_open(database: Database) -> None:
    assert await database.run(next_due) is None
    await plan(database, ani=[planned("goal", NOW + DAY)], budi=[planned("ask", NOW + HOUR)])

    assert await database.run(next_due) == NOW + HOUR
    await due(database, NOW + HOUR)
    assert await database.run(next_due) == NOW + DAY


async def test_four_workers_hand_over_each_row_once(workers: list[Database]) -> None:
    wanted = {chat: [planned("goal", NOW)] for chat in range(1, 101)}
    await workers[0].run(lambda work: sync_plan(work, wanted))

    found = await asyncio.gather(*(due(worker, NOW, limit=10) for worker in workers for _ in range(5)))
    rest = await due(workers[0], NOW)

    assert sorted(row["chat"] for rows in (*found, rest) for row in rows) == list(range(1, 101))
