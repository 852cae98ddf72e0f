"""Silence, told: somebody says nothing, time passes, and what falls due goes out at its moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.mentorship.apply import Applied, apply
from bot.mentorship.cadence import WEEK, heard, nudged, planned
from bot.mentorship.commands import Command
from bot.mentorship.gates import StepKind
from bot.mentorship.mine import Mine
from bot.mentorship.pair_commands import NewsHeard, TakeNews
from bot.mentorship.planned import Klass, Planned
from bot.mentorship.reminders import NEWS
from tests.mentorship.ground import MONDAY
from tests.mentorship.scenario import (
    Somebody,
    agreed,
    ready_to_ask,
    with_a_link,
    with_a_mentor,
    with_a_yes,
    with_shortlist,
)

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@dataclass
class Silence:
    """Somebody and all that is theirs, while time passes and the plan is kept."""

    mine: Mine = field(default_factory=lambda: Mine(agreed()))
    now: datetime = MONDAY
    sent: list[tuple[datetime, Planned]] = field(default_factory=list)

    def rows(self) -> tuple[Planned, ...]:
        """What stands and has not gone out, the next first; a row goes out once by its key."""
        gone = {key(row) for _, row in self.sent}
        standing = [row for row in planned(self.mine, self.now) if key(row) not in gone]
        return tuple(sorted(standing, key=lambda row: row.due))

    def row(self) -> Planned | None:
        rows = self.rows()
        return rows[0] if rows else None

    def passes(self, time: timedelta, down: bool = False) -> Silence:
        """Time goes on, and what falls due goes out at its moment; nothing does while the bot is down."""
        end = self.now + time
        while not down and (row := self.row()) and row.due <= end:
            self.now = max(self.now, row.due)
            assert self.now <= row.not_after
            self.sent.append((self.now, row))
            if row.kind == NEWS:
                self._applies(NewsHeard())
            self.mine = replace(self.mine, me=nudged(self.mine.me, row, self.now))
        self.now = end
        return self

    def says(self, *commands: Command) -> Silence:
        """A word of the person, and perhaps what it asks for."""
        self.mine = replace(self.mine, me=heard(self.mine.me, self.now))
        for command in commands:
            self._applies(command)
        return self

    def is_told(self, kind: str, about: str = "") -> Silence:
        """Something happened elsewhere; the person themselves says nothing."""
        return self._applies(TakeNews(kind, about))

    def _applies(self, command: Command) -> Silence:
        result = apply(self.mine, command, self.now, "t0")
        assert isinstance(result, Applied), command
        self.mine = result.mine
        return self

    def kinds(self, *klasses: Klass) -> list[str]:
        """What went out, in its order; all of it, or of these classes only."""
        return [row.kind for _, row in self.sent if not klasses or row.klass in klasses]

    def dates(self) -> list[str]:
        zone = ZoneInfo(self.mine.me.zone)
        return [f"{at.astimezone(zone):%a %d %b %H:%M}" for at, _ in self.sent]


def key(row: Planned) -> tuple[str, str, str]:
    """By what a row is planned once."""
    return row.subject, row.kind, row.occurrence


def silent_at(mentee: Somebody) -> Silence:
    """The mentee falls silent where they stand."""
    return Silence(replace(mentee.mine, me=heard(mentee.me, mentee.now)), mentee.now)


def with_goal() -> Somebody:
    return Somebody().sets_goal()


def with_criteria() -> Somebody:
    return with_goal().sets_criteria()


def with_a_talk_planned() -> Somebody:
    mentee = with_shortlist()
    return mentee.books(mentee.today() + 3 * DAY)


def whose_mentor_joined() -> Somebody:
    return with_a_mentor()[0]


STANDS: dict[StepKind, Callable[[], Somebody]] = {
    StepKind.GOAL: Somebody,
    StepKind.CRITERIA: with_goal,
    StepKind.CANDIDATES: with_criteria,
    StepKind.TIES: lambda: with_criteria().adds("Pak Budi"),
    StepKind.RAPPORT: with_shortlist,
    StepKind.BOOKED: with_a_talk_planned,
    StepKind.FIT: lambda: with_shortlist().talks(times=3),
    StepKind.ASK: ready_to_ask,
    StepKind.OUTCOME: lambda: ready_to_ask().asks(),
    StepKind.AGREED: with_a_yes,
    StepKind.PARTNER: lambda: Somebody(agreed("pair")).sets_goal(),
    StepKind.INVITED: with_a_link,
    StepKind.PAIRED: whose_mentor_joined,
}
"""Somebody at each step of the road."""


def at_most_two_a_week(silence: Silence) -> bool:
    times = [at for at, row in silence.sent if row.klass == "nudge"]
    return all(third - first >= WEEK for first, third in zip(times, times[2:], strict=False))
