"""How the bot presents itself: commands, descriptions, the menu button."""

import pytest
from telegram import (
    Bot,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    MenuButtonCommands,
)
from telegram.error import BadRequest

from bot.simulator import Simulator


async def test_commands_by_language(sim: Simulator, bot: Bot) -> None:
    await bot.set_my_commands([("status", "Where you are")])
    await bot.set_my_commands(
        [("status", "Posisi Anda")], scope=BotCommandScopeAllPrivateChats(), language_code="id"
    )
    await bot.set_my_commands([("bantuan", "Bantuan")], scope=BotCommandScopeAllGroupChats())
    assert sim.world.menu.commands == {
        "": [{"command": "status", "description": "Where you are"}],
        "id": [{"command": "status", "description": "Posisi Anda"}],
    }


async def test_descriptions_and_menu_button(sim: Simulator, bot: Bot) -> None:
    await bot.set_my_description("Teman perjalanan", language_code="id")
    await bot.set_my_short_description("Teman", language_code="id")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert sim.world.menu.description == {"id": "Teman perjalanan"}
    assert sim.world.menu.short_description == {"id": "Teman"}
    assert sim.world.menu.button == {"type": "commands"}


@pytest.mark.parametrize(
    ("command", "description", "words"),
    [
        ("Status", "x", "Bot_command_invalid"),
        ("a" * 33, "x", "Bot_command_invalid"),
        ("status", "", "Bot_command_description_invalid"),
    ],
)
async def test_commands_that_cannot_be_set(bot: Bot, command: str, description: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.set_my_commands([(command, description)])


async def test_too_much_of_anything(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"Bot_commands_too_much"):
        await bot.set_my_commands([(f"c{number}", "x") for number in range(101)])
    with pytest.raises(BadRequest, match=r"too long"):
        await bot.set_my_description("a" * 513)
    with pytest.raises(BadRequest, match=r"Invalid language code specified"):
        await bot.set_my_description("a", language_code="indonesia")
