"""Settings: everything from the environment, and one line with the remedy for what is missing or wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, need_token, read_settings

ROOT = Path(__file__).parents[1]


def of(**given: object) -> Settings:
    return read_settings(_env_file=None, **given)


def test_nothing_has_to_be_set_but_the_token() -> None:
    settings = of()
    assert settings.telegram_api_base == "https://api.telegram.org"
    assert settings.database_url.startswith("sqlite:///")
    with pytest.raises(SettingsError, match=r"^TELEGRAM_BOT_TOKEN is missing: .*@BotFather"):
        need_token(settings)


def test_a_token_of_the_wrong_shape_is_told_from_a_missing_one() -> None:
    with pytest.raises(SettingsError, match=r"^TELEGRAM_BOT_TOKEN is no token"):
        need_token(of(telegram_bot_token="abc"))


def test_a_token_is_never_shown() -> None:
    assert "ABC" not in repr(of(telegram_bot_token="123:ABC"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("telegram_api_base", "api.telegram.org"),
        ("crisis_contacts", "healing119.id"),
        ("crisis_contacts", ""),
        ("crisis_contacts_reviewed", "November"),
        ("quiet_from", "evening"),
        ("sends_a_second", "-1"),
        ("log_level", "loud"),
    ],
)
def test_a_wrong_value_names_its_variable(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as told:
        of(**{name: value})
    assert str(told.value).startswith(f"{name.upper()}: ")
    assert len(str(told.value).splitlines()) == 1


def test_keys_and_contacts_are_lists_with_commas() -> None:
    settings = of(encryption_keys="one, two,", crisis_contacts="healing119.id=https://healing119.id, 119=119")
    assert settings.encryption_keys == ("one", "two")
    assert settings.crisis_contacts == ("healing119.id=https://healing119.id", "119=119")


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        ({}, "TELEGRAM_BOT_TOKEN is missing"),
        ({"TELEGRAM_BOT_TOKEN": "1:a", "DATABASE_URL": "mysql://x/y"}, "DATABASE_URL"),
        ({"TELEGRAM_BOT_TOKEN": "1:a", "ENCRYPTION_KEYS": "short"}, "ENCRYPTION_KEYS"),
        ({"TELEGRAM_BOT_TOKEN": "1:a", "TELEGRAM_API_BASE": "http://127.0.0.1:9"}, "TELEGRAM_API_BASE"),
    ],
)
def test_run_ends_with_one_line_and_no_traceback(
    environment: dict[str, str], line: str, tmp_path: Path
) -> None:
    given = {"PATH": os.environ["PATH"], "DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}", **environment}
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "run"], cwd=ROOT, env=given, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 2
    said = [one for one in ended.stderr.splitlines() if one]
    assert len(said) == 1
    assert line in said[0]
