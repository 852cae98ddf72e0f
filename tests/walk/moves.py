"""What a person may do next, by chance: often something sensible, often not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
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
from tests.walk.walker import ME, Move, Outage, Pass

CONTENT = (
    "Menggali kebutuhan klien dokter spesialis",
    "Asking good questions in the first meeting",
    "Sudah delapan tahun melayani pemilik usaha",
    "Sabar dan mau menjelaskan",
    "Bu Rina",
    "B",
    "Mencatat tiga pertanyaan sebelum bertemu, lalu diam dan mendengar",
    "Orangnya karismatik dan terkenal",
    "Saya mau dimentori Pak Budi",
    "Saya mau MDRT tahun ini",
    "FYP 1 M",
    "closing, prospecting, referral, presentasi, dan rekrut",
    "1. closing\n2. prospecting\n3. referral",
    "24/11",
    "1-12-2026",
    "3/3",
    "31/12/2030",
    "besok",
    "Makassar",
    "New York",
)
ODD = (
    "",
    "   ",
    "👍",
    "🙏🙏",
    "?",
    "...",
    "x" * 10_000,
    "\u200b\u200d",
    "\u202eterbalik",
    "<b>tebal</b> & <script>",
    "{{ world.me }} {% for x in y %}",
    "'; drop table people; --",
    "أريد أن أتعلم",
    "我想学习",
    "ฉันอยากเรียน",
    "Я хочу учиться",
    "1",
    "yang kedua",
    "/",
)
GRAVE = ("saya mau bunuh diri", "i want to die", "dia minta foto tanpa baju", "capek banget hidup")
ASKING = (
    "kenapa tujuan dulu?",
    "are you a robot?",
    "berapa biayanya?",
    "who reads this?",
    "saham apa yang bagus?",
)
KINDS = ("sticker", "photo", "voice", "location", "contact", "poll", "forwarded", "other")
ARGUMENTS = ("", "", "", "x", "ref_12345", "goal_first", "🙂")
DATA = (
    "",
    ":",
    "::",
    "1",
    "1:1",
    "1:1:",
    "1:1:back",
    "2:3:save",
    "agree::0",
    "agree:2020-01:0",
    "door:window:0",
    "language:fr:0",
    "zone:mars:0",
    "hours:1-2:0",
    "pause:9999:0",
    "pause:²:0",
    "help:nothing:0",
    "care::0",
    "person:99:0",
    "aside:99:0",
    "open.talk:99:0",
    "open.fit::0",
    "open.ask:1:0",
    "open.draft:1:0",
    "open.outcome:1:0",
    "open.candidate:1:0",
    "open.ties:1:0",
    "open.goal:1:0",
    "export::0",
    "٣:١:x",
    "🙂:🙂:1",
    "\x00",
)
SPANS = tuple(
    timedelta(**span)
    for span in (
        {"minutes": 1},
        {"minutes": 9},
        {"minutes": 30},
        {"hours": 5},
        {"days": 1},
        {"days": 3},
        {"days": 8},
        {"weeks": 5},
    )
)


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
