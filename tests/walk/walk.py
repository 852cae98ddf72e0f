"""A walk from a seed; and where a rule breaks, the shortest way there that was found by leaving moves out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random
from typing import TypeAlias

from bot.dialogue.events import Erase, Toast
from storage.together import Together
from tests.walk.moves import AT_LEISURE, WEIGHTS, Chooses, Phone, next_move, pressed
from tests.walk.rules import buttons, holds, said
from tests.walk.shared_rules import Released, started_by_itself
from tests.walk.walker import CALLED, MENTEE, MENTOR, PERSONAL, Crowd, Move, TurnTaken

Step: TypeAlias = tuple[int, Move]
"""Who does what."""


@dataclass(frozen=True)
class Screen:
    """One person's phone: the buttons on it now, and since when; all that ever were; messages sent."""

    present: tuple[str, ...] = ()
    shown: tuple[datetime, Together] | None = None
    seen: tuple[str, ...] = ()
    messages: int = 0
    refused: bool = False
    """Whether the last message said that something was not done."""
    started: tuple[tuple[datetime, str], ...] = ()
    """When the bot wrote of its own accord, and by which kind of row."""


@dataclass
class Walk:
    """Two people with their phones, and every move so far."""

    crowd: Crowd = field(default_factory=Crowd)
    screens: dict[int, Screen] = field(default_factory=lambda: {id: Screen() for id in CALLED})
    released: Released = field(default_factory=Released)
    opened: set[str] = field(default_factory=set)
    """Every form that was open."""
    moves: list[Step] = field(default_factory=list)

    def copy(self) -> Walk:
        """Two in the same place, to look what would come of a move."""
        return Walk(self.crowd.copy(), dict(self.screens), self.released)

    def phone(self, person: int) -> Phone:
        """What a person has before them."""
        screen, desk = self.screens[person], self.crowd.walkers[person].desk
        world = self.crowd.world(person)
        return Phone(world, desk, screen.present, screen.seen, screen.messages, screen.refused)

    def does(self, person: int, move: Move) -> list[TurnTaken]:
        """All turns of one move. Raises AssertionError for the first rule that one of them breaks."""
        self.moves.append((person, move))
        turns = []
        for taken in self.crowd.does(person, move):
            turns.append(taken)
            holds(taken)
            self.released = self.released.after(taken)
            self.opened |= {one.flow for one in taken.response.desk.conversations}
            self.screens[taken.world.me.id] = self._shows(taken)
        return turns

    def _shows(self, taken: TurnTaken) -> Screen:
        screen = self.screens[taken.world.me.id]
        shown = tuple(button.data for button in buttons(taken) if button.data)
        screen = replace(
            screen,
            messages=screen.messages + isinstance(taken.event, PERSONAL),
            started=started_by_itself(screen.started, taken),
        )
        if any(isinstance(effect, Erase) for effect in taken.response.effects):
            screen = replace(screen, started=())  # nobody remembers any more when the last one went out
        message = said(taken)
        if message is None and not shown:
            return screen
        refused = message is not None and any(part.prompt.startswith("refused/") for part in message.parts)
        seen = tuple(dict.fromkeys((*screen.seen, *shown)))
        now = (taken.world.now, taken.after)
        return replace(screen, present=shown, shown=now, seen=seen, refused=refused)


def screen_works(walk: Walk) -> None:
    """Raises AssertionError where a button of the last message is out of date, or a card's is refused.

    What a form wants may be refused at its end: another form may have taken the last place meanwhile. What
    is about a link may be refused once time went on, or the other did something.
    """
    for person, screen in walk.screens.items():
        same = screen.shown == (walk.crowd.now, walk.crowd.together)
        for data in screen.present:
            if same or not data.startswith(ABOUT_BOTH):
                _works(walk, person, data)


ABOUT_BOTH = ("link.", "invite", "nobot", "mentee", "open.more", "open.outcome", "aside", "forget")


def _works(walk: Walk, person: int, data: str) -> None:
    never = ("engine/passed",) if data[:1].isdecimal() else ("engine/passed", "refused/")
    there = walk.copy()
    for taken in there.does(person, pressed(data, there.phone(person))):
        message = said(taken)
        parts = [part.prompt for part in message.parts] if message is not None else []
        parts += [one.part.prompt for one in taken.response.effects if isinstance(one, Toast) and one.part]
        spoilt = [part for part in parts if part.startswith(never)]
        assert not spoilt, f"{data} is on the screen, and leads to {spoilt}"


LEISURE = 2
"""Of three walks the last takes its time."""
MENTORS_PART = 0.3
"""Of the moves."""
Check = Callable[[Walk], None]
Ways = Mapping[int, Chooses]
"""What each of them does besides what chance gives."""
OFTEN = 40
"""How often that is, beside the weights of all else that they may do."""


def wander(walk: Walk, seed: int, turns: int, checks: dict[Check, int], ways: Ways) -> None:
    """Move by chance for that many turns; each check is made once in so many moves, and at the end."""
    chance = Random(seed)
    weights = AT_LEISURE if seed % 3 == LEISURE else WEIGHTS
    while walk.crowd.turns < turns:
        person = MENTOR if chance.random() < MENTORS_PART else MENTEE
        walk.does(person, next_move(chance, walk.phone(person), {**weights, ways[person]: OFTEN}))
        for check, every in checks.items():
            if len(walk.moves) % every == 0 or walk.crowd.turns >= turns:
                check(walk)


def shortest(moves: list[Step], checks: dict[Check, int]) -> list[Step]:
    """As few of these moves as still break the same rule, in their order."""
    wanted = broken(moves, checks)
    chunk = len(moves) // 2
    while chunk:
        at = 0
        while at < len(moves):
            fewer = moves[:at] + moves[at + chunk :]
            if broken(fewer, checks) == wanted:
                moves = fewer
            else:
                at += chunk
        chunk //= 2
    return moves


def broken(moves: list[Step], checks: dict[Check, int]) -> str:
    """What breaks when these moves are made from the very beginning; empty where all holds."""
    walk = Walk()
    try:
        for person, move in moves:
            walk.does(person, move)
        for check in checks:
            check(walk)
    except Exception as error:
        return re.sub("[0-9]+", "#", f"{type(error).__name__}: {error}")
    return ""
