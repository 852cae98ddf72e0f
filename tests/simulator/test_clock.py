"""The demo's clock: targets from the page, reports from the bot."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientSession

from bot.simulator import Simulator
from bot.simulator.clock import DemoClock

MONDAY = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def clock_at(moment: datetime) -> DemoClock:
    return DemoClock(machine=moment.timestamp, told=lambda: None)


def test_at_first_it_is_the_machines_time_and_nothing_is_wanted() -> None:
    clock = clock_at(MONDAY)
    assert clock.as_json() == {
        "now": "2026-11-30T02:00:00+00:00",
        "target": None,
        "next_due": None,
        "zone": "Asia/Jakarta",
    }


def test_steps_add_up() -> None:
    clock = clock_at(MONDAY)
    assert clock.advance("hour") and clock.advance("day") and clock.advance("week")
    assert clock.target == MONDAY + HOUR + timedelta(days=8)


def test_next_goes_to_the_next_due_time_if_there_is_one() -> None:
    clock = clock_at(MONDAY)
    assert not clock.advance("next")
    clock.follow(MONDAY, MONDAY + HOUR, arrived=False)
    assert clock.advance("next")
    assert clock.target == MONDAY + HOUR
    clock.follow(MONDAY + HOUR, MONDAY, arrived=True)
    assert not clock.advance("next")


def test_nobody_moves_it_by_another_word() -> None:
    with pytest.raises(ValueError, match="hour, day, week, next"):
        clock_at(MONDAY).advance("year")


def test_it_stands_where_the_bot_says_until_the_bot_arrives() -> None:
    clock = clock_at(MONDAY)
    clock.advance("day")
    clock.follow(MONDAY + HOUR, None, arrived=False)
    assert (clock.now(), clock.target) == (MONDAY + HOUR, MONDAY + timedelta(days=1))
    clock.follow(MONDAY + timedelta(days=1), None, arrived=True)
    assert (clock.now(), clock.target) == (MONDAY + timedelta(days=1), None)


async def test_the_bot_hears_of_a_new_target_at_once(sim: Simulator, http: ClientSession) -> None:
    async def asked(seen: str, timeout: float) -> str | None:
        query = {"seen": seen, "timeout": str(timeout)}
        async with http.get("/app/clock", params=query) as answer:
            target: str | None = (await answer.json())["clock"]["target"]
            return target

    waiting = asyncio.create_task(asked("", 30))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    async with http.post("/clock", json={"by": "hour"}) as answer:
        assert (await answer.json())["moved"] is True
    first = await waiting
    assert first is not None
    assert await asked(first, 0.05) == first
    sim.clock.advance("day")
    assert await asked(first, 30) != first


async def test_the_bot_reports_and_messages_are_dated_by_it(sim: Simulator, http: ClientSession) -> None:
    now = (MONDAY + timedelta(days=30)).isoformat()
    report = {"now": now, "next_due": (MONDAY + timedelta(days=31)).isoformat(), "arrived": True}
    async with http.post("/app/clock", json=report) as answer:
        clock = (await answer.json())["clock"]
    assert clock["next_due"] == "2026-12-31T02:00:00+00:00"
    sim.add_person(101)
    sim.start(101)
    dated = datetime.fromtimestamp(sim.messages(101)[0].date, UTC)
    assert abs(dated - MONDAY - timedelta(days=30)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("/clock", {"by": "year"}, "by is one of"),
        ("/clock", {}, "by is missing"),
        ("/app/clock", {"now": "2026-11-30T02:00:00"}, "names no zone"),
    ],
)
async def test_nonsense_is_refused_kindly(
    http: ClientSession, path: str, body: dict[str, str], words: str
) -> None:
    async with http.post(path, json=body) as answer:
        assert answer.status == 400
        assert words in (await answer.json())["error"]
