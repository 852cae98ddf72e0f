"""A chat for tests: one person's phone, the real inbox, turns, plan and outbox, and a clock that is moved.

Only Telegram itself is left out: updates are handed in as Telegram would send them, and what lies in the
outbox is put on the phone as Telegram would show it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from functools import partial
from typing import Any

from bot.app import programme_for
from bot.clock import FixedClock
from bot.mentorship.pair import Pair
from bot.settings import Settings
from bot.telegram.arrivals import arrival
from bot.turn import Kit, seeded_tokens, take_turns
from prompts.catalog import HERE, Catalog, Text, load
from prompts.markup import plain
from storage import inbox, outbox, plan
from storage.engine import Database
from storage.inbox import Fact, Incoming
from storage.outbox import Delivery
from storage.states import State, load_states
from storage.together import load_together

CATALOG: Catalog = load(HERE)
MOST_STOPS = 200


@dataclass(frozen=True)
class NotingCatalog(Catalog):
    """The product's prompts, with a note of which of them was rendered when."""

    keys: list[str] = field(default_factory=list)

    def render(
        self, language: str, key: str, values: Mapping[str, object], zone: tzinfo | None = None
    ) -> Text:
        self.keys.append(key)
        return super().render(language, key, values, zone)


def noting() -> NotingCatalog:
    """A catalogue that has noted nothing yet."""
    return NotingCatalog(CATALOG.contract, CATALOG._tongues)


def a_kit(database: Database, catalog: Catalog = CATALOG) -> Kit:
    """A kit on that database with seeded tokens and the settings' defaults."""
    settings = Settings(_env_file=None, organiser_contact="Ibu Tia, tia@example.org")
    programme = programme_for(settings, "tuntun_bot")
    return Kit(database, catalog, programme, arrival, token=seeded_tokens("stories"))


@dataclass(frozen=True)
class Shown:
    """One thing on the phone: a message, a toast or a file. `rows` are labels, `data` what they carry."""

    id: int
    kind: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    data: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    """What a file's recipe is made from."""


@dataclass
class Chat:
    """One person with the bot. Everything they do is answered before the call returns."""

    kit: Kit
    clock: FixedClock
    person: int = 101
    language: str = "id"
    name: str = "Sari"
    shown: list[Shown] = field(default_factory=list)
    blocked: bool = False
    elsewhere: list[tuple[int, Shown]] = field(default_factory=list)
    """What people of the same database were shown who have no phone here."""
    phones: dict[int, Chat] = field(default_factory=dict)
    """Everybody's phones, this one too, where there are more than one."""
    typed: list[int] = field(default_factory=list)
    """The numbers of the messages they sent themselves."""
    commands: list[str] = field(default_factory=list)
    """The menu of commands, once the bot has set one for this chat."""
    _updates: int = 0
    _messages: int = 0

    async def say(self, text: str, **more: Any) -> list[Shown]:
        """Type a message, or a slash command; what the bot showed in answer."""
        return await self._send({"message": self.message(text=text, **more)})

    async def send(self, kind: str) -> list[Shown]:
        """Send a sticker, a photo, a voice note, or whatever else has no text."""
        return await self._send({"message": self.message(**{kind: {}})})

    async def edit(self, text: str, message: int | None = None) -> list[Shown]:
        """Edit a message of one's own, the last one if none is named."""
        edited = self.message(text=text) | {"message_id": message or self._messages - 1, "edit_date": 1}
        return await self._send({"edited_message": edited})

    async def tap(self, label: str) -> list[Shown]:
        """Press the newest button of that label. Raises LookupError where there is none."""
        for one in reversed(self.shown):
            for row in one.rows:
                if label in row:
                    return await self.press(one.data[label], one.id)
        raise LookupError(f"no button [{label}]; there are {self.buttons()}")

    async def choose(self, *choices: str) -> list[Shown]:
        """Press one button after the other by what it stands for: a choice's id, or the head of its data.

        Raises LookupError where the newest message with buttons has none of that name.
        """
        shown: list[Shown] = []
        for choice in choices:
            newest = next(one for one in reversed(self.shown) if one.rows)
            found = [data for data in newest.data.values() if stands_for(data, choice)]
            if not found:
                raise LookupError(f"nothing stands for {choice}; there is {sorted(newest.data.values())}")
            shown += await self.press(found[0], newest.id)
        return shown

    async def press(self, data: str, message: int = 1) -> list[Shown]:
        """Press a button by what it carries, however old it is."""
        query = {
            "id": str(self._updates + 1),
            "from": self._me(),
            "message": {"message_id": message, "chat": {"id": self.person, "type": "private"}, "date": 1},
            "data": data,
        }
        return await self._send({"callback_query": query})

    async def block(self, blocked: bool = True) -> list[Shown]:
        """Block the bot, or let it in again."""
        self.blocked = blocked
        status = "kicked" if blocked else "member"
        change = {
            "chat": {"id": self.person, "type": "private"},
            "from": self._me(),
            "new_chat_member": {"status": status},
        }
        return await self._send({"my_chat_member": change})

    async def wait(self, **span: float) -> list[Shown]:
        """Let time pass (as `timedelta` takes it), stopping at each row of the plan that falls due."""
        before = len(self.shown)
        until = self.clock.moment + timedelta(**span)
        for _ in range(MOST_STOPS):
            due = await self.kit.database.run(plan.next_due)
            if due is None or due > until:
                self.clock.moment = until
                return self.shown[before:]
            self.clock.moment = max(due, self.clock.moment)
            await self.kit.database.run(partial(plan.take_due, now=self.clock.moment, limit=100))
            await self.settle()
        raise AssertionError("the plan never ends")

    async def next_message(self) -> list[Shown]:
        """Let time pass until the bot shows something of its own accord; empty where it never will."""
        while True:
            due = await self.kit.database.run(plan.next_due)
            if due is None:
                return []
            shown = await self.wait(seconds=(due - self.clock.moment).total_seconds())
            if shown:
                return shown

    async def state(self) -> State:
        """The person as stored now."""
        return (await self.kit.database.run(partial(load_states, chats=[self.person])))[self.person]

    @property
    def files(self) -> list[Shown]:
        """Every file the phone was sent."""
        return [one for one in self.shown if one.values]

    async def pairs(self) -> tuple[Pair, ...]:
        """The pairs they are a side of."""
        found = await self.kit.database.run(partial(load_together, people=[self.person]))
        return found.pairs_of(self.person)

    def buttons(self) -> list[str]:
        """Every label of the newest message that has any."""
        newest = next((one for one in reversed(self.shown) if one.rows), None)
        return [label for row in newest.rows for label in row] if newest else []

    async def receive(self, update: Mapping[str, Any], id: int | None = None) -> list[Shown]:
        """Hand in an update as it is, under a new update id or the one given."""
        return await self._send(dict(update), id)

    async def settle(self) -> None:
        """Take and deliver until nothing is left."""
        for _ in range(MOST_STOPS):
            taken = await take_turns(self.kit, self.clock.moment, 50)
            sent = await self._deliver()
            if not taken and not sent:
                return
        raise AssertionError("the queues never empty")

    async def _send(self, update: dict[str, Any], id: int | None = None) -> list[Shown]:
        before = len(self.shown)
        self._updates += 1
        number = id or self._updates + 1_000_000 * self.person
        row = Incoming(number, self.person, {"update_id": number, **update})
        await self.kit.database.run(partial(inbox.receive, updates=[row]))
        await self.settle()
        return self.shown[before:]

    async def _deliver(self) -> int:
        claimed = await self.kit.database.run(partial(outbox.claim_outbox, limit=100, lease_seconds=60.0))
        for one in claimed:
            await self.kit.database.run(partial(self._settle_one, one))
        return len(claimed)

    def _settle_one(self, one: Delivery, work: Any) -> None:
        phone = self if one.chat == self.person else self.phones.get(one.chat)
        if phone is not None and phone.blocked and one.kind != "hint":
            outbox.drop_chat(work, one.chat)
            inbox.tell(work, [Fact(one.chat, {}, "undelivered")])
            return
        message = None
        if phone is not None:
            message = phone._show(one.body)
        else:
            self.elsewhere.append((one.chat, _shown(0, one.body)))
        if one.kind != "hint":
            outbox.mark_sent(work, [(one.id, message)], self.clock.moment)

    def _show(self, body: Mapping[str, Any]) -> int | None:
        if body["do"] == "retick":
            self.shown = [
                replace(one, rows=_rows(body), data=_data(body)) if one.id == body["message"] else one
                for one in self.shown
            ]
            return None
        if body["do"] == "menu":
            self.commands = [one["command"] for one in body["commands"]]
            return None
        if body["do"] == "toast":
            if body["text"]:
                self.shown.append(Shown(0, "toast", plain(body["text"])))
            return None
        self._messages += 1
        self.shown.append(_shown(self._messages, body))
        return self._messages

    def message(self, **content: Any) -> dict[str, Any]:
        """A message of theirs as Telegram sends it."""
        self._messages += 1
        self.typed.append(self._messages)
        return {
            "message_id": self._messages,
            "date": 1,
            "chat": {"id": self.person, "type": "private"},
            "from": self._me(),
            **content,
        }

    def _me(self) -> dict[str, Any]:
        return {"id": self.person, "is_bot": False, "first_name": self.name, "language_code": self.language}


def stands_for(data: str, choice: str) -> bool:
    """Whether a button's data is that choice of a form, that card, or that card about that subject."""
    head, _, rest = data.partition(":")
    return choice in (data, head, f"{head}:{rest.partition(':')[0]}") or rest.rpartition(":")[2] == choice


def _shown(id: int, body: Mapping[str, Any]) -> Shown:
    text = plain(body.get("html") or body.get("caption") or body["do"])
    kind = body["recipe"] if body["do"] == "file" else body["do"]
    return Shown(id, kind, text, _rows(body), _data(body), body.get("values", {}))


def _rows(body: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(button["label"] for button in row) for row in body.get("rows", ()))


def _data(body: Mapping[str, Any]) -> dict[str, str]:
    buttons = [button for row in body.get("rows", ()) for button in row]
    return {button["label"]: button.get("data", "") for button in buttons}


async def a_chat(
    database: Database, at: datetime, language: str = "id", person: int = 101, catalog: Catalog = CATALOG
) -> Chat:
    """A phone that has not spoken with the bot yet."""
    return Chat(a_kit(database, catalog), FixedClock(at), person, language)


def another_phone(chat: Chat, person: int, name: str) -> Chat:
    """Somebody else's phone beside that one: the same bot, the same clock."""
    other = Chat(chat.kit, chat.clock, person, chat.language, name)
    phones = {chat.person: chat, person: other}
    chat.phones = other.phones = {**chat.phones, **phones}
    return other
