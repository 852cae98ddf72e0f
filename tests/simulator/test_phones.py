"""What people do on their phones, and what the bot hears of it."""

import pytest
from telegram import Bot, ChatMember, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram import ReplyKeyboardRemove as RemoveKeyboard
from telegram.error import Forbidden

from bot.simulator import Person, Simulator
from bot.simulator.contents import KINDS


async def one(bot: Bot) -> Update:
    (update,) = await bot.get_updates()
    return update


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_everything_a_person_can_send(sim: Simulator, bot: Bot, sari: Person, kind: str) -> None:
    sim.send(sari.id, kind)
    message = (await one(bot)).message
    assert message is not None
    assert getattr(message, kind)
    assert message.text is None


async def test_a_picture_has_a_caption_and_can_be_downloaded(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.send(sari.id, "photo", caption="tujuan saya")
    message = (await one(bot)).message
    assert message is not None
    assert message.caption == "tujuan saya"
    picture = await (await message.photo[-1].get_file()).download_as_bytearray()
    assert bytes(picture).startswith(b"\x89PNG")


async def test_nobody_sends_what_there_is_not(sim: Simulator, sari: Person) -> None:
    with pytest.raises(ValueError, match=r"kind is one of animation, audio"):
        sim.send(sari.id, "smell")


async def test_a_forwarded_text_says_whose_it_was(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.forward(sari.id, "selamat pagi", by="Pak Budi")
    message = (await one(bot)).message
    assert message is not None and message.forward_origin is not None
    assert message.text == "selamat pagi"
    assert message.forward_origin.to_dict()["sender_user_name"] == "Pak Budi"


async def test_an_edited_text_comes_as_an_edit(sim: Simulator, bot: Bot, sari: Person) -> None:
    said = sim.say(sari.id, "rekrutmn")
    sim.edit(sari.id, said, "rekrutmen")
    _, update = await bot.get_updates()
    assert update.edited_message is not None
    assert update.edited_message.text == "rekrutmen"
    assert update.edited_message.edit_date is not None
    assert [message.text for message in sim.messages(sari.id)] == ["rekrutmen"]


async def test_only_ones_own_texts_can_be_edited(sim: Simulator, bot: Bot, sari: Person) -> None:
    sent = await bot.send_message(sari.id, "halo")
    with pytest.raises(ValueError, match=r"no text of person"):
        sim.edit(sari.id, sent.message_id, "hai")


async def test_a_long_text_goes_out_in_pieces(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.say(sari.id, "😀" * 2049 + "a" * 5000)
    pieces = [update.message.text for update in await bot.get_updates() if update.message]
    assert [len(piece.encode("utf-16-le")) // 2 for piece in pieces if piece] == [4096, 4096, 906]


async def test_blank_texts_arrive_as_they_are(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.say(sari.id, "\u200b")
    sim.say(sari.id, "  halo  ")
    assert [update.message.text for update in await bot.get_updates() if update.message] == ["\u200b", "halo"]
    with pytest.raises(ValueError, match=r"nothing to say"):
        sim.say(sari.id, "")


async def test_a_first_message_needs_start(sim: Simulator) -> None:
    sim.add_person(102)
    with pytest.raises(ValueError, match=r"has not pressed Start yet"):
        sim.say(102, "halo")
    with pytest.raises(LookupError, match=r"no person 999"):
        sim.start(999)


async def test_blocking_and_coming_back(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.block(sari.id)
    sim.block(sari.id)
    with pytest.raises(ValueError, match=r"has blocked the bot"):
        sim.say(sari.id, "halo")
    sim.start(sari.id)
    blocked, unblocked, started = await bot.get_updates()
    assert blocked.my_chat_member is not None and unblocked.my_chat_member is not None
    assert blocked.my_chat_member.new_chat_member.status == ChatMember.BANNED
    assert unblocked.my_chat_member.old_chat_member.status == ChatMember.BANNED
    assert unblocked.my_chat_member.new_chat_member.status == ChatMember.MEMBER
    assert started.message is not None and started.message.text == "/start"


async def test_a_group_adds_the_bot_and_the_bot_leaves(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.group(-100500, by=sari.id, text="halo semua")
    added, welcomed, said = await bot.get_updates()
    assert added.my_chat_member is not None
    assert added.my_chat_member.new_chat_member.status == ChatMember.MEMBER
    assert welcomed.message is not None and welcomed.message.new_chat_members[0].id == bot.id
    assert said.message is not None and said.message.from_user is not None
    assert (said.message.chat.type, said.message.from_user.id) == ("group", sari.id)
    await bot.send_message(-100500, "Saya hanya untuk percakapan pribadi.")
    assert await bot.leave_chat(-100500)
    (left,) = await bot.get_updates(offset=said.update_id + 1)
    assert left.my_chat_member is not None
    assert left.my_chat_member.new_chat_member.status == ChatMember.LEFT
    with pytest.raises(Forbidden, match=r"bot is not a member of the group chat"):
        await bot.send_message(-100500, "halo")


async def test_an_edit_without_keyboard_takes_it_away(sim: Simulator, bot: Bot, sari: Person) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="y")]])
    sent = await bot.send_message(sari.id, "Ya?", reply_markup=keyboard)
    edited = await bot.edit_message_text("Baik.", chat_id=sari.id, message_id=sent.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup) == ("Baik.", None)
    (message,) = sim.messages(sari.id)
    assert (message.text, message.keyboard) == ("Baik.", ())
    assert message.edited is not None


async def test_only_the_keyboard_can_change_too(sim: Simulator, bot: Bot, sari: Person) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="y")]])
    sent = await bot.send_message(sari.id, "Ya?", reply_markup=keyboard)
    await bot.edit_message_reply_markup(chat_id=sari.id, message_id=sent.message_id)
    (message,) = sim.messages(sari.id)
    assert (message.text, message.keyboard) == ("Ya?", ())


async def test_an_old_button_can_still_be_pressed(sim: Simulator, bot: Bot, sari: Person) -> None:
    sent = await bot.send_message(sari.id, "Ya?")
    sim.press(sari.id, sent.message_id, "y")
    await bot.delete_message(sari.id, sent.message_id)
    sim.press(sari.id, sent.message_id, "y")
    there, gone = await bot.get_updates()
    assert there.callback_query is not None and there.callback_query.message is not None
    assert there.callback_query.message.is_accessible
    assert gone.callback_query is not None and gone.callback_query.message is not None
    assert not gone.callback_query.message.is_accessible
    assert sim.messages(sari.id) == []


async def test_the_newest_button_of_that_name_is_tapped(sim: Simulator, bot: Bot, sari: Person) -> None:
    for data in ("old", "new"):
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data=data)]])
        await bot.send_message(sari.id, "Ya?", reply_markup=keyboard)
    sim.tap(sari.id, "Ya")
    query = (await one(bot)).callback_query
    assert query is not None and query.data == "new"
    with pytest.raises(LookupError, match=r"sees no button 'Tidak'"):
        sim.tap(sari.id, "Tidak")
    with pytest.raises(LookupError, match=r"no button 'Tidak' among"):
        sim.messages(sari.id)[-1].button("Tidak")


async def test_reply_keyboards_come_and_go(sim: Simulator, bot: Bot, sari: Person) -> None:
    await bot.send_message(sari.id, "Pilih", reply_markup=ReplyKeyboardMarkup([["Ya", "Tidak"], ["Batal"]]))
    await bot.send_message(sari.id, "Baik", reply_markup=RemoveKeyboard())
    shown, removed = sim.messages(sari.id)
    assert shown.reply_keyboard == (("Ya", "Tidak"), ("Batal",))
    assert removed.removes_keyboard and not removed.reply_keyboard


async def test_typing_is_seen_until_the_message_comes(sim: Simulator, bot: Bot, sari: Person) -> None:
    await bot.send_chat_action(sari.id, "typing")
    assert sari.typing
    await bot.send_message(sari.id, "halo")
    assert not sari.typing
