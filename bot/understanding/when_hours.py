"""What the rules for hours say, and which hours of the day that may be."""

from __future__ import annotations

from collections.abc import Mapping

from bot.understanding.when_dates import Read
from bot.understanding.when_grammar import PARTS, PRAYERS, Run
from bot.understanding.when_said import Asked, Clock, Part, Said, Zone

_PRAYED = {"subuh": (5, 30), "zuhur": (12, 30), "asar": (15, 45), "magrib": (18, 30), "isya": (19, 30)}
"""When most of Indonesia has prayed: an hour to meet, not the hour of the call."""

_OVER = {"dawn": 6, "subuh": 6, "morning": 11, "midday": 15, "noon": 13, "afternoon": 19, "evening": 24}
_DAY = 24 * 60


def minutes(clock: Clock, part: str) -> tuple[int, ...]:
    """The minutes after midnight that may be meant, the likelier first; after 1440 they are the next day's.

    A part of the day said with the hour decides; without one seven to twelve is taken as it stands and one
    to six as the afternoon or, less likely, as the small hours.
    """
    part = clock.part or part
    exact = (clock.exact and not part) or not 1 <= clock.hour <= 12
    hours = (clock.hour,) if exact else _hours(clock.hour, part)
    return tuple(60 * hour + clock.minute for hour in hours)


def over(part: str, now: int) -> bool:
    """Whether this part of the day has passed, so many minutes after midnight."""
    return part in _OVER and now >= 60 * _OVER[part]


def _hours(hour: int, part: str) -> tuple[int, ...]:
    """An hour of the clock face as hours of the day."""
    match part:
        case "am" | "dawn" | "subuh":
            return (hour % 12,)
        case "pm":
            return (hour % 12 + 12,)
        case "morning":
            return (hour,) if hour < 12 else (0, 12)
        case "midday" | "noon":
            return (hour,) if hour > 8 else (hour + 12,)
        case "afternoon":
            return (hour,) if hour > 10 else (hour + 12,)
        case "evening":
            return _evening(hour)
        case _:
            return (hour,) if hour > 6 else (hour + 12, hour)


def _evening(hour: int) -> tuple[int, ...]:
    """Twelve and the hours after it belong to the night that the day ends with, or to that before it."""
    if hour == 12:
        return (24, 0)
    return (hour + 12,) if hour > 4 else (hour + 24, hour)


def _plain(run: Run, _: Asked) -> tuple[Said, ...]:
    """`jam 3`, `at 15.30`, `15:30`, `3pm`, `3 sore`, `jam 15 30`; `2 malam` alone is two nights."""
    figures, part = _figures(run), run.one_of(PARTS)
    bare = run.words[0] not in {"at", "jam"}
    hour, minute = _read(" ".join(figures))
    if bare and part == "evening" and figures[0] in {"1", "2", "3", "4", "5"}:
        return ()
    exact = figures[0].startswith("0") and not part
    return _clock(
        hour, minute, part, exact=exact, weak=run.rule == "clock" and not part and "." in figures[0]
    )


def _range(run: Run, _: Asked) -> tuple[Said, ...]:
    """`jam 3-5 sore`, `from 10 to 12`: it begins then. `at ten to four` is no range, `five to six` either."""
    start, end = (_read(figure) for figure in _figures(run))
    if "to" in run.words and "from" not in run.words and start in {(5, 0), (10, 0), (20, 0), (25, 0)}:
        return _before(end[0], start[0], run.one_of(PARTS)) if start >= end else ()
    return _clock(*start, run.one_of(PARTS) if start < end else "")


def _either(run: Run, _: Asked) -> tuple[Said, ...]:
    """`jam 3 atau 4 sore`: both; `jam 9, 10 atau 11`: all."""
    hours, part = [_read(figure) for figure in _figures(run)], run.one_of(PARTS)
    return tuple(said for one in hours for said in _clock(*one, part if one <= hours[-1] else ""))


def _shifted(run: Run, _: Asked) -> tuple[Said, ...]:
    """`jam 3 lewat 15`, `jam 4 kurang seperempat`, `quarter past 3`, `ten to four`."""
    figures = [
        15 if word == "quarter" else int(word) for word in run.words if word == "quarter" or word.isdigit()
    ]
    hour, away = figures if run.words[0] == "jam" else reversed(figures)
    part, weak = run.one_of(PARTS), not {"at", "jam", "quarter", "minute"}.intersection(run.words)
    if weak and "to" in run.words and away < hour:
        return ()
    if {"less", "to"}.intersection(run.words):
        return _before(hour, away, part, weak=weak)
    return _clock(hour, away, part, weak=weak)


def _half(run: Run, _: Asked) -> tuple[Said, ...]:
    """`setengah empat` is half an hour before four, `half past three` and `half three` after three."""
    hour, part = run.numbers()[0], run.one_of(PARTS)
    return _before(hour, 30, part) if "half_before" in run.words else _clock(hour, 30, part)


def _before(hour: int, away: int, part: str, *, weak: bool = False) -> tuple[Said, ...]:
    return _clock(hour - 1 or 12, 60 - away, part, weak=weak) if hour else ()


def _noon(_: Run, __: Asked) -> tuple[Said, ...]:
    return (Clock(12, exact=True),)


def _midnight(_: Run, __: Asked) -> tuple[Said, ...]:
    return (Clock(12, part="evening"),)


def _prayer(run: Run, _: Asked) -> tuple[Said, ...]:
    return (Clock(*_PRAYED[run.one_of(PRAYERS)], exact=True),)


def _part(run: Run, _: Asked) -> tuple[Said, ...]:
    return (Part(run.words[0]),)


def _zone(run: Run, _: Asked) -> tuple[Said, ...]:
    offset = int(run.words[0][1:])
    return (Zone(offset if abs(offset) < _DAY else None),)


def _other_zone(_: Run, __: Asked) -> tuple[Said, ...]:
    return (Zone(None),)


def _clock(hour: int, minute: int, part: str, *, exact: bool = False, weak: bool = False) -> tuple[Said, ...]:
    """The clock, unless there is no such hour: then nothing was said of one."""
    if not 0 <= minute < 60 or 60 * hour + minute > _DAY:
        return ()
    return (Clock(hour, minute, part, exact, weak),)


def _figures(run: Run) -> list[str]:
    return [figure for word in run.words for figure in word.split("-") if figure[:1].isdigit()]


def _read(figure: str) -> tuple[int, int]:
    """Hour and minute of `15.30`, `15:30`, `15 30` or `15`."""
    hour, _, minute = figure.replace(":", ".").replace(" ", ".").partition(".")
    return int(hour), int(minute or 0)


HOURS: Mapping[str, Read] = {
    "at": _plain,
    "clock": _plain,
    "clock_alone": _plain,
    "range": _range,
    "either_hour": _either,
    "shifted": _shifted,
    "half": _half,
    "noon": _noon,
    "midnight": _midnight,
    "prayer": _prayer,
    "prayer_beside": _prayer,
    "part": _part,
    "part_beside": _part,
    "zone": _zone,
    "zone_beside": _other_zone,
}
"""By the grammar's rule: what its run says."""
