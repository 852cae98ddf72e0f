"""The real bot against the simulator, over HTTP: in this process, or as one of its own to be killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from bot.app import opened
from bot.clock import Clock
from bot.settings import Settings, read_settings
from bot.simulator import Simulator
from bot.workers import Works, run

ROOT = Path(__file__).parents[2]
TOKEN = f"1000001:test-{os.getpid()}-{token_hex(4)}"
"""Of this test process only: a bot that a broken run left behind finds no Telegram that knows it."""


def a_simulator(limits: bool = False) -> Simulator:
    """A Telegram of our own that checks every call against the Bot API, where its description is at hand."""
    simulator = Simulator(token=TOKEN, username="tuntun_bot", name="Tuntun", spec=bot_api_spec())
    simulator.limits = limits
    return simulator


def bot_api_spec() -> Path | None:
    """The machine-readable Bot API: named by BOT_API_SPEC, or beside the checkout; None where it is not."""
    named = os.environ.get("BOT_API_SPEC")
    file = Path(named) if named else ROOT.parent / "shared" / "data" / "botapi-10.0.json"
    return file if file.exists() else None


def settings_for(address: str, database_url: str, **more: object) -> Settings:
    """Settings of a bot at that Telegram, with no limits on sending."""
    return read_settings(
        _env_file=None,
        telegram_bot_token=TOKEN,
        telegram_api_base=address,
        database_url=database_url,
        sends_a_second=0,
        chat_sends_a_second=0,
        **more,
    )


@asynccontextmanager
async def running(settings: Settings, clock: Clock) -> AsyncIterator[Works]:
    """The bot in this process, stopped cleanly at the end."""
    stop = asyncio.Event()
    async with opened(settings, clock, stop) as works:
        loops = asyncio.create_task(run(works))
        try:
            yield works
        finally:
            stop.set()
            await loops


@dataclass
class BotProcess:
    """`python -m bot run` as a process of its own."""

    environment: dict[str, str]
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it; it is up when it first polls."""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            cwd=ROOT, env=self.environment, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip

    async def kill(self) -> None:
        """Make sure that it is gone, however the test went."""
        if self.process is not None and self.process.returncode is None:
            await self.end(signal.SIGKILL)

    async def end(self, how: signal.Signals) -> tuple[int, str]:
        """Send it a signal and wait; its exit status and what it wrote to standard error."""
        assert self.process is not None
        with suppress(ProcessLookupError):
            self.process.send_signal(how)
        _, errors = await asyncio.wait_for(self.process.communicate(), timeout=20)
        return self.process.returncode or 0, errors.decode()


def environment_for(address: str, database_url: str, **more: str) -> dict[str, str]:
    """The environment of a bot process: nothing of ours but what is named here."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONWARNINGS": "error",
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": address,
        "DATABASE_URL": database_url,
        "SENDS_A_SECOND": "0",
        "CHAT_SENDS_A_SECOND": "0",
        **more,
    }
