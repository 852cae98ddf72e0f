"""The inbox: what is to be taken up, in the order it came. `claims` is how workers take it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import Executable, bindparam, delete, func, insert, or_, select, update

from storage.columns import constant
from storage.dialect import InsertInto, worded
from storage.tables import PARKED, READY, WAITING, InboxRow
from storage.unit_of_work import Body, UnitOfWork

Kind: TypeAlias = Literal["update", "due", "fact", "undelivered"]

READY_ROW = InboxRow.state == constant(READY)
"""Written out, so that the partial indexes serve it."""


@dataclass(frozen=True)
class Incoming:
    """One update as Telegram sent it."""

    update_id: int
    chat: int
    body: Body


@dataclass(frozen=True)
class Fact:
    """Something that a chat hears of in a turn of its own, told by another turn or by the deliverer."""

    chat: int
    body: Body
    kind: Kind = "fact"


@dataclass(frozen=True)
class Parked:
    """A row that was given up on, as the operator sees it: without its text."""

    id: int
    chat: int
    kind: Kind
    tries: int
    since: datetime | None
    """None where it was parked because no key opens it."""


def receive(work: UnitOfWork, updates: Sequence[Incoming]) -> int:
    """Keep these updates in their order; how many were new. An update id that is known is ignored."""
    if not updates:
        return 0
    rows = [_row(work, one.chat, "update", one.body) | {"update_id": one.update_id} for one in updates]
    return len(work.connection.execute(_receive(work.connection), rows).all())


def tell(work: UnitOfWork, facts: Sequence[Fact]) -> None:
    """Put these facts into the inboxes of their chats."""
    if facts:
        work.connection.execute(insert(InboxRow), [_row(work, one.chat, one.kind, one.body) for one in facts])


def wake(work: UnitOfWork, now: datetime) -> int:
    """Rows that were put off until now, or until before, may be taken up again; how many."""
    return len(work.connection.execute(_WAKE, {"now": now}).all())


def next_wake(work: UnitOfWork) -> datetime | None:
    """Until when the row that wakes first was put off."""
    return work.connection.execute(_NEXT_WAKE).scalar_one()


def parked(work: UnitOfWork, limit: int = 100) -> tuple[Parked, ...]:
    """The rows that were given up on, the latest first."""
    rows = work.connection.execute(_PARKED, {"limit": limit}).all()
    return tuple(Parked(row.id, row.chat, row.kind, row.tries, row.ended) for row in rows)


def forget_inbox(work: UnitOfWork, chats: Sequence[int]) -> None:
    """Remove what lies here for these chats, except updates that nobody answered yet."""
    work.connection.execute(_FORGET, {"chats": chats})


def _row(work: UnitOfWork, chat: int, kind: Kind, body: Body) -> dict[str, Any]:
    return {"chat": chat, "kind": kind, "body": work.seal(body), "release": work.release}


@worded
def _receive(insert_into: InsertInto) -> Executable:
    known = insert_into(InboxRow).on_conflict_do_nothing(index_elements=[InboxRow.update_id])
    return known.returning(InboxRow.id)


_OF_CHATS = InboxRow.chat.in_(bindparam("chats", expanding=True))
_PARKED = (
    select(InboxRow.id, InboxRow.chat, InboxRow.kind, InboxRow.tries, InboxRow.ended)
    .where(InboxRow.state == constant(PARKED))
    .order_by(InboxRow.id.desc())
    .limit(bindparam("limit"))
)
_WAITING_ROW = InboxRow.state == constant(WAITING)
_WAKE = (
    update(InboxRow)
    .where(_WAITING_ROW, InboxRow.wait_until <= bindparam("now"))
    .values(state=READY, wait_until=None)
    .returning(InboxRow.id)
)
_NEXT_WAKE = select(func.min(InboxRow.wait_until)).where(_WAITING_ROW)
_FORGET = delete(InboxRow).where(_OF_CHATS, or_(InboxRow.kind != "update", InboxRow.state == PARKED))
