"""Moving what is stored from other keys to the first one, and telling at start whether the keys fit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, and_, bindparam, select, tuple_, update

from storage.cipher import Unreadable
from storage.columns import constant
from storage.engine import Database
from storage.tables import READY, Base, InboxRow, OutboxRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class _Sealed:
    """A column of sealed documents, and the primary key of its table."""

    table: Table
    document: Column[Any]

    @property
    def key(self) -> tuple[Column[Any], ...]:
        return tuple(self.table.primary_key.columns)


SEALED = tuple(
    _Sealed(table, column)
    for table in Base.metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, LargeBinary)
)
"""Every column that holds documents: all bytes that we store are sealed."""

_QUEUES = (InboxRow.__table__, OutboxRow.__table__)
"""What is finished there tells nothing: it is empty, or parked because no key opens it."""


async def rotate(database: Database, batch: int = 500) -> int:
    """Seal everything with the first key, in short transactions while the bot runs on; how many documents."""
    total = 0
    for sealed in SEALED:
        after: tuple[Any, ...] | None = None
        while True:
            keys = await database.run(partial(_reseal, sealed=sealed, after=after, batch=batch))
            if not keys:
                break
            total, after = total + len(keys), keys[-1]
    return total


def readable(work: UnitOfWork) -> bool:
    """Whether the keys at hand read what is stored: one document of every table is tried.

    To be asked before anything is taken up, since with a wrong key every turn would fail.
    """
    for sealed in SEALED:
        newest = select(sealed.document).where(sealed.document.is_not(None)).order_by(sealed.key[0].desc())
        if sealed.table in _QUEUES:
            newest = newest.where(sealed.table.columns["state"] == constant(READY))
        stored = work.connection.execute(newest.limit(1)).scalar()
        try:
            if stored is not None:
                work.cipher.unseal(stored)
        except Unreadable:
            return False
    return True


def _reseal(
    work: UnitOfWork, sealed: _Sealed, after: tuple[Any, ...] | None, batch: int
) -> list[tuple[Any, ...]]:
    """Reseal the next documents by key. One that changes meanwhile is left: its writer sealed it."""
    rows = (
        select(*sealed.key, sealed.document)
        .where(sealed.document.is_not(None))
        .order_by(*sealed.key)
        .limit(batch)
    )
    if after is not None:
        rows = rows.where(tuple_(*sealed.key) > after)
    found = [(tuple(row[:-1]), row[-1]) for row in work.connection.execute(rows)]
    this = and_(*(column == bindparam(f"key_{column.name}") for column in sealed.key))
    unchanged = sealed.document == bindparam("was")
    change = update(sealed.table).where(this, unchanged).values({sealed.document: bindparam("becomes")})
    resealed = [
        {f"key_{column.name}": value for column, value in zip(sealed.key, key, strict=True)}
        | {"was": was, "becomes": work.cipher.seal(work.cipher.unseal(was))}
        for key, was in found
    ]
    if resealed:
        work.connection.execute(change, resealed)
    return [key for key, _ in found]
