"""What is forgotten, and when (DOMAIN 5.4). Consents stay, as proof."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain
from typing import TypeAlias

from sqlalchemy import (
    BindParameter,
    Executable,
    Select,
    bindparam,
    delete,
    exists,
    literal_column,
    select,
    update,
)

from bot.dialogue.desk import Desk, closed
from bot.mentorship.search import Candidate
from storage.columns import constant
from storage.searches import FORGETTABLE
from storage.states import State, erase, load_states, save_states
from storage.tables import (
    DONE,
    PARKED,
    WAITING,
    ConversationRow,
    InboxRow,
    InviteRow,
    OutboxRow,
    PersonRow,
    PlanRow,
    SearchRow,
)
from storage.together import erase_words
from storage.unit_of_work import UnitOfWork, WrittenByNewer, lock_chats

UPDATE_IDS = timedelta(hours=48)
SENT = timedelta(hours=24)
TAKEN_PLANS = timedelta(days=30)
PARKED_TEXTS = timedelta(days=30)
CONVERSATIONS = timedelta(days=30)
CANDIDATES = timedelta(days=90)
WITHOUT_CONSENT = timedelta(hours=24)
LINKS = timedelta(days=30)
"""After its last day a link only says that it is over."""

Without: TypeAlias = Callable[[State, datetime], State]
"""A state without what was over before that moment."""


def retain(work: UnitOfWork, now: datetime, limit: int = 500) -> int:
    """Forget what is over its time, at most `limit` rows of each sort; how many. Repeat it until it is 0.

    Chats come first, and all at once: what comes after them waits for nobody, so no circle can close.
    """
    return _people(work, now, limit) + _links(work, now, limit) + _queues(work, now, limit)


def _people(work: UnitOfWork, now: datetime, limit: int) -> int:
    strangers = _strangers(work, now, limit)
    stale = [_ids(work, statement, now - kept_for, limit) for statement, kept_for, _ in _STATES]
    lock_chats(work, [*strangers, *chain(*stale)])
    still = sorted(set(strangers).intersection(_strangers(work, now, limit)))
    erase(work, still)
    changed = 0
    for chats, (_, kept_for, without) in zip(stale, _STATES, strict=True):
        changed += _states(work, chats, without, now - kept_for, now)
    return len(still) + changed


def _strangers(work: UnitOfWork, now: datetime, limit: int) -> list[int]:
    """Those that a newer release wrote are its to forget."""
    before = {"before": now - WITHOUT_CONSENT, "limit": limit, "ours": work.release}
    return list(work.connection.execute(_STRANGERS, before).scalars())


def _states(work: UnitOfWork, chats: Sequence[int], without: Without, before: datetime, now: datetime) -> int:
    try:
        states = load_states(work, chats)
    except WrittenByNewer:
        return 0  # a worker of that release forgets them
    changes = [(state, without(state, before)) for state in states.values()]
    save_states(work, changes, now)
    return sum(was != becomes for was, becomes in changes)


def _links(work: UnitOfWork, now: datetime, limit: int) -> int:
    """A turn that ends a link erases its words at once; here go those of links that nobody ended in time."""
    before = {"before": now - LINKS, "limit": limit, "ours": work.release}
    gone = len(work.connection.execute(_OLD_LINKS, before).all())
    return gone + erase_words(work, now, limit)


def _queues(work: UnitOfWork, now: datetime, limit: int) -> int:
    rows = 0
    for statement, kept_for in _QUEUES:
        before = {"before": now - kept_for, "limit": limit}
        rows += len(work.connection.execute(statement, before).all())
    return rows


def _without_stale_conversations(state: State, before: datetime) -> State:
    desk: Desk = state.desk
    for one in desk.conversations:
        if one.touched < before:
            desk = closed(desk, one.id)
    return replace(state, desk=desk)


def _without_closed_candidates(state: State, before: datetime) -> State:
    search = state.search
    if search is None:
        return state
    stay = tuple(one for one in search.candidates if not _is_over(one, before))
    return replace(state, search=replace(search, candidates=stay, version=search.version + 1))


def _is_over(one: Candidate, before: datetime) -> bool:
    return one.standing in FORGETTABLE and one.closed is not None and one.closed < before


def _ids(work: UnitOfWork, statement: Select[int], before: datetime, limit: int) -> list[int]:
    found = work.connection.execute(statement, {"before": before, "limit": limit}).scalars()
    return list(dict.fromkeys(found))


_before: BindParameter[datetime] = bindparam("before")
_limit: BindParameter[int] = bindparam("limit")


def _ended(table: type[InboxRow] | type[OutboxRow], state: str) -> Select[int]:
    return select(table.id).where(table.state == state, table.ended < _before).order_by(table.ended)


def _forget(table: type[InboxRow] | type[OutboxRow] | type[PlanRow], old: Select[int]) -> Executable:
    picked = old.limit(_limit).with_for_update(skip_locked=True).cte("picked")
    return delete(table).where(table.id.in_(select(picked.c.id))).returning(table.id)


def _forget_text(table: type[InboxRow] | type[OutboxRow]) -> Executable:
    old = _ended(table, PARKED).where(table.body.is_not(None))
    picked = old.limit(_limit).with_for_update(skip_locked=True).cte("picked")
    return update(table).where(table.id.in_(select(picked.c.id))).values(body=None).returning(table.id)


_TAKEN_LONG_AGO = (
    select(PlanRow.id)
    .where(PlanRow.state == literal_column("'taken'"), PlanRow.due < _before)
    .order_by(PlanRow.due)
)
_QUEUES: tuple[tuple[Executable, timedelta], ...] = (
    (_forget(InboxRow, _ended(InboxRow, DONE)), UPDATE_IDS),
    (_forget(OutboxRow, _ended(OutboxRow, DONE)), SENT),
    (_forget(PlanRow, _TAKEN_LONG_AGO), TAKEN_PLANS),
    (_forget_text(InboxRow), PARKED_TEXTS),
    (_forget_text(OutboxRow), PARKED_TEXTS),
)
_heard_of_soon = exists().where(InboxRow.chat == PersonRow.id, InboxRow.state == constant(WAITING))
"""Something waits for a decent hour to be told to them, and their language with it."""
_STRANGERS = (
    select(PersonRow.id)
    .where(
        PersonRow.consented.is_(None),
        PersonRow.touched < _before,
        PersonRow.release <= bindparam("ours"),
        ~_heard_of_soon,
    )
    .order_by(PersonRow.touched)
    .limit(_limit)
)
_old_links = (
    select(InviteRow.key)
    .where(InviteRow.until < _before, InviteRow.release <= bindparam("ours"))
    .order_by(InviteRow.until)
    .limit(_limit)
    .with_for_update(skip_locked=True)
    .cte("picked")
)
_OLD_LINKS = delete(InviteRow).where(InviteRow.key.in_(select(_old_links.c.key))).returning(InviteRow.key)
_STATES: tuple[tuple[Select[int], timedelta, Without], ...] = (
    (
        select(ConversationRow.person)
        .where(ConversationRow.touched < _before)
        .order_by(ConversationRow.touched)
        .limit(_limit),
        CONVERSATIONS,
        _without_stale_conversations,
    ),
    (
        select(SearchRow.person).where(SearchRow.closed < _before).order_by(SearchRow.closed).limit(_limit),
        CANDIDATES,
        _without_closed_candidates,
    ),
)
