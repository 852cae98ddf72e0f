"""Through a form: on, back, ticks, the summary card, branches, and the command at its end."""

from __future__ import annotations

from bot.dialogue.answers import Answer
from bot.dialogue.events import Tell
from tests.dialogue.canteen import Order, Ordered
from tests.dialogue.guest import Guest, at_the_review


def test_a_form_asks_its_questions_and_ends_in_one_command() -> None:
    guest = Guest().commands("order")
    assert (guest.said, guest.choices) == (("order/dish",), ("soup", "rice", "lobster"))
    guest.taps("soup")
    assert guest.said == ("order/extras",)
    guest.taps("none")
    assert guest.said == ("order/day",)
    guest.taps("today")
    assert guest.said == ("order/note",)
    guest.taps("nothing")
    assert (guest.said, guest.values) == (("order/review",), {"dish": "soup"})
    assert guest.world.order is None
    guest.taps("save")
    assert guest.world.order == Order("soup", day="today")
    assert guest.desk.conversations == ()
    assert guest.desk.floor is None


def test_what_follows_a_form_is_shown_and_told_to_the_partner() -> None:
    guest = at_the_review().taps("save")
    assert guest.said == ("lunch/proposal",)
    assert Tell(2, Ordered(1)) in guest.effects


def test_a_form_without_a_summary_ends_with_its_last_answer() -> None:
    guest = Guest()
    guest.world = at_the_review().taps("save").world
    guest.commands("bill").taps("Ben", "yes")
    assert guest.said == ("bill/noted", "next/bill")
    assert guest.world.bill == "Ben"


def test_typed_words_are_shown_back_above_the_next_question() -> None:
    guest = Guest().commands("order").says("Soup   of\nthe day")
    assert guest.said == ("engine/noted", "order/extras")
    assert guest.values["answer"] == "Soup of the day"


def test_a_long_answer_is_cut_where_it_is_shown_back() -> None:
    guest = Guest().commands("order").taps("soup", "none", "today").says("x" * 60)
    assert guest.said == ("order/review",)
    guest = Guest().commands("guestbook", "food").says("much too long for a guestbook")
    assert guest.said == ("engine/too_long", "guestbook/word")


def test_back_asks_the_question_before_and_keeps_its_answer_as_a_suggestion() -> None:
    guest = Guest().commands("order").says("Soup of the day").taps("back")
    assert guest.said == ("order/dish", "engine/before")
    assert guest.values["answer"] == "Soup of the day"
    assert guest.answer("dish") == Answer(text="Soup of the day", stands=False, message=1)
    guest.taps("keep")
    assert guest.at == "order.extras"
    assert guest.answer("dish") == Answer(text="Soup of the day", message=1)


def test_back_goes_all_the_way_and_says_where_it_ends() -> None:
    guest = at_the_review()
    for step in ("note", "day", "extras", "dish"):
        guest.goes_back()
        assert guest.at == f"order.{step}"
    guest.goes_back()
    assert guest.said == ("engine/first_question", "order/dish", "engine/before")
    assert "back" not in guest.choices


def test_back_and_keep_all_the_way_loses_nothing() -> None:
    guest = at_the_review()
    answers = dict(guest.form.answers)
    for _ in range(4):
        guest.goes_back()
    guest.taps("keep", "done", "today", "keep")
    assert guest.at == "order.review"
    assert guest.form.answers == answers


def test_a_suggestion_can_be_replaced() -> None:
    guest = at_the_review().goes_back().says("Extra salt")
    assert guest.at == "order.review"
    assert guest.answer("note") == Answer(text="Extra salt", message=4)


def test_a_tick_changes_the_buttons_and_says_nothing() -> None:
    guest = Guest().commands("order").taps("soup", "chili")
    assert (guest.said, guest.toast, guest.ticked) == ((), "", ("chili",))
    assert "done" in guest.choices
    guest.taps("egg")
    assert guest.ticked == ("chili", "egg")
    guest.taps("cracker")
    assert (guest.toast, guest.said) == ("engine/pick_fewer", ())
    guest.taps("chili", "egg")
    assert not guest.ticked
    assert "done" not in guest.choices


def test_done_too_early_is_a_toast() -> None:
    guest = Guest().commands("order").taps("soup")
    guest.presses(guest.button("egg").data.replace("egg", "done"))
    assert (guest.toast, guest.at) == ("engine/pick_more", "order.extras")


def test_a_choice_alone_goes_on_at_once() -> None:
    guest = Guest().commands("order").taps("soup", "egg", "none")
    assert guest.at == "order.day"
    assert guest.answer("extras") == Answer(picked=("none",))


def test_the_summary_offers_every_line_and_no_way_back() -> None:
    guest = at_the_review()
    assert guest.choices == ("save", "dish", "extras", "day", "note")


def test_a_line_changed_from_the_summary_returns_to_it() -> None:
    guest = at_the_review().taps("day")
    assert guest.said == ("order/day",)
    guest.taps("today")
    assert guest.at == "order.review"
    guest.taps("dish").says("Rice in a bowl")
    assert guest.at == "order.review"
    assert guest.values == {"dish": "Rice in a bowl"}


def test_a_line_looked_at_and_kept_returns_to_the_summary() -> None:
    guest = at_the_review()
    answers = dict(guest.form.answers)
    guest.taps("note", "keep")
    assert guest.at == "order.review"
    assert guest.form.answers == answers


def test_a_change_that_takes_another_branch_asks_what_is_new_there() -> None:
    guest = at_the_review().taps("extras", "chili", "done")
    assert guest.at == "order.hot"
    guest.taps("yes")
    assert guest.at == "order.review"
    guest.taps("save")
    assert guest.world.order == Order("Soup of the day", ("egg", "chili"), "yes", "today", "No salt, please")


def test_answers_off_the_path_are_kept_and_not_read() -> None:
    guest = at_the_review().taps("extras", "chili", "done", "yes")
    guest.taps("extras", "chili", "done")
    assert guest.at == "order.review"
    assert "hot" not in guest.choices
    assert guest.answer("hot") == Answer(picked=("yes",))
    guest.taps("save")
    assert guest.world.order is not None
    assert guest.world.order.hot == ""


def test_an_answer_off_the_path_is_there_again_when_the_path_returns() -> None:
    guest = at_the_review().taps("extras", "chili", "done", "yes", "extras", "chili", "done")
    guest.taps("extras", "chili", "done")
    assert guest.at == "order.review"
    assert "hot" in guest.choices


def test_a_refused_command_says_why_and_keeps_the_form() -> None:
    guest = Guest().commands("order").taps("lobster", "none", "today", "nothing", "save")
    assert guest.said == ("refused/too_dear", "order/review")
    assert guest.world.order is None
    guest.taps("dish", "soup", "save")
    assert guest.world.order == Order("soup", day="today")


def test_a_form_that_the_order_of_things_no_longer_allows_is_closed_when_it_is_refused() -> None:
    guest = Guest()
    guest.world = at_the_review().taps("save").world
    guest.commands("bill").taps("Ann")
    guest.world = Guest().world
    guest.taps("yes")
    assert guest.said == ("refused/nothing_ordered", "next/order")
    assert guest.desk.conversations == ()


def test_a_correction_starts_from_what_the_domain_holds() -> None:
    guest = at_the_review().taps("extras", "chili", "done", "no", "save").commands("order")
    assert guest.said == ("order/review",)
    guest.taps("note", "nothing", "save")
    assert guest.world.order == Order("Soup of the day", ("egg", "chili"), "no", "today")
    assert guest.world.version == 2


def test_a_form_that_is_open_already_goes_on_where_it_was() -> None:
    guest = Guest().commands("order").taps("soup").commands("order")
    assert guest.said == ("order/extras",)
    assert len(guest.desk.conversations) == 1


def test_a_form_that_may_not_open_yet_says_why_and_gives_the_way_on() -> None:
    guest = Guest().commands("bill")
    assert guest.said == ("refused/nothing_ordered", "next/order")
    assert guest.button("open.order").data == "open.order::0"
