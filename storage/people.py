"""People as rows. Before consent a row holds the chat, the language and where the talk stands, no more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, bindparam, delete, insert, select, update

from bot.dialogue.desk import Desk
from bot.mentorship.person import Person
from storage.tables import ConsentRow, PersonRow
from storage.unit_of_work import UnitOfWork, refuse_newer

_PERSON = TypeAdapter(Person)

_LOAD = select(PersonRow.__table__).where(PersonRow.id.in_(bindparam("ids", expanding=True)))
_ADD = insert(PersonRow)
_CHANGE = update(PersonRow).where(PersonRow.id == bindparam("key"))
_REMOVE = delete(PersonRow).where(PersonRow.id.in_(bindparam("ids", expanding=True)))


def load_people(work: UnitOfWork, ids: Sequence[int]) -> dict[int, tuple[Person, Desk]]:
    """The people among these ids that are stored, each with their desk but without its conversations."""
    rows = work.connection.execute(_LOAD, {"ids": ids}).all()
    refuse_newer(work, ((row.id, row.release) for row in rows))
    return {row.id: (_person(work, row), Desk((), row.floor, row.opened)) for row in rows}


def save_people(
    work: UnitOfWork, changes: Sequence[tuple[Person | None, Person, Desk]], now: datetime
) -> None:
    """Write these people, given as they were (None: not stored yet), as they are, and with their desk."""
    new = [("id", after, desk) for before, after, desk in changes if before is None]
    old = [("key", after, desk) for before, after, desk in changes if before is not None]
    for statement, people in ((_ADD, new), (_CHANGE, old)):
        if people:
            rows = [{key: one.id, **_row(work, one, desk, now)} for key, one, desk in people]
            work.connection.execute(statement, rows)
    given = [
        {"person": after.id, "version": after.consent.version, "at": after.consent.at}
        for before, after, _ in changes
        if after.consent is not None and (before is None or before.consent != after.consent)
    ]
    if given:
        work.connection.execute(insert(ConsentRow), given)


def remove_people(work: UnitOfWork, ids: Sequence[int]) -> None:
    """Remove their rows. The proof of their consent stays."""
    work.connection.execute(_REMOVE, {"ids": ids})


def _person(work: UnitOfWork, row: Row[Any]) -> Person:
    if row.document is None:
        return Person(row.id, row.language)
    return _PERSON.validate_json(work.cipher.unseal(row.document))


def _row(work: UnitOfWork, one: Person, desk: Desk, now: datetime) -> dict[str, object]:
    consent = one.consent
    kept = one if consent is not None else Person(one.id, one.language)
    return {
        "language": kept.language,
        "consented": consent and consent.at,
        "consent_version": consent and consent.version,
        "reachable": kept.reachable,
        "stopped": kept.stopped,
        "paused_until": kept.paused_until,
        "heard": kept.contact.heard,
        "touched": now,
        "floor": desk.floor,
        "opened": desk.opened,
        "release": work.release,
        "document": consent and work.cipher.seal(_PERSON.dump_json(kept)),
    }
