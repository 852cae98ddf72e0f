"""Load from outside, for benchmarks that run the bot and this server as processes of their own.

    POST   /load  {"people": 5000}                                   a text each, all at once
    POST   /load  {"people": 100, "rounds": 30, "every": 1.0}        an open loop: one a second each
    POST   /load  {"people": 100, "kind": "press", "button": [0, 0]} a button of each one's newest keyboard
    GET    /load                                                     counts; with ?samples=1 every time
    DELETE /load                                                     forgets the counts and times

People are made where they are missing, from id `first` (1,000,000) on. Kinds are `say` (with `texts`, one a
round in turn), `start` and `press`.
"""

import asyncio
import time
from dataclasses import astuple, dataclass

from aiohttp import web

from bot.simulator import phones
from bot.simulator.acts import endpoint
from bot.simulator.records import Json, Message, Person
from bot.simulator.world import World

FIRST_PERSON = 1_000_000


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for; `every` is the seconds between a person's texts, 0 for all at once."""

    people: int
    first: int = FIRST_PERSON
    kind: str = "say"
    texts: tuple[str, ...] = ("halo",)
    rounds: int = 1
    every: float = 0.0
    button: tuple[int, int] = (0, 0)


def routes(world: World) -> list[web.RouteDef]:
    """The routes of this module."""

    async def report(request: web.Request) -> web.Response:
        samples = [astuple(sample) for sample in world.load.samples] if "samples" in request.query else None
        return web.json_response({**counts(world), "samples": samples})

    return [
        web.post("/load", endpoint(world, begin)),
        web.get("/load", report),
        web.delete("/load", endpoint(world, forget)),
    ]


def begin(world: World, body: Json) -> Json:
    """Carries an order out: at once, or at its pace while time passes."""
    order = read_order(body)
    welcome(world, order)
    if order.every:
        task = asyncio.create_task(paced(world, order))
        world.load.running.add(task)
        task.add_done_callback(world.load.running.discard)
    else:
        for turn in range(order.rounds):
            for person_id in range(order.first, order.first + order.people):
                act(world, order, person_id, turn)
    return counts(world)


def forget(world: World, _body: Json) -> Json:
    """Stops what runs and forgets counts and times."""
    world.load.clear()
    return counts(world)


def read_order(given: Json) -> Order:
    """An order from its JSON; ValueError on an unknown kind, TypeError on an unknown field."""
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
    order = Order(**given)
    if order.kind not in ("say", "start", "press"):
        raise ValueError(f"kind is one of say, start, press, not {order.kind!r}")
    return order


def welcome(world: World, order: Order) -> None:
    """Makes the people there are not yet; all but those of a `start` have pressed Start long ago."""
    for person_id in range(order.first, order.first + order.people):
        if person_id not in world.people:
            person = Person(person_id, f"Orang {person_id - order.first + 1}", started=order.kind != "start")
            phones.add_person(world, person)


def act(world: World, order: Order, person_id: int, turn: int) -> None:
    """One person does what the order says, and the clock for the answer starts."""
    world.load.asked(person_id, time.monotonic())
    if order.kind == "start":
        phones.start(world, person_id, "")
    elif order.kind == "say":
        phones.say(world, person_id, order.texts[turn % len(order.texts)], None)
    else:
        message = newest_keyboard(world, person_id)
        row, column = order.button
        phones.press(world, person_id, message.message_id, message.keyboard[row][column].data or "")


def newest_keyboard(world: World, person_id: int) -> Message:
    """The newest message with buttons in a chat; LookupError where there is none."""
    for message in reversed(world.chats[person_id].values()):
        if message.keyboard:
            return message
    raise LookupError(f"person {person_id} has no buttons to press")


async def paced(world: World, order: Order) -> None:
    """Everybody acts once every so many seconds, evenly spread, whether answers come or not."""
    began = time.monotonic()
    for number in range(order.rounds * order.people):
        turn, index = divmod(number, order.people)
        due = began + (turn + index / order.people) * order.every
        if (left := due - time.monotonic()) > 0:
            await asyncio.sleep(left)
        act(world, order, order.first + index, turn)


def counts(world: World) -> Json:
    """How many were asked, answered and wait; `now` is this server's monotonic second."""
    load = world.load
    return {
        "asked": load.asked_in_all,
        "answered": len(load.samples),
        "waiting": sum(len(times) for times in load.waiting.values()),
        "running": len(load.running),
        "now": time.monotonic(),
        "first_available": min((sample.available for sample in load.samples), default=None),
        "last_received": max((sample.received for sample in load.samples), default=None),
    }
