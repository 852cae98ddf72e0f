"""One mentee's way from a learning goal to a yes, as data (DOMAIN 1.1-1.8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True)
class Words:
    """A standard wording by its key, or the person's own words as they wrote them."""

    preset: str = ""
    own: str = ""

    def __bool__(self) -> bool:
        return bool(self.preset or self.own)


OPEN = Words()
"""Left open: nothing was said yet."""


@dataclass(frozen=True)
class Goal:
    """The learning goal: `skill` in a `situation` are required, the rest may stay open (DOMAIN 1.1)."""

    skill: Words
    situation: Words
    sign: Words = OPEN
    by: date | None = None
    why: Words = OPEN
    later: tuple[str, ...] = ()
    """Further goals the person named, kept for a later cycle; two at most."""


@dataclass(frozen=True)
class Criteria:
    """What a mentor must bring for this goal (DOMAIN 1.2). `bonus` is welcome and decides nothing."""

    experience: Words
    trait: Words
    conditions: tuple[str, ...] = ()
    bonus: Words = OPEN
    expects: Words = OPEN
    learns: Words = OPEN


class Standing(StrEnum):
    """Whether a candidate is still in play."""

    ACTIVE = "active"
    SET_ASIDE = "set_aside"
    DECLINED = "declined"
    AGREED = "agreed"


@dataclass(frozen=True)
class Ties:
    """The private conflict question, answered (DOMAIN 1.4): never shown to anybody but its owner."""

    ticked: tuple[str, ...]
    """Ids of TIES; empty means none."""
    holds_back: str = ""
    """`yes`, `no`, `unsure`, or empty where it was not asked."""
    decision: str = ""
    """`go_on`, `refer`, or empty where there was nothing to decide."""


@dataclass(frozen=True)
class Talk:
    """One expertise conversation that was held, with the one thing learned (DOMAIN 1.5)."""

    day: date
    learned: str
    plan: str = ""
    """"If ..., then I will ...": what was learned, made ready to be tried."""
    tried: str = ""
    """What came of trying what this talk taught."""
    on_goal: bool = True
    """Whether it touched the goal of this search; one that did belongs to the gate."""


@dataclass(frozen=True)
class Booking:
    """A talk that was planned: the day, the moment where an hour was said, and the one question for it."""

    day: date
    at: datetime | None
    question: Words
    made: datetime


@dataclass(frozen=True)
class Fit:
    """The mentee's private judgement after the talks (DOMAIN 1.6). `goal_help` is 1 to 5."""

    evidence: str
    goal_help: int
    decision: str
    """An id of FIT_DECISIONS."""
    days: int = 0
    """On how many days they had talked when this was judged: a further talk opens the question again."""
    musts: str = ""
    """Which of the two musts showed: an id of MUSTS, or empty where it was not asked."""
    honest: int = 0
    time: int = 0
    way: int = 0
    values: int = 0
    """1 to 5 like `goal_help`, or 0 where the question was passed."""


@dataclass(frozen=True)
class Ask:
    """The clear request: opened by the mentee, sent by the mentee, its outcome recorded (DOMAIN 1.7)."""

    opened: datetime
    proposal: str = "usual"
    """An id of PROPOSALS: how long, and how often."""
    where: Words = OPEN
    """When and where the mentee means to ask."""
    outcome: str = ""
    """`yes`, `no`, `later`, `no_answer`, or empty while nothing was recorded."""
    reason: str = ""
    """Of a no: an id of DECLINES, or empty."""
    settled: date | None = None


@dataclass(frozen=True)
class Candidate:
    """Somebody the mentee may ask. The name may be an alias; they have not consented, so little is kept."""

    id: str
    name: str
    address: str
    """How the mentee addresses them: an id of ADDRESSES, or their own word."""
    reason: str
    """Which must they meet: `experience` or `trait`."""
    source: str
    added: datetime
    standing: Standing = Standing.ACTIVE
    closed: datetime | None = None
    ties: Ties | None = None
    talks: tuple[Talk, ...] = ()
    booked: Booking | None = None
    fit: Fit | None = None
    ask: Ask | None = None


@dataclass(frozen=True)
class Search:
    """One row of searches. `version` rises with every change, so that a card can tell what it showed."""

    id: str
    person: int
    version: int = 0
    goal: Goal | None = None
    criteria: Criteria | None = None
    candidates: tuple[Candidate, ...] = ()
    noted_name: str = ""
    """A person named before the goal stood: kept aside until the shortlist (DOMAIN 6.3.3)."""
    looked: datetime | None = None
    """When the mentee, knowing nobody yet, sent a referral message or took a place to look: progress too."""
    made: int = 0
    """How many candidates were ever added, so that an id is never given twice."""


MAX_ACTIVE = 3
LEAST_TALKS = 2
USUAL_TALKS = 3

TIES = (
    "superior", "upline", "evaluates", "family", "competitor", "business", "debt", "recruits",
)  # fmt: skip
ADDRESSES = ("bapak", "ibu", "kak", "koko", "cici")
REASONS = ("experience", "trait")
FIT_DECISIONS = ("go_on", "talk_more", "choose_another")
TIES_DECISIONS = ("", "go_on", "refer")
HOLDS_BACK = ("", "yes", "no", "unsure")
OUTCOMES = ("yes", "no", "later", "no_answer")
DECLINES = ("no_time", "not_my_field", "conflict", "unsaid")
"""Why somebody was not willing; `unsaid` is the soft no that gives no reason (DOMAIN 1.8)."""
MUSTS = ("both", "experience", "trait", "neither")
PROPOSALS = ("usual", "short", "light")
LATER_GOALS = 2
SOURCES = ("event", "chapter", "colleague", "referral", "other")


def active(search: Search) -> tuple[Candidate, ...]:
    """The candidates still in play, oldest first."""
    return tuple(one for one in search.candidates if one.standing is Standing.ACTIVE)


def candidate(search: Search | None, id: str) -> Candidate | None:
    """The candidate of that id, whatever became of them; None where there is no search, or nobody of it."""
    people = search.candidates if search is not None else ()
    return next((one for one in people if one.id == id), None)


def asking(one: Candidate) -> bool:
    """Whether an ask to them is open: the draft was taken, and no answer was recorded."""
    return one.ask is not None and not one.ask.outcome


def waiting(one: Candidate) -> bool:
    """Whether they answered "later": a soft no that may still turn (DOMAIN 1.8)."""
    return one.standing is Standing.ACTIVE and one.ask is not None and one.ask.outcome == "later"


def followed_up(one: Candidate) -> bool:
    """Whether something that a talk taught was tried and told: it belongs to the gate (DOMAIN 1.5)."""
    return any(talk.tried for talk in one.talks)


def to_try(one: Candidate) -> Talk | None:
    """The last talk, where nothing was told yet of trying what it taught."""
    return one.talks[-1] if one.talks and not one.talks[-1].tried else None


def talk_days(one: Candidate) -> int:
    """On how many different days talks were held; only these count towards the gates."""
    return len({talk.day for talk in one.talks})
