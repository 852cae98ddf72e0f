"""Keyboards: what is kept of a reply_markup, and what Telegram says of one it cannot read."""

import pytest

from bot.simulator.keyboards import checked_markup
from bot.simulator.refusals import RefusalError


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (None, None),
        ("", None),
        ({"inline_keyboard": []}, None),
        ({"inline_keyboard": [[], []]}, None),
        (
            {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}], []]},
            {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]},
        ),
        (
            {"inline_keyboard": [[{"text": "Buka", "url": "example.org"}]]},
            {"inline_keyboard": [[{"text": "Buka", "url": "http://example.org/"}]]},
        ),
        (
            {"inline_keyboard": [[{"text": "Kirim", "url": "https://wa.me/?text=Halo%2C%20Pak%26Bu%0Aya"}]]},
            {"inline_keyboard": [[{"text": "Kirim", "url": "https://wa.me/?text=Halo%2C%20Pak%26Bu%0Aya"}]]},
        ),
        (
            {"inline_keyboard": [[{"text": "Undang", "url": "https://t.me/tuntun_bot?start=a-b_c"}]]},
            {"inline_keyboard": [[{"text": "Undang", "url": "https://t.me/tuntun_bot?start=a-b_c"}]]},
        ),
        (
            {"inline_keyboard": [[{"text": "Bagikan", "switch_inline_query": ""}]]},
            {"inline_keyboard": [[{"text": "Bagikan", "switch_inline_query": ""}]]},
        ),
        (
            {"keyboard": [["Ya", {"text": "Tidak"}]], "resize_keyboard": True},
            {"keyboard": [[{"text": "Ya"}, {"text": "Tidak"}]], "resize_keyboard": True},
        ),
        ({"remove_keyboard": True}, {"remove_keyboard": True}),
    ],
)
def test_what_is_kept(given: object, kept: object) -> None:
    assert checked_markup(given) == kept


def button(**more: object) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "Salin", **more}]]}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ([1], "object expected as reply markup"),
        (
            {"inline_keyboard": [1]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": "Ya"}, 'field "keyboard" must be an Array of Arrays'),
        (
            {"inline_keyboard": [["Ya"]]},
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        (
            {"inline_keyboard": [[{"url": "example.org"}]]},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        ({"keyboard": [[1]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        (
            button(url="https://wa.me/?text=Halo, Pak"),
            "inline keyboard button URL 'https://wa.me/?text=Halo, Pak' is invalid: Wrong HTTP URL",
        ),
        (
            button(url="whatsapp://send?text=Halo"),
            "inline keyboard button URL 'whatsapp://send?text=Halo' is invalid: Unsupported URL protocol",
        ),
        (button(copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID"),
        (button(copy_text={"text": "a" * 257}), "BUTTON_COPY_TEXT_INVALID"),
        (button(callback_data="a" * 65), "BUTTON_DATA_INVALID"),
    ],
)
def test_what_is_refused(given: object, words: str) -> None:
    with pytest.raises(RefusalError) as refused:
        checked_markup(given)
    assert refused.value.description == f"Bad Request: {words}"
