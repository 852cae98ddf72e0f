"""The bot on a Telegram over HTTP, by long polling, while things go wrong on the way."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from bot.flows.start import CONSENT_VERSION
from bot.simulator import Fault, reset, server_error, timeout_after_accept, too_many
from storage import plan
from storage.counts import counts
from tests.e2e.bots import running
from tests.e2e.conftest import Street


async def test_a_person_is_greeted_agrees_and_is_asked_for_their_goal(street: Street) -> None:
    async with running(street.settings, street.clock):
        await street.joined(101)
        street.simulator.say(101, "menggali kebutuhan dokter")
        answer = (await street.answers(101, 4))[-1]
    assert "menggali kebutuhan dokter" in answer.text
    assert [call.method for call in street.simulator.requests].count("answerCallbackQuery") == 2


async def test_the_bot_introduces_itself_with_five_commands_in_both_languages(street: Street) -> None:
    async with running(street.settings, street.clock):
        pass
    sets = [call.params for call in street.simulator.calls("setMyCommands")]
    assert {len(one["commands"]) for one in sets} == {5}
    assert {"jeda", "pause"} <= {command["command"] for one in sets for command in one["commands"]}


async def test_the_menu_follows_the_language_of_the_chat(street: Street) -> None:
    async with running(street.settings, street.clock):
        street.arrive(101)
        await street.answers(101, 1)
        await street.tap(101, "English", 2)
        await street.simulator.quiet(0.3)
    sets = [call.params for call in street.simulator.calls("setMyCommands") if "scope" in call.params]
    assert [one["scope"]["chat_id"] for one in sets] == [101]
    assert [command["command"] for command in sets[0]["commands"]] == [
        "status",
        "menu",
        "pause",
        "help",
        "stop",
    ]


@pytest.mark.parametrize(
    "fault",
    [too_many(1), server_error(502), reset(), timeout_after_accept(0.2)],
    ids=["429", "502", "reset", "late"],
)
async def test_a_message_that_fails_on_its_way_arrives_after_all(street: Street, fault: Fault) -> None:
    async with running(street.settings, street.clock):
        await street.joined(101)
        street.simulator.faults.fail(fault, method="sendMessage", times=1)
        street.simulator.say(101, "menggali kebutuhan")
        await street.answers(101, 4)
        await street.simulator.quiet(1.5)
        shown = [one.text for one in street.said(101)[3:]]
    assert len(set(shown)) == 1
    assert len(shown) <= 2


async def test_an_update_that_comes_twice_is_answered_once(street: Street) -> None:
    async with running(street.settings, street.clock):
        await street.joined(101)
        street.simulator.faults.duplicate.next(1)
        street.simulator.say(101, "menggali kebutuhan")
        await street.answers(101, 4)
        await street.simulator.quiet(0.5)
    assert len(street.said(101)) == 4


async def test_a_press_that_returns_under_a_new_id_does_nothing_twice(street: Street) -> None:
    async with running(street.settings, street.clock):
        await street.joined(101)
        street.simulator.faults.press_again.next(1)
        await street.tap(101, "Menggali kebutuhan", 4)
        await street.simulator.quiet(0.5)
    assert len(street.said(101)) == 4


async def test_receiving_goes_on_after_telegram_was_away(street: Street) -> None:
    async with running(street.settings, street.clock):
        await street.joined(101)
        street.simulator.faults.fail(server_error(500), method="getUpdates", times=2)
        street.simulator.say(101, "menggali kebutuhan")
        await street.answers(101, 4)


async def test_many_people_at_once_each_in_their_order(street: Street) -> None:
    people = range(301, 341)
    async with running(street.settings, street.clock):
        for id in people:
            street.simulator.add_person(id, first_name="P", language_code="id")
            street.simulator.start(id)
        for word in ("halo", "/status", "selamat pagi", "/menu"):
            for id in people:
                street.simulator.say(id, word)
        for id in people:
            assert len(await street.answers(id, 5)) == 5


async def test_whoever_blocks_the_bot_is_left_alone_and_comes_back_to_their_question(street: Street) -> None:
    async with running(street.settings, street.clock) as works:
        await street.joined(101)
        street.simulator.block(101)
        street.clock.moment += timedelta(days=20)
        await street.simulator.quiet(1.5)
        assert await works.kit.database.run(plan.next_due) is None
        street.simulator.unblock(101)
        street.simulator.say(101, "halo")
        answer = (await street.answers(101, 4))[-1]
    assert "Kemampuan apa" in answer.text


async def test_a_deleted_account_empties_its_queue(street: Street) -> None:
    async with running(street.settings, street.clock) as works:
        await street.joined(101)
        street.simulator.say(101, "menggali kebutuhan")
        street.simulator.delete_account(101)
        await street.simulator.quiet(1.5)
        left = await works.kit.database.run(counts)
    assert (left.inbox, left.outbox, left.parked) == (0, 0, 0)


async def test_a_group_hears_that_talks_are_private_and_is_left(street: Street) -> None:
    street.simulator.add_person(101, first_name="Sari", language_code="id")
    street.simulator.start(101)
    async with running(street.settings, street.clock):
        group = street.simulator.group(-100500, by=101)
        await street.simulator.wait_for(lambda: not group.member, timeout=20)
    assert len(street.simulator.calls("leaveChat")) >= 1


async def test_an_update_of_an_unknown_kind_is_passed_over(street: Street) -> None:
    async with running(street.settings, street.clock):
        await street.joined(101)
        street.simulator.inject({"hologram": {"of": 101}})
        street.simulator.say(101, "menggali kebutuhan")
        await street.answers(101, 4)
    street.simulator.violations.clear()


async def test_a_nudge_comes_by_itself_in_the_morning(street: Street) -> None:
    async with running(street.settings, street.clock) as works:
        await street.joined(101)
        due = await works.kit.database.run(plan.next_due)
        assert due is not None
        street.clock.moment = due
        nudge = (await street.answers(101, 4))[-1]
    assert nudge.keyboard


async def test_the_goal_comes_as_a_picture_above_the_next_question(street: Street) -> None:
    async with running(street.settings, street.clock):
        await street.joined(101)
        for number, label in enumerate(("Menggali kebutuhan", "Pemilik usaha", "6 bulan lagi"), 4):
            await street.tap(101, label, number)
        await street.tap(101, "Simpan", 8)
        picture, question = (await street.answers(101, 8))[-2:]
    assert picture.file is not None
    assert picture.file.kind == "photo"
    assert picture.file.content.startswith(b"\x89PNG")
    assert "Pengalaman apa" in question.text


async def test_everything_kept_comes_as_one_file(street: Street) -> None:
    async with running(street.settings, street.clock):
        await street.joined(101)
        street.simulator.press(101, 1, "export::0")
        exported = (await street.answers(101, 5))[-2]
    assert exported.file is not None
    kept = json.loads(exported.file.content)
    assert kept["person"]["id"] == 101
    assert kept["person"]["consent"]["version"] == CONSENT_VERSION
    assert kept["search"] is None


async def test_the_same_bot_on_postgresql(postgres_street: Street) -> None:
    async with running(postgres_street.settings, postgres_street.clock):
        await postgres_street.joined(101)
        postgres_street.simulator.say(101, "menggali kebutuhan dokter")
        answer = (await postgres_street.answers(101, 4))[-1]
    assert "menggali kebutuhan dokter" in answer.text
