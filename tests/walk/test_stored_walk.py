"""The same chance through the real inbox, turns, plan and outbox, on both databases; every word rendered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from random import Random

import pytest

from bot.dialogue.events import Commanded, Edited, Pressed, Reached, Said, Sent
from bot.flows.world import World
from bot.mentorship.calendar import is_decent
from bot.mentorship.gates import may
from bot.mentorship.mine import Mine
from bot.mentorship.next_step import next_step
from bot.mentorship.pair import as_mentee
from bot.mentorship.person import Person
from storage import plan
from storage.counts import counts
from storage.engine import Database
from storage.states import State
from storage.together import Together, load_together
from tests.chat import Chat, Shown, a_chat, another_phone
from tests.walk.diligent import answers_a_link, does_what_is_suggested
from tests.walk.moves import WEIGHTS, Chooses, Phone, next_move
from tests.walk.shared_rules import given, marks
from tests.walk.walk import MENTORS_PART, OFTEN
from tests.walk.walker import BEGINS, CALLED, MENTEE, MENTOR, Move, Opened, Outage, Pass

TURNS, ALL_TURNS = 100, 2_000
LINK = re.compile(r"start=([\w-]+)")


@dataclass
class Stored:
    """Two chats, every button that ever was on a phone, and every link that ever was shown."""

    chats: dict[int, Chat]
    seen: dict[int, dict[str, int]] = field(default_factory=lambda: {id: {} for id in CALLED})
    links: dict[str, None] = field(default_factory=dict)
    released: frozenset[str] = frozenset()

    @property
    def database(self) -> Database:
        """Where all of it is kept."""
        return self.chats[MENTEE].kit.database

    async def together(self) -> Together:
        """Links and pairs as they are stored now."""
        return await self.database.run(partial(load_together, people=list(self.chats)))

    async def phone(self, person: int) -> Phone:
        """What that person has before them."""
        chat, shared = self.chats[person], await self.together()
        state = await chat.state()
        me = state.person or Person(person)
        links, pairs = shared.invites_of(person), shared.pairs_of(person)
        world = World(me, chat.clock.moment, state.search, chat.kit.programme, links, pairs, "", chat.name)
        newest = self.newest(person)
        return Phone(world, state.desk, tuple(_data(newest)), tuple(self.seen[person]), chat._messages)

    def newest(self, person: int) -> Shown:
        """The last message with buttons."""
        return next((one for one in reversed(self.chats[person].shown) if one.rows), Shown(0, "say", ""))

    async def does(self, person: int, move: Move) -> None:
        """One move, as it would reach the bot."""
        chat = self.chats[person]
        match move:
            case Pass(span):
                await self._passes(span)
            case Outage(span):
                chat.clock.moment += span
                await chat.wait()
            case Reached(reachable):
                await chat.block(not reachable)
            case Opened() | Said() | Pressed() | Commanded() | Edited() | Sent():
                if chat.blocked:
                    await chat.block(False)
                before = list(chat.shown)
                await self._acts(chat, move)
                assert chat.shown != before, "no answer"
        self._note()

    def _note(self) -> None:
        for person, chat in self.chats.items():
            newest = self.newest(person)
            self.seen[person].update(dict.fromkeys(_data(newest), newest.id))
            self.links.update(dict.fromkeys(LINK.findall(" ".join(one.text for one in chat.shown[-3:]))))

    async def _acts(self, chat: Chat, move: Opened | Said | Pressed | Commanded | Edited | Sent) -> None:
        match move:
            case Opened(before):
                links = list(self.links) or [""]
                await chat.say(f"/start {links[-1 - before % len(links)]}")
            case Said(text, _, _, about, choice):
                await chat.say(self._label(chat.person, choice) or text, **_reply(about))
            case Pressed(data):
                await chat.press(data, self.seen[chat.person].get(data, 1))
            case Commanded(name, argument):
                await chat.say(f"/{name} {argument}")
            case Edited(text):
                await chat.edit(text)
            case Sent(kind):
                await chat.send("forward_origin" if kind == "forwarded" else kind)

    def _label(self, person: int, choice: str) -> str:
        """What the newest button of that choice is called."""
        newest = self.newest(person)
        labels = [label for label, data in newest.data.items() if data.endswith(f":{choice}")]
        return labels[0] if choice and labels else ""

    async def _passes(self, span: timedelta) -> None:
        """Time goes on, and what the bot then says it says at a decent hour."""
        clock = self.chats[MENTEE].clock
        until = clock.moment + span
        while (due := await self.database.run(plan.next_due)) is not None and due <= until:
            before = {id: ((await chat.state()).person, len(chat.shown)) for id, chat in self.chats.items()}
            await self.chats[MENTEE].wait(seconds=max(0.0, (due - clock.moment).total_seconds()))
            for id, (person, shown) in before.items():
                fresh = len(self.chats[id].shown) > shown
                assert not fresh or (person and is_decent(clock.moment, person)), "at a bad time"
        clock.moment = until

    async def keeps_to_itself(self, person: int, shown: list[Shown]) -> None:
        """Nothing that one of them wrote is on the other's phone or in their files, but what was released."""
        self.released |= given(await self.together())
        mine = f"~{person}."
        theirs = {one for one in marks(shown) if not one.startswith(mine)}
        assert theirs <= self.released, f"shown to another: {sorted(theirs - self.released)}"


def _data(shown: Shown) -> list[str]:
    return [data for data in shown.data.values() if data]


def _reply(about: int | None) -> dict[str, object]:
    """A reply to a message of that conversation, as Telegram sends it along."""
    if about is None:
        return {}
    keyboard = [[{"text": "x", "callback_data": f"{about}:1:x"}]]
    return {"reply_to_message": {"message_id": 1, "reply_markup": {"inline_keyboard": keyboard}}}


def _holds(state: State, shared: Together, person: int, blocked: bool) -> None:
    """What must hold for whatever is stored."""
    links, pairs = shared.invites_of(person), shared.pairs_of(person)
    me = state.person or Person(person)
    step = next_step(Mine(me, state.search, links, pairs))
    assert may(state.search, step.kind, step.candidate) is None, "the next step is not permitted"
    assert len(as_mentee(pairs, person)) <= 1, "two mentors"
    if me.consent is None:
        assert state.search is None, "a search before consent"
        assert not state.desk.conversations, "a form before consent"
        assert not pairs, "a pair before consent"
        return
    assert me.reachable is not blocked


def _fits_telegram(shown: Shown) -> None:
    assert shown.text.strip(), "an empty message"
    assert len(shown.text.encode("utf-16-le")) <= 2 * 4096, "longer than Telegram takes"
    assert "{{" not in shown.text or "{{ world.me }}" in shown.text, "a template that was not filled"
    assert all(label.strip() for row in shown.rows for label in row), "a button without words"


CHANCES: dict[int, dict[Chooses, int]] = {
    MENTEE: {**WEIGHTS, does_what_is_suggested: OFTEN},
    MENTOR: {**WEIGHTS, answers_a_link: OFTEN},
}


@pytest.mark.parametrize("language", ["id", "en"])
async def test_whatever_is_done_is_answered_and_kept(
    database: Database, language: str, request: pytest.FixtureRequest
) -> None:
    mentee = await a_chat(database, BEGINS, language)
    stored = Stored({MENTEE: mentee, MENTOR: another_phone(mentee, MENTOR, CALLED[MENTOR])})
    chance = Random(language)
    for _ in range(ALL_TURNS if request.config.getoption("--full") else TURNS):
        person = MENTOR if chance.random() < MENTORS_PART else MENTEE
        seen = {id: len(chat.shown) for id, chat in stored.chats.items()}
        move = next_move(chance, await stored.phone(person), CHANCES[person])
        await stored.does(person, move)
        left = await database.run(counts)
        assert (left.inbox, left.outbox, left.parked) == (0, 0, 0), f"{move} was given up on"
        shared = await stored.together()
        for id, chat in stored.chats.items():
            _holds(await chat.state(), shared, id, chat.blocked)
            await stored.keeps_to_itself(id, chat.shown[seen[id] :])
            for shown in chat.shown[seen[id] :]:
                _fits_telegram(shown)
    assert not mentee.elsewhere, "a word to somebody else"
