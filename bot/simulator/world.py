"""Everything the simulated Telegram knows: people, groups, chats, files, the bot and its settings."""

import asyncio
from collections import deque
from collections.abc import Callable

from bot.simulator.clock import DemoClock
from bot.simulator.faults import Faults
from bot.simulator.hub import Hub
from bot.simulator.limits import Limits
from bot.simulator.load import Load
from bot.simulator.records import Call, File, Group, Json, Menu, Message, Person, Query, Webhook
from bot.simulator.shown import shown_message
from bot.simulator.spec import Spec
from bot.simulator.updates import UpdateQueue


class World:
    """The state; `keep` bounds what is remembered of calls and of each chat's messages."""

    def __init__(self, token: str, username: str, name: str, spec: Spec | None, keep: int | None) -> None:
        self.token = token
        self.keep = keep
        self.bot: Json = {"id": int(token.partition(":")[0]), "is_bot": True}
        self.bot |= {"first_name": name, "username": username}
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.chats: dict[int, dict[int, Message]] = {}
        self.files: dict[str, File] = {}
        self.queries: dict[str, Query] = {}
        self.typing: dict[int, asyncio.TimerHandle] = {}
        self.menu = Menu()
        self.webhook = Webhook()
        self.webhook_delay = 1.0
        self.on_webhook: Callable[[], None] = lambda: None
        self.spec = spec
        self.violations: list[str] = []
        self.calls: deque[Call] = deque(maxlen=keep)
        self.hub = Hub()
        self.clock = DemoClock(
            told=lambda: self.hub.tell(lambda: {"type": "clock", "clock": self.clock.as_json()})
        )
        self.faults = Faults()
        self.load = Load()
        self.limits = Limits()
        self.updates = UpdateQueue(self.faults, self._check_update)
        self.updates.on_poll = self.hub.changed
        self.pressed = 0
        self._next_message_id = 1

    def _check_update(self, body: Json) -> None:
        if self.spec is not None:
            self.violations.extend(self.spec.check_update(body))
        self.hub.changed()

    def next_message_id(self) -> int:
        """Message ids rise over all chats, as those of a bot's private chats do."""
        message_id = self._next_message_id
        self._next_message_id += 1
        return message_id

    def put(self, message: Message) -> Message:
        """A new message at the end of its chat, shown on the page."""
        chat = self.chats.setdefault(message.chat_id, {})
        chat[message.message_id] = message
        if self.keep is not None and len(chat) > self.keep:
            del chat[next(iter(chat))]
        self._show("message", message)
        return message

    def change(self, message: Message) -> Message:
        """A message takes the place of its older self."""
        self.chats[message.chat_id][message.message_id] = message
        self._show("edited", message)
        return message

    def remove(self, message: Message) -> None:
        """A message is gone from its chat."""
        del self.chats[message.chat_id][message.message_id]
        self.hub.tell(
            lambda: {"type": "deleted", "person": message.chat_id, "message_id": message.message_id}
        )

    def find(self, chat_id: int, message_id: int) -> Message | None:
        """A message, None where there is none (any more)."""
        return self.chats.get(chat_id, {}).get(message_id)

    def _show(self, kind: str, message: Message) -> None:
        self.hub.tell(lambda: {"type": kind, "person": message.chat_id, "message": shown_message(message)})

    def chat_json(self, chat_id: int) -> Json:
        """A chat as a Bot API Chat."""
        return (self.people.get(chat_id) or self.groups[chat_id]).chat()

    def wire(self, message: Message, *, deep: bool = True) -> Json:
        """A message as a Bot API Message; a `deep` one carries the message it replies to."""
        sender = self.bot if message.from_bot else self.people[message.sender].user()
        wire: Json = {
            "message_id": message.message_id,
            "from": sender,
            "chat": self.chat_json(message.chat_id),
            "date": message.date,
            **message.content,
        }
        if message.text:
            body, entities = ("caption", "caption_entities") if message.has_media else ("text", "entities")
            wire[body] = message.text
            if message.entities:
                wire[entities] = list(message.entities)
        if message.edited is not None:
            wire["edit_date"] = message.edited
        if message.markup is not None and "inline_keyboard" in message.markup:
            wire["reply_markup"] = message.markup
        if deep and message.reply_to is not None:
            replied = self.find(message.chat_id, message.reply_to)
            if replied is not None:
                wire["reply_to_message"] = self.wire(replied, deep=False)
        return wire
