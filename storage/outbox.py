"""The outbox: what is to be delivered, in order in every chat, the next once the one before is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import Float, Row, bindparam, delete, exists, insert, select, update
from sqlalchemy.orm import aliased

from storage.cipher import Unreadable
from storage.columns import constant, machine_now
from storage.tables import DONE, PARKED, READY, OutboxRow
from storage.unit_of_work import Body, UnitOfWork

Kind: TypeAlias = Literal["hint", "message", "file"]
"""A hint (a callback's answer, typing) goes first, at most once, and is worthless after `HINT_SECONDS`."""

HINT_SECONDS = 10.0


@dataclass(frozen=True)
class Outgoing:
    """Something to deliver: a Bot API method with its parameters, or the recipe of a file."""

    chat: int
    kind: Kind
    body: Body
    inbox: int | None = None
    """The inbox row whose turn said it."""


@dataclass(frozen=True)
class Delivery:
    """An outgoing row that is ours while its lease lasts. `tries` counts the claims, this one included."""

    id: int
    chat: int
    kind: Kind
    body: Body
    tries: int


def enqueue(work: UnitOfWork, rows: Sequence[Outgoing]) -> None:
    """Put these into the outbox, in this order."""
    if rows:
        values = [(one.chat, one.kind, work.seal(one.body), one.inbox) for one in rows]
        columns = ("chat", "kind", "body", "inbox")
        work.connection.execute(_ENQUEUE, [dict(zip(columns, row, strict=True)) for row in values])


def claim_outbox(work: UnitOfWork, limit: int, lease_seconds: float) -> tuple[Delivery, ...]:
    """All fresh hints, then up to `limit` messages and files in the order they came, at most one of a chat.

    A hint is gone from the outbox when it is claimed. The others stay, leased, until they are marked.
    """
    hints = work.connection.execute(_TAKE_HINTS).all()
    fresh = [row for row in hints if row.age <= HINT_SECONDS]
    heads = work.connection.execute(_TAKE_HEADS, {"limit": limit, "seconds": lease_seconds}).all()
    ordered = sorted(fresh, key=lambda row: row.id) + sorted(heads, key=lambda row: row.id)
    return tuple(_opened(work, ordered))


def mark_sent(work: UnitOfWork, sent: Sequence[tuple[int, int | None]], now: datetime) -> None:
    """These (id, message id) were delivered: the texts are erased and the next of their chats may go."""
    if sent:
        rows = [{"key": id, "message": message_id, "now": now} for id, message_id in sent]
        work.connection.execute(_SENT, rows)


def retry_outbox(work: UnitOfWork, id: int, seconds: float) -> None:
    """Not delivered: its chat rests that long, then it is tried again before anything later."""
    work.connection.execute(_RETRY, {"key": id, "seconds": seconds})


def park_outbox(work: UnitOfWork, id: int, now: datetime) -> None:
    """Give up on it: it is kept for the operator, and the next of its chat may go."""
    work.connection.execute(_PARK, {"key": id, "now": now})


def drop_chat(work: UnitOfWork, chat: int) -> None:
    """Nothing can be delivered to this chat any more: forget all that is still to go there."""
    work.connection.execute(_DROP, {"chat": chat})


def forget_outbox(work: UnitOfWork, chats: Sequence[int]) -> None:
    """Remove all that is, or was, to be delivered to these chats."""
    for statement in _FORGET:
        work.connection.execute(statement, {"chats": chats})


def void_outbox_leases(work: UnitOfWork) -> None:
    """Nothing is being delivered, nothing rests, hints are stale: see `claims.void_leases`."""
    work.connection.execute(delete(OutboxRow).where(_HINT))
    work.connection.execute(update(OutboxRow).where(_READY, OutboxRow.free_at > 0).values(free_at=0.0))


def _opened(work: UnitOfWork, rows: Sequence[Row[Any]]) -> Iterator[Delivery]:
    """The rows with their bodies. One that no key of ours opens is parked: it must not hold up the others."""
    for row in rows:
        try:
            body = work.unseal(row.body)
        except Unreadable:
            work.connection.execute(_PARK, {"key": row.id, "now": None})
        else:
            yield Delivery(row.id, row.chat, row.kind, body, row.tries)


_READY = OutboxRow.state == constant(READY)
_HINT = OutboxRow.kind == constant("hint")
_ENQUEUE = insert(OutboxRow).values(created=machine_now)
_TAKE_HINTS = (
    delete(OutboxRow)
    .where(_HINT)
    .returning(
        OutboxRow.id, OutboxRow.chat, OutboxRow.kind, OutboxRow.body, (OutboxRow.tries + 1).label("tries"),
        (machine_now - OutboxRow.created).label("age"),
    )
)  # fmt: skip
_earlier = aliased(OutboxRow)
_has_earlier = exists().where(
    _earlier.chat == OutboxRow.chat,
    _earlier.state == constant(READY),
    _earlier.kind != constant("hint"),
    _earlier.id < OutboxRow.id,
)
_heads = (
    select(OutboxRow.id)
    .where(_READY, ~_HINT, OutboxRow.free_at <= machine_now, ~_has_earlier)
    .order_by(OutboxRow.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
    .cte("heads")
)
_TAKE_HEADS = (
    update(OutboxRow)
    .where(OutboxRow.id.in_(select(_heads.c.id)))
    .values(free_at=machine_now + bindparam("seconds", type_=Float), tries=OutboxRow.tries + 1)
    .returning(OutboxRow.id, OutboxRow.chat, OutboxRow.kind, OutboxRow.body, OutboxRow.tries)
)
_THIS = update(OutboxRow).where(OutboxRow.id == bindparam("key"), _READY)
_SENT = _THIS.values(state=DONE, body=None, message_id=bindparam("message"), ended=bindparam("now"))
_RETRY = _THIS.values(free_at=machine_now + bindparam("seconds", type_=Float))
_PARK = _THIS.values(state=PARKED, ended=bindparam("now"))
_DROP = delete(OutboxRow).where(_READY, OutboxRow.chat == bindparam("chat"))
_OF_CHATS = OutboxRow.chat.in_(bindparam("chats", expanding=True))
_FORGET = tuple(delete(OutboxRow).where(which, _OF_CHATS) for which in (_READY, OutboxRow.ended.is_not(None)))
