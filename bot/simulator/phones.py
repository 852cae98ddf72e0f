"""What people do on their phones, and the updates the bot gets of it."""

import re
import time
from dataclasses import replace

from bot.simulator.entities import is_blank, trimmed, utf16_length, with_found
from bot.simulator.records import Group, Json, Message, Person, Query
from bot.simulator.shown import shown_person
from bot.simulator.world import World

MOST_UNITS = 4096
QUERY_SECONDS = 30.0
FIRST_QUERY_ID = 4_000_000_000_000_000
START_CODE = re.compile(r"[A-Za-z0-9_-]{0,64}")


def add_person(world: World, person: Person) -> Person:
    """Somebody new, who has not pressed Start yet."""
    world.people[person.id] = person
    world.chats.setdefault(person.id, {})
    tell_person(world, person)
    return person


def tell_person(world: World, person: Person) -> None:
    """Something about the person changed that the page shows."""
    world.hub.tell(lambda: {"type": "person", "person": shown_person(person)})


def somebody(world: World, person_id: int) -> Person:
    """A person by id; LookupError where there is none, ValueError once their account is deleted."""
    person = world.people.get(person_id)
    if person is None:
        raise LookupError(f"there is no person {person_id}")
    if person.deleted:
        raise ValueError(f"the account of person {person_id} is deleted")
    return person


def writer(world: World, person_id: int) -> Person:
    """A person who may write to the bot: pressed Start and has not blocked it, else ValueError."""
    person = somebody(world, person_id)
    if not person.started:
        raise ValueError(f"person {person_id} has not pressed Start yet")
    if person.blocked:
        raise ValueError(f"person {person_id} has blocked the bot")
    return person


def start(world: World, person_id: int, payload: str) -> int:
    """Presses Start (or Restart, which unblocks), by the payload or else by the link opened last.

    Gives the message id; ValueError for a payload that no link may carry.
    """
    person = somebody(world, person_id)
    code = _start_code(payload) or person.link
    set_blocked(world, person, False)
    if not person.started or person.link:
        person.started, person.link = True, ""
        tell_person(world, person)
    return say(world, person_id, f"/start {code}".rstrip(), None)


def open_link(world: World, person_id: int, payload: str) -> int | None:
    """Opens a t.me link to the bot: the id of the "/start payload" that an open chat sends at once.

    None where nothing is sent: a link without a payload only opens the chat, and who has not started, or has
    blocked the bot, sees a button first; the link waits for it. ValueError for a payload no link may carry.
    """
    person = somebody(world, person_id)
    code = _start_code(payload)
    if person.started and not person.blocked:
        return start(world, person_id, code) if code else None
    person.link = code
    tell_person(world, person)
    return None


def _start_code(payload: str) -> str:
    if START_CODE.fullmatch(payload) is None:
        raise ValueError(f"a start code is at most 64 of A-Z a-z 0-9 _ and -, not {payload!r}")
    return payload


def say(world: World, person_id: int, text: str, reply_to: int | None) -> int:
    """Sends a text; a long one goes out in several messages, as Telegram's apps do. Gives the last id."""
    person = writer(world, person_id)
    if not text:
        raise ValueError("there is nothing to say")
    if not is_blank(text):
        text, _ = trimmed(text, [])
    message_id = 0
    for part in parts(text):
        message_id = arrive(world, person.id, person, text=part, reply_to=reply_to).message_id
    return message_id


def parts(text: str) -> list[str]:
    """The text in pieces of at most 4,096 UTF-16 units."""
    if utf16_length(text) <= MOST_UNITS:
        return [text]
    pieces, piece, units = [], "", 0
    for character in text:
        width = 2 if ord(character) > 0xFFFF else 1
        if units + width > MOST_UNITS:
            pieces.append(piece)
            piece, units = "", 0
        piece += character
        units += width
    return [*pieces, piece]


def arrive(
    world: World,
    chat_id: int,
    person: Person,
    *,
    text: str = "",
    content: Json | None = None,
    reply_to: int | None = None,
) -> Message:
    """A person's message appears in a chat and goes to the bot."""
    message = world.put(
        Message(
            message_id=world.next_message_id(),
            chat_id=chat_id,
            from_bot=False,
            sender=person.id,
            date=world.clock.unix(),
            text=text,
            entities=tuple(with_found(text, [])),
            content=content or {},
            reply_to=reply_to,
        )
    )
    world.updates.add("message", world.wire(message))
    return message


def edit(world: World, person_id: int, message_id: int, text: str) -> None:
    """A person changes a text of theirs."""
    person = writer(world, person_id)
    message = world.find(person.id, message_id)
    if message is None or message.from_bot or not message.text or not text:
        raise ValueError(f"message {message_id} is no text of person {person_id}")
    entities = tuple(with_found(text, []))
    changed = replace(message, text=text, entities=entities, edited=world.clock.unix(), reworded=True)
    world.updates.add("edited_message", world.wire(world.change(changed)))


def press(world: World, person_id: int, message_id: int, data: str) -> str:
    """A press of a button becomes a callback_query; gives its id.

    The button may be gone by now, as on a phone that has not caught up; so may the message, and then the
    query carries an inaccessible one.
    """
    person = writer(world, person_id)
    message = world.find(person.id, message_id)
    now = time.monotonic()
    _forget_queries_before(world, now - QUERY_SECONDS)
    world.pressed += 1
    query = world.queries[str(FIRST_QUERY_ID + world.pressed)] = Query(
        str(FIRST_QUERY_ID + world.pressed), person.id, now
    )
    gone = {"chat": person.chat(), "message_id": message_id, "date": 0}
    payload: Json = {
        "id": query.id,
        "from": person.user(),
        "message": world.wire(message) if message else gone,
        "chat_instance": str(person.id),
        "data": data,
    }
    world.updates.add("callback_query", payload)
    return query.id


def _forget_queries_before(world: World, moment: float) -> None:
    while world.queries:
        oldest = next(iter(world.queries.values()))
        if oldest.since >= moment:
            return
        del world.queries[oldest.id]


def set_blocked(world: World, person: Person, blocked: bool) -> None:
    """The person blocks or unblocks the bot; the bot hears of it as my_chat_member."""
    if person.blocked == blocked:
        return
    person.blocked = blocked
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    tell_membership(world, person.chat(), person.user(), before, after)
    tell_person(world, person)


def tell_membership(world: World, chat: Json, by: Json, before: str, after: str) -> None:
    """The bot's place in a chat changed: `member`, `kicked` or `left`."""
    world.updates.add(
        "my_chat_member",
        {
            "chat": chat,
            "from": by,
            "date": world.clock.unix(),
            "old_chat_member": _membership(world, before),
            "new_chat_member": _membership(world, after),
        },
    )


def _membership(world: World, status: str) -> Json:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"status": status, "user": world.bot, **until}


def set_typing(world: World, person: Person, on: bool) -> None:
    """The bot is (no longer) seen typing in the person's chat."""
    if person.typing != on:
        person.typing = on
        world.hub.tell(lambda: {"type": "typing", "person": person.id, "on": on})


def add_to_group(world: World, group: Group, person_id: int, text: str) -> Group:
    """A person adds the bot to a group and writes there."""
    person = somebody(world, person_id)
    world.groups[group.id] = group
    tell_membership(world, group.chat(), person.user(), "left", "member")
    arrive(world, group.id, person, content={"new_chat_members": [world.bot]})
    arrive(world, group.id, person, text=text)
    return group
