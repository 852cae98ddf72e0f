"""What the rules for parts of a week, month or year say: `akhir bulan`, `weekend`, `first Monday of May`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from bot.understanding.when_dates import SATURDAY, SUNDAY, Read
from bot.understanding.when_grammar import MONTHS, TURNS, WEEKDAYS, Run
from bot.understanding.when_said import Asked, Days, Impossible, Said, Weekday
from bot.understanding.when_sums import coming, gone, monday, month_end, month_start


def _edge(run: Run, asked: Asked) -> tuple[Said, ...]:
    """`awal`, `pertengahan` or `akhir` of a week, month or year."""
    edge = run.one_of(("begin", "mid", "end"))
    if run.one_of(("week", "minggu")):
        return _edge_of_week(edge, run, asked)
    if not run.one_of(("month", *MONTHS)):
        return _edge_of_year(edge, run, asked)
    return _meant((_edge_of_month(edge, first) for first in _months(run, asked)), asked)


def _edge_of_week(edge: str, run: Run, asked: Asked) -> tuple[Said, ...]:
    """Monday, Wednesday, or what the end of a working week may be: Friday or Saturday."""
    mondays = [monday(asked.today, by) for by in _steps(run, asked)]
    if edge == "end":
        return (Days((mondays[0] + timedelta(days=4), mondays[0] + timedelta(days=SATURDAY))),)
    return _meant((first + timedelta(days=0 if edge == "begin" else 2) for first in mondays), asked)


def _edge_of_year(edge: str, run: Run, asked: Asked) -> tuple[Said, ...]:
    """Its first or last day; its middle is no day."""
    if edge == "mid":
        return (Impossible(),)
    named = run.year(asked.today)
    years = [named] if named is not None else [asked.today.year + by for by in _steps(run, asked)]
    return _meant((date(year, 1, 1) if edge == "begin" else date(year, 12, 31) for year in years), asked)


def _edge_of_month(edge: str, first: date) -> date:
    match edge:
        case "begin":
            return first
        case "mid":
            return first.replace(day=15)
        case _:
            return month_end(first)


def _nth_weekday(run: Run, asked: Asked) -> tuple[Said, ...]:
    """`first Monday of December`, `Senin pertama bulan depan`, `last Friday of next month`."""
    weekday, rank = WEEKDAYS.index(run.one_of(WEEKDAYS)), next(iter(run.numbers()), 0)
    month = Run(run.rule, run.words[1:]) if run.words[0] == "last" else run
    days = []
    for first in _months(month, asked):
        if rank:
            day = coming(weekday, first - timedelta(days=1)) + timedelta(weeks=rank - 1)
        else:
            day = gone(weekday, month_end(first) + timedelta(days=1))
        days += [day] if day.month == first.month else []
    return _meant(days, asked)


def _weekend(run: Run, asked: Asked) -> tuple[Said, ...]:
    """Its Saturday. Said on a Saturday the bare word may be today; "this weekend" on a Sunday is."""
    turn, today = run.one_of(TURNS), asked.today
    if not turn and today.weekday() == SATURDAY:
        return (Days((today, today + timedelta(weeks=-1 if asked.past else 1))),)
    if turn == "this" and today.weekday() == SUNDAY:
        return (Days((today,)),)
    return (Weekday(SATURDAY, "last" if "kemarin" in run.words else turn),)


def _steps(run: Run, asked: Asked) -> tuple[int, ...]:
    """The period that is meant: as it says or else this one and, should that be over, the one beyond."""
    step = run.step()
    return (step,) if step is not None else (0, -1 if asked.past else 1)


def _months(run: Run, asked: Asked) -> list[date]:
    """The first days of the months that may be meant, the likelier first."""
    if not (name := run.one_of(MONTHS)):
        return [month_start(asked.today, by) for by in _steps(run, asked)]
    named, this = run.year(asked.today), asked.today.year
    years = (named,) if named is not None else (this, this + (-1 if asked.past else 1))
    return [date(year, MONTHS.index(name) + 1, 1) for year in years]


def _meant(days: Iterable[date], asked: Asked) -> tuple[Said, ...]:
    """The first day on the right side of today; where none is, the last of them."""
    found = list(days)
    if not found:
        return (Impossible(),)
    right = (day for day in found if (day <= asked.today if asked.past else day >= asked.today))
    return (Days((next(right, found[-1]),)),)


PERIODS: Mapping[str, Read] = {"edge": _edge, "nth_weekday": _nth_weekday, "weekend": _weekend}
"""By the grammar's rule: what its run says."""
