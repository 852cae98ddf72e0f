"""What people want of invitations and of the pairs that come of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bot.mentorship.invite import Letter, Role


@dataclass(frozen=True)
class MakeInvite:
    """A new link for somebody who shall become `role`; an older one about the same subject is revoked.

    `subject` is the candidate who said yes; empty where a mentor invites a mentee.
    """

    role: Role
    subject: str
    letter: Letter


@dataclass(frozen=True)
class GoWithoutBot:
    """The mentor who agreed prefers no bot: the pair stands all the same, unverified."""

    candidate: str


@dataclass(frozen=True)
class OpenLink:
    """Somebody opened the link."""

    invite: str


@dataclass(frozen=True)
class Join:
    """The opener of a link is willing, and consents: the link is theirs, and the pair is made."""

    invite: str


@dataclass(frozen=True)
class NotNow:
    """The opener of a link is not willing now. Nothing of them is kept."""

    invite: str


@dataclass(frozen=True)
class WantToKnow:
    """The opener wants to know something first; `question` is an id of QUESTIONS."""

    invite: str
    question: str


@dataclass(frozen=True)
class TellMore:
    """The inviter's answer to it, for the opener to read."""

    invite: str
    answer: str


@dataclass(frozen=True)
class TakeNews:
    """A fact was told to this person: they hear of it at a decent hour."""

    kind: str
    about: str


@dataclass(frozen=True)
class NewsHeard:
    """All news were told to the person in a message."""


@dataclass(frozen=True)
class SetMentor:
    """Somebody comes as a mentor: their name as a mentee shall read it, and for how many they have time."""

    name: str
    capacity: int


PairCommand: TypeAlias = (
    MakeInvite
    | GoWithoutBot
    | OpenLink
    | Join
    | NotNow
    | WantToKnow
    | TellMore
    | TakeNews
    | NewsHeard
    | SetMentor
)
