"""The four methods a bot cannot do without, from Start to an answered press."""

import json

from aiohttp import ClientSession
from telegram import Bot, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.simulator import Button, Person, Simulator


async def test_the_bot_learns_who_it_is(bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.first_name, me.is_bot) == (111, "tuntun_bot", "Tuntun", True)


async def test_start_arrives_as_a_command_from_the_person(sim: Simulator, bot: Bot) -> None:
    sim.add_person(101, first_name="Sari", language_code="id")
    sim.start(101)
    (update,) = await bot.get_updates()
    assert update.message is not None and update.message.from_user is not None
    assert update.message.text == "/start"
    assert update.message.chat.type == "private"
    assert (update.message.from_user.id, update.message.from_user.language_code) == (101, "id")
    assert [(found.type, found.offset, found.length) for found in update.message.entities] == [
        ("bot_command", 0, 6)
    ]


async def test_a_start_link_brings_its_payload(sim: Simulator, bot: Bot) -> None:
    sim.add_person(101)
    sim.start(101, payload="pair-7")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start pair-7"


async def test_an_answer_stands_in_the_chat_with_its_buttons(sim: Simulator, bot: Bot, sari: Person) -> None:
    keyboard = [
        [InlineKeyboardButton("Setuju", callback_data="agree")],
        [
            InlineKeyboardButton("Program", url="https://example.org/program"),
            InlineKeyboardButton("Salin", copy_text=CopyTextButton("halo")),
        ],
    ]
    sent = await bot.send_message(
        sari.id, "Halo <b>Sari</b>", parse_mode="HTML", reply_markup=InlineKeyboardMarkup(keyboard)
    )
    (message,) = sim.messages(sari.id)
    assert message.message_id == sent.message_id
    assert message.from_bot
    assert message.text == sent.text == "Halo Sari"
    assert message.entities == ({"type": "bold", "offset": 5, "length": 4},)
    assert message.keyboard == (
        (Button("Setuju", data="agree"),),
        (Button("Program", url="https://example.org/program"), Button("Salin", copy_text="halo")),
    )


async def test_a_press_is_a_query_that_can_be_answered(sim: Simulator, bot: Bot, sari: Person) -> None:
    button = InlineKeyboardButton("Setuju", callback_data="agree")
    sent = await bot.send_message(sari.id, "Setuju?", reply_markup=InlineKeyboardMarkup([[button]]))
    query_id = sim.tap(sari.id, "Setuju")
    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None and query.message is not None
    assert (query.id, query.data, query.from_user.id) == (query_id, "agree", sari.id)
    assert query.message.message_id == sent.message_id
    assert await query.answer("Terima kasih")
    (answered,) = sim.calls("answerCallbackQuery")
    assert answered.params["text"] == "Terima kasih"


async def test_a_reply_carries_the_question_with_its_keyboard(sim: Simulator, bot: Bot, sari: Person) -> None:
    button = InlineKeyboardButton("Lewati", callback_data="skip")
    asked = await bot.send_message(sari.id, "Apa tujuanmu?", reply_markup=InlineKeyboardMarkup([[button]]))
    sim.say(sari.id, "Rekrutmen", reply_to=asked.message_id)
    (update,) = await bot.get_updates()
    assert update.message is not None and update.message.reply_to_message is not None
    replied = update.message.reply_to_message
    assert replied.message_id == asked.message_id
    assert replied.reply_markup == asked.reply_markup


async def test_methods_are_found_in_any_case_and_by_any_transport(
    sim: Simulator, http: ClientSession, sari: Person
) -> None:
    async with http.get("/bot111:demo/SENDMESSAGE?chat_id=101&text=satu") as answer:
        assert (await answer.json())["ok"]
    payload = {"chat_id": 101, "text": "dua", "reply_markup": {"inline_keyboard": []}}
    async with http.post("/bot111:demo/sendMessage", json=payload) as answer:
        assert (await answer.json())["ok"]
    form = {"chat_id": "101", "text": "tiga", "reply_markup": json.dumps({"remove_keyboard": True})}
    async with http.post("/bot111:demo/sendmessage", data=form) as answer:
        assert (await answer.json())["ok"]
    assert [message.text for message in sim.messages(sari.id)] == ["satu", "dua", "tiga"]


async def test_the_record_of_calls_reads_as_they_were_meant(sim: Simulator, bot: Bot, sari: Person) -> None:
    button = InlineKeyboardButton("Ya", callback_data="y")
    await bot.send_message(sari.id, "Ya?", reply_markup=InlineKeyboardMarkup([[button]]))
    (call,) = sim.calls("sendMessage")
    assert call.ok
    assert call.params["chat_id"] == sari.id
    assert call.params["reply_markup"] == {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}


async def test_what_is_kept_can_be_bounded() -> None:
    bounded = Simulator(keep=3)
    bounded.add_person(101)
    bounded.start(101)
    for number in range(10):
        bounded.say(101, f"pesan {number}")
    assert [message.text for message in bounded.messages(101)] == ["pesan 7", "pesan 8", "pesan 9"]
