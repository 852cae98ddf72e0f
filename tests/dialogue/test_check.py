"""Mistakes in a form are found before anybody meets it, and a form can be drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.answers import Choice, Pick, PickMany, Review, Text
from bot.dialogue.check import problems
from bot.dialogue.diagram import mermaid
from bot.dialogue.flow import END, Branch, Flow, Step
from tests.dialogue.canteen import Lunch
from tests.dialogue.lunch import BOOK, ORDER, TheFlow


def flow(*steps: Step[Lunch], start: str = "a") -> TheFlow:
    """A form of these steps."""
    return Flow("f", start, steps, ORDER.done)


def branch(*targets: str) -> Branch[Lunch]:
    """A way that may go to any of these."""
    return Branch(lambda _: targets[0], targets)


A = Step[Lunch]("a", "f/a", Text(), "b")
B = Step[Lunch]("b", "f/b", Pick(), END, ("yes", "no"))


@pytest.mark.parametrize(
    "good", [*BOOK.flows.values(), flow(A, B), flow(A, replace(B, choices=lambda _: ()))]
)
def test_nothing_is_wrong_with_a_good_form(good: TheFlow) -> None:
    assert list(problems(good)) == []


@pytest.mark.parametrize(
    ("bad", "found"),
    [
        (flow(A, replace(B, next="a")), ["f: a can be asked twice", "f: b can be asked twice"]),
        (flow(replace(A, next="a")), ["f: a can be asked twice"]),
        (flow(A, replace(B, next=branch(END, "a"))), ["f: a can be asked twice", "f: b can be asked twice"]),
        (flow(A), ["f: no step b"]),
        (flow(A, replace(B, next=branch(END, "c", "d"))), ["f: no step c", "f: no step d"]),
        (flow(A, B, start="z"), ["f: no step z"]),
        (flow(replace(A, next=END), B), ["f: b is never reached"]),
        (flow(A, A, B), ["f: step a stands twice"]),
        (flow(A, replace(B, next=branch(END))), ["f.b: a branch with one way"]),
        (flow(A, replace(B, next=branch(END, END))), ["f.b: a branch with one way"]),
        (flow(A, replace(B, choices=())), ["f.b: nothing to choose from"]),
        (flow(A, replace(B, answer=PickMany(), choices=())), ["f.b: nothing to choose from"]),
        (flow(replace(A, answer=Review(), choices=("save",)), B), ["f.a: a review ends its form"]),
        (flow(A, replace(B, choices=("yes", "done"))), ["f.b: done cannot be a choice"]),
        (flow(A, replace(B, choices=("keep",))), ["f.b: keep cannot be a choice"]),
        (flow(A, replace(B, choices=("back",))), ["f.b: back cannot be a choice"]),
        (flow(A, replace(B, choices=("a:b",))), ["f.b: a:b cannot be a choice"]),
        (flow(A, replace(B, choices=("ü" * 21,))), [f"f.b: {'ü' * 21} cannot be a choice"]),
    ],
)  # fmt: skip
def test_every_sort_of_mistake_is_found(bad: TheFlow, found: list[str]) -> None:
    assert list(problems(bad)) == found


def test_choices_that_come_from_data_are_not_judged_here() -> None:
    from_data = replace(B, choices=lambda _: (Choice("back"),))
    assert list(problems(flow(A, from_data))) == []


def test_a_form_is_drawn_with_every_way_through_it() -> None:
    assert mermaid(ORDER).splitlines() == [
        "flowchart LR",
        "  start((order)) --> dish",
        '  dish(["dish"])',
        "  dish --> extras",
        '  extras[["extras"]]',
        "  extras --> hot",
        "  extras --> day",
        '  hot["hot"]',
        "  hot --> day",
        '  day(["day"])',
        "  day --> note",
        '  note(["note"])',
        "  note --> review",
        '  review{{"review"}}',
        "  review --> done",
        "  done((done))",
    ]
