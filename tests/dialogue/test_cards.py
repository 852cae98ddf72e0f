"""Cards, commands, the gate, and whatever else comes in; two people who agree on what both have seen."""

from __future__ import annotations

import pytest

from bot.dialogue.acts import Distress
from bot.dialogue.events import Elsewhere, Leave, Reached, Say, Sent, Tell
from tests.dialogue.canteen import Lunch, Ordered
from tests.dialogue.guest import Guest, at_the_review


def ordered() -> Guest:
    """Ann has ordered, and sees the card of version 1."""
    return at_the_review().taps("save")


def beside(ann: Guest) -> Guest:
    """Ben at the same table, who has just heard of Ann's order."""
    tell = next(effect for effect in ann.effects if isinstance(effect, Tell))
    assert tell.person == 2
    ben = Guest(world=Lunch("Ben", "Ann", version=ann.world.version, order=ann.world.order))
    return ben.hears(tell.fact.version)


def test_two_people_agree_on_what_both_have_seen() -> None:
    ann = ordered()
    ben = beside(ann)
    assert ben.said == ann.said == ("lunch/proposal",)
    assert ben.values == ann.values
    ann.taps("agree")
    ben.taps("agree")
    assert ann.world.agreed == {"Ann"}
    assert ben.world.agreed == {"Ben"}


def test_nobody_agrees_to_a_version_that_they_did_not_see() -> None:
    ann = ordered()
    ben = beside(ann)
    seen = ben.button("agree").data
    ann.commands("order").taps("note", "nothing", "save")
    ben.world = Lunch("Ben", "Ann", version=ann.world.version, order=ann.world.order)
    ben.presses(seen)
    assert ben.said == ("lunch/changed_meanwhile", "lunch/proposal")
    assert (ben.toast, ben.world.agreed) == ("", frozenset())
    ben.taps("agree")
    assert ben.world.agreed == {"Ben"}


def test_old_news_of_the_partner_says_nothing() -> None:
    ann = ordered()
    assert ann.hears(version=0).effects == ()


def test_a_second_press_on_a_card_is_a_toast() -> None:
    ann = ordered()
    agree = ann.button("agree").data
    ann.presses(agree).presses(agree)
    assert (ann.toast, ann.said) == ("lunch/agreed_already", ())


def test_a_refused_command_of_a_card_says_why_and_gives_the_way_on() -> None:
    guest = Guest().presses("pay:Ann:0")
    assert guest.said == ("refused/nothing_ordered", "next/order")
    assert guest.toast == ""


def test_a_refused_command_in_mid_form_leads_back_to_the_question() -> None:
    guest = Guest().commands("order").presses("pay:Ann:0")
    assert guest.said == ("refused/nothing_ordered", "order/dish")


def test_a_card_pressed_in_mid_form_leaves_the_form_where_it_was() -> None:
    ann = ordered()
    agree = ann.button("agree").data
    ann.commands("guestbook", "food").presses(agree)
    assert ann.said == ("lunch/agreed", "guestbook/word")


def test_the_gate_comes_first_and_takes_the_turn() -> None:
    guest = Guest(world=Lunch("Ann", "Ben", seated=False))
    for act in (guest.commands, guest.says, guest.presses):
        act("order")
        assert guest.said == ("house/welcome",)
    assert guest.does(Sent("photo")).said == ("house/welcome",)
    assert guest.desk.conversations == ()
    guest.taps("sit")
    assert guest.said == ("house/seated", "next/order")


def test_a_press_that_the_gate_takes_is_acknowledged() -> None:
    guest = Guest(world=Lunch("Ann", "Ben", seated=False)).presses("open.order::0")
    assert (guest.toast, guest.said) == ("", ("house/welcome",))


def test_the_gate_may_take_words_in_mid_form_and_the_form_stays() -> None:
    guest = Guest().commands("order").taps("soup")
    form = guest.form
    guest.says("I feel dizzy", Distress("check"))
    assert guest.said == ("house/doctor",)
    assert guest.form == form


@pytest.mark.parametrize("kind", ["sticker", "photo", "voice", "location", "contact", "poll", "other"])
def test_what_is_no_text_is_answered_and_the_question_stands(kind: str) -> None:
    guest = Guest().commands("order").taps("soup").does(Sent(kind))
    assert guest.said == ("engine/sent", "order/extras")
    assert guest.values["kind"] == kind
    assert guest.form.number == 2


def test_what_is_no_text_is_answered_where_nothing_was_asked() -> None:
    assert Guest().does(Sent("photo")).said == ("engine/sent", "next/order")


def test_an_unknown_command_is_answered_and_the_question_stands() -> None:
    guest = Guest().commands("order").commands("dessert", "with cream")
    assert guest.said == ("engine/unknown_command", "order/dish")
    assert Guest().commands("dessert").said == ("engine/unknown_command", "next/order")


def test_a_group_is_left_with_a_word_whatever_else_is_open() -> None:
    guest = Guest(world=Lunch("Ann", "Ben", seated=False)).does(Elsewhere())
    assert guest.said == ("engine/group",)
    assert [type(effect) for effect in guest.effects] == [Say, Leave]


def test_news_about_reach_says_nothing() -> None:
    assert Guest().does(Reached(False)).effects == ()


def test_an_order_is_told_to_the_partner_once() -> None:
    told = [effect for effect in ordered().effects if isinstance(effect, Tell)]
    assert told == [Tell(2, Ordered(1))]


def test_a_refused_order_is_told_to_nobody() -> None:
    guest = Guest().commands("order").taps("lobster", "none", "today", "nothing", "save")
    assert guest.said == ("refused/too_dear", "order/review")
    assert not any(isinstance(effect, Tell) for effect in guest.effects)


def test_what_a_card_does_is_told_too() -> None:
    ann = ordered().presses("repeat:lunch:1")
    assert ann.said == ("lunch/repeated", "next/bill")
    assert [effect for effect in ann.effects if isinstance(effect, Tell)] == [Tell(2, Ordered(2))]


def test_a_late_reminder_may_say_nothing() -> None:
    assert Guest().is_due(late=True).effects == ()
