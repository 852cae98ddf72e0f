"""Telegram's updates, plain dicts, as what the dialogue knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.events import Commanded, Edited, Elsewhere, Event, Pressed, Reached, Said, Sent

Update = Mapping[str, Any]

COMMANDS: Mapping[str, str] = {
    "start": "start",
    "status": "status",
    "menu": "menu",
    "jeda": "pause",
    "pause": "pause",
    "bantuan": "help",
    "help": "help",
    "berhenti": "stop",
    "stop": "stop",
    "lanjut": "resume",
    "resume": "resume",
    "bahasa": "language",
    "language": "language",
    "pengaturan": "settings",
    "settings": "settings",
    "privasi": "privacy",
    "privacy": "privacy",
    "hapus": "erase",
    "delete": "erase",
}
"""Every command in both languages; each works in either."""

KINDS = (
    "sticker",
    "photo",
    "voice",
    "video_note",
    "video",
    "animation",
    "audio",
    "document",
    "location",
    "venue",
    "contact",
    "poll",
    "dice",
)
"""Contents of a message that are not text. Whatever else has content counts as `other`."""

SILENT = frozenset(
    {"pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed"}
)
"""Telegram's own notes in a chat. Nobody said anything, so nobody is answered."""


@dataclass(frozen=True)
class Arrival:
    """One update as the turn takes it: what happened, the person's first name, the language of their app."""

    event: Event[Any]
    language_code: str = ""
    name: str = ""


def chat_of(update: Update) -> int | None:
    """The chat an update belongs to; None for kinds that have none, or that nobody waits for."""
    if "callback_query" in update:
        query = update["callback_query"]
        return int(query["message"]["chat"]["id"]) if "message" in query else int(query["from"]["id"])
    for kind in ("message", "edited_message", "my_chat_member", "channel_post"):
        if kind in update:
            return int(update[kind]["chat"]["id"])
    return None


def arrival(update: Update) -> Arrival | None:
    """What an update means for the dialogue; None where there is nothing to answer."""
    if "callback_query" in update:
        return _pressed(update["callback_query"])
    if "my_chat_member" in update:
        return _member(update["my_chat_member"])
    for kind in ("message", "edited_message", "channel_post"):
        if kind in update:
            return _message(update[kind], edited=kind == "edited_message")
    return None


def _from(event: Event[Any], holder: Mapping[str, Any]) -> Arrival:
    who = holder.get("from", {})
    return Arrival(event, str(who.get("language_code", "")), str(who.get("first_name", "")))


def _pressed(query: Mapping[str, Any]) -> Arrival | None:
    message = query.get("message", {})
    if message and message["chat"]["type"] != "private":
        return Arrival(Elsewhere())
    if "data" not in query:
        return None
    event = Pressed(str(query["data"]), str(query["id"]), int(message.get("message_id", 0)))
    return _from(event, query)


def _member(change: Mapping[str, Any]) -> Arrival | None:
    status = change["new_chat_member"]["status"]
    if change["chat"]["type"] == "private":
        return _from(Reached(status == "member"), change)
    return Arrival(Elsewhere()) if status in ("member", "administrator") else None


def _message(message: Mapping[str, Any], edited: bool) -> Arrival | None:
    if message["chat"]["type"] != "private":
        return None if "left_chat_member" in message else Arrival(Elsewhere())
    event = _edited(message) if edited else _said(message)
    return _from(event, message) if event is not None else None


def _edited(message: Mapping[str, Any]) -> Event[Any] | None:
    return Edited(str(message["text"]), int(message["message_id"])) if "text" in message else None


def _said(message: Mapping[str, Any]) -> Event[Any] | None:
    if "forward_origin" in message:
        return Sent("forwarded")
    if "text" in message:
        text = str(message["text"])
        return _command(text) or Said(text, message=int(message["message_id"]), about=_about(message))
    if any(note in message for note in SILENT):
        return None
    return Sent(next((kind for kind in KINDS if kind in message), "other"))


def _command(text: str) -> Commanded | None:
    if not text.startswith("/"):
        return None
    head, _, argument = text[1:].partition(" ")
    name = head.partition("@")[0].lower()
    return Commanded(COMMANDS.get(name, name), argument.strip())


def _about(message: Mapping[str, Any]) -> int | None:
    """The conversation whose question was replied to: its buttons carry the number."""
    markup = message.get("reply_to_message", {}).get("reply_markup", {})
    for row in markup.get("inline_keyboard", ()):
        for button in row:
            head = str(button.get("callback_data", "")).partition(":")[0]
            if head.isdecimal():
                return int(head)
    return None
