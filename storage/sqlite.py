"""SQLite: one process, one writer thread, one connection; every unit of work is one hop into that thread."""

from __future__ import annotations

import asyncio
import fcntl
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect

from storage.cipher import Cipher
from storage.claims import void_leases
from storage.outbox import void_outbox_leases
from storage.tables import LeaseRow
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")

_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 30000")


class DatabaseInUse(Exception):
    """Another process has this file open."""


@dataclass(frozen=True)
class SqliteDatabase:
    """An open file, ours alone."""

    engine: Engine
    connection: Connection
    thread: ThreadPoolExecutor
    cipher: Cipher
    lock: int | None

    async def run(self, unit: Callable[[UnitOfWork], T], durable: bool = True) -> T:
        """What the unit returns, once it is on disk. Once begun it ends, even if its caller is cancelled."""
        transact = self._transact if durable else self._lease
        return await asyncio.get_running_loop().run_in_executor(self.thread, transact, unit)

    async def close(self) -> None:
        """Let the unit in hand end, then let go of the file."""
        await asyncio.get_running_loop().run_in_executor(self.thread, self.connection.close)
        self.thread.shutdown()
        self.engine.dispose()
        if self.lock is not None:
            os.close(self.lock)

    def _transact(self, unit: Callable[[UnitOfWork], T]) -> T:
        with self.connection.begin():
            return unit(UnitOfWork(self.connection, self.cipher))

    def _lease(self, unit: Callable[[UnitOfWork], T]) -> T:
        """The same without waiting for the disk: the next unit that waits brings it there too."""
        driver: Any = self.connection.connection.driver_connection
        driver.execute("PRAGMA synchronous = NORMAL")
        try:
            return self._transact(unit)
        finally:
            driver.execute("PRAGMA synchronous = FULL")


def open_sqlite(url: URL, cipher: Cipher) -> SqliteDatabase:
    """The database in that file, made if need be. Raises `DatabaseInUse`.

    Whoever had it open before is gone, so nothing is in work: all leases end here.
    """
    with ExitStack() as undo:
        lock = _lock(url)
        if lock is not None:
            undo.callback(os.close, lock)
        engine = sqlite_engine(url)
        thread = undo.enter_context(ThreadPoolExecutor(1, thread_name_prefix="sqlite"))
        connection = thread.submit(engine.connect).result()
        database = SqliteDatabase(engine, connection, thread, cipher, lock)
        thread.submit(database._transact, _start_afresh).result()
        undo.pop_all()
    return database


def sqlite_engine(url: URL) -> Engine:
    """An engine whose transactions take the write lock as they begin: the driver's own would lose updates."""
    path = _file(url)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    engine = create_engine(url, connect_args={"isolation_level": None, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(driver: Any, _: object) -> None:
    for pragma in _PRAGMAS:
        driver.execute(f"PRAGMA {pragma}")
    driver.create_function("machine_clock", 0, time.monotonic)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _start_afresh(work: UnitOfWork) -> None:
    if inspect(work.connection).has_table(LeaseRow.__tablename__):
        void_leases(work)
        void_outbox_leases(work)


def _lock(url: URL) -> int | None:
    path = _file(url)
    if path is None:
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise DatabaseInUse(f"{path} is open in another process; SQLite serves one at a time") from None
    return lock


def _file(url: URL) -> Path | None:
    return None if url.database in (None, "", ":memory:") else Path(str(url.database))
