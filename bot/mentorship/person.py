"""Somebody who talks to the bot, and what they settled about being written to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time

DEFAULT_ZONE = "Asia/Jakarta"
"""WIB until the person is asked, at the first booked date."""


@dataclass(frozen=True)
class Consent:
    """Which text a person agreed to, and when."""

    version: str
    at: datetime


@dataclass(frozen=True)
class Hours:
    """When a person wants no word that they did not ask for; `quiet_from` may lie past midnight from `quiet_to`."""

    quiet_from: time = time(20)
    quiet_to: time = time(8)


@dataclass(frozen=True)
class Contact:
    """What the back-off counts: the last word either way, and the nudges sent since the person's own last one."""

    heard: datetime | None = None
    nudged: tuple[datetime, ...] = ()
    silent: bool = False
    """After the last nudge of a row the bot said that it stays quiet until the person taps."""


@dataclass(frozen=True)
class Person:
    """One row of people. `id` is the chat id of their private chat with the bot."""

    id: int
    language: str = "id"
    zone: str = DEFAULT_ZONE
    consent: Consent | None = None
    door: str = ""
    """Which door they took: `learn`, `mentor`, `pair`; empty before they chose."""
    hours: Hours = field(default_factory=Hours)
    paused_until: datetime | None = None
    stopped: bool = False
    """One tap: the bot starts nothing any more until the person resumes."""
    in_care: bool = False
    """A crisis card was shown: nudges rest until the person says that they go on."""
    reachable: bool = True
    contact: Contact = field(default_factory=Contact)
