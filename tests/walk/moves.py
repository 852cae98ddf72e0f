"""What a person may do next, by chance: often something sensible, often not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.dialogue.answers import BACK, Dated, Day, PickMany, Text
from bot.dialogue.book import Turn
from bot.dialogue.desk import Desk
from bot.dialogue.events import Commanded, Edited, Elsewhere, Fresh, Pressed, Reached, Said, Sent, Told
from bot.dialogue.question import Question, on_floor
from bot.flows.book import BOOK, CARDS, COMMANDS
from bot.flows.world import World
from bot.mentorship.commands import Command
from bot.mentorship.inviting import FACTS, Fact
from bot.understanding import read, read_when, visible
from bot.understanding.lexicon import LEXICON
from tests.dialogue.guest import offered
from tests.walk.pools import (
    ANSWERED,
    ARGUMENTS,
    ASKING,
    CONTENT,
    DATA,
    DATES,
    GRAVE,
    KINDS,
    ODD,
    SPANS,
    SUBJECTS,
)
from tests.walk.walker import Move, Opened, Outage, Pass


@dataclass(frozen=True)
class Phone:
    """What the person has before them: where they are, what is on the screen now, and all that ever was."""

    world: World
    desk: Desk
    present: Sequence[str]
    seen: Sequence[str]
    messages: int = 0
    """How many messages they have sent: the number of the last."""
    refused: bool = False
    """Whether the last message said that something was not done."""

    @property
    def question(self) -> Question[World] | None:
        """The question on the floor."""
        return on_floor(self.turn)

    @property
    def turn(self) -> Turn[World, Command, Fact]:
        """Where they are, as the engine sees it."""
        return Turn(BOOK, Fresh(self.world.now, ""), self.world, self.desk)

    def dated(self, text: str) -> Dated:
        """The dates in the words, where the question on the floor is for one."""
        question = self.question
        if question is None or not isinstance(question.step.answer, Day):
            return Dated()
        there = self.world.now.astimezone(ZoneInfo(self.world.me.zone))
        found = read_when(text, there, question.step.answer.past)
        return Dated(found.options, found.unread)


Chooses: TypeAlias = Callable[[Random, Phone], Move]


def typed(text: str, phone: Phone, about: int | None = None, choice: str = "") -> Said:
    """Typed words as they come out of the door and of understanding."""
    seen = visible(text)
    return Said(seen, read(seen), phone.messages + 1, about, choice, phone.dated(seen))


def marked(text: str, phone: Phone) -> str:
    """Words that can be told again, wherever they are shown: whose they are, and which."""
    return f"{text} {mark(phone.world.me.id, phone.messages + 1)}"


def mark(person: int, number: int) -> str:
    """What stands in the words of that person."""
    return f"~{person}.{number}"


def pressed(data: str, phone: Phone) -> Pressed:
    """A press."""
    return Pressed(data, "query", phone.messages)


def _goes_on(chance: Random, phone: Phone) -> Move:
    """Something that leads on: an answer to the question, or a button of the last message."""
    question = phone.question
    if question is None:
        return _presses(chance, phone)
    forward = [button for button in offered(phone.turn).values() if button.data]
    wordy = isinstance(question.step.answer, Text | Day)
    if forward and (not wordy or chance.random() < 0.6):
        ticked = isinstance(question.step.answer, PickMany) and forward[-1].data.endswith(":done")
        return pressed(
            (forward[-1] if ticked and chance.random() < 0.6 else chance.choice(forward)).data, phone
        )
    if isinstance(question.step.answer, Day):
        return typed(chance.choice(DATES), phone)
    return typed(marked(chance.choice(CONTENT), phone), phone)


def _presses(chance: Random, phone: Phone) -> Move:
    """A button that is on the screen; leaving altogether is what few people do."""
    staying = [data for data in phone.present if not data.startswith("erase:yes") or chance.random() < 0.2]
    return pressed(chance.choice(staying), phone) if staying else _commands(chance, phone)


def _presses_old(chance: Random, phone: Phone) -> Move:
    old = [data for data in phone.seen if not data.startswith("erase:yes") or chance.random() < 0.02]
    return pressed(chance.choice(old), phone) if old else _commands(chance, phone)


def _presses_any(chance: Random, phone: Phone) -> Move:
    """A card of any sort about anything, as an old button or a forged one may carry it."""
    subject = chance.choice((*SUBJECTS, *(one.key for one in phone.world.invites)))
    return pressed(f"{chance.choice(tuple(CARDS))}:{subject}:{phone.world.version}"[:64], phone)


def _types(chance: Random, phone: Phone) -> Move:
    pools = (CONTENT, tuple(LEXICON), ODD, ASKING, GRAVE, DATES, ANSWERED)
    pool = chance.choices(pools, (6, 6, 4, 2, 1, 3, 3))[0]
    about = (
        chance.choice([one.id for one in phone.desk.conversations] or [3]) if chance.random() < 0.2 else None
    )
    return typed(chance.choice(pool), phone, about)


def _types_label(chance: Random, phone: Phone) -> Move:
    labels = list(offered(phone.turn)) or [""]
    return typed("label", phone, choice=chance.choice(labels))


def _edits(chance: Random, phone: Phone) -> Move:
    text = visible(chance.choice((*CONTENT, *ODD, *GRAVE, *DATES)))
    return Edited(text, phone.messages - chance.choice((0, 0, 0, 1, 2, 9)), read(text), phone.dated(text))


def _opens(chance: Random, _phone: Phone) -> Move:
    """A link of anybody's, mostly the last that was made."""
    return Opened(chance.choice((0, 0, 0, 1, 5)))


def _commands(chance: Random, _phone: Phone) -> Move:
    return Commanded(chance.choice((*COMMANDS, "dessert", "")), chance.choice(ARGUMENTS))


def _rarely(chance: Random, phone: Phone) -> Move:
    """Garbage, a group, a block and an unblock, a fact, a step back, an outage."""
    return chance.choice(
        (
            pressed(chance.choice(DATA), phone),
            pressed(chance.choice(DATA), phone),
            Elsewhere(),
            Reached(False),
            Reached(True),
            Told(Fact(phone.world.me.id, chance.choice((*FACTS, "nothing.known")), chance.choice(SUBJECTS))),
            typed("kembali", phone),
            Outage(chance.choice(SPANS)),
            Sent(chance.choice(KINDS)),
            pressed(f"{phone.desk.floor}:{chance.randint(0, 9)}:{BACK}", phone),
        )
    )


def _waits(chance: Random, _phone: Phone) -> Move:
    return Pass(chance.choice(SPANS))


WEIGHTS: dict[Chooses, int] = {
    _goes_on: 46,
    _presses: 12,
    _presses_old: 6,
    _presses_any: 3,
    _opens: 3,
    _types: 9,
    _types_label: 4,
    _edits: 3,
    _commands: 5,
    _rarely: 7,
    _waits: 7,
}
AT_LEISURE: dict[Chooses, int] = {**WEIGHTS, _waits: 60}
"""Of somebody who takes months over it, with a word now and then."""


def next_move(chance: Random, phone: Phone, weights: dict[Chooses, int] = WEIGHTS) -> Move:
    """What they do."""
    return chance.choices(tuple(weights), tuple(weights.values()))[0](chance, phone)
