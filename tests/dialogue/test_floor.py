"""Several forms at a time: the floor, how it is taken, where it returns, and who has to wait for it."""

from __future__ import annotations

from datetime import timedelta

from bot.dialogue.answers import Answer
from bot.dialogue.desk import MOST_OPEN
from bot.dialogue.events import Menu, Said
from tests.dialogue.canteen import Lunch
from tests.dialogue.guest import A_WHILE, NOON, Guest, at_the_review


def with_two_forms() -> Guest:
    """An order at its first question, and over it a word for the guestbook about the food."""
    guest = Guest().commands("order").later().commands("guestbook", "food")
    assert guest.at == "guestbook.word"
    return guest


def test_words_go_to_the_form_that_was_opened_last() -> None:
    guest = with_two_forms().says("Delicious")
    assert guest.world.bill == ""
    assert guest.said[0] == "refused/nothing_ordered"


def test_a_reply_goes_to_the_form_that_asked() -> None:
    guest = with_two_forms().says("Soup of the day", about=1)
    assert guest.at == "order.extras"
    assert guest.answer("dish") == Answer(text="Soup of the day", message=1)


def test_a_reply_to_a_form_that_is_closed_goes_to_the_floor() -> None:
    guest = at_the_review().taps("save").commands("guestbook", "food").says("Delicious", about=1)
    assert guest.world.bill == "food: Delicious"


def test_a_press_takes_the_floor() -> None:
    guest = with_two_forms().presses("1:1:soup")
    assert guest.at == "order.extras"
    assert guest.desk.find("guestbook", "food") is not None


def test_a_tick_and_a_step_back_take_the_floor() -> None:
    guest = Guest().commands("order").taps("soup").later().commands("guestbook", "food")
    guest.presses("1:2:egg")
    assert guest.at == "order.extras"
    guest.commands("guestbook", "food").presses("1:2:back")
    assert guest.at == "order.dish"


def test_an_old_button_does_not_take_the_floor() -> None:
    guest = Guest().commands("order").taps("soup").commands("guestbook", "food").presses("1:1:soup")
    assert (guest.toast, guest.at) == ("engine/passed", "guestbook.word")


def test_the_floor_returns_when_the_form_ends() -> None:
    guest = Guest()
    guest.world = at_the_review().taps("save").world
    guest.commands("guestbook", "food").later().commands("guestbook", "service").later()
    guest.commands("bill").taps("Ann", "yes")
    assert guest.said == ("bill/noted", "guestbook/word")
    assert guest.form.subject == "service"
    guest.says("Friendly")
    assert guest.form.subject == "food"
    guest.says("Delicious")
    assert guest.desk.floor is None


def test_one_flow_may_be_open_about_several_things() -> None:
    guest = Guest().commands("guestbook", "food").commands("guestbook", "service")
    assert [one.subject for one in guest.desk.conversations] == ["food", "service"]
    guest.commands("guestbook", "food")
    assert (guest.form.id, len(guest.desk.conversations)) == (1, 2)


def test_beyond_so_many_the_form_untouched_for_longest_is_dropped() -> None:
    guest = Guest()
    for subject in range(MOST_OPEN):
        guest.commands("guestbook", str(subject)).later()
    guest.says("!", about=1).later()
    guest.commands("guestbook", "one too many")
    assert [one.subject for one in guest.desk.conversations] == ["2", "3", "4", "5", "0", "one too many"]
    guest.presses("2:1:x")
    assert guest.toast == "engine/passed"


def test_a_command_that_clears_the_table_closes_every_form() -> None:
    guest = with_two_forms().commands("leave")
    assert (guest.said, guest.desk.conversations, guest.desk.floor) == (("house/bye",), (), None)
    assert Menu() in guest.effects
    guest.commands("order")
    assert guest.form.id == 3


def test_a_reminder_waits_while_a_form_was_touched_just_now() -> None:
    guest = Guest().commands("order").later(timedelta(minutes=4))
    desk = guest.desk
    guest.is_due()
    assert guest.effects == ()
    assert guest.wait_until == NOON + timedelta(minutes=10)
    assert guest.desk == desk


def test_every_answer_makes_it_wait_anew() -> None:
    guest = Guest().commands("order").later(timedelta(minutes=9)).taps("soup")
    guest.later(timedelta(minutes=9)).is_due()
    assert guest.wait_until == NOON + timedelta(minutes=19)


def test_a_reminder_comes_when_the_form_has_rested_and_leads_back_to_it() -> None:
    guest = Guest().commands("order").later(A_WHILE).is_due()
    assert (guest.said, guest.wait_until) == (("lunch/reminder", "order/dish"), None)


def test_news_of_the_partner_waits_too() -> None:
    guest = Guest().commands("order").hears(version=0)
    assert (guest.effects, guest.wait_until) == ((), NOON + timedelta(minutes=10))
    guest.later().hears(version=0)
    assert guest.said == ("lunch/proposal",)


def napping(span: timedelta) -> Guest:
    """Ann, who wants to hear nothing of Ben for a while."""
    return Guest(world=Lunch("Ann", "Ben", nap=NOON + span))


def test_news_waits_as_long_as_the_book_says() -> None:
    guest = napping(timedelta(minutes=40)).hears(version=0)
    assert (guest.effects, guest.wait_until) == ((), NOON + timedelta(minutes=40))
    guest.later(timedelta(minutes=40)).hears(version=0)
    assert (guest.said, guest.wait_until) == (("lunch/proposal",), None)


def test_news_waits_for_the_later_of_the_form_and_the_book() -> None:
    for minutes, until in ((3, 10), (40, 40)):
        guest = napping(timedelta(minutes=minutes)).commands("order").hears(version=0)
        assert guest.wait_until == NOON + timedelta(minutes=until)


def test_a_reminder_does_not_wait_for_what_news_waits_for() -> None:
    assert napping(timedelta(minutes=40)).is_due().said == ("lunch/reminder", "next/order")


def test_nothing_waits_where_no_form_is_open() -> None:
    guest = Guest().is_due()
    assert guest.said == ("lunch/reminder", "next/order")


def test_whoever_speaks_never_waits() -> None:
    guest = Guest().commands("order").does(Said("hm"))
    assert guest.wait_until is None
    assert guest.said != ()
