"""Links and pairs as rows: what more than one person reads and changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import BindParameter, bindparam, delete, insert, or_, select, update

from bot.mentorship.invite import Invite
from bot.mentorship.pair import Pair
from storage.tables import ConsentRow, InviteRow, PairRow
from storage.unit_of_work import UnitOfWork, refuse_newer

_INVITE = TypeAdapter(Invite)
_PAIR = TypeAdapter(Pair)


@dataclass(frozen=True)
class Together:
    """The links and pairs that a batch of turns may touch, as they are so far."""

    invites: Mapping[str, Invite] = field(default_factory=dict)
    pairs: Mapping[str, Pair] = field(default_factory=dict)

    def invites_of(self, person: int, held: str = "") -> tuple[Invite, ...]:
        """The links this person gave, and the one that they hold in hand by its key."""
        return tuple(one for one in self.invites.values() if one.inviter == person or one.key == held)

    def pairs_of(self, person: int) -> tuple[Pair, ...]:
        """The pairs this person is a side of."""
        return tuple(one for one in self.pairs.values() if person in (one.mentee, one.mentor))

    def having(self, invites: Sequence[Invite], pairs: Sequence[Pair]) -> Together:
        """With these as they are after a turn."""
        return Together(
            {**self.invites, **{one.key: one for one in invites}},
            {**self.pairs, **{one.id: one for one in pairs}},
        )

    def without(self, person: int) -> Together:
        """After this person left: their links are gone, and in their pairs nothing tells who they were."""
        kept = {key: one for key, one in self.invites.items() if one.inviter != person}
        return Together(
            {key: _without_opener(one, person) for key, one in kept.items()},
            {id: left for id, one in self.pairs.items() if (left := without_side(one, person)) is not None},
        )


def without_side(pair: Pair, person: int) -> Pair | None:
    """The pair as the other side keeps it; None where nobody is left."""
    if person == pair.mentee:
        pair = replace(pair, mentee=None, mentee_name="", candidate="", version=pair.version + 1)
    if person == pair.mentor:
        pair = replace(pair, mentor=None, mentor_name="", version=pair.version + 1)
    return pair if pair.mentee is not None or pair.mentor is not None else None


def _without_opener(invite: Invite, person: int) -> Invite:
    return replace(invite, opener=None, asked="", answer="") if invite.opener == person else invite


def load_together(work: UnitOfWork, people: Sequence[int], held: Sequence[str] = ()) -> Together:
    """Every link and pair of these people, and the links of these keys, locked until the transaction ends.

    Their chats are to be locked before (`load_states` does), so that nobody waits in a circle.
    """
    invites = work.connection.execute(_INVITES, {"people": people, "keys": held}).all()
    pairs = work.connection.execute(_PAIRS, {"people": people}).all()
    refuse_newer(work, ((row.inviter, row.release) for row in invites))
    refuse_newer(work, ((row.mentee or row.mentor, row.release) for row in pairs))
    return Together(
        {row.key: _INVITE.validate_json(work.cipher.unseal(row.document)) for row in invites},
        {row.id: _PAIR.validate_json(work.cipher.unseal(row.document)) for row in pairs},
    )


def save_together(work: UnitOfWork, before: Together, after: Together) -> None:
    """Write what differs between what was loaded in this transaction and what it shall be."""
    for table, key, was, becomes in (
        (InviteRow, InviteRow.key, before.invites, after.invites),
        (PairRow, PairRow.id, before.pairs, after.pairs),
    ):
        new = [_row(work, one) for id, one in becomes.items() if id not in was]
        old = [_row(work, one) for id, one in becomes.items() if id in was and one != was[id]]
        gone = list(was.keys() - becomes.keys())
        if new:
            work.connection.execute(insert(table), new)
        if old:
            changed = [{"this": row[key.key], **row} for row in old]
            work.connection.execute(update(table).where(key == bindparam("this")), changed)
        if gone:
            work.connection.execute(delete(table).where(key.in_(gone)))


def withdraw(work: UnitOfWork, people: Sequence[int], now: datetime) -> None:
    """These people took their consent back: the proof that they gave it says so too."""
    if people:
        work.connection.execute(_WITHDRAW, {"people": people, "now": now})


def _row(work: UnitOfWork, one: Invite | Pair) -> dict[str, Any]:
    if isinstance(one, Invite):
        columns: dict[str, Any] = {
            name: getattr(one, name)
            for name in ("key", "inviter", "role", "subject", "made", "until", "opener")
        }
        sealed = work.cipher.seal(_INVITE.dump_json(one))
        return {**columns, "state": str(one.state), "release": work.release, "document": sealed}
    columns = {name: getattr(one, name) for name in ("id", "mentee", "mentor", "version", "since", "ended")}
    sealed = work.cipher.seal(_PAIR.dump_json(one))
    return {**columns, "phase": str(one.phase), "release": work.release, "document": sealed}


_PEOPLE: BindParameter[int] = bindparam("people", expanding=True)
_INVITES = (
    select(InviteRow.__table__)
    .where(
        or_(
            InviteRow.inviter.in_(_PEOPLE),
            InviteRow.opener.in_(_PEOPLE),
            InviteRow.key.in_(bindparam("keys", expanding=True)),
        )
    )
    .order_by(InviteRow.key)
    .with_for_update()
)
_PAIRS = (
    select(PairRow.__table__)
    .where(or_(PairRow.mentee.in_(_PEOPLE), PairRow.mentor.in_(_PEOPLE)))
    .order_by(PairRow.id)
    .with_for_update()
)
_WITHDRAW = (
    update(ConsentRow)
    .where(ConsentRow.person.in_(_PEOPLE), ConsentRow.withdrawn.is_(None))
    .values(withdrawn=bindparam("now"))
)
