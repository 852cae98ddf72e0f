"""Carry out a move: commands to the domain, then words, then the form it opens or returns to."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.book import Move, Turn
from bot.dialogue.desk import opened
from bot.dialogue.events import Button, F, Part, Say
from bot.dialogue.flow import C, W
from bot.dialogue.question import ask, on_floor, question


def carry(turn: Turn[W, C, F], move: Move[C, F]) -> Turn[W, C, F]:
    """What comes of a move. A refused command says why and changes nothing; what came before it stands."""
    if move.clear:
        turn = replace(turn, desk=replace(turn.desk, conversations=(), floor=None))
    for command in move.do:
        outcome = turn.book.apply(turn.world, command, turn.fresh)
        if isinstance(outcome, Part):
            return speak(turn, outcome)
        turn = replace(turn, world=outcome.world).adding(*outcome.told)
    turn = turn.adding(*move.effects)
    if move.open is not None:
        return _open(turn, move, *move.open)
    if move.again:
        return speak(turn, *move.say, links=move.links)
    return _say(turn, move.say, move.buttons)


def speak(turn: Turn[W, C, F], *parts: Part, links: tuple[Button, ...] = ()) -> Turn[W, C, F]:
    """Words, and below them the way on: the question on the floor once more, or the one next step."""
    floor = on_floor(turn)
    if floor is not None:
        return ask(turn, floor, parts, links=links)
    way_on = turn.book.way_on(turn.world, turn.fresh)
    return _say(turn, (*parts, *way_on.say), (*links, *way_on.buttons))


def _open(turn: Turn[W, C, F], move: Move[C, F], flow: str, subject: str) -> Turn[W, C, F]:
    refusal = turn.book.may_open(turn.world, flow, subject)
    if refusal is not None:
        return speak(turn, *move.say, refusal)
    start = turn.book.flows[flow].prefill(turn.world, subject)
    desk, conversation = opened(turn.desk, flow, subject, start, turn.fresh.now)
    turn = replace(turn, desk=desk)
    q = question(turn, conversation)
    return ask(turn, q, move.say) if q is not None else speak(turn, *move.say)


def _say(turn: Turn[W, C, F], parts: tuple[Part, ...], buttons: tuple[Button, ...]) -> Turn[W, C, F]:
    return turn.adding(Say(parts, buttons)) if parts else turn
