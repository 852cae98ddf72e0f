"""What holds on every day of a year and of a leap year, and for any words at all."""

from __future__ import annotations

from calendar import day_name, month_name
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import normalise, read_when
from bot.understanding.when_words import VOCABULARY

JAKARTA = ZoneInfo("Asia/Jakarta")
ZONES = [JAKARTA, ZoneInfo("Asia/Jayapura"), ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")]
ORDINARY, LEAP = 2027, 2028
INDONESIAN = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "hari Minggu")
WEEKDAYS = [(weekday, name, ORDINARY) for weekday, name in enumerate(INDONESIAN)]
WEEKDAYS += [(weekday, name, LEAP) for weekday, name in enumerate(day_name)]
MONTHS = "Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember"
REASONS = {"day_unread", "day_past", "day_future", "day_far", "hour_past"}

MOMENTS = st.builds(
    lambda minutes, zone: (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(zone),
    st.integers(0, 3_000_000),
    st.sampled_from(ZONES),
)


def mornings(*years: int, zone: ZoneInfo = JAKARTA) -> Iterator[datetime]:
    """Six in the morning of every day of these years, or of an ordinary and a leap year."""
    for year in years or (ORDINARY, LEAP):
        for day in range(366 if year == LEAP else 365):
            yield datetime(year, 1, 1, 6, tzinfo=zone) + timedelta(days=day)


def days(text: str, now: datetime, past: bool = False) -> list[date]:
    """The days that are offered; at least one."""
    found = [date.fromisoformat(option) for option in read_when(text, now, past).options]
    assert found, (text, now)
    return found


@pytest.mark.parametrize(("weekday", "name", "year"), WEEKDAYS)
def test_a_bare_weekday_is_the_nearest_one_but_today(weekday: int, name: str, year: int) -> None:
    for now in mornings(year):
        (ahead,), (behind,) = days(name, now), days(name, now, past=True)
        assert ahead.weekday() == behind.weekday() == weekday
        assert 1 <= (ahead - now.date()).days <= 7
        assert 1 <= (now.date() - behind).days <= 7


@pytest.mark.parametrize(("weekday", "name", "year"), WEEKDAYS)
def test_this_weekday_may_be_today(weekday: int, name: str, year: int) -> None:
    for now in mornings(year):
        for text in (f"{name} ini", f"this {name}"):
            (ahead,), (behind,) = days(text, now), days(text, now, past=True)
            assert ahead.weekday() == behind.weekday() == weekday
            assert 0 <= (ahead - now.date()).days <= 6
            assert 0 <= (now.date() - behind).days <= 6


@pytest.mark.parametrize(("weekday", "name", "year"), WEEKDAYS)
def test_the_next_weekday_is_asked_back_only_while_this_week_has_one(
    weekday: int, name: str, year: int
) -> None:
    for now in mornings(year):
        this = now.date() + timedelta(days=weekday - now.weekday())
        for text in (f"{name} depan", f"next {name}"):
            expected = (
                [this + timedelta(weeks=1), this] if weekday > now.weekday() else [this + timedelta(weeks=1)]
            )
            assert days(text, now) == expected


@pytest.mark.parametrize(("weekday", "name", "year"), WEEKDAYS)
def test_the_last_weekday_is_asked_back_only_when_this_week_had_one(
    weekday: int, name: str, year: int
) -> None:
    for now in mornings(year):
        this = now.date() + timedelta(days=weekday - now.weekday())
        for text in (f"{name} lalu", f"last {name}"):
            expected = (
                [this, this - timedelta(weeks=1)] if weekday < now.weekday() else [this - timedelta(weeks=1)]
            )
            assert days(text, now, past=True) == expected


@pytest.mark.parametrize(("weekday", "name", "year"), WEEKDAYS)
def test_a_weekday_of_next_week_is_always_clear(weekday: int, name: str, year: int) -> None:
    for now in mornings(year):
        expected = now.date() + timedelta(days=7 + weekday - now.weekday())
        for text in (f"{name} minggu depan", f"minggu depan {name}", f"{name} next week"):
            assert days(text, now) == [expected]


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("hari ini", 0),
        ("besok", 1),
        ("tomorrow", 1),
        ("lusa", 2),
        ("the day after tomorrow", 2),
        ("3 hari lagi", 3),
        ("in ten days", 10),
        ("minggu depan", 7),
        ("next week", 7),
        ("dua minggu lagi", 14),
        ("three weeks from now", 21),
    ],
)
def test_a_distance_is_the_same_on_every_day(text: str, ahead: int) -> None:
    for now in mornings():
        assert days(text, now) == [now.date() + timedelta(days=ahead)]


@pytest.mark.parametrize(
    ("text", "behind"),
    [("kemarin", 1), ("yesterday", 1), ("kemarin lusa", 2), ("3 hari lalu", 3), ("two weeks ago", 14)],
)
def test_a_distance_back_is_the_same_on_every_day(text: str, behind: int) -> None:
    for now in mornings():
        assert days(text, now, past=True) == [now.date() - timedelta(days=behind)]


def test_the_end_of_a_month_is_its_last_day() -> None:
    for now in mornings():
        for text, months in (("akhir bulan", 0), ("end of next month", 1), ("akhir bulan depan", 1)):
            (found,) = days(text, now)
            month = now.year * 12 + now.month + months
            assert found.year * 12 + found.month == month
            assert (found + timedelta(days=1)).day == 1


def test_a_month_from_now_is_the_same_day_or_the_last_one() -> None:
    for now in mornings():
        (found,) = days("sebulan lagi", now)
        assert found.year * 12 + found.month == now.year * 12 + now.month + 1
        assert found.day == now.day or (found.day < now.day and (found + timedelta(days=1)).day == 1)


@pytest.mark.parametrize("number", range(1, 32))
def test_a_number_is_the_nearest_day_that_has_it(number: int) -> None:
    for now in mornings(LEAP):
        (ahead,), (behind,) = days(f"tgl {number}", now), days(f"on the {number}th", now, past=True)
        assert ahead.day == behind.day == number
        nearer = range((behind - now.date()).days + 1, (ahead - now.date()).days)
        assert all((now.date() + timedelta(days=day)).day != number for day in nearer if day)


@given(st.integers(0, 400), MOMENTS)
def test_a_date_is_read_however_it_is_written(away: int, now: datetime) -> None:
    day = now.date() + timedelta(days=away)
    for text in (
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}-{day.month}-{day.year}",
        f"tgl {day.day} {MONTHS.split(',')[day.month - 1]} {day.year}",
        f"{month_name[day.month]} {day.day}, {day.year}",
        f"the {day.day}th of {month_name[day.month]} {day.year}",
        day.isoformat(),
    ):
        assert days(text, now) == [day]


@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_the_wall_clock_is_kept_when_clocks_change(zone: ZoneInfo) -> None:
    for now in mornings(zone=zone):
        tomorrow = (now.date() + timedelta(days=1)).isoformat()
        assert read_when("besok jam 15.00", now, past=False).options == (f"{tomorrow}T15:00",)
        assert read_when("tomorrow 02:30", now, past=False).options == (f"{tomorrow}T02:30",)


@given(st.integers(0, 23), st.integers(0, 59))
def test_an_hour_of_the_long_clock_is_clear(hour: int, minute: int) -> None:
    now = datetime(2026, 11, 24, 11, 36, tzinfo=JAKARTA)
    when = read_when(f"besok jam {hour:02}.{minute:02}", now, past=False)
    assert when.options == (f"2026-11-25T{hour:02}:{minute:02}",)


@pytest.mark.parametrize("hour", range(1, 13))
def test_an_hour_without_its_part_of_the_day_is_asked_back_up_to_six(hour: int) -> None:
    now = datetime(2026, 11, 24, 11, 36, tzinfo=JAKARTA)
    early, late = f"2026-11-25T{hour:02}:00", f"2026-11-25T{hour + 12:02}:00"
    for text in (f"besok jam {hour}", f"tomorrow at {hour}", f"besok pukul {hour}.00"):
        assert read_when(text, now, past=False).options == ((late, early) if hour < 7 else (early,))


WORDS = sorted({" ".join((first, *rest)) for first, found in VOCABULARY.items() for rest, _ in found})
SPOKEN = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.integers(0, 40).map(str),
        st.sampled_from(
            ["15.30", "3pm", "5/12", "30-11-2026", "00:00", "Minggu", ",", "?", "budi", "UTC+99"]
        ),
    ),
    max_size=12,
).map(" ".join)


@given(st.one_of(SPOKEN, st.text(max_size=80)), MOMENTS, st.booleans(), st.sampled_from([0, 7, 400]))
def test_whatever_is_said_the_options_keep_their_promises(
    text: str, now: datetime, past: bool, reach: int
) -> None:
    when = read_when(text, now, past, reach)
    assert len(when.options) == len(set(when.options)) <= 2
    assert (when.unread in REASONS) if not when.options else when.unread == ""
    wall = now.replace(second=0, microsecond=0, tzinfo=None)
    for option in when.options:
        away = (date.fromisoformat(option[:10]) - now.date()).days
        assert 0 <= (-away if past else away) <= reach
        assert not past or "T" not in option
        assert "T" not in option or datetime.fromisoformat(option) >= wall


@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.integers(0, 40).map(str)), max_size=10),
    MOMENTS,
    st.booleans(),
)
def test_words_are_read_the_same_once_they_are_normalised(
    words: list[str], now: datetime, past: bool
) -> None:
    text = " ".join(words)
    assert read_when(normalise(text), now, past) == read_when(text, now, past)


@given(st.text(max_size=200))
def test_no_text_at_all_raises(text: str) -> None:
    read_when(text, datetime(2026, 11, 24, 11, 36, tzinfo=JAKARTA), past=False)
