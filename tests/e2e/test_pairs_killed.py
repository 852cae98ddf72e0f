"""Two people and one link while the real process is killed: every pair is made once, and both hear of it."""

from __future__ import annotations

import asyncio
import random
import re
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bot.simulator import Simulator, serve
from storage.counts import counts
from storage.engine import Database, open_database
from storage.together import Together, load_together
from tests.chat import stands_for
from tests.e2e.bots import BotProcess, a_simulator, environment_for

MENTEES = range(201, 205)
NOW = "2026-11-24T02:00:00+00:00"
PATIENCE = 60.0
TOKEN = re.compile(r"start=([\w-]+)")


def mentor_of(mentee: int) -> int:
    """Who opens that mentee's link."""
    return mentee + 100


async def meets(simulator: Simulator, mentee: int) -> None:
    """An existing pair: the mentee's goal, a link, and the mentor's yes; each waits for the answer."""
    await _starts(simulator, mentee)
    for choice in ("agree", "door:pair", "door:paired", "fact_finding", "specialists", "m6", "save"):
        await _chooses(simulator, mentee, choice)
    await _chooses(simulator, mentee, "open.partner")
    await _says(simulator, mentee, "Bu Rina")
    await _chooses(simulator, mentee, "ibu")
    await _chooses(simulator, mentee, "invite")
    await _chooses(simulator, mentee, "invite.release")
    token = TOKEN.findall(_last(simulator, mentee))[-1]
    mentor = mentor_of(mentee)
    await _starts(simulator, mentor, token)
    await _chooses(simulator, mentor, "link.willing")
    await _chooses(simulator, mentor, "link.join")


async def _starts(simulator: Simulator, person: int, payload: str = "") -> None:
    simulator.add_person(person, first_name=f"P{person}", language_code="id")
    await _answered(simulator, person, lambda: simulator.start(person, payload))


async def _says(simulator: Simulator, person: int, text: str) -> None:
    await _answered(simulator, person, lambda: simulator.say(person, text))


async def _chooses(simulator: Simulator, person: int, choice: str) -> None:
    """Press the newest button that stands for it."""
    found = await simulator.wait_for(lambda: _button(simulator, person, choice), timeout=PATIENCE)
    assert found is not None
    message, data = found
    await _answered(simulator, person, lambda: simulator.press(person, message, data))


def _button(simulator: Simulator, person: int, choice: str) -> tuple[int, str] | None:
    for message in reversed(simulator.messages(person)):
        for row in (message.markup or {}).get("inline_keyboard", ()):
            for button in row:
                data = button.get("callback_data", "")
                if stands_for(data, choice):
                    return message.message_id, data
    return None


async def _answered(simulator: Simulator, person: int, act: Callable[[], object]) -> None:
    """Do it, and wait until the bot said something more."""
    before = _heard(simulator, person)
    act()
    await simulator.wait_for(lambda: _heard(simulator, person) > before, timeout=PATIENCE)


def _heard(simulator: Simulator, person: int) -> int:
    return sum(one.from_bot for one in simulator.messages(person))


def _last(simulator: Simulator, person: int) -> str:
    return next(one.text for one in reversed(simulator.messages(person)) if one.from_bot)


async def _killed(bot: BotProcess, kills: int, chance: random.Random) -> None:
    for _ in range(kills):
        await asyncio.sleep(chance.uniform(0.6, 2.0))
        await bot.end(signal.SIGKILL)
        await bot.start()


async def test_pairs_are_made_once_while_the_bot_is_killed(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kills = 30 if request.config.getoption("--full") else 5
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    simulator = a_simulator()
    async with serve(simulator, host="127.0.0.1", port=0) as address:
        bot = BotProcess(environment_for(address, url, FIXED_NOW=NOW))
        await bot.start()
        try:
            storm = asyncio.create_task(_killed(bot, kills, random.Random(7)))
            await asyncio.gather(storm, *(meets(simulator, mentee) for mentee in MENTEES))
            await simulator.quiet(0.5)
            assert await bot.end(signal.SIGTERM) == (0, "")
        finally:
            await bot.kill()
    database = open_database(url)
    await _only_these_pairs(database)
    await database.close()
    assert simulator.violations == []
    for mentee in MENTEES:
        assert "Bu Rina" in _last(simulator, mentee)
        assert f"P{mentee}" in _last(simulator, mentor_of(mentee))


async def _only_these_pairs(database: Database) -> None:
    found: Together = await database.run(partial(load_together, people=list(MENTEES)))
    sides = sorted((one.mentee, one.mentor) for one in found.pairs.values())
    assert sides == [(mentee, mentor_of(mentee)) for mentee in MENTEES]
    left = await database.run(counts)
    assert (left.inbox, left.outbox, left.parked) == (0, 0, 0)
