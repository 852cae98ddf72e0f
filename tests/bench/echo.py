"""What the bot is measured against: echoes that keep nothing.

    python -m tests.bench.echo <address> library     python-telegram-bot's Application on our transport
    python -m tests.bench.echo <address> stock       the same on the library's own transport
    python -m tests.bench.echo <address> bare        plain dicts through our own door, none of its objects

All of them have as many sends under way as the bot, at most.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from httpx_aiohttp import AiohttpTransport
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.sending import AT_ONCE
from bot.telegram import receive
from bot.telegram.door import RawBot, enter, make_bot, send
from tests.bench.telegram import TOKEN


async def repeat(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def library(address: str, own_transport: bool) -> None:
    """The library's Application, polling by its Updater, until it is stopped."""

    def request(size: int) -> HTTPXRequest:
        fast = {} if own_transport else {"transport": AiohttpTransport()}
        return HTTPXRequest(connection_pool_size=size, pool_timeout=30.0, httpx_kwargs=fast)

    builder = Application.builder().token(TOKEN).base_url(f"{address}/bot")
    builder = builder.request(request(AT_ONCE)).get_updates_request(request(2))
    application = builder.concurrent_updates(AT_ONCE).build()
    application.add_handler(MessageHandler(filters.TEXT, repeat))
    application.run_polling()


async def bare(bot: RawBot) -> None:
    """The same without any of the library's objects, and without anything kept."""
    places = asyncio.Semaphore(AT_ONCE)
    offset, under_way = 0, set[asyncio.Task[None]]()
    while True:
        updates = await receive.poll(bot, offset)
        offset = receive.after(updates, offset)
        for _, chat, update in receive.keep(updates):
            await places.acquire()
            task = asyncio.create_task(_repeat_bare(bot, places, chat, update))
            under_way.add(task)
            task.add_done_callback(under_way.discard)


async def _repeat_bare(bot: RawBot, places: asyncio.Semaphore, chat: int, update: Mapping[str, Any]) -> None:
    await send(bot, "sendMessage", {"chat_id": chat, "text": update["message"]["text"]})
    places.release()


async def until_stopped(address: str) -> None:
    """Run the bare echo until SIGTERM."""
    bot = make_bot(TOKEN, address)
    await enter(bot, address)
    task = asyncio.create_task(bare(bot))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with suppress(asyncio.CancelledError):
        await task
    await bot.shutdown()


if __name__ == "__main__":
    where, kind = sys.argv[1:]
    if kind == "bare":
        asyncio.run(until_stopped(where))
    else:
        library(where, own_transport=kind == "stock")
