"""What the bot starts of its own accord: when, how often, and when it stops."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.mentorship.cadence import AFTER_ASK, AFTER_INVITE, CLOCKS, KINDS, QUIET, RESUME, ROWS, heard, planned
from bot.mentorship.commands import (
    EnterCare,
    LeaveCare,
    PauseReminders,
    ResumeReminders,
    StopReminders,
)
from bot.mentorship.gates import StepKind
from bot.mentorship.mine import Mine
from bot.mentorship.next_step import next_step
from bot.mentorship.person import Contact, Person
from tests.mentorship.ground import MONDAY
from tests.mentorship.scenario import (
    agreed,
)
from tests.mentorship.silence import DAY, HOUR, STANDS, Silence, at_most_two_a_week, silent_at, with_goal

# The rows


def test_an_unfinished_goal_is_nudged_after_2_4_and_7_days_and_then_no_more() -> None:
    silence = Silence().passes(365 * DAY)
    assert silence.kinds() == ["nudge.goal", "nudge.goal", "nudge.goal", QUIET]
    assert silence.dates() == ["Wed 04 Nov 10:00", "Mon 09 Nov 08:00", "Mon 16 Nov 08:00", "Mon 23 Nov 08:00"]


@pytest.mark.parametrize("kind", StepKind)
def test_somebody_stands_at_each_step(kind: StepKind) -> None:
    assert next_step(STANDS[kind]().mine).kind is kind


@pytest.mark.parametrize("kind", [kind for kind in StepKind if kind not in CLOCKS])
def test_every_step_has_its_row_and_the_row_its_end(kind: StepKind) -> None:
    silence = silent_at(STANDS[kind]()).passes(365 * DAY)
    row = ROWS[kind]
    assert silence.kinds("nudge") == ([f"nudge.{kind}"] * len(row) + [QUIET] if row else [])
    assert set(silence.kinds()) <= set(KINDS)


@pytest.mark.parametrize(("kind", "days"), [(StepKind.OUTCOME, AFTER_ASK), (StepKind.INVITED, AFTER_INVITE)])
def test_a_step_with_a_clock_strikes_so_often_and_ends(kind: StepKind, days: tuple[int, ...]) -> None:
    silence = silent_at(STANDS[kind]()).passes(365 * DAY)
    assert silence.kinds() == [f"nudge.{kind}"] * len(days)
    assert set(silence.kinds()) <= set(KINDS)


@pytest.mark.parametrize("kind", StepKind)
def test_no_row_is_longer_than_four_and_gaps_only_grow_from_two_days(kind: StepKind) -> None:
    row = ROWS[kind]
    assert len(row) <= 4
    assert list(row) == sorted(row)
    assert all(gap >= 2 for gap in row)


def test_the_gap_runs_from_the_last_word() -> None:
    silence = Silence().passes(DAY).says().passes(2 * DAY)
    assert silence.dates() == ["Thu 05 Nov 10:00"]


def test_a_word_starts_the_row_anew() -> None:
    silence = Silence().passes(8 * DAY).says().passes(2 * DAY)
    assert silence.dates() == ["Wed 04 Nov 10:00", "Mon 09 Nov 08:00", "Thu 12 Nov 10:00"]


def test_a_word_after_the_bot_went_quiet_starts_it_again() -> None:
    silence = Silence().passes(60 * DAY)
    assert silence.row() is None
    assert silence.says().row() is not None


def test_whoever_answers_every_nudge_still_gets_at_most_two_a_week() -> None:
    silence = Silence()
    for _ in range(30):
        silence.passes(2 * DAY).says()
    assert len(silence.sent) > 4
    assert at_most_two_a_week(silence)


# Who is left alone


@pytest.mark.parametrize(
    "me",
    [
        replace(agreed(), consent=None),
        replace(agreed(), stopped=True),
        replace(agreed(), in_care=True),
        replace(agreed(), reachable=False),
        replace(agreed(), contact=Contact(heard=MONDAY, silent=True)),
        agreed(door="mentor"),
    ],
    ids=["no consent", "stopped", "in care", "unreachable", "silent", "mentor"],
)
def test_some_are_left_alone(me: Person) -> None:
    assert planned(Mine(me), MONDAY) == ()


def test_a_stop_ends_everything_until_the_person_resumes() -> None:
    silence = Silence().says(StopReminders()).passes(90 * DAY)
    assert silence.sent == []
    assert silence.says().row() is None, "talking to the bot is no wish for reminders"
    assert silence.says(ResumeReminders()).row() is not None


def test_in_care_nudges_rest_until_the_person_goes_on() -> None:
    silence = Silence().says(EnterCare()).passes(30 * DAY)
    assert silence.sent == []
    assert silence.says(LeaveCare()).passes(2 * DAY).kinds() == ["nudge.goal"]


def test_a_word_of_somebody_unreachable_reaches_them_again() -> None:
    silence = Silence(Mine(replace(agreed(), reachable=False)))
    assert silence.says().row() is not None


def test_before_consent_nothing_is_kept_of_a_word() -> None:
    assert heard(Person(id=7), MONDAY) == Person(id=7)


# A pause


def test_a_pause_over_the_holidays_ends_with_one_word_on_a_working_day() -> None:
    silence = Silence(now=datetime(2026, 12, 18, 3, tzinfo=UTC)).says()
    silence.says(PauseReminders(silence.now + 7 * DAY))
    silence.passes(14 * DAY)
    assert silence.kinds() == [RESUME, "nudge.goal"]
    assert silence.dates() == ["Sat 26 Dec 08:00", "Wed 30 Dec 08:00"]


def test_two_short_pauses_do_not_end_in_two_words_within_48_hours() -> None:
    silence = Silence().says(PauseReminders(MONDAY + HOUR)).passes(2 * HOUR)
    silence.says(PauseReminders(silence.now + HOUR)).passes(3 * DAY)
    assert silence.dates() == ["Mon 02 Nov 11:00", "Wed 04 Nov 11:00"]


def test_a_word_in_a_pause_leaves_the_pause_as_it_is() -> None:
    silence = Silence().says(PauseReminders(MONDAY + 7 * DAY)).passes(3 * DAY).says()
    assert silence.passes(5 * DAY).kinds() == [RESUME]


def test_a_pause_that_the_person_ended_needs_no_word() -> None:
    silence = Silence().says(PauseReminders(MONDAY + 7 * DAY)).passes(DAY).says(ResumeReminders())
    assert silence.passes(2 * DAY).kinds() == ["nudge.goal"]


def test_a_word_after_a_pause_takes_the_place_of_ours() -> None:
    silence = Silence().says(PauseReminders(MONDAY + 7 * DAY)).passes(8 * DAY, down=True).says()
    assert silence.passes(2 * DAY).kinds() == ["nudge.goal"]


# Outages


def test_a_row_that_missed_its_day_waits_for_the_next_decent_moment() -> None:
    silence = Silence().passes(2 * DAY + 11 * HOUR, down=True)
    row = silence.row()
    assert row is not None
    assert f"{row.due:%d %H:%M}" == "05 01:00", "the bot came back at nine in the evening"


def test_a_row_that_is_due_keeps_its_moment_while_it_is_decent() -> None:
    silence = Silence().passes(2 * DAY + HOUR, down=True)
    row = silence.row()
    assert row is not None
    assert row.due == MONDAY + 2 * DAY


def test_after_a_long_outage_exactly_one_message_goes_out() -> None:
    silence = Silence().passes(40 * DAY, down=True).passes(DAY)
    assert len(silence.sent) == 1


def test_planning_again_makes_the_same_row() -> None:
    silence = Silence().passes(2 * DAY + 11 * HOUR, down=True)
    late, early = silence.row(), Silence().row()
    assert late is not None
    assert early is not None
    assert (late.subject, late.kind, late.occurrence) == (early.subject, early.kind, early.occurrence)


def test_before_there_is_a_search_the_subject_is_the_person() -> None:
    first, later = Silence().row(), silent_at(with_goal()).row()
    assert first is not None
    assert later is not None
    assert (first.subject, later.subject) == ("7", "t1")
