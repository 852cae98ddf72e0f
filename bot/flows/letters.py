"""Texts that a person sends in their own voice (DOMAIN 6.1). The bot drafts them and sends none."""

from __future__ import annotations

from bot.dialogue.answers import Labelled, Value
from bot.dialogue.events import Button, Part
from bot.flows.world import Values, World, addressed, candidate_of, name_of, said, words
from bot.mentorship.search import Candidate

MONTHS = {"usual": 6, "short": 3, "light": 6}
"""DOMAIN 1.9: six months is the usual frame to propose; `light` meets once a month."""


def letter_values(world: World, subject: str) -> Values:
    """What a text to somebody is made from: only what the mentee wrote or tapped."""
    goal = world.goal
    one = candidate_of(world, subject)
    return {
        "name": name_of(world, subject),
        "address": addressed(one) if one is not None else "",
        "skill": words(goal.skill, "skill") if goal is not None else "",
        "situation": words(goal.situation, "situation") if goal is not None else "",
        **_from_talks(one),
    }


def _from_talks(one: Candidate | None) -> dict[str, Value]:
    """What was learned last, and what was tried of it."""
    talks = one.talks if one is not None else ()
    tried = [talk for talk in talks if talk.tried]
    return {
        "learned": talks[-1].learned if talks else "",
        "tried": tried[-1].tried if tried else "",
        "lesson": tried[-1].learned if tried else "",
    }


def opener_values(world: World, subject: str) -> Values:
    """Of the first word to a candidate: where they are known from, and the one question."""
    one = candidate_of(world, subject)
    asked = one.booked.question if one is not None and one.booked is not None else None
    return {
        **letter_values(world, subject),
        "source": one.source if one is not None else "",
        "question": words(asked, "question") if asked is not None else "",
        "first": one is None or not one.talks,
        "me": world.own_name,
    }


def ask_values(world: World, subject: str) -> Values:
    """Of the ask: what it proposes, when and where it will be put, and who signs it."""
    one = candidate_of(world, subject)
    proposal = one.ask.proposal if one is not None and one.ask is not None else "usual"
    where = words(one.ask.where, "where") if one is not None and one.ask is not None else ""
    signed = {"proposal": proposal, "months": MONTHS[proposal], "me": world.me.name, "where": where}
    return {**letter_values(world, subject), **signed}


def shared(prompt: str, values: Values) -> tuple[Part, Button]:
    """A text to send, and the button that takes it to WhatsApp."""
    text = said(prompt, values)
    return text, Button(Labelled("send/share", "share"), share=text)
