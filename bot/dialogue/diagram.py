"""A flow as a diagram, from the flow itself."""

from __future__ import annotations

from bot.dialogue.answers import Day, Kind, Pick, PickMany, Review, Text
from bot.dialogue.flow import END, C, Flow, W

SHAPES: dict[type[Kind], str] = {
    Pick: '{id}["{id}"]',
    PickMany: '{id}[["{id}"]]',
    Text: '{id}(["{id}"])',
    Day: '{id}(["{id}"])',
    Review: '{id}{{{{"{id}"}}}}',
}
"""Taps are boxes, several taps double ones, words rounded, the summary card a hexagon."""


def mermaid(flow: Flow[W, C]) -> str:
    """The flow in Mermaid's language: every step, and every way on from it."""
    lines = ["flowchart LR", f"  start(({flow.id})) --> {flow.start}"]
    for step in flow.steps:
        lines.append("  " + SHAPES[type(step.answer)].format(id=step.id))
        lines += [f"  {step.id} --> {_name(target)}" for target in step.targets()]
    return "\n".join([*lines, "  done((done))"])


def _name(target: str) -> str:
    return target if target != END else "done"
