"""The database that the settings name, open, current and readable; or one line on what stands in the way."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.settings import Settings, SettingsError
from storage.cipher import BadKey
from storage.engine import BadDatabaseUrl, Database, open_database, parse_url
from storage.migrate import is_current, migrate
from storage.rotation import readable, rotate
from storage.sqlite import DatabaseInUse


async def ready_database(settings: Settings) -> Database:
    """SQLite is made and migrated here; PostgreSQL is the operator's to migrate. Raises SettingsError."""
    database = _open(settings)
    try:
        if not await database.run(is_current):
            await database.close()
            database = await _migrated(settings)
        if not await database.run(readable):
            raise SettingsError(
                "ENCRYPTION_KEYS: none of them reads what is stored. Add the key it was sealed with."
            )
    except SettingsError:
        await database.close()
        raise
    except Exception as error:
        await database.close()
        raise SettingsError(
            f"DATABASE_URL: the database does not answer ({type(error).__name__})."
        ) from error
    return database


async def reseal(settings: Settings) -> int:
    """Seal everything with the first key; how many documents. Raises SettingsError."""
    database = await ready_database(settings)
    try:
        return await rotate(database)
    finally:
        await database.close()


def bring_up_to_date(settings: Settings) -> None:
    """Migrate the database. Raises SettingsError."""
    try:
        _make_folder(settings)
        migrate(settings.database_url)
    except BadDatabaseUrl as error:
        raise SettingsError(f"DATABASE_URL: {error}") from None


def _open(settings: Settings) -> Database:
    try:
        _make_folder(settings)
        return open_database(settings.database_url, settings.encryption_keys)
    except (BadDatabaseUrl, DatabaseInUse) as error:
        raise SettingsError(f"DATABASE_URL: {error}") from None
    except BadKey as error:
        raise SettingsError(f"ENCRYPTION_KEYS: {error}") from None


def _make_folder(settings: Settings) -> None:
    url = parse_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)


async def _migrated(settings: Settings) -> Database:
    if parse_url(settings.database_url).get_backend_name() != "sqlite":
        raise SettingsError(
            "DATABASE_URL: its tables are of another release. Run `python -m bot migrate` first."
        )
    await asyncio.to_thread(migrate, settings.database_url)
    return _open(settings)
