"""How much lies in the queues, for the operator and the demo."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import InstrumentedAttribute

from storage.columns import constant
from storage.tables import PARKED, READY, WAITING, InboxRow, OutboxRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Counts:
    """Rows that are not finished, and rows of inbox and outbox that were given up on."""

    inbox: int
    waiting: int
    """Rows of the inbox that were put off; they are not in `inbox`."""
    outbox: int
    parked: int


def counts(work: UnitOfWork) -> Counts:
    """How full the queues are at this moment."""
    row = work.connection.execute(_COUNTS).one()
    return Counts(row.inbox, row.waiting, row.outbox, row.parked_inbox + row.parked_outbox)


def _how_many(state: InstrumentedAttribute[str], value: str) -> ScalarSelect[int]:
    return select(func.count()).where(state == constant(value)).scalar_subquery()


_COUNTS = select(
    _how_many(InboxRow.state, READY).label("inbox"),
    _how_many(InboxRow.state, WAITING).label("waiting"),
    _how_many(OutboxRow.state, READY).label("outbox"),
    _how_many(InboxRow.state, PARKED).label("parked_inbox"),
    _how_many(OutboxRow.state, PARKED).label("parked_outbox"),
)
