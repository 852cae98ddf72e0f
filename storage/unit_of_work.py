"""What one transaction works with. Every query of this package is a plain function over it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic_core import from_json, to_json
from sqlalchemy import Connection, select, text

from storage.cipher import Cipher
from storage.columns import machine_now

Body: TypeAlias = Mapping[str, Any]
"""A JSON object: an update, a Bot API call, a fact."""

RELEASE = 2
"""Rises when a stored document gains what the release before would drop or misread."""


class WrittenByNewer(Exception):
    """Rows of these chats were written by a newer release: hand the work back, a newer worker takes it."""

    def __init__(self, chats: Sequence[int]) -> None:
        super().__init__(f"{len(chats)} chat(s) were last written by a newer release")
        self.chats = frozenset(chats)


@dataclass(frozen=True)
class UnitOfWork:
    """One open transaction: committed when the function that was given it returns, else rolled back whole."""

    connection: Connection
    cipher: Cipher
    release: int = RELEASE

    def machine_now(self) -> float:
        """Seconds on the clock for leases and back-off. Only differences mean something."""
        return float(self.connection.execute(select(machine_now)).scalar_one())

    def seal(self, body: Body) -> bytes:
        """A JSON object as it is kept."""
        try:
            document = to_json(body)
        except ValueError:
            document = json.dumps(body).encode()  # half a surrogate pair: only escapes can hold it
        return self.cipher.seal(document)

    def unseal(self, stored: bytes | None) -> dict[str, Any]:
        """The JSON object again; empty where it was erased."""
        if stored is None:
            return {}
        document = self.cipher.unseal(stored)
        try:
            return dict(from_json(document))
        except ValueError:
            return dict(json.loads(document))

    @property
    def many_workers(self) -> bool:
        """Whether others may write at the same time: on PostgreSQL they do, on SQLite there is one writer."""
        return self.connection.dialect.name == "postgresql"


def refuse_newer(work: UnitOfWork, rows: Iterable[tuple[int, int]]) -> None:
    """Raises `WrittenByNewer` if among these (chat, release) one is of a release after ours."""
    newer = [chat for chat, release in rows if release > work.release]
    if newer:
        raise WrittenByNewer(newer)


_LOCK = text("SELECT pg_advisory_xact_lock(chat) FROM unnest(CAST(:chats AS bigint[])) AS chat")


def lock_chats(work: UnitOfWork, chats: Sequence[int]) -> None:
    """Until the transaction ends nobody else passes here for these chats, be there rows of theirs yet or not.

    Sorted, so that two batches that share chats wait for each other instead of blocking each other.
    """
    if work.many_workers and chats:
        work.connection.execute(_LOCK, {"chats": sorted(set(chats))})
