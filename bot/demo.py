"""The bot and a Telegram on this machine, in one process, with a clock that can be moved."""

from __future__ import annotations

import asyncio
import webbrowser
from datetime import datetime
from pathlib import Path

import structlog

from bot.app import opened
from bot.clock import MovedClock
from bot.settings import Settings, read_settings
from bot.simulator import Simulator, serve
from bot.workers import Works, run
from storage.cipher import new_key
from storage.counts import counts
from storage.plan import next_due

log = structlog.get_logger()

TOKEN = "1000001:demo"  # noqa: S105
PORT = 8422
STOP_SECONDS = 10.0
"""How long the clock waits at a due row for it to be delivered before it goes on."""


async def demo(folder: Path, stop: asyncio.Event, port: int = PORT, browse: bool = True) -> None:
    """Run the demo until `stop` is set: its database and its key lie in `folder`."""
    simulator = Simulator(token=TOKEN, username="tuntun_bot", name="Tuntun")
    simulator.add_person(101, first_name="Sari", language_code="id")
    simulator.add_person(102, first_name="Pak Budi", language_code="id")
    async with serve(simulator, host="127.0.0.1", port=port) as address:
        log.info("open this page", address=address)
        if browse:
            await asyncio.to_thread(webbrowser.open, address)
        await _live(_settings(folder, address), simulator, stop)


def _settings(folder: Path, address: str) -> Settings:
    return read_settings(
        telegram_bot_token=TOKEN,
        telegram_api_base=address,
        database_url=f"sqlite:///{folder / 'demo.db'}",
        encryption_keys=(_key(folder / "demo.key"),),
        sends_a_second=0,
        chat_sends_a_second=0,
    )


def _key(file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(new_key())
    return file.read_text().strip()


async def _live(settings: Settings, simulator: Simulator, stop: asyncio.Event) -> None:
    clock = MovedClock()
    async with opened(settings, clock, stop) as works:
        following = asyncio.create_task(_follow(simulator, clock, works))
        await run(works)
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


async def _follow(simulator: Simulator, clock: MovedClock, works: Works) -> None:
    """Go where the page wants the clock to go, stopping at each due row; tell the page where it stands."""
    while True:
        target = await simulator.clock.other_target(None, timeout=1.0)
        if target is not None:
            await _walk(simulator, clock, works, target)
        due = await works.kit.database.run(next_due)
        simulator.clock.follow(clock.now(), due, arrived=target is not None)


async def _walk(simulator: Simulator, clock: MovedClock, works: Works, target: datetime) -> None:
    while clock.now() < target:
        due = await works.kit.database.run(next_due)
        clock.reach(min(target, due) if due is not None else target)
        simulator.clock.follow(clock.now(), due, arrived=False)
        await _settled(works)


async def _settled(works: Works) -> None:
    """Wait until what is due has been taken up and delivered."""
    deadline = asyncio.get_running_loop().time() + STOP_SECONDS
    await asyncio.sleep(0.05)
    while asyncio.get_running_loop().time() < deadline:
        due = await works.kit.database.run(next_due)
        queues = await works.kit.database.run(counts)
        if not queues.inbox and not queues.outbox and (due is None or due > works.clock.now()):
            return
        await asyncio.sleep(0.05)
