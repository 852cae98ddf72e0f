"""The migrations make exactly the tables that the code describes, once, whoever starts first."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, text

import storage
from storage.engine import Database, open_database
from storage.migrate import HEAD, is_current, migrate
from storage.tables import Base, ConsentRow
from storage.unit_of_work import UnitOfWork
from tests.databases import Postgres, Server, SqliteFiles
from tests.storage.samples import ANI, NOW

FOLDER = Path(str(storage.__file__)).parent / "migrations"


def differences(work: UnitOfWork) -> object:
    """Where the tables are not those of the code."""
    return compare_metadata(MigrationContext.configure(work.connection), Base.metadata)


async def test_the_tables_are_those_of_the_code(database: Database) -> None:
    assert await database.run(differences) == []


def test_the_head_is_the_last_migration() -> None:
    script = ScriptDirectory(str(FOLDER))

    assert script.get_current_head() == HEAD
    assert [one.stem.split("_")[0] for one in sorted((FOLDER / "versions").glob("0*.py"))] == [
        revision.revision for revision in reversed(list(script.walk_revisions()))
    ]


@pytest.fixture
def empty_url(server: Server, tmp_path: Path) -> str:
    """A database without a single table."""
    match server:
        case SqliteFiles():
            return f"sqlite:///{tmp_path}/empty.db"
        case Postgres():
            return server.create("template1")
        case _:
            raise AssertionError(server)


async def test_a_new_database_is_not_current(empty_url: str) -> None:
    database = open_database(empty_url)

    assert not await database.run(is_current)
    await database.close()


async def test_several_may_migrate_at_once(empty_url: str) -> None:
    await asyncio.gather(*(asyncio.to_thread(migrate, empty_url) for _ in range(4)))

    database = open_database(empty_url)
    assert await database.run(is_current)
    await database.close()


async def test_a_database_of_a_later_release_is_left_as_it_is(empty_url: str) -> None:
    def from_the_future(work: UnitOfWork) -> None:
        work.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    await asyncio.to_thread(migrate, empty_url)
    database = open_database(empty_url)
    await database.run(from_the_future)

    await asyncio.to_thread(migrate, empty_url)
    assert await database.run(is_current)
    await database.close()


async def test_what_an_earlier_release_stored_is_kept(empty_url: str) -> None:
    def an_earlier_release(work: UnitOfWork) -> None:
        config = Config()
        config.set_main_option("script_location", str(FOLDER))
        config.attributes["connection"] = work.connection
        command.upgrade(config, "0001")
        work.connection.execute(
            text("INSERT INTO consent (person, version, at) VALUES (1001, '1', '2026-11-30 02:30:00+00:00')")
        )

    database = open_database(empty_url)
    await database.run(an_earlier_release)
    assert not await database.run(is_current)

    await asyncio.to_thread(migrate, empty_url)

    assert await database.run(differences) == []
    proof = await database.run(lambda work: work.connection.execute(select(ConsentRow.__table__)).one())
    assert (proof.person, proof.version, proof.at, proof.withdrawn) == (ANI, "1", NOW, None)
    await database.close()


def test_alembic_is_imported_only_where_there_is_something_to_migrate(sqlite_files: SqliteFiles) -> None:
    program = (
        "import sys; from storage.engine import open_database; from storage.migrate import migrate;"
        f"migrate({sqlite_files.fresh()!r}); sys.exit('alembic' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
