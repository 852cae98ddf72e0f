"""What the content may look at: the person, their search, and the programme that runs the bot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.dialogue.answers import Answer, Labelled, Phrase, Value
from bot.dialogue.book import Book, Move
from bot.dialogue.events import Button, Part
from bot.dialogue.flow import Flow, Sight, Step
from bot.mentorship.commands import Command
from bot.mentorship.invite import Invite
from bot.mentorship.inviting import Fact
from bot.mentorship.mine import Mine
from bot.mentorship.pair import Pair
from bot.mentorship.person import Person
from bot.mentorship.search import Candidate, Goal, Search, Words, candidate


@dataclass(frozen=True)
class Contact:
    """Somebody to turn to in a crisis or on misconduct: a name, and how to reach them."""

    name: str
    reach: str


@dataclass(frozen=True)
class Programme:
    """Whoever runs the bot, from the settings."""

    name: str = "MDRT Peer Mentoring"
    link: str = "https://www.mdrt.org/mentorship"
    organiser: str = ""
    crisis: tuple[Contact, ...] = (Contact("healing119.id", "https://healing119.id"), Contact("119", "119"))
    bot: str = ""
    """The bot's username, which its links are made of."""


@dataclass(frozen=True)
class World:
    """All that a turn of one person may see, at the moment of the turn."""

    me: Person
    now: datetime
    search: Search | None = None
    programme: Programme = field(default_factory=Programme)
    invites: tuple[Invite, ...] = ()
    """The links that the person gave, and the one that this turn is about."""
    pairs: tuple[Pair, ...] = ()
    held: str = ""
    """The key of the link that this turn is about."""
    called: str = ""
    """What Telegram calls the person."""

    @property
    def mine(self) -> Mine:
        """All of it that the domain reads and changes."""
        return Mine(self.me, self.search, self.invites, self.pairs)

    def link(self, token: str) -> str:
        """The link that opens this bot with that token."""
        return f"https://t.me/{self.programme.bot}?start={token}"

    def having(self, mine: Mine) -> World:
        """The world after the domain changed it."""
        return replace(self, me=mine.me, search=mine.search, invites=mine.invites, pairs=mine.pairs)

    @property
    def goal(self) -> Goal | None:
        """The learning goal, once there is one."""
        return self.search.goal if self.search is not None else None

    @property
    def own_name(self) -> str:
        """The name the person told, else the one that Telegram shows; empty where there is neither."""
        return self.me.name or self.called

    @property
    def today(self) -> date:
        """The calendar day where the person is."""
        return self.now.astimezone(ZoneInfo(self.me.zone)).date()

    @property
    def version(self) -> int:
        """Of the search: a card's buttons carry it, so that nobody decides on what they did not see."""
        return self.search.version if self.search is not None else 0


TheBook: TypeAlias = Book[World, Command, Fact]
TheFlow: TypeAlias = Flow[World, Command]
TheMove: TypeAlias = Move[Command, Fact]
TheStep: TypeAlias = Step[World]
TheSight: TypeAlias = Sight[World]
Values: TypeAlias = Mapping[str, Value]


def candidate_of(world: World, subject: str) -> Candidate | None:
    """The candidate that a form or a card is about."""
    return candidate(world.search, subject)


def name_of(world: World, subject: str) -> str:
    """What the mentee calls that candidate; empty where there is none."""
    one = candidate_of(world, subject)
    return one.name if one is not None else ""


def named(at: TheSight) -> Values:
    """The candidate's name, for the prompts of a form about one."""
    return {"name": name_of(at.world, at.subject)}


def refuse(reason: str) -> TheMove:
    """Why something is not done, and the way on."""
    return TheMove(say=(said(f"refused/{reason}"),), again=True)


def words(said: Words, group: str) -> Value:
    """Words as a prompt shows them: that group's standard wording in the reader's language, or own words."""
    return Phrase(f"{group}.{said.preset}") if said.preset else said.own


def taken(answer: Answer | None) -> Words:
    """What an answer becomes in the domain; the choice `open` leaves it open."""
    if answer is None or "open" in answer.picked:
        return Words()
    return Words(preset=answer.picked[0]) if answer.picked else Words(own=answer.text)


def given(said: Words) -> Answer:
    """The answer that a correction starts from."""
    if said.preset:
        return Answer(picked=(said.preset,))
    return Answer(text=said.own) if said.own else Answer(picked=("open",))


def addressed(one: Candidate) -> Value:
    """How the mentee addresses a candidate: a standard form in the reader's language, or their own word."""
    return Phrase(f"address.{one.address}") if one.address in STANDARD_ADDRESSES else one.address


STANDARD_ADDRESSES = frozenset({"bapak", "ibu", "kak", "koko", "cici"})


def card_button(prompt: str, id: str, data: str, values: Values | None = None) -> Button:
    """A button of a card, labelled by that prompt's front matter."""
    return Button(Labelled(prompt, id), data=data, values=values or {})


def said(prompt: str, values: Values | None = None) -> Part:
    """One paragraph."""
    return Part(prompt, values or {})
