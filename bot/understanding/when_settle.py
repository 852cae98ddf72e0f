"""The days that are meant by what stands together in one message: `Senin` and `minggu depan` are one day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from bot.understanding.when_dates import SUNDAY
from bot.understanding.when_said import (
    Asked,
    Days,
    Impossible,
    Months,
    Numbered,
    Said,
    SundayOrWeek,
    Weekday,
    Weeks,
)
from bot.understanding.when_sums import (
    calendar_date,
    coming,
    gone,
    monday,
    month_end,
    month_start,
    nearest_number,
)

_S = TypeVar("_S")


class NoSuchDay(ValueError):
    """What was said is a day that no calendar has, or too many days to be one."""


def settle(said: Sequence[Said], asked: Asked) -> tuple[date, ...]:
    """The days meant, each once, the likelier first; none where no day was named.

    Raises NoSuchDay for `31 Februari` and for `Senin bulan depan`, which may be any of four.
    """
    if _only(Impossible, said):
        raise NoSuchDay
    weekdays, loose = (
        _only(Weekday, said),
        [day for one in _only(Days, said) if one.loose for day in one.days],
    )
    dates = _dates(said, asked)
    dates += _of_month(said, dates, weekdays, asked)
    week = _week(said, bool(weekdays or dates))
    if weekdays:
        dates += _of_weekdays(weekdays, week, loose, dates, asked)
    else:
        dates = [*loose, *dates]
        dates += _of_week(said, week, dates, asked)
    return tuple(dict.fromkeys(dates))


def _only(kind: type[_S], said: Iterable[Said]) -> list[_S]:
    return [one for one in said if isinstance(one, kind)]


def _dates(said: Sequence[Said], asked: Asked) -> list[date]:
    """The whole dates, and the days of a month with the month that was named beside them."""
    months = [one.by for one in _only(Months, said)]
    numbered = [_numbered(one.day, months, asked) for one in _only(Numbered, said)]
    return [day for one in _only(Days, said) if not one.loose for day in one.days] + numbered


def _numbered(day: int, months: Sequence[int], asked: Asked) -> date:
    if months:
        first = month_start(asked.today, months[0])
        found = calendar_date(first.year, first.month, day)
    else:
        found = nearest_number(day, asked.today, asked.past)
    if found is None:
        raise NoSuchDay
    return found


def _of_month(
    said: Sequence[Said], dates: Sequence[date], weekdays: Sequence[Weekday], asked: Asked
) -> list[date]:
    """Today's day in the month so many away, unless the dates have it or a number stood for it."""
    months = [one.by for one in _only(Months, said) if one.by]
    if not months or _only(Numbered, said):
        return []
    first = month_start(asked.today, months[0])
    if any(month_start(day, 0) == first for day in dates):
        return []
    if weekdays and not dates:
        raise NoSuchDay
    return [min(first + timedelta(days=asked.today.day - 1), month_end(first))]


def _week(said: Sequence[Said], beside: bool) -> int | None:
    """How many weeks away; `Minggu depan` beside another day is a week as well."""
    weeks = [one.by for one in _only(Weeks, said)]
    weeks += [one.by for one in _only(SundayOrWeek, said) if beside]
    return weeks[0] if weeks else None


def _of_week(said: Sequence[Said], week: int | None, dates: Sequence[date], asked: Asked) -> list[date]:
    """Today's weekday in the week so many away, unless the dates lie in it."""
    either = _only(SundayOrWeek, said)
    if either and week is None:
        sunday = coming(SUNDAY, asked.today) if either[0].by > 0 else gone(SUNDAY, asked.today)
        return [sunday, asked.today + timedelta(weeks=either[0].by)]
    if not week or any(monday(day, 0) == monday(asked.today, week) for day in dates):
        return []
    return [asked.today + timedelta(weeks=week)]


def _of_weekdays(
    weekdays: Sequence[Weekday], week: int | None, loose: Sequence[date], dates: Sequence[date], asked: Asked
) -> list[date]:
    """The days of the weekdays that the dates do not have already."""
    missing = [one for one in weekdays if all(day.weekday() != one.day for day in dates)]
    found: list[date] = []
    for one in missing:
        tomorrow = [day for day in loose if day.weekday() == one.day]
        if week is not None:
            found.append(monday(asked.today, week) + timedelta(days=one.day))
        elif tomorrow or not dates:
            found += tomorrow or _turned(one, asked)
        else:
            found.append(_around(dates[0], one.day, asked))
    return found


def _around(day: date, weekday: int, asked: Asked) -> date:
    """The nearest such weekday to a date that is none, on the right side of today."""
    found = day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    if asked.past:
        return found if found <= asked.today else found - timedelta(weeks=1)
    return found if found >= asked.today else found + timedelta(weeks=1)


def _turned(one: Weekday, asked: Asked) -> list[date]:
    """`Senin` is the nearest one but today, `Senin ini` may be today, `Senin depan` may be this week's or the next."""
    today, a_day = asked.today, timedelta(days=1)
    this_week = monday(today, 0) + timedelta(days=one.day)
    match one.turn:
        case "next":
            return [this_week + timedelta(weeks=1)] + ([this_week] if this_week > today else [])
        case "last":
            return ([this_week] if this_week < today else []) + [this_week - timedelta(weeks=1)]
        case "this":
            return [gone(one.day, today + a_day) if asked.past else coming(one.day, today - a_day)]
        case _:
            return [gone(one.day, today) if asked.past else coming(one.day, today)]
