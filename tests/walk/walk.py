"""A walk from a seed; and where a rule breaks, the shortest way there that was found by leaving moves out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bot.dialogue.events import Due, Erase, Toast
from tests.walk.moves import AT_LEISURE, WEIGHTS, Phone, next_move, pressed
from tests.walk.rules import PERSONAL, buttons, holds, said, spaced
from tests.walk.walker import Move, TurnTaken, Walker


@dataclass
class Walk:
    """A walker with a phone: what is on its screen, all buttons that ever were, and every move so far."""

    walker: Walker = field(default_factory=Walker)
    present: tuple[str, ...] = ()
    seen: dict[str, None] = field(default_factory=dict)
    messages: int = 0
    nudges: list[datetime] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)

    def copy(self) -> Walk:
        """Somebody in the same place, to look what would come of a move."""
        return Walk(self.walker.copy(), self.present, {}, self.messages, list(self.nudges))

    @property
    def phone(self) -> Phone:
        """What the person has before them."""
        return Phone(self.walker.world, self.walker.desk, self.present, tuple(self.seen), self.messages)

    def does(self, move: Move) -> list[TurnTaken]:
        """All turns of one move. Raises AssertionError for the first rule that one of them breaks."""
        self.moves.append(move)
        turns = []
        for taken in self.walker.does(move):
            turns.append(taken)
            holds(taken)
            self._show(taken)
        return turns

    def _show(self, taken: TurnTaken) -> None:
        self.messages += isinstance(taken.event, PERSONAL)
        if isinstance(taken.event, Due) and said(taken) is not None:
            self.nudges.append(taken.world.now)
            spaced(self.nudges)
        if any(isinstance(effect, Erase) for effect in taken.response.effects):
            self.nudges.clear()  # nobody remembers any more when the last one went out
        shown = tuple(button.data for button in buttons(taken) if button.data)
        if said(taken) is not None or shown:
            self.present = shown
            self.seen.update(dict.fromkeys(shown))


def screen_works(walk: Walk) -> None:
    """Raises AssertionError where a button of the last message is out of date, or a card's is refused.

    What a form wants may be refused at its end: another form may have taken the last place meanwhile.
    """
    for data in walk.present:
        never = ("engine/passed",) if data[:1].isdecimal() else ("engine/passed", "refused/")
        there = walk.copy()
        for taken in there.does(pressed(data, there.phone)):
            message = said(taken)
            parts = [part.prompt for part in message.parts] if message is not None else []
            parts += [
                one.part.prompt for one in taken.response.effects if isinstance(one, Toast) and one.part
            ]
            spoilt = [part for part in parts if part.startswith(never)]
            assert not spoilt, f"{data} is on the screen, and leads to {spoilt}"


LEISURE = 2
"""Of three people the last takes their time."""

Check = Callable[[Walk], None]


def wander(walk: Walk, seed: int, turns: int, checks: dict[Check, int]) -> None:
    """Move by chance for that many turns; each check is made once in so many moves, and at the end."""
    chance = Random(seed)
    weights = AT_LEISURE if seed % 3 == LEISURE else WEIGHTS
    while walk.walker.turns < turns:
        walk.does(next_move(chance, walk.phone, weights))
        for check, often in checks.items():
            if len(walk.moves) % often == 0 or walk.walker.turns >= turns:
                check(walk)


def shortest(moves: list[Move], checks: dict[Check, int]) -> list[Move]:
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


def broken(moves: list[Move], checks: dict[Check, int]) -> str:
    """What breaks when these moves are made from the very beginning; empty where all holds."""
    walk = Walk()
    try:
        for move in moves:
            walk.does(move)
        for check in checks:
            check(walk)
    except Exception as error:
        return re.sub("[0-9]+", "#", f"{type(error).__name__}: {error}")
    return ""
