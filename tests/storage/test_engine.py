"""Units of work: all or nothing, one after the other, on both databases."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from bot.dialogue.desk import Desk
from storage.cipher import cipher
from storage.claims import claim
from storage.counts import counts
from storage.engine import BadDatabaseUrl, Database, open_database, parse_url
from storage.inbox import receive
from storage.outbox import Outgoing, claim_outbox, enqueue
from storage.sqlite import DatabaseInUse, sqlite_engine
from storage.states import State, load_states, save_states
from storage.unit_of_work import UnitOfWork
from tests.databases import SqliteFiles
from tests.storage.samples import ANI, BUDI, NOW, consented, load, said, store


class Refused(Exception):
    """What a turn that fails raises in these tests."""


async def test_a_unit_of_work_that_raises_leaves_nothing_behind(database: Database) -> None:
    def half_done(work: UnitOfWork) -> None:
        receive(work, [said(ANI, 1)])
        store(work, State(consented(ANI)))
        raise Refused

    with pytest.raises(Refused):
        await database.run(half_done)

    assert (await database.run(counts)).inbox == 0
    assert await database.run(lambda work: load(work, ANI)) == State()


async def test_what_a_unit_returns_is_what_run_gives(database: Database) -> None:
    assert await database.run(lambda work: receive(work, [said(ANI, 1), said(BUDI, 2)])) == 2


def count_one_more(work: UnitOfWork) -> None:
    """Read, add one, write: what loses updates wherever a transaction sees another's half."""
    before = load(work, ANI)
    save_states(work, [(before, State(before.person or consented(ANI), None, one_more(before.desk)))], NOW)


def one_more(desk: Desk) -> Desk:
    return replace(desk, opened=desk.opened + 1)


async def test_no_update_is_lost_among_four_workers(workers: list[Database]) -> None:
    await asyncio.gather(*(worker.run(count_one_more) for worker in workers for _ in range(10)))

    assert (await workers[0].run(lambda work: load(work, ANI))).desk.opened == 40


def test_no_update_is_lost_among_four_threads_on_one_file(sqlite_files: SqliteFiles) -> None:
    url = make_url(sqlite_files.fresh())

    def ten_times(_: int) -> None:
        engine = sqlite_engine(url)
        for _ in range(10):
            with engine.begin() as connection:
                count_one_more(UnitOfWork(connection, cipher([])))
        engine.dispose()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(ten_times, range(4)))

    engine = sqlite_engine(url)
    with engine.begin() as connection:
        assert load(UnitOfWork(connection, cipher([])), ANI).desk.opened == 40
    engine.dispose()


async def test_batches_that_share_chats_wait_for_each_other(workers: list[Database]) -> None:
    chats = list(range(1, 21))
    await workers[0].run(lambda work: store(work, *(State(consented(chat)) for chat in chats)))

    runs = []

    def touch(order: Sequence[int], work: UnitOfWork) -> None:
        runs.append(order)
        states = load_states(work, order).values()
        save_states(work, [(state, replace(state, desk=one_more(state.desk))) for state in states], NOW)

    orders = [chats, chats[::-1], chats[10:] + chats[:10], chats[::2] + chats[1::2]]
    pairs = zip(workers, orders, strict=True)
    await asyncio.gather(*(worker.run(partial(touch, order)) for worker, order in pairs for _ in range(5)))

    states = await workers[0].run(lambda work: load_states(work, chats))
    assert {state.desk.opened for state in states.values()} == {20}
    assert len(runs) == 20, "a deadlock made a worker start over"


async def test_workers_that_block_each_other_start_over(postgres_url: str) -> None:
    one, other = (open_database(postgres_url) for _ in range(2))
    runs = []

    def cross(first: int, second: int, work: UnitOfWork) -> int:
        runs.append(first)
        work.connection.execute(text(f"SELECT pg_advisory_xact_lock({first}), pg_sleep(0.1)"))
        work.connection.execute(text(f"SELECT pg_advisory_xact_lock({second})"))
        return second

    ends = await asyncio.gather(one.run(partial(cross, 1, 2)), other.run(partial(cross, 2, 1)))

    assert tuple(ends) == (2, 1)
    assert len(runs) == 3, "one of them was rolled back and run again"
    await one.close()
    await other.close()


async def test_a_cancelled_caller_does_not_tear_a_unit_apart(database: Database) -> None:
    units = [asyncio.create_task(database.run(lambda work: store(work, State(consented(ANI)))))]
    await asyncio.sleep(0)
    units[0].cancel()
    await asyncio.gather(*units, return_exceptions=True)

    assert await database.run(lambda work: load(work, ANI)) in (State(), State(consented(ANI)))
    assert await database.run(lambda work: receive(work, [said(ANI, 1)])) == 1


async def test_a_second_process_on_a_file_is_told_so(sqlite_files: SqliteFiles) -> None:
    url = sqlite_files.fresh()
    first = open_database(url)

    with pytest.raises(DatabaseInUse, match="open in another process"):
        open_database(url)

    await first.close()
    second = open_database(url)
    await second.close()


@pytest.mark.parametrize(("name", "reason"), [("notes.txt", "not a database"), ("", "unable to open")])
async def test_what_is_no_database_file_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "notes.txt").write_text("notes, and not a database at all\n" * 99, encoding="utf-8")

    for _ in range(2):
        with pytest.raises(BadDatabaseUrl, match=reason):
            open_database(f"sqlite:///{tmp_path / name}")


async def test_opening_a_file_ends_all_leases_of_the_process_before(sqlite_files: SqliteFiles) -> None:
    url = sqlite_files.fresh()
    first = open_database(url)
    await first.run(lambda work: receive(work, [said(ANI, 1)]))
    await first.run(lambda work: enqueue(work, [Outgoing(BUDI, "message", {}), Outgoing(BUDI, "hint", {})]))
    taken = await first.run(lambda work: (claim(work, 9, 3600), claim_outbox(work, 9, 3600)))
    await first.run(lambda work: enqueue(work, [Outgoing(BUDI, "hint", {"stale": True})]))
    assert [len(rows) for rows in taken] == [1, 2]
    await first.close()

    second = open_database(url)
    again = await second.run(lambda work: (claim(work, 9, 3600), claim_outbox(work, 9, 3600)))
    await second.close()

    assert [row.id for row in again[0]] == [row.id for row in taken[0]]
    assert [row.kind for row in again[1]] == ["message"]


async def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/new/tuntun.db")
    await database.close()

    assert (tmp_path / "new" / "tuntun.db").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("sqlite:///var/tuntun.db", "sqlite:///var/tuntun.db"),
        ("postgresql://bot:secret@db/tuntun", "postgresql+asyncpg://bot:secret@db/tuntun"),
        ("postgres://db/tuntun", "postgresql+asyncpg://db/tuntun"),
        ("postgresql+psycopg://db/tuntun?sslmode=require", "postgresql+asyncpg://db/tuntun?ssl=require"),
    ],
)
def test_a_url_gets_the_driver_that_we_use(given: str, used: str) -> None:
    assert parse_url(given).render_as_string(hide_password=False) == used


@pytest.mark.parametrize("url", ["mysql://db/tuntun", "tuntun.db", ""])
def test_other_urls_are_refused(url: str) -> None:
    with pytest.raises(BadDatabaseUrl):
        open_database(url)


async def test_the_machine_clock_goes_forward(database: Database) -> None:
    earlier = await database.run(lambda work: work.machine_now())
    later = await database.run(lambda work: work.machine_now())

    assert later > earlier
