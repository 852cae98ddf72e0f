"""Keyboards: what a reply_markup may hold, and the markup that is kept of it."""

import json

from bot.simulator.entities import checked_url
from bot.simulator.records import Json
from bot.simulator.refusals import bad_request

MOST_BUTTONS = 100
MOST_DATA_BYTES = 64
MOST_COPY_CHARACTERS = 256
INLINE_KINDS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def checked_markup(markup: object) -> Json | None:
    """The reply_markup as Telegram keeps it, None for none; RefusalError in Telegram's words."""
    if markup in (None, ""):
        return None
    if isinstance(markup, str):
        markup = _decoded(markup)
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = [_inline_row(row) for row in _rows(markup["inline_keyboard"], "inline_keyboard")]
        return {"inline_keyboard": [row for row in rows if row]} if any(rows) else None
    if "keyboard" in markup:
        rows = [_reply_row(row) for row in _rows(markup["keyboard"], "keyboard")]
        return {**markup, "keyboard": rows}
    return markup


def _decoded(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        raise bad_request("can't parse reply keyboard markup JSON object") from None


def _rows(rows: object, field: str) -> list[list[object]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        of = " of the InlineKeyboardMarkup" if field == "inline_keyboard" else ""
        raise bad_request(f'field "{field}"{of} must be an Array of Arrays')
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _inline_row(row: list[object]) -> list[Json]:
    return [_inline_button(button) for button in row]


def _inline_button(button: object) -> Json:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    if not button.get("text"):
        raise _unreadable('Can\'t find field "text"')
    if not any(button.get(kind) or (kind in button and kind.startswith("switch")) for kind in INLINE_KINDS):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if url := button.get("url"):
        button = {**button, "url": _button_url(url)}
    if len(button.get("callback_data", "").encode()) > MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"].get("text", "")) <= MOST_COPY_CHARACTERS:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return button


def _button_url(url: str) -> str:
    checked = checked_url(url)
    if checked is None:
        scheme, colon, _ = url.partition("://")
        known = not colon or scheme in ("http", "https", "tg")
        reason = "Wrong HTTP URL" if known else "Unsupported URL protocol"
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {reason}")
    return checked


def _unreadable(words: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {words}")


def _reply_row(row: list[object]) -> list[Json]:
    return [_reply_button(button) for button in row]


def _reply_button(button: object) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not button.get("text"):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    return button
