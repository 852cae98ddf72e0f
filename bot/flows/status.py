"""Where a mentee stands: their search in a few lines, the shortlist, and one candidate's card."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue.answers import Value
from bot.dialogue.events import Button, Fresh
from bot.flows import talk
from bot.flows.criteria import criteria_values
from bot.flows.goal import goal_values
from bot.flows.planning import booked_values
from bot.flows.road import WAYS, data, way_on
from bot.flows.world import TheMove, Values, World, addressed, candidate_of, card_button, refuse, said
from bot.mentorship.gates import StepKind, may
from bot.mentorship.next_step import Progress, steps_of
from bot.mentorship.search import Search, Standing, active


def status(world: World, _argument: str, fresh: Fresh) -> TheMove:
    """Where the person is, in a few lines, and the one next step."""
    on = way_on(world, fresh)
    if world.search is None or world.search.goal is None:
        return on
    return TheMove(
        say=(said("status/search", status_values(world, world.search)), *on.say), buttons=on.buttons
    )


def status_values(world: World, search: Search) -> Values:
    """Goal, criteria, and for each candidate what is done and what comes."""
    goal = goal_values(search.goal) if search.goal is not None else None
    criteria = criteria_values(search.criteria) if search.criteria is not None else None
    return {
        "goal": goal,
        "criteria": criteria,
        "people": tuple(_line(one) for one in steps_of(world.mine) if one.step is not None),
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
    search = world.search
    if search is None:
        return TheMove(again=True)
    buttons = [Button(one.name, data=f"person:{one.id}:{world.version}") for one in active(search)]
    if may(search, StepKind.CANDIDATES) is None:
        buttons.append(card_button("next/more", "add", data(world, "candidate", "")))
    shown = said("shortlist/list", status_values(world, search))
    return TheMove(say=(shown,), buttons=tuple(buttons), again=not buttons)


def person_card(world: World, subject: str) -> TheMove:
    """One candidate: what is known, and every way on with them that the order allows now."""
    one = candidate_of(world, subject)
    if one is None:
        return refuse("no_such_candidate")
    progress = next(line for line in steps_of(world.mine) if line.candidate.id == subject)
    ways = [id for id, kind in WAYS.items() if may(world.search, kind, subject) is None]
    ways = [id for id in ways if id != "tried" or talk.waits(world, subject)]
    values = {
        "name": one.name,
        "address": addressed(one),
        "reason": one.reason,
        "talks": tuple(
            {"day": held.day, "learned": held.learned, "plan": held.plan, "tried": held.tried}
            for held in one.talks
        ),
        "booked": booked_values(world, one.booked) if one.booked is not None else None,
        "step": str(progress.step) if progress.step is not None else "closed",
    }
    buttons = [card_button("shortlist/person", id, data(world, id, subject)) for id in ways]
    if one.standing in (Standing.ACTIVE, Standing.AGREED):
        buttons.append(card_button("shortlist/person", "aside", f"aside:{subject}:{world.version}"))
    buttons.append(card_button("shortlist/person", "forget", f"forget:{subject}:{world.version}"))
    return TheMove(say=(said("shortlist/person", values),), buttons=tuple(buttons), again=not buttons)
