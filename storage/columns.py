"""Column types and the machine's clock, worded for both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    DateTime,
    Dialect,
    Float,
    Integer,
    String,
    literal_column,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, UserDefinedType


class Aware(TypeDecorator[datetime]):
    """An aware moment in a column that knows zones. The driver would take a naive one for local time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return _checked(value)


class UtcText(UserDefinedType[datetime]):
    """An aware moment as text in UTC that sorts by time. SQLite has no type of its own for it."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        return "TEXT"

    def bind_processor(self, _dialect: Dialect) -> Callable[[datetime | None], str | None]:
        return _to_text

    def result_processor(self, _dialect: Dialect, _type: object) -> Callable[[str | None], datetime | None]:
        return _from_text


def _checked(moment: datetime | None) -> datetime | None:
    if moment is not None and moment.tzinfo is None:
        raise ValueError("a moment without a zone cannot be stored")
    return moment


def _to_text(moment: datetime | None) -> str | None:
    checked = _checked(moment)
    return None if checked is None else checked.astimezone(UTC).isoformat(" ", "microseconds")


def _from_text(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


Moment = Aware().with_variant(UtcText(), "sqlite")
"""An aware moment; a naive one is refused."""

Integer64 = BigInteger().with_variant(Integer, "sqlite")
"""64 bits on both: SQLite looks a row up at once only by a key that is called INTEGER."""


class MachineClock(FunctionElement[float]):
    """Seconds on the clock for leases and back-off. The database reads it, so all workers agree."""

    type = Float()
    name = "machine_clock"
    inherit_cache = True


@compiles(MachineClock, "postgresql")
def _on_postgresql(*_: object, **__: object) -> str:
    return "extract(epoch from clock_timestamp())::double precision"


@compiles(MachineClock, "sqlite")
def _on_sqlite(*_: object, **__: object) -> str:
    return "machine_clock()"


def constant(value: str) -> ColumnElement[str]:
    """A value written out in the statement, so that partial indexes which name it serve."""
    return literal_column(f"'{value}'", String)


machine_now = select(MachineClock()).scalar_subquery()
"""The machine's clock inside a statement, read once for the whole statement."""
