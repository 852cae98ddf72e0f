"""What is over its time is forgotten, and nothing else (DOMAIN 5.4)."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from bot.dialogue.desk import Conversation, Desk
from bot.mentorship.invite import Invite, InviteState
from bot.mentorship.person import Person
from bot.mentorship.search import Standing
from storage.claims import claim, finish, park
from storage.engine import Database
from storage.inbox import Fact, parked, receive, tell
from storage.outbox import Outgoing, claim_outbox, enqueue, mark_sent
from storage.plan import sync_plan, take_due
from storage.retention import retain
from storage.states import State, load_states
from storage.tables import ConsentRow, InboxRow, OutboxRow, PersonRow, PlanRow
from storage.together import without_words
from storage.unit_of_work import UnitOfWork
from tests.storage.samples import (
    ANI,
    BUDI,
    CITRA,
    DAY,
    NOW,
    candidate,
    consented,
    link,
    load,
    planned,
    said,
    searching,
    share,
    store,
    texts,
)  # fmt: skip
from tests.storage.sweeping import MINUTE, forgotten, rows


async def test_an_update_id_is_known_for_48_hours_after_its_row_is_done(database: Database) -> None:
    def answer(work: UnitOfWork) -> None:
        receive(work, [said(ANI, 1)])
        finish(work, claim(work, 9, 60), NOW)

    await database.run(answer)

    assert await forgotten(database, NOW + 2 * DAY) == 0
    assert await database.run(lambda work: receive(work, [said(ANI, 1)])) == 0
    assert await forgotten(database, NOW + 2 * DAY + MINUTE) == 1
    assert await database.run(lambda work: receive(work, [said(ANI, 1)])) == 1


async def test_what_is_not_answered_yet_is_never_forgotten(database: Database) -> None:
    await database.run(lambda work: receive(work, [said(ANI, 1, "halo")]))
    await database.run(lambda work: tell(work, [Fact(BUDI, {"fact": "joined"})]))
    await database.run(lambda work: enqueue(work, [Outgoing(ANI, "message", {"text": "baik"})]))
    await database.run(lambda work: sync_plan(work, {ANI: [planned("goal", NOW)]}))

    assert await forgotten(database, NOW + 400 * DAY) == 0
    assert len(await database.run(lambda work: claim(work, 9, 60))) == 2


async def test_finished_rows_of_the_outbox_and_the_plan_go(database: Database) -> None:
    def all_done(work: UnitOfWork) -> None:
        enqueue(work, [Outgoing(ANI, "message", {})])
        mark_sent(work, [(row.id, 5) for row in claim_outbox(work, 9, 60)], NOW)
        sync_plan(work, {ANI: [planned("goal", NOW)]})
        take_due(work, NOW, 9)

    await database.run(all_done)

    assert await forgotten(database, NOW + DAY) == 0
    assert await forgotten(database, NOW + DAY + MINUTE) == 1
    assert (await rows(database, OutboxRow), await rows(database, PlanRow)) == (0, 1)
    assert await forgotten(database, NOW + 30 * DAY + MINUTE) == 1
    assert await rows(database, PlanRow) == 0


async def test_a_parked_row_loses_its_text_and_stays_for_the_operator(database: Database) -> None:
    def give_up(work: UnitOfWork) -> None:
        receive(work, [said(ANI, 1, "rahasia")])
        park(work, claim(work, 9, 60), NOW)

    await database.run(give_up)

    assert await forgotten(database, NOW + 30 * DAY) == 0
    assert await forgotten(database, NOW + 30 * DAY + MINUTE) == 1
    assert (
        await database.run(lambda work: work.connection.execute(select(InboxRow.body)).scalar_one()) is None
    )
    assert [one.chat for one in await database.run(parked)] == [ANI]


async def test_a_stranger_is_forgotten_after_a_day(database: Database) -> None:
    stranger = State(Person(ANI), None, Desk((Conversation(1, "start", "me", NOW),), 1, 1))
    await database.run(lambda work: store(work, stranger, State(consented(BUDI))))
    await database.run(lambda work: receive(work, [said(ANI, 1, "halo lagi")]))

    assert await forgotten(database, NOW + DAY) == 0
    assert await forgotten(database, NOW + DAY + MINUTE) == 1

    states = await database.run(lambda work: load_states(work, [ANI, BUDI]))
    assert states == {ANI: State(), BUDI: State(consented(BUDI))}
    assert texts(await database.run(lambda work: claim(work, 9, 60))) == ["halo lagi"]


async def test_a_conversation_is_closed_30_days_after_it_was_touched(database: Database) -> None:
    state = searching(ANI, candidate("c1"))
    newer = Conversation(5, "goal", "s1", NOW + DAY)
    two = replace(state, desk=Desk((*state.desk.conversations, newer), floor=4, opened=5))
    await database.run(lambda work: store(work, two))

    assert await forgotten(database, NOW + 30 * DAY) == 0
    assert await forgotten(database, NOW + 30 * DAY + MINUTE) == 1

    left = await database.run(lambda work: load(work, ANI))
    assert left == replace(two, desk=Desk((newer,), floor=5, opened=5))
    assert await forgotten(database, NOW + 31 * DAY + MINUTE) == 1
    assert (await database.run(lambda work: load(work, ANI))).desk == Desk((), None, 5)


async def test_a_closed_candidate_is_forgotten_after_90_days(database: Database) -> None:
    declined = candidate("c1", Standing.DECLINED, NOW)
    set_aside = candidate("c2", Standing.SET_ASIDE, NOW + DAY)
    agreed = candidate("c3", Standing.AGREED, NOW - 300 * DAY)
    state = replace(searching(ANI, declined, set_aside, agreed, candidate("c4")), desk=Desk())
    await database.run(lambda work: store(work, state))

    assert await forgotten(database, NOW + 90 * DAY) == 0
    assert await forgotten(database, NOW + 90 * DAY + MINUTE) == 1

    search = (await database.run(lambda work: load(work, ANI))).search
    assert search is not None
    assert [one.id for one in search.candidates] == ["c2", "c3", "c4"]
    assert search.version == 4, "a card that showed the candidate can tell"
    assert await forgotten(database, NOW + 91 * DAY + MINUTE) == 1
    assert await forgotten(database, NOW + 900 * DAY) == 0


async def test_what_a_newer_release_wrote_is_left_to_it(database: Database) -> None:
    def from_the_future(work: UnitOfWork) -> None:
        store(work, State(Person(ANI)), searching(BUDI, candidate("c1", Standing.DECLINED, NOW)))
        work.connection.execute(update(PersonRow).values(release=work.release + 1))

    await database.run(from_the_future)

    assert await forgotten(database, NOW + 400 * DAY) == 0
    assert await rows(database, PersonRow) == 2


def used_link(token: str) -> Invite:
    """A link that somebody joined by."""
    return without_words(link(token, ANI, InviteState.JOINED, BUDI))


@pytest.mark.parametrize("limit", [1, 2, 7])
async def test_it_goes_in_small_steps(database: Database, limit: int) -> None:
    strangers = [State(Person(chat)) for chat in range(1, 8)]
    people = [searching(chat, candidate("c1", Standing.DECLINED, NOW)) for chat in (ANI, BUDI, CITRA)]
    await database.run(lambda work: store(work, *strangers, *people))
    await database.run(lambda work: share(work, *(used_link(str(one)) for one in range(7))))

    first = await database.run(lambda work: retain(work, NOW + 100 * DAY, limit))
    rest = await forgotten(database, NOW + 100 * DAY, limit)

    assert first <= 5 * limit
    assert first + rest == 7 + 3 + 3 + 7
    assert await rows(database, ConsentRow) == 3


async def test_two_workers_may_forget_at_the_same_time(workers: list[Database]) -> None:
    await workers[0].run(lambda work: store(work, *(State(Person(chat)) for chat in range(1, 101))))

    await asyncio.gather(*(forgotten(worker, NOW + 2 * DAY, limit=10) for worker in workers))

    assert await rows(workers[0], PersonRow) == 0
