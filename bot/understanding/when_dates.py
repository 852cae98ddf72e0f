"""What the rules for dates, weekdays and distances say: `5 Desember`, `Senin depan`, `3 hari lagi`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, timedelta
from typing import TypeAlias

from bot.understanding.when_grammar import LOST, MONTHS, PARTS, WEEKDAYS, Run
from bot.understanding.when_said import (
    Asked,
    Clock,
    Days,
    Hint,
    Impossible,
    Lost,
    Months,
    Numbered,
    Part,
    Said,
    SomeMonth,
    SundayOrWeek,
    Weekday,
    Weeks,
    Years,
)
from bot.understanding.when_sums import calendar_date, coming, gone, nearest_date

Read: TypeAlias = Callable[[Run, Asked], tuple[Said, ...]]

SATURDAY, SUNDAY = 5, 6
_RELATIVE = {
    "today": 0,
    "tomorrow": 1,
    "besok": 1,
    "lusa": 2,
    "tulat": 3,
    "yesterday": -1,
    "kemarin": -1,
    "last_night": -1,
    "day_before": -2,
}
_LOOSE = frozenset({"besok", "kemarin"})
_TURNS = {"this": "this", "next": "next", "last": "last", "nanti": "this", "tadi": "this"}
_BACK = frozenset({"ago", "last", "kemarin"})
_SHORT = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "jam": timedelta(hours=1)}


def _figures(run: Run, asked: Asked) -> tuple[Said, ...]:
    """`24/11`, `24-11-2026`, `tgl 5 bulan 12`: the day first; or `2026-11-24`. `50/50` is no date."""
    numbers = [int(part) for word in run.words for part in _parts(word)]
    day, month, *year = numbers[::-1] if numbers[0] > 99 else numbers
    return _dated(asked, day, month, *year) if month <= 12 else ()


def _parts(word: str) -> list[str]:
    return [part for part in word.replace("/", "-").replace(".", "-").split("-") if part.isdigit()]


def _named(run: Run, asked: Asked) -> tuple[Said, ...]:
    """`5 Desember`, `Dec 5th, 2027`, `5 Januari tahun depan`, `1 atau 2 Desember`."""
    month, year = MONTHS.index(run.one_of(MONTHS)) + 1, run.year(asked.today)
    return tuple(said for day in run.numbers() for said in _dated(asked, day, month, year))


def _dated(asked: Asked, day: int, month: int, year: int | None = None) -> tuple[Said, ...]:
    if year is None:
        found = nearest_date(month, day, asked.today, asked.past)
    else:
        found = calendar_date(year if year > 99 else 2000 + year, month, day)
    return (Days((found,)),) if found is not None else (Impossible(),)


def _numbered(run: Run, _: Asked) -> tuple[Said, ...]:
    """`tgl 5`, `on the 5th`, `tgl 5 atau 6`: days of a month that is not named."""
    return tuple(Numbered(day) if 1 <= day <= 31 else Impossible() for day in run.numbers())


def _weekday(run: Run, _: Asked) -> tuple[Said, ...]:
    """`Senin depan`, `this Friday`; a `minggu` that is no week is Sunday."""
    name = run.one_of(WEEKDAYS)
    return (Weekday(WEEKDAYS.index(name) if name else SUNDAY, _TURNS.get(run.one_of(_TURNS), "")),)


def _this_week(run: Run, _: Asked) -> tuple[Said, ...]:
    """`Jumat minggu ini`."""
    return Weekday(WEEKDAYS.index(run.one_of(WEEKDAYS))), Weeks(0)


def _month_alone(run: Run, _: Asked) -> tuple[Said, ...]:
    """`bulan Januari`, or `April`, who may be a person."""
    return (SomeMonth(sure=run.words[0] == "month"),)


def _sunday_or_week(run: Run, _: Asked) -> tuple[Said, ...]:
    """`Minggu depan` at the start of a message; `Minggu ini` is Sunday, as a whole week is no day."""
    step = run.step() or 0
    return (SundayOrWeek(step),) if step else (Weekday(SUNDAY, "this"),)


def _eve(run: Run, asked: Asked) -> tuple[Said, ...]:
    """`malam Jumat`: Thursday night to most, Friday night to some."""
    eve = (WEEKDAYS.index(run.one_of(WEEKDAYS)) - 1) % 7
    day = (
        gone(eve, asked.today + timedelta(days=1))
        if asked.past
        else coming(eve, asked.today - timedelta(days=1))
    )
    return Days((day, day + timedelta(days=1))), Part("evening")


def _sunday_eve(run: Run, _: Asked) -> tuple[Said, ...]:
    """`malam Minggu` is Saturday night."""
    return Weekday(SATURDAY, _TURNS.get(run.one_of(_TURNS), "this")), Part("evening")


def _sunday_eve_at(run: Run, asked: Asked) -> tuple[Said, ...]:
    """`jam 7 malam Minggu`: on Saturday night, or at seven in the evening of Sunday."""
    saturday = coming(SATURDAY, asked.today - timedelta(days=1))
    return Days((saturday, saturday + timedelta(days=1))), Clock(run.numbers()[0], part="evening")


def _relative(run: Run, asked: Asked) -> tuple[Said, ...]:
    name = run.words[0]
    return (Days((asked.today + timedelta(days=_RELATIVE[name]),), name in _LOOSE),)


def _part_today(run: Run, asked: Asked) -> tuple[Said, ...]:
    """`malam ini`, `this afternoon`."""
    return Days((asked.today,)), Part(run.one_of(PARTS))


def _hint(run: Run, _: Asked) -> tuple[Said, ...]:
    return (Hint(ahead=run.words[0] == "nanti"),)


def _lost(_: Run, __: Asked) -> tuple[Said, ...]:
    return (Lost(),)


def _week(run: Run, _: Asked) -> tuple[Said, ...]:
    return (Weeks(run.step() or 0),)


def _week_after_next(_: Run, __: Asked) -> tuple[Said, ...]:
    return (Weeks(2),)


def _month(run: Run, _: Asked) -> tuple[Said, ...]:
    """`bulan depan`, `next year`: no day by themselves."""
    step = run.step() or 0
    return (Years(step) if "year" in run.words else Months(step, whole=True),)


def _weeks_after(run: Run, asked: Asked) -> tuple[Said, ...]:
    """`two weeks from Monday`."""
    weekday = WEEKDAYS.index(run.one_of(WEEKDAYS))
    return (Days((coming(weekday, asked.today) + timedelta(weeks=run.numbers()[0]),)),)


def _span(run: Run, asked: Asked) -> tuple[Said, ...]:
    """`3 hari lagi`, `dalam dua minggu`, `a month ago`, `2-3 days from now`; a bare `3 bulan` looks ahead."""
    side = -1 if _BACK.intersection(run.words) else 1
    return tuple(said for number in run.numbers() for said in _away(side * number, run, asked))


def _away(number: int, run: Run, asked: Asked) -> tuple[Said, ...]:
    match run.one_of(("minute", "hour", "jam", "day", "week", "minggu", "month", "year")):
        case "day":
            return (Days((asked.today + timedelta(days=number),)),)
        case "week" | "minggu":
            return (Weeks(number),)
        case "month":
            return (Months(number),)
        case "year":
            return (Months(12 * number),)
        case short:
            there = (asked.now.astimezone(UTC) + number * _SHORT[short]).astimezone(asked.now.tzinfo)
            return Days((there.date(),)), Clock(there.hour, there.minute, exact=True)


DATES: Mapping[str, Read] = {
    "figures": _figures,
    "numeric": _figures,
    "figured_month": _figures,
    "named": _named,
    "either_named": _named,
    "numbered": _numbered,
    "either_numbered": _numbered,
    "weekday": _weekday,
    "this_week": _this_week,
    "month_alone": _month_alone,
    "sunday_or_week": _sunday_or_week,
    "eve": _eve,
    "sunday_eve": _sunday_eve,
    "sunday_eve_at": _sunday_eve_at,
    "relative": _relative,
    "part_today": _part_today,
    "hint": _hint,
    LOST: _lost,
    "week": _week,
    "week_after_next": _week_after_next,
    "month": _month,
    "weeks_after": _weeks_after,
    "span": _span,
    "either_span": _span,
}
"""By the grammar's rule: what its run says."""
