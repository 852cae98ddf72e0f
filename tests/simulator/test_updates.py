"""getUpdates: the long poll, what it confirms, and whom it refuses."""

import asyncio

import pytest
from aiohttp import ClientSession
from telegram import Bot
from telegram.error import Conflict

from bot.simulator import Person, Simulator


def texts(updates: object) -> list[str]:
    assert isinstance(updates, tuple)
    return [update.message.text for update in updates]


async def until_polled(sim: Simulator) -> None:
    """Until the bot's poll has arrived and waits."""
    await sim.wait_for(lambda: sim.world.updates.polled)


async def test_a_waiting_poll_wakes_when_something_is_said(sim: Simulator, bot: Bot, sari: Person) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=30))
    await until_polled(sim)
    assert not waiting.done()
    sim.say(sari.id, "halo")
    assert texts(await waiting) == ["halo"]


async def test_a_poll_without_news_comes_back_empty(bot: Bot) -> None:
    assert await bot.get_updates(timeout=0) == ()


async def test_updates_come_again_until_a_later_offset_confirms_them(
    sim: Simulator, bot: Bot, sari: Person
) -> None:
    sim.say(sari.id, "satu")
    sim.say(sari.id, "dua")
    first, second = await bot.get_updates()
    assert second.update_id == first.update_id + 1
    assert texts(await bot.get_updates()) == ["satu", "dua"]
    assert texts(await bot.get_updates(offset=second.update_id)) == ["dua"]
    assert await bot.get_updates(offset=second.update_id + 1) == ()


async def test_limit_takes_the_oldest(sim: Simulator, bot: Bot, sari: Person) -> None:
    for text in ("satu", "dua", "tiga"):
        sim.say(sari.id, text)
    assert texts(await bot.get_updates(limit=2)) == ["satu", "dua"]


async def test_a_hundred_are_the_most(sim: Simulator, bot: Bot, sari: Person) -> None:
    for number in range(101):
        sim.say(sari.id, str(number))
    assert len(await bot.get_updates()) == 100


async def test_a_negative_offset_keeps_the_last_and_forgets_the_rest(
    sim: Simulator, bot: Bot, sari: Person
) -> None:
    for text in ("satu", "dua", "tiga"):
        sim.say(sari.id, text)
    assert texts(await bot.get_updates(offset=-1)) == ["tiga"]
    assert texts(await bot.get_updates()) == ["tiga"]


async def test_only_the_kinds_asked_for_are_queued_from_then_on(
    sim: Simulator, bot: Bot, sari: Person
) -> None:
    await bot.get_updates(allowed_updates=["message"])
    sim.block(sari.id)
    sim.unblock(sari.id)
    sim.say(sari.id, "halo")
    assert texts(await bot.get_updates()) == ["halo"]


async def test_a_second_poll_ends_the_first(sim: Simulator, bot: Bot, address: str, sari: Person) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await until_polled(sim)
    async with Bot(bot.token, base_url=f"{address}/bot") as other:
        second = asyncio.create_task(other.get_updates(timeout=30))
        words = "terminated by other getUpdates request; make sure that only one bot instance is running"
        with pytest.raises(Conflict, match=words):
            await first
        sim.say(sari.id, "halo")
        assert texts(await second) == ["halo"]


async def test_a_poll_whose_bot_died_takes_nothing_with_it(sim: Simulator, bot: Bot, sari: Person) -> None:
    dying = asyncio.create_task(bot.get_updates(timeout=30))
    await until_polled(sim)
    dying.cancel()
    sim.say(sari.id, "halo")
    assert texts(await bot.get_updates(timeout=5)) == ["halo"]


async def test_beside_a_webhook_there_is_no_polling(sim: Simulator, bot: Bot) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=30))
    await until_polled(sim)
    await bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(Conflict, match=r"terminated by setWebhook request"):
        await waiting
    with pytest.raises(Conflict, match=r"can't use getUpdates method while webhook is active; use deleteWeb"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_raw_update_is_delivered_as_it_is_and_repeats_come_again(
    sim: Simulator, bot: Bot, http: ClientSession, sari: Person
) -> None:
    sim.say(sari.id, "halo")
    (said,) = await bot.get_updates()
    await bot.get_updates(offset=said.update_id + 1)
    update_id = sim.inject({"future_kind": {"something": 1}})
    sim.inject({"update_id": said.update_id, "message": {"message_id": 1, "date": 0, "chat": {"id": 1}}})
    next_ones = {"offset": said.update_id + 1}
    async with http.post("/bot111:demo/getUpdates", data=next_ones) as answer:
        updates = (await answer.json())["result"]
    assert [update["update_id"] for update in updates] == [said.update_id, update_id]
    assert updates[1]["future_kind"] == {"something": 1}
    async with http.post("/bot111:demo/getUpdates", data=next_ones) as answer:
        updates = (await answer.json())["result"]
    assert [update["update_id"] for update in updates] == [update_id]
    sim.violations.clear()


async def test_quiet_waits_until_all_was_taken(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.say(sari.id, "halo")
    quiet = asyncio.create_task(sim.quiet(seconds=0.05))
    await asyncio.sleep(0.1)
    assert not quiet.done()
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    await quiet


async def test_waiting_in_vain_says_what_happened_instead(sim: Simulator, bot: Bot) -> None:
    await bot.get_me()
    with pytest.raises(TimeoutError, match=r"0 updates pending; last calls: .*getMe"):
        await sim.wait_for(lambda: sim.messages(101), timeout=0.05)
