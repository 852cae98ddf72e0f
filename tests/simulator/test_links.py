"""A link to the bot, opened on a phone: what is sent at once, what waits for a button, what none carries."""

from typing import Any

import pytest
from aiohttp import ClientSession
from telegram import Bot

from bot.simulator import Person, Simulator

TOKEN = "Zx3-q_Lm8vT0aa91Kd72Qw"


def texts(sim: Simulator, person_id: int) -> list[str]:
    return [message.text for message in sim.messages(person_id)]


async def person(http: ClientSession, person_id: int) -> dict[str, Any]:
    async with http.get("/phones/state") as answer:
        people: list[dict[str, Any]] = (await answer.json())["people"]
    return next(person for person in people if person["id"] == person_id)


async def test_in_a_chat_that_is_open_a_link_starts_at_once(sim: Simulator, bot: Bot, sari: Person) -> None:
    sent = sim.open_link(sari.id, TOKEN)
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert (update.message.message_id, update.message.text) == (sent, f"/start {TOKEN}")


async def test_who_is_new_presses_start_first(sim: Simulator, bot: Bot) -> None:
    sim.add_person(102, first_name="Pak Budi")
    assert sim.open_link(102, TOKEN) is None
    assert await bot.get_updates() == ()

    sim.start(102)
    sim.start(102)
    assert texts(sim, 102) == [f"/start {TOKEN}", "/start"]


async def test_who_has_blocked_the_bot_restarts_by_the_link(sim: Simulator, bot: Bot, sari: Person) -> None:
    sim.block(sari.id)
    assert sim.open_link(sari.id, TOKEN) is None
    assert texts(sim, sari.id) == []

    sim.start(sari.id)
    assert texts(sim, sari.id) == [f"/start {TOKEN}"]
    assert not sari.blocked
    assert [update.message is not None for update in await bot.get_updates()] == [False, False, True]


async def test_the_link_opened_last_is_the_one_that_counts(sim: Simulator) -> None:
    sim.add_person(102)
    sim.open_link(102, "lama")
    sim.open_link(102, "baru")
    sim.start(102)
    assert texts(sim, 102) == ["/start baru"]


async def test_a_link_without_a_code_only_opens_the_chat(sim: Simulator, sari: Person) -> None:
    assert sim.open_link(sari.id) is None
    assert texts(sim, sari.id) == []


@pytest.mark.parametrize("code", ["a" * 65, "dua kata", "tanda+baca", "https://example.org"])
async def test_what_no_link_may_carry_is_refused(sim: Simulator, sari: Person, code: str) -> None:
    for act in (sim.open_link, sim.start):
        with pytest.raises(ValueError, match="a start code is at most 64 of"):
            act(sari.id, code)
    assert texts(sim, sari.id) == []


async def test_the_page_opens_links_and_sees_what_waits(sim: Simulator, http: ClientSession) -> None:
    sim.add_person(102)
    async with http.post("/phones/102/open", json={"payload": TOKEN}) as answer:
        assert await answer.json() == {"message_id": None}
    assert (await person(http, 102))["link"] == TOKEN

    async with http.post("/phones/102/start", json={}) as answer:
        assert answer.status == 200
    assert (await person(http, 102))["link"] == ""
    async with http.post("/phones/102/open", json={"payload": "dua kata"}) as answer:
        assert answer.status == 400
        assert "a start code is" in (await answer.json())["error"]
