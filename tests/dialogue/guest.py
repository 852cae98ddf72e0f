"""A guest at the toy table: acts, and sees what was said. Between two acts all state goes through JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from pydantic import TypeAdapter

from bot.dialogue.acts import Act, Back
from bot.dialogue.answers import Answer, Dated
from bot.dialogue.book import Turn
from bot.dialogue.decide import decide
from bot.dialogue.desk import Conversation, Desk
from bot.dialogue.events import (
    Button,
    Commanded,
    Due,
    Edited,
    Effect,
    Event,
    Fresh,
    Pressed,
    Retick,
    Said,
    Say,
    Toast,
    Told,
)
from bot.dialogue.question import Question, by_choice, on_floor, question
from tests.dialogue.canteen import Lunch, Ordered
from tests.dialogue.lunch import BOOK, TheBook

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
A_WHILE = timedelta(minutes=11)
"""Longer than a form rests before the bot speaks of its own accord."""

T = TypeVar("T")
_DESK = TypeAdapter(Desk)
_LUNCH = TypeAdapter(Lunch)


def through_json(adapter: TypeAdapter[T], value: T) -> T:
    """The value as it comes back from where it was stored."""
    return adapter.validate_json(adapter.dump_json(value))


def offered(turn: Turn[Any, Any, Any]) -> Mapping[str, Button]:
    """The buttons of the question on the floor by their choice; none where there is no question."""
    q = on_floor(turn)
    return by_choice(q) if q is not None else {}


@dataclass
class Guest:
    """One person, with their phone: the number of its last message, and the buttons under it now."""

    book: TheBook = BOOK
    world: Lunch = field(default_factory=lambda: Lunch("Ann", "Ben"))
    desk: Desk = field(default_factory=Desk)
    now: datetime = NOON
    message: int = 0
    buttons: tuple[Button, ...] = ()
    effects: tuple[Effect[Ordered], ...] = ()
    wait_until: datetime | None = None

    def does(self, event: Event[Ordered]) -> Guest:
        """One turn; the guest afterwards."""
        turn = decide(self.book, self.desk, self.world, event, Fresh(self.now, "token"))
        self.world = through_json(_LUNCH, turn.world)
        self.desk = through_json(_DESK, turn.desk)
        self.effects, self.wait_until = turn.effects, turn.wait_until
        assert (self.world, self.desk) == (turn.world, turn.desk)
        for effect in turn.effects:
            if isinstance(effect, Say | Retick):
                self.buttons = effect.buttons
        return self

    def says(
        self, text: str, *acts: Act, choice: str = "", about: int | None = None, dates: str = ""
    ) -> Guest:
        """Types words, with what was read in them; `dates` are the days or hours they may mean."""
        self.message += 1
        return self.does(Said(text, acts, self.message, about, choice, Dated(tuple(dates.split()))))

    def misdates(self, text: str, unread: str) -> Guest:
        """Types words that are no date that can be taken, for that reason."""
        self.message += 1
        return self.does(Said(text, message=self.message, dated=Dated(unread=unread)))

    def goes_back(self) -> Guest:
        """Types the word for it."""
        return self.says("back", Back())

    def edits(self, text: str, message: int | None = None, dates: str = "") -> Guest:
        """Changes a message of their own, the last one if none is named."""
        return self.does(Edited(text, message or self.message, dated=Dated(tuple(dates.split()))))

    def presses(self, data: str) -> Guest:
        """Presses a button by what it carries."""
        return self.does(Pressed(data, query="q", message=70))

    def taps(self, *choices: str) -> Guest:
        """Taps buttons of the message in hand, one after the other."""
        for choice in choices:
            self.presses(self.button(choice).data)
        return self

    def commands(self, name: str, argument: str = "") -> Guest:
        """Sends a slash command."""
        return self.does(Commanded(name, argument))

    def is_due(self, late: bool = False) -> Guest:
        """A reminder of the bot's falls due."""
        return self.does(Due("lunch", "reminder", "1", late))

    def hears(self, version: int) -> Guest:
        """The partner ordered."""
        return self.does(Told(Ordered(version)))

    def later(self, span: timedelta = A_WHILE) -> Guest:
        """Time passes."""
        self.now += span
        return self

    @property
    def said(self) -> tuple[str, ...]:
        """The prompts of the turn's one message; empty where there was none."""
        messages = [effect for effect in self.effects if isinstance(effect, Say)]
        assert len(messages) <= 1
        return tuple(part.prompt for message in messages for part in message.parts)

    @property
    def values(self) -> Mapping[str, Any]:
        """The values of all prompts of the turn's message."""
        messages = [effect for effect in self.effects if isinstance(effect, Say)]
        return {
            name: value
            for message in messages
            for part in message.parts
            for name, value in part.values.items()
        }

    @property
    def toast(self) -> str | None:
        """The prompt of the toast; empty for a bare acknowledgement, None where nothing was pressed."""
        toasts = [effect for effect in self.effects if isinstance(effect, Toast)]
        assert len(toasts) <= 1
        return (toasts[0].part.prompt if toasts[0].part else "") if toasts else None

    @property
    def choices(self) -> tuple[str, ...]:
        """What those buttons choose."""
        return tuple(button.data.rsplit(":", 1)[1] for button in self.buttons)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Which of them are ticked."""
        return tuple(button.data.rsplit(":", 1)[1] for button in self.buttons if button.ticked)

    def button(self, choice: str) -> Button:
        """The button for a choice, or of a card for a verb. Raises LookupError where there is none."""
        for button in self.buttons:
            if choice in (button.data.rsplit(":", 1)[1], button.data.partition(":")[0]):
                return button
        raise LookupError(f"no button {choice} among {[button.data for button in self.buttons]}")

    @property
    def turn(self) -> Turn[Lunch, Any, Ordered]:
        """Where the guest is now, as the engine sees it."""
        return Turn(self.book, Fresh(self.now, ""), self.world, self.desk)

    @property
    def at(self) -> str:
        """The step that waits for an answer, as `flow.step`; empty where none does."""
        q = on_floor(self.turn)
        return f"{q.conversation.flow}.{q.step.id}" if q else ""

    @property
    def form(self) -> Conversation:
        """The conversation on the floor."""
        conversation = self.desk.get(self.desk.floor)
        assert conversation is not None
        return conversation

    @property
    def question(self) -> Question[Lunch]:
        """The question on the floor."""
        q = question(self.turn, self.form)
        assert q is not None
        return q

    def answer(self, step: str) -> Answer:
        """What is stored for a step of the form on the floor."""
        return self.form.answers[step]


def at_the_review(**changed: Any) -> Guest:
    """A guest whose order is complete but for its last tap."""
    guest = replace(Guest(), **changed).commands("order").says("Soup of the day").taps("egg", "done", "today")
    guest.says("No salt, please")
    assert guest.at == "order.review"
    return guest
