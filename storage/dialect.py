"""The statements that SQLAlchemy words for each database apart."""

from __future__ import annotations

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import Base


def insert(connection: Connection, table: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that can be told what to do `on_conflict`."""
    words = postgresql if connection.dialect.name == "postgresql" else sqlite
    return words.insert(table)
