"""What a function asks of the database, word by word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import event

from storage.unit_of_work import UnitOfWork

Statement: TypeAlias = tuple[str, Sequence[Any]]
"""The words as the driver got them, and the parameters of every row."""


def executed(work: UnitOfWork, do: Callable[[], object]) -> list[Statement]:
    """The statements that `do` executes, in order."""
    seen: list[Statement] = []

    def note(_connection: Any, _cursor: Any, words: str, parameters: Any, _context: Any, _many: bool) -> None:
        by_row = bool(parameters) and isinstance(parameters[0], tuple)
        seen.append((words, list(parameters) if by_row else [parameters]))

    event.listen(work.connection, "before_cursor_execute", note)
    do()
    event.remove(work.connection, "before_cursor_execute", note)
    return seen
