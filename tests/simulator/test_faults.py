"""What goes wrong on purpose, as python-telegram-bot meets it."""

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import NetworkError, RetryAfter, TimedOut

from bot.simulator import Person, Simulator, reset, server_error, timeout_after_accept, too_many
from bot.simulator.faults import Faults


def texts(sim: Simulator) -> list[str]:
    return [message.text for message in sim.messages(101)]


async def test_too_many_requests_name_the_wait_and_do_nothing(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.faults.fail(too_many(7), method="sendMessage")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(sari.id, "halo")
    assert refused.value.retry_after == timedelta(seconds=7)
    assert texts(sim) == []
    await bot.send_message(sari.id, "halo")
    assert texts(sim) == ["halo"]


@pytest.mark.parametrize(
    ("code", "words"), [(500, "Internal Server Error"), (502, "Bad Gateway"), (504, "Gateway Timeout")]
)
async def test_server_errors(sim: Simulator, bot: Bot, sari: Person, code: int, words: str) -> None:
    sim.faults.fail(server_error(code))
    with pytest.raises(NetworkError, match=words):
        await bot.send_message(sari.id, "halo")
    assert texts(sim) == []


async def test_a_server_error_may_hide_that_it_was_done(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.faults.fail(server_error(accepted=True))
    with pytest.raises(NetworkError):
        await bot.send_message(sari.id, "halo")
    assert texts(sim) == ["halo"]


async def test_a_timeout_after_it_was_done(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.faults.fail(timeout_after_accept(), method="sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(sari.id, "halo", read_timeout=0.5)
    assert texts(sim) == ["halo"]
    (call,) = sim.calls("sendMessage")
    assert call.answer is None and not call.ok


@pytest.mark.parametrize("accepted", [False, True])
async def test_a_reset_connection(sim: Simulator, bot: Bot, sari: Person, accepted: bool) -> None:
    sim.faults.fail(reset(accepted=accepted), method="sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(sari.id, "halo")
    assert texts(sim) == (["halo"] if accepted else [])


async def test_faults_strike_their_method_and_only_as_often_as_told(
    sim: Simulator, bot: Bot, sari: Person
) -> None:
    sim.faults.fail(server_error(), method="sendMessage", times=2)
    await bot.get_me()
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(sari.id, "halo")
    await bot.send_message(sari.id, "halo")
    assert texts(sim) == ["halo"]


def test_a_share_is_about_that_share_and_the_same_each_time() -> None:
    def strikes(seed: int) -> list[bool]:
        faults = Faults(seed)
        faults.fail(server_error(), share=0.25)
        return [faults.take("sendMessage") is not None for _ in range(1000)]

    assert strikes(1) == strikes(1) != strikes(2)
    assert 200 < sum(strikes(1)) < 300
    faults = Faults()
    faults.fail(server_error(), share=1.0)
    faults.clear()
    assert faults.take("sendMessage") is None


async def test_a_duplicate_comes_again_after_it_was_confirmed(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.faults.duplicate.next()
    sim.say(sari.id, "satu")
    sim.say(sari.id, "dua")
    first = await bot.get_updates()
    second = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [update.message.text for update in (*first, *second) if update.message] == ["satu", "dua", "satu"]
    assert second[0].update_id == first[0].update_id
    assert await bot.get_updates(offset=first[-1].update_id + 1) == ()


async def test_two_updates_change_places(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.faults.reorder.next()
    for text in ("satu", "dua", "tiga"):
        sim.say(sari.id, text)
    updates = await bot.get_updates()
    assert [update.message.text for update in updates if update.message] == ["dua", "satu", "tiga"]
    assert [update.update_id for update in updates] == sorted(update.update_id for update in updates)


async def test_an_update_with_nothing_to_change_places_with_comes_late(
    sim: Simulator, bot: Bot, sari: Person
) -> None:
    sim.faults.reorder.next()
    sim.say(sari.id, "satu")
    (update,) = await bot.get_updates(timeout=5)
    assert update.message is not None and update.message.text == "satu"


async def test_a_press_returns_under_a_new_update_id(sim: Simulator, bot: Bot, sari: Person) -> None:
    button = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="y")]])
    await bot.send_message(sari.id, "Ya?", reply_markup=button)
    sim.faults.press_again.next()
    sim.tap(sari.id, "Ya")
    first, again = await bot.get_updates()
    assert first.update_id != again.update_id
    assert first.callback_query is not None and again.callback_query is not None
    assert first.callback_query.id == again.callback_query.id


async def test_a_lost_getupdates_answer_loses_no_update(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.say(sari.id, "halo")
    sim.faults.fail(reset(accepted=True), method="getUpdates")
    with pytest.raises(NetworkError):
        await bot.get_updates()
    (update,) = await bot.get_updates()
    assert update.message is not None and update.message.text == "halo"


async def test_calls_side_by_side_are_not_held_up_by_one_that_hangs(
    sim: Simulator, bot: Bot, sari: Person
) -> None:
    sim.faults.fail(timeout_after_accept(), method="sendMessage")
    hanging = asyncio.create_task(bot.send_message(sari.id, "satu", read_timeout=30))
    await sim.wait_for(lambda: texts(sim) == ["satu"])
    await bot.send_message(sari.id, "dua")
    assert not hanging.done()
    hanging.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hanging
