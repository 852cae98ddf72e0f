"""The methods that say who the bot is and how it presents itself: getMe, commands, descriptions, menu."""

import re

from bot.simulator.records import Json
from bot.simulator.refusals import bad_request
from bot.simulator.shown import shown_bot
from bot.simulator.world import World

MOST_COMMANDS = 100
MOST_DESCRIPTION = 512
MOST_SHORT_DESCRIPTION = 120
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"([a-z]{2})?")
FOR_PRIVATE_CHATS = {"default", "all_private_chats"}


def get_me(world: World, _params: Json) -> Json:
    """getMe: the bot as a User with its abilities."""
    return {
        **world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, params: Json) -> bool:
    """setMyCommands, by language; scopes other than private chats are accepted and not shown."""
    commands = params.get("commands")
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    scope = params.get("scope") or {"type": "default"}
    if scope.get("type") in FOR_PRIVATE_CHATS:
        world.menu.commands[_language(params)] = commands
        _show(world)
    return True


def set_my_description(world: World, params: Json) -> bool:
    """setMyDescription: what an empty chat shows, by language."""
    return _describe(world, params, "description", world.menu.description, MOST_DESCRIPTION)


def set_my_short_description(world: World, params: Json) -> bool:
    """setMyShortDescription: what the profile shows, by language."""
    return _describe(world, params, "short_description", world.menu.short_description, MOST_SHORT_DESCRIPTION)


def set_chat_menu_button(world: World, params: Json) -> bool:
    """setChatMenuButton: the same for every chat here."""
    button = params.get("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    world.menu.button = button
    _show(world)
    return True


def _describe(world: World, params: Json, field: str, texts: dict[str, str], most: int) -> bool:
    text = str(params.get(field) or "")
    if len(text) > most:
        raise bad_request(f"bot {field.replace('_', ' ')} is too long")
    texts[_language(params)] = text
    _show(world)
    return True


def _language(params: Json) -> str:
    language = str(params.get("language_code") or "")
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _show(world: World) -> None:
    world.hub.tell(lambda: {"type": "bot", "bot": shown_bot(world.bot, world.menu)})
