"""A flow is an acyclic form: questions that end in one command of the domain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Generic, TypeVar

from bot.dialogue.answers import SAVE, Answers, Choice, Kind, Review, Value

W = TypeVar("W")
C = TypeVar("C")

Replaced = tuple[tuple[str, tuple[str, ...]], ...]

END = ""
"""The `next` of a form's last step."""


@dataclass(frozen=True)
class Sight(Generic[W]):
    """All that a step may look at: the world, what the form is about, and the answers so far."""

    world: W
    subject: str
    answers: Answers

    def picked(self, step: str) -> str:
        """The one choice of a step; empty where it was answered in words or not at all."""
        answer = self.answers.get(step)
        return answer.picked[0] if answer and answer.picked else ""

    def text(self, step: str) -> str:
        """The words of a step; empty where a choice was taken or nothing was said."""
        answer = self.answers.get(step)
        return answer.text if answer else ""

    def many(self, step: str) -> tuple[str, ...]:
        """All choices of a step."""
        answer = self.answers.get(step)
        return answer.picked if answer else ()


@dataclass(frozen=True)
class Branch(Generic[W]):
    """Where the path goes on depends on what is seen; `targets` names every step it may name."""

    choose: Callable[[Sight[W]], str]
    targets: tuple[str, ...]


def no_values(_: Sight[W]) -> Mapping[str, Value]:
    """The values of a prompt that has none."""
    return MappingProxyType({})


def no_meaning(_: Sight[W]) -> Mapping[str, str]:
    """Choices that are kept by their id."""
    return MappingProxyType({})


@dataclass(frozen=True)
class Step(Generic[W]):
    """One question. `ask` is its prompt; `choices` are button ids, or a function that finds them."""

    id: str
    ask: str
    answer: Kind
    next: str | Branch[W] = END
    choices: tuple[str, ...] | Callable[[Sight[W]], tuple[Choice, ...]] = ()
    values: Callable[[Sight[W]], Mapping[str, Value]] = no_values
    means: Callable[[Sight[W]], Mapping[str, str]] = no_meaning
    """What a tapped choice is kept as, where its id would mean something else tomorrow."""

    def offered(self, sight: Sight[W]) -> tuple[Choice, ...]:
        """The choices this question has now, in order; a review offers its lines apart."""
        return self.choices(sight) if callable(self.choices) else self._fixed

    @cached_property
    def _fixed(self) -> tuple[Choice, ...]:
        return () if callable(self.choices) else tuple(Choice(id) for id in self.choices)

    def targets(self) -> tuple[str, ...]:
        """Every step that may come next; `END` among them where the form may end here."""
        return self.next.targets if isinstance(self.next, Branch) else (self.next,)

    def after(self, sight: Sight[W]) -> str:
        """The step that comes next, or `END`."""
        return self.next.choose(sight) if isinstance(self.next, Branch) else self.next


def nothing(_world: W, _subject: str) -> Answers:
    """A form that starts empty."""
    return {}


@dataclass(frozen=True)
class Flow(Generic[W, C]):
    """A form: where it starts, its steps, the command it ends in, and what a correction starts from."""

    id: str
    start: str
    steps: tuple[Step[W], ...]
    done: Callable[[Sight[W]], C]
    prefill: Callable[[W, str], Answers] = nothing
    reopens: Mapping[str, str] = field(default_factory=dict)
    """Which step is asked again after a refusal with that prompt; without one it is the last."""

    def step(self, id: str) -> Step[W]:
        """The step of that id. Raises KeyError for an unknown one."""
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> Mapping[str, Step[W]]:
        return {step.id: step for step in self.steps}


def review(ask: str, values: Callable[[Sight[W]], Mapping[str, Value]], replaced: Replaced = ()) -> Step[W]:
    """The usual last step of a form: the summary card with every line editable."""
    return Step("review", ask, Review(replaced), END, (SAVE,), values)
