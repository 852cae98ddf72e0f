"""The days that are meant by what stands together in one message: `Senin` and `minggu depan` are one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.understanding.when_dates import SUNDAY
from bot.understanding.when_said import (
    Asked,
    Days,
    Impossible,
    Months,
    Numbered,
    Said,
    SomeMonth,
    SundayOrWeek,
    Weekday,
    Weeks,
    Years,
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


class NoSuchDay(ValueError):
    """What was said is a day that no calendar has, or too many days to be one."""


@dataclass
class _Told:
    """What was said of days, sorted by kind."""

    dates: list[date] = field(default_factory=list)
    loose: list[date] = field(default_factory=list)
    weekdays: list[Weekday] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    weeks: list[int] = field(default_factory=list)
    months: list[Months] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    some_months: list[SomeMonth] = field(default_factory=list)
    either: list[int] = field(default_factory=list)
    """Weeks away, or else the Sunday: `Minggu depan`."""


def settle(said: Sequence[Said], asked: Asked) -> tuple[date, ...]:
    """The days meant, each once, the likelier first; none where no day was named.

    Raises NoSuchDay for `31 Februari` and for `Senin bulan depan`, which may be any of four.
    """
    told = _sorted(said)
    if Impossible() in said or _vague(told):
        raise NoSuchDay
    told.dates += [_numbered(number, told, asked) for number in told.numbers]
    told.dates += _in_month(told, asked)
    if any(by and asked.today.year + by not in {day.year for day in told.dates} for by in told.years):
        raise NoSuchDay
    if told.either and (told.weekdays or told.dates):
        told.weeks += told.either
    if told.weekdays:
        alone = _in_week(told, asked) if all(one.turn for one in told.weekdays) else []
        days = [*told.dates, *_on_weekdays(told, asked), *alone]
    else:
        days = [*told.loose, *told.dates, *_in_week(told, asked)]
    return tuple(dict.fromkeys(days))


def _sorted(said: Sequence[Said]) -> _Told:
    told = _Told()
    for one in said:
        match one:
            case Days(days, loose):
                (told.loose if loose else told.dates).extend(days)
            case Weekday():
                told.weekdays.append(one)
            case Numbered(day):
                told.numbers.append(day)
            case Weeks(by):
                told.weeks.append(by)
            case Months():
                told.months.append(one)
            case Years(by):
                told.years.append(by)
            case SomeMonth():
                told.some_months.append(one)
            case SundayOrWeek(by):
                told.either.append(by)
    return told


def _vague(told: _Told) -> bool:
    """`Januari, mungkin tgl 5` and `Senin di bulan Januari`: what belongs to what is left open."""
    sure = any(month.sure for month in told.some_months)
    return bool(told.some_months and told.numbers) or (sure and bool(told.weekdays))


def _numbered(number: int, told: _Told, asked: Asked) -> date:
    """A day of the month that was named beside it, or of the nearest that has it."""
    if not told.months:
        return nearest_number(number, asked.today, asked.past)
    first = month_start(asked.today, told.months[0].by)
    found = calendar_date(first.year, first.month, number)
    if found is None:
        raise NoSuchDay
    return found


def _in_month(told: _Told, asked: Asked) -> list[date]:
    """Today's day in the month so many away, unless the dates have that month already."""
    away = next((month for month in told.months if month.by), None)
    if away is None:
        return []
    first = month_start(asked.today, away.by)
    if any(month_start(day, 0) == first for day in told.dates):
        return []
    if told.weekdays or away.whole:
        raise NoSuchDay
    return [min(first + timedelta(days=asked.today.day - 1), month_end(first))]


def _in_week(told: _Told, asked: Asked) -> list[date]:
    """Today's weekday in the week so many away, unless the dates lie in it already."""
    if told.either and not told.weeks:
        sunday = coming(SUNDAY, asked.today) if told.either[0] > 0 else gone(SUNDAY, asked.today)
        return [sunday, asked.today + timedelta(weeks=told.either[0])]
    by = next(filter(None, told.weeks), 0)
    if not by or any(monday(day, 0) == monday(asked.today, by) for day in told.dates):
        return []
    return [asked.today + timedelta(weeks=by)]


def _on_weekdays(told: _Told, asked: Asked) -> list[date]:
    """The days of the weekdays, but for those that fall on one of the dates."""
    found: list[date] = []
    for one in told.weekdays:
        loose = [day for day in told.loose if day.weekday() == one.day]
        if any(day.weekday() == one.day for day in told.dates):
            continue
        if told.weeks and not one.turn:
            found.append(monday(asked.today, told.weeks[0]) + timedelta(days=one.day))
        elif told.dates:
            found.append(_around(told.dates[0], one.day, asked))
        else:
            found += loose or _turned(one, asked)
    return found


def _around(day: date, weekday: int, asked: Asked) -> date:
    """The nearest such weekday to a date that is none, on the right side of today."""
    found = day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    if asked.past:
        return found if found <= asked.today else found - timedelta(weeks=1)
    return found if found >= asked.today else found + timedelta(weeks=1)


def _turned(one: Weekday, asked: Asked) -> list[date]:
    """`Senin` is never today, `Senin ini` may be; `Senin depan` may be this week's or the next one's."""
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
