"""What is said when a form has done its work, and where the road goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.dialogue.events import Button, File
from bot.flows.closing import closing
from bot.flows.goal import card_values
from bot.flows.letters import letter_values, opener_values, shared
from bot.flows.mailing import draft
from bot.flows.planning import booked_values
from bot.flows.world import TheMove, Values, World, candidate_of, card_button, name_of, said
from bot.mentorship.commands import Command, SetName, SetZone
from bot.mentorship.mine import invite_of
from bot.mentorship.pair import as_mentee
from bot.mentorship.pair_commands import SetMentor, TellMore
from bot.mentorship.search import USUAL_TALKS, active, talk_days
from bot.mentorship.search_commands import (
    AddCandidate,
    AddPartner,
    BookTalk,
    JudgeFit,
    LogTalk,
    LookAround,
    OpenAsk,
    RecordOutcome,
    ReportTry,
    SetAside,
    SetCriteria,
    SetGoal,
    TellTies,
)


def after(before: World, command: Command, world: World) -> TheMove:
    """The words that follow a form's command; with `again` the one next step stands below them."""
    return AFTER[type(command)](before, command, world)


def _named(world: World, subject: str) -> Values:
    return {"name": name_of(world, subject)}


def _goal(before: World, command: SetGoal, world: World) -> TheMove:
    picture = File("goal_card", card_values(command.goal), said("goal/card_caption"))
    if world.me.door == "pair" or as_mentee(world.pairs, world.me.id):
        return TheMove(say=(said("goal/saved"),), again=True, effects=(picture,))
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
        text, share = shared("send/refer_me", letter_values(world, ""))
        return TheMove(say=(said("candidate/referral"), text), again=True, links=(share,))
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
        text, share = shared("send/refer_other", letter_values(world, command.candidate))
        return TheMove(
            say=(said("ties/refer", _named(world, command.candidate)), text), again=True, links=(share,)
        )
    told = "go_on" if command.ties.ticked else "none"
    return TheMove(say=(said(f"ties/{told}", _named(world, command.candidate)),), again=True)


def _booked(_before: World, command: BookTalk, world: World) -> TheMove:
    """Said back in words, with the opener as a text to send; one tap changes the day."""
    one = candidate_of(world, command.candidate)
    if one is None or one.booked is None:
        return TheMove(again=True)
    values = {**_named(world, command.candidate), **booked_values(world, one.booked)}
    text, share = shared("send/opener", opener_values(world, command.candidate))
    move = card_button("plan/booked", "move", f"open.plan:{command.candidate}:{world.version}")
    zone = () if world.me.zone_known else (card_button("plan/booked", "zone", "zone::0"),)
    shown = zone if one.booked.at is not None else ()
    return TheMove(say=(said("plan/booked", values), text), buttons=(share, move, *shown))


def _talk(_before: World, command: LogTalk, world: World) -> TheMove:
    one = candidate_of(world, command.candidate)
    values: Values = {
        **_named(world, command.candidate),
        "talks": talk_days(one) if one is not None else 0,
        "usual": USUAL_TALKS,
    }
    thanks = card_button("talk/logged", "thanks", f"letter:thanks.{command.candidate}:0")
    return TheMove(say=(said("talk/logged", values),), again=True, links=(thanks,))


def _tried(_before: World, command: ReportTry, world: World) -> TheMove:
    text, share = shared("send/tried", letter_values(world, command.candidate))
    parts = (said("talk/tried_noted", _named(world, command.candidate)), text)
    return TheMove(say=parts, again=True, links=(share,))


def _fit(_before: World, command: JudgeFit, world: World) -> TheMove:
    return TheMove(say=(said(f"fit/{command.decision}", _named(world, command.candidate)),), again=True)


def _ask(_before: World, command: OpenAsk, world: World) -> TheMove:
    """The draft; from here the outcome is waited for."""
    return draft(world, "ask", command.candidate)


def _outcome(_before: World, command: RecordOutcome, world: World) -> TheMove:
    if command.outcome in ("yes", "later"):
        return TheMove(say=(said(f"outcome/{command.outcome}"),), again=True)
    text, links = closing(world, command.candidate)
    told = said("outcome/no", {"reason": command.reason or command.outcome})
    return TheMove(say=(told, *text), again=True, links=links)


def _zone(_before: World, _command: SetZone, _world: World) -> TheMove:
    return TheMove(say=(said("settings/zone_set"),), again=True)


def _partner(_before: World, command: AddPartner, _world: World) -> TheMove:
    return TheMove(say=(said("partner/added", {"name": command.name}),), again=True)


def _mentor(_before: World, _command: SetMentor, _world: World) -> TheMove:
    return TheMove(say=(said("mentor/set"),), again=True)


def _name(_before: World, _command: SetName, world: World) -> TheMove:
    """A mentee who was invited goes on to the goal at once."""
    told = said("settings/name_set", {"name": world.me.name})
    if as_mentee(world.pairs, world.me.id) and world.goal is None:
        return TheMove(say=(told,), open=("goal", ""))
    return TheMove(say=(told,), again=True)


def _told_more(_before: World, command: TellMore, world: World) -> TheMove:
    invite = invite_of(world.mine, command.invite)
    return TheMove(
        say=(said("invite/answer_sent", _named(world, invite.subject if invite is not None else "")),),
        again=True,
    )


AFTER: Mapping[type, Callable[[World, Any, World], TheMove]] = {
    SetGoal: _goal,
    SetCriteria: _criteria,
    AddCandidate: _candidate,
    LookAround: _looked,
    SetAside: _set_aside,
    TellTies: _ties,
    BookTalk: _booked,
    LogTalk: _talk,
    ReportTry: _tried,
    JudgeFit: _fit,
    OpenAsk: _ask,
    RecordOutcome: _outcome,
    SetZone: _zone,
    AddPartner: _partner,
    SetMentor: _mentor,
    SetName: _name,
    TellMore: _told_more,
}
