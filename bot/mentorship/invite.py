"""A link that one person gives to another: single-use, for 14 days, known to us by its hash only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Literal, TypeAlias

from bot.mentorship.search import OPEN, Words

VALID = timedelta(days=14)
UNOPENED = timedelta(days=5)
"""After so long without a sign the mentee is offered a new link, or going on alone (DOMAIN 1.7)."""

Role: TypeAlias = Literal["mentor", "mentee"]

QUESTIONS = ("time", "expected", "private", "other")
"""What somebody who was invited may want to know first. They are released names."""


class InviteState(StrEnum):
    """What became of a link; that it is too old follows from its date."""

    OPEN = "open"
    JOINED = "joined"
    NOT_NOW = "not_now"
    REVOKED = "revoked"


@dataclass(frozen=True)
class Letter:
    """What the inviter released by their tap for the opener to read; nothing else of them is shown."""

    name: str
    language: str = "id"
    skill: Words = OPEN
    situation: Words = OPEN
    learned: str = ""


@dataclass(frozen=True)
class Invite:
    """One row of invites. `role` is what the opener becomes; `opener` is known once they answered."""

    key: str
    inviter: int
    role: Role
    subject: str
    made: datetime
    until: datetime
    letter: Letter = field(default_factory=lambda: Letter(""))
    state: InviteState = InviteState.OPEN
    opener: int | None = None
    seen: bool = False
    """Whether anybody opened it."""
    asked: str = ""
    """An id of QUESTIONS: what the opener wants to know before they decide."""
    answer: str = ""


def key_of(token: str) -> str:
    """What is kept of a link's token: enough to know it again, too little to make it."""
    return sha256(token.encode()).hexdigest()[:32]


def is_open(invite: Invite, now: datetime) -> bool:
    """Whether somebody could still join by it."""
    return invite.state is InviteState.OPEN and now <= invite.until
