"""What the bot starts of its own accord in a search, and when (DOMAIN 1.1-1.8 and 4.2).

Everything follows from the person, their search and their links: nothing remembers what was planned. A
gap runs from the last contact, the person's last word or the last nudge. A word starts the row of gaps anew;
a row that ends unanswered is followed by one word that the bot stays quiet, and then by nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.mentorship import reminders
from bot.mentorship.calendar import decent, decent_until, window
from bot.mentorship.gates import StepKind
from bot.mentorship.mine import Mine, given
from bot.mentorship.next_step import NextStep, next_step
from bot.mentorship.person import Contact, Person
from bot.mentorship.planned import Planned, stamp
from bot.mentorship.search import Search, asking, candidate

BACK_OFF = (2, 4, 7, 14)
"""Days of silence before each nudge in a row, where a step has no cadence of its own."""

ROWS: Mapping[StepKind, tuple[int, ...]] = {
    StepKind.GOAL: (2, 4, 7),
    StepKind.CRITERIA: BACK_OFF,
    StepKind.CANDIDATES: (3, 7, 7, 7),
    StepKind.TIES: BACK_OFF,
    StepKind.RAPPORT: (5, 7, 14),  # talks are 5 to 14 days apart
    StepKind.BOOKED: (5, 7, 14),  # once the day is over; before it the reminder goes
    StepKind.FIT: BACK_OFF,
    StepKind.ASK: (3, 4),
    StepKind.OUTCOME: (7, 14),  # while they said "later"; an open ask has a clock of its own
    StepKind.AGREED: BACK_OFF,
    StepKind.PARTNER: BACK_OFF,
    StepKind.INVITED: (),
    StepKind.PAIRED: (),
}

AFTER_ASK = (3, 7, 14)
"""Days after an ask: was it asked, one courteous follow-up, the soft no (DOMAIN 1.7)."""
AFTER_INVITE = (5, 14)
"""Days after a link was given that nobody opened: a new one, or going on alone; then it is too old."""
LAST = timedelta(days=7)
"""So long the last word of such a clock may still go out."""

QUIET = "nudge.quiet"
"""The one word after a row: the bot stays quiet until the person taps. Its gap is the row's last."""
RESUME = "nudge.resume"
"""The one word when a pause is over: it names the next step, and counts as the row's first."""
KINDS = (
    *(f"nudge.{step}" for step, row in ROWS.items() if row or step is StepKind.INVITED),
    QUIET,
    RESUME,
    *reminders.KINDS,
)
"""Every plan kind of a search. They are released names."""

CAP = 2
"""Nudges in any seven days; every week of a search is a gate week."""
WEEK = timedelta(days=7)
APART = timedelta(hours=48)
"""Never two on the same matter within this time; a search is one matter, whatever its step."""


def planned(mine: Mine, now: datetime) -> tuple[Planned, ...]:
    """Every row that should stand for this person now: reminders, news, and a nudge.

    None before consent, after a stop, in care, and while unreachable; no nudge after the word that it stays
    quiet, and where a next step leads nowhere yet. In a pause the nudge is the one word that it is over,
    due at its end; it stands until it was sent or the person spoke. A row that could not go out in its own
    time falls due at the next decent moment, so after an outage there is one message, whatever was missed.
    """
    if not _may_write(mine.me):
        return ()
    return (*reminders.reminded(mine, now), *_nudges(mine, now))


def _nudges(mine: Mine, now: datetime) -> tuple[Planned, ...]:
    me, step = mine.me, next_step(mine)
    if me.contact.silent or _comes_later(me, mine.search):
        return ()
    if not me.paused_until and step.kind in CLOCKS:
        clock = CLOCKS[step.kind](mine, step)
        if clock is not None:
            return _by_clock(me, f"nudge.{step.kind}", *clock, now)
    ends_a_pause = me.paused_until is not None and step.kind in CLOCKS
    return _in_a_row(mine, step, now) if ROWS[step.kind] or ends_a_pause else ()


def _in_a_row(mine: Mine, step: NextStep, now: datetime) -> tuple[Planned, ...]:
    """One nudge after the silence that its row asks for, and not before a planned talk is over."""
    me, row, index = mine.me, ROWS[step.kind], unanswered(mine.me)
    if me.paused_until:
        kind, earliest = RESUME, me.paused_until
    else:
        kind = f"nudge.{step.kind}" if index < len(row) else QUIET
        earliest = _last_contact(me) + timedelta(days=row[min(index, len(row) - 1)])
    due, not_after = window(max(earliest, _over(mine, step) or earliest), me, now, _allowed)
    subject = mine.search.id if mine.search else str(me.id)
    occurrence = f"{stamp(_last_word(me))}-{index}"
    return (Planned(subject, kind, occurrence, "nudge", due, not_after),)


Clock = tuple[str, datetime, tuple[int, ...]]
"""What it runs for, since when, and the days on which it strikes."""


def _by_clock(
    me: Person, kind: str, subject: str, since: datetime, days: tuple[int, ...], now: datetime
) -> tuple[Planned, ...]:
    """Nudges that follow from a date instead of from silence: those whose time is not over."""
    ends = [*(since + timedelta(days=day) for day in days[1:]), since + timedelta(days=days[-1]) + LAST]
    rows = []
    for day, end in zip(days, ends, strict=True):
        due = _allowed(max(since + timedelta(days=day), min(now, end)), me)
        if now < end and due < end:
            occurrence = f"{stamp(since)}-{day}"
            rows.append(Planned(subject, kind, occurrence, "nudge", due, decent_until(due, me)))
    return tuple(rows)


def _asked(mine: Mine, step: NextStep) -> Clock | None:
    one = candidate(mine.search, step.candidate)
    if mine.search is None or one is None or one.ask is None or not asking(one):
        return None
    return f"{mine.search.id}.{one.id}", one.ask.opened, AFTER_ASK


def _invited(mine: Mine, step: NextStep) -> Clock | None:
    link = given(mine, step.candidate)
    if link is None:
        return None
    return link.key, link.made, AFTER_INVITE[1:] if link.seen else AFTER_INVITE


CLOCKS: Mapping[StepKind, Callable[[Mine, NextStep], Clock | None]] = {
    StepKind.OUTCOME: _asked,
    StepKind.INVITED: _invited,
}


def _over(mine: Mine, step: NextStep) -> datetime | None:
    """When a planned talk is over and was asked about: until then its own reminders are enough."""
    one = candidate(mine.search, step.candidate)
    if step.kind is not StepKind.BOOKED or one is None or one.booked is None:
        return None
    return reminders.starts(one.booked, mine.me) + timedelta(days=2)


def nudged(me: Person, row: Planned, now: datetime) -> Person:
    """The person after that row was sent. Reminders and news are outside the cap."""
    if row.klass != "nudge":
        return me
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
    return bool(me.consent) and me.reachable and not (me.stopped or me.in_care)


def _comes_later(me: Person, search: Search | None) -> bool:
    """Whoever came as a mentor has no next step of a search."""
    return search is None and me.door == "mentor"


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
