"""The same chance through the real inbox, turns, plan and outbox, on both databases; every word rendered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

import pytest

from bot.dialogue.events import Commanded, Edited, Pressed, Reached, Said, Sent
from bot.flows.world import World
from bot.mentorship.calendar import is_decent
from bot.mentorship.gates import may
from bot.mentorship.next_step import next_step
from bot.mentorship.person import Person
from storage import plan
from storage.counts import counts
from storage.engine import Database
from storage.states import State
from tests.chat import Chat, Shown, a_chat
from tests.walk.moves import Phone, next_move
from tests.walk.walker import BEGINS, Move, Outage, Pass

TURNS, ALL_TURNS = 150, 2_000


@dataclass
class Stored:
    """A chat, and every button that ever was on its phone."""

    chat: Chat
    seen: dict[str, int] = field(default_factory=dict)

    async def phone(self) -> Phone:
        """What the person has before them."""
        state = await self.chat.state()
        world = World(state.person or Person(self.chat.person), self.chat.clock.moment, state.search)
        return Phone(world, state.desk, tuple(_data(self.newest)), tuple(self.seen))

    @property
    def newest(self) -> Shown:
        """The last message with buttons."""
        return next((one for one in reversed(self.chat.shown) if one.rows), Shown(0, "say", ""))

    async def does(self, move: Move) -> None:
        """One move, as it would reach the bot."""
        match move:
            case Pass(span):
                await self._passes(span)
            case Outage(span):
                self.chat.clock.moment += span
                await self.chat.wait()
            case Reached(reachable):
                await self.chat.block(not reachable)
            case Said() | Pressed() | Commanded() | Edited() | Sent():
                if self.chat.blocked:
                    await self.chat.block(False)
                before = list(self.chat.shown)
                await self._acts(move)
                assert self.chat.shown != before, "no answer"
        self.seen.update(dict.fromkeys(_data(self.newest), self.newest.id))

    async def _acts(self, move: Said | Pressed | Commanded | Edited | Sent) -> None:
        match move:
            case Said(text, _, _, about, choice):
                await self.chat.say(self._label(choice) or text, **_reply(about))
            case Pressed(data):
                await self.chat.press(data, self.seen.get(data, 1))
            case Commanded(name, argument):
                await self.chat.say(f"/{name} {argument}")
            case Edited(text):
                await self.chat.edit(text)
            case Sent(kind):
                await self.chat.send("forward_origin" if kind == "forwarded" else kind)

    def _label(self, choice: str) -> str:
        """What the newest button of that choice is called."""
        labels = [label for label, data in self.newest.data.items() if data.endswith(f":{choice}")]
        return labels[0] if choice and labels else ""

    async def _passes(self, span: timedelta) -> None:
        """Time goes on, and what the bot then says it says at a decent hour."""
        until = self.chat.clock.moment + span
        while (due := await self.chat.kit.database.run(plan.next_due)) is not None and due <= until:
            before = (await self.chat.state()).person
            shown = await self.chat.wait(seconds=max(0.0, (due - self.chat.clock.moment).total_seconds()))
            assert not shown or (before and is_decent(self.chat.clock.moment, before)), "at a bad time"
        self.chat.clock.moment = until


def _data(shown: Shown) -> list[str]:
    return [data for data in shown.data.values() if data]


def _reply(about: int | None) -> dict[str, object]:
    """A reply to a message of that conversation, as Telegram sends it along."""
    if about is None:
        return {}
    keyboard = [[{"text": "x", "callback_data": f"{about}:1:x"}]]
    return {"reply_to_message": {"message_id": 1, "reply_markup": {"inline_keyboard": keyboard}}}


def _holds(state: State, blocked: bool, planned: bool) -> None:
    """What must hold for whatever is stored."""
    step = next_step(state.search)
    assert may(state.search, step.kind, step.candidate) is None, "the next step is not permitted"
    me = state.person
    if me is None or me.consent is None:
        assert state.search is None, "a search before consent"
        assert not state.desk.conversations, "a form before consent"
        assert not planned, "planned before consent"
        return
    assert me.reachable is not blocked
    assert not planned or not (me.stopped or me.in_care or blocked), "planned for somebody who rests"


def _fits_telegram(shown: Shown) -> None:
    assert shown.text.strip(), "an empty message"
    assert len(shown.text.encode("utf-16-le")) <= 2 * 4096, "longer than Telegram takes"
    assert "{{" not in shown.text or "{{ world.me }}" in shown.text, "a template that was not filled"
    assert all(label.strip() for row in shown.rows for label in row), "a button without words"


@pytest.mark.parametrize("language", ["id", "en"])
async def test_whatever_is_done_is_answered_and_kept(
    database: Database, language: str, request: pytest.FixtureRequest
) -> None:
    stored = Stored(await a_chat(database, BEGINS, language))
    chance = Random(language)
    for _ in range(ALL_TURNS if request.config.getoption("--full") else TURNS):
        seen = len(stored.chat.shown)
        move = next_move(chance, await stored.phone())
        await stored.does(move)
        for shown in stored.chat.shown[seen:]:
            _fits_telegram(shown)
        left = await database.run(counts)
        assert (left.inbox, left.outbox, left.parked) == (0, 0, 0), f"{move} was given up on"
        due = await database.run(plan.next_due)
        _holds(await stored.chat.state(), stored.chat.blocked, due is not None)
