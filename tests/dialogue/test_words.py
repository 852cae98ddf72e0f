"""Typed words beside or instead of taps: labels, yes and no, small talk, orders, questions, edits."""

from __future__ import annotations

import pytest

from bot.dialogue.acts import Act, Affirm, Chatter, Deny, Meant, Order, OutOfScope, Wonder
from bot.dialogue.answers import Answer
from tests.dialogue.guest import Guest, at_the_review, offered


def at_the_bill() -> Guest:
    """A guest who has said who pays, and is asked whether that is sure."""
    guest = Guest()
    guest.world = at_the_review().taps("save").world
    return guest.commands("bill").taps("Ben")


def test_a_typed_label_is_a_press_on_it() -> None:
    guest = Guest().commands("order").says("lobster", choice="lobster")
    assert guest.answer("dish") == Answer(picked=("lobster",))


def test_what_can_be_typed_is_what_can_be_tapped_but_the_way_back() -> None:
    guest = Guest().commands("order").taps("soup").goes_back()
    labels = {choice: button.label for choice, button in offered(guest.turn).items()}
    assert labels == {
        "soup": "Soup",
        "rice": "Rice",
        "lobster": "Lobster",
    }
    assert offered(Guest().turn) == {}


def test_one_typed_label_answers_a_question_of_several_ticks() -> None:
    guest = Guest().commands("order").taps("soup").says("egg", choice="egg")
    assert guest.at == "order.day"
    assert guest.answer("extras") == Answer(picked=("egg",))


def test_a_typed_label_joins_the_ticks_there_are() -> None:
    guest = Guest().commands("order").taps("soup", "chili").says("egg", choice="egg")
    assert guest.answer("extras") == Answer(picked=("chili", "egg"))


def test_done_can_be_typed() -> None:
    guest = Guest().commands("order").taps("soup", "egg").says("done", choice="done")
    assert guest.at == "order.day"


def test_done_typed_too_early_asks_again() -> None:
    guest = Guest().commands("order").taps("soup").says("done", choice="done")
    assert (guest.said, guest.at) == (("engine/choose", "order/extras"), "order.extras")


def test_keep_can_be_typed() -> None:
    guest = Guest().commands("order").says("Soup of the day").goes_back().says("keep this", choice="keep")
    assert (guest.at, guest.answer("dish").text) == ("order.extras", "Soup of the day")


def test_a_line_of_the_summary_can_be_typed() -> None:
    assert at_the_review().says("note", choice="note").at == "order.note"


def test_a_typed_choice_that_is_not_offered_is_read_as_words() -> None:
    guest = Guest().commands("order").says("None of that", choice="none")
    assert guest.answer("dish").text == "None of that"


@pytest.mark.parametrize(("act", "bill"), [(Affirm(), "Ben"), (Deny(), "Ben")])
def test_yes_and_no_answer_a_question_that_offers_them(act: Act, bill: str) -> None:
    guest = at_the_bill().says("y", act)
    assert (guest.world.bill, guest.said) == (bill, ("bill/noted", "next/bill"))


def test_yes_and_no_choose_different_things() -> None:
    for act, choice in ((Affirm(), "yes"), (Deny(), "no")):
        guest = Guest().commands("order").taps("soup", "chili", "done").says("y", act)
        assert guest.answer("hot") == Answer(picked=(choice,))


def test_words_that_stand_for_a_choice_tick_it_and_take_nothing_without_a_tap() -> None:
    guest = Guest().commands("order").taps("soup", "chili", "done").says("rather mild", Meant("no"))
    assert (guest.at, guest.said) == ("order.hot", ("engine/meant", "order/hot"))
    assert guest.answer("hot") == Answer(picked=("no",), stands=False)
    assert [one.ticked for one in guest.buttons if one.data.endswith(":no")] == [True]
    assert guest.taps("no").at == "order.day"
    assert at_the_bill().says("by all means", Meant("yes")).world.bill == ""


def test_words_that_stand_for_a_choice_are_only_words_where_it_is_not_offered() -> None:
    guest = Guest().commands("order").says("later, she said", Meant("later"))
    assert (guest.at, guest.answer("dish").text) == ("order.extras", "later, she said")
    guest.says("later, she said", Meant("later"))
    assert guest.said == ("engine/choose", "order/extras")
    assert Guest().says("by all means", Meant("yes")).said == ("house/idle", "next/order")


def test_a_short_word_beside_a_choice_that_is_not_offered_is_still_read() -> None:
    guest = at_the_bill().says("yes, later", Meant("later"), Affirm())
    assert guest.world.bill == "Ben"


def test_what_is_said_beside_the_question_comes_before_the_choice_it_stands_for() -> None:
    guest = at_the_bill().says("sell me a car, then yes", OutOfScope("cars"), Meant("yes"))
    assert (guest.said, guest.world.bill) == (("scope/cars", "bill/sure"), "")


def test_yes_saves_at_the_summary() -> None:
    assert at_the_review().says("yes", Affirm()).world.version == 1


def test_no_at_the_summary_asks_what_then() -> None:
    guest = at_the_review().says("no", Deny())
    assert (guest.said, guest.world.version) == (("engine/still_here", "order/review"), 0)


@pytest.mark.parametrize("act", [Affirm(), Deny(), Chatter("greeting")])
def test_a_short_word_is_never_stored_as_an_answer(act: Act) -> None:
    guest = Guest().commands("order").says("hello there", act)
    assert guest.said == ("engine/still_here", "order/dish")
    assert guest.form.answers == {}


def test_words_where_only_taps_count_ask_for_a_tap() -> None:
    guest = at_the_bill().says("certainly he does")
    assert guest.said == ("engine/choose", "bill/sure")


def test_words_that_no_question_waits_for_get_the_next_step() -> None:
    guest = Guest().says("I am hungry")
    assert guest.said == ("house/idle", "next/order")


def test_an_order_is_a_command_wherever_it_is_said() -> None:
    guest = Guest().commands("order").taps("soup").says("stop", Order("stop"))
    assert guest.said == ("house/quiet",)
    assert guest.at == "order.extras"


def test_a_question_of_their_own_is_answered_and_the_form_goes_on() -> None:
    guest = Guest().commands("order").says("what is in the soup?", Wonder("soup"))
    assert guest.said == ("help/soup", "order/dish")
    assert Guest().says("?", Wonder()).said == ("help/all", "next/order")


def test_what_this_bot_does_not_do_is_said_and_the_form_goes_on() -> None:
    guest = Guest().commands("order").says("sell me a car", OutOfScope("cars"))
    assert guest.said == ("scope/cars", "order/dish")
    assert guest.form.answers == {}


def test_an_edit_of_an_answer_is_offered_as_its_correction() -> None:
    guest = Guest().commands("order").says("Soup of the dya").edits("Soup of the day")
    assert guest.said == ("order/dish", "engine/before")
    assert guest.values["answer"] == "Soup of the day"
    guest.taps("keep")
    assert (guest.at, guest.answer("dish").text) == ("order.extras", "Soup of the day")


def test_a_message_edited_twice_is_still_an_edit_of_that_answer() -> None:
    guest = at_the_review().taps("note").says("No slat")
    guest.edits("No sal").edits("No salt")
    assert (guest.at, guest.values["answer"]) == ("order.note", "No salt")


def test_an_edit_goes_to_the_answer_that_was_typed_in_it() -> None:
    guest = Guest().commands("order").says("Soup of the dya").taps("egg", "done", "today", "nothing")
    guest.edits("Soup of the day").taps("keep")
    assert guest.at == "order.review"
    assert guest.answer("dish").text == "Soup of the day"
    assert guest.answer("note") == Answer(picked=("nothing",))


def test_an_edit_of_a_corrected_answer_is_a_correction_again() -> None:
    guest = Guest().commands("order").says("Soup").goes_back().edits("Soup of the day", message=1)
    assert (guest.said, guest.values["answer"]) == (("order/dish", "engine/before"), "Soup of the day")


def test_an_edit_that_is_no_answer_leaves_the_first_version() -> None:
    guest = Guest().commands("order").says("Soup of the day").edits("?")
    assert guest.said == ("engine/edited", "order/extras")
    assert guest.answer("dish").text == "Soup of the day"


def test_an_edit_of_any_other_message_leaves_all_as_it_is() -> None:
    guest = Guest().commands("order").says("?").edits("Soup of the day")
    assert guest.said == ("engine/edited", "order/dish")
    guest.taps("soup").edits("Rice of the day", message=99)
    assert guest.said == ("engine/edited", "order/extras")
    assert guest.answer("dish") == Answer(picked=("soup",))


def test_an_edit_of_an_answer_in_another_form_leaves_this_one_as_it_is() -> None:
    guest = Guest().commands("order").says("Soup of the dya").commands("guestbook", "food")
    guest.edits("Soup of the day")
    assert guest.said == ("engine/edited", "guestbook/word")


def test_an_edit_where_no_form_is_open_gets_the_next_step() -> None:
    assert Guest().says("hello").edits("hello!").said == ("engine/edited", "next/order")


def test_the_label_of_a_button_comes_before_what_the_words_could_mean_beside_it() -> None:
    guest = Guest().commands("order")
    guest.says("Soup", Order("bill"), choice="soup")
    assert guest.at == "order.extras"


def test_stop_comes_before_everything() -> None:
    guest = Guest().commands("order")
    guest.says("Soup", Order("stop"), choice="soup")
    assert guest.at == "order.dish"
