"""What goes wrong inside: one apology, the row is parked, and the next message works."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy import update

from prompts.catalog import HERE, Catalog, load
from storage.counts import counts
from storage.engine import Database
from storage.inbox import Incoming, parked, receive
from storage.tables import PersonRow
from storage.unit_of_work import UnitOfWork
from tests.chat import CATALOG, Chat, a_chat

TUESDAY = datetime(2026, 11, 24, 2, tzinfo=UTC)


@pytest.fixture
async def chat(database: Database) -> Chat:
    """Somebody who stands at the first question."""
    chat = await a_chat(database, TUESDAY)
    await chat.say("/start")
    await chat.tap("Setuju dan mulai")
    await chat.tap("Saya ingin belajar")
    return chat


@pytest.fixture
def broken(tmp_path: Path) -> Catalog:
    """The prompts with one of them broken: it asks for a value that nobody gives."""
    copytree(HERE, tmp_path / "prompts", ignore=lambda *_: {"__pycache__"})
    (tmp_path / "prompts" / "id" / "goal" / "situation.html").write_text("{{ nobody_gives_this }}")
    return load(tmp_path / "prompts")


def apology() -> str:
    return CATALOG.render("id", "engine/apology", {}).html


async def until_given_up(chat: Chat) -> None:
    """Time on the machine's clock passes between the tries."""
    for _ in range(80):
        await chat.settle()
        if (await chat.kit.database.run(counts)).inbox == 0:
            return
        await asyncio.sleep(0.1)
    raise AssertionError("the row is neither done nor parked")


async def test_a_broken_prompt_is_one_apology_and_the_next_message_works(chat: Chat, broken: Catalog) -> None:
    before = await chat.state()
    chat.kit = replace(chat.kit, catalog=broken, back_off=(0.1, 0.1))
    await chat.say("menggali kebutuhan")
    await until_given_up(chat)
    assert [one.text for one in chat.shown if one.text.startswith("Maaf")] == [apology()]
    assert (await chat.state()).desk == before.desk
    assert len(await chat.kit.database.run(parked)) == 1
    chat.kit = replace(chat.kit, catalog=CATALOG)
    assert "situasi" in (await chat.say("menggali kebutuhan"))[-1].text


async def test_an_update_of_a_broken_shape_does_not_hold_up_its_chat(chat: Chat) -> None:
    chat.kit = replace(chat.kit, back_off=(0.1, 0.1))
    bad = Incoming(9_001, chat.person, {"message": {"chat": {"id": chat.person}}})
    await chat.kit.database.run(partial(receive, updates=[bad]))
    await until_given_up(chat)
    assert "situasi" in (await chat.say("menggali kebutuhan"))[-1].text


async def test_one_broken_row_of_a_batch_leaves_the_others_untouched(chat: Chat, broken: Catalog) -> None:
    others = [Chat(chat.kit, chat.clock, id) for id in range(501, 506)]
    chat.kit = replace(chat.kit, catalog=broken, back_off=(0.1, 0.1))
    rows = [
        Incoming(8_000 + other.person, other.person, {"message": other.message(text="/start")})
        for other in others
    ]
    rows.insert(2, Incoming(8_900, chat.person, {"message": chat.message(text="menggali kebutuhan")}))
    await chat.kit.database.run(partial(receive, updates=rows))
    await until_given_up(chat)
    assert sorted(person for person, _ in chat.elsewhere) == [other.person for other in others]
    assert all("bot pendamping" in shown.text for _, shown in chat.elsewhere)


async def test_whoever_has_a_state_that_nobody_can_read_hears_an_apology_too(chat: Chat) -> None:
    chat.kit = replace(chat.kit, back_off=(0.1, 0.1))
    await chat.kit.database.run(spoil)
    await chat.say("menggali kebutuhan")
    await until_given_up(chat)
    assert chat.shown[-1].text == apology()
    assert len(await chat.kit.database.run(parked)) == 1


def spoil(work: UnitOfWork) -> None:
    """Write what no key opens over everybody's state."""
    work.connection.execute(update(PersonRow).values(document=b"\x01spoiled"))
