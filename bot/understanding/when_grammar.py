"""The grammar of pidgin: which runs of tokens speak of a day or an hour, as one pattern.

A rule's alternatives and the rules themselves stand in order: the first that fits at a place is taken, so
the longer and the stranger stand first. A rule of `_IDLE` takes words out of reach and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
PARTS = ("dawn", "subuh", "morning", "midday", "noon", "afternoon", "evening", "am", "pm")
PRAYERS = ("subuh", "zuhur", "asar", "magrib", "isya")
TURNS = ("this", "next", "last")

_STEP = {"this": 0, "next": 1, "last": -1, "kemarin": -1}
_NUMBER = re.compile("[0-9]+")
_WRITTEN_YEAR = re.compile("[0-9]{4}")
_D = "[0-9]{1,2}"
_N = "[0-9]{1,3}"
_Y = "[1-8][0-9]{3}"
_NTH = f"{_D}(?:th|ord)"
_FEWTH = "[1-5](?:th|ord)"
_RANK = "rank[1-5]"
_DN = f"{_D}(?:th|ord)?"
_CLOCK = f"{_D}[.:][0-9]{{2}}"
_TURN = f"(?:{'|'.join(TURNS)})"
_WD = f"(?:{'|'.join(WEEKDAYS)})"
_SHY = f"~?{_WD}"
_MON = f"(?:{'|'.join(MONTHS)})"
_PART = f"(?:{'|'.join(PARTS)})"
_PRAYER = f"(?:{'|'.join(PRAYERS)})"
_WEEK = "(?:week|minggu)"
_LONG = "(?:day|week|minggu|month|year)"
_UNIT = f"(?:minute|hour|jam|{_LONG})"
_AT = "(?:at|jam)"
_HOUR = f"(?:{_CLOCK}|{_D})"
_TILL = "(?:until|to)"
_THIS_WEEK = f"(?:this {_WEEK}|{_WEEK} this)"
_OR = "(?:(?:, )?or|until)"
_EDGE = "(?:begin|mid|end)"
_YEAR = f"(?:(?: ,)?(?: year)? {_Y}| year {_TURN}| {_TURN} year)"
_OF = f"(?:(?:month )?{_MON}{_YEAR}?|{_TURN} month|month (?:{_TURN}|kemarin))"
_PERIOD = (
    f"(?:{_TURN} (?:week|month|year)|(?:{_WEEK}|month|year) (?:{_TURN}|kemarin)|(?:year )?{_Y}|{_OF}"
    f"|{_WEEK}|month|year)"
)
_TURNED = f"(?:{_TURN}|nanti|tadi)(?! {_LONG}(?!\\S))"
_SURELY = f"(?:{_PART}|{_CLOCK}|{_AT} [0-9]|{_DN} (?:{_MON}|{_PART})|or)(?!\\S)"
_MINUTED = f"{_D} [0-5][0-9](?! (?:{_MON}|month)(?!\\S))"
_OPENS = (
    f"(?:{_AT}|half_before|half_past|quarter|{_CLOCK}|today|tomorrow|besok|lusa|tulat|nanti|date|on|day|{_SHY}"
    f"|(?:the )?{_DN} {_MON})"
)
_AHEAD = "(?:ahead|next|ago|last|kemarin)"

_BESIDE = frozenset({"prayer_beside", "zone_beside", "part_beside"})
"""Rules that hold only right behind another one."""

_IDLE = frozenset({"lasting", "vague_hour", "till", "score"})
_VAGUE = frozenset({"vague_day", "vague_week", "vague_this", "ranked"})
"""Rules of a day that is none: no hour beside it may be taken for today's."""

LOST = "lost"
"""The rule of a run that speaks of a day or an hour without naming one to meet at."""

_DAY_RULES = (
    ("figures", rf"\A{_D}[ ./-](?:0?[1-9]|1[0-2])(?:[ ./-](?:{_Y}|{_D}))?\Z"),
    ("score", rf"score (?:_ )?{_D}/{_D}|24/7"),
    ("vague_hour", rf"{_AT} {_D}/{_D}"),
    (
        "numeric",
        rf"(?:date )?(?:{_Y}[-/]{_D}[-/]{_D}|{_D}/{_D}(?:/(?:{_Y}|{_D}))?|{_D}-{_D}-(?:{_Y}|{_D})"
        rf"|{_D}\.{_D}\.(?:{_Y}|{_D}))"
        rf"(?! (?:minute|hour|{_LONG}|jam(?! [0-9])))|date {_D}[-.]{_D}(?! {_MON})",
    ),
    (
        "either_named",
        rf"(?:date )?(?:(?:{_DN} , )*{_DN} {_OR} (?:date )?{_DN}|{_D}-{_D}) (?:month )?{_MON}{_YEAR}?",
    ),
    (
        "named",
        rf"(?:date |the )?{_DN} (?:month )?{_MON}{_YEAR}?|{_MON} (?:the )?{_DN}(?! count){_YEAR}?"
        rf"|(?:month )?{_MON}{_YEAR}?(?: ,)? date {_DN}",
    ),
    ("figured_month", rf"date {_D} month {_D}(?: {_Y})?(?!\S)"),
    ("either_numbered", rf"date {_D}(?: , {_D})* {_OR} (?:date )?{_D}"),
    ("nth_weekday", rf"(?:(?:{_FEWTH}|last) (?:day )?{_WD}|(?:day )?{_WD} {_RANK}) {_OF}(?! {_DN}(?!\S))"),
    (
        "ranked",
        rf"{_NTH} (?:thing|{_UNIT}(?: {_OF})?)|{_FEWTH} {_WD}|(?:{_WEEK}|{_WD}) {_RANK}(?: {_OF})?",
    ),
    (
        "numbered",
        rf"date {_D}|on the {_NTH}(?! (?:thing|{_UNIT}|{_MON})(?!\S))"
        rf"|the {_NTH}(?= (?:{_AT}|{_PART}|{_D} {_PART})(?!\S))|the {_D}th(?= (?:,|\.|or)(?!\S)|\Z)"
        rf"|{_NTH}(?= {_TURN} month(?!\S))|the {_NTH}(?= {_TURN} month(?!\S))|(?<={_WD} ){_D}th|\A{_D}th\Z",
    ),
    ("edge", rf"(?:the )?{_EDGE} (?:the )?{_PERIOD}"),
    ("weekend", rf"{_TURN} weekend|weekend(?: (?:{_TURN}|kemarin))?"),
    (
        "vague_day",
        rf"(?:day )?{_WD} (?:beyond|after_next|{_WEEK} (?:{_RANK}|beyond)|week(?! {_TURN}))"
        rf"|{_N} {_WEEK} (?:today|tomorrow)|(?:today|tomorrow) week|{_N} 30 minute {_AHEAD}|{_N} month next"
        rf"|feast(?: (?:kemarin|besok|{_TURN}))?",
    ),
    ("weeks_after", rf"{_N} {_WEEK} (?:from|on) {_WD}"),
    (
        "either_span",
        rf"(?:in )?{_N}(?: or | until |-){_N} {_UNIT} {_AHEAD}|in {_N}(?: or | until |-){_N} {_UNIT}",
    ),
    ("span", rf"in {_N} {_UNIT}(?: ahead)?|{_N} {_UNIT} {_AHEAD}|\A{_N} {_LONG}\Z"),
    ("lasting", rf"{_TURN} {_N} {_UNIT}|{_N} (?:minute|hour|{_LONG}|jam(?! [0-9]))"),
    ("vague_week", rf"(?:{_LONG}) beyond|(?:month|year) after_next"),
    ("week_after_next", r"week after_next"),
    ("this_week", rf"{_THIS_WEEK} (?:day )?{_WD}|(?:day )?{_WD} {_THIS_WEEK}"),
    ("vague_this", _THIS_WEEK),
    ("week", rf"{_TURN} {_WEEK}|{_WEEK} (?:{_TURN}|kemarin)"),
    ("sunday_or_week", rf"either {_TURN}"),
    ("month", rf"{_TURN} (?:month|year)|(?:month|year) (?:{_TURN}|kemarin)"),
    ("month_alone", rf"(?:month )?{_MON}{_YEAR}?"),
    ("sunday_eve_at", rf"{_AT} {_D} evening (?:sun|minggu)(?! {_TURN})"),
    ("sunday_eve", rf"evening (?:sun|minggu)(?: {_TURN})?"),
    ("eve", rf"(?:(?<![a-z0-9] )|(?<=nanti ))evening {_WD}"),
    (
        "weekday",
        rf"(?:(?:{_TURN}|on) (?:day )?|day ){_SHY}(?: {_TURNED})?|{_WD}(?: {_TURNED})?|{_SHY} {_TURNED}"
        rf"|~{_WD}(?= {_SURELY})|(?<=or )~{_WD}|(?<=\. )~{_WD}(?= [,.]|\Z)|\A~{_WD}\Z|minggu|either",
    ),
    ("relative", f"today|tomorrow|besok|lusa|tulat|(?:yesterday|kemarin|day_before|last_night)(?: {_PART})?"),
    ("part_today", rf"this {_PART}|{_PART} this"),
    ("hint", rf"tadi(?: {_PART})?|nanti(?= (?:{_PART}|{_AT}|{_CLOCK}|half_before|{_D} {_PART})(?!\S))"),
)
_HOUR_RULES = (
    ("till", rf"until (?:{_AT} {_HOUR}|{_CLOCK}|{_D} {_PART})(?: {_PART})?"),
    (
        "range",
        rf"between (?:{_AT} )?{_HOUR} or (?:{_AT} )?{_HOUR}(?: {_PART})?"
        rf"|(?:{_AT}|from) {_HOUR} {_TILL} (?:{_AT} )?{_HOUR}(?: {_PART})?|{_AT} {_D}-{_D}(?: {_PART})?"
        rf"|{_HOUR} {_TILL} (?:{_AT} )?{_HOUR} {_PART}|{_CLOCK} {_TILL} (?:{_AT} )?{_HOUR}|{_D}-{_D} {_PART}",
    ),
    (
        "either_hour",
        rf"{_AT} {_D}(?: , {_D})* (?:, )?or (?:{_AT} )?{_D}(?! (?:{_MON}|{_LONG})(?!\S))(?: {_PART})?"
        rf"|{_D} or {_D} {_PART}",
    ),
    (
        "shifted",
        rf"(?:at )?(?:quarter|{_D}(?: minute)?) (?:past|to) {_D}(?: {_PART}| oclock)?"
        rf"|jam {_D} (?:past|less) (?:{_D}|quarter)(?: minute)?(?: {_PART})?",
    ),
    (
        "half",
        rf"(?:{_AT} )?(?:half_before|half_past) {_D}(?: {_PART}| oclock)?"
        rf"|{_AT} half {_D}(?: {_PART})?|half {_D} {_PART}",
    ),
    (
        "at",
        rf"jam (?:{_CLOCK}|{_MINUTED}|{_D})(?: {_PART})?|at (?:{_CLOCK}|{_MINUTED})(?: {_PART})?"
        rf"|at {_D}(?: oclock)?(?: {_PART}|(?! (?:_|count|thing)))",
    ),
    ("clock_alone", rf"\A{_CLOCK}\Z"),
    ("clock", rf"{_CLOCK}(?: {_PART})?|(?:{_MINUTED}|{_D}) {_PART}|{_D} oclock(?: {_PART})?"),
    ("noon", rf"(?:{_AT} )?noon"),
    ("midnight", rf"(?:{_AT} )?midnight"),
    ("prayer", rf"(?:(?:after|{_AT}) ){{1,3}}{_PRAYER}"),
    ("prayer_beside", _PRAYER),
    ("part", rf"{_PART}(?= (?:, )?{_OPENS}(?!\S))"),
    ("part_beside", _PART),
    ("zone", r"z[+-][0-9]{1,3}"),
    ("zone_beside", "z_other"),
)
_HOURLY = frozenset(name for name, _ in _HOUR_RULES)
_RULES = (*_DAY_RULES, *_HOUR_RULES, ("or", "or"))
_GRAMMAR = re.compile(
    rf"(?<!\S)(?=[^_,.])(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in _RULES)})(?!\S)"
)
_SPOILT_BEFORE = re.compile(r"(?<!\S)(?:(?:not|cannot)(?: _)?|before|after|every|during)(?: on| the)? \Z")
_SPOILT_BEHIND = re.compile(rf"(?: {_PART})? (?:[_.] )?(?:cannot|busy)(?!\S)")


@dataclass(frozen=True)
class Run:
    """A run of tokens that one rule reads."""

    rule: str
    words: tuple[str, ...]

    def numbers(self) -> list[int]:
        """Every number in it below a thousand, in order: years are not among them."""
        found = (int(number) for word in self.words for number in _NUMBER.findall(word))
        return [number for number in found if number < 1000]

    def one_of(self, tokens: Collection[str]) -> str:
        """The first of these tokens in it, or ""."""
        return next((word for word in self.words if word in tokens), "")

    def step(self) -> int | None:
        """-1 for the last one, 0 for this, 1 for the next; None where it does not say."""
        return _STEP.get(self.one_of(_STEP))

    def year(self, today: date) -> int | None:
        """The year that it names; None where it names none."""
        written = next((int(word) for word in self.words if _WRITTEN_YEAR.fullmatch(word)), None)
        step = self.step() if "year" in self.words else None
        return today.year + step if written is None and step is not None else written


def scan(pidgin: str) -> list[list[Run]]:
    """What is said of days and hours, in order; a new list begins at each "or".

    What is no time of a meeting ("not on Monday", "before Friday", "every Tuesday") is `LOST`, and so is a
    word that is not known in front of an hour: it may be the day.
    """
    alternatives: list[list[Run]] = [[]]
    end, spoilt, strange = 0, 0, f" {pidgin}".find(" _ ")
    for run in _GRAMMAR.finditer(pidgin):
        rule, start = run.lastgroup or "", run.start()
        beside = pidgin[end:start] in {" ", " , "}
        end = run.end()
        behind = _SPOILT_BEHIND.match(pidgin, end)
        lost = behind is not None or _SPOILT_BEFORE.search(pidgin, max(spoilt, start - 20), start) is not None
        spoilt = behind.end() if behind is not None else spoilt
        if rule == "or":
            alternatives.append([])
        elif rule not in _IDLE and (beside or rule not in _BESIDE):
            if rule in _HOURLY and 0 <= strange < start:
                alternatives[-1].append(Run(LOST, ()))
            known = LOST if lost or rule in _VAGUE else rule
            alternatives[-1].append(Run(known, tuple(run[0].replace("~", "").split())))
    return alternatives
