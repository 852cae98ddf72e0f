"""Nothing that anybody said lies readable in the database, and keys can be changed while the bot runs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Table, make_url, select

from bot.dialogue.answers import Answer
from bot.mentorship.invite import Invite
from bot.mentorship.pair import Pair
from bot.mentorship.search import Words
from storage.cipher import BadKey, Unreadable, cipher, new_key
from storage.claims import claim
from storage.engine import Database, open_database
from storage.inbox import Fact, receive, tell
from storage.outbox import Outgoing, claim_outbox, enqueue
from storage.rotation import readable, rotate
from storage.states import State
from storage.tables import Base
from storage.together import Together
from storage.unit_of_work import UnitOfWork
from tests.databases import Server
from tests.storage.samples import (
    ANI,
    BUDI,
    candidate,
    link,
    load,
    pair,
    said,
    searching,
    share,
    shared_by,
    store,
)  # fmt: skip

SECRET = "kelinci ungu"
"""What Ani says, answers, plans and is told; nobody else in the world would."""


def secretive() -> State:
    """Ani with the secret in every document that she has."""
    state = searching(ANI, replace(candidate("c1"), name=SECRET))
    assert state.person is not None
    assert state.search is not None
    assert state.search.goal is not None
    (talk,) = state.desk.conversations
    talk = replace(talk, answers={"learned": Answer(text=SECRET)})
    goal = replace(state.search.goal, skill=Words(own=SECRET))
    return State(
        replace(state.person, door=SECRET),
        replace(state.search, goal=goal),
        replace(state.desk, conversations=(talk,)),
    )


def confide(work: UnitOfWork) -> None:
    """Put the secret wherever there is a place for it."""
    store(work, secretive())
    receive(work, [said(ANI, 1, SECRET)])
    tell(work, [Fact(BUDI, {"words": SECRET})])
    enqueue(work, [Outgoing(ANI, "message", {"text": SECRET}), Outgoing(BUDI, "file", {"name": SECRET})])
    share(work, *confided())


def confided() -> tuple[Invite, Pair]:
    """A link and a pair with the secret in them."""
    given, made = link("token", ANI), pair("p1", ANI, BUDI)
    letter = replace(given.letter, learned=SECRET)
    return replace(given, letter=letter), replace(made, mentor_name=SECRET)


def readable_tables(work: UnitOfWork) -> set[str]:
    """The tables in which the secret can be read without a key."""
    return {table.name for table in Base.metadata.sorted_tables if SECRET.encode() in _content(work, table)}


def _content(work: UnitOfWork, table: Table) -> bytes:
    return b"".join(_bytes(value) for row in work.connection.execute(select(table)) for value in row)


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


@asynccontextmanager
async def opened(url: str, keys: Sequence[str]) -> AsyncIterator[Database]:
    database = open_database(url, keys)
    yield database
    await database.close()


async def test_without_a_key_everything_lies_open(database_url: str) -> None:
    async with opened(database_url, []) as database:
        await database.run(confide)

        assert await database.run(readable_tables) == {
            "person", "search", "conversation", "invite", "pair", "inbox", "outbox",
        }  # fmt: skip


async def test_with_a_key_nothing_lies_open(database: Database) -> None:
    await database.run(confide)

    assert await database.run(readable_tables) == set()
    assert await database.run(lambda work: load(work, ANI)) == secretive()


@pytest.mark.parametrize(("keys", "found"), [([], True), ([new_key()], False)], ids=["plain", "sealed"])
async def test_not_even_the_files_hold_a_word(sqlite_files: Server, keys: list[str], found: bool) -> None:
    url = sqlite_files.fresh()
    async with opened(url, keys) as database:
        await database.run(confide)
        path = Path(str(make_url(url).database))
        files = [one.read_bytes() for one in path.parent.glob(f"{path.name}*")]

    assert len(files) > 2, "the file, its log and its lock"
    assert any(SECRET.encode() in file for file in files) is found


async def test_after_a_rotation_the_old_key_is_not_needed(database_url: str) -> None:
    old, new = new_key(), new_key()
    async with opened(database_url, [old]) as database:
        await database.run(confide)
    async with opened(database_url, [new, old]) as database:
        assert await database.run(lambda work: load(work, ANI)) == secretive()
        assert await rotate(database, batch=1) == 9

    async with opened(database_url, [new]) as database:
        assert await database.run(lambda work: load(work, ANI)) == secretive()
        claimed = await database.run(lambda work: claim(work, 9, 60))
        assert [row.chat for row in claimed] == [ANI, BUDI]
        assert len(await database.run(lambda work: claim_outbox(work, 9, 60))) == 2
        given, made = confided()
        shared = await database.run(lambda work: shared_by(work, ANI))
        assert shared == Together({given.key: given}, {made.id: made})


async def test_a_plain_database_is_sealed_by_a_rotation(database_url: str) -> None:
    async with opened(database_url, []) as database:
        await database.run(confide)
    async with opened(database_url, [new_key()]) as database:
        assert await database.run(lambda work: load(work, ANI)) == secretive()
        await rotate(database)

        assert await database.run(readable_tables) == set()


async def test_a_rotation_goes_through_great_tables(database_url: str) -> None:
    old, new = new_key(), new_key()
    chats = range(1, 251)
    async with opened(database_url, [old]) as database:
        await database.run(lambda work: store(work, *(searching(chat, candidate("c1")) for chat in chats)))
    async with opened(database_url, [new, old]) as database:
        assert await rotate(database, batch=60) == 3 * 250
    async with opened(database_url, [new]) as database:
        assert await database.run(lambda work: load(work, 250)) == searching(250, candidate("c1"))


async def test_a_wrong_key_is_noticed_before_anything_is_taken_up(database_url: str) -> None:
    key = new_key()
    async with opened(database_url, [key]) as database:
        assert await database.run(readable)
        await database.run(confide)
        assert await database.run(readable)

    for wrong in ([], [new_key()]):
        async with opened(database_url, wrong) as database:
            assert not await database.run(readable)


@pytest.mark.parametrize("shared", confided(), ids=["link", "pair"])
async def test_a_link_or_a_pair_alone_tells_of_a_wrong_key(database_url: str, shared: Invite | Pair) -> None:
    async with opened(database_url, [new_key()]) as database:
        await database.run(lambda work: share(work, shared))
        assert await database.run(readable)

    async with opened(database_url, [new_key()]) as database:
        assert not await database.run(readable)


def test_a_document_that_was_changed_is_refused() -> None:
    sealed = cipher([new_key()])
    stored = bytearray(sealed.seal(b"{}"))
    stored[-1] ^= 1

    with pytest.raises(Unreadable, match="damaged"):
        sealed.unseal(bytes(stored))


def test_the_same_document_never_looks_the_same() -> None:
    sealed = cipher([new_key()])

    assert sealed.seal(b"{}") != sealed.seal(b"{}")


@pytest.mark.parametrize("key", ["", "short", "not base64 at all!", "A" * 43, "A" * 43 + "=AAAA", "é" * 44])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(BadKey, match="32 bytes"):
        cipher([key])
