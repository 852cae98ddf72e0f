"""One event and all it causes, as a pure function: new world, new desk, and what is to be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.dialogue.acts import Act, Order, OutOfScope, Wonder
from bot.dialogue.book import Book, Card, Move, Turn
from bot.dialogue.carry import carry, speak
from bot.dialogue.desk import Conversation, Desk, holding
from bot.dialogue.events import (
    Commanded,
    Due,
    Edited,
    Elsewhere,
    Event,
    F,
    Fresh,
    Leave,
    Part,
    Pressed,
    Reached,
    Said,
    Say,
    Sent,
    Toast,
    Told,
)
from bot.dialogue.flow import C, Flow, Sight, W
from bot.dialogue.form import correct, press, say
from bot.dialogue.place import place, reopen
from bot.dialogue.question import ask, on_floor, question

STOP = Order("stop")
"""Of all that may be said beside a question only this comes before the label of a button of it."""

FORM_REST = timedelta(minutes=10)
"""What the bot starts waits while a form was touched more recently than this."""


def decide(book: Book[W, C, F], desk: Desk, world: W, event: Event[F], fresh: Fresh) -> Turn[W, C, F]:
    """What comes of an event. Every word and press of a person gets an answer and a way on."""
    turn: Turn[W, C, F] = Turn(book, fresh, world, _current(book, desk, world))
    if isinstance(event, Elsewhere):
        return turn.adding(Say((Part("engine/group"),)), Leave())
    rest = _rest(turn, event)
    if rest is not None:
        return rest
    move = book.gate(world, event, fresh)
    if move is not None:
        return carry(_acknowledged(turn, move, event), move)
    match event:
        case Pressed():
            return _pressed(turn, event)
        case Said():
            return _said(turn, event)
        case Edited():
            return _edited(turn, event)
        case Sent(kind):
            return speak(turn, Part("engine/sent", {"kind": kind}))
        case _:
            return carry(turn, _handled(turn, event))


def _handled(turn: Turn[W, C, F], event: Commanded | Due | Told[F] | Reached) -> Move[C, F]:
    book = turn.book
    match event:
        case Commanded(name, argument):
            handler = book.commands.get(name)
            unknown: Move[C, F] = Move(say=(Part("engine/unknown_command"),), again=True)
            return handler(turn.world, argument, turn.fresh) if handler is not None else unknown
        case Due():
            return book.due(turn.world, event, turn.fresh)
        case Told():
            return book.told(turn.world, event, turn.fresh)
        case Reached():
            return book.reached(turn.world, event, turn.fresh)


def _current(book: Book[W, C, F], desk: Desk, world: W) -> Desk:
    """The desk as this release has it: no form that is gone, and none that waits for nothing.

    Where a form's last question was removed all the others may be answered: the last of them is asked again.
    """
    known = [one for one in desk.conversations if one.flow in book.flows]
    return holding(desk, tuple(_waiting(book.flows[one.flow], world, one) for one in known))


def _waiting(flow: Flow[W, C], world: W, conversation: Conversation) -> Conversation:
    at = place(flow, Sight(world, conversation.subject, conversation.answers))
    if at.step is not None:
        return conversation
    return replace(conversation, answers=reopen(conversation.answers, at.done[-1].id))


def _rest(turn: Turn[W, C, F], event: Event[F]) -> Turn[W, C, F] | None:
    if not isinstance(event, Due | Told):
        return None
    floor = turn.desk.get(turn.desk.floor)
    ends = [floor.touched + FORM_REST] if floor is not None else []
    wait = turn.book.wait(turn.world, event, turn.fresh) if isinstance(event, Told) else None
    until = max((*ends, *([wait] if wait is not None else ())), default=turn.fresh.now)
    return replace(turn, wait_until=until) if turn.fresh.now < until else None


def _acknowledged(turn: Turn[W, C, F], move: Move[C, F], event: Event[F]) -> Turn[W, C, F]:
    """A press is always answered, or the phone shows it as still loading."""
    return turn.adding(Toast(event.query, move.toast)) if isinstance(event, Pressed) else turn


def _pressed(turn: Turn[W, C, F], event: Pressed) -> Turn[W, C, F]:
    head, _, rest = event.data.partition(":")
    middle, _, tail = rest.rpartition(":")
    if head.isdecimal():
        number, _, choice = rest.partition(":")
        return _form_button(turn, event, int(head), number, choice)
    handler = turn.book.cards.get(head)
    if handler is None or not tail.isdecimal():
        return speak(_passed(turn, event))
    move = handler(turn.world, Card(head, middle, int(tail)), turn.fresh)
    return carry(_acknowledged(turn, move, event), move)


def _form_button(
    turn: Turn[W, C, F], event: Pressed, conversation: int, number: str, choice: str
) -> Turn[W, C, F]:
    q = question(turn, turn.desk.get(conversation))
    if q is None:
        return speak(_passed(turn, event))
    if q.step.id != q.conversation.asked:
        return ask(_passed(turn, event), q)
    if number != str(q.conversation.number):
        return _passed(turn, event)
    return press(turn, q, choice, event)


def _passed(turn: Turn[W, C, F], event: Pressed) -> Turn[W, C, F]:
    return turn.adding(Toast(event.query, Part("engine/passed")))


def _said(turn: Turn[W, C, F], event: Said) -> Turn[W, C, F]:
    if turn.desk.get(event.about) is not None:
        turn = replace(turn, desk=replace(turn.desk, floor=event.about))
    floor = on_floor(turn)
    side = _beside(turn, event.acts) if not (event.choice and floor) or STOP in event.acts else None
    if side is not None:
        return side
    if floor is None:
        return carry(turn, turn.book.idle(turn.world, event, turn.fresh))
    return say(turn, floor, event)


def _beside(turn: Turn[W, C, F], acts: tuple[Act, ...]) -> Turn[W, C, F] | None:
    """What was said beside the question: an order, a thing this bot does not do, a question of their own."""
    for act in acts:
        match act:
            case Order(name):
                return carry(turn, turn.book.commands[name](turn.world, "", turn.fresh))
            case OutOfScope(area):
                return speak(turn, Part(f"scope/{area}"))
            case Wonder(topic):
                return carry(turn, turn.book.commands["help"](turn.world, topic, turn.fresh))
    return None


def _edited(turn: Turn[W, C, F], event: Edited) -> Turn[W, C, F]:
    floor = on_floor(turn)
    return correct(turn, floor, event) if floor is not None else speak(turn, Part("engine/edited"))
