"""What is said when a form has done its work, and where the road goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.dialogue.events import Button, File
from bot.flows.asking import letter_values
from bot.flows.goal import card_values
from bot.flows.road import name_of
from bot.flows.world import TheMove, Values, World, candidate_of, said
from bot.mentorship.commands import (
    AddCandidate,
    Command,
    JudgeFit,
    LogTalk,
    LookAround,
    RecordOutcome,
    SetAside,
    SetCriteria,
    SetGoal,
    SetZone,
    TellTies,
)
from bot.mentorship.search import LEAST_TALKS, USUAL_TALKS, active, talk_days


def after(before: World, command: Command, world: World) -> TheMove:
    """The words that follow a form's command; with `again` the one next step stands below them."""
    return AFTER[type(command)](before, command, world)


def _named(world: World, subject: str) -> Values:
    return {"name": name_of(world, subject)}


def _goal(before: World, command: SetGoal, _world: World) -> TheMove:
    picture = File("goal_card", card_values(command.goal), said("goal/card_caption"))
    if before.search is not None and before.search.criteria is not None:
        return TheMove(say=(said("goal/changed"),), again=True, effects=(picture,))
    return TheMove(say=(said("goal/saved"),), open=("criteria", ""), effects=(picture,))


def _criteria(_before: World, _command: SetCriteria, world: World) -> TheMove:
    if world.search is not None and active(world.search):
        return TheMove(say=(said("criteria/changed"),), again=True)
    return TheMove(say=(said("criteria/saved"),), open=("candidate", ""))


def _candidate(before: World, command: AddCandidate, world: World) -> TheMove:
    if command.id:
        return TheMove(say=(said("candidate/changed", _named(world, command.id)),), again=True)
    first = not (before.search is not None and before.search.candidates)
    added = said("candidate/added", {"name": command.name, "first": first})
    return TheMove(say=(added,), open=("ties", str(world.search.made) if world.search is not None else ""))


def _looked(_before: World, command: LookAround, world: World) -> TheMove:
    if command.how == "referral":
        parts = (said("candidate/referral"), said("send/refer_me", letter_values(world, "")))
        return TheMove(say=parts, again=True)
    if command.how == "programme":
        programme = world.programme
        link = (Button(programme.name, link=programme.link),)
        return TheMove(
            say=(said("candidate/programme", {"programme": programme.name}),), again=True, links=link
        )
    return TheMove(say=(said("candidate/places"),), again=True)


def _set_aside(_before: World, command: SetAside, world: World) -> TheMove:
    return TheMove(say=(said("candidate/set_aside", _named(world, command.candidate)),), again=True)


def _ties(_before: World, command: TellTies, world: World) -> TheMove:
    if command.ties.decision == "refer":
        letter = said("send/refer_other", letter_values(world, command.candidate))
        return TheMove(say=(said("ties/refer", _named(world, command.candidate)), letter), again=True)
    told = "go_on" if command.ties.ticked else "none"
    return TheMove(say=(said(f"ties/{told}", _named(world, command.candidate)),), again=True)


def _talk(_before: World, command: LogTalk, world: World) -> TheMove:
    one = candidate_of(world, command.candidate)
    days = talk_days(one) if one is not None else 0
    values: Values = {
        **_named(world, command.candidate),
        "talks": days,
        "needed": LEAST_TALKS,
        "usual": USUAL_TALKS,
    }
    return TheMove(say=(said("talk/logged", values),), again=True)


def _fit(_before: World, command: JudgeFit, world: World) -> TheMove:
    return TheMove(say=(said(f"fit/{command.decision}", _named(world, command.candidate)),), again=True)


def _outcome(_before: World, command: RecordOutcome, world: World) -> TheMove:
    values = letter_values(world, command.candidate)
    return TheMove(say=(said(f"outcome/{command.outcome}", values),), again=True)


def _zone(_before: World, _command: SetZone, _world: World) -> TheMove:
    return TheMove(say=(said("settings/zone_set"),), again=True)


AFTER: Mapping[type, Callable[[World, Any, World], TheMove]] = {
    SetGoal: _goal,
    SetCriteria: _criteria,
    AddCandidate: _candidate,
    LookAround: _looked,
    SetAside: _set_aside,
    TellTies: _ties,
    LogTalk: _talk,
    JudgeFit: _fit,
    RecordOutcome: _outcome,
    SetZone: _zone,
}
