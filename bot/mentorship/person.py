"""Somebody who talks to the bot, and what they settled about being written to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time

DEFAULT_ZONE = "Asia/Jakarta"
"""WIB until the person is asked, at the first booked date."""

DOORS = ("learn", "mentor", "pair")


@dataclass(frozen=True)
class Consent:
    """Which text a person agreed to, and when."""

    version: str
    at: datetime


@dataclass(frozen=True)
class Hours:
    """When a person wants no word that they did not ask for, in their own zone.

    Usually past midnight. Two equal times mean that no hour is quiet.
    """

    quiet_from: time = time(20)
    quiet_to: time = time(8)


@dataclass(frozen=True)
class Contact:
    """What back-off and cap count: the person's last word, and what the bot sent of its own accord."""

    heard: datetime | None = None
    nudged: tuple[datetime, ...] = ()
    """Oldest first: all since the person's last word, and those before it that the weekly cap may count."""
    silent: bool = False
    """After the last nudge of a row the bot said that it stays quiet until the person taps."""


@dataclass(frozen=True)
class News:
    """Something that happened elsewhere and that a person has not heard of yet."""

    kind: str
    about: str
    at: datetime


@dataclass(frozen=True)
class Person:
    """One row of people. `id` is the chat id of their private chat with the bot."""

    id: int
    language: str = "id"
    zone: str = DEFAULT_ZONE
    consent: Consent | None = None
    door: str = ""
    """Which of DOORS they took; empty before they chose."""
    hours: Hours = field(default_factory=Hours)
    paused_until: datetime | None = None
    stopped: bool = False
    """One tap: the bot starts nothing any more until the person resumes."""
    in_care: bool = False
    """A crisis card was shown: nudges rest until the person says that they go on."""
    reachable: bool = True
    contact: Contact = field(default_factory=Contact)
    name: str = ""
    """As a mentor or mentee shall read it; asked when it is first needed."""
    zone_known: bool = False
    """They said where their clock is; before that DEFAULT_ZONE is a guess."""
    capacity: int = 0
    """For how many mentees a mentor has time; 0 before they said."""
    news: tuple[News, ...] = ()
    news_told: datetime | None = None
    """When they last heard news: at most once a day (DOMAIN 4.2)."""
