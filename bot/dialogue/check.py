"""What is wrong with a flow, found before anybody meets it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialogue.answers import ENGINE_CHOICES, Pick, PickMany, Review
from bot.dialogue.flow import END, Branch, C, Flow, W

DATA_LIMIT = 64
"""Bytes of callback data. A form's button takes at most 24 for conversation and question number."""
CHOICE_LIMIT = 40


def problems(flow: Flow[W, C]) -> Iterator[str]:
    """Unknown targets, cycles, unreachable steps, steps without choices, ids that cannot be buttons."""
    ids = [step.id for step in flow.steps]
    yield from (
        f"{flow.id}: step {id} stands twice" for id in sorted({id for id in ids if ids.count(id) > 1})
    )
    unknown = {target for step in flow.steps for target in step.targets()} | {flow.start}
    missing = sorted(unknown - set(ids) - {END})
    yield from (f"{flow.id}: no step {target}" for target in missing)
    if missing:
        return
    yield from (f"{flow.id}: {id} can be asked twice" for id in _in_cycles(flow))
    yield from (f"{flow.id}: {id} is never reached" for id in ids if id not in _reached(flow, flow.start))
    yield from _of_steps(flow)


def _of_steps(flow: Flow[W, C]) -> Iterator[str]:
    for step in flow.steps:
        where = f"{flow.id}.{step.id}"
        if isinstance(step.answer, Pick | PickMany) and not step.choices:
            yield f"{where}: nothing to choose from"
        if isinstance(step.next, Branch) and len(set(step.next.targets)) < 2:
            yield f"{where}: a branch with one way"
        if isinstance(step.answer, Review) and step.targets() != (END,):
            yield f"{where}: a review ends its form"
        for id in () if callable(step.choices) else step.choices:
            if id in ENGINE_CHOICES or ":" in id or len(id.encode()) > CHOICE_LIMIT:
                yield f"{where}: {id} cannot be a choice"


def _reached(flow: Flow[W, C], start: str) -> set[str]:
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        id = ahead.pop()
        if id != END and id not in seen:
            seen.add(id)
            ahead += flow.step(id).targets()
    return seen


def _in_cycles(flow: Flow[W, C]) -> list[str]:
    return [
        step.id
        for step in flow.steps
        if any(target != END and step.id in _reached(flow, target) for target in step.targets())
    ]
