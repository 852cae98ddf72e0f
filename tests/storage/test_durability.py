"""What a commit that waits for no disk outlives, and that the ones after it wait again."""

from __future__ import annotations

import asyncio
import signal
import sys

import pytest
from sqlalchemy import text

from storage.claims import claim
from storage.engine import Database, open_database
from storage.inbox import receive
from storage.unit_of_work import UnitOfWork
from tests.storage.samples import ANI, said, texts

KILLED = """
import asyncio, os, signal, sys
from functools import partial
from storage.engine import open_database
from storage.inbox import receive
from tests.storage.samples import ANI, said

async def main():
    database = open_database(sys.argv[1])
    await database.run(partial(receive, updates=[said(ANI, 1, "halo")]), durable=False)
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_what_waited_for_no_disk_outlives_a_kill(database_url: str) -> None:
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", KILLED, database_url)
    assert await process.wait() == -signal.SIGKILL

    database = open_database(database_url)
    assert texts(await database.run(lambda work: claim(work, 9, 60))) == ["halo"]
    await database.close()


def waits(work: UnitOfWork) -> str:
    """What this transaction waits for when it commits, in the database's own words."""
    sqlite = work.connection.dialect.name == "sqlite"
    asked = "PRAGMA synchronous" if sqlite else "SHOW synchronous_commit"
    return str(work.connection.execute(text(asked)).scalar_one())


FULLY, BARELY = {"2", "on"}, {"1", "off"}


async def test_only_the_unit_that_asked_for_it_waits_less(database: Database) -> None:
    assert await database.run(waits) in FULLY
    assert await database.run(waits, durable=False) in BARELY
    assert await database.run(waits) in FULLY


class Refused(Exception):
    """What a unit that fails raises in these tests."""


def fails(work: UnitOfWork) -> None:
    receive(work, [said(ANI, 1)])
    raise Refused


async def test_after_one_that_failed_all_wait_again(database: Database) -> None:
    with pytest.raises(Refused):
        await database.run(fails, durable=False)

    assert await database.run(waits) in FULLY
    assert await database.run(lambda work: claim(work, 9, 60)) == ()
