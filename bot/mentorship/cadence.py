"""What the bot starts of its own accord in a search, and when (DOMAIN 1.1-1.8 and 4.2).

Everything follows from the person and their search: nothing remembers what was planned. A gap runs from
the last contact, the person's last word or the last nudge. A word starts the row of gaps anew; a row that
ends unanswered is followed by one word that the bot stays quiet, and then by nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from bot.mentorship.calendar import decent, decent_until
from bot.mentorship.gates import StepKind
from bot.mentorship.next_step import next_step
from bot.mentorship.person import Contact, Person
from bot.mentorship.search import Search

Klass = Literal["reminder", "partner", "nudge"]

BACK_OFF = (2, 4, 7, 14)
"""Days of silence before each nudge in a row, where a step has no cadence of its own."""

ROWS: Mapping[StepKind, tuple[int, ...]] = {
    StepKind.GOAL: (2, 4, 7),
    StepKind.CRITERIA: BACK_OFF,
    StepKind.CANDIDATES: (3, 7, 7, 7),
    StepKind.TIES: BACK_OFF,
    StepKind.RAPPORT: (5, 7, 14),  # talks are 5 to 14 days apart
    StepKind.FIT: BACK_OFF,
    StepKind.ASK: (3, 4),
    StepKind.OUTCOME: (3, 4, 7),  # day 3, day 7 for one courteous follow-up, day 14 for the soft no
    StepKind.AGREED: (),
}

QUIET = "nudge.quiet"
"""The one word after a row: the bot stays quiet until the person taps. Its gap is the row's last."""
RESUME = "nudge.resume"
"""The one word when a pause is over: it names the next step, and counts as the row's first."""
KINDS = (*(f"nudge.{step}" for step, row in ROWS.items() if row), QUIET, RESUME)
"""Every plan kind of a search. They are released names."""

CAP = 2
"""Nudges in any seven days; every week of a search is a gate week."""
WEEK = timedelta(days=7)
APART = timedelta(hours=48)
"""Never two on the same matter within this time; a search is one matter, whatever its step."""


@dataclass(frozen=True)
class Planned:
    """One row of the plan, unique by subject, kind and occurrence.

    `subject` is the search's id, or the person's before there is one. Past `not_after` it goes back to
    planning instead of out. Both times are in UTC.
    """

    subject: str
    kind: str
    occurrence: str
    klass: Klass
    due: datetime
    not_after: datetime


def planned(me: Person, search: Search | None, now: datetime) -> tuple[Planned, ...]:
    """Every row that should stand for this person now: one nudge, or none.

    None before consent, after a stop, in care, while unreachable, after the word that it stays quiet, and
    where a next step leads nowhere yet. In a pause the row is the one word that it is over, due at its
    end; it stands until it was sent or the person spoke. A row that could not go out in its own time
    falls due at the next decent moment, so after an outage there is one message, whatever was missed.
    """
    step = next_step(search).kind
    row = ROWS[step]
    if not row or not _may_write(me) or _comes_later(me, search):
        return ()
    index = unanswered(me)
    if me.paused_until:
        kind, earliest = RESUME, me.paused_until
    else:
        kind = f"nudge.{step}" if index < len(row) else QUIET
        earliest = _last_contact(me) + timedelta(days=row[min(index, len(row) - 1)])
    due = _allowed(earliest, me)
    not_after = decent_until(due, me)
    if now > not_after:
        due = _allowed(now, me)
        not_after = decent_until(due, me)
    subject = search.id if search else str(me.id)
    occurrence = f"{_last_word(me):%Y%m%dT%H%M%S.%f}-{index}"
    return (Planned(subject, kind, occurrence, "nudge", due, not_after),)


def nudged(me: Person, row: Planned, now: datetime) -> Person:
    """The person after that row was sent."""
    contact = replace(me.contact, nudged=(*me.contact.nudged, now), silent=row.kind == QUIET)
    return replace(me, contact=contact, paused_until=None if row.kind == RESUME else me.paused_until)


def heard(me: Person, now: datetime) -> Person:
    """The person after any word of theirs: they can be reached, and every row of nudges starts anew.

    Before consent nothing is kept of it. A pause goes on to its end; once over, it needs no word any more.
    """
    if me.consent is None:
        return me
    counted = tuple(at for at in me.contact.nudged if at > now - WEEK)
    pause = me.paused_until if me.paused_until and me.paused_until > now else None
    return replace(me, contact=Contact(heard=now, nudged=counted), paused_until=pause, reachable=True)


def _may_write(me: Person) -> bool:
    return bool(me.consent) and me.reachable and not (me.stopped or me.in_care or me.contact.silent)


def _comes_later(me: Person, search: Search | None) -> bool:
    """A mentor and a pair have no next step yet."""
    return search is None and me.door in ("mentor", "pair")


def _last_word(me: Person) -> datetime:
    words = (me.contact.heard, me.consent.at if me.consent else None)
    return max(at for at in words if at)


def unanswered(me: Person) -> int:
    """How many nudges went out since the person's last word."""
    return sum(at > _last_word(me) for at in me.contact.nudged)


def _last_contact(me: Person) -> datetime:
    return max((_last_word(me), *me.contact.nudged[-1:]))


def _allowed(earliest: datetime, me: Person) -> datetime:
    """The first decent moment from then on that keeps the distance and the weekly cap."""
    sent = me.contact.nudged
    if sent:
        earliest = max(earliest, sent[-1] + APART)
    if len(sent) >= CAP:
        earliest = max(earliest, sent[-CAP] + WEEK)
    return decent(earliest, me)
