"""Somebody who does what the bot suggests: from wherever they are, the road leads to a yes, and to a pair."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from itertools import product
from random import Random

from bot.dialogue.answers import SAVE, Day, Review
from bot.dialogue.events import Commanded
from bot.dialogue.question import Question
from bot.flows.book import CARDS
from bot.flows.world import World, candidate_of
from bot.mentorship.gates import StepKind
from bot.mentorship.mine import given
from bot.mentorship.next_step import next_step
from bot.mentorship.pair import as_mentee
from tests.dialogue.guest import offered
from tests.walk.moves import Phone, marked, pressed, typed
from tests.walk.walk import Walk
from tests.walk.walker import MENTEE, MENTOR, Move, Opened

GOOD: Mapping[str, str] = {
    "ties.ties": "none",
    "ties.decision": "go_on",
    "criteria.conditions": "none",
    "plan.day": "tomorrow",
    "talk.on_goal": "yes",
    "fit.musts": "both",
    "fit.goal_help": "exactly",
    "fit.decision": "go_on",
    "outcome.outcome": "yes",
}
"""The choice of somebody whose way is smooth."""

IN_WORDS = frozenset({"candidate.name", "talk.tried", "partner.name"})
"""Where there is a button too, and only words lead on."""

TOWARDS = (
    "agree",
    "door:learn",
    "open.more",
    "invite.release",
    "invite:",
    "open.outcome",
    "open.ask",
    "open.fit",
    "cancel",
    "open.tried",
    "open.talk",
    "open.ties",
    "open.candidate",
    "open.partner",
    "open.criteria",
    "open.goal",
)
"""How the buttons begin that lead on, the farthest first."""

WORDS = "Bu Rina yang sabar"
MOST_QUESTIONS = 20
PATIENCE = 150
"""Turns within which the road must end, from wherever it begins."""


def reaches_a_yes(walk: Walk) -> bool:
    """Whether doing what is suggested leads the mentee to a mentor who said yes."""
    for _ in range(PATIENCE):
        if _kind(walk) in (StepKind.AGREED, StepKind.INVITED, StepKind.PAIRED):
            return True
        walk.does(MENTEE, sensible(walk.phone(MENTEE)))
    return False


def reaches_a_pair(walk: Walk) -> bool:
    """Whether a yes leads on to a pair: by a link whose opener first wants to know more, or without it."""
    subject = next_step(walk.crowd.world(MENTEE).mine).candidate
    for data in (f"invite:{subject}:0", f"invite.goal:{subject}:0"):
        walk.does(MENTEE, pressed(data, walk.phone(MENTEE)))
    walk.does(MENTOR, Opened())
    _taps(walk, "link.more", "link.ask")
    for _ in range(MOST_QUESTIONS):
        walk.does(MENTEE, sensible(walk.phone(MENTEE)))
    _taps(walk, "link.willing", "link.join")
    if _kind(walk) is not StepKind.PAIRED:
        walk.does(MENTEE, pressed(f"nobot:{subject}.yes:0", walk.phone(MENTEE)))
    return len(as_mentee(tuple(walk.crowd.together.pairs.values()), MENTEE)) == 1


def _taps(walk: Walk, *verbs: str) -> None:
    """The mentor taps what is there of these, one after the other."""
    for verb in verbs:
        there = [data for data in walk.phone(MENTOR).present if data.startswith(verb)]
        if there:
            walk.does(MENTOR, pressed(there[0], walk.phone(MENTOR)))


def every_card_answers(walk: Walk) -> None:
    """Raises AssertionError where a card of any sort, about anything there is, breaks a rule from here.

    A form that it opens is answered to its end.
    """
    for person in walk.screens:
        world = walk.crowd.world(person)
        people = [one.id for one in world.search.candidates] if world.search is not None else []
        subjects = ["", *people[-1:], *(one.key for one in world.invites[-1:])]
        for verb, subject in product(CARDS, subjects):
            there = walk.copy()
            there.does(person, pressed(f"{verb}:{subject}:{world.version}", there.phone(person)))
            if verb.startswith("open."):
                _fills_in(there, person)
            walk.opened |= there.opened


def _fills_in(there: Walk, person: int) -> None:
    opened = there.phone(person).desk.floor
    for _ in range(MOST_QUESTIONS):
        if opened is None or there.phone(person).desk.floor != opened:
            return
        there.does(person, sensible(there.phone(person)))


def _kind(walk: Walk) -> StepKind:
    return next_step(walk.crowd.world(MENTEE).mine).kind


def does_what_is_suggested(_: Random, phone: Phone) -> Move:
    """What the bot suggests."""
    return sensible(phone)


def sensible(phone: Phone) -> Move:
    """Answer the question, or the one before where that was refused; else take what leads farthest on.

    Where nothing does: ask where one is.
    """
    question = phone.question
    if question is not None:
        return typed("kembali", phone) if phone.refused and question.done else _answer(phone, question)
    leading = [
        data for verb in TOWARDS for data in phone.present if data.startswith(verb) and _leads(data, phone)
    ]
    if leading:
        return pressed(leading[0], phone)
    astray = phone.world.me.door == "mentor" and phone.world.search is None
    return Commanded("menu" if astray else "status")


def _leads(data: str, phone: Phone) -> bool:
    """A fit that was judged well needs no second look: then a talk that is planned stands in the way.

    A link that was given waits for whoever opens it, and the yes before it stands.
    """
    verb, subject, _ = data.split(":")
    one = candidate_of(phone.world, subject)
    judged = one is not None and one.fit is not None and one.fit.decision == "go_on"
    agreed = next_step(phone.world.mine).kind in (StepKind.AGREED, StepKind.INVITED)
    idle = {"open.fit" if judged else "cancel", *(["open.outcome"] if agreed else [])}
    waits = given(phone.world.mine, subject) is not None
    return verb not in idle and not (waits and verb in ("invite", "invite.release"))


def answers_a_link(chance: Random, phone: Phone) -> Move:
    """What somebody does who was sent a link: opens it, and taps one of its answers."""
    ways = [data for data in phone.present if data.startswith("link.")]
    return pressed(chance.choice(ways), phone) if ways else Opened()


def _answer(phone: Phone, question: Question[World]) -> Move:
    name = f"{question.conversation.flow}.{question.step.id}"
    buttons = offered(phone.turn)
    choice = GOOD.get(name, SAVE if isinstance(question.step.answer, Review) else "")
    if choice in buttons:
        return pressed(buttons[choice].data, phone)
    if isinstance(question.step.answer, Day):
        return typed(_untold_day(phone, question), phone)
    if not buttons or name in IN_WORDS:
        return typed(marked(WORDS, phone), phone)
    return pressed(next(iter(buttons.values())).data, phone)


def _untold_day(phone: Phone, question: Question[World]) -> str:
    """A day of which no talk is told yet; for a date that lies ahead, today."""
    one = candidate_of(phone.world, question.conversation.subject)
    told = {talk.day for talk in one.talks} if one is not None else set()
    day = phone.world.today
    while day in told:
        day -= timedelta(days=1)
    return f"{day:%d/%m/%Y}"
