"""One person with the whole bot, as pure functions: every turn through JSON, and a plan with a clock.

The plan, the inbox that rests, and the erasure behave as `storage` makes them behave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from pydantic import TypeAdapter

from bot.dialogue.desk import Desk
from bot.dialogue.events import Due, Erase, Event, Fresh, Leave, Say
from bot.flows.respond import Response, respond
from bot.flows.world import World
from bot.mentorship.apply import Fact
from bot.mentorship.cadence import Planned
from bot.mentorship.person import Person
from bot.mentorship.search import Search

ME = 101
BEGINS = datetime(2026, 11, 24, 2, tzinfo=UTC)
"""Nine in the morning in Jakarta, on a working day."""

State: TypeAlias = tuple[Person, Search | None, Desk]
_STATE: TypeAdapter[State] = TypeAdapter(State)


@dataclass(frozen=True)
class Pass:
    """Time goes on, and stops at each row of the plan that falls due."""

    span: timedelta


@dataclass(frozen=True)
class Outage:
    """The bot is down for so long; what fell due meanwhile is taken up afterwards."""

    span: timedelta


Move: TypeAlias = Event[Fact] | Pass | Outage


@dataclass(frozen=True)
class TurnTaken:
    """One turn: what came in, the world and the desk before, and what came of it."""

    event: Event[Fact]
    world: World
    desk: Desk
    response: Response


@dataclass
class Walker:
    """The person now: `plan` is what stands, `taken` what is not planned again, `resting` the inbox."""

    world: World = field(default_factory=lambda: World(Person(ME), BEGINS))
    desk: Desk = field(default_factory=Desk)
    plan: dict[tuple[str, str, str], Planned] = field(default_factory=dict)
    taken: set[tuple[str, str, str]] = field(default_factory=set)
    resting: list[tuple[datetime, Due]] = field(default_factory=list)
    turns: int = 0

    def copy(self) -> Walker:
        """Another one in the same place, to look what would come of it."""
        return replace(self, plan=dict(self.plan), taken=set(self.taken), resting=list(self.resting))

    def does(self, move: Move) -> Iterator[TurnTaken]:
        """All turns that come of one move, each as soon as it is taken."""
        match move:
            case Pass(span):
                yield from self._until(self.world.now + span, stops=True)
            case Outage(span):
                yield from self._until(self.world.now + span, stops=False)
            case _:
                yield self._turn(move)

    def _until(self, end: datetime, stops: bool) -> Iterator[TurnTaken]:
        while (at := self._next()) is not None and at <= end:
            self.world = replace(self.world, now=max(at if stops else end, self.world.now))
            for event in self._due():
                yield self._turn(event)
        self.world = replace(self.world, now=end)

    def _next(self) -> datetime | None:
        moments = [row.due for row in self.plan.values()] + [at for at, _ in self.resting]
        return min(moments, default=None)

    def _due(self) -> list[Due]:
        """The events whose time has come, taken out of plan and inbox."""
        now = self.world.now
        events = [event for at, event in self.resting if at <= now]
        self.resting = [(at, event) for at, event in self.resting if at > now]
        for key in [key for key, row in self.plan.items() if row.due <= now]:
            late = self.plan.pop(key).not_after < now
            self.taken |= set() if late else {key}
            events.append(Due(*key, late=late))
        return events

    def _turn(self, event: Event[Fact]) -> TurnTaken:
        before = TurnTaken(event, self.world, self.desk, response=self._respond(event))
        response = before.response
        self.turns += 1
        if any(isinstance(effect, Leave) for effect in response.effects):
            return before
        if any(isinstance(effect, Erase) for effect in response.effects):
            return self._erased(before)
        self.world, self.desk = response.world, response.desk
        if isinstance(event, Due):
            self._settle(event, response)
        wanted = {(row.subject, row.kind, row.occurrence): row for row in response.plan}
        self.plan = {key: row for key, row in wanted.items() if key not in self.taken}
        return before

    def _respond(self, event: Event[Fact]) -> Response:
        """What comes of an event, as it is once it was stored."""
        made = respond(self.world, self.desk, event, Fresh(self.world.now, f"search{self.turns}"))
        stored = (made.world.me, made.world.search, made.desk)
        read = _STATE.validate_json(_STATE.dump_json(stored))
        assert read == stored, "what was stored is read as something else"
        me, search, desk = read
        return replace(made, world=replace(made.world, me=me, search=search), desk=desk)

    def _settle(self, event: Due, response: Response) -> None:
        """A due row rests while a form is fresh; one that led to no message may be planned again."""
        if response.wait_until is not None:
            self.resting.append((response.wait_until, event))
        elif not any(isinstance(effect, Say) for effect in response.effects):
            self.taken.discard((event.subject, event.kind, event.occurrence))

    def _erased(self, last: TurnTaken) -> TurnTaken:
        self.world = World(Person(ME, language=self.world.me.language), self.world.now)
        self.desk, self.plan, self.taken, self.resting = Desk(), {}, set(), []
        return last
