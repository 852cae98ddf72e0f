"""What single words can say about a time, before they are put together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias


@dataclass(frozen=True)
class Weekday:
    """A day of the week, Monday 0; `turn` is "", "this", "next" or "last"."""

    day: int
    turn: str = ""


@dataclass(frozen=True)
class Weeks:
    """So many weeks from now, back where negative; the day is that of a weekday beside it, or today's."""

    by: int


@dataclass(frozen=True)
class Months:
    """So many months from now, back where negative; the day is that of a number beside it, or today's.

    Without a number a `whole` one ("bulan depan") is no day.
    """

    by: int
    whole: bool = False


@dataclass(frozen=True)
class Years:
    """A whole year, so many from this one: no day without a date in it."""

    by: int


@dataclass(frozen=True)
class Numbered:
    """A day of the month without its month."""

    day: int


@dataclass(frozen=True)
class SomeMonth:
    """A month that is named without a day; not `sure` where the name may be a person's."""

    sure: bool


@dataclass(frozen=True)
class SundayOrWeek:
    """`Minggu depan` where it cannot be told: Sunday, or so many weeks from this one."""

    by: int


@dataclass(frozen=True)
class Days:
    """Whole dates, the likelier first. A loose one ("besok", "kemarin") gives way to a weekday beside it."""

    days: tuple[date, ...]
    loose: bool = False


@dataclass(frozen=True)
class Hint:
    """Today, unless another day is named: "nanti" looks ahead, "tadi" back."""

    ahead: bool


@dataclass(frozen=True)
class Lost:
    """Words of a day or an hour that name none: "before Friday", "every Monday", "some week"."""


@dataclass(frozen=True)
class Impossible:
    """A day that no calendar has."""


@dataclass(frozen=True)
class Clock:
    """An hour as it was said; `exact` when it can only be meant on the clock of 24 hours.

    A `weak` one (a bare "15.30") may be another sort of number: it counts beside a day only.
    """

    hour: int
    minute: int = 0
    part: str = ""
    exact: bool = False
    weak: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the day: of the hour beside it, if there is one."""

    name: str


@dataclass(frozen=True)
class Zone:
    """The zone of the hours: minutes ahead of UTC, or None where its name means several."""

    offset: int | None


Said: TypeAlias = (
    Weekday
    | Weeks
    | Months
    | Years
    | Numbered
    | SomeMonth
    | SundayOrWeek
    | Days
    | Hint
    | Lost
    | Impossible
    | Clock
    | Part
    | Zone
)


@dataclass(frozen=True)
class Asked:
    """When it is read, where the reader is, and whether a day behind or ahead is meant."""

    now: datetime
    today: date
    past: bool
