"""Telegram's updates as the dialogue knows them."""

from __future__ import annotations

from typing import Any

import pytest

from bot.dialogue.events import Commanded, Edited, Elsewhere, Pressed, Reached, Said, Sent
from bot.telegram.arrivals import KINDS, arrival, chat_of

SARI = {"id": 101, "is_bot": False, "first_name": "Sari", "language_code": "id"}
PRIVATE = {"id": 101, "type": "private", "first_name": "Sari"}
GROUP = {"id": -1001, "type": "supergroup", "title": "Agen hebat"}


def message(chat: dict[str, Any] = PRIVATE, **content: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": {"message_id": 7, "date": 1, "chat": chat, "from": SARI, **content}}


def member(status: str, chat: dict[str, Any]) -> dict[str, Any]:
    change = {"chat": chat, "from": SARI, "date": 1, "new_chat_member": {"status": status, "user": {}}}
    return {"update_id": 1, "my_chat_member": change}


def event_of(update: dict[str, Any]) -> Any:
    found = arrival(update)
    return found.event if found is not None else None


def test_words_are_said_with_the_message_they_came_in() -> None:
    assert event_of(message(text="Halo")) == Said("Halo", message=7)


def test_the_language_of_the_app_travels_along() -> None:
    found = arrival(message(text="Halo"))
    assert found is not None
    assert found.language_code == "id"


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/start", Commanded("start")),
        ("/start abc_DEF-1", Commanded("start", "abc_DEF-1")),
        ("/jeda", Commanded("pause")),
        ("/Berhenti", Commanded("stop")),
        ("/bantuan@tuntun_bot", Commanded("help")),
        ("/xyz", Commanded("xyz")),
    ],
)
def test_commands_are_known_in_both_languages(text: str, command: Commanded) -> None:
    assert event_of(message(text=text)) == command


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_text_is_named(kind: str) -> None:
    assert event_of(message(**{kind: {}})) == Sent(kind)


def test_content_of_an_unknown_kind_is_answered_all_the_same() -> None:
    assert event_of(message(hologram={})) == Sent("other")


def test_a_forwarded_message_is_nobodys_answer() -> None:
    assert event_of(message(text="Halo", forward_origin={"type": "hidden_user"})) == Sent("forwarded")


def test_telegrams_own_notes_are_not_answered() -> None:
    assert event_of(message(pinned_message={})) is None


def test_a_reply_goes_to_the_conversation_that_asked() -> None:
    keyboard = {"inline_keyboard": [[{"text": "Simpan", "callback_data": "12:3:save"}]]}
    replied = {"message_id": 5, "chat": PRIVATE, "date": 1, "reply_markup": keyboard}
    assert event_of(message(text="Halo", reply_to_message=replied)) == Said("Halo", message=7, about=12)


def test_a_reply_to_a_card_is_about_no_conversation() -> None:
    keyboard = {
        "inline_keyboard": [[{"text": "Menu", "callback_data": "status::0"}, {"text": "x", "url": "u"}]]
    }
    replied = {"message_id": 5, "chat": PRIVATE, "date": 1, "reply_markup": keyboard}
    assert event_of(message(text="Halo", reply_to_message=replied)) == Said("Halo", message=7)


def test_a_press_carries_its_data_its_query_and_its_message() -> None:
    press = {"id": "q1", "from": SARI, "message": {"message_id": 5, "chat": PRIVATE}, "data": "1:2:save"}
    assert event_of({"update_id": 1, "callback_query": press}) == Pressed("1:2:save", "q1", 5)
    assert chat_of({"update_id": 1, "callback_query": press}) == 101


def test_a_press_on_a_message_that_is_gone_belongs_to_its_presser() -> None:
    assert chat_of({"update_id": 1, "callback_query": {"id": "q1", "from": SARI, "data": "x"}}) == 101


def test_a_game_button_is_nothing_of_ours() -> None:
    query = {"id": "q1", "from": SARI, "game_short_name": "g"}
    assert event_of({"update_id": 1, "callback_query": query}) is None


def test_an_edit_names_the_message_that_was_changed() -> None:
    edited = {"message_id": 7, "chat": PRIVATE, "from": SARI, "date": 1, "edit_date": 2, "text": "Halo juga"}
    assert event_of({"update_id": 1, "edited_message": edited}) == Edited("Halo juga", 7)


@pytest.mark.parametrize(("status", "reachable"), [("kicked", False), ("member", True)])
def test_blocking_and_coming_back(status: str, reachable: bool) -> None:
    assert event_of(member(status, PRIVATE)) == Reached(reachable)


def test_a_group_is_elsewhere_and_leaving_it_is_nothing() -> None:
    assert event_of(message(chat=GROUP, text="Halo semua")) == Elsewhere()
    assert event_of(message(chat=GROUP, left_chat_member={})) is None
    assert event_of(member("member", GROUP)) == Elsewhere()
    assert event_of(member("left", GROUP)) is None


def test_an_update_of_a_kind_nobody_knows_belongs_to_no_chat() -> None:
    assert chat_of({"update_id": 1, "hologram": {}}) is None
    assert arrival({"update_id": 1, "hologram": {}}) is None
