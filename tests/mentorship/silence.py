"""Silence, told: somebody says nothing, time passes, and what falls due goes out at its moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.mentorship.apply import Applied, apply
from bot.mentorship.cadence import WEEK, Planned, heard, nudged, planned
from bot.mentorship.commands import (
    Command,
)
from bot.mentorship.gates import StepKind
from bot.mentorship.person import Person
from bot.mentorship.search import Search
from tests.mentorship.scenario import MONDAY, Mentee, agreed, ready_to_ask, with_shortlist

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@dataclass
class Silence:
    """Somebody and their search, while time passes and the plan is kept."""

    me: Person = field(default_factory=agreed)
    search: Search | None = None
    now: datetime = MONDAY
    sent: list[tuple[datetime, Planned]] = field(default_factory=list)

    def row(self) -> Planned | None:
        rows = planned(self.me, self.search, self.now)
        assert len(rows) <= 1
        return rows[0] if rows else None

    def passes(self, time: timedelta, down: bool = False) -> Silence:
        """Time goes on, and what falls due goes out at its moment; nothing does while the bot is down."""
        end = self.now + time
        while not down and (row := self.row()) and row.due <= end:
            self.now = max(self.now, row.due)
            assert self.now <= row.not_after
            self.sent.append((self.now, row))
            self.me = nudged(self.me, row, self.now)
        self.now = end
        return self

    def says(self, command: Command | None = None) -> Silence:
        """A word of the person, and perhaps what it asks for."""
        self.me = heard(self.me, self.now)
        if command:
            result = apply(self.me, self.search, command, self.now, "s1")
            assert isinstance(result, Applied)
            self.me, self.search = result.me, result.search
        return self

    def kinds(self) -> list[str]:
        return [row.kind for _, row in self.sent]

    def dates(self) -> list[str]:
        zone = ZoneInfo(self.me.zone)
        return [f"{at.astimezone(zone):%a %d %b %H:%M}" for at, _ in self.sent]


def silent_at(mentee: Mentee) -> Silence:
    """The mentee falls silent where they stand."""
    me = heard(mentee.me, mentee.now)
    return Silence(me, mentee.search, mentee.now)


def with_goal() -> Mentee:
    return Mentee().sets_goal()


def with_criteria() -> Mentee:
    return with_goal().sets_criteria()


STANDS: dict[StepKind, Callable[[], Mentee]] = {
    StepKind.GOAL: Mentee,
    StepKind.CRITERIA: with_goal,
    StepKind.CANDIDATES: with_criteria,
    StepKind.TIES: lambda: with_criteria().adds("Pak Budi"),
    StepKind.RAPPORT: with_shortlist,
    StepKind.FIT: lambda: with_shortlist().talks(times=2),
    StepKind.ASK: ready_to_ask,
    StepKind.OUTCOME: lambda: ready_to_ask().asks(),
    StepKind.AGREED: lambda: ready_to_ask().asks().hears("yes"),
}


def at_most_two_a_week(silence: Silence) -> bool:
    times = [at for at, _ in silence.sent]
    return all(third - first >= WEEK for first, third in zip(times, times[2:], strict=False))
