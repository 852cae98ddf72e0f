"""What a person may do next, by chance: often something sensible, often not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from bot.dialogue.answers import BACK, Day, PickMany, Text
from bot.dialogue.book import Turn
from bot.dialogue.desk import Desk
from bot.dialogue.events import (
    Commanded,
    Edited,
    Elsewhere,
    Fresh,
    Pressed,
    Reached,
    Said,
    Sent,
    Told,
)
from bot.dialogue.question import Question, offered, on_floor
from bot.flows.book import BOOK, COMMANDS
from bot.flows.world import World
from bot.mentorship.apply import Fact
from bot.mentorship.commands import Command
from bot.understanding import read, visible
from bot.understanding.lexicon import LEXICON
from tests.walk.pools import ARGUMENTS, ASKING, CONTENT, DATA, GRAVE, KINDS, ODD, SPANS
from tests.walk.walker import ME, Move, Outage, Pass


@dataclass(frozen=True)
class Phone:
    """What the person has before them: where they are, what is on the screen now, and all that ever was."""

    world: World
    desk: Desk
    present: Sequence[str]
    seen: Sequence[str]
    messages: int = 0
    """How many messages they have sent: the number of the last."""

    @property
    def question(self) -> Question[World] | None:
        """The question on the floor."""
        return on_floor(self.turn)

    @property
    def turn(self) -> Turn[World, Command, Fact]:
        """Where they are, as the engine sees it."""
        return Turn(BOOK, Fresh(self.world.now, ""), self.world, self.desk)


Chooses: TypeAlias = Callable[[Random, Phone], Move]


def typed(text: str, phone: Phone, about: int | None = None, choice: str = "") -> Said:
    """Typed words as they come out of the door and of understanding."""
    seen = visible(text)
    return Said(seen, read(seen), phone.messages + 1, about, choice)


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
    return typed(chance.choice(CONTENT), phone)


def _presses(chance: Random, phone: Phone) -> Move:
    """A button that is on the screen; leaving altogether is what few people do."""
    staying = [data for data in phone.present if not data.startswith("erase:yes") or chance.random() < 0.2]
    return pressed(chance.choice(staying), phone) if staying else _commands(chance, phone)


def _presses_old(chance: Random, phone: Phone) -> Move:
    old = [data for data in phone.seen if not data.startswith("erase:yes") or chance.random() < 0.02]
    return pressed(chance.choice(old), phone) if old else _commands(chance, phone)


def _types(chance: Random, phone: Phone) -> Move:
    pool = chance.choices((CONTENT, tuple(LEXICON), ODD, ASKING, GRAVE), (6, 6, 4, 2, 1))[0]
    about = (
        chance.choice([one.id for one in phone.desk.conversations] or [3]) if chance.random() < 0.2 else None
    )
    return typed(chance.choice(pool), phone, about)


def _types_label(chance: Random, phone: Phone) -> Move:
    labels = list(offered(phone.turn)) or [""]
    return typed("label", phone, choice=chance.choice(labels))


def _edits(chance: Random, phone: Phone) -> Move:
    text = visible(chance.choice((*CONTENT, *ODD, *GRAVE)))
    return Edited(text, phone.messages - chance.choice((0, 0, 0, 1, 2, 9)), read(text))


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
            Told(Fact(ME, "nothing.known")),
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
    _presses_old: 7,
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
