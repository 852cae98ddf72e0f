"""How the bot presents itself: its descriptions and the menu of five commands, in both languages."""

from __future__ import annotations

from telegram.error import TelegramError

from bot.speech import commands
from bot.telegram.door import RawBot
from prompts.catalog import Catalog
from prompts.markup import plain

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
    texts: dict[str, dict[str, object]] = {
        "setMyCommands": {"commands": commands(catalog, language)},
        "setMyDescription": {"description": plain(catalog.render(language, "bot/description", {}).html)},
        "setMyShortDescription": {"short_description": plain(catalog.render(language, "bot/about", {}).html)},
    }
    for method, parameters in texts.items():
        await bot.call(method, {**parameters, "language_code": code})
