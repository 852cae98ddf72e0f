"""How workers take up the inbox: one row of a chat at a time, in order, under a lease on the chat.

A worker claims rows, does the work, and finishes them in the transaction that keeps its result. A lease that
ran out may be taken by another worker; whoever lost theirs cannot finish any more: nothing is done twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import randbits
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Executable,
    Float,
    bindparam,
    delete,
    exists,
    func,
    select,
    update,
)
from sqlalchemy.orm import aliased

from storage.cipher import Unreadable
from storage.columns import constant, machine_now
from storage.dialect import InsertInto, worded
from storage.inbox import READY_ROW, Kind
from storage.tables import DONE, PARKED, READY, WAITING, InboxRow, LeaseRow
from storage.unit_of_work import Body, UnitOfWork


@dataclass(frozen=True)
class Claimed:
    """A row that is ours while its lease lasts."""

    id: int
    chat: int
    kind: Kind
    body: Body
    tries: int
    """How often it was taken up, this time included; being deferred or handed back does not count."""
    token: int
    """Of the lease; every claim has its own."""


class LeaseLost(Exception):
    """Somebody else took these rows after our lease had run out. Roll back: the work is theirs."""

    def __init__(self, ids: Sequence[int]) -> None:
        super().__init__(f"the lease of inbox rows {list(ids)} was lost")
        self.ids = frozenset(ids)


def claim(work: UnitOfWork, limit: int, lease_seconds: float) -> tuple[Claimed, ...]:
    """Up to `limit` rows in the order they came: of every chat that has none in work, the oldest.

    A row that was put off holds up no other of its chat; one that a newer release wrote does, and stays.
    """
    token = randbits(62)
    asked = {"limit": limit, "seconds": lease_seconds, "token": token, "ours": work.release}
    chats = work.connection.execute(_take_chats(work.connection), asked).scalars().all()
    if not chats:
        return ()
    rows = work.connection.execute(_TAKE_HEADS, {"chats": chats, "ours": work.release}).all()
    idle = set(chats) - {row.chat for row in rows}
    if idle:
        work.connection.execute(_FREE, {"chats": list(idle)})
    return tuple(_opened(work, sorted(rows, key=lambda row: row.id), token))


def hold(work: UnitOfWork, claims: Sequence[Claimed]) -> None:
    """Make sure that these rows stay ours until the transaction ends. Raises `LeaseLost` if one is not."""
    rows = work.connection.execute(_LEASES, {"chats": [one.chat for one in claims]}).all()
    tokens = {row.chat: row.token for row in rows}
    lost = [one.id for one in claims if tokens.get(one.chat) != one.token]
    if lost:
        raise LeaseLost(lost)


def finish(work: UnitOfWork, claims: Sequence[Claimed], now: datetime) -> None:
    """These rows are done: all that stays is the update id. Raises `LeaseLost`, as do all functions below."""
    _end(work, claims, _FINISH, {"now": now})


def park(work: UnitOfWork, claims: Sequence[Claimed], now: datetime) -> None:
    """Give up on these rows: they are kept for the operator, and the next row of their chat goes on."""
    _end(work, claims, _PARK, {"now": now})


def defer(work: UnitOfWork, claims: Sequence[Claimed], until: datetime) -> None:
    """These rows wait until then, in domain time, and let the later ones of their chats pass."""
    _end(work, claims, _DEFER, {"until": until})


def refresh_leases(work: UnitOfWork, claims: Sequence[Claimed], lease_seconds: float) -> None:
    """These rows stay ours for that long from now."""
    _rest(work, claims, lease_seconds)


def retry(work: UnitOfWork, claims: Sequence[Claimed], seconds: float) -> None:
    """These rows failed: their chats rest that long, then they are taken again, before any later row."""
    _rest(work, claims, seconds)


def hand_back(work: UnitOfWork, claims: Sequence[Claimed], seconds: float) -> None:
    """These rows are for a newer release to take up: their chats rest that long, and no try is counted."""
    _rest(work, claims, seconds)
    if claims:
        work.connection.execute(_UNCOUNT, {"ids": [one.id for one in claims]})


def void_leases(work: UnitOfWork) -> None:
    """Nothing is in work, no chat rests: for a process that just started and has the database to itself."""
    work.connection.execute(delete(LeaseRow))


def _opened(work: UnitOfWork, rows: Sequence[Any], token: int) -> Iterator[Claimed]:
    """The rows with their bodies. One that no key of ours opens is parked: it must not hold up the others."""
    for row in rows:
        try:
            body = work.unseal(row.body)
        except Unreadable:
            work.connection.execute(_PARK, {"ids": [row.id], "now": None})
            work.connection.execute(_FREE, {"chats": [row.chat]})
        else:
            yield Claimed(row.id, row.chat, row.kind, body, row.tries, token)


def _end(
    work: UnitOfWork, claims: Sequence[Claimed], statement: Executable, values: dict[str, object]
) -> None:
    if claims:
        hold(work, claims)
        work.connection.execute(statement, {"ids": [one.id for one in claims], **values})
        work.connection.execute(_FREE, {"chats": [one.chat for one in claims]})


def _rest(work: UnitOfWork, claims: Sequence[Claimed], seconds: float) -> None:
    if claims:
        hold(work, claims)
        work.connection.execute(_REST, {"chats": [one.chat for one in claims], "seconds": seconds})


_other = aliased(InboxRow)
_in_work = exists().where(LeaseRow.chat == InboxRow.chat, LeaseRow.until > machine_now)
_comes_later = exists().where(
    _other.chat == InboxRow.chat, _other.state == constant(READY), _other.id < InboxRow.id
)
_heads = (
    select(InboxRow.chat)
    .where(READY_ROW, InboxRow.release <= bindparam("ours"), ~_in_work, ~_comes_later)
    .order_by(InboxRow.id)
    .limit(bindparam("limit"))
    .subquery()
)
"""The chats whose oldest row may be taken, the oldest first."""


@worded
def _take_chats(insert_into: InsertInto) -> Executable:
    """Lease the chats of `_heads`, sorted: two workers that want the same ones wait, they do not deadlock."""
    until = machine_now + bindparam("seconds", type_=Float)
    token = bindparam("token", type_=BigInteger)
    leases = select(_heads.c.chat, until, token).order_by(_heads.c.chat)
    lease = insert_into(LeaseRow).from_select(["chat", "until", "token"], leases)
    return lease.on_conflict_do_update(
        index_elements=[LeaseRow.chat],
        set_={"until": lease.excluded.until, "token": lease.excluded.token},
        where=LeaseRow.until <= machine_now,
    ).returning(LeaseRow.chat)


_first = (
    select(func.min(_other.id))
    .where(_other.chat == LeaseRow.chat, _other.state == constant(READY))
    .scalar_subquery()
)
_chats: BindParameter[int] = bindparam("chats", expanding=True)
_ids: BindParameter[int] = bindparam("ids", expanding=True)
_TAKE_HEADS = (
    update(InboxRow)
    .where(
        InboxRow.id.in_(select(_first).where(LeaseRow.chat.in_(_chats))),
        InboxRow.release <= bindparam("ours"),
    )
    .values(tries=InboxRow.tries + 1)
    .returning(InboxRow.id, InboxRow.chat, InboxRow.kind, InboxRow.body, InboxRow.tries)
)
_LEASES = (
    select(LeaseRow.chat, LeaseRow.token)
    .where(LeaseRow.chat.in_(_chats))
    .order_by(LeaseRow.chat)
    .with_for_update()
)
_FREE = delete(LeaseRow).where(LeaseRow.chat.in_(_chats))
_REST = (
    update(LeaseRow)
    .where(LeaseRow.chat.in_(_chats))
    .values(until=machine_now + bindparam("seconds", type_=Float))
)
_OURS = update(InboxRow).where(InboxRow.id.in_(_ids))
_FINISH = _OURS.values(state=DONE, chat=None, body=None, ended=bindparam("now"))
_PARK = _OURS.values(state=PARKED, ended=bindparam("now"))
_DEFER = _OURS.values(state=WAITING, wait_until=bindparam("until"), tries=InboxRow.tries - 1)
_UNCOUNT = _OURS.values(tries=InboxRow.tries - 1)
