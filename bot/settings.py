"""The environment as one frozen object. A missing or wrong variable gets one line that names its remedy."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class SettingsError(Exception):
    """A setting is missing or wrong; the words name the variable and the remedy, one line each."""


def _listed(value: object) -> object:
    return tuple(one.strip() for one in value.split(",") if one.strip()) if isinstance(value, str) else value


Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed)]


class Settings(BaseSettings):
    """Every setting, from the environment and from `.env`; the variables are these names in capitals."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True)

    telegram_bot_token: SecretStr = Field(SecretStr(""), description="From @BotFather. Needed by `run`.")
    telegram_api_base: str = Field(
        "https://api.telegram.org",
        description="Address of the Bot API, without a path; a local one for tests.",
    )
    database_url: str = Field(
        "sqlite:///var/tuntun.db",
        description="Any SQLAlchemy URL of SQLite or PostgreSQL (postgresql+asyncpg://…).",
    )
    encryption_keys: Listed = Field(
        (),
        description="Keys for what is stored, comma-separated; the first encrypts. See `rotate-key`.",
    )
    quiet_from: time = Field(
        time(20), description="From when on the bot starts nothing, in each person's own zone."
    )
    quiet_to: time = Field(time(8), description="Until when the bot starts nothing.")
    crisis_contacts: Listed = Field(
        ("healing119.id=https://healing119.id", "119=119"),
        description="Help in a crisis, as name=address or name=number, comma-separated, the best first.",
    )
    crisis_contacts_reviewed: date = Field(
        date(2026, 11, 1), description="When somebody last checked these contacts. After a year `run` warns."
    )
    organiser_contact: str = Field(
        "", description="Whom a person may turn to on misconduct: a name and an address."
    )
    programme_name: str = Field(
        "MDRT Peer Mentoring", description="What the programme is called where it is named."
    )
    programme_link: str = Field(
        "https://www.mdrt.org/mentorship", description="Where to read about the programme."
    )
    sends_a_second: float = Field(25, ge=0, description="Messages a second over all chats; 0 for no limit.")
    chat_sends_a_second: float = Field(1, ge=0, description="Messages a second in one chat; 0 for no limit.")
    log_level: str = Field("info", description="debug, info, warning or error.")
    log_format: str = Field("", description="`json` for machines; empty for lines that people read.")
    fixed_now: str = Field("", description="For tests: the domain's clock stands at this ISO moment.")
    fixed_seed: str = Field("", description="For tests: tokens follow from this seed instead of chance.")

    @field_validator("telegram_api_base")
    @classmethod
    def _without_path(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("give an address that begins with http:// or https://")
        return value.rstrip("/")

    @field_validator("crisis_contacts")
    @classmethod
    def _named(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value or not all("=" in one for one in value):
            raise ValueError("give at least one contact as name=address")
        return value

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        if value.lower() not in ("debug", "info", "warning", "error"):
            raise ValueError("give debug, info, warning or error")
        return value.lower()


def read_settings(**given: Any) -> Settings:
    """The settings, with some of them given by hand. Raises SettingsError."""
    try:
        return Settings(**given)
    except ValidationError as wrong:
        lines = (_line(str(one["loc"][0]) if one["loc"] else "", one["msg"]) for one in wrong.errors())
        raise SettingsError("\n".join(lines)) from None


def need_token(settings: Settings) -> str:
    """The bot's token. Raises SettingsError with the remedy where there is none."""
    token = settings.telegram_bot_token.get_secret_value()
    if not token:
        raise SettingsError("TELEGRAM_BOT_TOKEN is missing: get one from @BotFather and put it into .env")
    if ":" not in token:
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN is no token: it looks like 123456:ABC-DEF…, as @BotFather gave it"
        )
    return token


def _line(name: str, words: str) -> str:
    field = Settings.model_fields.get(name)
    remedy = field.description if field is not None else ""
    return f"{name.upper()}: {words.removeprefix('Value error, ')}. {remedy}"
