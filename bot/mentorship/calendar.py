"""When it is decent to write to somebody: working days in Indonesia, outside the person's quiet hours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.mentorship.person import Hours, Person

_SUNDAY = 6
_MIDNIGHT = time(0)
_INSTANT = timedelta(microseconds=1)
_LAST_HOUR = timedelta(hours=1)
_LONGEST_HOLIDAY = 30
"""Days to look back for a decent hour."""


@dataclass(frozen=True)
class When:
    """The moment (UTC), and which day that is where the person lives."""

    now: datetime
    today: date


def is_free_day(day: date) -> bool:
    """Sundays, and Indonesia's public holidays with their cuti bersama, as far as they are announced."""
    return day.weekday() == _SUNDAY or day in _holidays(day.year)


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    # Imported here: it costs memory and 80 ms a year, and a bot that plans nothing never needs it.
    import holidays

    return frozenset(holidays.country_holidays("ID", years=year, categories=("public", "government")))


def is_quiet(at: time, hours: Hours) -> bool:
    """Whether a time of day lies within the quiet hours: their first moment does, their end does not."""
    if hours.quiet_from <= hours.quiet_to:
        return hours.quiet_from <= at < hours.quiet_to
    return at >= hours.quiet_from or at < hours.quiet_to


def is_decent(when: datetime, person: Person) -> bool:
    """Whether the bot may write of its own accord at this moment."""
    there = when.astimezone(ZoneInfo(person.zone))
    return not is_quiet(there.time(), person.hours) and not is_free_day(there.date())


def decent(when: datetime, person: Person) -> datetime:
    """The first decent moment at or after `when`, in UTC.

    Where quiet hours end inside an hour that the clock skips, the end of quiet counts by the old clock.
    """
    if is_decent(when, person):
        return when.astimezone(UTC)
    day = when.astimezone(ZoneInfo(person.zone)).date()
    while True:
        starts = _moments(day, person.hours.quiet_to, person.zone)
        ahead = [start for start in starts if start > when and is_decent(start, person)]
        if ahead:
            return min(ahead)
        day += timedelta(days=1)


def decent_until(when: datetime, person: Person) -> datetime:
    """The last moment before the next quiet hour or local midnight, whichever comes first, in UTC."""
    today = when.astimezone(ZoneInfo(person.zone)).date()
    ends = [
        end
        for day in (today, today + timedelta(days=1))
        for end in _moments(day, person.hours.quiet_from, person.zone)
        if end > when
    ]
    return min(ends) - _INSTANT


def decent_before(when: datetime, person: Person) -> datetime:
    """The last allowed hour at or before `when`, in UTC: what was asked for moves earlier, never later.

    Whoever allows less than an hour a day gets no earlier hour: then the first moment after it counts.
    """
    if is_decent(when, person):
        return when.astimezone(UTC)
    day = when.astimezone(ZoneInfo(person.zone)).date() + timedelta(days=1)
    for _ in range(_LONGEST_HOLIDAY):
        ends = (end - _LAST_HOUR for end in _moments(day, person.hours.quiet_from, person.zone))
        behind = [end for end in ends if end < when and is_decent(end, person)]
        if behind:
            return max(behind)
        day -= timedelta(days=1)
    return decent(when, person)


Allowed = Callable[[datetime, Person], datetime]
"""The first moment from then on at which this person may be written to."""


def window(
    earliest: datetime, person: Person, now: datetime, allowed: Allowed = decent
) -> tuple[datetime, datetime]:
    """The first allowed moment from then on, and until when it is decent; what was missed comes late."""
    due = allowed(earliest, person)
    until = decent_until(due, person)
    if now > until:
        due = allowed(now, person)
        until = decent_until(due, person)
    return due, until


def _moments(day: date, at: time, zone: str) -> list[datetime]:
    """When midnight and `at` come on that local day, in UTC; both times where the clock goes back."""
    there = ZoneInfo(zone)
    return [
        datetime.combine(day, wall, there).replace(fold=fold).astimezone(UTC)
        for wall in (_MIDNIGHT, at)
        for fold in (0, 1)
    ]
