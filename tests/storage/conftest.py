"""Workers for the tests of storage."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from storage.engine import Database, open_database
from tests.databases import Server


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[str]:
    """A fresh database on PostgreSQL, for what only it does."""
    url = postgres_server.fresh()
    yield url
    postgres_server.take_back(url)


@pytest.fixture
async def workers(database: Database, database_url: str, key: str) -> AsyncIterator[list[Database]]:
    """Four workers on one database: four connections of their own on PostgreSQL, four tasks on SQLite."""
    if database_url.startswith("sqlite"):
        yield [database] * 4
        return
    others = [open_database(database_url, [key]) for _ in range(3)]
    yield [database, *others]
    for other in others:
        await other.close()
