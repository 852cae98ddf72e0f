"""Statements with an ON CONFLICT clause, which SQLAlchemy words for each database apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Connection, Executable

if TYPE_CHECKING:
    from sqlalchemy.dialects.postgresql import Insert

InsertInto: TypeAlias = "Callable[[Any], Insert]"
"""Begins an INSERT into a table that can be told what to do `on_conflict`; SQLite's has the same methods."""


def worded(statement: Callable[[InsertInto], Executable]) -> Callable[[Connection], Executable]:
    """Make of a function that builds a statement one that gives it as a connection's database words it."""

    @cache
    def for_dialect(name: str) -> Executable:
        words = import_module(f"sqlalchemy.dialects.{name}")  # each takes 50 ms, and one is enough
        return statement(words.insert)

    return lambda connection: for_dialect(connection.dialect.name)
