"""The real process, killed at random moments: nothing is lost, order holds, at most one repeat a kill."""

from __future__ import annotations

import asyncio
import random
import signal
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from bot.flows.start import CONSENT_VERSION
from bot.simulator import Simulator, serve
from storage.engine import open_database
from storage.states import State, load_states
from tests.e2e.bots import BotProcess, a_simulator, environment_for

PEOPLE = range(201, 209)
NOW = "2026-11-24T02:00:00+00:00"
ROAD = (
    ("say", "/start"),
    ("press", f"agree:{CONSENT_VERSION}:0"),
    ("press", "door:learn:0"),
    ("say", "menggali kebutuhan dokter spesialis"),
    ("say", "saat bertemu pertama kali di klinik"),
    ("say", "kembali"),
    ("say", "saat kunjungan kedua"),
    ("say", "halo"),
    ("press", "1:5:m6"),
    ("press", "1:6:save"),
    ("press", "2:1:did_it"),
    ("say", "sabar menjelaskan"),
    ("say", "/status"),
    ("say", "latihan bersama"),
    ("say", "dengan mencoba langsung"),
    ("press", "2:5:save"),
    ("say", "Pak Hendra"),
    ("say", "/bantuan"),
    ("say", "lanjut"),
)


PICTURES = 1
"""Beside one message a step: the goal card."""


@dataclass(frozen=True)
class Ended:
    """What a run left behind: everybody's state, and what each phone was shown, in order."""

    states: dict[int, State]
    shown: dict[int, list[str]]
    violations: list[str]


async def live(folder: Path, kills: int, seed: int) -> Ended:
    """Everybody takes the road at once, their steps mixed, while the bot is killed and started again."""
    chance = random.Random(seed)
    url = f"sqlite:///{folder / 'bot.db'}"
    simulator = a_simulator()
    async with serve(simulator, host="127.0.0.1", port=0) as address:
        _queue(simulator, chance)
        bot = BotProcess(environment_for(address, url, FIXED_NOW=NOW, FIXED_SEED="kills"))
        try:
            await _run(bot, simulator, kills, chance)
        finally:
            await bot.kill()
    database = open_database(url)
    states = await database.run(partial(load_states, chats=list(PEOPLE)))
    await database.close()
    shown = {id: [one.text for one in simulator.messages(id) if one.from_bot] for id in PEOPLE}
    return Ended(states, shown, simulator.violations)


async def _run(bot: BotProcess, simulator: Simulator, kills: int, chance: random.Random) -> None:
    for _ in range(kills):
        await bot.start()
        await asyncio.sleep(chance.uniform(0.4, 1.6))
        await bot.end(signal.SIGKILL)
    await bot.start()
    await simulator.wait_for(lambda: _done(simulator), timeout=60)
    await simulator.quiet(0.5)
    assert await bot.end(signal.SIGTERM) == (0, "")


def _queue(simulator: Simulator, chance: random.Random) -> None:
    """Put everybody's steps into Telegram's queue, each person's in order, the people mixed."""
    left = {id: list(ROAD) for id in PEOPLE}
    for id in PEOPLE:
        simulator.add_person(id, first_name=f"P{id}", language_code="id")
    while left:
        id = chance.choice(sorted(left))
        kind, what = left[id].pop(0)
        if kind == "say" and what == "/start":
            simulator.start(id)
        elif kind == "say":
            simulator.say(id, what)
        else:
            simulator.press(id, 1, what)
        if not left[id]:
            del left[id]


def _done(simulator: Simulator) -> bool:
    said = [len([one for one in simulator.messages(id) if one.from_bot]) for id in PEOPLE]
    return min(said) >= len(ROAD) + PICTURES


def repeats(expected: list[str], shown: list[str]) -> int:
    """How often a message came again right after itself. Raises AssertionError on any other difference."""
    extra, at = 0, 0
    for one in shown:
        if at < len(expected) and one == expected[at]:
            at += 1
        else:
            assert at > 0
            assert one == expected[at - 1], "a message is missing, wrong, or out of order"
            extra += 1
    assert at == len(expected), "messages are missing"
    return extra


async def test_kills_lose_nothing(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    kills = 50 if request.config.getoption("--full") else 10
    calm, stormy = tmp_path / "calm", tmp_path / "stormy"
    calm.mkdir()
    stormy.mkdir()
    undisturbed = await live(calm, 0, seed=1)
    disturbed = await live(stormy, kills, seed=1)
    assert disturbed.states == undisturbed.states
    assert undisturbed.violations == disturbed.violations == []
    for id in PEOPLE:
        assert repeats(undisturbed.shown[id], undisturbed.shown[id]) == 0
        assert repeats(undisturbed.shown[id], disturbed.shown[id]) <= kills
