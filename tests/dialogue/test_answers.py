"""What counts as an answer to each kind of question."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.answers import (
    Answer,
    Day,
    Kind,
    Pick,
    PickMany,
    Review,
    Text,
    Unread,
    numeric_day,
    read_pick,
    read_text,
    valid,
)

TODAY = date(2026, 11, 24)
EXTRAS = PickMany(least=1, most=2, alone=("none",))
OFFERED = frozenset({"chili", "egg", "cracker", "none"})


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("  no salt ", Answer(text="no salt")),
        ("ab", Unread("too_short")),
        ("a b !?", Unread("too_short")),
        ("...", Unread("too_short")),
        ("好吃的", Answer(text="好吃的")),
        ("سلطة", Answer(text="سلطة")),
        ("x" * 12, Answer(text="x" * 12)),
        ("x" * 13, Unread("too_long")),
    ],
)
def test_own_words_are_measured_in_letters_below_and_characters_above(
    text: str, read: Answer | Unread
) -> None:
    assert read_text(Text(least=3, most=12), text, TODAY) == read


@pytest.mark.parametrize("kind", [Pick(), PickMany(), Review()])
def test_words_are_no_answer_where_only_taps_are(kind: Kind) -> None:
    assert read_text(kind, "the soup please", TODAY) == Unread("choose")


@pytest.mark.parametrize(
    ("kind", "text", "read"),
    [
        (Day(past=False), "24/11", Answer(text="2026-11-24")),
        (Day(past=False), "1-12", Answer(text="2026-12-01")),
        (Day(past=False), "5 1", Answer(text="2027-01-05")),
        (Day(past=False), "23.11.2026", Unread("day_past")),
        (Day(past=False, reach=30), "25/12", Unread("day_far")),
        (Day(past=True), "24/11", Answer(text="2026-11-24")),
        (Day(past=True), "25/12", Answer(text="2025-12-25")),
        (Day(past=True), "25/11/26", Unread("day_future")),
        (Day(past=True, reach=30), "1/1", Unread("day_far")),
        (Day(), "tomorrow", Unread("day_unread")),
        (Day(), "31/2", Unread("day_unread")),
        (Day(), "24", Unread("day_unread")),
        (Day(), "24/11/26/1", Unread("day_unread")),
        (Day(), "٢٤/١١", Unread("day_unread")),
        (Day(), "", Unread("day_unread")),
    ],
)
def test_a_typed_day_lies_on_its_side_of_today_and_within_reach(
    kind: Day, text: str, read: Answer | Unread
) -> None:
    assert read_text(kind, text, TODAY) == read


def test_a_leap_day_without_a_year_is_taken_where_one_is_near() -> None:
    assert numeric_day("29/2", date(2027, 3, 1), past=False) == date(2028, 2, 29)
    assert numeric_day("29/2", date(2026, 3, 1), past=False) is None


def test_one_press_answers_a_pick() -> None:
    assert read_pick(Pick(), "soup", Answer(picked=("rice",))) == Answer(picked=("soup",))


def test_ticks_collect_until_done() -> None:
    one = read_pick(EXTRAS, "egg", None)
    assert one == Answer(picked=("egg",), stands=False)
    two = read_pick(EXTRAS, "chili", one)
    assert two == Answer(picked=("egg", "chili"), stands=False)
    assert read_pick(EXTRAS, "cracker", two) == Unread("pick_fewer")
    assert read_pick(EXTRAS, "done", two) == Answer(picked=("egg", "chili"))


def test_a_second_tick_takes_it_away_again() -> None:
    assert read_pick(EXTRAS, "egg", Answer(picked=("egg",), stands=False)) == Answer(stands=False)


def test_done_needs_the_least_number_of_ticks() -> None:
    assert read_pick(EXTRAS, "done", None) == Unread("pick_more")


def test_a_choice_that_stands_alone_answers_at_once_and_takes_the_others_away() -> None:
    assert read_pick(EXTRAS, "none", Answer(picked=("egg", "chili"), stands=False)) == Answer(
        picked=("none",)
    )


def test_another_tick_takes_the_lonely_one_away() -> None:
    assert read_pick(EXTRAS, "egg", Answer(picked=("none",), stands=False)) == Answer(
        picked=("egg",), stands=False
    )


def test_a_summary_offers_no_line_for_what_another_answer_replaced() -> None:
    card = Review(replaced=(("dish", ("instead",)),))
    assert card.lines(("dish", "extras")) == ("dish", "extras")
    assert card.lines(("dish", "instead", "extras")) == ("instead", "extras")


@pytest.mark.parametrize(
    ("kind", "answer", "holds"),
    [
        (Pick(), None, False),
        (Pick(), Answer(picked=("egg",)), True),
        (Pick(), Answer(picked=("egg",), stands=False), False),
        (Pick(), Answer(picked=("caviar",)), False),
        (Pick(), Answer(picked=("egg", "chili")), False),
        (Pick(), Answer(text="egg"), False),
        (Text(3, 9), Answer(text="no salt"), True),
        (Text(3, 9), Answer(text="no"), False),
        (Text(3, 9), Answer(text="not much salt"), False),
        (Text(3, 9), Answer(picked=("egg",)), True),
        (Day(), Answer(text="2026-11-24"), True),
        (Day(), Answer(picked=("egg",)), True),
        (Day(), Answer(), False),
        (EXTRAS, Answer(picked=("egg", "chili")), True),
        (EXTRAS, Answer(), False),
        (EXTRAS, Answer(picked=("egg", "chili", "cracker")), False),
        (Review(), Answer(picked=("egg",)), True),
        (Review(), Answer(), False),
    ],
)
def test_a_stored_answer_holds_as_long_as_the_question_still_takes_it(
    kind: Kind, answer: Answer | None, holds: bool
) -> None:
    assert valid(kind, answer, OFFERED) is holds
