"""Least data: what is stored before consent, what lies readable in the file, what a log line may hold."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.dialogue.desk import Desk
from bot.mentorship.person import Person
from storage.cipher import new_key
from storage.engine import Database, open_database
from storage.migrate import migrate
from storage.retention import retain
from tests.chat import a_chat

TUESDAY = datetime(2026, 11, 24, 2, tzinfo=UTC)
SECRET = "kelinci-ungu-7731"


async def test_before_consent_only_chat_and_language_are_kept(database: Database) -> None:
    chat = await a_chat(database, TUESDAY)
    await chat.say("/start")
    await chat.say(f"saya mau belajar {SECRET}")
    state = await chat.state()
    assert state.person == Person(101)
    assert state.search is None
    assert state.desk == Desk()


async def test_whoever_never_agrees_is_forgotten_after_a_day(database: Database) -> None:
    chat = await a_chat(database, TUESDAY)
    await chat.say("/start")
    await database.run(partial(retain, now=TUESDAY + timedelta(hours=25)))
    assert (await chat.state()).person is None


async def test_nothing_that_was_written_lies_readable_in_the_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    migrate(url)
    database = open_database(url, [new_key()])
    chat = await a_chat(database, TUESDAY)
    await chat.say("/start")
    await chat.tap("Setuju dan mulai")
    await chat.tap("Saya ingin belajar")
    await chat.say(f"menggali {SECRET}")
    await database.close()
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("bot.db*"))
    assert SECRET.encode() not in stored


async def test_erasing_leaves_a_stranger(database: Database) -> None:
    chat = await a_chat(database, TUESDAY)
    await chat.say("/start")
    await chat.tap("Setuju dan mulai")
    await chat.tap("Saya ingin belajar")
    await chat.say(f"menggali {SECRET}")
    await chat.press("erase:yes:0")
    assert (await chat.state()).person is None
    assert "bot pendamping" in (await chat.say("halo"))[-1].text


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(st.sampled_from(["menggali", "halo", "kembali", "/menu", "?", "apa"]), max_size=4))
async def test_no_log_line_holds_what_was_said(
    said: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('log') / 'bot.db'}"
    migrate(url)
    database = open_database(url, [new_key()])
    with capture_logs() as lines:
        chat = await a_chat(database, TUESDAY)
        await chat.say("/start")
        await chat.tap("Setuju dan mulai")
        await chat.tap("Saya ingin belajar")
        for word in said:
            await chat.say(f"{word} {SECRET}")
        broken = {"message": {"chat": {"id": 101, "type": "private"}, "text": SECRET}}
        await chat.receive(broken)
    await database.close()
    assert any(line["event"] == "turn.failed" for line in lines)
    assert SECRET not in repr(lines)
