"""What a person wants of the domain, what it answers, and what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
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
    """Whoever asks for reminders has also said that they go on: this ends a pause, a stop and care."""


@dataclass(frozen=True)
class EnterCare:
    """A crisis was heard: nothing of the bot's own accord until the person goes on."""


@dataclass(frozen=True)
class LeaveCare:
    pass


@dataclass(frozen=True)
class MarkReachable:
    """Telegram said whether this person can be written to: they blocked the bot, or came back."""

    reachable: bool


@dataclass(frozen=True)
class EraseMe:
    """Leave and delete: everything but the proof of consent (DOMAIN 5.2)."""


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
    """`yes`, `no`, `later`; a second one corrects the first."""

    candidate: str
    outcome: str


PersonCommand: TypeAlias = (
    AgreeToTerms
    | MarkReachable
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


class Reason(StrEnum):
    """Why the domain does not do something; each names a prompt under `refused/`, and is a released name."""

    CONSENT_FIRST = "consent_first"
    GOAL_FIRST = "goal_first"
    CRITERIA_FIRST = "criteria_first"
    TIES_FIRST = "ties_first"
    """The private conflict question comes before the talks (DOMAIN 1.4)."""
    TALKS_FIRST = "talks_first"
    """Talks on LEAST_TALKS different days come before the fit question (DOMAIN 1.5)."""
    FIT_FIRST = "fit_first"
    """A fit judged with evidence, and decided to go on, comes before the ask (DOMAIN 1.6)."""
    ONE_ASK_AT_A_TIME = "one_ask_at_a_time"
    AGREED_ALREADY = "agreed_already"
    NOTHING_ASKED = "nothing_asked"
    """There is no ask whose outcome could be recorded."""
    TOO_MANY_ACTIVE = "too_many_active"
    NO_SUCH_CANDIDATE = "no_such_candidate"
    CANDIDATE_CLOSED = "candidate_closed"
    SKILL_AND_SITUATION = "skill_and_situation"
    TOO_MANY_GOALS = "too_many_goals"
    EXPERIENCE_AND_TRAIT = "experience_and_trait"
    NAME_MISSING = "name_missing"
    LESSON_MISSING = "lesson_missing"
    """A talk counts with one thing learned."""
    TALK_IN_FUTURE = "talk_in_future"
    EVIDENCE_MISSING = "evidence_missing"
    GOAL_HELP_MISSING = "goal_help_missing"
    PAUSE_IN_PAST = "pause_in_past"
    UNKNOWN_ZONE = "unknown_zone"
    UNKNOWN_CHOICE = "unknown_choice"
    """An id that this release does not know, from an old button say."""


@dataclass(frozen=True)
class Refused:
    """The domain does not do it, and changes nothing. `reason` names a prompt under `refused/`."""

    reason: Reason
