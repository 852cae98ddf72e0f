"""People and rows that the storage tests speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.dialogue.answers import Answer
from bot.dialogue.desk import Conversation, Desk
from bot.mentorship.invite import VALID, Invite, InviteState, Letter, key_of
from bot.mentorship.pair import Pair
from bot.mentorship.person import Consent, Contact, Person
from bot.mentorship.planned import Planned
from bot.mentorship.search import Candidate, Criteria, Goal, Search, Standing, Talk, Ties, Words
from storage.claims import Claimed
from storage.inbox import Incoming
from storage.states import State, load_states, save_states
from storage.together import Together, load_together, save_together
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 30, 2, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

ANI, BUDI, CITRA = 1001, 1002, 1003

ERASE = "erase:yes:0"
"""What the button carries that erases everything."""


def said(chat: int, update_id: int, text: str = "halo") -> Incoming:
    """One message of a chat."""
    message = {"text": text, "chat": {"id": chat, "type": "private"}}
    return Incoming(update_id, chat, {"update_id": update_id, "message": message})


def press(chat: int, update_id: int, data: str) -> Incoming:
    """A button, as Telegram sends it."""
    who = {"id": chat, "is_bot": False, "first_name": "Hendra", "language_code": "id"}
    message = {"message_id": 1, "chat": {"id": chat, "type": "private"}, "date": 1}
    query = {"id": str(update_id), "from": who, "message": message, "data": data}
    return Incoming(update_id, chat, {"update_id": update_id, "callback_query": query})


def texts(rows: Sequence[Claimed]) -> list[str]:
    """What was said in these rows."""
    return [row.body["message"]["text"] for row in rows]


def consented(chat: int) -> Person:
    """Somebody who agreed, was heard and was nudged."""
    return Person(chat, "id", consent=Consent("1", NOW), contact=Contact(NOW, (NOW - DAY,)))


def candidate(id: str, standing: Standing = Standing.ACTIVE, closed: datetime | None = None) -> Candidate:
    """Somebody they may ask."""
    talks = (Talk(date(2026, 11, 20), "bertanya lebih dulu"),)
    return Candidate(
        id, "Bapak Hendra", "bapak", "experience", "event", NOW, standing, closed, Ties(("upline",)), talks
    )


def searching(chat: int, *candidates: Candidate) -> State:
    """A person with a goal, criteria, these candidates, and one open conversation on the floor."""
    goal = Goal(Words(own="menggali kebutuhan"), Words(preset="first_meeting"))
    search = Search("s1", chat, 3, goal, Criteria(Words(preset="years"), Words(own="sabar")), candidates)
    answers = {"day": Answer(("today",)), "learned": Answer(text="mendengarkan")}
    desk = Desk((Conversation(4, "talk", "c1", NOW, 7, "learned", answers),), floor=4, opened=4)
    return State(consented(chat), search, desk)


def store(work: UnitOfWork, *states: State, now: datetime = NOW) -> None:
    """Write these states over whatever is there."""
    chats = [state.person.id for state in states if state.person is not None]
    before = load_states(work, chats)
    save_states(work, [(before[chat], state) for chat, state in zip(chats, states, strict=True)], now)


def load(work: UnitOfWork, chat: int) -> State:
    """The state of one chat."""
    return load_states(work, [chat])[chat]


def planned(kind: str, due: datetime, occurrence: str = "1", not_after: datetime | None = None) -> Planned:
    """One nudge about the search."""
    return Planned("s1", kind, occurrence, "nudge", due, not_after or due + 12 * HOUR)


def link(
    token: str, inviter: int, state: InviteState = InviteState.OPEN, opener: int | None = None
) -> Invite:
    """A link to a mentor that somebody gave, with words in every place for them."""
    letter = Letter(
        "Ani", "id", Words(own="menggali kebutuhan"), Words(preset="first_meeting"), "mendengarkan"
    )
    given = Invite(key_of(token), inviter, "mentor", "c1", NOW, NOW + VALID, letter, state, opener)
    return replace(given, seen=True, asked="time", answer="dua jam sebulan")


def pair(id: str, mentee: int | None, mentor: int | None) -> Pair:
    """A mentor and a mentee who found each other."""
    return Pair(id, mentee, mentor, NOW, "Ani", "Hendra", "c1")


def share(work: UnitOfWork, *things: Invite | Pair) -> None:
    """Add these links and pairs, as they are."""
    links = {one.key: one for one in things if isinstance(one, Invite)}
    pairs = {one.id: one for one in things if isinstance(one, Pair)}
    save_together(work, Together(), Together(links, pairs))


def shared_by(work: UnitOfWork, *people: int, held: str = "") -> Together:
    """The links and pairs of these people, and the link that somebody holds in hand."""
    return load_together(work, people, [held] if held else [])


def at_door(state: State, door: str) -> State:
    """The same state, gone through that door."""
    assert state.person is not None
    return replace(state, person=replace(state.person, door=door))
