"""The one next step, as words and taps: what /status shows and what follows every finished form."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue.answers import Value
from bot.dialogue.events import Button, Fresh
from bot.flows.criteria import criteria_values
from bot.flows.goal import goal_values
from bot.flows.world import (
    TheMove,
    Values,
    World,
    addressed,
    candidate_of,
    card_button,
    said,
)
from bot.mentorship.gates import StepKind, may
from bot.mentorship.next_step import NextStep, Progress, next_step, steps_of
from bot.mentorship.search import LEAST_TALKS, USUAL_TALKS, Standing, active, talk_days

PRIMARY: Mapping[StepKind, tuple[str, ...]] = {
    StepKind.GOAL: ("goal",),
    StepKind.CRITERIA: ("criteria",),
    StepKind.CANDIDATES: ("candidate",),
    StepKind.TIES: ("ties",),
    StepKind.RAPPORT: ("talk",),
    StepKind.FIT: ("fit", "talk"),
    StepKind.ASK: ("ask",),
    StepKind.OUTCOME: ("outcome", "draft"),
    StepKind.AGREED: ("menu",),
}
"""The buttons under a next step; each opens the form or card of that name."""

ABOUT_ONE = frozenset({"ties", "talk", "fit", "ask", "outcome", "draft"})


def way_on(world: World, _fresh: Fresh) -> TheMove:
    """The next step with its buttons; where a person took another door, what that door waits for."""
    if world.me.door in ("mentor", "pair") and world.search is None:
        return TheMove(say=(said(f"door/{world.me.door}_waiting"),), buttons=_other_door(world))
    if not world.me.door:
        return doors(world)
    step = next_step(world.search)
    return TheMove(say=(said(f"next/{step.kind}", step_values(world, step)),), buttons=_buttons(world, step))


def doors(_world: World) -> TheMove:
    """The three doors."""
    names = ("learn", "mentor", "pair")
    return TheMove(
        say=(said("door/doors"),),
        buttons=tuple(card_button("door/doors", name, f"door:{name}:0") for name in names),
    )


def _other_door(_world: World) -> tuple[Button, ...]:
    return (card_button("door/doors", "learn", "door:learn:0"),)


def step_values(world: World, step: NextStep) -> Values:
    """What the words of a next step may name."""
    one = candidate_of(world, step.candidate)
    search = world.search
    goal = goal_values(search.goal) if search is not None and search.goal is not None else {"skill": ""}
    return {
        "name": one.name if one is not None else "",
        "address": addressed(one) if one is not None else "",
        "skill": goal["skill"],
        "talks": talk_days(one) if one is not None else 0,
        "needed": LEAST_TALKS,
        "usual": USUAL_TALKS,
        "candidates": len(active(search)) if search is not None else 0,
        "noted": search.noted_name if search is not None else "",
        "looked": search is not None and search.looked is not None,
    }


def _buttons(world: World, step: NextStep) -> tuple[Button, ...]:
    prompt = f"next/{step.kind}"
    made = [
        card_button(prompt, id, data(world, id, step.candidate), step_values(world, step))
        for id in PRIMARY[step.kind]
    ]
    if step.candidate and step.kind is not StepKind.AGREED and may(world.search, StepKind.CANDIDATES) is None:
        made.append(card_button("next/more", "add", data(world, "candidate", "")))
    if world.search is not None and len(active(world.search)) > 1:
        made.append(card_button("next/more", "shortlist", f"shortlist::{world.version}"))
    return tuple(made)


def data(world: World, what: str, subject: str) -> str:
    """What a button that opens a form or a card carries."""
    return f"open.{what}:{subject}:{world.version}" if what != "menu" else "menu::0"


def status(world: World, _argument: str, fresh: Fresh) -> TheMove:
    """Where the person is, in a few lines, and the one next step."""
    on = way_on(world, fresh)
    if world.search is None or world.search.goal is None:
        return on
    return TheMove(say=(said("status/search", status_values(world)), *on.say), buttons=on.buttons)


def status_values(world: World) -> Values:
    """Goal, criteria, and for each candidate what is done and what comes."""
    search = world.search
    if search is None:
        return {}
    goal = goal_values(search.goal) if search.goal is not None else None
    criteria = criteria_values(search.criteria) if search.criteria is not None else None
    return {
        "goal": goal,
        "criteria": criteria,
        "people": tuple(_line(one) for one in steps_of(search) if one.step is not None),
        "paused_until": world.me.paused_until,
        "stopped": world.me.stopped,
    }


def _line(one: Progress) -> Mapping[str, Value]:
    return {
        "name": one.candidate.name,
        "step": str(one.step),
        "talks": one.talk_days,
        "needed": one.needed,
        "usual": one.usual,
    }


def shortlist(world: World) -> TheMove:
    """Everybody in play, each with a button to their card."""
    people = active(world.search) if world.search is not None else ()
    buttons = [Button(one.name, data=f"person:{one.id}:{world.version}") for one in people]
    if may(world.search, StepKind.CANDIDATES) is None:
        buttons.append(card_button("next/more", "add", data(world, "candidate", "")))
    return TheMove(say=(said("shortlist/list", status_values(world)),), buttons=tuple(buttons))


def name_of(world: World, subject: str) -> str:
    """What the mentee calls that candidate; empty where there is none."""
    one = candidate_of(world, subject)
    return one.name if one is not None else ""


def person_card(world: World, subject: str) -> TheMove:
    """One candidate: what is known, and every way on with them that the order allows now."""
    one = candidate_of(world, subject)
    if one is None:
        return TheMove(say=(said("refused/no_such_candidate"),), again=True)
    progress = next(line for line in steps_of(world.search) if line.candidate.id == subject)
    ways = [id for id, kind in WAYS.items() if may(world.search, kind, subject) is None]
    values = {
        "name": one.name,
        "address": addressed(one),
        "reason": one.reason,
        "talks": tuple({"day": talk.day, "learned": talk.learned} for talk in one.talks),
        "step": str(progress.step) if progress.step is not None else "closed",
    }
    buttons = [card_button("shortlist/person", id, data(world, id, subject)) for id in ways]
    if one.standing in (Standing.ACTIVE, Standing.AGREED):
        buttons.append(card_button("shortlist/person", "aside", f"aside:{subject}:{world.version}"))
    return TheMove(say=(said("shortlist/person", values),), buttons=tuple(buttons), again=not buttons)


WAYS: Mapping[str, StepKind] = {
    "candidate": StepKind.CANDIDATES,
    "ties": StepKind.TIES,
    "talk": StepKind.RAPPORT,
    "fit": StepKind.FIT,
    "ask": StepKind.ASK,
    "outcome": StepKind.OUTCOME,
}
"""The ways on with one candidate, in the order of the road."""

STEP_OF: Mapping[str, StepKind] = {**WAYS, "goal": StepKind.GOAL, "criteria": StepKind.CRITERIA}
"""Which step a form belongs to; its gates are the form's."""
