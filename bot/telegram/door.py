"""The library's Bot, made once, and its answers sorted into what a deliverer does with them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

os.environ.setdefault("PTB_TIMEDELTA", "true")  # read when the library is imported

from httpx_aiohttp import AiohttpTransport
from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

POLL_SECONDS = 25
READ_SECONDS = 20.0


class DoorClosed(Exception):
    """Telegram does not let this bot in; the words say what to do."""


@dataclass(frozen=True)
class Sent:
    """Done. `message` is the id of what was sent, where something was."""

    message: int | None = None


@dataclass(frozen=True)
class Later:
    """Not now: try again after so many seconds. `told` where Telegram named the wait."""

    seconds: float | None = None

    @property
    def told(self) -> bool:
        return self.seconds is not None


@dataclass(frozen=True)
class Gone:
    """Nobody is there: blocked, deleted, never started, or no such chat."""


@dataclass(frozen=True)
class Wrong:
    """Telegram refuses what was sent; `words` are its own."""

    words: str


Outcome = Sent | Later | Gone | Wrong

_NOBODY = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")
_HARMLESS = (
    "message is not modified",
    "query is too old",
    "message to edit not found",
    "message can't be edited",
)


class RawBot(Bot):
    """The library's Bot with its calls as plain dicts: building its objects costs a third of a turn.

    `do_api_request` would do, but it warns of every method that the library has an own one for.
    """

    async def call(
        self, method: str, parameters: Mapping[str, Any], read_timeout: float = READ_SECONDS
    ) -> Any:
        """Make one Bot API call; its plain result. Raises the library's TelegramError."""
        return await self._post(method, dict(parameters), read_timeout=read_timeout)


def make_bot(token: str, base: str, connections: int = 64) -> RawBot:
    """A Bot on the fast transport. `base` is the Bot API's address without a path."""

    def request(size: int) -> HTTPXRequest:
        return HTTPXRequest(
            connection_pool_size=size,
            read_timeout=READ_SECONDS,
            connect_timeout=10.0,
            pool_timeout=30.0,
            httpx_kwargs={"transport": AiohttpTransport()},
        )

    return RawBot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request(connections),
        get_updates_request=request(2),
    )


async def enter(bot: RawBot, base: str) -> str:
    """Start the Bot and tell its username. Raises DoorClosed with the remedy."""
    try:
        await bot.initialize()
    except InvalidToken:
        raise DoorClosed(
            f"TELEGRAM_BOT_TOKEN or TELEGRAM_API_BASE is wrong: {base} knows no such bot. "
            "Compare the token with @BotFather's, and give the address without a path."
        ) from None
    except NetworkError:
        raise DoorClosed(
            f"TELEGRAM_API_BASE: no answer from {base}. Is the address right, and the network up?"
        ) from None
    return bot.username


async def send(bot: RawBot, method: str, parameters: Mapping[str, Any]) -> Outcome:
    """Make one Bot API call and sort its answer. A lost answer counts as not sent: it may repeat once."""
    try:
        answer = await bot.call(method, parameters)
    except RetryAfter as wait:
        after = wait.retry_after
        return Later(after.total_seconds() if hasattr(after, "total_seconds") else float(after))
    except Forbidden:
        return Gone()
    except BadRequest as refused:
        return _refused(refused.message)
    except (NetworkError, TelegramError):
        return Later()
    return Sent(answer.get("message_id") if isinstance(answer, dict) else None)


def _refused(words: str) -> Outcome:
    small = words.lower()
    if any(known in small for known in _HARMLESS):
        return Sent()
    return Gone() if any(known in small for known in _NOBODY) else Wrong(words)


def upload(name: str, content: bytes) -> InputFile:
    """A file as a parameter of a call."""
    return InputFile(content, filename=name)


def why(error: Exception) -> str:
    """What an operator may think of an error while updates are received."""
    if isinstance(error, Conflict):
        return "another process polls for this bot, or a webhook is set"
    return "Telegram does not answer" if isinstance(error, TelegramError) else "the database does not answer"
