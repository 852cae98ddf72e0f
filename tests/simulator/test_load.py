"""Load from outside, and the simulator as a process of its own."""

import asyncio
import signal
import sys
from typing import Any

import pytest
from aiohttp import ClientSession
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.simulator import Simulator


async def echo(bot: Bot, count: int) -> list[str]:
    """Answers the next so many updates; gives what was said in them."""
    said: list[str] = []
    offset = 0
    while len(said) < count:
        for update in await bot.get_updates(offset=offset, timeout=5):
            offset = update.update_id + 1
            user = update.effective_user
            assert user is not None
            said.append(update.message.text or "" if update.message else "pressed")
            await bot.send_message(user.id, "ya")
    return said


async def load(http: ClientSession, **order: Any) -> dict[str, Any]:
    async with http.post("/load", json=order) as answer:
        assert answer.status == 200, await answer.text()
        counts: dict[str, Any] = await answer.json()
        return counts


async def report(http: ClientSession) -> dict[str, Any]:
    async with http.get("/load?samples=1") as answer:
        counts: dict[str, Any] = await answer.json()
        return counts


async def test_a_backlog_is_queued_at_once_and_every_answer_timed(bot: Bot, http: ClientSession) -> None:
    counts = await load(http, people=5, rounds=2, texts=["satu", "dua"])
    assert (counts["asked"], counts["answered"], counts["waiting"]) == (10, 0, 10)
    assert await echo(bot, 10) == ["satu"] * 5 + ["dua"] * 5
    counts = await report(http)
    assert (counts["answered"], counts["waiting"]) == (10, 0)
    assert len({person for person, _, _ in counts["samples"]}) == 5
    assert all(available <= received <= counts["now"] for _, available, received in counts["samples"])
    assert counts["first_available"] == min(available for _, available, _ in counts["samples"])


async def test_an_open_loop_goes_on_whether_it_is_answered_or_not(
    sim: Simulator, http: ClientSession
) -> None:
    counts = await load(http, people=4, rounds=3, every=0.05)
    assert counts["running"] == 1
    await sim.wait_for(lambda: sim.world.load.asked_in_all == 12)
    asked = [available for times in sim.world.load.waiting.values() for available in times]
    assert max(asked) - min(asked) >= 0.1


async def test_people_can_be_led_through_start_and_a_button(
    sim: Simulator, bot: Bot, http: ClientSession
) -> None:
    await load(http, people=2, kind="start")
    assert await echo(bot, 2) == ["/start", "/start"]
    button = InlineKeyboardMarkup([[InlineKeyboardButton("Setuju", callback_data="agree")]])
    for person_id in sim.world.people:
        await bot.send_message(person_id, "Setuju?", reply_markup=button)
    await load(http, people=2, kind="press", button=[0, 0])
    queries = [update.callback_query for update in await bot.get_updates() if update.callback_query]
    assert [query.data for query in queries] == ["agree", "agree"]


async def test_counts_can_be_forgotten(http: ClientSession) -> None:
    await load(http, people=3)
    async with http.delete("/load") as answer:
        assert (await answer.json())["asked"] == 0


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ({"people": 1, "kind": "dance"}, "kind is one of"),
        ({"people": 1, "speed": 3}, "speed"),
        ({"people": 1, "kind": "press"}, "no buttons to press"),
    ],
)
async def test_orders_that_make_no_sense(http: ClientSession, order: dict[str, Any], words: str) -> None:
    async with http.post("/load", json=order) as answer:
        assert answer.status == 400
        assert words in (await answer.json())["error"]


async def test_it_runs_as_a_process_and_stops_when_told() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.simulator", "--token", "222:own", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    address = (await asyncio.wait_for(process.stdout.readline(), 30)).decode().strip()
    async with Bot("222:own", base_url=f"{address}/bot") as bot:
        assert (await bot.get_me()).id == 222
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 10) == 0
