"""Telegram's refusals, in its words and as python-telegram-bot's exceptions."""

from typing import Any

import pytest
from aiohttp import ClientSession
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, EndPointNotFound, Forbidden, InvalidToken

from bot.simulator import Person, Simulator


def keyboard(**button: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Tombol", **button)]])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Message text is empty"),
        ("  \n ", "Text must be non-empty"),
        ("\u200b\u200f", "Text must be non-empty"),
        ("a" * 4097, "Message is too long"),
        ("😀" * 2049, "Message is too long"),
        ("é" * 16385, "Text is too long"),
    ],
    ids=["empty", "blank", "zero-width", "4,097 letters", "4,098 units", "32,770 bytes"],
)
async def test_texts_that_cannot_be_sent(bot: Bot, sari: Person, text: str, words: str) -> None:
    with pytest.raises(BadRequest, match=f"^{words}$"):
        await bot.send_message(sari.id, text)


@pytest.mark.parametrize("text", ["a" * 4096, "😀" * 2048])
async def test_4096_units_are_not_too_long(sim: Simulator, bot: Bot, sari: Person, text: str) -> None:
    await bot.send_message(sari.id, text)
    assert sim.messages(sari.id)[-1].text == text


async def test_tags_do_not_count_as_length(bot: Bot, sari: Person) -> None:
    assert (await bot.send_message(sari.id, f"<b>{'a' * 4096}</b>", parse_mode="HTML")).text == "a" * 4096


async def test_html_that_cannot_be_parsed(sim: Simulator, bot: Bot, sari: Person) -> None:
    with pytest.raises(
        BadRequest, match=r"(?i)^can't parse entities: can't find end tag corresponding to start tag .b.$"
    ):
        await bot.send_message(sari.id, "<b>tebal", parse_mode="HTML")
    assert sim.messages(sari.id) == []


async def test_an_unknown_parse_mode(bot: Bot, sari: Person) -> None:
    with pytest.raises(BadRequest, match=r"^Unsupported parse_mode$"):
        await bot.send_message(sari.id, "halo", parse_mode="WIKI")


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"callback_data": "x" * 65}, "Button_data_invalid"),
        ({"callback_data": "é" * 33}, "Button_data_invalid"),
        ({"url": "not-a-url"}, "Inline keyboard button url 'not-a-url' is invalid: Wrong HTTP URL"),
        ({"url": "http://localhost/x"}, "Wrong HTTP URL"),
        ({"url": "ftp://example.org"}, "Unsupported URL protocol"),
        ({}, "Text buttons are unallowed in the inline keyboard"),
    ],
    ids=["65 bytes", "66 bytes in 33 letters", "no address", "localhost", "ftp", "neither data nor address"],
)
async def test_buttons_that_cannot_be_sent(
    bot: Bot, sari: Person, button: dict[str, str], words: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){words}"):
        await bot.send_message(sari.id, "halo", reply_markup=keyboard(**button))


async def test_64_bytes_of_data_are_enough(sim: Simulator, bot: Bot, sari: Person) -> None:
    await bot.send_message(sari.id, "halo", reply_markup=keyboard(callback_data="é" * 32))
    assert sim.messages(sari.id)[-1].keyboard[0][0].data == "é" * 32


async def test_more_than_a_hundred_buttons(bot: Bot, sari: Person) -> None:
    rows = [[InlineKeyboardButton(str(number), callback_data=str(number))] for number in range(101)]
    with pytest.raises(BadRequest, match=r"^Reply markup is too long$"):
        await bot.send_message(sari.id, "halo", reply_markup=InlineKeyboardMarkup(rows))


@pytest.mark.parametrize("chat_id", [999, -5, "@nobody"])
async def test_a_chat_there_is_not(bot: Bot, chat_id: int | str) -> None:
    with pytest.raises(BadRequest, match=r"^Chat not found$"):
        await bot.send_message(chat_id, "halo")


async def test_a_person_who_never_pressed_start(sim: Simulator, bot: Bot) -> None:
    sim.add_person(102)
    with pytest.raises(Forbidden, match=r"^Forbidden: bot can't initiate conversation with a user$"):
        await bot.send_message(102, "halo")
    sim.start(102)
    assert (await bot.send_message(102, "halo")).text == "halo"


async def test_a_person_who_blocked_the_bot(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.block(sari.id)
    with pytest.raises(Forbidden, match=r"^Forbidden: bot was blocked by the user$"):
        await bot.send_message(sari.id, "halo")
    with pytest.raises(Forbidden, match=r"^Forbidden: bot was blocked by the user$"):
        await bot.send_chat_action(sari.id, "typing")
    sim.unblock(sari.id)
    assert (await bot.send_message(sari.id, "halo")).text == "halo"


async def test_a_deleted_account(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.delete_account(sari.id)
    with pytest.raises(Forbidden, match=r"^Forbidden: user is deactivated$"):
        await bot.send_message(sari.id, "halo")
    with pytest.raises(ValueError, match=r"deleted"):
        sim.say(sari.id, "halo")


async def test_an_edit_that_changes_nothing(sim: Simulator, bot: Bot, sari: Person) -> None:
    sent = await bot.send_message(
        sari.id, "<b>halo</b>", parse_mode="HTML", reply_markup=keyboard(callback_data="1")
    )
    words = (
        r"^Message is not modified: specified new message content and reply markup are exactly the same as a "
        "current content and reply markup of the message$"
    )
    same = keyboard(callback_data="1")
    with pytest.raises(BadRequest, match=words):
        await bot.edit_message_text(
            "<b>halo</b>", sari.id, sent.message_id, parse_mode="HTML", reply_markup=same
        )
    with pytest.raises(BadRequest, match=words):
        await bot.edit_message_reply_markup(sari.id, sent.message_id, reply_markup=same)
    assert not sim.messages(sari.id)[-1].edited


async def test_messages_that_cannot_be_edited(sim: Simulator, bot: Bot, sari: Person) -> None:
    theirs = sim.say(sari.id, "halo")
    with pytest.raises(BadRequest, match=r"^Message can't be edited$"):
        await bot.edit_message_text("hai", chat_id=sari.id, message_id=theirs)
    with pytest.raises(BadRequest, match=r"^Message to edit not found$"):
        await bot.edit_message_text("hai", chat_id=sari.id, message_id=999)
    document = await bot.send_document(sari.id, b"isi", filename="a.txt")
    with pytest.raises(BadRequest, match=r"^There is no text in the message to edit$"):
        await bot.edit_message_text("hai", chat_id=sari.id, message_id=document.message_id)


async def test_a_message_that_is_gone_cannot_be_deleted_or_replied_to(bot: Bot, sari: Person) -> None:
    with pytest.raises(BadRequest, match=r"^Message to delete not found$"):
        await bot.delete_message(sari.id, 999)
    with pytest.raises(BadRequest, match=r"^Message to be replied not found$"):
        await bot.send_message(sari.id, "halo", reply_to_message_id=999)
    alone = await bot.send_message(sari.id, "halo", reply_to_message_id=999, allow_sending_without_reply=True)
    assert alone.reply_to_message is None


async def test_queries_that_cannot_be_answered(sim: Simulator, bot: Bot, sari: Person) -> None:
    sent = await bot.send_message(sari.id, "halo", reply_markup=keyboard(callback_data="1"))
    words = "^Query is too old and response timeout expired or query id is invalid$"
    with pytest.raises(BadRequest, match=words):
        await bot.answer_callback_query("12345")
    query_id = sim.press(sari.id, sent.message_id, "1")
    with pytest.raises(BadRequest, match=r"^Message_too_long$"):
        await bot.answer_callback_query(query_id, text="a" * 201)
    assert await bot.answer_callback_query(query_id, text="a" * 200)
    sim.expire_queries()
    with pytest.raises(BadRequest, match=words):
        await bot.answer_callback_query(query_id)


async def test_an_unknown_chat_action(bot: Bot, sari: Person) -> None:
    with pytest.raises(BadRequest, match=r"^Wrong parameter action in request$"):
        await bot.send_chat_action(sari.id, "dancing")


async def test_a_private_chat_cannot_be_left(bot: Bot, sari: Person) -> None:
    with pytest.raises(BadRequest, match=r"^Chat member status can't be changed in private chats$"):
        await bot.leave_chat(sari.id)


async def test_any_other_method_is_not_found(sim: Simulator, address: str, bot: Bot) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendTelegram")
    with pytest.raises(InvalidToken, match=r"Not Found: method not found"):
        await bot.get_chat(101)
    sim.violations.clear()


@pytest.mark.parametrize(
    ("token", "status", "words"),
    [("222:wrong", 401, "Unauthorized"), ("no-colon", 404, "Not Found")],
    ids=["well formed and nobody's", "no token at all"],
)
async def test_a_wrong_token(http: ClientSession, token: str, status: int, words: str) -> None:
    async with http.get(f"/bot{token}/getMe") as answer:
        assert answer.status == status
        assert await answer.json() == {"ok": False, "error_code": status, "description": words}


async def test_what_is_no_json(http: ClientSession) -> None:
    header = {"Content-Type": "application/json"}
    async with http.post("/bot111:demo/getMe", data="{", headers=header) as answer:
        assert answer.status == 400
        assert (await answer.json())["ok"] is False
