"""Searches as rows: one a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, bindparam, delete, insert, select, update

from bot.mentorship.search import Search, Standing
from storage.tables import SearchRow
from storage.unit_of_work import UnitOfWork, refuse_newer

FORGETTABLE = frozenset({Standing.DECLINED, Standing.SET_ASIDE})
"""What became of candidates who are forgotten a while after they were closed."""

_SEARCH = TypeAdapter(Search)

_LOAD = select(SearchRow.__table__).where(SearchRow.person.in_(bindparam("ids", expanding=True)))
_ADD = insert(SearchRow)
_CHANGE = update(SearchRow).where(SearchRow.person == bindparam("key"))
_REMOVE = delete(SearchRow).where(SearchRow.person.in_(bindparam("ids", expanding=True)))


def load_searches(work: UnitOfWork, people: Sequence[int]) -> dict[int, Search]:
    """The search of each of these people that has one, by person."""
    rows = work.connection.execute(_LOAD, {"ids": people}).all()
    refuse_newer(work, ((row.person, row.release) for row in rows))
    return {row.person: _search(work, row) for row in rows}


def save_searches(work: UnitOfWork, changes: Sequence[tuple[Search | None, Search | None]]) -> None:
    """Write these searches, given as they were and as they are (None: there is none)."""
    new = [("person", after) for before, after in changes if after is not None and before is None]
    old = [("key", after) for before, after in changes if after is not None and before is not None]
    gone = [before.person for before, after in changes if after is None and before is not None]
    for statement, searches in ((_ADD, new), (_CHANGE, old)):
        if searches:
            rows = [{key: one.person, **_row(work, one)} for key, one in searches]
            work.connection.execute(statement, rows)
    if gone:
        remove_searches(work, gone)


def remove_searches(work: UnitOfWork, people: Sequence[int]) -> None:
    """Remove the searches of these people."""
    work.connection.execute(_REMOVE, {"ids": people})


def _search(work: UnitOfWork, row: Row[Any]) -> Search:
    return _SEARCH.validate_json(work.cipher.unseal(row.document))


def _row(work: UnitOfWork, one: Search) -> dict[str, object]:
    closed = [who.closed for who in one.candidates if who.closed is not None and who.standing in FORGETTABLE]
    return {
        "id": one.id,
        "version": one.version,
        "closed": min(closed, default=None),
        "release": work.release,
        "document": work.cipher.seal(_SEARCH.dump_json(one)),
    }
