"""One event of one person, whole: who was heard, what is decided, and what is planned from here on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.dialogue.book import Turn
from bot.dialogue.decide import decide
from bot.dialogue.desk import Desk
from bot.dialogue.events import Due, Effect, Event, Fresh, Reached, Say, Told
from bot.flows.book import BOOK
from bot.flows.nudges import standing
from bot.flows.world import World
from bot.mentorship.cadence import heard, nudged, planned
from bot.mentorship.commands import Command
from bot.mentorship.inviting import Fact
from bot.mentorship.planned import Planned


@dataclass(frozen=True)
class Response:
    """The new state, what is to be done, and every row of the plan that should stand now."""

    world: World
    desk: Desk
    effects: tuple[Effect[Fact], ...]
    plan: tuple[Planned, ...]
    wait_until: datetime | None = None


def respond(world: World, desk: Desk, event: Event[Fact], fresh: Fresh) -> Response:
    """What comes of an event. Pure: `world.now` and `fresh` are all it knows of the outside."""
    if not isinstance(event, Due | Told | Reached):
        world = replace(world, me=heard(world.me, fresh.now))
    turn = decide(BOOK, desk, world, event, fresh)
    if turn.wait_until is not None:
        return Response(world, desk, (), planned(world.mine, fresh.now), turn.wait_until)
    after = _counted(world, event, turn)
    rows = planned(after.mine, fresh.now)
    return Response(after, turn.desk, turn.effects, rows)


def _counted(before: World, event: Event[Fact], turn: Turn[World, Command, Fact]) -> World:
    """The world with a nudge counted that went out in this turn."""
    row = standing(before, event) if isinstance(event, Due) else None
    if row is None or not any(isinstance(effect, Say) for effect in turn.effects):
        return turn.world
    return replace(turn.world, me=nudged(turn.world.me, row, turn.fresh.now))
