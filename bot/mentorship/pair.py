"""A mentor and a mentee, from the yes to the closure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.mentorship.invite import Invite


class Phase(StrEnum):
    """The four phases, in the order that nothing skips (DOMAIN 0)."""

    PREPARATION = "preparation"
    NEGOTIATION = "negotiation"
    GROWTH = "growth"
    CLOSURE = "closure"


@dataclass(frozen=True)
class Pair:
    """One row of pairs. A side is None where that person does not use the bot, or left.

    `mentee_name` and `mentor_name` are what each released to the other; `candidate` is who the mentor was
    in the mentee's search. A pair that only the mentee tells of is not `verified`.
    """

    id: str
    mentee: int | None
    mentor: int | None
    since: datetime
    mentee_name: str = ""
    mentor_name: str = ""
    candidate: str = ""
    verified: bool = True
    phase: Phase = Phase.PREPARATION
    version: int = 0
    ended: datetime | None = None


def waits_for(pair: Pair, invite: Invite) -> bool:
    """Whether this pair stood without its mentor until they come by that link."""
    same = (pair.mentee, pair.candidate) == (invite.inviter, invite.subject)
    return same and pair.mentor is None and not pair.verified and pair.ended is None


def as_mentor(pairs: tuple[Pair, ...], person: int) -> tuple[Pair, ...]:
    """The pairs that this person is the mentor of, and that go on."""
    return tuple(one for one in pairs if one.mentor == person and one.ended is None)


def as_mentee(pairs: tuple[Pair, ...], person: int) -> tuple[Pair, ...]:
    """The pairs that this person is the mentee of, and that go on."""
    return tuple(one for one in pairs if one.mentee == person and one.ended is None)
