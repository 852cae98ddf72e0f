"""The Bot API over HTTP: one request in, one answer out, with the faults on the way."""

import asyncio
import json
import socket
import struct
import time
from collections.abc import Callable

from aiohttp import web

from bot.simulator import files, methods, refusals, settings_methods, webhooks
from bot.simulator.params import read_params
from bot.simulator.records import Call, Json
from bot.simulator.refusals import RefusalError
from bot.simulator.world import World

LONGEST_POLL = 50
METHODS: dict[str, Callable[[World, Json], object]] = {
    "answerCallbackQuery": methods.answer_callback_query,
    "deleteMessage": methods.delete_message,
    "deleteWebhook": webhooks.delete_webhook,
    "editMessageReplyMarkup": methods.edit_message_reply_markup,
    "editMessageText": methods.edit_message_text,
    "getFile": files.get_file,
    "getMe": settings_methods.get_me,
    "getWebhookInfo": webhooks.get_webhook_info,
    "leaveChat": methods.leave_chat,
    "sendChatAction": methods.send_chat_action,
    "sendDocument": files.send_document,
    "sendMessage": methods.send_message,
    "sendPhoto": files.send_photo,
    "setChatMenuButton": settings_methods.set_chat_menu_button,
    "setMyCommands": settings_methods.set_my_commands,
    "setMyDescription": settings_methods.set_my_description,
    "setMyShortDescription": settings_methods.set_my_short_description,
    "setWebhook": webhooks.set_webhook,
}
CANONICAL = {name.lower(): name for name in (*METHODS, "getUpdates")}


def routes(world: World) -> list[web.RouteDef]:
    """The routes of one bot's API, its downloads, and the refusal of every other token."""

    async def call(request: web.Request) -> web.StreamResponse:
        return await answer(world, request)

    async def download(request: web.Request) -> web.StreamResponse:
        return file_response(world, request.match_info["path"])

    async def other_token(request: web.Request) -> web.StreamResponse:
        well_formed = request.match_info["token"].partition(":")[0].isdecimal() and ":" in request.path
        return response(refusals.wrong_token() if well_formed else refusals.unknown_path())

    return [
        web.route("*", f"/bot{world.token}/{{method}}", call),
        web.get(f"/file/bot{world.token}/{{path:.+}}", download),
        web.route("*", "/bot{token}/{method}", other_token),
        web.get("/file/bot{token}/{path:.+}", other_token),
    ]


async def answer(world: World, request: web.Request) -> web.StreamResponse:
    """One call of a method: what Telegram does, what it says, and what of that the bot gets to hear."""
    at = time.monotonic()
    name = request.match_info["method"]
    method = CANONICAL.get(name.lower(), name)
    try:
        params = await read_params(request)
    except ValueError:
        return response(refusals.bad_request("can't parse parameters JSON object"))
    fault = world.faults.take(method)
    said: Json | RefusalError | None
    if fault is None or fault.accepted:
        said = await perform(world, method, params, at)
    if fault is not None:
        said = fault.answer
    body = said.payload() if isinstance(said, RefusalError) else said
    world.calls.append(Call(method, params, body, at))
    world.hub.changed()
    if fault is not None:
        await asyncio.sleep(fault.stall)
    return cut(request) if said is None else response(said)


async def perform(world: World, method: str, params: Json, at: float) -> Json | RefusalError:
    """Does what the call asks; checks both ways against the Bot API where its description is at hand."""
    if world.spec is not None:
        world.violations.extend(world.spec.check_request(method, params))
    try:
        if method == "getUpdates":
            result: object = await get_updates(world, params)
        elif method in METHODS:
            result = METHODS[method](world, params)
        else:
            return refusals.unknown_method()
    except RefusalError as refusal:
        return refusal
    if world.spec is not None:
        world.violations.extend(world.spec.check_result(method, result))
    if method == "sendMessage":
        world.load.answered(params["chat_id"], at)
    return {"ok": True, "result": result}


async def get_updates(world: World, params: Json) -> list[Json]:
    """getUpdates: what has come since, at once or as soon as something does within the timeout."""
    if world.webhook.url:
        raise refusals.webhook_is_set()
    if isinstance(allowed := params.get("allowed_updates"), list):
        world.updates.allowed = allowed
    limit = params.get("limit", 100)
    timeout = min(params.get("timeout", 0), LONGEST_POLL)
    return await world.updates.poll(params.get("offset", 0), max(1, min(limit, 100)), timeout)


def response(said: Json | RefusalError) -> web.Response:
    """The HTTP response to an answer."""
    if isinstance(said, RefusalError):
        wait = said.parameters.get("retry_after")
        return web.Response(
            status=said.code,
            body=json.dumps(said.payload()).encode(),
            content_type="application/json",
            headers={"Retry-After": str(wait)} if wait else None,
        )
    return web.Response(body=json.dumps(said).encode(), content_type="application/json")


def cut(request: web.Request) -> web.Response:
    """Resets the connection without an answer."""
    transport = request.transport
    if transport is not None:
        line = transport.get_extra_info("socket")
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response()


def file_response(world: World, path: str) -> web.Response:
    """A file by its file_path."""
    file = next((file for file in world.files.values() if file.path == path), None)
    if file is None:
        return response(refusals.unknown_path())
    return web.Response(body=file.content, content_type=file.mime_type)
