"""The moves inside a form: answer, tick, keep, go back, correct, finish."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.acts import Affirm, Back, Chatter, Deny, Meant
from bot.dialogue.answers import (
    BACK,
    DONE,
    KEEP,
    SAVE,
    Answer,
    Answers,
    Labelled,
    Unread,
    read_pick,
    read_text,
)
from bot.dialogue.book import Turn
from bot.dialogue.carry import carry, speak
from bot.dialogue.desk import Conversation, closed
from bot.dialogue.events import Edited, F, Part, Pressed, Retick, Said, Taken, Toast
from bot.dialogue.flow import C, W
from bot.dialogue.place import Place, reopen
from bot.dialogue.question import Question, ask, buttons, chosen, day_id, question, where

YES = ("yes", SAVE)
NO = ("no",)
MOST_FOR_A_SHORT_WORD = 3
"""A question with more choices than yes, no and one between is not answered by a short word."""


def press(turn: Turn[W, C, F], q: Question[W], choice: str, event: Pressed) -> Turn[W, C, F]:
    """A button of the question that stands now."""
    turn = replace(turn, desk=replace(turn.desk, floor=q.conversation.id))
    if choice == BACK:
        return step_back(turn.adding(Toast(event.query)), q)
    outcome = _chosen(q, choice)
    if isinstance(outcome, Unread):
        return turn.adding(Toast(event.query, Part(f"engine/{outcome.reason}")))
    turn = turn.adding(Toast(event.query))
    if isinstance(outcome, Answer) and not outcome.stands:
        return _tick(turn, q, outcome, event.message)
    taken = outcome.picked if isinstance(outcome, Answer) and outcome.picked else (choice,)
    return answer(turn.adding(Taken(event.message, chosen(q, taken))), q, outcome)


def say(turn: Turn[W, C, F], q: Question[W], event: Said) -> Turn[W, C, F]:
    """Typed words for the question that stands now."""
    if any(isinstance(act, Back) for act in event.acts):
        return step_back(turn, q)
    guessed = _guessed(q, event)
    if guessed and not event.choice:
        return _suggest(turn, q, guessed)
    meant = event.choice or _short_word(q, event)
    outcome = _chosen(q, meant) if meant else Unread("choose")
    if not isinstance(outcome, Unread):
        return answer(turn, q, _typed(outcome, event) if isinstance(outcome, Answer) else outcome)
    if any(isinstance(act, Affirm | Deny | Chatter) for act in event.acts):
        return ask(turn, q, (Part("engine/still_here"),))
    read = read_text(q.step.answer, event.text, event.dated)
    if isinstance(read, Unread):
        return ask(turn, q, (Part(f"engine/{read.reason}"),))
    return answer(turn, q, replace(read, message=event.message), echo=True)


def _suggest(turn: Turn[W, C, F], q: Question[W], choice: str) -> Turn[W, C, F]:
    """What the words seem to mean, ticked: one tap takes it, and nothing is taken without one."""
    answers = {**q.conversation.answers, q.step.id: Answer(picked=(choice,), stands=False)}
    label = next(one for one in q.step.offered(q.sight) if one.id == choice).label
    shown = label if label is not None else Labelled(q.step.ask, choice)
    above = (Part("engine/meant", {"choice": shown}),)
    return ask(turn, replace(q, conversation=replace(q.conversation, answers=answers)), above)


def answer(turn: Turn[W, C, F], q: Question[W], given: Answer | Answers, echo: bool = False) -> Turn[W, C, F]:
    """Store an answer (or all answers, corrected) and go on: to the next question, or to the command."""
    answers = {**q.conversation.answers, q.step.id: given} if isinstance(given, Answer) else given
    conversation = replace(q.conversation, answers=answers, touched=turn.fresh.now)
    turn = turn.holding(conversation)
    after = question(turn, conversation)
    if after is not None:
        return ask(turn, after, echo=echo and [one.id for one in after.done[-1:]] == [q.step.id])
    return _finish(turn, conversation, where(turn, conversation))


def step_back(turn: Turn[W, C, F], q: Question[W]) -> Turn[W, C, F]:
    """The question before, with its answer as a suggestion; at the first one, a word that it is the first."""
    if not q.done:
        return ask(turn, q, (Part("engine/first_question"),))
    return _reask(turn, replace(q.conversation, answers=reopen(q.conversation.answers, q.done[-1].id)))


def correct(turn: Turn[W, C, F], q: Question[W], event: Edited) -> Turn[W, C, F]:
    """An edit of a typed answer is offered as a correction: one tap takes it, all else is free."""
    answers = q.conversation.answers
    typed = [
        one for one in (q.step, *q.done) if one.id in answers and answers[one.id].message == event.message
    ]
    read = read_text(typed[0].answer, event.text, event.dated) if typed else Unread("edited")
    if isinstance(read, Unread):
        return ask(turn, q, (Part("engine/edited"),))
    offered = {typed[0].id: replace(read, message=event.message, stands=False)}
    return _reask(turn, replace(q.conversation, answers={**answers, **offered}))


def _reask(turn: Turn[W, C, F], conversation: Conversation) -> Turn[W, C, F]:
    turn = turn.holding(conversation)
    q = question(turn, conversation)
    return ask(turn, q) if q is not None else speak(turn)


def _chosen(q: Question[W], choice: str) -> Answer | Answers | Unread:
    """What a press makes of the present answer, or of all answers where it reopens a line."""
    if choice in q.lines:
        return reopen(q.conversation.answers, choice)
    if q.given is not None and choice in map(day_id, q.given.either):
        return Answer(text=choice.replace(".", ":"))
    meant = q.step.means(q.sight).get(choice)
    if meant is not None:
        return Answer(text=meant)
    if choice == KEEP and q.given is not None:
        return replace(q.given, stands=True)
    if choice != DONE and choice not in {one.id for one in q.step.offered(q.sight)}:
        return Unread("passed")
    return read_pick(q.step.answer, choice, q.given)


def _tick(turn: Turn[W, C, F], q: Question[W], tick: Answer, message: int) -> Turn[W, C, F]:
    answers = {**q.conversation.answers, q.step.id: tick}
    conversation = replace(q.conversation, touched=turn.fresh.now, answers=answers)
    ticked = buttons(replace(q, conversation=conversation))
    return turn.holding(conversation).adding(Retick(message, ticked))


def _finish(turn: Turn[W, C, F], conversation: Conversation, at: Place[W]) -> Turn[W, C, F]:
    """Hand the form's command to the domain.

    Refused, it stays open at its last question; one that the order of things no longer allows is closed.
    """
    before = turn.world
    command = turn.book.flows[conversation.flow].done(at.sight)
    outcome = turn.book.apply(before, command, turn.fresh)
    if isinstance(outcome, Part) and turn.book.may_open(before, conversation.flow, conversation.subject):
        return speak(replace(turn, desk=closed(turn.desk, conversation.id)), outcome)
    if isinstance(outcome, Part):
        last = turn.book.flows[conversation.flow].reopens.get(outcome.prompt, at.done[-1].id)
        kept = replace(conversation, answers=reopen(conversation.answers, last))
        return speak(turn.holding(kept), outcome)
    turn = replace(turn, world=outcome.world, desk=closed(turn.desk, conversation.id)).adding(*outcome.told)
    return carry(turn, turn.book.after(before, command, outcome.world))


def _typed(outcome: Answer, event: Said) -> Answer:
    """A choice that was typed; where it is kept in words, an edit of the message is an edit of it."""
    return replace(outcome, stands=True, message=event.message if outcome.text else 0)


def _guessed(q: Question[W], event: Said) -> str:
    offered = {one.id for one in q.step.offered(q.sight)}
    return next((act.choice for act in event.acts if isinstance(act, Meant) and act.choice in offered), "")


def _short_word(q: Question[W], event: Said) -> str:
    offered = {one.id for one in q.step.offered(q.sight)}
    if len(offered) > MOST_FOR_A_SHORT_WORD:
        return ""
    for act in event.acts:
        for words, kind in ((YES, Affirm), (NO, Deny)):
            if isinstance(act, kind):
                return next((id for id in words if id in offered), "")
    return ""
