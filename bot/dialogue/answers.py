"""What a form may ask for, and what counts as an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True)
class Phrase:
    """A short wording that is looked up in the reader's language when a message is rendered."""

    key: str


@dataclass(frozen=True)
class Labelled:
    """The label that prompt `prompt` gives to its button `id`, in the reader's language."""

    prompt: str
    id: str


Label: TypeAlias = str | Phrase | Labelled
Value: TypeAlias = object
"""What a prompt may be given: text, number, date, Phrase, or tuples and mappings of these."""


@dataclass(frozen=True)
class Choice:
    """One button of a question. `id` is a released name; without `label` the prompt's file labels it."""

    id: str
    label: str | Phrase | None = None


@dataclass(frozen=True)
class Answer:
    """What a person answered: choice ids, or their own words.

    An answer that does not stand was reopened: it is shown as a suggestion and counts as missing.
    """

    picked: tuple[str, ...] = ()
    text: str = ""
    stands: bool = True
    message: int = 0
    """The message that the words were typed in: an edit of it is an edit of this answer."""


Answers: TypeAlias = Mapping[str, Answer]


@dataclass(frozen=True)
class Pick:
    """One of the choices."""


@dataclass(frozen=True)
class PickMany:
    """Between `least` and `most` of the choices; a choice in `alone` excludes all others."""

    least: int = 1
    most: int = 8
    alone: tuple[str, ...] = ()


@dataclass(frozen=True)
class Text:
    """Own words of `least` to `most` characters, or one of the choices where there are any."""

    least: int = 2
    most: int = 600


@dataclass(frozen=True)
class Day:
    """A date typed as day and month, or one of the choices; `past` or future, at most `reach` days away."""

    past: bool = True
    reach: int = 400


@dataclass(frozen=True)
class Review:
    """The summary card at the end of a form: `save`, or the id of an answered step to change it.

    A step in `replaced` offers no line of its own while one of the others named there is answered.
    """

    replaced: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def lines(self, answered: tuple[str, ...]) -> tuple[str, ...]:
        """Which of the answered steps can be changed from here, in order."""
        hidden = {id for id, others in self.replaced if set(others) & set(answered)}
        return tuple(id for id in answered if id not in hidden)


Kind: TypeAlias = Pick | PickMany | Text | Day | Review

SAVE = "save"


@dataclass(frozen=True)
class Unread:
    """Why words or a press are no answer: the last part of an `engine/…` prompt key."""

    reason: str


def read_text(kind: Kind, text: str, today: date) -> Answer | Unread:
    """The answer that typed words give to a question of this kind, or why they are none."""
    said = text.strip()
    match kind:
        case Text(least, most):
            return _fits(said, least, most)
        case Day():
            return _day(kind, said, today)
        case _:
            return Unread("choose")


def read_pick(kind: Kind, choice: str, before: Answer | None) -> Answer | Unread:
    """The answer after one press. A `PickMany` stands with `done`, or with a choice that stands alone."""
    if not isinstance(kind, PickMany):
        return Answer(picked=(choice,))
    picked = before.picked if before is not None else ()
    if choice == DONE:
        return Answer(picked=picked) if len(picked) >= kind.least else Unread("pick_more")
    return _toggle(kind, picked, choice)


DONE = "done"
"""The button that ends a `PickMany`; no choice of a question may have this id."""

KEEP = "keep"
"""The button that lets a reopened answer stand again."""

BACK = "back"
"""The button to the question before."""

ENGINE_CHOICES = frozenset({DONE, KEEP, BACK})


def valid(kind: Kind, answer: Answer | None, choices: frozenset[str]) -> bool:
    """Whether a stored answer still answers this question with the choices it has today."""
    if answer is None or not answer.stands or not set(answer.picked) <= choices:
        return False
    match kind:
        case Text(least, most):
            return bool(answer.picked) or isinstance(_fits(answer.text, least, most), Answer)
        case Day():
            return bool(answer.picked) or bool(answer.text)
        case PickMany(least, most):
            return least <= len(answer.picked) <= most
        case _:
            return len(answer.picked) == 1


def suggestion(kind: Kind, answer: Answer | None, choices: frozenset[str]) -> Answer | None:
    """What is left of a stored answer with the choices there are today; None where it could not stand."""
    if answer is None:
        return None
    left = replace(answer, picked=tuple(one for one in answer.picked if one in choices))
    may_stand = isinstance(kind, PickMany) or valid(kind, replace(left, stands=True), choices)
    return left if may_stand else None


def _fits(text: str, least: int, most: int) -> Answer | Unread:
    letters = sum(map(str.isalnum, text))
    if letters < least:
        return Unread("too_short")
    return Answer(text=text) if len(text) <= most else Unread("too_long")


def _toggle(kind: PickMany, picked: tuple[str, ...], choice: str) -> Answer | Unread:
    if choice in picked:
        return Answer(picked=tuple(one for one in picked if one != choice), stands=False)
    if choice in kind.alone:
        return Answer(picked=(choice,))
    rest = tuple(one for one in picked if one not in kind.alone)
    if len(rest) >= kind.most:
        return Unread("pick_fewer")
    return Answer(picked=(*rest, choice), stands=False)


def _day(kind: Day, text: str, today: date) -> Answer | Unread:
    found = numeric_day(text, today, kind.past)
    if found is None:
        return Unread("day_unread")
    ahead = (found - today).days
    if kind.past and ahead > 0:
        return Unread("day_future")
    if not kind.past and ahead < 0:
        return Unread("day_past")
    return Answer(text=found.isoformat()) if abs(ahead) <= kind.reach else Unread("day_far")


def numeric_day(text: str, today: date, past: bool) -> date | None:
    """The date in `24/11`, `24-11-2026` or `24.11.26`, day first; without a year the nearest that fits."""
    parts = re.split(r"[-/. ]+", text.strip())
    if not 2 <= len(parts) <= 3 or not all(re.fullmatch(r"[0-9]{1,4}", part) for part in parts):
        return None
    day, month, *given = (int(part) for part in parts)
    if given:
        return _date(given[0] if given[0] > 99 else 2000 + given[0], month, day)
    for year in (today.year, today.year + (-1 if past else 1)):
        found = _date(year, month, day)
        if found is not None and (found <= today if past else found >= today):
            return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
