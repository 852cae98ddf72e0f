"""The cards that show a text to send: nothing is recorded, nothing is sent by the bot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.dialogue.book import Card
from bot.dialogue.events import Button, Fresh
from bot.flows.letters import ask_values, letter_values, opener_values, shared
from bot.flows.road import data
from bot.flows.world import TheMove, Values, World, card_button, said
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
        return TheMove(say=(said("refused/unknown_choice"),), again=True)
    step, made_from = LETTERS[kind]
    refused = may(world.search, step, subject)
    if refused is not None:
        return TheMove(say=(said(f"refused/{refused.reason}"),), again=True)
    text, share = shared(f"send/{kind}", made_from(world, subject))
    return TheMove(
        say=(said(f"letter/{kind}", made_from(world, subject)), text),
        buttons=(share, *_then(world, kind, subject)),
    )


def _then(world: World, kind: str, subject: str) -> tuple[Button, ...]:
    if LETTERS[kind][0] is StepKind.OUTCOME:
        return (card_button("letter/ask", "outcome", data(world, "outcome", subject)),)
    return (card_button("letter/opener", "back", "again::0"),)
