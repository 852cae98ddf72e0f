"""What a person wants of the domain: for themselves, in their search, in their pairs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TypeAlias

from bot.mentorship.pair_commands import PairCommand
from bot.mentorship.search_commands import SearchCommand


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
class SetName:
    """How a mentor or mentee shall read this person's name."""

    name: str


PersonCommand: TypeAlias = (
    AgreeToTerms
    | MarkReachable
    | ChooseDoor
    | SetName
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
Command: TypeAlias = PersonCommand | SearchCommand | PairCommand
