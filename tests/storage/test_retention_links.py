"""Links, and whoever they name, are kept as long as they are of use."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

from sqlalchemy import update

from bot.mentorship.invite import VALID, Invite, InviteState, Letter, key_of
from bot.mentorship.person import Person
from bot.mentorship.search import Standing
from storage.claims import claim, defer, finish
from storage.engine import Database
from storage.inbox import Fact, tell
from storage.plan import take_due
from storage.retention import retain
from storage.states import State, load_states
from storage.tables import InviteRow, PairRow, PersonRow
from storage.together import without_words
from storage.unit_of_work import UnitOfWork
from tests.storage.counted import Counted
from tests.storage.samples import (
    ANI,
    BUDI,
    DAY,
    NOW,
    candidate,
    consented,
    link,
    load,
    pair,
    searching,
    share,
    shared_by,
    store,
)  # fmt: skip
from tests.storage.sweeping import MINUTE, forgotten, rows


async def test_a_link_loses_its_words_after_its_last_day_and_is_forgotten_a_month_later(
    database: Database,
) -> None:
    given = link("t", ANI, opener=BUDI)
    await database.run(lambda work: share(work, given))

    assert await forgotten(database, NOW + VALID) == 0
    assert await the_link(database) == given
    assert await forgotten(database, NOW + VALID + MINUTE) == 1
    assert await the_link(database) == replace(
        given, letter=Letter("", "id"), opener=None, asked="", answer=""
    )
    assert await forgotten(database, NOW + VALID + 30 * DAY) == 0
    assert await forgotten(database, NOW + VALID + 30 * DAY + MINUTE) == 1
    assert await the_link(database) is None


async def test_who_joined_by_a_link_and_by_whose_name_is_known_until_it_is_forgotten(
    database: Database,
) -> None:
    used = without_words(link("t", ANI, InviteState.JOINED, BUDI))
    await database.run(lambda work: share(work, used, pair("p1", ANI, BUDI)))

    assert await forgotten(database, NOW + VALID + 30 * DAY) == 0
    kept = await the_link(database)
    assert kept == used
    assert (kept.letter.name, kept.opener) == ("Ani", BUDI)
    assert await forgotten(database, NOW + VALID + 30 * DAY + MINUTE) == 1
    assert await rows(database, PairRow) == 1, "the pair does not go with its link"


async def the_link(database: Database) -> Invite | None:
    """The one link that Ani gave."""
    shared = await database.run(lambda work: shared_by(work, ANI))
    return next(iter(shared.invites_of(ANI)), None)


async def test_a_stranger_who_asked_first_is_forgotten_after_a_day_too(database: Database) -> None:
    asked = link("t", ANI, opener=BUDI)
    await database.run(lambda work: store(work, State(consented(ANI)), State(Person(BUDI, "en"))))
    await database.run(lambda work: share(work, asked))

    assert await forgotten(database, NOW + DAY + MINUTE) == 1

    assert await database.run(lambda work: load(work, BUDI)) == State()
    assert await the_link(database) == asked, "the answer still finds them"


async def test_a_stranger_whom_something_waits_for_is_forgotten_once_they_heard_it(
    database: Database,
) -> None:
    def too_late_in_the_evening(work: UnitOfWork) -> None:
        store(work, State(Person(BUDI, "en")))
        tell(work, [Fact(BUDI, {"kind": "answered", "about": "k"})])
        defer(work, claim(work, 9, 60), NOW + 2 * DAY)

    await database.run(too_late_in_the_evening)

    assert await forgotten(database, NOW + DAY + MINUTE) == 0
    assert (await database.run(lambda work: load(work, BUDI))).person == Person(BUDI, "en")
    await database.run(lambda work: take_due(work, NOW + 2 * DAY, 9))
    await database.run(lambda work: finish(work, claim(work, 9, 60), NOW + 2 * DAY))
    assert await forgotten(database, NOW + 2 * DAY) == 1
    assert await rows(database, PersonRow) == 0


async def test_a_link_of_a_newer_release_is_left_to_it(database: Database) -> None:
    def from_the_future(work: UnitOfWork) -> None:
        share(work, link("t", ANI), link("u", ANI))
        work.connection.execute(
            update(InviteRow).where(InviteRow.key == key_of("u")).values(release=work.release + 1)
        )

    await database.run(from_the_future)

    assert await forgotten(database, NOW + 400 * DAY) == 1
    assert await rows(database, InviteRow) == 1


async def test_a_sweep_and_the_turns_beside_it_do_not_block_each_other(workers: list[Database]) -> None:
    ours = [Counted(worker) for worker in workers]
    strangers = [State(Person(chat)) for chat in range(101, 201)]
    stale = [searching(chat, candidate("c1", Standing.DECLINED, NOW)) for chat in range(1, 101)]
    await ours[0].run(lambda work: store(work, *strangers, *stale))

    async def turns(worker: Counted) -> None:
        for chat in range(1, 101):
            await worker.run(partial(load_states, chats=[chat + 100, chat]))

    async def sweeps(worker: Counted) -> None:
        while await worker.run(lambda work: retain(work, NOW + 100 * DAY, 10)):
            pass

    await asyncio.gather(*(turns(worker) for worker in ours[:2]), *(sweeps(worker) for worker in ours[2:]))

    assert [one.begun for one in ours] == [one.asked for one in ours], "a deadlock made a worker start over"
    assert await rows(workers[0], PersonRow) == 100
