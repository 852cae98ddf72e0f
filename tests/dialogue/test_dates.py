"""Dates in one's own words: a clear one is noted, what may mean two is asked back, the rest says why."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.dialogue.answers import Answer, Day, Labelled, Pick
from bot.dialogue.events import Retick, Taken
from bot.dialogue.question import answered_by, on_floor
from tests.dialogue.canteen import Order
from tests.dialogue.guest import Guest, at_the_review, offered
from tests.dialogue.lunch import TONIGHT

THIS, NEXT = "2026-12-01", "2026-12-08"
BOTH = f"{THIS} {NEXT}"
AT_THREE, AT_FIFTEEN = f"{THIS}T03:00", f"{THIS}T15:00"


def asked_for_the_day() -> Guest:
    """A guest who is asked for what day they order."""
    guest = Guest().commands("order").taps("soup", "none")
    assert guest.at == "order.day"
    return guest


def asked_back() -> Guest:
    """A guest whose words might mean either of two Tuesdays."""
    guest = asked_for_the_day().says("Tuesday next", dates=BOTH)
    assert guest.at == "order.day"
    return guest


def test_a_clear_day_is_noted_above_the_next_question() -> None:
    guest = asked_for_the_day().says("on Tuesday", dates=THIS)
    assert guest.said == ("engine/noted_day", "order/note")
    assert guest.values == {"day": date(2026, 12, 1), "time": None}
    assert guest.answer("day") == Answer(text=THIS, message=1)


def test_a_clear_hour_is_noted_with_its_day() -> None:
    guest = Guest().commands("table").says("Tuesday at three p.m.", dates=AT_FIFTEEN)
    assert guest.said == ("engine/noted_day", "table/seats")
    assert guest.values == {"day": date(2026, 12, 1), "time": time(15)}
    assert guest.taps("two").world.table == AT_FIFTEEN


def test_a_day_without_an_hour_is_enough_where_an_hour_may_be_said() -> None:
    guest = Guest().commands("table").says("Tuesday", dates=THIS)
    assert guest.values == {"day": date(2026, 12, 1), "time": None}
    assert guest.taps("four").world.table == THIS


def test_an_hour_is_left_out_where_only_the_day_counts() -> None:
    guest = asked_for_the_day().says("Tuesday at three", dates=f"{AT_THREE} {AT_FIFTEEN}")
    assert (guest.at, guest.answer("day").text) == ("order.note", THIS)


def test_what_may_mean_two_days_is_asked_back_with_two_buttons_first() -> None:
    guest = asked_back()
    assert guest.said == ("engine/which_day",)
    assert guest.choices == (THIS, NEXT, "today", "back")
    assert [one.values["day"] for one in guest.buttons[:2]] == [date(2026, 12, 1), date(2026, 12, 8)]
    assert {one.label for one in guest.buttons[:2]} == {Labelled("engine/nav", "day")}
    assert guest.answer("day") == Answer(either=(THIS, NEXT), stands=False, message=1)


def test_what_may_mean_two_hours_is_asked_back_where_the_hour_counts() -> None:
    guest = Guest().commands("table").says("Tuesday at three", dates=f"{AT_THREE} {AT_FIFTEEN}")
    assert guest.said == ("engine/which_day",)
    assert [one.values["time"] for one in guest.buttons[:2]] == [time(3), time(15)]
    assert all(one.data.count(":") == 2 for one in guest.buttons)
    guest.presses(guest.buttons[1].data)
    assert (guest.at, guest.answer("when")) == ("table.seats", Answer(text=AT_FIFTEEN))


@pytest.mark.parametrize("day", [THIS, NEXT])
def test_a_press_takes_one_of_them(day: str) -> None:
    guest = asked_back().taps(day)
    assert (guest.toast, guest.said) == ("", ("order/note",))
    assert guest.answer("day") == Answer(text=day)
    taken = next(effect for effect in guest.effects if isinstance(effect, Taken))
    assert [(one.values["day"], one.ticked) for one in taken.buttons] == [(date.fromisoformat(day), True)]
    guest.taps("nothing", "save")
    assert guest.world.order == Order("soup", day=day)


def test_the_other_choices_can_be_taken_instead() -> None:
    guest = asked_back().taps("today")
    assert (guest.at, guest.answer("day")) == ("order.note", Answer(picked=("today",)))


def test_one_of_the_two_can_be_typed_as_its_label() -> None:
    guest = asked_back()
    assert list(offered(guest.turn)) == [THIS, NEXT, "today"]
    guest.says("Tuesday, 8 December 2026", choice=NEXT)
    assert (guest.at, guest.answer("day").text) == ("order.note", NEXT)


def test_words_that_are_clear_at_last_need_no_press() -> None:
    guest = asked_back().says("the one in a week", dates=NEXT)
    assert guest.said == ("engine/noted_day", "order/note")
    assert guest.answer("day") == Answer(text=NEXT, message=2)


def test_words_that_are_unclear_again_are_asked_back_again() -> None:
    later = "2026-12-15"
    guest = asked_back().says("hm, or the other", dates=f"{NEXT} {later}")
    assert (guest.said, guest.choices) == (("engine/which_day",), (NEXT, later, "today", "back"))


def test_a_button_for_a_day_that_is_no_longer_asked_about_is_old() -> None:
    guest = asked_back()
    old, kept = guest.button(THIS).data, guest.button(NEXT).data
    guest.says("hm, or the other", dates=f"{NEXT} 2026-12-15")
    assert (guest.presses(old).toast, guest.at) == ("engine/passed", "order.day")
    assert (guest.presses(kept).toast, guest.at) == ("", "order.note")


def test_a_second_press_on_a_day_is_a_toast() -> None:
    guest = asked_back()
    this, next_ = guest.button(THIS).data, guest.button(NEXT).data
    guest.presses(this).presses(next_)
    assert (guest.toast, guest.at, guest.answer("day").text) == ("engine/passed", "order.note", THIS)


@pytest.mark.parametrize("data", [f"1:3:{THIS}", "1:3:2026-12-24", "1:3:2026-12-01T15.00", "1:3:."])
def test_a_day_that_was_not_asked_about_is_not_taken(data: str) -> None:
    guest = asked_for_the_day().presses(data)
    assert (guest.toast, guest.at) == ("engine/passed", "order.day")


def test_both_days_are_still_asked_about_after_a_step_back() -> None:
    guest = asked_back().goes_back()
    assert guest.at == "order.extras"
    guest.taps("done")
    assert (guest.said, guest.choices[:2]) == (("engine/which_day",), (THIS, NEXT))
    guest.taps(NEXT)
    assert (guest.at, guest.answer("day").text) == ("order.note", NEXT)


def test_a_taken_day_can_be_gone_back_to_and_kept() -> None:
    guest = asked_back().taps(NEXT).goes_back()
    assert guest.said == ("order/day", "engine/before_day")
    assert guest.values == {"day": date(2026, 12, 8), "time": None}
    assert guest.choices == ("today", "keep", "back")
    assert guest.taps("keep").answer("day") == Answer(text=NEXT)


def test_a_noted_day_can_be_gone_back_to_and_asked_back_anew() -> None:
    guest = asked_for_the_day().says("on Tuesday", dates=THIS).goes_back().says("Tuesday next", dates=BOTH)
    assert (guest.said, guest.choices[:2]) == (("engine/which_day",), (THIS, NEXT))
    assert "keep" not in guest.choices


def test_an_old_keep_does_not_take_two_days_at_once() -> None:
    guest = asked_for_the_day().says("on Tuesday", dates=THIS).goes_back()
    keep = guest.button("keep").data
    guest.says("Tuesday next", dates=BOTH).presses(keep)
    assert (guest.at, guest.choices[:2]) == ("order.day", (THIS, NEXT))


def test_a_day_is_asked_back_from_the_summary_and_returns_to_it() -> None:
    guest = at_the_review().taps("day").says("Tuesday next", dates=BOTH)
    assert guest.said == ("engine/which_day",)
    assert guest.taps(THIS).at == "order.review"


@pytest.mark.parametrize("unread", ["day_unread", "day_past", "day_future", "day_far", "hour_past"])
def test_what_is_no_date_says_why_and_asks_again(unread: str) -> None:
    guest = asked_for_the_day().misdates("the day after doomsday", unread)
    assert guest.said == (f"engine/{unread}", "order/day")
    assert "day" not in guest.form.answers


def test_words_without_a_date_leave_the_two_days_that_were_asked_about() -> None:
    guest = asked_back().misdates("whichever", "day_unread")
    assert (guest.said, guest.choices[:2]) == (("engine/day_unread", "engine/which_day"), (THIS, NEXT))


def test_an_edited_date_is_offered_as_its_correction() -> None:
    guest = asked_for_the_day().says("on Tuesday", dates=THIS).edits("on Tuesday week", dates=NEXT)
    assert guest.said == ("order/day", "engine/before_day")
    assert guest.values["day"] == date(2026, 12, 8)
    guest.taps("keep")
    assert (guest.at, guest.answer("day")) == ("order.note", Answer(text=NEXT, message=1))


def test_a_date_edited_into_two_is_asked_back() -> None:
    guest = asked_for_the_day().says("on Tuesday", dates=THIS).edits("Tuesday next", dates=BOTH)
    assert guest.said == ("engine/which_day",)
    assert guest.taps(NEXT).answer("day").text == NEXT


def test_two_days_edited_into_one_are_offered_as_that_one() -> None:
    guest = asked_back().edits("the one in a week", dates=NEXT)
    assert (guest.said, guest.values["day"]) == (("order/day", "engine/before_day"), date(2026, 12, 8))
    assert guest.taps("keep").at == "order.note"


def test_an_edit_without_a_date_leaves_the_first_one() -> None:
    guest = asked_for_the_day().says("on Tuesday", dates=THIS).edits("some day")
    assert guest.said == ("engine/edited", "order/note")
    assert guest.answer("day").text == THIS


def test_a_date_asked_back_ticks_nothing() -> None:
    guest = asked_back()
    assert not guest.ticked
    assert not any(isinstance(effect, Retick) for effect in guest.effects)


def test_a_tapped_day_is_kept_as_the_day_it_meant() -> None:
    guest = Guest().commands("table").taps("tonight")
    assert guest.answer("when") == Answer(text=TONIGHT)
    assert guest.taps("two").world.table == TONIGHT


def test_a_date_that_was_edited_later_is_read_as_a_date() -> None:
    guest = Guest().commands("table").says("Tuesday", dates=THIS)
    q = on_floor(guest.turn)
    assert q is not None
    assert answered_by(q, 1) == Day(past=False, hour=True)
    assert answered_by(q, 99) == Pick()
