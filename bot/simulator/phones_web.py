"""The page's side of the server: its files, the phones, downloads, and the clock for page and bot."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from bot.simulator import contents, phones
from bot.simulator.acts import Act, endpoint
from bot.simulator.api import file_response
from bot.simulator.records import Json, Person
from bot.simulator.shown import shown_bot, shown_message, shown_person
from bot.simulator.world import World

PAGE = Path(__file__).parent / "page"
FIRST_PERSON = 1001
LONGEST_WAIT = 60.0
BEAT_SECONDS = 15.0


def routes(world: World) -> list[web.RouteDef]:
    """The routes of this module."""

    async def send_state(_request: web.Request) -> web.Response:
        return web.json_response(state(world))

    async def send_file(request: web.Request) -> web.Response:
        return file_response(world, request.match_info["path"])

    async def events(request: web.Request) -> web.StreamResponse:
        return await send_events(world, request)

    async def target(request: web.Request) -> web.Response:
        return await wait_for_target(world, request)

    return [
        web.get("/", page_file),
        web.get("/static/{name}", page_file),
        web.get("/files/{path:.+}", send_file),
        web.get("/phones/state", send_state),
        web.get("/phones/events", events),
        web.get("/app/clock", target),
        *(web.post(path, endpoint(world, act)) for path, act in ACTS.items()),
    ]


def state(world: World) -> Json:
    """All the page shows."""
    return {
        "bot": shown_bot(world.bot, world.menu),
        "people": [
            {
                **shown_person(person),
                "messages": [shown_message(message) for message in world.chats[person.id].values()],
            }
            for person in world.people.values()
        ],
        "clock": world.clock.as_json(),
    }


def add(world: World, body: Json) -> Json:
    """Somebody new with the next free id."""
    person_id = max(world.people, default=FIRST_PERSON - 1) + 1
    name = str(body["first_name"]).strip()
    if not name:
        raise ValueError("first_name is empty")
    person = Person(person_id, name, str(body.get("language_code") or "id"))
    return shown_person(phones.add_person(world, person))


def start(world: World, body: Json) -> Json:
    """Presses Start, by the link that was opened where there is one."""
    return {"message_id": phones.start(world, body["id"], str(body.get("payload") or ""))}


def open_link(world: World, body: Json) -> Json:
    """Opens a link to the bot; `message_id` is None where nothing is sent yet."""
    return {"message_id": phones.open_link(world, body["id"], str(body.get("payload") or ""))}


def say(world: World, body: Json) -> Json:
    """Sends a text."""
    return {"message_id": phones.say(world, body["id"], str(body["text"]), body.get("reply_to"))}


def press(world: World, body: Json) -> Json:
    """Presses a button."""
    query = phones.press(world, body["id"], int(body["message_id"]), str(body["data"]))
    return {"callback_query_id": query}


def send(world: World, body: Json) -> Json:
    """Sends something that is no text."""
    return {"message_id": contents.send(world, body["id"], str(body["kind"]), str(body.get("caption") or ""))}


def edit(world: World, body: Json) -> Json:
    """Changes a text."""
    phones.edit(world, body["id"], int(body["message_id"]), str(body["text"]))
    return {"message_id": int(body["message_id"])}


def block(world: World, body: Json) -> Json:
    """Blocks or unblocks the bot."""
    person = phones.somebody(world, body["id"])
    phones.set_blocked(world, person, body["blocked"] is True)
    return shown_person(person)


def move_clock(world: World, body: Json) -> Json:
    """Sets the clock's target; `moved` is False where there is nothing to go to."""
    moved = world.clock.advance(str(body["by"]))
    return {"moved": moved, "clock": world.clock.as_json()}


def follow_clock(world: World, body: Json) -> Json:
    """The bot says where its clock stands."""
    due = body.get("next_due")
    world.clock.follow(moment(body["now"]), moment(due) if due else None, arrived=body.get("arrived") is True)
    return {"clock": world.clock.as_json()}


ACTS: dict[str, Act] = {
    "/phones": add,
    "/phones/{id}/start": start,
    "/phones/{id}/open": open_link,
    "/phones/{id}/say": say,
    "/phones/{id}/press": press,
    "/phones/{id}/send": send,
    "/phones/{id}/edit": edit,
    "/phones/{id}/block": block,
    "/clock": move_clock,
    "/app/clock": follow_clock,
}


def moment(text: str) -> datetime:
    """An ISO time as an aware datetime in UTC; ValueError without a zone."""
    read = datetime.fromisoformat(text)
    if read.tzinfo is None:
        raise ValueError(f"{text} names no zone")
    return read.astimezone(UTC)


async def wait_for_target(world: World, request: web.Request) -> web.Response:
    """Long poll of the bot: answers as soon as the clock has a target other than the one `seen`."""
    seen = request.query.get("seen", "")
    timeout = min(float(request.query.get("timeout", "25")), LONGEST_WAIT)
    await world.clock.other_target(moment(seen) if seen else None, timeout)
    return web.json_response({"clock": world.clock.as_json()})


async def page_file(request: web.Request) -> web.StreamResponse:
    """A file of the page; 404 in words where there is none."""
    path = PAGE / Path(request.match_info.get("name", "index.html")).name
    if not path.is_file():
        return web.Response(status=404, text=f"There is no {path.name} here.\n")
    return web.FileResponse(path, headers={"Cache-Control": "no-cache"})


async def send_events(world: World, request: web.Request) -> web.StreamResponse:
    """Server-sent events: all that happens from now on, and a beat while nothing does."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
    await response.prepare(request)
    await response.write(b": here\n\n")
    with world.hub.page() as page:
        while True:
            try:
                async with asyncio.timeout(BEAT_SECONDS):
                    event = await page.get()
            except TimeoutError:
                await response.write(b": beat\n\n")
            else:
                await response.write(b"data: " + json.dumps(event).encode() + b"\n\n")
