"""A person's open conversations, and the one that free text goes to: the floor."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.dialogue.answers import Answers


@dataclass(frozen=True)
class Conversation:
    """One person inside one flow about one subject. One row of conversations."""

    id: int
    flow: str
    subject: str
    touched: datetime
    number: int = 0
    """Of the question that was put last; it rises only when a new one is put."""
    asked: str = ""
    """The step that this number was given to. A press for it holds only while the form is still there."""
    answers: Answers = field(default_factory=dict)


@dataclass(frozen=True)
class Desk:
    """`opened` counts the conversations ever opened, so that no button of an old one fits a new one."""

    conversations: tuple[Conversation, ...] = ()
    floor: int | None = None
    opened: int = 0

    def get(self, id: int | None) -> Conversation | None:
        """The open conversation of that id."""
        return next((one for one in self.conversations if one.id == id), None)

    def find(self, flow: str, subject: str) -> Conversation | None:
        """The open conversation in that flow about that subject."""
        return next((one for one in self.conversations if (one.flow, one.subject) == (flow, subject)), None)


MOST_OPEN = 6
"""Beyond this many open conversations the one untouched for longest is dropped."""


def put(desk: Desk, conversation: Conversation) -> Desk:
    """The desk with the conversation stored and on the floor."""
    others = [one for one in desk.conversations if one.id != conversation.id]
    others.sort(key=lambda one: one.touched)
    stay = others[-(MOST_OPEN - 1) :]
    return replace(desk, conversations=(*stay, conversation), floor=conversation.id)


def opened(desk: Desk, flow: str, subject: str, answers: Answers, now: datetime) -> tuple[Desk, Conversation]:
    """The desk with that conversation on the floor: the one that is open already, or a new one."""
    already = desk.find(flow, subject)
    if already is not None:
        return replace(desk, floor=already.id), already
    one = Conversation(desk.opened + 1, flow, subject, now, answers=answers)
    return put(replace(desk, opened=one.id), one), one


def closed(desk: Desk, id: int) -> Desk:
    """The desk without that conversation; the floor returns to the one touched last."""
    return holding(desk, tuple(one for one in desk.conversations if one.id != id))


def holding(desk: Desk, conversations: tuple[Conversation, ...]) -> Desk:
    """The desk with these conversations; a floor that is not among them goes to the one touched last."""
    ids = {one.id for one in conversations}
    last = max(conversations, key=lambda one: one.touched).id if conversations else None
    return replace(desk, conversations=conversations, floor=desk.floor if desk.floor in ids else last)
