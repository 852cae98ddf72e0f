"""Opening the database: one file and one process, or a PostgreSQL and as many as you like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from storage.cipher import cipher
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")


class Database(Protocol):
    """Where the bot keeps everything."""

    async def run(self, unit: Callable[[UnitOfWork], T], durable: bool = True) -> T:
        """Run one plain function in one transaction; what it raises rolls back all that it did.

        One that is not `durable` outlives the end of the process, but not that of the machine: for leases,
        which mean nothing after either.
        """

    async def close(self) -> None:
        """Let the unit in hand end, then let go."""


class BadDatabaseUrl(ValueError):
    """A database URL that names neither SQLite nor PostgreSQL, or a file that cannot be opened."""


def open_database(url: str, keys: Sequence[str] = ()) -> Database:
    """The database at an SQLAlchemy URL. Its tables are not touched: see `storage.migrate`.

    Documents are sealed with the first key and read with any of them; without keys they lie open.
    Raises `BadDatabaseUrl`, `BadKey`, and on SQLite `DatabaseInUse`.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        from storage.sqlite import open_sqlite

        try:
            return open_sqlite(parsed, cipher(keys))
        except (DatabaseError, OSError) as error:
            reason = error.orig if isinstance(error, DatabaseError) else error.strerror
            raise BadDatabaseUrl(f"{parsed.database} cannot be opened: {reason}") from None
    from storage.postgresql import open_postgresql  # 70 ms that a start on SQLite does not need

    return open_postgresql(parsed, cipher(keys))


def parse_url(url: str) -> URL:
    """The URL with the driver that we use for its database. Raises `BadDatabaseUrl`."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise BadDatabaseUrl("this is no database URL") from None
    match parsed.drivername.partition("+")[0]:
        case "sqlite":
            return parsed.set(drivername="sqlite")
        case "postgresql" | "postgres":
            query = {"ssl" if name == "sslmode" else name: value for name, value in parsed.query.items()}
            return parsed.set(drivername="postgresql+asyncpg", query=query)
        case other:
            raise BadDatabaseUrl(f"{other} is neither sqlite nor postgresql")
