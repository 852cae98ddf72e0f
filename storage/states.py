"""Everything a turn may know and change of one person, loaded and saved for many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.dialogue.desk import Desk
from bot.mentorship.person import Person
from bot.mentorship.search import Search
from storage.conversations import load_conversations, remove_conversations, save_conversations
from storage.inbox import forget_inbox
from storage.outbox import forget_outbox
from storage.people import load_people, remove_people, save_people
from storage.plan import forget_plans
from storage.searches import load_searches, remove_searches, save_searches
from storage.unit_of_work import UnitOfWork, lock_chats

EMPTY_DESK = Desk()


@dataclass(frozen=True)
class State:
    """A person as stored, their search and their desk. Without a person there is nothing else."""

    person: Person | None = None
    search: Search | None = None
    desk: Desk = EMPTY_DESK


def load_states(work: UnitOfWork, chats: Sequence[int]) -> dict[int, State]:
    """The state of every one of these chats, locked until the transaction ends, also where nothing is stored.

    Raises `WrittenByNewer` with the chats that a newer release has written.
    """
    lock_chats(work, chats)
    people = load_people(work, chats)
    searches = load_searches(work, list(people))
    conversations = load_conversations(work, list(people))
    states = {}
    for chat in chats:
        person, desk = people.get(chat, (None, EMPTY_DESK))
        desk = replace(desk, conversations=conversations.get(chat, ()))
        states[chat] = State(person, searches.get(chat), desk)
    return states


def save_states(work: UnitOfWork, changes: Sequence[tuple[State, State]], now: datetime) -> None:
    """Write what differs between the states as they were loaded in this transaction and as they shall be.

    Of a person who has not consented only the language and the desk are kept. Raises ValueError where a
    search of theirs, or anything of nobody, is to be kept: that is a mistake in the turn.
    """
    changed = [(before, after) for before, after in changes if before != after]
    for _, after in changed:
        _check(after)
    save_people(work, [
        (before.person, after.person, after.desk)
        for before, after in changed
        if after.person is not None and _of_person(before) != _of_person(after)
    ], now)  # fmt: skip
    save_searches(
        work, [(before.search, after.search) for before, after in changed if before.search != after.search]
    )
    save_conversations(work, [
        (after.person.id, before.desk.conversations, after.desk.conversations)
        for before, after in changed
        if after.person is not None and before.desk.conversations != after.desk.conversations
    ])  # fmt: skip


def erase(work: UnitOfWork, chats: Sequence[int]) -> None:
    """Remove everything that is theirs alone but the proof of their consent; of what they share with others
    `Together.without` removes them.

    What they wrote and nobody took up yet stays in the inbox, so that it gets its answer, as from a stranger.
    """
    lock_chats(work, chats)
    remove_conversations(work, chats)
    remove_searches(work, chats)
    remove_people(work, chats)
    forget_plans(work, chats)
    forget_inbox(work, chats)
    forget_outbox(work, chats)


def _of_person(state: State) -> tuple[object, ...]:
    desk = state.desk
    return state.person, desk.floor, desk.opened


def _check(state: State) -> None:
    if state.person is None:
        raise ValueError("a state without a person cannot be stored; to remove one, erase it")
    if state.search is not None and state.person.consent is None:
        raise ValueError("nothing of a search is stored before consent")
