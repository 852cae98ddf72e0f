"""How the bot presents itself: its descriptions and the menu of five commands, in both languages."""

from __future__ import annotations

from telegram.error import TelegramError

from bot.telegram.door import RawBot
from prompts.catalog import Catalog

MENU = {
    "id": (
        ("status", "status"),
        ("menu", "menu"),
        ("jeda", "pause"),
        ("bantuan", "help"),
        ("berhenti", "stop"),
    ),
    "en": (("status", "status"), ("menu", "menu"), ("pause", "pause"), ("help", "help"), ("stop", "stop")),
}
LIKE_INDONESIAN = ("id", "ms", "jv", "su")
"""App languages that get the Indonesian menu; all others get the English one."""


async def introduce(bot: RawBot, catalog: Catalog) -> None:
    """Set descriptions and commands. Telegram may limit this; what stood before then stays."""
    for code in ("", *LIKE_INDONESIAN):
        language = "id" if code else "en"
        try:
            await _introduce(bot, catalog, language, code)
        except TelegramError:
            return


async def _introduce(bot: RawBot, catalog: Catalog, language: str, code: str) -> None:
    commands = [
        {"command": name, "description": catalog.render(language, f"bot/command_{key}", {}).html}
        for name, key in MENU[language]
    ]
    texts: dict[str, dict[str, object]] = {
        "setMyCommands": {"commands": commands},
        "setMyDescription": {"description": catalog.render(language, "bot/description", {}).html},
        "setMyShortDescription": {"short_description": catalog.render(language, "bot/about", {}).html},
    }
    for method, parameters in texts.items():
        await bot.call(method, {**parameters, "language_code": code})
