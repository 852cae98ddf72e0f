"""A form that changes between two turns: the place follows from the answers, whatever was asked before."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.answers import Answer, Pick
from bot.dialogue.flow import END, Branch, Flow, Step
from tests.dialogue.canteen import Lunch
from tests.dialogue.guest import Guest, at_the_review
from tests.dialogue.lunch import BOOK, ORDER, TheBook, TheFlow


def shipped(flow: TheFlow) -> TheBook:
    """The book of the next release, with that form in place of its old one."""
    return replace(BOOK, flows={**BOOK.flows, flow.id: flow})


def with_steps(*steps: Step[Lunch]) -> TheBook:
    """The next release, in which these steps replace those of the order, or join them."""
    ours = {step.id: step for step in (*ORDER.steps, *steps)}
    return shipped(replace(ORDER, steps=tuple(ours.values())))


DRINK = Step[Lunch]("drink", "order/drink", Pick(), "extras", ("tea", "water"))


def test_an_inserted_question_is_asked_next_and_the_rest_is_kept() -> None:
    guest = at_the_review()
    guest.book = with_steps(replace(ORDER.step("dish"), next="drink"), DRINK)
    guest.says("save", choice="save")
    assert guest.at == "order.drink"
    guest.taps("water")
    assert guest.at == "order.review"


def test_only_what_was_just_typed_is_shown_back() -> None:
    guest = at_the_review().taps("dish")
    guest.book = with_steps(replace(ORDER.step("extras"), next="drink"), replace(DRINK, next="day"))
    guest.says("Rice in a bowl")
    assert guest.said == ("order/drink",)
    assert guest.answer("dish").text == "Rice in a bowl"


def test_a_press_for_a_question_that_moved_is_not_taken_for_the_one_that_is_there_now() -> None:
    guest = Guest().commands("order").taps("soup")
    old = guest.button("none").data
    guest.book = with_steps(replace(ORDER.step("dish"), next="drink"), DRINK)
    guest.presses(old)
    assert (guest.toast, guest.said) == ("engine/passed", ("order/drink",))
    guest.taps("tea")
    assert guest.at == "order.extras"


def test_a_renamed_question_is_asked_anew() -> None:
    guest = Guest().commands("order").taps("soup", "none", "today")
    renamed = replace(ORDER.step("extras"), id="toppings", next="day")
    guest.book = with_steps(replace(ORDER.step("dish"), next="toppings"), renamed)
    guest.says("No salt")
    assert guest.said == ("engine/choose", "order/extras")
    guest.taps("egg", "done")
    assert guest.at == "order.note"


def test_a_removed_question_is_not_missed() -> None:
    guest = Guest().commands("order").taps("soup", "none")
    guest.book = with_steps(replace(ORDER.step("extras"), next="note"))
    guest.says("No salt")
    assert guest.at == "order.review"
    assert guest.answer("note") == Answer(text="No salt", message=1)


def test_a_choice_that_is_gone_no_longer_answers() -> None:
    guest = Guest().commands("order").taps("soup", "egg", "done")
    fewer = replace(ORDER.step("extras"), choices=("chili", "cracker", "none"))
    guest.book = with_steps(fewer)
    guest.says("26/11", dates="2026-11-26")
    assert guest.said == ("engine/choose", "order/extras")
    guest.taps("cracker", "done")
    assert guest.at == "order.day"


def test_a_choice_that_is_gone_is_no_suggestion() -> None:
    guest = Guest().commands("order").taps("soup", "chili", "done", "yes")
    guest.book = with_steps(replace(ORDER.step("hot"), choices=("a_little", "no")))
    guest.says("26/11", dates="2026-11-26")
    assert guest.said == ("engine/choose", "order/hot")
    assert guest.choices == ("a_little", "no", "back")


def test_a_form_whose_last_question_was_removed_asks_its_new_last_one_again() -> None:
    guest = Guest()
    guest.world = at_the_review().taps("save").world
    guest.commands("bill").taps("Ben")
    shorter: TheFlow = Flow(
        "bill", "who", (replace(BOOK.flows["bill"].steps[0], next=END),), BOOK.flows["bill"].done
    )
    guest.book = shipped(shorter)
    guest.commands("bill")
    assert guest.said == ("bill/who",)
    guest.taps("Ben")
    assert guest.world.bill == "Ben"
    assert guest.desk.conversations == ()


def test_a_form_that_is_gone_gives_the_floor_to_the_one_touched_last() -> None:
    guest = Guest().commands("order").taps("soup").later().commands("guestbook", "food").later()
    guest.commands("guestbook", "service")
    guest.book = replace(BOOK, flows={"order": ORDER, "bill": BOOK.flows["bill"]})
    guest.says("none", choice="none")
    assert guest.at == "order.day"


def test_a_form_that_is_gone_leaves_its_buttons_with_a_word_and_the_next_step() -> None:
    guest = Guest().commands("guestbook", "food")
    guest.commands("guestbook", "food")
    old = f"{guest.form.id}:{guest.form.number}:x"
    guest.book = replace(BOOK, flows={"order": ORDER})
    guest.presses(old)
    assert (guest.toast, guest.said) == ("engine/passed", ("next/order",))
    assert guest.desk.floor is None


def test_a_new_way_through_the_form_is_taken_from_the_answers_there_are() -> None:
    guest = at_the_review()
    spicy = Branch[Lunch](lambda at: "hot" if "egg" in at.many("extras") else "day", ("hot", "day"))
    guest.book = with_steps(replace(ORDER.step("extras"), next=spicy))
    guest.says("save", choice="save")
    assert guest.at == "order.hot"
