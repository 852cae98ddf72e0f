"""The cards that show a text to send: nothing is recorded, nothing is sent by the bot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.dialogue.book import Card
from bot.dialogue.events import Fresh
from bot.flows.letters import ask_values, letter_values, opener_values, shared
from bot.flows.road import data
from bot.flows.world import TheMove, Values, World, card_button, refuse, said
from bot.mentorship.gates import StepKind, may

LETTERS: Mapping[str, tuple[StepKind, Callable[[World, str], Values]]] = {
    "opener": (StepKind.RAPPORT, opener_values),
    "thanks": (StepKind.RAPPORT, letter_values),
    "tried": (StepKind.RAPPORT, letter_values),
    "ask": (StepKind.OUTCOME, ask_values),
    "follow_up": (StepKind.OUTCOME, ask_values),
}
"""Each text, the step that it belongs to, and what it is made from."""


def letter(world: World, card: Card, _fresh: Fresh) -> TheMove:
    """A text to copy or to share; an old button shows none that the order of things does not allow."""
    kind, _, subject = card.subject.partition(".")
    if kind not in LETTERS:
        return refuse("unknown_choice")
    refused = may(world.search, LETTERS[kind][0], subject)
    if refused is not None:
        return refuse(refused.reason)
    return draft(world, kind, subject)


def draft(world: World, kind: str, subject: str) -> TheMove:
    """One of LETTERS, below what to know before sending it."""
    step, made_from = LETTERS[kind]
    values = made_from(world, subject)
    text, share = shared(f"send/{kind}", values)
    waits = card_button("letter/ask", "outcome", data(world, "outcome", subject))
    back = card_button("letter/opener", "back", "again::0")
    then = waits if step is StepKind.OUTCOME else back
    return TheMove(say=(said(f"letter/{kind}", values), text), buttons=(share, then))
