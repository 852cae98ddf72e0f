"""After a no, however it came: a courteous word to send, somebody they named, or a pause (DOMAIN 1.8)."""

from __future__ import annotations

from bot.dialogue.events import Button, Part
from bot.flows.letters import letter_values, shared
from bot.flows.world import World, candidate_of, card_button
from bot.mentorship.gates import StepKind, may


def closing(world: World, subject: str) -> tuple[tuple[Part, ...], tuple[Button, ...]]:
    """The word to send and its buttons; nothing about somebody who is forgotten already."""
    if candidate_of(world, subject) is None:
        return (), ()
    text, share = shared("send/decline_thanks", letter_values(world, subject))
    add = card_button("outcome/no", "referred", f"open.candidate::{world.version}")
    rest = card_button("outcome/no", "rest", "pause::0")
    room = may(world.search, StepKind.CANDIDATES) is None
    return (text,), (share, *((add,) if room else ()), rest)
