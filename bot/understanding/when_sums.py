"""Sums with dates: the next weekday, the same day of another month, the year that is meant."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def coming(weekday: int, after: date) -> date:
    """The next day that is this weekday (Monday 0), one to seven days later."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def gone(weekday: int, before: date) -> date:
    """The last day that was this weekday, one to seven days earlier."""
    return before - timedelta(days=(before.weekday() - weekday - 1) % 7 + 1)


def monday(day: date, weeks: int) -> date:
    """The Monday that opens the week so many weeks from that of `day`."""
    return day + timedelta(weeks=weeks, days=-day.weekday())


def month_start(day: date, months: int) -> date:
    """The first of the month so many months from that of `day`."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def calendar_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_date(month: int, day: int, today: date, past: bool) -> date | None:
    """A date without its year: this year's or, where that is on the wrong side of today, the one beyond."""
    for year in (today.year, today.year + (-1 if past else 1)):
        found = calendar_date(year, month, day)
        if found is not None and (found <= today if past else found >= today):
            return found
    return None


def nearest_number(day: int, today: date, past: bool) -> date:
    """A day (1 to 31) without month and year: the nearest on the right side of today, within two months."""
    firsts = (month_start(today, -step if past else step) for step in range(3))
    dates = (calendar_date(first.year, first.month, day) for first in firsts)
    return next(found for found in dates if found and (found <= today if past else found >= today))
