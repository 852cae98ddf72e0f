"""What is forgotten, and when (DOMAIN 5.4). Consents stay, as proof."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, Executable, Select, bindparam, delete, literal_column, select, update

from bot.dialogue.desk import Desk, closed
from bot.mentorship.search import Candidate
from storage.people import load_people
from storage.searches import FORGETTABLE
from storage.states import State, erase, load_states, save_states
from storage.tables import (
    DONE,
    PARKED,
    ConversationRow,
    InboxRow,
    OutboxRow,
    PersonRow,
    PlanRow,
    SearchRow,
)
from storage.unit_of_work import UnitOfWork, WrittenByNewer, lock_chats

UPDATE_IDS = timedelta(hours=48)
SENT = timedelta(hours=24)
TAKEN_PLANS = timedelta(days=30)
PARKED_TEXTS = timedelta(days=30)
CONVERSATIONS = timedelta(days=30)
CANDIDATES = timedelta(days=90)
WITHOUT_CONSENT = timedelta(hours=24)


def retain(work: UnitOfWork, now: datetime, limit: int = 500) -> int:
    """Forget what is over its time, at most `limit` rows of each sort; how many. Repeat it until it is 0."""
    return _queues(work, now, limit) + _strangers(work, now, limit) + _states(work, now, limit)


def _queues(work: UnitOfWork, now: datetime, limit: int) -> int:
    rows = 0
    for statement, kept_for in _QUEUES:
        before = {"before": now - kept_for, "limit": limit}
        rows += len(work.connection.execute(statement, before).all())
    return rows


def _strangers(work: UnitOfWork, now: datetime, limit: int) -> int:
    found = _ids(work, _STRANGERS, now - WITHOUT_CONSENT, limit)
    lock_chats(work, found)
    try:
        people = load_people(work, found)
    except WrittenByNewer:
        return 0  # a worker of that release forgets them
    still = [id for id, (person, _) in people.items() if person.consent is None]
    erase(work, still)
    return len(still)


def _states(work: UnitOfWork, now: datetime, limit: int) -> int:
    changed = 0
    for statement, kept_for, without in _STATES:
        before = now - kept_for
        try:
            states = load_states(work, _ids(work, statement, before, limit))
        except WrittenByNewer:
            continue
        changes = [(state, without(state, before)) for state in states.values()]
        save_states(work, changes, now)
        changed += sum(was != becomes for was, becomes in changes)
    return changed


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
_STRANGERS = (
    select(PersonRow.id)
    .where(PersonRow.consented.is_(None), PersonRow.touched < _before)
    .order_by(PersonRow.touched)
    .limit(_limit)
)
_STATES: tuple[tuple[Select[int], timedelta, Callable[[State, datetime], State]], ...] = (
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
