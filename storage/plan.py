"""The plan: what falls due later. A row is planned once by its key, and handed to the inbox once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import BindParameter, Executable, bindparam, delete, func, literal_column, select, update

from bot.mentorship.planned import Planned
from storage.dialect import InsertInto, worded
from storage.inbox import Fact, next_wake, tell, wake
from storage.tables import OPEN, TAKEN, PlanRow
from storage.unit_of_work import UnitOfWork


def sync_plan(work: UnitOfWork, wanted: Mapping[int, Sequence[Planned]]) -> None:
    """Make the open plan of each of these chats exactly this. What was taken once is not planned again.

    The chats are to be locked (`load_states` does). A row that stays as it is is not written.
    """
    rows = work.connection.execute(_OPEN_ROWS, {"chats": list(wanted)}).all()
    stored = {(row.chat, row.subject, row.kind, row.occurrence): row for row in rows}
    asked = {
        (chat, one.subject, one.kind, one.occurrence): one for chat, plan in wanted.items() for one in plan
    }
    gone = [row.id for key, row in stored.items() if key not in asked]
    moved = [
        {"key": row.id, "klass": one.klass, "due": one.due, "not_after": one.not_after}
        for key, row in stored.items()
        if (one := asked.get(key))
        and (row.klass, row.due, row.not_after) != (one.klass, one.due, one.not_after)
    ]
    new = [{"chat": key[0], **vars(one)} for key, one in asked.items() if key not in stored]
    if gone:
        work.connection.execute(_WITHDRAW, {"ids": gone})
    if moved:
        work.connection.execute(_MOVE, moved)
    if new:
        work.connection.execute(_plan(work.connection), new)


def give_back(work: UnitOfWork, unused: Sequence[tuple[int, str, str, str]]) -> None:
    """These (chat, subject, kind, occurrence) were taken and led to nothing: they may be planned again."""
    if unused:
        names = ("of_chat", "of_subject", "of_kind", "of_occurrence")
        work.connection.execute(_GIVE_BACK, [dict(zip(names, key, strict=True)) for key in unused])


def take_due(work: UnitOfWork, now: datetime, limit: int) -> int:
    """Move up to `limit` rows that are due, the longest due first, into the inbox as `due`, and wake what
    was put off until now; how many there are of both.

    The body names `subject`, `kind`, `occurrence`, `klass`, `due` and `late`. A late one is past its
    `not_after`: it is withdrawn, so that the turn which takes it up can plan it anew.
    """
    rows = work.connection.execute(_DUE, {"now": now, "limit": limit}).all()
    tell(work, [
        Fact(row.chat, {
            "subject": row.subject, "kind": row.kind, "occurrence": row.occurrence, "klass": row.klass,
            "due": row.due.isoformat(), "late": row.not_after < now,
        }, "due")
        for row in rows
    ])  # fmt: skip
    late = [row.id for row in rows if row.not_after < now]
    taken = [row.id for row in rows if row.not_after >= now]
    if late:
        work.connection.execute(_WITHDRAW, {"ids": late})
    if taken:
        work.connection.execute(_TAKE, {"ids": taken})
    return len(rows) + wake(work, now)


def forget_plans(work: UnitOfWork, chats: Sequence[int]) -> None:
    """Remove all that is, or was, planned for these chats."""
    work.connection.execute(_FORGET, {"chats": chats})


def next_due(work: UnitOfWork) -> datetime | None:
    """When `take_due` has something to do next, or had already; None where nothing lies ahead."""
    moments = (work.connection.execute(_NEXT_DUE).scalar_one(), next_wake(work))
    return min((moment for moment in moments if moment is not None), default=None)


@worded
def _plan(insert_into: InsertInto) -> Executable:
    return insert_into(PlanRow).on_conflict_do_nothing()


_OF_CHATS = PlanRow.chat.in_(bindparam("chats", expanding=True))
_IS_OPEN = PlanRow.state == literal_column("'open'")
"""Written out, so that the partial index serves it; elsewhere it is not, so that it does not tempt SQLite."""
_OPEN_ROWS = select(PlanRow.__table__).where(_OF_CHATS, PlanRow.state == OPEN)
_FORGET = delete(PlanRow).where(_OF_CHATS)
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_WITHDRAW = delete(PlanRow).where(PlanRow.id.in_(_IDS), PlanRow.state == OPEN)
_MOVE = (
    update(PlanRow)
    .where(PlanRow.id == bindparam("key"), PlanRow.state == OPEN)
    .values(klass=bindparam("klass"), due=bindparam("due"), not_after=bindparam("not_after"))
)
_DUE = (
    select(PlanRow.__table__)
    .where(_IS_OPEN, PlanRow.due <= bindparam("now"))
    .order_by(PlanRow.due, PlanRow.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_TAKE = update(PlanRow).where(PlanRow.id.in_(_IDS)).values(state=TAKEN)
_NEXT_DUE = select(func.min(PlanRow.due)).where(_IS_OPEN)
_GIVE_BACK = delete(PlanRow).where(
    PlanRow.chat == bindparam("of_chat"),
    PlanRow.subject == bindparam("of_subject"),
    PlanRow.kind == bindparam("of_kind"),
    PlanRow.occurrence == bindparam("of_occurrence"),
    PlanRow.state == TAKEN,
)
