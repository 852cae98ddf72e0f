"""Reminders after an outage, and over all talks that could be planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.mentorship.calendar import decent_before, is_decent
from bot.mentorship.person import Hours, Person
from bot.mentorship.reminders import LOG, TALK
from tests.mentorship.scenario import booking, with_shortlist
from tests.mentorship.silence import DAY, HOUR, silent_at
from tests.mentorship.test_reminders import planning, reminded

# Outages


def test_a_reminder_that_missed_its_moment_still_comes_while_it_is_of_use() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(15)))
    silence.passes(3 * DAY + 6 * HOUR, down=True)
    assert reminded(silence)[0] == "remind.talk Thu 05 Nov 16:00"


def test_after_the_talk_nobody_is_reminded_of_it() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(15)))
    silence.passes(4 * DAY + 6 * HOUR, down=True)
    assert reminded(silence) == ["remind.log Sat 07 Nov 09:00"]


def test_a_reminder_that_missed_its_evening_waits_for_the_morning() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 9), time(15)))
    silence.passes(5 * DAY + 14 * HOUR, down=True)
    assert reminded(silence)[0] == "remind.talk Mon 09 Nov 08:00"


def test_no_late_reminder_where_no_decent_moment_is_left_before_the_talk() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 9), time(8)))
    silence.passes(5 * DAY + 14 * HOUR, down=True)
    assert reminded(silence) == ["remind.log Tue 10 Nov 09:00"]


def test_what_was_learned_is_asked_for_at_the_next_decent_moment() -> None:
    silence = planning(2026, 11, 2, 10, talk=booking(date(2026, 11, 6), time(15)))
    silence.passes(5 * DAY + 12 * HOUR, down=True)
    assert reminded(silence) == ["remind.log Mon 09 Nov 08:00"]


# Over all talks

moments = st.datetimes(datetime(2026, 6, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
zones = st.sampled_from(("Asia/Jakarta", "Asia/Jayapura", "Europe/Berlin", "Australia/Lord_Howe"))
quarters = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45)))
hours = st.one_of(st.just(Hours()), st.builds(Hours, quarters, quarters))


@given(moments, st.integers(1, 60 * 24 * 60), st.booleans(), zones, hours)
def test_a_reminder_is_never_due_after_its_event_nor_at_an_indecent_time(
    now: datetime, ahead: int, with_hour: bool, zone: str, quiet: Hours
) -> None:
    begins = now + timedelta(minutes=ahead)
    day = begins.astimezone(ZoneInfo(zone)).date()
    mentee = with_shortlist()
    mentee.ground.now = now
    mentee.me = replace(mentee.me, zone=zone, hours=quiet)
    silence = silent_at(mentee.does(replace(booking(day), at=begins if with_hour else None)))
    silence.passes(timedelta(days=90))
    event = begins if with_hour else datetime.combine(day, time(9), ZoneInfo(zone))
    assert silence.kinds("reminder") in ([TALK, LOG], [LOG])
    for at, row in silence.sent:
        assert is_decent(at, silence.mine.me)
        assert (at < event) if row.kind == TALK else (at > event)


@given(moments, zones, hours)
def test_what_moves_earlier_finds_a_decent_hour_behind_it(moment: datetime, zone: str, quiet: Hours) -> None:
    person = Person(id=7, zone=zone, hours=quiet)
    found = decent_before(moment, person)
    assert is_decent(found, person)
    assert (found == moment) == is_decent(moment, person)
    assert found <= moment or _less_than_an_hour_a_day(quiet)


def _less_than_an_hour_a_day(quiet: Hours) -> bool:
    opens = quiet.quiet_to.hour * 60 + quiet.quiet_to.minute
    closes = quiet.quiet_from.hour * 60 + quiet.quiet_from.minute
    return 0 < (closes - opens) % (24 * 60) < 60
