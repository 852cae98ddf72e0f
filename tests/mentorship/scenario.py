"""Scenario words: somebody whose way is told in one line a step, and whoever they meet on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.mentorship.apply import apply
from bot.mentorship.commands import Command, EraseMe
from bot.mentorship.invite import Invite, Letter
from bot.mentorship.mine import Mine
from bot.mentorship.pair import Pair
from bot.mentorship.pair_commands import (
    Join,
    MakeInvite,
    NotNow,
    OpenLink,
    SetMentor,
    TakeNews,
    TellMore,
    WantToKnow,
)
from bot.mentorship.person import Consent, Person
from bot.mentorship.refused import Reason, Refused
from bot.mentorship.search import Candidate, Criteria, Goal, Search, Ties, Words, candidate
from bot.mentorship.search_commands import (
    AddCandidate,
    AddPartner,
    BookTalk,
    JudgeFit,
    LogTalk,
    OpenAsk,
    RecordOutcome,
    SetCriteria,
    SetGoal,
    TellTies,
)
from tests.mentorship.ground import MONDAY, Ground

MENTEE, MENTOR, OTHER = 7, 8, 9

FACT_FINDING = Goal(skill=Words(own="menggali kebutuhan"), situation=Words(own="dokter spesialis"))
PATIENT_EXPERT = Criteria(experience=Words(own="melayani dokter"), trait=Words(preset="patient"))
NO_TIES = Ties(ticked=())
BOSS = Ties(ticked=("superior",), holds_back="yes", decision="go_on")
WHAT_SHE_TRIED = "tiga dokter bercerita lebih banyak"
LETTER = Letter("Sari", skill=FACT_FINDING.skill, situation=FACT_FINDING.situation)


def agreed(door: str = "learn", id: int = MENTEE) -> Person:
    """Somebody who agreed to the terms on Monday, and went through a door."""
    return Person(id=id, door=door, consent=Consent("1", MONDAY))


@dataclass
class Somebody:
    """One person and their search; every word that is not refused moves all on that they may change."""

    me: Person = field(default_factory=agreed)
    search: Search | None = None
    ground: Ground = field(default_factory=Ground)

    @property
    def now(self) -> datetime:
        return self.ground.now

    @property
    def mine(self) -> Mine:
        return self._holding("")

    def _holding(self, key: str) -> Mine:
        together = self.ground.together
        return Mine(
            self.me, self.search, together.invites_of(self.me.id, key), together.pairs_of(self.me.id, key)
        )

    def wants(self, command: Command) -> Reason | None:
        """Apply it. None where it was done, else the reason for the refusal."""
        mine = self._holding(getattr(command, "invite", ""))
        result = apply(mine, command, self.now, self.ground.token())
        if isinstance(result, Refused):
            return result.reason
        self.me, self.search = result.mine.me, result.mine.search
        after = self.ground.together.having(result.mine.invites, result.mine.pairs)
        self.ground.together = after.without(self.me.id) if isinstance(command, EraseMe) else after
        self.ground.facts += result.facts
        return None

    def does(self, *commands: Command) -> Somebody:
        """Apply what must not be refused."""
        for command in commands:
            assert self.wants(command) is None, command
        return self

    def waits(self, **time: float) -> Somebody:
        self.ground.now += timedelta(**time)
        return self

    def today(self) -> date:
        """Which day it is where they live."""
        return self.now.astimezone(ZoneInfo(self.me.zone)).date()

    def meets(self, id: int = MENTOR, door: str = "", consents: bool = True) -> Somebody:
        """Somebody else on the same ground."""
        other = agreed(door, id) if consents else Person(id=id)
        return Somebody(other, ground=self.ground)

    # The search

    def sets_goal(self, goal: Goal = FACT_FINDING) -> Somebody:
        return self.does(SetGoal(goal))

    def sets_criteria(self) -> Somebody:
        return self.does(SetCriteria(PATIENT_EXPERT))

    def adds(self, *names: str) -> Somebody:
        return self.does(*(adding(name) for name in names))

    def tells_ties(self, id: str = "1", ties: Ties = NO_TIES) -> Somebody:
        return self.does(TellTies(id, ties))

    def books(self, day: date, hour: time | None = None, id: str = "1") -> Somebody:
        return self.does(booking(day, hour, id))

    def talks(self, id: str = "1", times: int = 1, tries: bool = True) -> Somebody:
        """Talks on so many days, each of them a day further on; what the one before taught was tried."""
        for _ in range(times):
            self.waits(days=1).does(talk(self, id, WHAT_SHE_TRIED if tries else ""))
        return self

    def judges(self, id: str = "1", decision: str = "go_on", goal_help: int = 4) -> Somebody:
        return self.does(JudgeFit(id, "Beliau menunjukkan caranya", goal_help, decision))

    def asks(self, id: str = "1") -> Somebody:
        return self.does(OpenAsk(id, "Sari"))

    def hears(self, outcome: str, id: str = "1", reason: str = "") -> Somebody:
        return self.does(RecordOutcome(id, outcome, reason))

    def one(self, id: str = "1") -> Candidate:
        """The candidate of that id, who must be there."""
        assert self.search is not None
        found = candidate(self.search, id)
        assert found is not None
        return found

    # Links and pairs

    def gives_link(self, id: str = "1") -> Somebody:
        return self.does(MakeInvite("mentor", id, LETTER))

    def has_time_for(self, mentees: int) -> Somebody:
        return self.does(SetMentor("Budi Santoso", mentees))

    def invites_mentee(self) -> Somebody:
        return self.does(MakeInvite("mentee", "", Letter("Budi Santoso")))

    def links(self) -> Sequence[Invite]:
        """The links this person gave, oldest first, as they stand."""
        return sorted(self.mine.invites, key=lambda one: one.made)

    def link(self) -> Invite:
        """The link this person gave last."""
        return self.links()[-1]

    def opens(self, link: Invite) -> Somebody:
        return self.does(OpenLink(link.key))

    def joins(self, link: Invite) -> Somebody:
        return self.does(Join(link.key))

    def says_not_now(self, link: Invite) -> Somebody:
        return self.does(NotNow(link.key))

    def wants_to_know(self, link: Invite, question: str = "time") -> Somebody:
        return self.does(WantToKnow(link.key, question))

    def tells_more(self, link: Invite, answer: str = "Satu jam sebulan") -> Somebody:
        return self.does(TellMore(link.key, answer))

    def is_told(self) -> Somebody:
        """What is on its way to this person arrives; whoever did not join keeps nothing of it."""
        ground = self.ground
        mine = [fact for fact in ground.facts if fact.to == self.me.id]
        ground.facts = [fact for fact in ground.facts if fact.to != self.me.id]
        if self.me.consent is not None:
            self.does(*(TakeNews(fact.kind, fact.about) for fact in mine))
        return self

    def pair(self) -> Pair:
        """The one pair this person is a side of."""
        (one,) = self.mine.pairs
        return one


def adding(name: str, id: str = "") -> AddCandidate:
    return AddCandidate(id=id, name=name, address="bapak", reason="experience", source="chapter")


def booking(day: date, hour: time | None = None, id: str = "1", zone: str = "Asia/Jakarta") -> BookTalk:
    at = datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC) if hour is not None else None
    return BookTalk(id, day, at, Words(preset="began"))


def talk(somebody: Somebody, id: str = "1", tried: str = "") -> LogTalk:
    return LogTalk(id, somebody.today(), "bertanya dulu, menjelaskan kemudian", tried=tried)


def with_shortlist(*names: str) -> Somebody:
    """A mentee whose goal and criteria stand, with these candidates and no ties to any of them."""
    mentee = Somebody().sets_goal().sets_criteria().adds(*(names or ("Pak Budi",)))
    for number in range(1, len(names or ("Pak Budi",)) + 1):
        mentee.tells_ties(str(number))
    return mentee


def ready_to_ask(*names: str) -> Somebody:
    """The same, with talks on two days, one follow-up tried, and a fit judged for the first candidate."""
    return with_shortlist(*names).talks(times=2).judges()


def with_a_yes(*names: str) -> Somebody:
    """The first candidate said yes, and no link was given yet."""
    return ready_to_ask(*names).asks().hears("yes")


def with_a_link(*names: str) -> Somebody:
    """A mentee who gave the link to the mentor who said yes."""
    return with_a_yes(*names).gives_link()


def with_a_partner() -> Somebody:
    """A mentee of a pair that exists already: goal and name stand."""
    return Somebody(agreed("pair")).sets_goal().does(AddPartner("Pak Budi", "bapak"))


def with_a_mentor() -> tuple[Somebody, Somebody]:
    """A mentee and the mentor who joined by their link; the mentee has not heard of it yet."""
    mentee = with_a_link()
    mentor = mentee.meets()
    return mentee, mentor.joins(mentee.link())


def a_mentor_with_time(mentees: int = 1) -> Somebody:
    """Somebody who came as a mentor, on ground where nobody else is yet."""
    return Somebody(agreed("mentor", MENTOR)).has_time_for(mentees)
