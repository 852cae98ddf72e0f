"""What a person asked for by planning a date, and what happened elsewhere: classes a and b of DOMAIN 4.2."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.mentorship.calendar import decent_before, window
from bot.mentorship.mine import Mine
from bot.mentorship.person import Person
from bot.mentorship.planned import Planned, stamp
from bot.mentorship.search import Booking, active

TALK = "remind.talk"
LOG = "remind.log"
NEWS = "news"
KINDS = (TALK, LOG, NEWS)
"""They are released names."""

DAY = timedelta(days=1)
SHORT = timedelta(hours=2)
"""Before a talk that was planned too late for a reminder on the day before."""
MORNING = time(9)


def reminded(mine: Mine, now: datetime) -> tuple[Planned, ...]:
    """Every reminder and all news that should stand now. In a pause nothing falls due before its end."""
    me, search = mine.me, mine.search
    rows = list(_news(me, now))
    for one in active(search) if search is not None else ():
        if search is not None and one.booked is not None:
            rows += _of_talk(me, f"{search.id}.{one.id}", one.booked, now)
    return tuple(rows)


def starts(booked: Booking, me: Person) -> datetime:
    """When a planned talk begins; where no hour was said, the morning of its day stands for it."""
    return booked.at or datetime.combine(booked.day, MORNING, ZoneInfo(me.zone))


def _of_talk(me: Person, subject: str, booked: Booking, now: datetime) -> Iterator[Planned]:
    occurrence = stamp(booked.made)
    begins = starts(booked, me)
    due = _before(begins, booked, me)
    if due is not None and not _paused(me, due):
        due, until = window(due, me, now)
        if max(due, now) < begins:
            yield Planned(subject, TALK, occurrence, "reminder", due, min(until, begins))
    morning = datetime.combine(booked.day + DAY, MORNING, ZoneInfo(me.zone))
    due, until = window(max(morning, me.paused_until or morning), me, now)
    yield Planned(subject, LOG, occurrence, "reminder", due, until)


def _before(begins: datetime, booked: Booking, me: Person) -> datetime | None:
    """The day before, or earlier where that time is blocked; for a talk that is near, two hours before."""
    for ahead in (DAY, SHORT):
        due = decent_before(begins - ahead, me)
        if booked.made + SHORT < due < begins:
            return due
    return None


def _news(me: Person, now: datetime) -> Iterator[Planned]:
    """All news in one message, at most one a day, at a decent hour."""
    if not me.news:
        return
    first = me.news[0].at
    waits = [first, me.paused_until or first, me.news_told + DAY if me.news_told else first]
    due, until = window(max(waits), me, now)
    yield Planned(str(me.id), NEWS, stamp(first), "partner", due, until)


def _paused(me: Person, at: datetime) -> bool:
    return me.paused_until is not None and at < me.paused_until
