"""Send what lies in the outbox: messages as calls, files made off the loop from their recipe."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.telegram.calls import Call, call
from bot.telegram.door import Outcome, RawBot, Wrong, send, upload

Maker = Callable[[str, Mapping[str, Any], str], Awaitable["Made"]]


@dataclass(frozen=True)
class Made:
    """A file that is ready to be sent: `kind` is photo or document."""

    name: str
    kind: str
    content: bytes


async def deliver(
    bot: RawBot, chat: int, body: Mapping[str, Any], make: Maker, plain: Callable[[str], str]
) -> Outcome:
    """Deliver one body. A text whose markup Telegram refuses goes once more as plain text."""
    if body["do"] == "file":
        try:
            made = await make(body["recipe"], body["values"], body["language"])
        except Exception as error:
            # It would fail again, and hold up whatever comes after it in this chat.
            return Wrong(f"the file {body['recipe']} could not be made ({type(error).__name__})")
        asked = _file(chat, body, made)
    else:
        asked = call(chat, body)
    outcome = await send(bot, asked.method, asked.parameters)
    if isinstance(outcome, Wrong) and asked.parameters.get("parse_mode"):
        bare = {name: value for name, value in asked.parameters.items() if name != "parse_mode"}
        text = "text" if "text" in bare else "caption"
        return await send(bot, asked.method, {**bare, text: plain(str(bare[text]))})
    return outcome


def _file(chat: int, body: Mapping[str, Any], made: Made) -> Call:
    parameters: dict[str, Any] = {"chat_id": chat, made.kind: upload(made.name, made.content)}
    if body.get("caption"):
        parameters |= {"caption": body["caption"], "parse_mode": "HTML"}
    return Call("sendPhoto" if made.kind == "photo" else "sendDocument", parameters)
