"""Webhook delivery as Telegram does it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.simulator import Person, Simulator


@dataclass
class Receiver:
    """A bot's web server: keeps what it gets and answers when it is let."""

    url: str = ""
    got: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    may_answer: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def receive(self, request: web.Request) -> web.Response:
        async with self.arrived:
            self.got.append(await request.json())
            self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
            self.arrived.notify_all()
        await self.may_answer.wait()
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    async def wait_for(self, count: int) -> None:
        async with asyncio.timeout(10), self.arrived:
            await self.arrived.wait_for(lambda: len(self.got) >= count)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got if "message" in update]


@asynccontextmanager
async def listening() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield receiver
    finally:
        receiver.may_answer.set()
        await runner.cleanup()


@pytest.fixture
async def receiver(sim: Simulator) -> AsyncIterator[Receiver]:
    sim.world.webhook_delay = 0.01
    async with listening() as listener:
        yield listener


async def test_updates_are_posted_with_the_secret(
    sim: Simulator, bot: Bot, receiver: Receiver, sari: Person
) -> None:
    receiver.may_answer.set()
    await bot.set_webhook(receiver.url, secret_token="s3cret", allowed_updates=["message"])
    sim.say(sari.id, "halo")
    await receiver.wait_for(1)
    assert receiver.got[0]["message"]["text"] == "halo"
    assert receiver.secrets == ["s3cret"]
    info = await bot.get_webhook_info()
    assert (info.url, info.allowed_updates) == (receiver.url, ("message",))


async def test_a_chat_has_one_in_flight_and_presses_do_not_wait_for_it(
    sim: Simulator, bot: Bot, receiver: Receiver, sari: Person
) -> None:
    button = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="y")]])
    await bot.send_message(sari.id, "Ya?", reply_markup=button)
    sim.add_person(102).started = True
    await bot.set_webhook(receiver.url)
    sim.say(sari.id, "satu")
    sim.say(sari.id, "dua")
    sim.tap(sari.id, "Ya")
    sim.say(102, "lain")
    await receiver.wait_for(3)
    assert receiver.texts() == ["satu", "lain"]
    assert sum("callback_query" in update for update in receiver.got) == 1
    assert (await bot.get_webhook_info()).pending_update_count == 4
    receiver.may_answer.set()
    await receiver.wait_for(4)
    assert receiver.texts() == ["satu", "lain", "dua"]
    await sim.wait_for(lambda: len(sim.world.updates) == 0)


async def test_an_update_comes_again_until_the_bot_says_2xx(
    sim: Simulator, bot: Bot, receiver: Receiver, sari: Person
) -> None:
    receiver.may_answer.set()
    receiver.statuses = [500, 403]
    await bot.set_webhook(receiver.url)
    sim.say(sari.id, "satu")
    sim.say(sari.id, "dua")
    await receiver.wait_for(4)
    assert receiver.texts() == ["satu", "satu", "satu", "dua"]
    assert len({update["update_id"] for update in receiver.got}) == 2
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 403 Forbidden"


async def test_a_bot_that_is_not_there_gets_it_later_by_polling(
    sim: Simulator, bot: Bot, receiver: Receiver, sari: Person
) -> None:
    await bot.set_webhook("http://127.0.0.1:1/hook")
    sim.say(sari.id, "halo")
    await sim.wait_for(lambda: sim.world.webhook.error)
    await bot.delete_webhook()
    (update,) = await bot.get_updates()
    assert update.message is not None and update.message.text == "halo"


async def test_a_new_webhook_gets_what_is_pending_unless_it_is_dropped(
    sim: Simulator, bot: Bot, receiver: Receiver, sari: Person
) -> None:
    receiver.may_answer.set()
    sim.say(sari.id, "satu")
    await bot.set_webhook(receiver.url)
    await receiver.wait_for(1)
    await sim.wait_for(lambda: len(sim.world.updates) == 0)
    await bot.set_webhook("")
    sim.say(sari.id, "dua")
    await bot.set_webhook(receiver.url, drop_pending_updates=True)
    sim.say(sari.id, "tiga")
    await receiver.wait_for(2)
    assert receiver.texts() == ["satu", "tiga"]


async def test_a_duplicate_is_posted_twice(
    sim: Simulator, bot: Bot, receiver: Receiver, sari: Person
) -> None:
    receiver.may_answer.set()
    await bot.set_webhook(receiver.url)
    sim.faults.duplicate.next()
    sim.say(sari.id, "halo")
    await receiver.wait_for(2)
    assert receiver.got[0] == receiver.got[1]


async def test_webhooks_that_cannot_be_set(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)^Bad webhook: An HTTPS URL must be provided for webhook$"):
        await bot.set_webhook("not-a-url")
    with pytest.raises(BadRequest, match=r"^Secret token contains unallowed characters$"):
        await bot.set_webhook("http://127.0.0.1:1/hook", secret_token="a b")
    info = await bot.get_webhook_info()
    assert info.url == ""
