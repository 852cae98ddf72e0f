"""Telegram's limits, by a clock of our own and as a bot meets them."""

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from bot.simulator import Person, Simulator
from bot.simulator.limits import Limits


def sent(limits: Limits, chats: range, now: float) -> int:
    return sum(limits.wait(chat, now) == 0 for chat in chats)


def test_one_chat_takes_a_short_burst_and_then_one_a_second() -> None:
    limits = Limits(on=True)
    assert [limits.wait(1, 100.0) for _ in range(4)] == [0, 0, 0, 1]
    assert [limits.wait(1, 101.0) for _ in range(2)] == [0, 1]
    assert limits.wait(2, 101.0) == 0


def test_all_chats_together_take_thirty_a_second() -> None:
    limits = Limits(on=True)
    assert sent(limits, range(100), 100.0) == 30
    assert sent(limits, range(100, 200), 100.5) == 15
    assert sent(limits, range(200, 300), 101.5) == 30


def test_a_refused_message_costs_nothing() -> None:
    limits = Limits(on=True)
    sent(limits, range(30), 100.0)
    assert all(limits.wait(99, 100.0) for _ in range(50))
    assert limits.wait(99, 100.1) == 0


def test_off_there_are_none() -> None:
    assert sent(Limits(), range(1000), 100.0) == 1000


async def test_a_bot_that_talks_too_fast_is_told_to_wait(sim: Simulator, bot: Bot, sari: Person) -> None:
    for number in range(5):
        await bot.send_message(sari.id, str(number))
    sim.limits = True
    assert sim.limits
    with pytest.raises(RetryAfter):
        for number in range(30):
            await bot.send_message(sari.id, str(number))
    refused = sim.calls("sendMessage")[-1]
    assert refused.answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
