"""What a person wants of the domain, what it answers, and what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias

from bot.mentorship.search import Criteria, Goal, Ties


@dataclass(frozen=True)
class AgreeToTerms:
    version: str


@dataclass(frozen=True)
class ChooseDoor:
    door: str


@dataclass(frozen=True)
class SetLanguage:
    language: str


@dataclass(frozen=True)
class SetZone:
    zone: str


@dataclass(frozen=True)
class SetHours:
    quiet_from: time
    quiet_to: time


@dataclass(frozen=True)
class PauseReminders:
    until: datetime


@dataclass(frozen=True)
class StopReminders:
    pass


@dataclass(frozen=True)
class ResumeReminders:
    pass


@dataclass(frozen=True)
class EnterCare:
    """A crisis was heard: nothing of the bot's own accord until the person goes on."""


@dataclass(frozen=True)
class LeaveCare:
    pass


@dataclass(frozen=True)
class EraseMe:
    """Leave and delete: everything but the proof of consent (DOMAIN 5.2)."""


@dataclass(frozen=True)
class NoteName:
    """A person was named before the goal stood."""

    name: str


@dataclass(frozen=True)
class SetGoal:
    goal: Goal


@dataclass(frozen=True)
class SetCriteria:
    criteria: Criteria


@dataclass(frozen=True)
class AddCandidate:
    """`id` empty adds a new one; otherwise the candidate's lines are changed."""

    id: str
    name: str
    address: str
    reason: str
    source: str


@dataclass(frozen=True)
class SetAside:
    """The mentee withdraws a candidate; no reason is asked."""

    candidate: str


@dataclass(frozen=True)
class TellTies:
    candidate: str
    ties: Ties


@dataclass(frozen=True)
class LookAround:
    """Nobody yet: the mentee took a referral message or a place to look."""


@dataclass(frozen=True)
class LogTalk:
    candidate: str
    day: date
    learned: str
    tried: str = ""


@dataclass(frozen=True)
class JudgeFit:
    candidate: str
    evidence: str
    goal_help: int
    decision: str


@dataclass(frozen=True)
class OpenAsk:
    """The draft was taken: from here the outcome is waited for."""

    candidate: str


@dataclass(frozen=True)
class RecordOutcome:
    """`yes`, `no`, `later`."""

    candidate: str
    outcome: str


PersonCommand: TypeAlias = (
    AgreeToTerms
    | ChooseDoor
    | SetLanguage
    | SetZone
    | SetHours
    | PauseReminders
    | StopReminders
    | ResumeReminders
    | EnterCare
    | LeaveCare
    | EraseMe
)
SearchCommand: TypeAlias = (
    NoteName
    | SetGoal
    | SetCriteria
    | AddCandidate
    | SetAside
    | TellTies
    | LookAround
    | LogTalk
    | JudgeFit
    | OpenAsk
    | RecordOutcome
)
Command: TypeAlias = PersonCommand | SearchCommand


@dataclass(frozen=True)
class Refused:
    """The domain does not do it, and changes nothing. `reason` names a prompt under `refused/`."""

    reason: str
