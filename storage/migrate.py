"""Bringing the tables to what this release needs. What only that takes is imported when there is need."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.pool import NullPool

from storage.engine import parse_url
from storage.sqlite import sqlite_engine
from storage.unit_of_work import UnitOfWork

HEAD = "0002"
"""The last migration. Names of migrations are numbers that rise."""

_ALONE = text("SELECT pg_advisory_xact_lock(1953853556, 1)")


def is_current(work: UnitOfWork) -> bool:
    """Whether the tables are those of this release, or of a later one, which this release works with too."""
    return _is_current(work.connection)


def migrate(url: str) -> None:
    """Bring the database to this release. Several may try at once: one does it, the others find it done.

    Blocks, and must not be called on a running event loop (`asyncio.to_thread` will do).
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = sqlite_engine(parsed)
        with engine.begin() as connection:
            _upgrade(connection)
        engine.dispose()
    else:
        asyncio.run(_migrate_postgresql(parsed.render_as_string(hide_password=False)))


async def _migrate_postgresql(url: str) -> None:
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine(url, poolclass=NullPool)
    async with engine.begin() as connection:
        await connection.execute(_ALONE)
        await connection.run_sync(_upgrade)
    await engine.dispose()


def _is_current(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version is not None and version >= HEAD


def _upgrade(connection: Connection) -> None:
    if _is_current(connection):
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
