"""A simulator over real HTTP, and python-telegram-bot's Bot talking to it unchanged."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from telegram import Bot

from bot.simulator import Person, Simulator, serve

TOKEN = "111:demo"
BESIDE_THE_REPOSITORY = Path(__file__).parents[3] / "shared" / "data" / "botapi-10.0.json"


def spec_path() -> Path | None:
    """The machine-readable Bot API, None where this machine has none."""
    path = Path(os.environ.get("BOT_API_SPEC", BESIDE_THE_REPOSITORY))
    return path if path.is_file() else None


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns of its old kind of RetryAfter.retry_after; warnings are errors here."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    """A simulator; at the end nothing may have gone over the wire that the Bot API does not know."""
    simulator = Simulator(token=TOKEN, spec=spec_path())
    yield simulator
    assert simulator.violations == []


@pytest.fixture
async def address(sim: Simulator) -> AsyncIterator[str]:
    """Where it is served."""
    async with serve(sim) as served:
        yield served


@pytest.fixture
async def bot(address: str) -> AsyncIterator[Bot]:
    """The bot, as any program would make it."""
    async with Bot(TOKEN, base_url=f"{address}/bot", base_file_url=f"{address}/file/bot") as client:
        yield client


@pytest.fixture
async def http(address: str) -> AsyncIterator[aiohttp.ClientSession]:
    """Plain HTTP, for what no Bot would send and for the page's endpoints."""
    async with aiohttp.ClientSession(base_url=address) as session:
        yield session


@pytest.fixture
def sari(sim: Simulator) -> Person:
    """Somebody who has pressed Start, with that update already taken."""
    person = sim.add_person(101, first_name="Sari")
    person.started = True
    return person
