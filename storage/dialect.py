"""Statements with an ON CONFLICT clause, which SQLAlchemy words for each database apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias, cast

from sqlalchemy import Connection, Executable
from sqlalchemy.dialects import postgresql, sqlite

InsertInto: TypeAlias = Callable[[Any], postgresql.Insert]
"""Begins an INSERT into a table that can be told what to do `on_conflict`; SQLite's has the same methods."""


def worded(statement: Callable[[InsertInto], Executable]) -> Callable[[Connection], Executable]:
    """Make of a function that builds a statement one that gives it as a connection's database words it."""

    @cache
    def for_dialect(name: str) -> Executable:
        return statement(postgresql.insert if name == "postgresql" else cast(InsertInto, sqlite.insert))

    return lambda connection: for_dialect(connection.dialect.name)
