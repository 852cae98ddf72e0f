"""What a person asked for by planning a talk: earlier where a time is blocked, never past the event."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.mentorship.cadence import CAP
from bot.mentorship.commands import PauseReminders, SetHours, StopReminders
from bot.mentorship.reminders import LOG, TALK
from bot.mentorship.search_commands import BookTalk, CancelTalk, LogTalk, SetAside
from tests.mentorship.scenario import booking, ready_to_ask, with_shortlist
from tests.mentorship.silence import DAY, HOUR, Silence, key, silent_at

JAKARTA = ZoneInfo("Asia/Jakarta")


def planning(*said_at: int, talk: BookTalk) -> Silence:
    """Somebody who plans that talk at that moment in Jakarta, and falls silent."""
    mentee = with_shortlist()
    mentee.ground.now = datetime(*said_at, tzinfo=JAKARTA).astimezone(UTC)  # type: ignore[arg-type,misc]
    return silent_at(mentee.does(talk))


def reminded(silence: Silence) -> list[str]:
    """When reminders go out over the next fortnight past the talk, in local time."""
    silence.passes(60 * DAY)
    zone = ZoneInfo(silence.mine.me.zone)
    return [
        f"{row.kind} {at.astimezone(zone):%a %d %b %H:%M}"
        for at, row in silence.sent
        if row.klass == "reminder"
    ]


# The day before


def test_a_talk_is_reminded_of_on_the_day_before_and_asked_for_on_the_day_after() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(15)))
    assert reminded(silence) == ["remind.talk Thu 05 Nov 15:00", "remind.log Sat 07 Nov 09:00"]


def test_a_talk_on_monday_morning_is_reminded_of_on_saturday_in_the_last_allowed_hour() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 9), time(8)))
    assert reminded(silence) == ["remind.talk Sat 07 Nov 19:00", "remind.log Tue 10 Nov 09:00"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 3, 13), "remind.talk Sat 06 Mar 19:00"),  # after Nyepi and five days of Eid
        (date(2027, 3, 16), "remind.talk Sat 13 Mar 19:00"),  # after Sunday and the cuti bersama
        (date(2026, 12, 26), "remind.talk Wed 23 Dec 19:00"),  # after Christmas
        (date(2027, 1, 2), "remind.talk Thu 31 Dec 19:00"),  # after New Year
    ],
)
def test_a_talk_after_holidays_is_reminded_of_before_them(day: date, expected: str) -> None:
    silence = planning(2026, 12, 1, 10, talk=booking(day, time(8)))
    silence.passes(datetime.combine(day, time(8), JAKARTA) - silence.now)
    assert reminded(silence)[0] == expected


def test_an_evening_talk_is_reminded_of_on_the_evening_before_as_late_as_is_allowed() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(21)))
    assert reminded(silence)[0] == "remind.talk Thu 05 Nov 19:00"


def test_a_talk_without_an_hour_counts_from_nine_in_the_morning() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6)))
    assert reminded(silence) == ["remind.talk Thu 05 Nov 09:00", "remind.log Sat 07 Nov 09:00"]


def test_one_s_own_quiet_hours_are_kept() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(15)))
    silence.says(SetHours(time(12), time(10)))
    assert reminded(silence) == ["remind.talk Thu 05 Nov 11:00", "remind.log Sat 07 Nov 10:00"]


def test_a_reminder_comes_by_the_clock_where_the_person_is() -> None:
    in_papua = replace(booking(date(2026, 11, 9), time(8), zone="Asia/Jayapura"), zone="Asia/Jayapura")
    silence = planning(2026, 11, 2, 10, talk=in_papua)
    assert reminded(silence)[0] == "remind.talk Sat 07 Nov 19:00"
    assert silence.sent[0][0] == datetime(2026, 11, 7, 10, tzinfo=UTC)


# A talk that is near


def test_a_talk_this_afternoon_is_reminded_of_two_hours_before() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 2), time(15)))
    assert reminded(silence) == ["remind.talk Mon 02 Nov 13:00", "remind.log Tue 03 Nov 09:00"]


@pytest.mark.parametrize("at", [time(10, 30), time(11), time(12), time(14)])
def test_a_talk_planned_a_few_hours_ahead_needs_no_reminder(at: time) -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 2), at))
    assert reminded(silence) == ["remind.log Tue 03 Nov 09:00"]


def test_a_talk_planned_on_sunday_for_monday_at_eight_has_no_time_left_for_a_reminder() -> None:
    silence = planning(2026, 11, 8, 15, talk=booking(date(2026, 11, 9), time(8)))
    assert reminded(silence) == ["remind.log Tue 10 Nov 09:00"]


def test_a_talk_some_time_today_is_only_asked_for_afterwards() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 2)))
    assert reminded(silence) == ["remind.log Tue 03 Nov 09:00"]


# Afterwards


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 7), "remind.log Mon 09 Nov 08:00"),
        (date(2026, 12, 23), "remind.log Sat 26 Dec 08:00"),
        (date(2026, 11, 8), "remind.log Mon 09 Nov 09:00"),
    ],
    ids=["on a Saturday", "before Christmas", "on a Sunday"],
)
def test_what_was_learned_is_asked_for_on_the_next_working_day(day: date, expected: str) -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(day, time(15)))
    assert reminded(silence)[-1] == expected


def test_a_talk_that_was_logged_is_not_asked_for() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(15)))
    silence.passes(4 * DAY + 6 * HOUR).says(LogTalk("1", date(2026, 11, 6), "bertanya dulu"))
    assert reminded(silence) == ["remind.talk Thu 05 Nov 15:00"]


# Plans that change


def test_a_talk_that_moved_is_reminded_of_on_its_new_day_only() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(15)))
    silence.passes(HOUR).says(booking(date(2026, 11, 12), time(9)))
    assert reminded(silence) == ["remind.talk Wed 11 Nov 09:00", "remind.log Fri 13 Nov 09:00"]


def test_a_talk_moved_after_its_reminder_is_reminded_of_again() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(15)))
    silence.passes(3 * DAY + 6 * HOUR).says(booking(date(2026, 11, 12), time(9)))
    assert [one for one in reminded(silence) if TALK in one] == [
        "remind.talk Thu 05 Nov 15:00",
        "remind.talk Wed 11 Nov 09:00",
    ]


@pytest.mark.parametrize("command", [CancelTalk("1"), SetAside("1"), StopReminders()])
def test_no_reminder_of_what_will_not_be_held_or_is_not_wanted(
    command: CancelTalk | SetAside | StopReminders,
) -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(15)))
    assert reminded(silence.says(command)) == []


def test_two_talks_have_their_own_reminders() -> None:
    mentee = with_shortlist("A", "B").books(date(2026, 11, 6), time(15))
    mentee.books(date(2026, 11, 6), time(15), id="2")
    silence = silent_at(mentee).passes(10 * DAY)
    assert sorted(silence.kinds("reminder")) == [LOG, LOG, TALK, TALK]
    assert len({key(row) for _, row in silence.sent}) == len(silence.sent)


# Beside pauses, caps and silence


def test_in_a_pause_nothing_is_reminded_of_and_what_was_learned_is_asked_for_after_it() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(15)))
    silence.says(PauseReminders(silence.now + 14 * DAY))
    assert reminded(silence) == ["remind.log Mon 16 Nov 10:00"]


def test_a_pause_that_ends_before_the_reminder_changes_nothing() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(15)))
    assert reminded(silence.says(PauseReminders(silence.now + 2 * DAY)))[0] == "remind.talk Thu 05 Nov 15:00"


def test_reminders_go_out_beside_the_cap_and_count_for_nothing_in_it() -> None:
    mentee = with_shortlist()
    silence = silent_at(mentee)
    sent = (silence.now - 3 * DAY, silence.now - HOUR)
    me = replace(silence.mine.me, contact=replace(silence.mine.me.contact, nudged=sent))
    silence.mine = replace(silence.mine, me=me)
    assert len(sent) == CAP
    silence.says(booking(mentee.today() + 2 * DAY, time(15))).passes(2 * DAY)
    assert silence.kinds() == [TALK]
    assert silence.mine.me.contact.nudged == sent


def test_after_the_bot_went_quiet_a_talk_is_still_reminded_of() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2027, 3, 19), time(15)))
    contact = replace(silence.mine.me.contact, silent=True)
    silence.mine = replace(silence.mine, me=replace(silence.mine.me, contact=contact))
    silence.passes(365 * DAY)
    assert silence.kinds() == [TALK, LOG]


def test_a_planned_talk_is_not_nudged_about_before_its_day_is_over() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 12, 14), time(15)))
    silence.passes(43 * DAY)
    assert silence.kinds() == [TALK, LOG]


def test_a_talk_planned_during_an_ask_is_reminded_of_too() -> None:
    mentee = ready_to_ask().asks()
    silence = silent_at(mentee.books(mentee.today() + 2 * DAY, time(15))).passes(2 * DAY)
    assert silence.kinds("reminder") == [TALK]
