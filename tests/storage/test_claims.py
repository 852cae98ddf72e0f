"""Workers take one row of a chat at a time, in order, and whoever lost a lease cannot finish."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import update

from storage.claims import (
    Claimed,
    LeaseLost,
    claim,
    defer,
    finish,
    hand_back,
    hold,
    park,
    refresh_leases,
    retry,
)
from storage.counts import counts
from storage.engine import Database
from storage.inbox import Fact, parked, receive, tell
from storage.plan import next_due, take_due
from storage.tables import InboxRow
from storage.unit_of_work import UnitOfWork
from tests.storage.samples import ANI, BUDI, CITRA, HOUR, NOW, said, texts

SOON = 60.0


@pytest.fixture
async def queue(database: Database) -> Database:
    """Ani said two things, Budi one in between."""
    words = [said(ANI, 1, "a1"), said(BUDI, 2, "b1"), said(ANI, 3, "a2")]
    await database.run(lambda work: receive(work, words))
    return database


async def taken(database: Database, limit: int = 9, lease: float = SOON) -> tuple[Claimed, ...]:
    return await database.run(lambda work: claim(work, limit, lease))


async def test_of_every_chat_the_oldest_row_is_taken(queue: Database) -> None:
    assert texts(await taken(queue)) == ["a1", "b1"]


async def test_a_chat_in_work_is_left_alone(queue: Database) -> None:
    await taken(queue)

    assert await taken(queue) == ()


async def test_no_more_is_taken_than_asked_for(queue: Database) -> None:
    assert texts(await taken(queue, limit=1)) == ["a1"]
    assert texts(await taken(queue, limit=1)) == ["b1"]
    assert texts(await taken(queue, limit=1)) == []


async def test_after_a_row_is_finished_comes_the_next(queue: Database) -> None:
    first = await taken(queue)
    await queue.run(lambda work: finish(work, first, NOW))

    assert texts(await taken(queue)) == ["a2"]


async def test_a_lease_that_ran_out_is_somebody_elses(queue: Database) -> None:
    lost = await taken(queue, lease=0)
    found = await taken(queue)

    assert texts(found) == texts(lost)
    assert [row.tries for row in found] == [2, 2]
    with pytest.raises(LeaseLost) as refused:
        await queue.run(lambda work: finish(work, lost, NOW))
    assert refused.value.ids == {row.id for row in lost}
    await queue.run(lambda work: finish(work, found, NOW))


async def test_what_was_done_under_a_lost_lease_is_rolled_back(queue: Database) -> None:
    lost = await taken(queue, lease=0)
    await taken(queue)

    def too_late(work: UnitOfWork) -> None:
        tell(work, [Fact(CITRA, {"said": "twice"})])
        finish(work, lost, NOW)

    with pytest.raises(LeaseLost):
        await queue.run(too_late)
    assert await taken(queue) == ()


async def test_a_lease_that_ran_out_may_still_be_finished_while_nobody_took_it(queue: Database) -> None:
    late = await taken(queue, lease=0)

    await queue.run(lambda work: finish(work, late, NOW))

    assert texts(await taken(queue)) == ["a2"]


Attempt = Callable[[UnitOfWork, tuple[Claimed, ...]], None]


@pytest.mark.parametrize(
    "attempt",
    [
        lambda work, rows: park(work, rows, NOW),
        lambda work, rows: defer(work, rows, NOW),
        lambda work, rows: retry(work, rows, 0),
        lambda work, rows: hand_back(work, rows, 0),
        lambda work, rows: refresh_leases(work, rows, 0),
        hold,
    ],
    ids=["park", "defer", "retry", "hand_back", "refresh", "hold"],
)
async def test_nothing_can_be_done_to_rows_that_are_lost(queue: Database, attempt: Attempt) -> None:
    lost = await taken(queue, lease=0)
    mine = await taken(queue)

    with pytest.raises(LeaseLost):
        await queue.run(lambda work: attempt(work, lost))
    await queue.run(lambda work: finish(work, mine, NOW))


async def test_a_refreshed_lease_holds(queue: Database) -> None:
    rows = await taken(queue, lease=0)
    await queue.run(lambda work: refresh_leases(work, rows, SOON))

    assert await taken(queue) == ()
    await queue.run(lambda work: finish(work, rows, NOW))


async def test_a_row_to_be_tried_again_holds_up_its_chat_only(queue: Database) -> None:
    ani, budi = await taken(queue)
    await queue.run(lambda work: retry(work, [ani], SOON))
    await queue.run(lambda work: finish(work, [budi], NOW))
    await queue.run(lambda work: receive(work, [said(BUDI, 4, "b2")]))

    assert texts(await taken(queue)) == ["b2"]


async def test_a_row_is_tried_again_before_any_later_one(queue: Database) -> None:
    rows = await taken(queue)
    await queue.run(lambda work: retry(work, rows, 0))

    again = await taken(queue)

    assert texts(again) == ["a1", "b1"]
    assert [row.tries for row in again] == [2, 2]


async def test_a_row_that_was_put_off_lets_the_others_pass(queue: Database) -> None:
    ani, budi = await taken(queue)
    await queue.run(lambda work: defer(work, [ani], NOW + HOUR))
    await queue.run(lambda work: finish(work, [budi], NOW))

    rest = await taken(queue)

    assert texts(rest) == ["a2"]
    assert (await queue.run(counts)).waiting == 1


async def test_a_row_that_was_put_off_comes_when_its_time_has_come(queue: Database) -> None:
    rows = await taken(queue)
    await queue.run(lambda work: defer(work, rows, NOW + HOUR))

    assert await queue.run(next_due) == NOW + HOUR
    assert await queue.run(lambda work: take_due(work, NOW + HOUR / 2, 9)) == 0
    assert texts(await taken(queue)) == ["a2"]
    assert await queue.run(lambda work: take_due(work, NOW + HOUR, 9)) == 2
    woken = await taken(queue)
    assert texts(woken) == ["b1"], "Ani has one in work"
    assert [row.tries for row in woken] == [1]
    assert await queue.run(next_due) is None


async def test_a_parked_row_lets_the_next_one_go(queue: Database) -> None:
    ani, budi = await taken(queue)
    await queue.run(lambda work: park(work, [ani], NOW))
    await queue.run(lambda work: finish(work, [budi], NOW))

    assert texts(await taken(queue)) == ["a2"]
    assert [one.id for one in await queue.run(parked)] == [ani.id]


async def test_one_poisoned_row_is_parked_and_the_others_of_its_batch_are_finished(queue: Database) -> None:
    rows = await taken(queue)

    def whole(work: UnitOfWork) -> None:
        finish(work, rows, NOW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await queue.run(whole)
    await queue.run(lambda work: park(work, rows[:1], NOW))
    await queue.run(lambda work: finish(work, rows[1:], NOW))

    assert texts(await taken(queue)) == ["a2"]
    assert (await queue.run(counts)).parked == 1


async def test_handing_back_counts_no_try(queue: Database) -> None:
    rows = await taken(queue)
    await queue.run(lambda work: hand_back(work, rows, 0))

    assert [row.tries for row in await taken(queue)] == [1, 1]


async def test_a_row_of_a_newer_release_is_left_and_keeps_its_place(queue: Database) -> None:
    def from_the_future(work: UnitOfWork) -> None:
        first = update(InboxRow).where(InboxRow.update_id == 1)
        work.connection.execute(first.values(release=work.release + 1))

    await queue.run(from_the_future)

    assert texts(await taken(queue)) == ["b1"], "what Ani said later waits for what she said first"


async def test_a_row_that_no_key_opens_holds_up_nobody(queue: Database, database_url: str, key: str) -> None:
    def tampered(work: UnitOfWork) -> None:
        first = update(InboxRow).where(InboxRow.update_id == 1)
        work.connection.execute(first.values(body=b"1no such key"))

    await queue.run(tampered)

    assert texts(await taken(queue)) == ["b1"]
    assert texts(await taken(queue)) == ["a2"]
    assert [(one.chat, one.since) for one in await queue.run(parked)] == [(ANI, None)]


async def test_doing_nothing_to_no_rows_is_no_error(database: Database) -> None:
    def nothing(work: UnitOfWork) -> None:
        for do in (park, defer, finish):
            do(work, [], NOW)
        for rest in (retry, hand_back, refresh_leases):
            rest(work, [], 0)

    await database.run(nothing)

    assert await taken(database) == ()


async def test_another_worker_is_held_off_by_the_lease(queue: Database, workers: list[Database]) -> None:
    mine = await taken(workers[0])

    assert await taken(workers[1]) == ()
    await workers[0].run(lambda work: finish(work, mine, NOW))
    assert texts(await taken(workers[1])) == ["a2"]
