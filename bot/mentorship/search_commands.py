"""What a mentee wants of their search."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from bot.mentorship.search import OPEN, Criteria, Goal, Ties, Words


@dataclass(frozen=True)
class NoteName:
    """A person was named before the goal stood; an empty name forgets the one that was noted."""

    name: str


@dataclass(frozen=True)
class SetGoal:
    """`named` is a person who was offered before the goal stood: noted, and set aside until the shortlist."""

    goal: Goal
    named: str = ""


@dataclass(frozen=True)
class SetCriteria:
    criteria: Criteria


@dataclass(frozen=True)
class AddCandidate:
    """`id` empty adds a new one; otherwise the candidate's lines are changed.

    Changing somebody who was set aside takes them up again.
    """

    id: str
    name: str
    address: str
    reason: str
    source: str


@dataclass(frozen=True)
class SetAside:
    """The mentee withdraws a candidate, and with them an ask that is open; no reason is asked."""

    candidate: str


@dataclass(frozen=True)
class TellTies:
    candidate: str
    ties: Ties


@dataclass(frozen=True)
class LookAround:
    """Nobody yet: the mentee took a referral message or a place to look; `how` is one of LOOKS."""

    how: str = ""


@dataclass(frozen=True)
class BookTalk:
    """A talk is planned. `at` is in UTC, or None where no hour was said; a second one moves the first."""

    candidate: str
    day: date
    at: datetime | None
    question: Words
    zone: str = ""
    """Where the person's clock is, if they said so with it."""


@dataclass(frozen=True)
class CancelTalk:
    """The planned talk will not be held; nobody is to blame."""

    candidate: str


@dataclass(frozen=True)
class LogTalk:
    """A talk was held. `tried` tells what came of what the talk before had taught."""

    candidate: str
    day: date
    learned: str
    plan: str = ""
    tried: str = ""
    on_goal: bool = True


@dataclass(frozen=True)
class ReportTry:
    """What the last talk taught was tried: this came of it."""

    candidate: str
    tried: str


@dataclass(frozen=True)
class JudgeFit:
    """`musts` is an id of MUSTS; a scale is 1 to 5, or 0 where it was passed."""

    candidate: str
    evidence: str
    goal_help: int
    decision: str
    musts: str = ""
    honest: int = 0
    time: int = 0
    way: int = 0
    values: int = 0


@dataclass(frozen=True)
class OpenAsk:
    """The draft was taken: from here the outcome is waited for. `name` is the mentee's, as it is signed."""

    candidate: str
    name: str
    proposal: str = "usual"
    where: Words = OPEN


@dataclass(frozen=True)
class RecordOutcome:
    """An id of OUTCOMES; a second one corrects the first. `reason` is an id of DECLINES, or empty."""

    candidate: str
    outcome: str
    reason: str = ""


@dataclass(frozen=True)
class AddPartner:
    """Somebody who agreed already, outside: the pair that comes by the third door."""

    name: str
    address: str


@dataclass(frozen=True)
class ForgetCandidate:
    """Delete all that is kept about this candidate (DOMAIN 5.2)."""

    candidate: str


@dataclass(frozen=True)
class EraseSearch:
    """Delete the goal, the criteria and every candidate."""


SearchCommand: TypeAlias = (
    NoteName
    | SetGoal
    | SetCriteria
    | AddCandidate
    | AddPartner
    | SetAside
    | TellTies
    | LookAround
    | BookTalk
    | CancelTalk
    | LogTalk
    | ReportTry
    | JudgeFit
    | OpenAsk
    | RecordOutcome
    | ForgetCandidate
    | EraseSearch
)
