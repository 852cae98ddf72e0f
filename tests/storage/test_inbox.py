"""The inbox keeps what came, in order, once."""

from __future__ import annotations

from functools import partial

from sqlalchemy import select

from storage.claims import claim, finish, park
from storage.counts import counts
from storage.engine import Database
from storage.inbox import Fact, parked, receive, tell
from storage.tables import InboxRow
from storage.unit_of_work import UnitOfWork
from tests.storage.samples import ANI, BUDI, CITRA, NOW, said, texts


async def test_an_update_that_is_known_is_ignored(database: Database) -> None:
    first = await database.run(lambda work: receive(work, [said(ANI, 1), said(BUDI, 2)]))
    second = await database.run(lambda work: receive(work, [said(BUDI, 2), said(CITRA, 3), said(CITRA, 3)]))

    assert (first, second) == (2, 1)
    claimed = await database.run(lambda work: claim(work, 9, 60))
    assert [row.chat for row in claimed] == [ANI, BUDI, CITRA]


async def test_an_update_that_is_done_and_erased_is_still_known(database: Database) -> None:
    def answer(work: UnitOfWork) -> None:
        receive(work, [said(ANI, 1)])
        finish(work, claim(work, 9, 60), NOW)

    await database.run(answer)

    assert await database.run(lambda work: receive(work, [said(ANI, 1)])) == 0
    assert await database.run(lambda work: claim(work, 9, 60)) == ()


async def test_a_finished_row_is_nothing_but_its_update_id(database: Database) -> None:
    def answer(work: UnitOfWork) -> None:
        receive(work, [said(ANI, 1)])
        finish(work, claim(work, 9, 60), NOW)

    await database.run(answer)

    row = await database.run(lambda work: work.connection.execute(select(InboxRow.__table__)).one())
    assert (row.update_id, row.chat, row.body, row.state, row.ended) == (1, None, None, "done", NOW)


async def test_an_update_id_may_come_back_lower_or_jump(database: Database) -> None:
    for update_id in (500, 7, 10**12):
        await database.run(partial(receive, updates=[said(update_id, update_id)]))

    claimed = await database.run(lambda work: claim(work, 9, 60))

    assert [row.chat for row in claimed] == [500, 7, 10**12]


async def test_a_great_answer_of_telegram_is_kept_in_order(database: Database) -> None:
    words = [said(chat, chat, str(chat)) for chat in range(2500, 0, -1)]
    await database.run(lambda work: receive(work, words))

    claimed = await database.run(lambda work: claim(work, 3000, 60))

    assert texts(claimed) == [str(chat) for chat in range(2500, 0, -1)]


async def test_nothing_received_and_nothing_told_is_nothing_kept(database: Database) -> None:
    await database.run(lambda work: tell(work, []))

    assert await database.run(lambda work: receive(work, [])) == 0
    assert (await database.run(counts)).inbox == 0


async def test_facts_stand_in_line_with_updates(database: Database) -> None:
    def both(work: UnitOfWork) -> None:
        tell(work, [Fact(ANI, {"fact": "joined"}), Fact(BUDI, {}, "undelivered")])
        receive(work, [said(ANI, 1)])

    await database.run(both)

    claimed = await database.run(lambda work: claim(work, 9, 60))
    assert [(row.chat, row.kind, row.body) for row in claimed] == [
        (ANI, "fact", {"fact": "joined"}),
        (BUDI, "undelivered", {}),
    ]


async def test_the_operator_sees_what_was_given_up_on(database: Database) -> None:
    def give_up(work: UnitOfWork) -> None:
        receive(work, [said(ANI, 1), said(BUDI, 2)])
        park(work, claim(work, 9, 60), NOW)

    await database.run(give_up)

    given_up = await database.run(parked)
    assert [(one.chat, one.kind, one.tries, one.since) for one in given_up] == [
        (BUDI, "update", 1, NOW),
        (ANI, "update", 1, NOW),
    ]
    assert (await database.run(counts)).parked == 2
