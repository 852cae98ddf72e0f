"""The composition root: settings in, a running bot out."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog

from bot import documents
from bot.clock import Clock, FixedClock, WallClock
from bot.database import ready_database
from bot.dialogue.check import problems
from bot.flows.book import FLOWS
from bot.flows.world import Contact, Programme
from bot.mentorship.person import Hours
from bot.sending import Pace, Sender
from bot.settings import Settings, SettingsError, need_token
from bot.telegram import deliver, profile
from bot.telegram.arrivals import arrival
from bot.telegram.door import RawBot, enter, make_bot
from bot.turn import Kit, seeded_tokens
from bot.workers import Signals, Works, run
from prompts.catalog import HERE, Catalog, load
from prompts.markup import plain
from storage.engine import Database, parse_url

log = structlog.get_logger()

REVIEW_EVERY = timedelta(days=365)


def clock_for(settings: Settings) -> Clock:
    """The machine's time, or the moment that a test fixed."""
    return FixedClock(datetime.fromisoformat(settings.fixed_now)) if settings.fixed_now else WallClock()


def programme_for(settings: Settings, bot: str) -> Programme:
    """What the words may say about whoever runs the bot; `bot` is the username that links are made of."""
    contacts = (one.partition("=") for one in settings.crisis_contacts)
    return Programme(
        name=settings.programme_name,
        link=settings.programme_link,
        organiser=settings.organiser_contact,
        bot=bot,
        crisis=tuple(Contact(name.strip(), reach.strip()) for name, _, reach in contacts),
    )


def make_kit(settings: Settings, database: Database, catalog: Catalog, bot: str) -> Kit:
    """What turns are taken with."""
    hours = Hours(settings.quiet_from, settings.quiet_to)
    kit = Kit(database, catalog, programme_for(settings, bot), arrival, hours)
    if not settings.fixed_seed:
        return kit
    return replace(kit, token=seeded_tokens(settings.fixed_seed))


@asynccontextmanager
async def opened(settings: Settings, clock: Clock, stop: asyncio.Event) -> AsyncIterator[Works]:
    """Everything that the loops need, opened in order and closed in reverse; `stop` will end them.

    Raises SettingsError or DoorClosed, each with the remedy, before anything runs.
    """
    bot = make_bot(need_token(settings), settings.telegram_api_base)
    database = await ready_database(settings)
    try:
        _hold_together()
        catalog = load(HERE)
        await enter(bot, settings.telegram_api_base)
        await profile.introduce(bot, catalog)
        signals = Signals(stop=stop)
        pace = Pace(settings.sends_a_second, settings.chat_sends_a_second)
        sender = Sender(database, _send(bot), pace, signals.outbox, signals.inbox.set)
        yield Works(make_kit(settings, database, catalog, bot.username), clock, bot, sender, signals)
    finally:
        await bot.shutdown()
        await database.close()


async def serve(settings: Settings, clock: Clock, stop: asyncio.Event) -> None:
    """Run the bot until `stop` is set."""
    _warn(settings, clock.now())
    async with opened(settings, clock, stop) as works:
        log.info(
            "running", bot=works.bot.username, database=parse_url(settings.database_url).get_backend_name()
        )
        settle_memory()
        await run(works)
    log.info("stopped")


def settle_memory() -> None:
    """What stands after the start stays: looking through it for garbage cost a tenth of every turn."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def _hold_together() -> None:
    """A flow that cannot be gone through is found before anybody meets it."""
    found = [words for flow in FLOWS.values() for words in problems(flow)]
    if found:
        raise SettingsError("\n".join(found))


def _send(bot: RawBot) -> Any:
    async def send(chat: int, body: Mapping[str, Any]) -> Any:
        return await deliver.deliver(bot, chat, body, _make, plain)

    return send


async def _make(recipe: str, values: Mapping[str, Any], language: str) -> deliver.Made:
    made = await asyncio.to_thread(partial(documents.make, recipe, values, language))
    return deliver.Made(made.name, made.kind, made.content)


def _warn(settings: Settings, now: datetime) -> None:
    if not settings.encryption_keys:
        log.warning(
            "ENCRYPTION_KEYS is empty: what people write is stored as plain text in the database. "
            "`python -m bot rotate-key` prints a key and explains."
        )
    if now.date() - settings.crisis_contacts_reviewed > REVIEW_EVERY:
        log.warning("CRISIS_CONTACTS were last reviewed over a year ago: check them, then set the date.")


def set_up_logs(settings: Settings) -> None:
    """Ids and keys, never texts: other libraries only warn, since their debug lines quote."""
    level = getattr(logging, settings.log_level.upper())
    logging.basicConfig(level=logging.WARNING, format="%(name)s %(message)s")
    renderer = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer()
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )
