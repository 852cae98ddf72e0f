"""Texts the mentee sends in their own voice: the ask, a word to find somebody. The bot sends none of them."""

from __future__ import annotations

from dataclasses import replace

from bot.flows.road import data, step_values
from bot.flows.world import TheMove, Values, World, addressed, candidate_of, card_button, said, words
from bot.mentorship.commands import OpenAsk
from bot.mentorship.gates import StepKind, may
from bot.mentorship.next_step import NextStep

MONTHS_ASKED = 6
"""DOMAIN 1.9: six months is the usual frame to propose."""


def letter_values(world: World, subject: str) -> Values:
    """What a text to somebody is made from: only what the mentee wrote or tapped."""
    goal = world.search.goal if world.search is not None else None
    one = candidate_of(world, subject)
    return {
        "name": one.name if one is not None else "",
        "address": addressed(one) if one is not None else "",
        "skill": words(goal.skill, "skill") if goal is not None else "",
        "situation": words(goal.situation, "situation") if goal is not None else "",
        "learned": one.talks[-1].learned if one is not None and one.talks else "",
        "months": MONTHS_ASKED,
    }


def open_ask(world: World, subject: str) -> TheMove:
    """The draft of the ask, to copy; from here its outcome is waited for."""
    return replace(_draft(world, subject), do=(OpenAsk(subject),))


def show_draft(world: World, subject: str) -> TheMove:
    """The draft once more, of an ask that is open; an old button shows none of any other."""
    refused = may(world.search, StepKind.OUTCOME, subject)
    if refused is not None:
        return TheMove(say=(said(f"refused/{refused.reason}"),), again=True)
    return _draft(world, subject)


def _draft(world: World, subject: str) -> TheMove:
    """The draft, below what to know before sending it."""
    before = step_values(world, NextStep(StepKind.ASK, subject))
    return TheMove(
        say=(said("ask/before", before), said("send/ask", letter_values(world, subject))),
        buttons=(card_button("ask/before", "outcome", data(world, "outcome", subject)),),
    )
