"""The outbox's neutral bodies as Bot API calls, plain dicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Call:
    """One Bot API call."""

    method: str
    parameters: dict[str, Any]


def call(chat: int, body: Body) -> Call:
    """The call that a body asks for; files go by `deliver`. Raises KeyError for an unknown one."""
    return CALLS[body["do"]](chat, body)


def _say(chat: int, body: Body) -> Call:
    parameters = {
        "chat_id": chat,
        "text": body["html"],
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    return Call("sendMessage", {**parameters, **_markup(body)})


def _toast(_chat: int, body: Body) -> Call:
    parameters = {"callback_query_id": body["query"]}
    return Call("answerCallbackQuery", {**parameters, "text": body["text"]} if body["text"] else parameters)


def _retick(chat: int, body: Body) -> Call:
    return Call("editMessageReplyMarkup", {"chat_id": chat, "message_id": body["message"], **_markup(body)})


def _menu(chat: int, body: Body) -> Call:
    scope = {"type": "chat", "chat_id": chat}
    return Call("setMyCommands", {"commands": body["commands"], "scope": scope})


def _leave(chat: int, _body: Body) -> Call:
    return Call("leaveChat", {"chat_id": chat})


CALLS = {"say": _say, "toast": _toast, "retick": _retick, "menu": _menu, "leave": _leave}


def _markup(body: Body) -> dict[str, Any]:
    rows = [[_button(button) for button in row] for row in body.get("rows", ())]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _button(button: Body) -> dict[str, str]:
    if "link" in button:
        return {"text": button["label"], "url": button["link"]}
    return {"text": button["label"], "callback_data": button["data"]}
