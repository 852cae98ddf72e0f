"""Days and hours as people say them, in Indonesian, English and both at once: `besok jam 3 sore`.

A message goes through four hands: `when_pidgin` makes it one small language, `when_grammar` finds the runs
of tokens that speak of time, `when_dates`, `when_periods` and `when_hours` say what each may mean, and
`when_settle` what they mean together. Whatever may mean two things comes back as two options.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone

from bot.understanding.when_dates import DATES, Read
from bot.understanding.when_grammar import scan
from bot.understanding.when_hours import HOURS, minutes, over
from bot.understanding.when_periods import PERIODS
from bot.understanding.when_pidgin import pidgin
from bot.understanding.when_said import Asked, Clock, Hint, Lost, Part, Said, SomeMonth, Zone
from bot.understanding.when_settle import NoSuchDay, settle

_MOST = 2
_READ: Mapping[str, Read] = {**DATES, **PERIODS, **HOURS}


@dataclass(frozen=True)
class When:
    """What words say about a time: one option is clear, two are to be asked back, none has its reason.

    An option is ISO in the reader's zone: "2026-12-01", or "2026-12-01T15:00" where an hour was said. The
    likelier one stands first. `unread` is "day_unread", "day_past", "day_future", "day_far" or "hour_past".
    """

    options: tuple[str, ...] = ()
    unread: str = ""


@dataclass(frozen=True)
class _Wish:
    """One of the times that a message names."""

    days: tuple[date, ...]
    clocks: tuple[Clock, ...]
    part: str
    hint: Hint | None
    lost: bool
    """Whether it speaks of a day that it does not name: then its hour is not today's."""


def read_when(text: str, now: datetime, past: bool, reach: int = 400) -> When:
    """The day, and for a day ahead the hour, that the words name.

    `now` is the reader's present in the reader's zone. With `past` a day behind is meant and hours are not
    read, else a day ahead; today is both. What lies further than `reach` days is refused.
    """
    asked = Asked(now, now.date(), past)
    said = [[one for run in runs for one in _READ[run.rule](run, asked)] for runs in scan(pidgin(text))]
    try:
        wishes = [_wish(one, asked) for one in said]
    except NoSuchDay:
        return When(unread="day_unread")
    zones = [one for alternative in said for one in alternative if isinstance(one, Zone)]
    return _offered(_completed(wishes, asked), zones[0] if zones else None, asked, reach)


def _wish(said: Sequence[Said], asked: Asked) -> _Wish:
    parts = {one.name for one in said if isinstance(one, Part)}
    hints = [one for one in said if isinstance(one, Hint)]
    return _Wish(
        days=settle(said, asked),
        clocks=tuple(one for one in said if isinstance(one, Clock)),
        part=parts.pop() if len(parts) == 1 else "",
        hint=hints[0] if hints else None,
        lost=any(isinstance(one, Lost | SomeMonth) for one in said),
    )


def _completed(wishes: Sequence[_Wish], asked: Asked) -> list[_Wish]:
    """Each wish with its day: what one leaves out, the one before it says for it, or else one behind it."""
    hinted = [_hinted(wish, asked) if wish.hint and not wish.days else wish for wish in wishes]
    told = [wish for wish in hinted if wish.days or wish.clocks]
    if not any(wish.days for wish in told):
        today = () if asked.past or any(wish.lost for wish in wishes) else (asked.today,)
        sure = (replace(wish, clocks=tuple(one for one in wish.clocks if not one.weak)) for wish in told)
        return [replace(wish, days=today) for wish in sure if wish.clocks]
    return [wish if wish.days and wish.clocks else _lent(told, at) for at, wish in enumerate(told)]


def _lent(wishes: Sequence[_Wish], at: int) -> _Wish:
    nearest = [*reversed(wishes[: at + 1]), *wishes[at + 1 :]]
    days = next(wish.days for wish in nearest if wish.days)
    return replace(wishes[at], days=days, clocks=next((wish.clocks for wish in nearest if wish.clocks), ()))


def _hinted(wish: _Wish, asked: Asked) -> _Wish:
    """`Nanti` and `tadi` are today's, and refused where the other side of now is asked for."""
    if wish.hint is not None and wish.hint.ahead == asked.past:
        return replace(wish, days=(asked.today + timedelta(days=1 if asked.past else -1),), clocks=())
    return replace(wish, days=(asked.today,), clocks=tuple(_later(clock, asked.now) for clock in wish.clocks))


def _later(clock: Clock, now: datetime) -> Clock:
    """`nanti jam 8`, when eight in the morning is over, is eight in the evening."""
    over = (clock.hour, clock.minute) < (now.hour, now.minute)
    return replace(clock, part="pm") if over and clock.hour > 6 and not clock.part else clock


def _offered(wishes: Sequence[_Wish], zone: Zone | None, asked: Asked, reach: int) -> When:
    """The options of all wishes together: where there are several, each with its likelier hour."""
    if len({day for wish in wishes for day in wish.days}) > _MOST:
        return When(unread="day_unread")
    tried = [
        [_placed(day, minute, wish.part, zone, asked, reach) for minute in likely]
        for wish in wishes
        for day in wish.days
        for likely in _hours(wish, zone, asked)
    ]
    clear = [found for tries in tried if (found := [option for option, _ in tries if option])]
    options = tuple(dict.fromkeys(clear[0] if len(clear) == 1 else [found[0] for found in clear]))
    if len(options) > _MOST:
        return _offered([replace(wish, clocks=()) for wish in wishes], zone, asked, reach)
    unread = next((refused for tries in tried for _, refused in tries), "day_unread")
    return When(options) if options else When(unread=unread)


def _hours(wish: _Wish, zone: Zone | None, asked: Asked) -> Sequence[Sequence[int | None]]:
    """What each of its clocks may mean in minutes after midnight; None where no hour is to be read."""
    if asked.past or not wish.clocks or (zone is not None and zone.offset is None):
        return ((None,),)
    return [minutes(clock, wish.part) for clock in wish.clocks]


def _placed(
    day: date, minute: int | None, part: str, zone: Zone | None, asked: Asked, reach: int
) -> tuple[str, str]:
    """One day, with its hour if it has one, as an option; or no option and why it is none."""
    if minute is None or abs((day - asked.today).days) > reach + 1:
        refused = _outside(day, asked, reach) or _part_over(day, part, asked)
        return ("", refused) if refused else (day.isoformat(), "")
    moment = _moment(day, minute, zone, asked)
    gone = moment < asked.now.replace(second=0, microsecond=0, tzinfo=None)
    refused = _outside(moment.date(), asked, reach) or ("hour_past" if gone else "")
    return ("", refused) if refused else (moment.isoformat(timespec="minutes"), "")


def _part_over(day: date, part: str, asked: Asked) -> str:
    if not part or asked.past or day != asked.today:
        return ""
    return "hour_past" if over(part, 60 * asked.now.hour + asked.now.minute) else ""


def _outside(day: date, asked: Asked, reach: int) -> str:
    """Why a day is on the wrong side of today or too far away; empty where it is not."""
    away = (day - asked.today).days
    if asked.past and away > 0:
        return "day_future"
    if not asked.past and away < 0:
        return "day_past"
    return "day_far" if abs(away) > reach else ""


def _moment(day: date, minute: int, zone: Zone | None, asked: Asked) -> datetime:
    """The wall clock of the reader; an hour of another zone is put into theirs."""
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    if zone is None or zone.offset is None:
        return wall
    there = wall.replace(tzinfo=timezone(timedelta(minutes=zone.offset)))
    return there.astimezone(asked.now.tzinfo).replace(tzinfo=None)
