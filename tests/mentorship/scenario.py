"""Scenario words: a mentee whose way is told in one line a step."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.mentorship.apply import Applied, apply
from bot.mentorship.commands import (
    AddCandidate,
    Command,
    JudgeFit,
    LogTalk,
    OpenAsk,
    Reason,
    RecordOutcome,
    Refused,
    SetCriteria,
    SetGoal,
    TellTies,
)
from bot.mentorship.person import Consent, Person
from bot.mentorship.search import Candidate, Criteria, Goal, Search, Ties, Words, candidate

MONDAY = datetime(2026, 11, 2, 3, tzinfo=UTC)
"""Ten in the morning in Jakarta, on a working day."""

FACT_FINDING = Goal(skill=Words(own="menggali kebutuhan"), situation=Words(own="dokter spesialis"))
PATIENT_EXPERT = Criteria(experience=Words(own="melayani dokter"), trait=Words(preset="patient"))
NO_TIES = Ties(ticked=())
BOSS = Ties(ticked=("superior",), holds_back="yes", decision="go_on")


def agreed(door: str = "learn") -> Person:
    """Somebody who agreed to the terms on Monday, and went through a door."""
    return Person(id=7, door=door, consent=Consent("1", MONDAY))


@dataclass
class Mentee:
    """One person and their search; every word that is not refused moves both on."""

    me: Person = field(default_factory=agreed)
    search: Search | None = None
    now: datetime = MONDAY

    def wants(self, command: Command) -> Reason | None:
        """Apply it. None where it was done, else the reason for the refusal."""
        result = apply(self.me, self.search, command, self.now, token="s1")
        if isinstance(result, Refused):
            return result.reason
        assert isinstance(result, Applied)
        self.me, self.search = result.me, result.search
        return None

    def does(self, *commands: Command) -> Mentee:
        """Apply what must not be refused."""
        for command in commands:
            assert self.wants(command) is None, command
        return self

    def waits(self, **time: float) -> Mentee:
        self.now += timedelta(**time)
        return self

    def sets_goal(self, goal: Goal = FACT_FINDING) -> Mentee:
        return self.does(SetGoal(goal))

    def sets_criteria(self) -> Mentee:
        return self.does(SetCriteria(PATIENT_EXPERT))

    def adds(self, *names: str) -> Mentee:
        return self.does(*(adding(name) for name in names))

    def tells_ties(self, id: str = "1", ties: Ties = NO_TIES) -> Mentee:
        return self.does(TellTies(id, ties))

    def talks(self, id: str = "1", times: int = 1) -> Mentee:
        """Talks on so many days, each of them a day further on."""
        for _ in range(times):
            self.waits(days=1).does(talk(self, id))
        return self

    def judges(self, id: str = "1", decision: str = "go_on", goal_help: int = 4) -> Mentee:
        return self.does(JudgeFit(id, "Beliau menunjukkan caranya", goal_help, decision))

    def asks(self, id: str = "1") -> Mentee:
        return self.does(OpenAsk(id))

    def hears(self, outcome: str, id: str = "1") -> Mentee:
        return self.does(RecordOutcome(id, outcome))

    def one(self, id: str = "1") -> Candidate:
        """The candidate of that id, who must be there."""
        assert self.search is not None
        found = candidate(self.search, id)
        assert found is not None
        return found


def adding(name: str, id: str = "") -> AddCandidate:
    return AddCandidate(id=id, name=name, address="bapak", reason="experience", source="chapter")


def talk(mentee: Mentee, id: str = "1") -> LogTalk:
    return LogTalk(id, mentee.now.date(), "bertanya dulu, menjelaskan kemudian")


def with_shortlist(*names: str) -> Mentee:
    """A mentee whose goal and criteria stand, with these candidates and no ties to any of them."""
    mentee = Mentee().sets_goal().sets_criteria().adds(*(names or ("Pak Budi",)))
    for number in range(1, len(names or ("Pak Budi",)) + 1):
        mentee.tells_ties(str(number))
    return mentee


def ready_to_ask(*names: str) -> Mentee:
    """The same, with talks on two days and a fit judged for the first candidate."""
    return with_shortlist(*names).talks(times=2).judges()
