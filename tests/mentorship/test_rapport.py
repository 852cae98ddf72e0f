"""Rapport before the ask: talks planned, held and followed up (DOMAIN 1.5)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.mentorship.commands import Command
from bot.mentorship.refused import Reason
from bot.mentorship.search import Talk, Words, followed_up, talk_days
from bot.mentorship.search_commands import BookTalk, CancelTalk, JudgeFit, LogTalk, OpenAsk, ReportTry
from tests.mentorship.ground import MONDAY
from tests.mentorship.scenario import (
    WHAT_SHE_TRIED,
    Somebody,
    booking,
    ready_to_ask,
    talk,
    with_a_yes,
    with_shortlist,
)

TODAY = MONDAY.date()
FRIDAY = date(2026, 11, 6)
FIT = JudgeFit("1", "Beliau menunjukkan caranya", 4, "go_on")

# What opens the fit question


def test_the_fit_question_needs_two_days_one_follow_up_and_one_talk_about_the_goal() -> None:
    mentee = with_shortlist()
    assert mentee.wants(FIT) is Reason.TALKS_FIRST
    mentee.does(LogTalk("1", date(2026, 10, 1), "tentang keluarganya", on_goal=False))
    mentee.does(LogTalk("1", date(2026, 10, 8), "tentang kariernya", on_goal=False))
    assert mentee.wants(FIT) is Reason.FOLLOW_UP_FIRST
    mentee.does(ReportTry("1", WHAT_SHE_TRIED))
    assert mentee.wants(FIT) is Reason.GOAL_TALK_FIRST
    mentee.does(talk(mentee), FIT)


def test_two_talks_on_one_day_count_as_one() -> None:
    mentee = with_shortlist().talks()
    mentee.does(talk(mentee, tried=WHAT_SHE_TRIED))
    assert mentee.wants(FIT) is Reason.TALKS_FIRST
    mentee.talks().does(FIT)


def test_an_earlier_talk_counts_on_its_own_day() -> None:
    mentee = with_shortlist()
    mentee.does(LogTalk("1", date(2026, 10, 20), "b"), LogTalk("1", date(2026, 9, 1), "a"))
    assert [talk.learned for talk in mentee.one().talks] == ["a", "b"]
    assert talk_days(mentee.one()) == 2


def test_a_talk_lies_behind_where_the_person_lives() -> None:
    mentee = with_shortlist().waits(hours=15)
    assert mentee.now.date() == TODAY
    assert mentee.wants(LogTalk("1", date(2026, 11, 3), "x")) is None, "in Jakarta it is Tuesday already"
    assert mentee.wants(LogTalk("1", date(2026, 11, 4), "x")) is Reason.TALK_IN_FUTURE


def test_a_talk_counts_with_one_thing_learned() -> None:
    assert with_shortlist().wants(LogTalk("1", TODAY, " ")) is Reason.LESSON_MISSING


def test_a_talk_is_kept_as_it_was_told() -> None:
    mentee = with_shortlist().does(LogTalk("1", TODAY, " bertanya dulu ", " Jika ragu, saya bertanya "))
    assert mentee.one().talks == (Talk(TODAY, "bertanya dulu", "Jika ragu, saya bertanya"),)


def test_rapport_alone_does_not_open_the_ask() -> None:
    assert with_shortlist().talks(times=5).wants(OpenAsk("1", "Sari")) is Reason.FIT_FIRST


# What was tried


def test_what_was_tried_belongs_to_the_talk_that_taught_it() -> None:
    mentee = with_shortlist().talks(tries=False).waits(days=1)
    mentee.does(talk(mentee, tried=f" {WHAT_SHE_TRIED} "))
    assert [talk.tried for talk in mentee.one().talks] == [WHAT_SHE_TRIED, ""]


def test_what_was_tried_can_be_told_on_its_own_once_a_talk() -> None:
    mentee = with_shortlist().talks(tries=False)
    assert not followed_up(mentee.one())
    mentee.does(ReportTry("1", WHAT_SHE_TRIED))
    assert followed_up(mentee.one())
    assert mentee.wants(ReportTry("1", "sekali lagi")) is Reason.NOTHING_TO_TRY


def test_before_a_talk_there_is_nothing_to_try_and_no_words_are_no_try() -> None:
    mentee = with_shortlist()
    assert mentee.wants(ReportTry("1", WHAT_SHE_TRIED)) is Reason.NOTHING_TO_TRY
    assert mentee.talks().wants(ReportTry("1", " ")) is Reason.NOTHING_TO_TRY


def test_a_first_talk_has_nothing_before_it_that_could_have_been_tried() -> None:
    mentee = with_shortlist()
    mentee.does(talk(mentee, tried=WHAT_SHE_TRIED))
    assert not followed_up(mentee.one())


def test_a_talk_without_a_word_of_trying_leaves_what_was_told() -> None:
    mentee = with_shortlist().talks().does(ReportTry("1", WHAT_SHE_TRIED)).talks(tries=False)
    assert mentee.one().talks[0].tried == WHAT_SHE_TRIED


# Talks planned


def test_a_planned_talk_keeps_its_day_hour_and_question() -> None:
    booked = with_shortlist().books(FRIDAY, time(15)).one().booked
    assert booked is not None
    assert (booked.day, booked.at) == (FRIDAY, datetime(2026, 11, 6, 8, tzinfo=UTC))
    assert (booked.question, booked.made) == (Words(preset="began"), MONDAY)


def test_planning_again_moves_the_talk() -> None:
    mentee = with_shortlist().books(FRIDAY, time(15)).waits(hours=1).books(date(2026, 11, 9))
    booked = mentee.one().booked
    assert booked is not None
    assert (booked.day, booked.at, booked.made) == (date(2026, 11, 9), None, mentee.now)


def test_a_cancelled_talk_is_gone_and_the_talks_that_were_held_stay() -> None:
    mentee = with_shortlist().talks().books(FRIDAY).does(CancelTalk("1"))
    assert mentee.one().booked is None
    assert talk_days(mentee.one()) == 1
    assert mentee.wants(CancelTalk("1")) is Reason.NO_TALK_BOOKED


def test_each_candidate_has_their_own_planned_talk() -> None:
    mentee = with_shortlist("A", "B").books(FRIDAY).books(date(2026, 11, 7), id="2").does(CancelTalk("1"))
    assert mentee.one("1").booked is None
    assert mentee.one("2").booked is not None


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (booking(date(2026, 11, 1)), Reason.TALK_IN_PAST),
        (booking(TODAY, time(9)), Reason.TALK_IN_PAST),
        (booking(TODAY, time(10)), Reason.TALK_IN_PAST),
        (booking(TODAY, time(10, 1)), None),
        (booking(TODAY), None),
        (booking(TODAY + timedelta(days=400)), None),
        (booking(TODAY + timedelta(days=401)), Reason.TALK_TOO_FAR),
    ],
    ids=["yesterday", "an hour ago", "this moment", "a minute on", "some time today", "400 days", "401 days"],
)
def test_a_talk_is_planned_ahead_and_not_too_far(command: BookTalk, reason: Reason | None) -> None:
    assert with_shortlist().wants(command) is reason


def test_whether_a_day_lies_ahead_is_asked_where_the_person_lives() -> None:
    late = with_shortlist().waits(hours=15)
    assert late.wants(booking(TODAY)) is Reason.TALK_IN_PAST, "in Jakarta that was yesterday"


def test_a_zone_said_with_the_hour_is_kept() -> None:
    mentee = with_shortlist()
    assert not mentee.me.zone_known
    at = datetime(2026, 11, 6, 6, tzinfo=UTC)
    mentee.does(BookTalk("1", FRIDAY, at, Words(preset="began"), zone="Asia/Jayapura"))
    assert (mentee.me.zone, mentee.me.zone_known) == ("Asia/Jayapura", True)


def test_a_talk_that_was_held_is_planned_no_more() -> None:
    mentee = with_shortlist().books(FRIDAY).waits(days=4)
    assert mentee.does(talk(mentee)).one().booked is None


def test_a_talk_logged_late_was_the_one_that_was_planned() -> None:
    mentee = with_shortlist().books(FRIDAY).waits(days=6).does(LogTalk("1", FRIDAY, "bertanya dulu"))
    assert mentee.one().booked is None


def test_a_talk_logged_before_its_day_leaves_what_is_planned() -> None:
    mentee = with_shortlist().books(FRIDAY)
    assert mentee.does(talk(mentee)).one().booked is not None


def test_an_old_talk_remembered_today_leaves_what_is_planned_for_today() -> None:
    mentee = with_shortlist().books(TODAY, time(19))
    mentee.does(LogTalk("1", date(2026, 9, 1), "tentang keluarganya"))
    assert mentee.one().booked is not None


def test_the_ask_takes_the_place_of_a_talk_that_was_planned() -> None:
    mentee = ready_to_ask()
    assert mentee.books(mentee.today() + timedelta(days=3)).asks().one().booked is None


def test_a_zone_that_is_none_is_refused_with_the_talk() -> None:
    at = datetime(2026, 11, 6, 6, tzinfo=UTC)
    nowhere = BookTalk("1", FRIDAY, at, Words(preset="began"), zone="Asia/Bandung")
    assert with_shortlist().wants(nowhere) is Reason.UNKNOWN_ZONE


@pytest.mark.parametrize(
    "command", [booking(FRIDAY), CancelTalk("1"), LogTalk("1", TODAY, "x"), ReportTry("1", "x")]
)
def test_talks_are_with_candidates_whose_ties_were_told_and_who_are_in_play(command: Command) -> None:
    untold = Somebody().sets_goal().sets_criteria().adds("Pak Budi")
    assert untold.wants(command) is Reason.TIES_FIRST
    assert with_a_yes().wants(command) is Reason.CANDIDATE_CLOSED
