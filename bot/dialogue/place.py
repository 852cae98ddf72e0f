"""Where a person is in a form. Nothing of it is stored: it follows from the answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic

from bot.dialogue.answers import Answers, Review, valid
from bot.dialogue.flow import END, C, Flow, Sight, Step, W


@dataclass(frozen=True)
class Place(Generic[W]):
    """The answered steps on the path in order, the question now (None at the end), and what it may see."""

    done: tuple[Step[W], ...]
    step: Step[W] | None
    sight: Sight[W]


def place(flow: Flow[W, C], sight: Sight[W]) -> Place[W]:
    """Follow the path to its first step without a valid answer.

    Each step sees only the answers before it on the path: answers off the path are kept, not read.
    """
    done: list[Step[W]] = []
    here, at = Sight(sight.world, sight.subject, {}), flow.start
    while at != END:
        step = flow.step(at)
        answer = sight.answers.get(at)
        if answer is None or not valid(step.answer, answer, _choices(step, here, done)):
            return Place(tuple(done), step, here)
        done.append(step)
        here = Sight(sight.world, sight.subject, {**here.answers, at: answer})
        at = step.after(here)
    return Place(tuple(done), None, here)


def reopen(answers: Answers, step: str) -> Answers:
    """The answers with one of them kept as a suggestion only."""
    return {**answers, step: replace(answers[step], stands=False)}


def _choices(step: Step[W], here: Sight[W], done: list[Step[W]]) -> frozenset[str]:
    lines = done if isinstance(step.answer, Review) else ()
    return frozenset([*(one.id for one in step.offered(here)), *(one.id for one in lines)])
