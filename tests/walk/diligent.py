"""Somebody who does what the bot suggests: from wherever they are, the road leads to a yes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.dialogue.answers import SAVE, Day, Review
from bot.dialogue.events import Commanded
from bot.dialogue.question import Question, offered
from bot.flows.world import World, candidate_of
from bot.mentorship.gates import StepKind
from bot.mentorship.next_step import next_step
from tests.walk.moves import Phone, pressed, typed
from tests.walk.walk import Walk
from tests.walk.walker import Move

GOOD: Mapping[str, str] = {
    "ties.ties": "none",
    "ties.decision": "go_on",
    "criteria.conditions": "none",
    "fit.goal_help": "exactly",
    "fit.decision": "go_on",
    "outcome.outcome": "yes",
}
"""The choice of somebody whose way is smooth."""

WORDS = "Bu Rina yang sabar"
PATIENCE = 150
"""Turns within which the road must end, from wherever it begins."""


def reaches_a_yes(walk: Walk) -> bool:
    """Whether doing what is suggested leads to a mentor who said yes."""
    there = walk.copy()
    for _ in range(PATIENCE):
        if _agreed(there):
            return True
        there.does(_sensible(there))
    return _agreed(there)


def _agreed(walk: Walk) -> bool:
    return next_step(walk.walker.world.search).kind is StepKind.AGREED


def _sensible(walk: Walk) -> Move:
    """Answer the question, else take the first thing offered, else ask where one is."""
    phone = walk.phone
    question = phone.question
    if question is not None:
        return _answer(phone, question)
    last = walk.moves[-1] if walk.moves else None
    if isinstance(last, Commanded) and phone.present:
        return pressed(phone.present[0], phone)
    return Commanded("status")


def _answer(phone: Phone, question: Question[World]) -> Move:
    name = f"{question.conversation.flow}.{question.step.id}"
    buttons = offered(phone.turn)
    choice = GOOD.get(name, SAVE if isinstance(question.step.answer, Review) else "")
    if choice in buttons:
        return pressed(buttons[choice].data, phone)
    if isinstance(question.step.answer, Day):
        return typed(_untold_day(phone, question), phone)
    if not buttons or name == "candidate.name":
        return typed(WORDS, phone)
    return pressed(next(iter(buttons.values())).data, phone)


def _untold_day(phone: Phone, question: Question[World]) -> str:
    """A day of which no talk is told yet; for a date that lies ahead, today."""
    one = candidate_of(phone.world, question.conversation.subject)
    told = {talk.day for talk in one.talks} if one is not None else set()
    day = phone.world.today
    while day in told:
        day -= timedelta(days=1)
    return f"{day:%d/%m/%Y}"
