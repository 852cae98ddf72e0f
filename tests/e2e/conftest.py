"""A simulator with its address, checked for breaches of the Bot API at the end of every test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import FixedClock
from bot.settings import Settings
from bot.simulator import Message, Simulator, serve
from storage.cipher import new_key
from tests.databases import Server
from tests.e2e.bots import a_simulator, settings_for

TUESDAY = datetime(2026, 11, 24, 2, tzinfo=UTC)


@dataclass(frozen=True)
class Street:
    """A Telegram of our own, where it is, and the bot's settings for it."""

    simulator: Simulator
    settings: Settings
    clock: FixedClock

    def arrive(self, id: int, language: str = "id") -> None:
        """Somebody new comes and presses Start."""
        self.simulator.add_person(id, first_name="Sari", language_code=language)
        self.simulator.start(id)

    async def answers(self, id: int, number: int) -> list[Message]:
        """Everything the bot has said to them, once it is that many messages."""
        await self.simulator.wait_for(lambda: len(self.said(id)) >= number, timeout=20)
        return self.said(id)

    def said(self, id: int) -> list[Message]:
        """Everything the bot has said to them so far."""
        return [one for one in self.simulator.messages(id) if one.from_bot]

    async def tap(self, id: int, label: str, number: int) -> Message:
        """Press the newest button of that label; the bot's newest message once it has said that many."""
        self.simulator.tap(id, label)
        return (await self.answers(id, number))[-1]

    async def joined(self, id: int) -> None:
        """Somebody who agreed and stands at the first question of their learning goal (three messages)."""
        self.arrive(id)
        await self.answers(id, 1)
        await self.tap(id, "Setuju dan mulai", 2)
        await self.tap(id, "Saya ingin belajar", 3)


@asynccontextmanager
async def a_street(url: str) -> AsyncIterator[Street]:
    """The simulator, served, and settings of a bot on that database."""
    simulator = a_simulator()
    async with serve(simulator, host="127.0.0.1", port=0) as address:
        settings = settings_for(address, url, encryption_keys=(new_key(),))
        yield Street(simulator, settings, FixedClock(TUESDAY))
    assert simulator.violations == []


@pytest.fixture
async def street(tmp_path: Path) -> AsyncIterator[Street]:
    """A street with an encrypted SQLite file."""
    async with a_street(f"sqlite:///{tmp_path / 'bot.db'}") as found:
        yield found


@pytest.fixture
def postgres_url(postgres_server: Server) -> str:
    """A fresh database on PostgreSQL."""
    return postgres_server.fresh()


@pytest.fixture
async def postgres_street(postgres_url: str) -> AsyncIterator[Street]:
    """A street with a PostgreSQL."""
    async with a_street(postgres_url) as found:
        yield found
