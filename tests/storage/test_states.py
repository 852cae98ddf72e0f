"""People, searches and desks as they are stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import partial

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import StatementError

from bot.dialogue.answers import Answer
from bot.dialogue.desk import Conversation, Desk, closed
from bot.mentorship.person import Consent, Contact, Person
from storage.claims import claim, finish
from storage.engine import Database
from storage.inbox import Fact, receive, tell
from storage.outbox import Outgoing, claim_outbox, enqueue
from storage.plan import next_due, sync_plan
from storage.states import State, erase, load_states, save_states
from storage.tables import Base, ConsentRow, ConversationRow, PersonRow, SearchRow
from storage.unit_of_work import UnitOfWork, WrittenByNewer
from tests.storage.executed import executed
from tests.storage.samples import (
    ANI,
    BUDI,
    CITRA,
    HOUR,
    NOW,
    at_door,
    candidate,
    consented,
    load,
    planned,
    said,
    searching,
    store,
    texts,
)  # fmt: skip


async def test_a_state_comes_back_as_it_was(database: Database) -> None:
    state = searching(ANI, candidate("c1"), candidate("c2"))

    await database.run(lambda work: store(work, state))

    assert await database.run(lambda work: load(work, ANI)) == state


async def test_a_batch_comes_back_person_by_person(database: Database) -> None:
    await database.run(lambda work: store(work, searching(ANI, candidate("c1")), State(consented(BUDI))))

    states = await database.run(lambda work: load_states(work, [CITRA, BUDI, ANI]))

    assert states == {
        ANI: searching(ANI, candidate("c1")),
        BUDI: State(consented(BUDI)),
        CITRA: State(),
    }


async def test_what_is_changed_is_changed_and_what_is_closed_is_gone(database: Database) -> None:
    before = searching(ANI, candidate("c1"))
    await database.run(lambda work: store(work, before))
    assert before.search is not None
    second = Conversation(5, "goal", "s1", NOW + HOUR, answers={"skill": Answer(text="bertanya")})
    desk = closed(replace(before.desk, conversations=(*before.desk.conversations, second), opened=5), 4)
    after = replace(at_door(before, "learn"), search=replace(before.search, version=4, goal=None), desk=desk)

    await database.run(lambda work: store(work, after))

    assert await database.run(lambda work: load(work, ANI)) == after
    assert after.desk.floor == 5


async def test_a_search_that_ended_leaves_no_row(database: Database) -> None:
    await database.run(lambda work: store(work, searching(ANI)))
    await database.run(lambda work: store(work, State(consented(ANI))))

    assert await database.run(lambda work: load(work, ANI)) == State(consented(ANI))


def written(work: UnitOfWork, *changes: tuple[State, State]) -> list[tuple[str, int]]:
    """The tables that saving these changes writes to, each with how many rows."""
    statements = executed(work, lambda: save_states(work, changes, NOW))
    return [(" ".join(words.replace("INTO ", "").split()[:2]), len(rows)) for words, rows in statements]


async def test_only_rows_that_changed_are_written_each_once(database: Database) -> None:
    calm, spoke, moved = (searching(chat, candidate("c1")) for chat in (ANI, BUDI, CITRA))
    await database.run(lambda work: store(work, calm, spoke, moved))
    assert spoke.person is not None
    assert moved.search is not None
    heard = replace(spoke, person=replace(spoke.person, contact=Contact(NOW + HOUR)))
    chosen = replace(moved, search=replace(moved.search, version=9))

    writes = await database.run(lambda work: written(work, (calm, calm), (spoke, heard), (moved, chosen)))

    assert writes == [("UPDATE person", 1), ("UPDATE search", 1)]


async def test_a_batch_of_changes_is_one_statement_a_table(database: Database) -> None:
    states = [searching(chat, candidate("c1")) for chat in range(1, 31)]

    writes = await database.run(lambda work: written(work, *((State(), state) for state in states)))

    assert sorted(writes) == [
        ("INSERT consent", 30),
        ("INSERT conversation", 30),
        ("INSERT person", 30),
        ("INSERT search", 30),
    ]


async def test_before_consent_only_chat_language_and_desk_are_kept(database: Database) -> None:
    desk = Desk((Conversation(1, "start", "me", NOW),), floor=1, opened=1)
    stranger = Person(ANI, "en", zone="Asia/Jayapura", door="learn", stopped=True, contact=Contact(NOW))

    await database.run(lambda work: store(work, State(stranger, None, desk)))

    assert await database.run(lambda work: load(work, ANI)) == State(Person(ANI, "en"), None, desk)
    row = await database.run(lambda work: work.connection.execute(select(PersonRow.__table__)).one())
    assert (row.document, row.heard, row.consented) == (None, None, None)


async def test_a_search_before_consent_is_refused(database: Database) -> None:
    unasked = replace(searching(ANI), person=Person(ANI))

    with pytest.raises(ValueError, match="before consent"):
        await database.run(lambda work: store(work, unasked))


async def test_a_person_does_not_vanish_by_being_saved(database: Database) -> None:
    await database.run(lambda work: store(work, searching(ANI)))

    with pytest.raises(ValueError, match="erase"):
        await database.run(lambda work: save_states(work, [(searching(ANI), State())], NOW))


async def test_every_consent_is_kept_as_proof(database: Database) -> None:
    first = State(consented(ANI))
    second = State(replace(consented(ANI), consent=Consent("2", NOW + HOUR)))
    for state in (first, first, second):
        await database.run(partial(store_one, state=state))
    await database.run(lambda work: erase(work, [ANI]))

    rows = await database.run(lambda work: work.connection.execute(select(ConsentRow.__table__)).all())

    assert [(row.person, row.version, row.at) for row in rows] == [(ANI, "1", NOW), (ANI, "2", NOW + HOUR)]


def store_one(work: UnitOfWork, state: State) -> None:
    store(work, state)


async def test_erasing_leaves_nothing_but_the_proof_of_consent(database: Database) -> None:
    def busy(work: UnitOfWork) -> None:
        store(work, searching(ANI, candidate("c1")), searching(BUDI, candidate("c1")))
        for chat in (ANI, BUDI):
            receive(work, [said(chat, chat, "hapus"), said(chat, chat + 10, "halo lagi")])
            tell(work, [Fact(chat, {"fact": "secret"})])
            sync_plan(work, {chat: [planned("goal", NOW + HOUR)]})
            enqueue(work, [Outgoing(chat, "message", {"text": "secret"})])

    await database.run(busy)
    erasing, other = await database.run(lambda work: claim(work, 9, 60))

    def leave(work: UnitOfWork) -> None:
        erase(work, [ANI])
        finish(work, [erasing, other], NOW)

    await database.run(leave)

    assert await database.run(lambda work: mentions(work, ANI)) == {"consent", "inbox"}
    assert await database.run(lambda work: mentions(work, BUDI)) == {
        "consent", "conversation", "inbox", "outbox", "person", "plan", "search",
    }  # fmt: skip
    left = await database.run(lambda work: claim(work, 9, 60))
    assert texts(left) == ["halo lagi", "halo lagi"], "what nobody answered yet is still answered"
    assert [row.chat for row in await database.run(lambda work: claim_outbox(work, 9, 60))] == [BUDI]
    assert await database.run(next_due) == NOW + HOUR


def mentions(work: UnitOfWork, chat: int) -> set[str]:
    """The tables in which a chat is named."""
    return {
        table.name
        for table in Base.metadata.sorted_tables
        if any(chat in row for row in work.connection.execute(select(table)))
    }


async def test_erasing_a_stranger_is_no_error(database: Database) -> None:
    await database.run(lambda work: erase(work, [ANI]))

    assert await database.run(lambda work: load(work, ANI)) == State()


@pytest.mark.parametrize("table", [PersonRow, SearchRow, ConversationRow])
async def test_what_a_newer_release_wrote_is_left_to_it(database: Database, table: type[Base]) -> None:
    def from_the_future(work: UnitOfWork) -> None:
        store(work, searching(ANI), searching(BUDI))
        key = PersonRow.id if table is PersonRow else table.__table__.c.person
        work.connection.execute(update(table).where(key == BUDI).values(release=work.release + 1))

    await database.run(from_the_future)

    with pytest.raises(WrittenByNewer) as refused:
        await database.run(lambda work: load_states(work, [ANI, BUDI]))
    assert refused.value.chats == {BUDI}
    assert await database.run(lambda work: load(work, ANI)) == searching(ANI)


async def test_a_moment_of_any_zone_comes_back_in_utc(database: Database) -> None:
    jakarta = datetime(2026, 11, 30, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    person = replace(consented(ANI), paused_until=jakarta, contact=Contact(jakarta))

    await database.run(lambda work: store(work, State(person)))

    loaded = (await database.run(lambda work: load(work, ANI))).person
    assert loaded == person
    row = await database.run(lambda work: work.connection.execute(select(PersonRow.heard)).scalar_one())
    assert row == jakarta
    assert row.utcoffset() == timedelta(0)


async def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    naive = datetime(2026, 11, 30, tzinfo=UTC).replace(tzinfo=None)

    with pytest.raises(StatementError, match="without a zone"):
        await database.run(lambda work: store(work, State(consented(ANI)), now=naive))
