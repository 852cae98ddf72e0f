"""What a turn says leaves at once: it is claimed for delivery in the commit that says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from bot.turn import take_turns
from storage import inbox, outbox
from storage.engine import Database
from storage.inbox import Incoming
from storage.outbox import Delivery
from tests.chat import a_kit

TUESDAY = datetime(2026, 11, 24, 2, tzinfo=UTC)


@dataclass
class Courier:
    """Takes what it has room for, and remembers it."""

    room: int
    taken: list[Delivery] = field(default_factory=list)

    def begin(self, claimed: Sequence[Delivery]) -> None:
        """Take these."""
        self.taken += claimed
        self.room -= len(claimed)


async def greeted(database: Database, courier: Courier) -> list[int]:
    """Three people start the bot in one batch; whose answers are still to be claimed."""
    updates = [
        Incoming(person, person, {
            "update_id": person,
            "message": {
                "message_id": 1, "date": 1, "text": "/start", "chat": {"id": person, "type": "private"},
            },
        })
        for person in (101, 102, 103)
    ]  # fmt: skip
    await database.run(partial(inbox.receive, updates=updates))
    assert await take_turns(a_kit(database), TUESDAY, 50, courier) == 3
    left = await database.run(partial(outbox.claim_outbox, limit=10, lease_seconds=60.0))
    return [one.chat for one in left]


async def test_what_is_said_is_claimed_with_the_turn(database: Database) -> None:
    courier = Courier(room=5)
    assert await greeted(database, courier) == []
    assert [one.chat for one in courier.taken] == [101, 102, 103]


async def test_what_finds_no_room_waits_in_the_outbox(database: Database) -> None:
    courier = Courier(room=1)
    assert await greeted(database, courier) == [102, 103]
    assert [one.chat for one in courier.taken] == [101]


async def test_nothing_is_claimed_where_there_is_no_room(database: Database) -> None:
    courier = Courier(room=0)
    assert await greeted(database, courier) == [101, 102, 103]
    assert courier.taken == []
