"""Whatever runs while the bot runs finds its rows by an index, however much lies in the tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from pydantic_core import to_json
from sqlalchemy import insert, text

from storage.claims import claim, defer, finish, hand_back, park, refresh_leases, retry
from storage.counts import counts
from storage.engine import Database
from storage.inbox import parked, receive
from storage.outbox import Outgoing, claim_outbox, drop_chat, enqueue, mark_sent, park_outbox, retry_outbox
from storage.plan import give_back, next_due, sync_plan, take_due
from storage.retention import retain
from storage.states import erase
from storage.tables import (
    Base,
    ConsentRow,
    ConversationRow,
    InboxRow,
    InviteRow,
    OutboxRow,
    PairRow,
    PersonRow,
    PlanRow,
    SearchRow,
)
from storage.together import Together, load_together, save_together, withdraw
from storage.unit_of_work import UnitOfWork
from tests.storage.executed import Statement, executed
from tests.storage.samples import (
    HOUR,
    NOW,
    candidate,
    consented,
    link,
    pair,
    planned,
    said,
    searching,
    store,
)  # fmt: skip

MANY = 10_000
FEW = 200
GREAT_TABLES = "inbox|outbox|plan|person|search|conversation|consent|invite|pair"
FULL_SCAN = re.compile(
    rf"Seq Scan on ({GREAT_TABLES})\b"
    rf"|SCAN ({GREAT_TABLES})\w*(?! USING INDEX ix_\w+_(ready|waiting|hint|parked))"
)
"""PostgreSQL's words and SQLite's. The indexes named hold only what is unfinished: they may be walked."""


@pytest.fixture
async def full(database: Database) -> Database:
    """Many people, plans and finished rows, and a few rows to take up."""
    await database.run(fill)
    return database


PERSON = b"0" + to_json(consented(1))
LINK, PAIR = link("t", 1), pair("p", 1, 2)


def sealed(document: object) -> bytes:
    """A link or a pair as it lies without a key."""
    return b"0" + to_json(document)


def fill(work: UnitOfWork) -> None:
    for table, row in ROWS.items():
        work.connection.execute(insert(table), [row(n) for n in range(1, MANY + 1)])
    work.connection.execute(text("ANALYZE"))


def ending(n: int) -> dict[str, Any]:
    """The last few of the rows are ready, the others done."""
    return {"state": "done", "ended": NOW} if n <= MANY - FEW else {"state": "ready", "ended": None}


ROWS: Mapping[type[Base], Callable[[int], dict[str, Any]]] = {
    PersonRow: lambda n: {
        "id": n, "language": "id", "consented": NOW, "reachable": True, "stopped": False, "touched": NOW,
        "opened": 1, "release": 1, "document": PERSON,
    },
    SearchRow: lambda n: {
        "person": n, "id": "s", "version": 1, "release": 1, "document": b'0{"id":"s","person":1}',
    },
    ConversationRow: lambda n: {
        "person": n, "id": 1, "flow": "f", "subject": "s", "touched": NOW, "number": 1, "asked": "q",
        "release": 1, "document": b"0{}",
    },
    ConsentRow: lambda n: {"person": n, "version": "1", "at": NOW},
    InviteRow: lambda n: {
        "key": f"k{n}", "inviter": n, "role": "mentor", "subject": "c1", "state": "open", "made": NOW,
        "until": NOW + timedelta(hours=n), "words_until": NOW + timedelta(hours=n) if n % 10 else None,
        "opener": n + 1 if n % 3 else None, "release": 1,
        "document": sealed(replace(LINK, key=f"k{n}", inviter=n)),
    },
    PairRow: lambda n: {
        "id": f"p{n}", "mentee": n, "mentor": n + 1 if n % 9 else None, "phase": "preparation", "version": 1,
        "since": NOW, "release": 1, "document": sealed(replace(PAIR, id=f"p{n}", mentee=n)),
    },
    PlanRow: lambda n: {
        "chat": n, "subject": "s", "kind": "k", "occurrence": "1", "klass": "nudge",
        "due": NOW + timedelta(minutes=n), "not_after": NOW + timedelta(days=99),
    },
    InboxRow: lambda n: {
        "update_id": n, "chat": n, "kind": "update", "body": b"0{}", "release": 1, **ending(n),
    },
    OutboxRow: lambda n: {"chat": n, "kind": "message", "body": b"0{}", "created": 0.0, **ending(n)},
}  # fmt: skip


def a_turn(work: UnitOfWork) -> None:
    """All that happens between a message and its answer."""
    receive(work, [said(chat, MANY + chat) for chat in range(1, 21)])
    rows = claim(work, 10, 60)
    assert len(rows) == 10
    some_that_meet(work, [row.chat for row in rows])
    store(work, searching(MANY + 1, candidate("c1")))
    store(work, searching(MANY + 1, candidate("c1"), candidate("c2")))
    sync_plan(work, {MANY + 1: [planned("a", NOW), planned("b", NOW)]})
    sync_plan(work, {MANY + 1: [planned("a", NOW + HOUR)]})
    give_back(work, [(1, "s", "k", "1")])
    enqueue(work, [Outgoing(row.chat, kind, {}, row.id) for row in rows for kind in ("hint", "message")])
    refresh_leases(work, rows, 60)
    defer(work, rows[:1], NOW + HOUR)
    park(work, rows[1:2], NOW)
    retry(work, rows[2:3], 0)
    hand_back(work, rows[3:4], 0)
    finish(work, rows[4:], NOW)


def some_that_meet(work: UnitOfWork, chats: Sequence[int]) -> None:
    """What a batch does with links and pairs, with no link in hand, with one, and with several."""
    for held in ([], ["k1"], ["k2", "k3", "no such key"]):
        before = load_together(work, chats, held)
        assert set(held) - set(before.invites) <= {"no such key"}
        assert len(before.pairs) >= len(chats)
        links = [replace(one, seen=False) for one in before.invites.values()]
        after = before.having([*links, link(f"new{len(held)}", 1)], [pair(f"new{len(held)}", 1, 2)])
        save_together(work, before, after)
    save_together(work, load_together(work, chats[:1]), Together())


def a_delivery(work: UnitOfWork) -> None:
    """What a deliverer does."""
    enqueue(work, [Outgoing(1, "hint", {})])
    first, second, third, fourth = (row for row in claim_outbox(work, 4, 60) if row.kind == "message")
    mark_sent(work, [(first.id, 1)], NOW)
    retry_outbox(work, second.id, 1)
    park_outbox(work, third.id, NOW)
    drop_chat(work, fourth.chat)


def a_sweep(work: UnitOfWork) -> None:
    """What is done by the clock."""
    assert take_due(work, NOW + timedelta(minutes=20), 50) == 20
    next_due(work)
    retain(work, NOW + timedelta(hours=49), 10)
    retain(work, NOW + timedelta(days=400), 10)


def an_operator(work: UnitOfWork) -> None:
    """What is asked from outside."""
    counts(work)
    parked(work)
    erase(work, [1, 2])
    withdraw(work, [1, 2], NOW)


def plan_of(work: UnitOfWork, statement: Statement) -> list[str]:
    """How the database goes about a statement, line by line."""
    words, rows = statement
    sqlite = work.connection.dialect.name == "sqlite"
    explain = "EXPLAIN QUERY PLAN " if sqlite else "EXPLAIN "
    lines = work.connection.exec_driver_sql(explain + words, tuple(rows[0])).all()
    return [str(line[-1]) for line in lines]


async def test_no_great_table_is_read_through(full: Database) -> None:
    def full_scans(work: UnitOfWork) -> dict[str, list[str]]:
        done = [
            one
            for do in (a_turn, a_delivery, a_sweep, an_operator)
            for one in executed(work, partial(do, work))
        ]
        plans = {words: plan_of(work, (words, rows)) for words, rows in done}
        assert len(plans) > 50
        return {words: plan for words, plan in plans.items() if any(map(FULL_SCAN.search, plan))}

    assert await full.run(full_scans) == {}


async def test_a_full_scan_would_be_seen(database: Database) -> None:
    by_hand = partial(plan_of, statement=("SELECT * FROM inbox WHERE kind = 'fact'", [()]))

    assert any(map(FULL_SCAN.search, await database.run(by_hand)))
