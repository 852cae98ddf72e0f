"""Parameters of a request: read from the query, a form, JSON or multipart, and decoded by their names."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.simulator.records import Json

INTEGERS = {"cache_time", "limit", "max_connections", "message_id", "message_thread_id", "offset", "timeout"}
BOOLEANS = {
    "allow_paid_broadcast",
    "disable_content_type_detection",
    "disable_notification",
    "drop_pending_updates",
    "has_spoiler",
    "protect_content",
    "show_alert",
    "show_caption_above_media",
}
OBJECTS = {
    "allowed_updates",
    "caption_entities",
    "commands",
    "entities",
    "link_preview_options",
    "menu_button",
    "reply_markup",
    "reply_parameters",
    "scope",
    "suggested_post_parameters",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    mime_type: str
    content: bytes


async def read_params(request: web.Request) -> Json:
    """All parameters of a request, decoded; uploads as Upload."""
    params: dict[str, Any] = dict(request.query)
    kind = request.content_type
    if kind == "multipart/form-data":
        params.update(await _read_multipart(request))
    elif request.can_read_body:
        body = await request.text()
        if kind == "application/json":
            params.update(json.loads(body))
        else:
            params.update(parse_qsl(body, keep_blank_values=True))
    return {name: decoded(name, value) for name, value in params.items()}


async def _read_multipart(request: web.Request) -> dict[str, Any]:
    form = await request.post()
    return {
        name: value
        if isinstance(value, str)
        else Upload(value.filename, value.content_type, value.file.read())
        for name, value in form.items()
        if isinstance(value, str | web.FileField)
    }


def decoded(name: str, value: Any) -> Any:
    """A form's string as the number, truth value or object its name promises; as it is where it is none."""
    if not isinstance(value, str):
        return value
    if name == "chat_id" or name in INTEGERS:
        return int(value) if value.removeprefix("-").isdecimal() else value
    if name in BOOLEANS:
        return {"true": True, "false": False}.get(value.lower(), value)
    if name in OBJECTS:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
