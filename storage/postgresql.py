"""PostgreSQL: any number of processes, each with a small pool of connections."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import URL, Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.cipher import Cipher
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")

_COLLIDED = frozenset({"40001", "40P01"})
"""serialization_failure, deadlock_detected: rolled back whole, so it can simply be done again."""
_ATTEMPTS = 5
_FIRST_PAUSE = 0.01
_NOT_AWAITED = text("SET LOCAL synchronous_commit = off")
_SESSION = {
    "application_name": "tuntun",
    "jit": "off",  # compiling costs more than any statement of ours takes
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "60s",
}


@dataclass(frozen=True)
class PostgresDatabase:
    """A database that other processes write to at the same time."""

    engine: AsyncEngine
    cipher: Cipher

    async def run(self, unit: Callable[[UnitOfWork], T], durable: bool = True) -> T:
        """What the unit returns, once it is committed. It is run again where it collided with another."""
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                async with self.engine.begin() as connection:
                    if not durable:
                        await connection.execute(_NOT_AWAITED)
                    return await connection.run_sync(self._work, unit)
            except DBAPIError as error:
                if attempt == _ATTEMPTS or getattr(error.orig, "sqlstate", None) not in _COLLIDED:
                    raise
            await asyncio.sleep(_FIRST_PAUSE * 2**attempt)
        raise AssertionError("the last attempt returns or raises")

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()

    def _work(self, connection: Connection, unit: Callable[[UnitOfWork], T]) -> T:
        return unit(UnitOfWork(connection, self.cipher))


def open_postgresql(url: URL, cipher: Cipher) -> PostgresDatabase:
    """The database at that address. It is connected to on first use."""
    return PostgresDatabase(create_async_engine(url, connect_args={"server_settings": _SESSION}), cipher)
