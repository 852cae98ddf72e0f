"""Links and pairs as rows: what more than one person reads and changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import BindParameter, Row, and_, bindparam, delete, insert, or_, select, update

from bot.mentorship.invite import Invite, InviteState, Letter
from bot.mentorship.pair import Pair, waits_for
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
        """The links this person gave or answered, and the one they hold in hand by its key; oldest first."""
        ours = (
            one for one in self.invites.values() if person in (one.inviter, one.opener) or one.key == held
        )
        return tuple(sorted(ours, key=lambda one: (one.made, one.key)))

    def pairs_of(self, person: int, held: str = "") -> tuple[Pair, ...]:
        """The pairs this person is a side of, and the one that waits behind that link; oldest first."""
        link = self.invites.get(held)
        ours = (
            one
            for one in self.pairs.values()
            if person in (one.mentee, one.mentor) or (link is not None and waits_for(one, link))
        )
        return tuple(sorted(ours, key=lambda one: (one.since, one.id)))

    def having(self, invites: Sequence[Invite], pairs: Sequence[Pair]) -> Together:
        """With these as they are after a turn. A link that is open no longer loses its words at once: so the
        next turn finds the same, be it of this batch or not, and they outlive no turn that ended their use.
        """
        kept = {one.key: one if one.state is InviteState.OPEN else without_words(one) for one in invites}
        return Together({**self.invites, **kept}, {**self.pairs, **{one.id: one for one in pairs}})

    def without(self, person: int) -> Together:
        """After this person left: their links are gone, and in their pairs nothing tells who they were."""
        kept = {key: one for key, one in self.invites.items() if one.inviter != person}
        return Together(
            {key: _without_opener(one, person) for key, one in kept.items()},
            {id: left for id, one in self.pairs.items() if (left := without_side(one, person)) is not None},
        )


def without_words(invite: Invite) -> Invite:
    """The link once nobody can join by it: what was written for it is gone. Who joined, and by whose name,
    stays; who only asked does not.
    """
    joined = invite.state is InviteState.JOINED
    letter = Letter(invite.letter.name if joined else "", invite.letter.language)
    return replace(invite, letter=letter, asked="", answer="", opener=invite.opener if joined else None)


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
    """Every link and pair of these people, the links of these keys, and the pairs that wait behind those; all
    locked until the transaction ends.

    Their chats are to be locked before (`load_states` does). Everybody locks in the same order, chats, then
    links, then pairs, each sorted, so nobody waits in a circle. A pair is made only by whoever has locked the
    link it comes of, and its giver locks all their links: so the pairs are complete once the links are ours.
    Raises `WrittenByNewer` where a newer release wrote one of them.
    """
    invites = work.connection.execute(_INVITES, {"people": people, "keys": held}).all()
    givers = [row.inviter for row in invites if row.key in held]
    pairs = work.connection.execute(_PAIRS, {"people": people, "givers": givers}).all()
    refuse_newer(work, ((row.inviter, row.release) for row in invites))
    refuse_newer(work, ((row.mentee or row.mentor, row.release) for row in pairs))
    return Together(
        {row.key: _invite(work, row) for row in invites},
        {row.id: _PAIR.validate_json(work.cipher.unseal(row.document)) for row in pairs},
    )


def save_together(work: UnitOfWork, before: Together, after: Together) -> None:
    """Write what differs between what was loaded in this transaction and what it shall be."""
    for table, key, was, becomes in (
        (InviteRow, InviteRow.key, before.invites, after.invites),
        (PairRow, PairRow.id, before.pairs, after.pairs),
    ):
        new = [_row(work, one) for id, one in becomes.items() if id not in was]
        old = [{"this": id, **_row(work, one)} for id, one in becomes.items() if one != was.get(id, one)]
        gone = list(was.keys() - becomes.keys())
        if new:
            work.connection.execute(insert(table), new)
        if old:
            work.connection.execute(update(table).where(key == bindparam("this")), old)
        if gone:
            work.connection.execute(delete(table).where(key.in_(gone)))


def erase_words(work: UnitOfWork, now: datetime, limit: int) -> int:
    """Erase the words of up to `limit` links that are past their time, the oldest first; how many.

    Waits for nobody: a link that a turn has in hand comes with the next sweep.
    """
    past = {"now": now, "limit": limit, "ours": work.release}
    found = [_invite(work, row) for row in work.connection.execute(_PAST, past)]
    if found:
        rows = [{"this": one.key, **_row(work, without_words(one)), "words_until": None} for one in found]
        work.connection.execute(update(InviteRow).where(InviteRow.key == bindparam("this")), rows)
    return len(found)


def withdraw(work: UnitOfWork, people: Sequence[int], now: datetime) -> None:
    """These people took their consent back: the proof that they gave it says so too."""
    if people:
        work.connection.execute(_WITHDRAW, {"people": people, "now": now})


def _invite(work: UnitOfWork, row: Row[Any]) -> Invite:
    return _INVITE.validate_json(work.cipher.unseal(row.document))


def _row(work: UnitOfWork, one: Invite | Pair) -> dict[str, Any]:
    if isinstance(one, Invite):
        columns = _columns(one, ("key", "inviter", "role", "subject", "made", "until", "opener"))
        columns["state"] = str(one.state)
        columns["words_until"] = one.until if one.state is InviteState.OPEN else None
        document = _INVITE.dump_json(one)
    else:
        columns = _columns(one, ("id", "mentee", "mentor", "version", "since", "ended"))
        columns["phase"] = str(one.phase)
        document = _PAIR.dump_json(one)
    return {**columns, "release": work.release, "document": work.cipher.seal(document)}


def _columns(one: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(one, name) for name in names}


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
    .where(
        or_(
            PairRow.mentee.in_(_PEOPLE),
            PairRow.mentor.in_(_PEOPLE),
            and_(PairRow.mentee.in_(bindparam("givers", expanding=True)), PairRow.mentor.is_(None)),
        )
    )
    .order_by(PairRow.id)
    .with_for_update()
)
_PAST = (
    select(InviteRow.__table__)
    .where(InviteRow.words_until < bindparam("now"), InviteRow.release <= bindparam("ours"))
    .order_by(InviteRow.words_until)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_WITHDRAW = (
    update(ConsentRow)
    .where(ConsentRow.person.in_(_PEOPLE), ConsentRow.withdrawn.is_(None))
    .values(withdrawn=bindparam("now"))
)
