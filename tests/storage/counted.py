"""A worker that can tell whether it had to start over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from storage.engine import Database
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")


@dataclass
class Counted:
    """A worker's database that counts the units it was asked to run, and how often one was begun."""

    database: Database
    asked: int = 0
    begun: int = 0

    async def run(self, unit: Callable[[UnitOfWork], T], durable: bool = True) -> T:
        """See `Database`."""

        def counted(work: UnitOfWork) -> T:
            self.begun += 1
            return unit(work)

        self.asked += 1
        return await self.database.run(counted, durable)

    async def close(self) -> None:
        """See `Database`."""
        await self.database.close()
