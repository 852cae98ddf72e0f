"""What counts as an answer to each kind of question."""

from __future__ import annotations

import pytest

from bot.dialogue.answers import (
    Answer,
    Dated,
    Day,
    Kind,
    Pick,
    PickMany,
    Review,
    Text,
    Unread,
    read_pick,
    read_text,
    valid,
)

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
    assert read_text(Text(least=3, most=12), text, Dated()) == read


@pytest.mark.parametrize("kind", [Pick(), PickMany(), Review()])
def test_words_are_no_answer_where_only_taps_are(kind: Kind) -> None:
    assert read_text(kind, "the soup please", Dated()) == Unread("choose")


TUESDAY, WEDNESDAY = "2026-11-24", "2026-11-25"


@pytest.mark.parametrize(
    ("options", "read"),
    [
        ((TUESDAY,), Answer(text=TUESDAY)),
        ((TUESDAY, WEDNESDAY), Answer(either=(TUESDAY, WEDNESDAY), stands=False)),
        ((TUESDAY, TUESDAY), Answer(text=TUESDAY)),
        ((f"{TUESDAY}T15:00",), Answer(text=TUESDAY)),
        ((f"{TUESDAY}T03:00", f"{TUESDAY}T15:00"), Answer(text=TUESDAY)),
        (
            (f"{TUESDAY}T03:00", f"{WEDNESDAY}T15:00"),
            Answer(either=(TUESDAY, WEDNESDAY), stands=False),
        ),
        ((), Unread("day_far")),
    ],
)
def test_a_day_takes_what_the_words_mean_without_the_hour(
    options: tuple[str, ...], read: Answer | Unread
) -> None:
    assert read_text(Day(), "so they said", Dated(options, "day_far")) == read


@pytest.mark.parametrize(
    ("options", "read"),
    [
        ((f"{TUESDAY}T15:00",), Answer(text=f"{TUESDAY}T15:00")),
        ((TUESDAY,), Answer(text=TUESDAY)),
        (
            (f"{TUESDAY}T03:00", f"{TUESDAY}T15:00"),
            Answer(either=(f"{TUESDAY}T03:00", f"{TUESDAY}T15:00"), stands=False),
        ),
        ((), Unread("day_past")),
    ],
)
def test_a_day_with_its_hour_keeps_them_apart(options: tuple[str, ...], read: Answer | Unread) -> None:
    assert read_text(Day(past=False, hour=True), "so they said", Dated(options, "day_past")) == read


def test_words_without_a_date_are_no_day() -> None:
    assert read_text(Day(), "some time", Dated()) == Unread("day_unread")


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
        (Day(), Answer(either=("2026-11-24", "2026-11-25"), stands=False), False),
        (Day(), Answer(either=("2026-11-24", "2026-11-25")), False),
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
