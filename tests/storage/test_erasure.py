"""Whoever erases themselves leaves nothing in any table but the proof of their consent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import select

from bot.dialogue.answers import Answer
from bot.mentorship.invite import InviteState, Letter
from bot.mentorship.person import News
from bot.mentorship.search import Words
from bot.turn import take_turns
from storage.engine import Database, open_database
from storage.inbox import Fact, receive, tell
from storage.outbox import Outgoing, claim_outbox, enqueue, mark_sent
from storage.plan import sync_plan
from storage.retention import retain
from storage.states import State
from storage.tables import Base, ConsentRow
from storage.unit_of_work import UnitOfWork
from tests.chat import a_kit
from tests.storage.samples import (
    ANI,
    BUDI,
    DAY,
    ERASE,
    NOW,
    candidate,
    link,
    load,
    pair,
    planned,
    press,
    searching,
    share,
    shared_by,
    store,
)  # fmt: skip
from tests.storage.sweeping import MINUTE

ELSA = 7_313_377_001
"""An id that is no part of any other number, and needs all of 64 bits' room."""
SECRET = "kelinci ungu"


@pytest.fixture
async def open_to_all(database_url: str) -> AsyncIterator[Database]:
    """A database without a key, so that every byte of it can be read."""
    database = open_database(database_url)
    yield database
    await database.close()


def elsa() -> State:
    """Elsa, with the secret wherever she could have written it."""
    state = searching(ELSA, replace(candidate("c1"), name=SECRET))
    assert state.person is not None
    (talk,) = state.desk.conversations
    talk = replace(talk, answers={"learned": Answer(text=SECRET)})
    person = replace(state.person, name=SECRET, news=(News("joined", SECRET, NOW),))
    return replace(state, person=person, desk=replace(state.desk, conversations=(talk,)))


def entangled(work: UnitOfWork) -> None:
    """Elsa in every table and in every role, and Ani and Budi, who share something with her."""
    store(work, elsa(), searching(ANI, candidate("c1")), searching(BUDI, candidate("c1")))
    letter = Letter(SECRET, "id", Words(own=SECRET), learned=SECRET)
    given = replace(link("given", ELSA, opener=ANI), letter=letter, answer=SECRET)
    share(
        work,
        given,
        replace(given, key="used", state=InviteState.JOINED, opener=BUDI),
        link("asked", ANI, opener=ELSA),
        link("joined", BUDI, InviteState.JOINED, ELSA),
        replace(pair("as mentee", ELSA, BUDI), mentee_name=SECRET, candidate=SECRET),
        replace(pair("as mentor", ANI, ELSA), mentor_name=SECRET),
        replace(pair("alone", ELSA, None), mentee_name=SECRET),
    )
    receive(work, [press(ELSA, 1, ERASE)])
    tell(work, [Fact(ELSA, {"kind": "joined", "about": SECRET})])
    sync_plan(work, {ELSA: [replace(planned("news", NOW + DAY), subject=str(ELSA))]})
    enqueue(work, [Outgoing(ELSA, "message", {"text": SECRET}), Outgoing(ELSA, "file", {"name": SECRET})])


def tables_with(work: UnitOfWork, *words: object) -> set[str]:
    """The tables in whose bytes one of these can be read."""
    sought = [str(word).encode() for word in words]
    return {
        table.name
        for table in Base.metadata.sorted_tables
        for row in work.connection.execute(select(table))
        for value in row
        if any(word in (value if isinstance(value, bytes) else str(value).encode()) for word in sought)
    }


def say_goodbye(work: UnitOfWork) -> list[int]:
    """Deliver what is to be delivered; to whom."""
    rows = claim_outbox(work, 99, 60)
    mark_sent(work, [(row.id, 1) for row in rows], NOW)
    return [row.chat for row in rows if row.kind != "hint"]


async def test_erasing_leaves_nothing_but_the_proof_of_consent(open_to_all: Database) -> None:
    await open_to_all.run(entangled)
    assert await open_to_all.run(lambda work: tables_with(work, ELSA)) == EVERYWHERE
    assert await open_to_all.run(lambda work: tables_with(work, SECRET)) == EVERYWHERE - {"consent", "plan"}

    while await take_turns(a_kit(open_to_all), NOW, 9):
        pass

    assert await open_to_all.run(lambda work: tables_with(work, SECRET)) == set()
    assert await open_to_all.run(lambda work: tables_with(work, ELSA)) == {"consent", "outbox"}
    assert await open_to_all.run(say_goodbye) == [ELSA], "one word that it is done"
    await open_to_all.run(lambda work: retain(work, NOW + DAY + MINUTE))
    assert await open_to_all.run(lambda work: tables_with(work, ELSA, SECRET)) == {"consent"}
    (proof,) = await open_to_all.run(the_proof)
    assert proof == ("1", NOW, NOW)


EVERYWHERE = {"person", "consent", "search", "conversation", "invite", "pair", "inbox", "plan", "outbox"}


def the_proof(work: UnitOfWork) -> list[tuple[object, ...]]:
    columns = select(ConsentRow.version, ConsentRow.at, ConsentRow.withdrawn)
    return [tuple(row) for row in work.connection.execute(columns.where(ConsentRow.person == ELSA))]


async def test_what_the_others_have_of_their_own_stays(open_to_all: Database) -> None:
    await open_to_all.run(entangled)
    while await take_turns(a_kit(open_to_all), NOW, 9):
        pass

    left = await open_to_all.run(lambda work: shared_by(work, ANI, BUDI))
    assert {one.inviter for one in left.invites.values()} == {ANI, BUDI}
    assert {(one.mentee, one.mentee_name, one.mentor, one.mentor_name) for one in left.pairs.values()} == {
        (None, "", BUDI, "Hendra"),
        (ANI, "Ani", None, ""),
    }
    for chat in (ANI, BUDI):
        assert await open_to_all.run(partial(load, chat=chat)) == searching(chat, candidate("c1"))
