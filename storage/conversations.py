"""Open conversations as rows. What they wait for lies in columns, what was answered in the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, bindparam, delete, insert, select, update

from bot.dialogue.answers import Answers
from bot.dialogue.desk import Conversation
from storage.tables import ConversationRow
from storage.unit_of_work import UnitOfWork, refuse_newer

_ANSWERS: TypeAdapter[Answers] = TypeAdapter(Answers)

_OF_PEOPLE = ConversationRow.person.in_(bindparam("ids", expanding=True))
_LOAD = (
    select(ConversationRow.__table__).where(_OF_PEOPLE).order_by(ConversationRow.touched, ConversationRow.id)
)
_THIS = (ConversationRow.person == bindparam("of")) & (ConversationRow.id == bindparam("key"))
_CHANGE = update(ConversationRow).where(_THIS)
_CLOSE = delete(ConversationRow).where(_THIS)
_REMOVE = delete(ConversationRow).where(_OF_PEOPLE)

Conversations = tuple[Conversation, ...]


def load_conversations(work: UnitOfWork, people: Sequence[int]) -> dict[int, Conversations]:
    """The open conversations of each of these people that has any, the one touched last at the end."""
    rows = work.connection.execute(_LOAD, {"ids": people}).all()
    refuse_newer(work, ((row.person, row.release) for row in rows))
    found: dict[int, Conversations] = {}
    for row in rows:
        found[row.person] = (*found.get(row.person, ()), _conversation(work, row))
    return found


def save_conversations(work: UnitOfWork, changes: Iterable[tuple[int, Conversations, Conversations]]) -> None:
    """Write what differs, given each person's id and their conversations as they were and as they are."""
    new: list[dict[str, object]] = []
    old: list[dict[str, object]] = []
    gone: list[dict[str, object]] = []
    for person, was, now in changes:
        known = {one.id: one for one in was}
        new += [{"person": person, "id": one.id, **_row(work, one)} for one in now if one.id not in known]
        changed = [one for one in now if one.id in known and one != known[one.id]]
        old += [{"of": person, "key": one.id, **_row(work, one)} for one in changed]
        gone += [{"of": person, "key": id} for id in known.keys() - {one.id for one in now}]
    if gone:
        work.connection.execute(_CLOSE, gone)
    if new:
        work.connection.execute(insert(ConversationRow), new)
    if old:
        work.connection.execute(_CHANGE, old)


def remove_conversations(work: UnitOfWork, people: Sequence[int]) -> None:
    """Remove all conversations of these people."""
    work.connection.execute(_REMOVE, {"ids": people})


def _conversation(work: UnitOfWork, row: Row[Any]) -> Conversation:
    answers = _ANSWERS.validate_json(work.cipher.unseal(row.document))
    return Conversation(row.id, row.flow, row.subject, row.touched, row.number, row.asked, answers)


def _row(work: UnitOfWork, one: Conversation) -> dict[str, object]:
    return {
        "flow": one.flow,
        "subject": one.subject,
        "touched": one.touched,
        "number": one.number,
        "asked": one.asked,
        "release": work.release,
        "document": work.cipher.seal(_ANSWERS.dump_json(one.answers)),
    }
