"""The methods that write into chats: send, edit, delete, answer a press, show that the bot is typing."""

import asyncio
import time
from dataclasses import replace

from bot.simulator import refusals
from bot.simulator.entities import in_order, is_blank, trimmed, utf16_length, with_found
from bot.simulator.keyboards import checked_markup
from bot.simulator.phones import QUERY_SECONDS, set_typing, tell_membership
from bot.simulator.records import File, Json, Message
from bot.simulator.refusals import bad_request, forbidden
from bot.simulator.telegram_html import parse_html
from bot.simulator.world import World

MOST_TEXT_UNITS = 4096
MOST_TEXT_BYTES = 1 << 15
MOST_TOAST_CHARACTERS = 200
TYPING_SECONDS = 5.0
DELETABLE_SECONDS = 48 * 3600
ACTIONS = {
    "choose_sticker",
    "find_location",
    "record_video",
    "record_video_note",
    "record_voice",
    "typing",
    "upload_document",
    "upload_photo",
    "upload_video",
    "upload_video_note",
    "upload_voice",
}


def send_message(world: World, params: Json) -> Json:
    """sendMessage: the Message sent."""
    raw = params.get("text")
    if not raw:
        raise bad_request("message text is empty")
    text, entities = formatted(str(raw), params.get("parse_mode"), params.get("entities"))
    if is_blank(text):
        raise bad_request("text must be non-empty")
    if utf16_length(text) > MOST_TEXT_UNITS:
        raise bad_request("message is too long")
    return deliver(world, params, text, entities)


def deliver(
    world: World,
    params: Json,
    text: str,
    entities: list[Json],
    content: Json | None = None,
    file: File | None = None,
) -> Json:
    """Puts a message of the bot into the chat of the parameters; the Message as the bot gets it."""
    markup = checked_markup(params.get("reply_markup"))
    chat_id = open_chat(world, params)
    reply_to = replied_to(world, chat_id, params.get("reply_parameters"))
    if world.limits.on and (wait := world.limits.wait(chat_id, time.monotonic())):
        raise refusals.too_many(wait)
    if chat_id > 0:
        set_typing(world, world.people[chat_id], False)
    message = Message(
        message_id=world.next_message_id(),
        chat_id=chat_id,
        from_bot=True,
        sender=world.bot["id"],
        date=world.clock.unix(),
        text=text,
        entities=tuple(entities),
        markup=markup,
        file=file,
        content=content or {},
        reply_to=reply_to,
    )
    return world.wire(world.put(message))


def formatted(text: str, parse_mode: object, given: object) -> tuple[str, list[Json]]:
    """Text and entities as Telegram keeps them."""
    if len(text) > MOST_TEXT_BYTES // 4 and len(text.encode()) > MOST_TEXT_BYTES:
        raise bad_request("text is too long")
    mode = str(parse_mode or "").lower()
    if mode == "html":
        text, entities = parse_html(text)
    elif mode not in ("", "none"):
        raise bad_request("unsupported parse_mode")
    else:
        entities = in_order(given) if isinstance(given, list) else []
    text, entities = trimmed(text, entities)
    return text, with_found(text, entities)


def open_chat(world: World, params: Json, *, writing: bool = True) -> int:
    """The chat of the parameters, if the bot may act there (`writing`: send something new)."""
    chat_id = params.get("chat_id")
    if chat_id in (None, ""):
        raise bad_request("chat_id is empty")
    if isinstance(chat_id, int):
        if person := world.people.get(chat_id):
            if person.deleted:
                raise forbidden("user is deactivated")
            if not person.started:
                raise forbidden("bot can't initiate conversation with a user")
            if person.blocked and writing:
                raise forbidden("bot was blocked by the user")
            return chat_id
        if group := world.groups.get(chat_id):
            if not group.member:
                raise forbidden(f"bot is not a member of the {group.kind} chat")
            return chat_id
    raise bad_request("chat not found")


def replied_to(world: World, chat_id: int, reply: object) -> int | None:
    """The id of the message that reply_parameters name."""
    if not isinstance(reply, dict) or "message_id" not in reply:
        return None
    message_id = int(reply["message_id"])
    if world.find(chat_id, message_id) is not None:
        return message_id
    if reply.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def edit_message_text(world: World, params: Json) -> Json:
    """editMessageText: the Message as it reads now. Without a reply_markup its keyboard goes."""
    raw = params.get("text")
    if not raw:
        raise bad_request("message text is empty")
    text, entities = formatted(str(raw), params.get("parse_mode"), params.get("entities"))
    if is_blank(text):
        raise bad_request("text must be non-empty")
    if utf16_length(text) > MOST_TEXT_UNITS:
        raise bad_request("message is too long")
    message = own_message(world, params)
    if message.has_media:
        raise bad_request("there is no text in the message to edit")
    changed = replace(message, text=text, entities=tuple(entities), reworded=True)
    return edited(world, message, changed, params)


def edit_message_reply_markup(world: World, params: Json) -> Json:
    """editMessageReplyMarkup: the Message with its new keyboard, or without any."""
    message = own_message(world, params)
    return edited(world, message, message, params)


def edited(world: World, message: Message, changed: Message, params: Json) -> Json:
    """Replaces a message; refused when nothing is different."""
    markup = checked_markup(params.get("reply_markup"))
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    changed = replace(changed, markup=markup)
    if replace(changed, reworded=message.reworded) == message:
        raise refusals.not_modified()
    if world.limits.on and (wait := world.limits.wait(message.chat_id, time.monotonic())):
        raise refusals.too_many(wait)
    return world.wire(world.change(replace(changed, edited=world.clock.unix())))


def own_message(world: World, params: Json) -> Message:
    """The bot's message that is to be edited."""
    chat_id = open_chat(world, params, writing=False)
    message = world.find(chat_id, message_id_of(params))
    if message is None:
        raise bad_request("message to edit not found")
    with_reply_keyboard = message.markup is not None and "inline_keyboard" not in message.markup
    if not message.from_bot or with_reply_keyboard:
        raise bad_request("message can't be edited")
    return message


def message_id_of(params: Json) -> int:
    """The message_id of the parameters."""
    message_id = params.get("message_id")
    if message_id in (None, ""):
        raise bad_request("message identifier is not specified")
    if not isinstance(message_id, int):
        raise bad_request("invalid message_id specified")
    return message_id


def delete_message(world: World, params: Json) -> bool:
    """deleteMessage: either side's message of a private chat, up to 48 hours old."""
    chat_id = open_chat(world, params, writing=False)
    message = world.find(chat_id, message_id_of(params))
    if message is None:
        raise bad_request("message to delete not found")
    if world.clock.unix() - message.date > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    world.remove(message)
    return True


def answer_callback_query(world: World, params: Json) -> bool:
    """answerCallbackQuery: stops the button's spinner, with a toast or an alert where there is a text."""
    query = world.queries.get(str(params.get("callback_query_id", "")))
    if query is None or time.monotonic() - query.since > QUERY_SECONDS:
        raise refusals.stale_query()
    text = str(params.get("text") or "")
    if len(text) > MOST_TOAST_CHARACTERS:
        raise bad_request("MESSAGE_TOO_LONG")
    alert = params.get("show_alert") is True
    world.hub.tell(lambda: {"type": "toast", "person": query.person_id, "text": text, "alert": alert})
    return True


def send_chat_action(world: World, params: Json) -> bool:
    """sendChatAction: shown for five seconds or until the next message."""
    if params.get("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat_id = open_chat(world, params)
    if person := world.people.get(chat_id):
        set_typing(world, person, True)
        if (timer := world.typing.pop(person.id, None)) is not None:
            timer.cancel()
        loop = asyncio.get_running_loop()
        world.typing[person.id] = loop.call_later(TYPING_SECONDS, set_typing, world, person, False)
    return True


def leave_chat(world: World, params: Json) -> bool:
    """leaveChat: only groups can be left."""
    chat_id = open_chat(world, params, writing=False)
    if chat_id > 0:
        raise bad_request("chat member status can't be changed in private chats")
    group = world.groups[chat_id]
    group.member = False
    tell_membership(world, group.chat(), world.bot, "member", "left")
    return True
