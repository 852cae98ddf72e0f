"""Databases to measure on: encrypted, migrated, with people in them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from storage.cipher import new_key
from storage.engine import Database, open_database
from storage.migrate import migrate
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Store:
    """Where a database is, and its key."""

    url: str
    key: str


def make_file(path: Path, *units: Callable[[UnitOfWork], object]) -> Store:
    """A new SQLite file, filled by these units of work in their order."""
    store = Store(f"sqlite:///{path}", new_key())
    migrate(store.url)
    fill(store, *units)
    return store


def store_at(url: str) -> Store:
    """A migrated database that is there already."""
    return Store(url, new_key())


def fill(store: Store, *units: Callable[[UnitOfWork], object]) -> None:
    """Run these units of work on a database that nobody has open."""
    asyncio.run(_filled(store, units))


async def _filled(store: Store, units: tuple[Callable[[UnitOfWork], object], ...]) -> None:
    async with opened(store) as database:
        for unit in units:
            await database.run(unit)
    if store.url.startswith("postgresql"):
        await _vacuumed(store.url)


async def _vacuumed(url: str) -> None:
    """What PostgreSQL does after so much was written, done now: else it would be done in mid-measurement."""
    connection = await asyncpg.connect(url)
    await connection.execute("VACUUM ANALYZE")
    await connection.close()


@asynccontextmanager
async def opened(store: Store) -> AsyncIterator[Database]:
    """The database, open as the bot opens it."""
    database = open_database(store.url, [store.key])
    yield database
    await database.close()
