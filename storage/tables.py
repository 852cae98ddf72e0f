"""The tables: typed columns for what is queried, one sealed document for the rest."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Float, ForeignKey, Index, MetaData, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.columns import Integer64, Moment

READY = "ready"
"""To be taken up, or being taken up."""
WAITING = "waiting"
"""Put off until a moment in domain time."""
DONE = "done"
"""Finished; only what must be remembered of it is left."""
PARKED = "parked"
"""Gave up on: shown to the operator, in nobody's way."""
OPEN = "open"
"""Planned, not yet due."""
TAKEN = "taken"
"""Planned, came due and was handed over: never planned again."""


def _only(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class Base(DeclarativeBase):
    type_annotation_map: ClassVar = {int: Integer64, float: Float(53), datetime: Moment}
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        }
    )


class PersonRow(Base):
    """One a person, and what of their desk is not a conversation."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    language: Mapped[str]
    consented: Mapped[datetime | None]
    consent_version: Mapped[str | None]
    reachable: Mapped[bool]
    stopped: Mapped[bool]
    paused_until: Mapped[datetime | None]
    heard: Mapped[datetime | None]
    touched: Mapped[datetime]
    floor: Mapped[int | None]
    opened: Mapped[int]
    release: Mapped[int]
    document: Mapped[bytes | None]

    __table_args__ = (Index("ix_person_unconsented", "touched", **_only("consented IS NULL")),)


class ConsentRow(Base):
    """The proof of every consent ever given. It outlives the person's other rows."""

    __tablename__ = "consent"

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[int] = mapped_column(index=True)
    version: Mapped[str]
    at: Mapped[datetime]
    withdrawn: Mapped[datetime | None]
    """When the person took it back, or left."""


class SearchRow(Base):
    """One search a person. `closed` is when the first of its closed candidates was closed."""

    __tablename__ = "search"

    person: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True, autoincrement=False)
    id: Mapped[str]
    version: Mapped[int]
    closed: Mapped[datetime | None]
    release: Mapped[int]
    document: Mapped[bytes]

    __table_args__ = (Index("ix_search_closed", "closed", **_only("closed IS NOT NULL")),)


class ConversationRow(Base):
    """One open conversation. The document holds its answers."""

    __tablename__ = "conversation"

    person: Mapped[int] = mapped_column(ForeignKey(PersonRow.id), primary_key=True, autoincrement=False)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    flow: Mapped[str]
    subject: Mapped[str]
    touched: Mapped[datetime] = mapped_column(index=True)
    number: Mapped[int]
    asked: Mapped[str]
    release: Mapped[int]
    document: Mapped[bytes]


class InviteRow(Base):
    """One link that somebody gave; `key` is the hash of its token. The document holds what it shows.

    `words_until` is when its words are erased if nothing ends it before; NULL where they are gone.
    """

    __tablename__ = "invite"

    key: Mapped[str] = mapped_column(primary_key=True)
    inviter: Mapped[int] = mapped_column(index=True)
    role: Mapped[str]
    subject: Mapped[str]
    state: Mapped[str]
    made: Mapped[datetime]
    until: Mapped[datetime] = mapped_column(index=True)
    words_until: Mapped[datetime | None]
    opener: Mapped[int | None]
    release: Mapped[int]
    document: Mapped[bytes]

    __table_args__ = (
        Index("ix_invite_opener", "opener", **_only("opener IS NOT NULL")),
        Index("ix_invite_worded", "words_until", **_only("words_until IS NOT NULL")),
    )


class PairRow(Base):
    """One pair. What only one side may see is not here. A side that left, or uses no bot, is NULL."""

    __tablename__ = "pair"

    id: Mapped[str] = mapped_column(primary_key=True)
    mentee: Mapped[int | None]
    mentor: Mapped[int | None]
    phase: Mapped[str]
    version: Mapped[int]
    since: Mapped[datetime]
    ended: Mapped[datetime | None]
    release: Mapped[int]
    document: Mapped[bytes]

    __table_args__ = (
        Index("ix_pair_mentee", "mentee", **_only("mentee IS NOT NULL")),
        Index("ix_pair_mentor", "mentor", **_only("mentor IS NOT NULL")),
    )


class InboxRow(Base):
    """What is to be taken up, in the order of `id`. A finished row is nothing but its update id."""

    __tablename__ = "inbox"

    id: Mapped[int] = mapped_column(primary_key=True)
    update_id: Mapped[int | None] = mapped_column(unique=True)
    chat: Mapped[int | None]
    kind: Mapped[str]
    body: Mapped[bytes | None]
    tries: Mapped[int] = mapped_column(default=0)
    wait_until: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(default=READY)
    ended: Mapped[datetime | None]
    release: Mapped[int]

    __table_args__ = (
        Index("ix_inbox_ready", "id", **_only("state = 'ready'")),
        Index("ix_inbox_chat", "chat", "id", **_only("chat IS NOT NULL")),
        Index("ix_inbox_waiting", "wait_until", **_only("state = 'waiting'")),
        Index("ix_inbox_parked", "id", **_only("state = 'parked'")),
        Index("ix_inbox_ended", "state", "ended", **_only("ended IS NOT NULL")),
        {"sqlite_autoincrement": True},
    )


class LeaseRow(Base):
    """A chat that is in work, or rests before a retry: nobody takes a row of it before `until`."""

    __tablename__ = "lease"

    chat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    until: Mapped[float]
    token: Mapped[int]


class PlanRow(Base):
    """What falls due later. Moments are in domain time."""

    __tablename__ = "plan"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[int]
    subject: Mapped[str]
    kind: Mapped[str]
    occurrence: Mapped[str]
    klass: Mapped[str]
    due: Mapped[datetime]
    not_after: Mapped[datetime]
    state: Mapped[str] = mapped_column(default=OPEN)

    __table_args__ = (
        Index("uq_plan_key", "chat", "subject", "kind", "occurrence", unique=True),
        Index("ix_plan_due", "due", "id", **_only("state = 'open'")),
        Index("ix_plan_taken", "due", **_only("state = 'taken'")),
    )


class OutboxRow(Base):
    """What is to be delivered, in the order of `id` in every chat."""

    __tablename__ = "outbox"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[int]
    kind: Mapped[str]
    body: Mapped[bytes | None]
    inbox: Mapped[int | None]
    tries: Mapped[int] = mapped_column(default=0)
    free_at: Mapped[float] = mapped_column(default=0.0)
    created: Mapped[float]
    state: Mapped[str] = mapped_column(default=READY)
    message_id: Mapped[int | None]
    ended: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_outbox_hint", "id", **_only("kind = 'hint'")),
        Index("ix_outbox_ready", "id", **_only("state = 'ready'")),
        Index("ix_outbox_ready_chat", "chat", "id", **_only("state = 'ready'")),
        Index("ix_outbox_parked", "id", **_only("state = 'parked'")),
        Index("ix_outbox_ended_chat", "chat", **_only("ended IS NOT NULL")),
        Index("ix_outbox_ended", "state", "ended", **_only("ended IS NOT NULL")),
        {"sqlite_autoincrement": True},
    )
