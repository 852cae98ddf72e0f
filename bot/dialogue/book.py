"""The contract between the engine and its content: a book says what, the engine how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

from bot.dialogue.desk import Conversation, Desk, put
from bot.dialogue.events import Button, Due, Effect, Event, Fresh, Part, Reached, Said, Tell, Told
from bot.dialogue.flow import Flow

W = TypeVar("W")
C = TypeVar("C")
F = TypeVar("F")


@dataclass(frozen=True)
class Move(Generic[C, F]):
    """What a handler wants: commands to the domain first, then what to say, then where to go.

    `open` puts a form on the floor; `again` puts the question on the floor once more below what is said.
    `links` stand above whatever buttons that brings.
    """

    do: tuple[C, ...] = ()
    say: tuple[Part, ...] = ()
    buttons: tuple[Button, ...] = ()
    open: tuple[str, str] | None = None
    again: bool = False
    toast: Part | None = None
    effects: tuple[Effect[F], ...] = ()
    links: tuple[Button, ...] = ()
    clear: bool = False
    """Close every open conversation first."""


@dataclass(frozen=True)
class Applied(Generic[W, F]):
    """The world after a command, and what others are to hear of it."""

    world: W
    told: tuple[Tell[F], ...] = ()


@dataclass(frozen=True)
class Card:
    """A press on a card: the verb, its subject, and the version that the person saw."""

    verb: str
    subject: str
    version: int


@dataclass(frozen=True)
class Book(Generic[W, C, F]):
    """The content. Every function is pure; `gate` comes before all else and may take the turn.

    `apply` gives the world after a command, or the words of its refusal. `after` says what follows a
    form's command. `may_open` refuses a form that the order of things does not allow yet.
    `idle` answers words that no question waits for; `way_on` is the one next step, shown where no form is
    open; `wait` tells until when a fact has to wait before this person may hear of it.
    """

    flows: Mapping[str, Flow[W, C]]
    cards: Mapping[str, Callable[[W, Card, Fresh], Move[C, F]]]
    commands: Mapping[str, Callable[[W, str, Fresh], Move[C, F]]]
    gate: Callable[[W, Event[F], Fresh], Move[C, F] | None]
    apply: Callable[[W, C, Fresh], Applied[W, F] | Part]
    after: Callable[[W, C, W], Move[C, F]]
    may_open: Callable[[W, str, str], Part | None]
    idle: Callable[[W, Said, Fresh], Move[C, F]]
    due: Callable[[W, Due, Fresh], Move[C, F]]
    told: Callable[[W, Told[F], Fresh], Move[C, F]]
    reached: Callable[[W, Reached, Fresh], Move[C, F]]
    way_on: Callable[[W, Fresh], Move[C, F]]
    wait: Callable[[W, Told[F], Fresh], datetime | None]


@dataclass(frozen=True)
class Turn(Generic[W, C, F]):
    """One event on its way through the engine: the book, what it may take from outside, and all so far.

    What `decide` gives back: the new world and desk, and the effects in order. `wait_until` hands the
    event back untouched until then.
    """

    book: Book[W, C, F]
    fresh: Fresh
    world: W
    desk: Desk
    effects: tuple[Effect[F], ...] = ()
    wait_until: datetime | None = None

    def adding(self, *effects: Effect[F]) -> Turn[W, C, F]:
        """The same turn with more effects."""
        return replace(self, effects=(*self.effects, *effects))

    def holding(self, conversation: Conversation) -> Turn[W, C, F]:
        """The same turn with the conversation stored and on the floor."""
        return replace(self, desk=put(self.desk, conversation))
