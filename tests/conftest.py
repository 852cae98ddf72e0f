"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator

import hypothesis
import pytest

from storage.cipher import new_key
from storage.engine import Database, open_database
from tests.databases import Server, SqliteFiles, postgres

hypothesis.settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis.settings.register_profile("random", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
os.environ.setdefault("PTB_TIMEDELTA", "true")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of ours."""
    parser.addoption("--full", action="store_true", help="the long walks and the many kills")
    parser.addoption(
        "--write-stories", action="store_true", help="write what the phones show into the stories"
    )


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """Fresh SQLite files."""
    return SqliteFiles(tmp_path_factory.mktemp("databases"))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """Fresh databases on a real PostgreSQL, started once."""
    with postgres() as server:
        yield server


@pytest.fixture(params=["sqlite_files", "postgres_server"], ids=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest) -> Server:
    """Both of them: whoever asks for it is run on SQLite and on PostgreSQL."""
    chosen: Server = request.getfixturevalue(request.param)
    return chosen


@pytest.fixture
def database_url(server: Server) -> Iterator[str]:
    """The URL of a fresh database, migrated and empty."""
    url = server.fresh()
    yield url
    server.take_back(url)


@pytest.fixture
def key() -> str:
    """The key of `database`."""
    return new_key()


@pytest.fixture
async def database(database_url: str, key: str) -> AsyncIterator[Database]:
    """A fresh database, open."""
    opened = open_database(database_url, [key])
    yield opened
    await opened.close()


@pytest.fixture
def database_urls(server: Server) -> Iterator[list[str]]:
    """The URLs of two fresh databases of the same sort."""
    urls = [server.fresh() for _ in range(2)]
    yield urls
    for url in urls:
        server.take_back(url)


@pytest.fixture
async def databases(database_urls: list[str]) -> AsyncIterator[list[Database]]:
    """Two fresh databases of the same sort, open, for telling the same story twice."""
    opened = [open_database(url, [new_key()]) for url in database_urls]
    yield opened
    for one in opened:
        await one.close()
