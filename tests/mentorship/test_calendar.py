"""Decent moments: working days in Indonesia, outside quiet hours, wherever the person lives."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mentorship.calendar import decent, decent_until, is_decent, is_free_day, is_quiet
from bot.mentorship.person import Hours, Person

HOUR = timedelta(hours=1)
JAKARTA = ZoneInfo("Asia/Jakarta")

ZONES = (
    "Asia/Jakarta",
    "Asia/Makassar",
    "Asia/Jayapura",
    "Europe/Berlin",
    "America/Havana",  # the clock changes at midnight
    "Australia/Lord_Howe",  # and here by half an hour
    "Asia/Kathmandu",
    "Pacific/Apia",
)
HOURS = (
    Hours(),
    Hours(time(22, 30), time(6, 15)),
    Hours(time(12), time(16)),
    Hours(time(0), time(7)),
    Hours(time(9), time(9)),
)


def somebody(zone: str = "Asia/Jakarta", hours: Hours | None = None) -> Person:
    return Person(id=7, zone=zone, hours=hours or Hours())


def in_jakarta(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=JAKARTA)  # type: ignore[arg-type,misc]


# Free days


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 11, 1),  # a Sunday
        date(2026, 8, 17),  # Independence Day
        date(2026, 3, 21),  # Eid al-Fitr
        date(2026, 3, 24),  # its cuti bersama
        date(2026, 12, 24),  # cuti bersama before Christmas
    ],
)
def test_sundays_holidays_and_cuti_bersama_are_free(day: date) -> None:
    assert is_free_day(day)


@pytest.mark.parametrize("day", [date(2026, 11, 2), date(2026, 11, 7), date(2026, 12, 23)])
def test_a_working_day_is_not_and_saturday_is_one(day: date) -> None:
    assert not is_free_day(day)


# Quiet hours


def test_quiet_hours_usually_span_midnight() -> None:
    quiet = [hour for hour in range(24) if is_quiet(time(hour), Hours())]
    assert quiet == [0, 1, 2, 3, 4, 5, 6, 7, 20, 21, 22, 23]


def test_quiet_hours_may_lie_within_a_day() -> None:
    quiet = [hour for hour in range(24) if is_quiet(time(hour), Hours(time(12), time(16)))]
    assert quiet == [12, 13, 14, 15]


def test_two_equal_times_mean_that_no_hour_is_quiet() -> None:
    assert not any(is_quiet(time(hour), Hours(time(9), time(9))) for hour in range(24))


# The next decent moment


def test_a_decent_moment_is_left_as_it_is() -> None:
    noon = datetime(2026, 11, 2, 5, tzinfo=UTC)
    assert decent(noon, somebody()) == noon


def test_the_evening_waits_for_the_morning() -> None:
    assert decent(in_jakarta(2026, 11, 2, 20), somebody()) == in_jakarta(2026, 11, 3, 8)


def test_saturday_night_waits_for_monday() -> None:
    assert decent(in_jakarta(2026, 10, 31, 21), somebody()) == in_jakarta(2026, 11, 2, 8)


def test_the_holidays_of_eid_are_waited_out() -> None:
    assert decent(in_jakarta(2026, 3, 17, 21), somebody()) == in_jakarta(2026, 3, 25, 8)


def test_each_zone_has_its_own_morning() -> None:
    night = in_jakarta(2026, 11, 2, 23)
    mornings = [decent(night, somebody(zone)) for zone in ("Asia/Jayapura", "Asia/Makassar", "Asia/Jakarta")]
    assert mornings == [
        datetime(2026, 11, 2, 23, tzinfo=UTC),
        datetime(2026, 11, 3, 0, tzinfo=UTC),
        datetime(2026, 11, 3, 1, tzinfo=UTC),
    ]


def test_without_quiet_hours_monday_begins_at_midnight() -> None:
    no_quiet = somebody(hours=Hours(time(9), time(9)))
    assert decent(in_jakarta(2026, 11, 1, 15), no_quiet) == in_jakarta(2026, 11, 2)


def test_it_stays_decent_until_the_next_quiet_hour() -> None:
    assert decent_until(in_jakarta(2026, 11, 2, 10), somebody()) == in_jakarta(2026, 11, 2, 20) - timedelta(
        microseconds=1
    )


def test_a_day_s_end_is_an_end_too() -> None:
    siesta = somebody(hours=Hours(time(12), time(16)))
    assert decent_until(in_jakarta(2026, 11, 7, 18), siesta) == in_jakarta(2026, 11, 8) - timedelta(
        microseconds=1
    )


@pytest.mark.parametrize(
    ("zone", "hours"),
    [*((zone, HOURS[0]) for zone in ZONES), *((zone, hours) for hours in HOURS[1:] for zone in ZONES[3:5])],
)
def test_over_every_hour_of_two_years(zone: str, hours: Hours) -> None:
    """From every hour the next decent moment is decent, the first of its kind, and not over at once."""
    person = somebody(zone, hours)
    hour, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
    found = decent(hour, person)
    while hour < end:
        if hour > found:
            found = decent(hour, person)
            assert is_decent(found, person)
            until = decent_until(found, person)
            assert found <= until
            assert is_decent(until, person)
        elif hour < found:
            assert not is_decent(hour, person), "an earlier moment would have done"
        hour += HOUR


moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
quarters = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45)))


@given(moments, st.sampled_from(sorted(available_timezones())), st.builds(Hours, quarters, quarters))
def test_in_every_zone_of_the_world(moment: datetime, zone: str, hours: Hours) -> None:
    person = somebody(zone, hours)
    found = decent(moment, person)
    assert found >= moment
    assert is_decent(found, person)
    assert found <= decent_until(found, person)
    assert decent(found, person) == found, "a decent moment stays where it is"


@given(moments, moments, st.sampled_from(ZONES))
def test_a_later_moment_never_falls_due_earlier(one: datetime, other: datetime, zone: str) -> None:
    person = somebody(zone)
    earlier, later = sorted((one, other))
    assert decent(earlier, person) <= decent(later, person)
