"""Long polling of our own: a whole answer is stored in one transaction, and only then acknowledged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.telegram.arrivals import chat_of
from bot.telegram.door import POLL_SECONDS, READ_SECONDS, RawBot

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
MOST = 100


async def poll(bot: RawBot, offset: int, wait: int = POLL_SECONDS) -> Sequence[Mapping[str, Any]]:
    """The updates from `offset` on, at once or within `wait` seconds. Acknowledges those before."""
    asked = {"offset": offset, "timeout": wait, "limit": MOST, "allowed_updates": list(ALLOWED)}
    answer = await bot.call("getUpdates", asked, read_timeout=wait + READ_SECONDS)
    return answer if isinstance(answer, list) else []


def after(updates: Sequence[Mapping[str, Any]], offset: int) -> int:
    """The offset that acknowledges these updates."""
    return max((int(update["update_id"]) + 1 for update in updates), default=offset)


def keep(updates: Sequence[Mapping[str, Any]]) -> list[tuple[int, int, Mapping[str, Any]]]:
    """The updates that belong to a chat, as (update id, chat, update)."""
    found = ((int(update["update_id"]), chat_of(update), update) for update in updates)
    return [(id, chat, update) for id, chat, update in found if chat is not None]
