"""The check against the machine-readable Bot API finds what is wrong, and only that."""

from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.simulator import Person, Simulator
from bot.simulator.params import Upload
from bot.simulator.spec import Spec
from tests.simulator.conftest import spec_path

SPEC = spec_path()


@pytest.fixture(scope="module")
def spec() -> Spec:
    if SPEC is None:
        pytest.skip("the machine-readable Bot API is not on this machine: set BOT_API_SPEC to its path")
    return Spec(SPEC)


def test_it_is_bot_api_10(spec: Spec) -> None:
    assert spec.version == "Bot API 10.0"


@pytest.mark.parametrize(
    ("method", "params", "breaches"),
    [
        ("sendMessage", {"chat_id": 1, "text": "x"}, []),
        ("sendMessage", {"chat_id": "@x", "text": "x", "protect_content": "true"}, []),
        ("sendMessage", {"chat_id": 1}, ["sendMessage: text is missing"]),
        ("sendMessage", {"chat_id": 1, "text": "x", "txt": 1}, ["sendMessage: txt is unknown"]),
        (
            "sendMessage",
            {"chat_id": 1.5, "text": "x"},
            ["sendMessage.chat_id: expected Integer, got 1.5"],
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[{"txt": "x"}]]}},
            [
                "sendMessage.reply_markup (InlineKeyboardMarkup).inline_keyboard[0][0] "
                "(InlineKeyboardButton): text is missing",
                "sendMessage.reply_markup (InlineKeyboardMarkup).inline_keyboard[0][0] "
                "(InlineKeyboardButton): txt is unknown",
            ],
        ),
        ("getUpdates", {"timeout": "10", "allowed_updates": '["message"]'}, []),
        ("getUpdates", {"timeout": "soon"}, ["getUpdates.timeout: expected Integer, got 'soon'"]),
        (
            "sendDocument",
            {"chat_id": 1, "document": Upload("a", "b", b"c"), "file0": Upload("a", "b", b"")},
            [],
        ),
        ("sendTelegram", {}, ["sendTelegram: no such method"]),
    ],
)
def test_requests(spec: Spec, method: str, params: dict[str, object], breaches: list[str]) -> None:
    assert spec.check_request(method, params) == breaches


def test_results(spec: Spec) -> None:
    chat = {"id": 1, "type": "private"}
    assert spec.check_result("sendMessage", {"message_id": 1, "date": 0, "chat": chat}) == []
    assert spec.check_result("sendMessage", {"message_id": 1, "chat": chat}) == [
        "sendMessage -> (Message): date is missing"
    ]
    assert spec.check_result("getUpdates", []) == []
    assert spec.check_result("answerCallbackQuery", True) == []
    assert spec.check_result("answerCallbackQuery", "yes") == [
        "answerCallbackQuery ->: expected Boolean, got 'yes'"
    ]


def test_updates(spec: Spec) -> None:
    chat = {"id": 1, "type": "private"}
    user = {"id": 1, "is_bot": False, "first_name": "Sari"}
    message = {"message_id": 1, "date": 0, "chat": chat}
    query = {"id": "1", "from": user, "chat_instance": "1", "message": message}
    member = {"status": "kicked", "user": user, "until_date": 0}
    change = {"chat": chat, "from": user, "date": 0, "old_chat_member": member, "new_chat_member": member}
    assert spec.check_update({"update_id": 1, "callback_query": query}) == []
    assert spec.check_update({"update_id": 1, "my_chat_member": change}) == []
    assert spec.check_update({"update_id": 1, "message": message, "callback_query": query}) == [
        "Update: more than one kind in ['callback_query', 'message', 'update_id']"
    ]
    assert spec.check_update({"update_id": 1, "letter": {}}) == ["Update (Update): letter is unknown"]


async def test_breaches_are_collected_from_the_wire(
    spec: Spec, sim: Simulator, http: ClientSession, sari: Person
) -> None:
    form = {"chat_id": str(sari.id), "text": "halo", "disable_web_page_preview": "true"}
    async with http.post("/bot111:demo/sendMessage", data=form) as answer:
        assert answer.status == 200
    assert sim.violations == ["sendMessage: disable_web_page_preview is unknown"]
    sim.violations.clear()


async def test_without_the_description_nothing_is_checked(tmp_path: Path) -> None:
    sim = Simulator()
    sim.add_person(101)
    sim.start(101)
    assert sim.violations == []
    with pytest.raises(FileNotFoundError):
        Simulator(spec=tmp_path / "none.json")
