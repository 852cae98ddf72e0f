"""Deliverers take hints first, then the head of every chat, the next once the one before is marked."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from storage.counts import counts
from storage.engine import Database
from storage.outbox import (
    HINT_SECONDS,
    Delivery,
    Outgoing,
    claim_outbox,
    drop_chat,
    enqueue,
    mark_sent,
    park_outbox,
    retry_outbox,
)  # fmt: skip
from storage.tables import OutboxRow
from storage.unit_of_work import UnitOfWork
from tests.storage.samples import ANI, BUDI, NOW

SOON = 60.0


def message(chat: int, text: str) -> Outgoing:
    return Outgoing(chat, "message", {"method": "sendMessage", "text": text}, inbox=7)


def hint(chat: int) -> Outgoing:
    return Outgoing(chat, "hint", {"method": "answerCallbackQuery", "text": "hint"})


def recipe(chat: int) -> Outgoing:
    return Outgoing(chat, "file", {"recipe": "goal_card", "text": "file"})


@pytest.fixture
async def outbox(database: Database) -> Database:
    """Two messages and a file for Ani, a message for Budi, and last a hint for Ani."""
    rows = [message(ANI, "a1"), message(ANI, "a2"), message(BUDI, "b1"), recipe(ANI), hint(ANI)]
    await database.run(lambda work: enqueue(work, rows))
    return database


async def taken(database: Database, limit: int = 9, lease: float = SOON) -> tuple[Delivery, ...]:
    return await database.run(lambda work: claim_outbox(work, limit, lease))


def texts(rows: tuple[Delivery, ...]) -> list[str]:
    return [row.body["text"] for row in rows]


async def test_hints_go_first_then_the_head_of_every_chat(outbox: Database) -> None:
    rows = await taken(outbox)

    assert texts(rows) == ["hint", "a1", "b1"]
    assert [(row.chat, row.kind, row.tries) for row in rows] == [
        (ANI, "hint", 1), (ANI, "message", 1), (BUDI, "message", 1),
    ]  # fmt: skip


async def test_a_hint_is_taken_once(outbox: Database) -> None:
    await taken(outbox, lease=0)

    assert texts(await taken(outbox)) == ["a1", "b1"]


async def test_a_stale_hint_is_dropped(outbox: Database) -> None:
    def age(work: UnitOfWork) -> None:
        older = OutboxRow.created - HINT_SECONDS - 1
        work.connection.execute(update(OutboxRow).values(created=older))

    await outbox.run(age)

    assert texts(await taken(outbox)) == ["a1", "b1"]
    assert (await outbox.run(counts)).outbox == 4


async def test_the_next_goes_once_the_one_before_is_marked(outbox: Database) -> None:
    _, first, _ = await taken(outbox)
    assert texts(await taken(outbox)) == []

    await outbox.run(lambda work: mark_sent(work, [(first.id, 500)], NOW))

    assert texts(await taken(outbox)) == ["a2"]


async def test_a_sent_message_is_erased_and_its_id_kept(outbox: Database) -> None:
    _, first, _ = await taken(outbox)
    await outbox.run(lambda work: mark_sent(work, [(first.id, 500)], NOW))

    this = select(OutboxRow.__table__).where(OutboxRow.id == first.id)
    row = await outbox.run(lambda work: work.connection.execute(this).one())

    assert (row.body, row.message_id, row.inbox, row.ended) == (None, 500, 7, NOW)


async def test_no_more_heads_are_taken_than_asked_for(outbox: Database) -> None:
    assert texts(await taken(outbox, limit=1)) == ["hint", "a1"]
    assert texts(await taken(outbox, limit=1)) == ["b1"]


async def test_a_delivery_whose_lease_ran_out_is_taken_again(outbox: Database) -> None:
    await taken(outbox, lease=0)

    again = await taken(outbox)

    assert texts(again) == ["a1", "b1"]
    assert [row.tries for row in again] == [2, 2]


async def test_a_chat_that_rests_holds_up_no_other(outbox: Database) -> None:
    _, ani, budi = await taken(outbox)
    await outbox.run(lambda work: retry_outbox(work, ani.id, SOON))
    await outbox.run(lambda work: retry_outbox(work, budi.id, 0))

    assert texts(await taken(outbox)) == ["b1"]


async def test_a_message_that_was_given_up_on_lets_the_next_go(outbox: Database) -> None:
    _, ani, _ = await taken(outbox)
    await outbox.run(lambda work: park_outbox(work, ani.id, NOW))

    assert texts(await taken(outbox)) == ["a2"]
    assert (await outbox.run(counts)).parked == 1


async def test_nothing_more_goes_to_a_chat_that_is_gone(outbox: Database) -> None:
    await taken(outbox, lease=0)
    await outbox.run(lambda work: drop_chat(work, ANI))

    assert texts(await taken(outbox)) == ["b1"]


async def test_a_late_mark_does_not_bring_back_what_was_settled(outbox: Database) -> None:
    _, first, _ = await taken(outbox)

    def both(work: UnitOfWork) -> None:
        mark_sent(work, [(first.id, 500)], NOW)
        retry_outbox(work, first.id, 0)
        park_outbox(work, first.id, NOW)

    await outbox.run(both)

    assert texts(await taken(outbox)) == ["a2"]
    assert (await outbox.run(counts)).parked == 0


async def test_a_message_that_no_key_opens_holds_up_nobody(outbox: Database) -> None:
    def tampered(work: UnitOfWork) -> None:
        first = update(OutboxRow).where(OutboxRow.chat == ANI, OutboxRow.id == 1)
        work.connection.execute(first.values(body=b"1no such key"))

    await outbox.run(tampered)

    assert texts(await taken(outbox)) == ["hint", "b1"]
    assert texts(await taken(outbox)) == ["a2"]
    assert (await outbox.run(counts)).parked == 1


async def test_nothing_enqueued_and_nothing_sent_is_no_error(database: Database) -> None:
    await database.run(lambda work: enqueue(work, []))
    await database.run(lambda work: mark_sent(work, [], NOW))

    assert await taken(database) == ()
