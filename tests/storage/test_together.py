"""Links and pairs as they are stored, and as one turn after the other finds them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import insert, select, update

from bot.mentorship.invite import InviteState, Letter
from storage.engine import Database
from storage.states import State
from storage.tables import ConsentRow, InviteRow, PairRow
from storage.together import Together, load_together, save_together, withdraw, without_words
from storage.unit_of_work import UnitOfWork, WrittenByNewer
from tests.storage.executed import executed
from tests.storage.samples import (
    ANI,
    BUDI,
    CITRA,
    HOUR,
    NOW,
    consented,
    link,
    pair,
    share,
    shared_by,
    store,
)  # fmt: skip

GIVEN, ANSWERED, FOREIGN = link("given", ANI), link("answered", BUDI, opener=ANI), link("foreign", CITRA)
MENTEE, MENTOR, OTHERS = pair("p1", ANI, BUDI), pair("p2", CITRA, ANI), pair("p3", BUDI, CITRA)


def everything(work: UnitOfWork) -> None:
    share(work, GIVEN, ANSWERED, FOREIGN, MENTEE, MENTOR, OTHERS)


async def test_what_is_mine_is_loaded_and_what_i_hold(database: Database) -> None:
    await database.run(everything)

    assert await database.run(lambda work: shared_by(work, ANI)) == Together(
        {one.key: one for one in (GIVEN, ANSWERED)}, {"p1": MENTEE, "p2": MENTOR}
    )
    held = await database.run(lambda work: shared_by(work, ANI, held=FOREIGN.key))
    assert set(held.invites) == {GIVEN.key, ANSWERED.key, FOREIGN.key}
    assert await database.run(lambda work: shared_by(work, 4, held="no such key")) == Together()


def test_nobody_sees_what_another_of_the_batch_shares() -> None:
    batch = Together().having([GIVEN, ANSWERED, FOREIGN], [MENTEE, MENTOR, OTHERS])

    assert batch.invites_of(CITRA) == (FOREIGN,)
    assert set(batch.invites_of(CITRA, GIVEN.key)) == {GIVEN, FOREIGN}
    assert batch.invites_of(4) == ()
    assert batch.pairs_of(CITRA) == (MENTOR, OTHERS)
    assert batch.pairs_of(4) == ()


def test_whoever_asked_by_a_link_finds_it_without_holding_it() -> None:
    asked = Together().having([ANSWERED], [])

    assert asked.invites_of(ANI) == asked.invites_of(BUDI) == (ANSWERED,)


def test_links_and_pairs_come_oldest_first_however_they_were_changed() -> None:
    links = [replace(link(str(n), ANI), made=NOW + n * HOUR) for n in range(5)]
    pairs = [replace(pair(f"p{9 - n}", ANI, n), since=NOW + n * HOUR) for n in range(5)]
    turned = Together().having(links[::-1], pairs[::-1]).having(links[:1], pairs[2:3])

    assert turned.invites_of(ANI) == tuple(links)
    assert turned.pairs_of(ANI) == tuple(pairs)


async def test_a_pair_that_waits_behind_a_link_is_found_by_whoever_holds_it(database: Database) -> None:
    waiting = replace(pair("p4", ANI, None), verified=False)
    await database.run(everything)
    await database.run(lambda work: share(work, waiting))

    held = await database.run(lambda work: shared_by(work, 4, held=GIVEN.key))

    assert held.pairs_of(4, GIVEN.key) == (waiting,)
    assert held.pairs_of(4) == held.pairs_of(4, FOREIGN.key) == ()
    unheld = await database.run(lambda work: shared_by(work, 4, held=FOREIGN.key))
    assert waiting not in unheld.pairs.values()


async def test_only_what_differs_is_written(database: Database) -> None:
    await database.run(everything)

    def turn(work: UnitOfWork) -> list[tuple[str, int]]:
        before = shared_by(work, ANI)
        after = before.having([replace(GIVEN, seen=False), link("new", ANI)], [pair("p9", ANI, CITRA)])
        after = Together({key: one for key, one in after.invites.items() if one != ANSWERED}, after.pairs)
        statements = executed(work, lambda: save_together(work, before, after))
        return [(" ".join(words.split()[:3]), len(rows)) for words, rows in statements]

    wrote = await database.run(turn)

    assert [(words.replace("UPDATE invite SET", "UPDATE invite"), rows) for words, rows in wrote] == [
        ("INSERT INTO invite", 1), ("UPDATE invite", 1), ("DELETE FROM invite", 1), ("INSERT INTO pair", 1),
    ]  # fmt: skip
    shared = await database.run(lambda work: shared_by(work, ANI))
    assert set(shared.invites_of(ANI)) == {replace(GIVEN, seen=False), link("new", ANI)}
    assert set(shared.pairs_of(ANI)) == {MENTEE, MENTOR, pair("p9", ANI, CITRA)}


async def test_what_is_asked_for_lies_in_columns(database: Database) -> None:
    await database.run(everything)
    row = await database.run(
        lambda work: work.connection.execute(
            select(InviteRow.__table__).where(InviteRow.key == ANSWERED.key)
        ).one()
    )

    assert (row.inviter, row.opener, row.role, row.subject, row.state) == (BUDI, ANI, "mentor", "c1", "open")
    assert (row.made, row.until, row.words_until) == (NOW, ANSWERED.until, ANSWERED.until)


@pytest.mark.parametrize(
    ("state", "name", "opener"),
    [
        (InviteState.JOINED, "Ani", BUDI),
        (InviteState.NOT_NOW, "", None),
        (InviteState.REVOKED, "", None),
    ],
)
async def test_a_link_that_ended_keeps_no_words(
    database: Database, state: InviteState, name: str, opener: int | None
) -> None:
    ended = link("t", ANI, state, BUDI)

    def turn(work: UnitOfWork) -> Together:
        after = Together().having([ended], [])
        save_together(work, Together(), after)
        return after

    folded = await database.run(turn)

    stored = await database.run(lambda work: shared_by(work, ANI))
    assert stored == folded, "the next turn of the batch finds what a later one would"
    assert stored.invites_of(ANI) == (
        replace(ended, letter=Letter(name, "id"), asked="", answer="", opener=opener),
    )


def test_an_open_link_keeps_its_words() -> None:
    assert Together().having([GIVEN], []).invites_of(ANI) == (GIVEN,)
    assert without_words(GIVEN) != GIVEN


def test_whoever_leaves_takes_their_links_along_and_stays_in_no_pair() -> None:
    left = Together().having([GIVEN, ANSWERED, FOREIGN], [MENTEE, MENTOR, OTHERS]).without(ANI)

    assert set(left.invites.values()) == {FOREIGN, replace(ANSWERED, opener=None, asked="", answer="")}
    assert set(left.pairs.values()) == {
        replace(MENTEE, mentee=None, mentee_name="", candidate="", version=1),
        replace(MENTOR, mentor=None, mentor_name="", version=1),
        OTHERS,
    }


def test_a_pair_that_both_left_is_gone() -> None:
    assert Together().having([], [MENTEE]).without(ANI).without(BUDI) == Together()
    assert Together().having([], [pair("p4", ANI, None)]).without(ANI) == Together()


@pytest.mark.parametrize(("table", "whose"), [(InviteRow, BUDI), (PairRow, CITRA)])
async def test_what_a_newer_release_wrote_is_handed_back(
    database: Database, table: type[InviteRow] | type[PairRow], whose: int
) -> None:
    key = InviteRow.key == ANSWERED.key if table is InviteRow else PairRow.id == "p2"

    def from_the_future(work: UnitOfWork) -> None:
        everything(work)
        work.connection.execute(update(table).where(key).values(release=work.release + 1))

    await database.run(from_the_future)

    for people in ([ANI], [ANI, BUDI, CITRA]):
        with pytest.raises(WrittenByNewer) as refused:
            await database.run(partial(load_together, people=people))
        assert refused.value.chats == {whose}
    untouched = await database.run(lambda work: shared_by(work, 4, held=FOREIGN.key))
    assert untouched.invites_of(4, FOREIGN.key) == (FOREIGN,)


async def test_a_consent_that_was_taken_back_says_so(database: Database) -> None:
    later = NOW + timedelta(days=9)

    def leave(work: UnitOfWork) -> None:
        store(work, State(consented(ANI)), State(consented(BUDI)))
        withdraw(work, [ANI], later)
        withdraw(work, [], later)

    def again(work: UnitOfWork) -> list[tuple[int, datetime | None]]:
        work.connection.execute(insert(ConsentRow).values(person=ANI, version="2", at=later + HOUR))
        return consents(work)

    await database.run(leave)

    assert await database.run(again) == [(ANI, later), (BUDI, None), (ANI, None)]
    await database.run(lambda work: withdraw(work, [ANI], later + 2 * HOUR))
    assert await database.run(consents) == [(ANI, later), (BUDI, None), (ANI, later + 2 * HOUR)]


def consents(work: UnitOfWork) -> list[tuple[int, datetime | None]]:
    rows = work.connection.execute(select(ConsentRow.person, ConsentRow.withdrawn).order_by(ConsentRow.id))
    return [(row.person, row.withdrawn) for row in rows]
