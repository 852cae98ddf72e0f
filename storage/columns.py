"""What both databases must agree on: moments in UTC, the machine's clock, and one lock a chat."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Float, Integer, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

Serial = BigInteger().with_variant(Integer, "sqlite")
"""A key that the database counts up: SQLite does that for INTEGER only."""


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC. A naive one is refused with ValueError."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return dialect.type_descriptor(DateTime(timezone=dialect.name == "postgresql"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be stored")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class MachineClock(FunctionElement[float]):
    """Seconds on the clock for leases and back-off: the database's own, so that all workers read the same."""

    type = Float()
    name = "machine_clock"
    inherit_cache = True


@compiles(MachineClock, "postgresql")
def _on_postgresql(*_: object, **__: object) -> str:
    return "extract(epoch from clock_timestamp())::double precision"


@compiles(MachineClock, "sqlite")
def _on_sqlite(*_: object, **__: object) -> str:
    return "machine_clock()"


machine_now = select(MachineClock()).scalar_subquery()
"""The machine's clock inside a statement, read once for the whole statement."""
