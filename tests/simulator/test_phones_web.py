"""What the page asks of the server, and what it is told."""

import asyncio
import json
from typing import Any

import pytest
from aiohttp import ClientResponse, ClientSession
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.simulator import Person, Simulator
from bot.simulator.contents import PIXEL


async def post(http: ClientSession, path: str, **body: Any) -> dict[str, Any]:
    async with http.post(path, json=body) as answer:
        assert answer.status == 200, await answer.text()
        said: dict[str, Any] = await answer.json()
        return said


async def state(http: ClientSession) -> dict[str, Any]:
    async with http.get("/phones/state") as answer:
        shown: dict[str, Any] = await answer.json()
        return shown


async def next_event(stream: ClientResponse) -> dict[str, Any]:
    async with asyncio.timeout(10):
        async for line in stream.content:
            if line.startswith(b"data: "):
                event: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
                return event
    raise AssertionError("the stream ended")


async def test_a_person_is_made_and_presses_start(sim: Simulator, bot: Bot, http: ClientSession) -> None:
    person = await post(http, "/phones", first_name="Sari", language_code="id")
    await post(http, f"/phones/{person['id']}/start", payload="pair-7")
    (update,) = await bot.get_updates()
    assert update.message is not None and update.message.text == "/start pair-7"
    (shown,) = (await state(http))["people"]
    assert (shown["first_name"], shown["started"], shown["blocked"]) == ("Sari", True, False)
    assert [message["text"] for message in shown["messages"]] == ["/start pair-7"]


async def test_everything_a_phone_can_do(sim: Simulator, bot: Bot, http: ClientSession, sari: Person) -> None:
    button = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="y")]])
    asked = await bot.send_message(sari.id, "Ya?", reply_markup=button)
    said = await post(http, "/phones/101/say", text="halo", reply_to=asked.message_id)
    await post(http, "/phones/101/press", message_id=asked.message_id, data="y")
    await post(http, "/phones/101/edit", message_id=said["message_id"], text="hai")
    await post(http, "/phones/101/send", kind="sticker")
    blocked = await post(http, "/phones/101/block", blocked=True)
    assert blocked["blocked"] is True
    kinds = [set(update.to_dict()) - {"update_id"} for update in await bot.get_updates()]
    assert kinds == [{"message"}, {"callback_query"}, {"edited_message"}, {"message"}, {"my_chat_member"}]


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("/phones", {"first_name": " "}, "first_name is empty"),
        ("/phones/999/say", {"text": "halo"}, "no person 999"),
        ("/phones/101/say", {}, "text is missing"),
        ("/phones/102/say", {"text": "halo"}, "has not pressed Start yet"),
        ("/phones/x/say", {"text": "halo"}, "invalid literal"),
        ("/phones/101/send", {"kind": "smell"}, "kind is one of"),
    ],
)
async def test_nonsense_is_refused_kindly(
    sim: Simulator, http: ClientSession, sari: Person, path: str, body: dict[str, str], words: str
) -> None:
    sim.add_person(102)
    async with http.post(path, json=body) as answer:
        assert answer.status == 400
        assert words in (await answer.json())["error"]


async def test_a_message_is_shown_with_all_that_belongs_to_it(
    bot: Bot, http: ClientSession, sari: Person
) -> None:
    await bot.send_message(
        sari.id,
        "<b>Halo</b> &lt;Sari&gt;",
        parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="y")]]),
    )
    await bot.send_photo(sari.id, PIXEL, filename="kartu.png", caption="<i>Kartu</i>", parse_mode="HTML")
    (shown,) = (await state(http))["people"]
    text, photo = shown["messages"]
    assert text["html"] == "<b>Halo</b> &lt;Sari&gt;"
    assert text["keyboard"] == [[{"text": "Ya", "data": "y"}]]
    assert (text["from_bot"], text["edited"]) == (True, False)
    assert photo["file"]["caption_html"] == "<i>Kartu</i>"
    assert (photo["file"]["kind"], photo["file"]["name"]) == ("photo", "kartu.png")
    async with http.get(photo["file"]["url"]) as answer:
        assert await answer.read() == PIXEL


async def test_events_tell_what_happens(sim: Simulator, bot: Bot, http: ClientSession, sari: Person) -> None:
    async with http.get("/phones/events") as stream:
        await stream.content.readline()
        button = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="y")]])
        await bot.send_chat_action(sari.id, "typing")
        assert await next_event(stream) == {"type": "typing", "person": 101, "on": True}
        sent = await bot.send_message(sari.id, "Ya?", reply_markup=button)
        assert await next_event(stream) == {"type": "typing", "person": 101, "on": False}
        assert (await next_event(stream))["message"]["text"] == "Ya?"
        query_id = sim.tap(sari.id, "Ya")
        await bot.answer_callback_query(query_id, "Baik", show_alert=True)
        assert await next_event(stream) == {"type": "toast", "person": 101, "text": "Baik", "alert": True}
        await bot.edit_message_text("Ya.", sari.id, sent.message_id)
        edited = await next_event(stream)
        assert (edited["type"], edited["message"]["edited"]) == ("edited", True)
        await bot.delete_message(sari.id, sent.message_id)
        assert (await next_event(stream))["type"] == "deleted"
        sim.block(sari.id)
        assert (await next_event(stream))["person"]["blocked"] is True
        await bot.set_my_commands([("status", "Posisi")])
        assert (await next_event(stream))["bot"]["commands"][""][0]["command"] == "status"
        sim.clock.advance("hour")
        assert (await next_event(stream))["type"] == "clock"
    await sim.wait_for(lambda: not sim.world.hub.pages)


async def test_a_file_that_is_not_part_of_the_page(http: ClientSession) -> None:
    async with http.get("/static/none.js") as answer:
        assert answer.status == 404
        assert await answer.text() == "There is no none.js here.\n"
    async with http.get("/static/..%2Fweb.py") as answer:
        assert answer.status == 404
