"""Sweeps of retention, and what they leave."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select

from storage.engine import Database
from storage.retention import retain
from storage.tables import Base

MINUTE = timedelta(minutes=1)


async def forgotten(database: Database, at: datetime, limit: int = 500) -> int:
    """How much a whole run of retention forgets at that time."""
    total = 0
    while some := await database.run(lambda work: retain(work, at, limit)):
        total += some
    return total


async def rows(database: Database, table: type[Base]) -> int:
    """How many rows there are."""
    count = select(func.count()).select_from(table)
    return await database.run(lambda work: work.connection.execute(count).scalar_one())
