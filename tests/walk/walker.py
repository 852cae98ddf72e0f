"""Two people with the whole bot, as pure functions: every turn through JSON, and a plan with a clock.

Plan, inbox, links, pairs and erasure behave as `turn` and `storage` make them behave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from pydantic import TypeAdapter

from bot.dialogue.desk import Desk
from bot.dialogue.events import (
    Commanded,
    Due,
    Edited,
    Erase,
    Event,
    Fresh,
    Leave,
    Pressed,
    Said,
    Say,
    Sent,
    Tell,
    Told,
)
from bot.flows.respond import Response, respond
from bot.flows.world import Programme, World
from bot.hearing import Heard
from bot.mentorship.invite import Invite, key_of
from bot.mentorship.inviting import Fact
from bot.mentorship.pair import Pair
from bot.mentorship.person import Person
from bot.mentorship.planned import Planned
from bot.mentorship.search import Search
from bot.speech import spoken, voice_for
from storage.claims import Claimed
from storage.together import Together
from tests.chat import CATALOG

MENTEE, MENTOR = 101, 102
"""Who they mean to be; chance makes them more than that."""
CALLED = {MENTEE: "Sari", MENTOR: "Hendra"}
BEGINS = datetime(2026, 11, 24, 2, tzinfo=UTC)
"""Nine in the morning in Jakarta, on a working day."""
PROGRAMME = Programme(bot="tuntun_bot")

PERSONAL = Said | Pressed | Commanded | Sent | Edited
"""What a person does themselves: none of it may go unanswered."""

Key: TypeAlias = tuple[str, str, str]
_STATE: TypeAdapter[tuple[Person, Search | None, Desk]] = TypeAdapter(tuple[Person, Search | None, Desk])
_TOGETHER: TypeAdapter[tuple[dict[str, Invite], dict[str, Pair]]] = TypeAdapter(
    tuple[dict[str, Invite], dict[str, Pair]]
)


@dataclass(frozen=True)
class Pass:
    """Time goes on, and stops at each row of the plan that falls due."""

    span: timedelta


@dataclass(frozen=True)
class Outage:
    """The bot is down for so long; what fell due meanwhile is taken up afterwards."""

    span: timedelta


@dataclass(frozen=True)
class Opened:
    """Somebody opens a link: the last one that was made, or one of those before it."""

    before: int = 0


Move: TypeAlias = Event[Fact] | Pass | Outage | Opened


@dataclass(frozen=True)
class TurnTaken:
    """One turn: what came in, the world and the desk before, and what came of it."""

    event: Event[Fact]
    world: World
    desk: Desk
    response: Response
    before: Together
    after: Together
    started: bool
    """Whether this person spoke with the bot, now or before, and did not leave since."""


@dataclass(frozen=True)
class Walker:
    """One person now: `plan` is what stands, `taken` what is not planned again, `resting` the inbox."""

    me: Person
    search: Search | None = None
    desk: Desk = field(default_factory=Desk)
    plan: Mapping[Key, Planned] = field(default_factory=dict)
    taken: frozenset[Key] = frozenset()
    resting: tuple[tuple[datetime, Event[Fact]], ...] = ()
    started: bool = False

    def next(self) -> datetime | None:
        """When something is to be taken up."""
        return min([row.due for row in self.plan.values()] + [at for at, _ in self.resting], default=None)

    def due(self, now: datetime) -> tuple[Walker, list[Event[Fact]]]:
        """The events whose time has come, and the walker without them in plan and inbox."""
        rows = {key: row for key, row in self.plan.items() if row.due <= now}
        events = [event for at, event in self.resting if at <= now]
        events += [Due(*key, late=row.not_after < now) for key, row in rows.items()]
        stay = {key: row for key, row in self.plan.items() if key not in rows}
        sent = {key for key, row in rows.items() if row.not_after >= now}
        resting = tuple(one for one in self.resting if one[0] > now)
        return replace(self, plan=stay, taken=self.taken | sent, resting=resting), events

    def after(self, event: Event[Fact], response: Response) -> Walker:
        """After a turn. What has to wait rests; a due row without a message may be planned again."""
        if response.wait_until is not None:
            return self._planned(response, resting=(*self.resting, (response.wait_until, event)))
        taken = self.taken
        if isinstance(event, Due) and not any(isinstance(effect, Say) for effect in response.effects):
            taken -= {(event.subject, event.kind, event.occurrence)}
        return replace(self, taken=taken)._planned(response, self.resting)

    def _planned(self, response: Response, resting: tuple[tuple[datetime, Event[Fact]], ...]) -> Walker:
        rows = {(row.subject, row.kind, row.occurrence): row for row in response.plan}
        plan = {key: row for key, row in rows.items() if key not in self.taken}
        world = response.world
        return replace(self, me=world.me, search=world.search, desk=response.desk, plan=plan, resting=resting)


@dataclass
class Crowd:
    """Everybody there is, and what they share: the moment, links and pairs."""

    walkers: dict[int, Walker] = field(default_factory=lambda: {id: Walker(Person(id)) for id in CALLED})
    now: datetime = BEGINS
    together: Together = field(default_factory=Together)
    links: tuple[str, ...] = ()
    """The tokens of all links that were ever made."""
    turns: int = 0
    _used: int = 0

    def copy(self) -> Crowd:
        """Another one in the same place, to look what would come of it."""
        return replace(self, walkers=dict(self.walkers))

    def world(self, person: int, event: Event[Fact] | None = None) -> World:
        """All that a turn of that person may see."""
        held = Heard(Claimed(0, person, "update", {}, 1, 0), event).held
        walker, ours = self.walkers[person], self.together
        links, pairs = ours.invites_of(person, held), ours.pairs_of(person, held)
        return World(walker.me, self.now, walker.search, PROGRAMME, links, pairs, held, CALLED[person])

    def does(self, person: int, move: Move) -> Iterator[TurnTaken]:
        """All turns that come of one move, each as soon as it is taken."""
        match move:
            case Pass(span):
                yield from self._until(self.now + span, stops=True)
            case Outage(span):
                yield from self._until(self.now + span, stops=False)
            case Opened(before):
                token = self.links[-1 - before % len(self.links)] if self.links else ""
                yield from self._turns(person, Commanded("start", token))
            case _:
                yield from self._turns(person, move)

    def _until(self, end: datetime, stops: bool) -> Iterator[TurnTaken]:
        while (at := self._next()) is not None and at <= end:
            self.now = max(at if stops else end, self.now)
            for person in self.walkers:
                self.walkers[person], events = self.walkers[person].due(self.now)
                for event in events:
                    yield from self._turns(person, event)
        self.now = end

    def _next(self) -> datetime | None:
        moments = [walker.next() for walker in self.walkers.values()]
        return min((at for at in moments if at is not None), default=None)

    def _turns(self, person: int, event: Event[Fact]) -> Iterator[TurnTaken]:
        """The turn, and those in which others are told of it."""
        waiting = [(person, event)]
        while waiting:
            taken = self._turn(*waiting.pop(0))
            yield taken
            if not any(isinstance(effect, Erase | Leave) for effect in taken.response.effects):
                told = [effect for effect in taken.response.effects if isinstance(effect, Tell)]
                waiting += [(effect.person, Told(effect.fact)) for effect in told]

    def _turn(self, person: int, event: Event[Fact]) -> TurnTaken:
        walker, before, world = self.walkers[person], self.together, self.world(person, event)
        started = walker.started or isinstance(event, PERSONAL)
        token = f"token{self._used}"
        response = _stored(respond(world, walker.desk, event, Fresh(self.now, token)))
        spoken(voice_for(CATALOG, response.world.me), response.effects)  # a value that is missing raises
        self.turns += 1
        if any(isinstance(effect, Erase) for effect in response.effects):
            self.together = before.without(person)
            self.walkers[person] = Walker(Person(person, language=world.me.language))
        elif not any(isinstance(effect, Leave) for effect in response.effects):
            self.together = before.having(response.world.invites, response.world.pairs)
            self.walkers[person] = replace(walker, started=started).after(event, response)
        self._note(token, response)
        return TurnTaken(event, world, walker.desk, response, before, self.together, started)

    def _note(self, token: str, response: Response) -> None:
        search = response.world.search
        made = key_of(token) in self.together.invites
        self.links += (token,) if made else ()
        self._used += made or token in self.together.pairs or (search is not None and search.id == token)


def _stored(made: Response) -> Response:
    """What came of an event, as it is once it was stored."""
    world = made.world
    state = (world.me, world.search, made.desk)
    shared = ({one.key: one for one in world.invites}, {one.id: one for one in world.pairs})
    read, ours = _STATE.validate_json(_STATE.dump_json(state)), _TOGETHER.dump_json(shared)
    assert read == state, "what was stored is read as something else"
    assert _TOGETHER.validate_json(ours) == shared, "a link or a pair is read as something else"
    me, search, desk = read
    return replace(made, world=replace(world, me=me, search=search), desk=desk)
