"""What a form may ask for, and what counts as an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
    either: tuple[str, ...] = ()
    """Dates that the words may mean, to be asked back; none of them was taken yet."""


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
    """A date in one's own words, or one of the choices; `past` or ahead. With `hour` a time of day counts."""

    past: bool = True
    hour: bool = False


@dataclass(frozen=True)
class Dated:
    """The dates that words were understood to mean, in ISO: one is clear, two are asked back.

    Where there are none, `unread` says why: the last part of an `engine/…` prompt key.
    """

    options: tuple[str, ...] = ()
    unread: str = "day_unread"


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


def read_text(kind: Kind, text: str, dated: Dated) -> Answer | Unread:
    """The answer that typed words give to a question of this kind, or why they are none."""
    match kind:
        case Text(least, most):
            return _fits(text.strip(), least, most)
        case Day(hour=hour):
            return _day(dated, hour)
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
    if answer is None or answer.either:
        return answer
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


def _day(dated: Dated, hour: bool) -> Answer | Unread:
    meant = tuple(dict.fromkeys(one if hour else one.partition("T")[0] for one in dated.options))
    if len(meant) > 1:
        return Answer(either=meant, stands=False)
    return Answer(text=meant[0]) if meant else Unread(dated.unread)
