"""Buttons of forms: each carries its conversation and its question; an old one only says that it is old."""

from __future__ import annotations

import pytest

from bot.dialogue.answers import Answer
from bot.dialogue.events import Taken
from tests.dialogue.guest import Guest, at_the_review


def test_a_button_names_conversation_question_and_choice() -> None:
    guest = Guest().commands("order")
    assert guest.button("soup").data == "1:1:soup"
    guest.taps("soup")
    assert guest.button("egg").data == "1:2:egg"


def test_the_number_rises_only_when_a_new_question_is_put() -> None:
    guest = Guest().commands("order")
    assert guest.form.number == 1
    guest.says("?").says("no").commands("order").commands("help")
    assert (guest.at, guest.form.number) == ("order.dish", 1)
    guest.taps("soup")
    assert guest.form.number == 2
    guest.taps("egg", "chili")
    assert guest.form.number == 2
    guest.goes_back()
    assert (guest.at, guest.form.number) == ("order.dish", 3)


def test_every_message_of_the_same_question_can_be_pressed() -> None:
    guest = Guest().commands("order")
    first = guest.button("rice").data
    guest.says("no").presses(first)
    assert guest.answer("dish") == Answer(picked=("rice",))


def test_a_press_is_always_acknowledged() -> None:
    guest = Guest().commands("order").taps("soup")
    assert guest.toast == ""


def test_an_answered_question_keeps_only_what_was_taken() -> None:
    guest = Guest().commands("order").taps("soup")
    taken = [effect for effect in guest.effects if isinstance(effect, Taken)]
    assert [(one.message, [(button.label, button.ticked) for button in one.buttons]) for one in taken] == [
        (70, [("Soup", True)])
    ]


def test_several_ticks_are_kept_when_they_are_done() -> None:
    guest = Guest().commands("order").taps("soup", "chili", "egg", "done")
    taken = next(effect for effect in guest.effects if isinstance(effect, Taken))
    assert [button.data.rsplit(":", 1)[1] for button in taken.buttons] == ["chili", "egg"]


def test_a_second_press_of_the_same_button_is_a_toast() -> None:
    guest = Guest().commands("order")
    soup = guest.button("soup").data
    guest.presses(soup).presses(soup)
    assert (guest.toast, guest.said, guest.at) == ("engine/passed", (), "order.extras")


def test_an_old_button_changes_nothing() -> None:
    guest = Guest().commands("order")
    rice = guest.button("rice").data
    guest.taps("soup", "none")
    desk = guest.desk
    guest.presses(rice)
    assert guest.toast == "engine/passed"
    assert guest.desk == desk


def test_the_button_of_a_question_that_came_back_is_old_all_the_same() -> None:
    guest = Guest().commands("order")
    rice = guest.button("rice").data
    guest.taps("soup").goes_back().presses(rice)
    assert (guest.toast, guest.at) == ("engine/passed", "order.dish")
    assert guest.answer("dish") == Answer(picked=("soup",), stands=False)


def test_a_button_of_a_form_that_is_done_gives_the_way_on() -> None:
    guest = at_the_review()
    save = guest.button("save").data
    guest.taps("save").presses(save)
    assert (guest.toast, guest.said) == ("engine/passed", ("next/bill",))
    assert guest.world.version == 1


def test_a_new_form_is_never_mistaken_for_an_old_one() -> None:
    guest = at_the_review()
    old = guest.button("save").data
    guest.taps("save").commands("order")
    assert guest.form.id == 2
    guest.presses(old)
    assert guest.toast == "engine/passed"
    assert guest.world.version == 1


@pytest.mark.parametrize(
    "data",
    [
        "",
        ":",
        "::",
        ":::",
        "soup",
        "1",
        "1:",
        "1:1",
        "1:1:",
        "1:1:caviar",
        "1:1:soup:soup",
        "1:one:soup",
        "1:-1:soup",
        "01:01:soup",
        "99:1:soup",
        "٣:١:soup",
        "²:1:soup",
        "-1:1:soup",
        "1" * 64,
        "order",
        "order:1",
        "open.order",
        "open.order:",
        "open.order::",
        "open.order::x",
        "open.order::²",
        "open.nothing::0",
        "no such verb:x:1",
        "1:1:\x00\u200b\u202e",
        "🥣:🥣:🥣",
        "'; drop table lunch",
        "{{ world }}",
    ],
)
def test_data_of_any_shape_is_answered_and_changes_nothing(data: str) -> None:
    guest = Guest().commands("order")
    world, form = guest.world, guest.form
    guest.presses(data)
    assert guest.toast == "engine/passed"
    assert (guest.world, guest.form) == (world, form)


@pytest.mark.parametrize("data", ["open.order::3", "open.order:lunch:3", "open.order:a:b:3"])
def test_a_card_button_may_have_any_subject(data: str) -> None:
    assert Guest().presses(data).at == "order.dish"


def test_a_press_for_a_choice_that_is_not_offered_is_a_toast() -> None:
    guest = Guest().commands("order").presses("1:1:keep")
    assert (guest.toast, guest.at) == ("engine/passed", "order.dish")
    guest.taps("soup", "none", "today").presses("1:4:save")
    assert (guest.toast, guest.at) == ("engine/passed", "order.note")


def test_back_at_the_first_question_says_that_it_is_the_first() -> None:
    guest = Guest().commands("order").presses("1:1:back")
    assert guest.said == ("engine/first_question", "order/dish")
