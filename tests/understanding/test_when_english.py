"""Days and hours in English, and in the mix that people write. It is Tuesday, 24 November 2026, 11.36."""

from __future__ import annotations

import pytest

from tests.understanding.when_asked import ahead

ENGLISH = [
    ("today", "2026-11-24"),
    ("tomorrow", "2026-11-25"),
    ("tmr", "2026-11-25"),
    ("the day after tomorrow", "2026-11-26"),
    ("Monday", "2026-11-30"),
    ("on Tuesday", "2026-12-01"),
    ("this Friday", "2026-11-27"),
    ("next Monday", "2026-11-30"),
    ("next Friday", "2026-12-04 or 2026-11-27"),
    ("Friday next week", "2026-12-04"),
    ("next week", "2026-12-01"),
    ("the week after next", "2026-12-08"),
    ("how about next Tuesday at 3pm?", "2026-12-01T15:00"),
    ("next Tue 15.00 WITA", "2026-12-01T14:00"),
    ("wed works", "2026-11-25"),
    ("maybe sat?", "2026-11-28"),
    ("sun 3pm", "2026-11-29T15:00"),
    ("tomorrow Wednesday", "2026-11-25"),
    ("tomorrow, Monday", "2026-11-25 or 2026-11-30"),
    ("in ten days", "2026-12-04"),
    ("in two weeks", "2026-12-08"),
    ("a week from now", "2026-12-01"),
    ("a week from Monday", "2026-12-07"),
    ("in a month", "2026-12-24"),
    ("in 2 hours", "2026-11-24T13:36"),
    ("half an hour from now", "2026-11-24T12:06"),
    ("by the end of the month", "2026-11-30"),
    ("end of next month", "2026-12-31"),
    ("end of the week", "2026-11-27 or 2026-11-28"),
    ("early December", "2026-12-01"),
    ("mid-January", "2027-01-15"),
    ("this weekend", "2026-11-28"),
    ("next weekend", "2026-12-05 or 2026-11-28"),
    ("Dec 5th", "2026-12-05"),
    ("December 5, 2026 at 10am", "2026-12-05T10:00"),
    ("the 5th of December", "2026-12-05"),
    ("on the 5th", "2026-12-05"),
    ("on the 5th of January", "2027-01-05"),
    ("the twenty-first at noon", "2026-12-21T12:00"),
    ("twenty-first of December", "2026-12-21"),
    ("Monday 30th November", "2026-11-30"),
    ("5 Dec '26", "2026-12-05"),
    ("first Monday of December", "2026-12-07"),
    ("last Friday of next month", "2026-12-25"),
    ("2026-12-05", "2026-12-05"),
    ("tomorrow at 3", "2026-11-25T15:00 or 2026-11-25T03:00"),
    ("tomorrow at 9", "2026-11-25T09:00"),
    ("tomorrow at three thirty pm", "2026-11-25T15:30"),
    ("3.30pm tomorrow", "2026-11-25T15:30"),
    ("tomorrow at 10 a.m.", "2026-11-25T10:00"),
    ("12pm tomorrow", "2026-11-25T12:00"),
    ("12am tomorrow", "2026-11-25T00:00"),
    ("tomorrow at noon", "2026-11-25T12:00"),
    ("tomorrow at 3 in the afternoon", "2026-11-25T15:00"),
    ("tomorrow evening at 7", "2026-11-25T19:00"),
    ("half past 3 tomorrow", "2026-11-25T15:30 or 2026-11-25T03:30"),
    ("quarter to 4 tomorrow afternoon", "2026-11-25T15:45"),
    ("quarter past 10 tomorrow", "2026-11-25T10:15"),
    ("twenty to ten tomorrow", "2026-11-25T09:40"),
    ("from 3 to 5pm tomorrow", "2026-11-25T15:00"),
    ("tomorrow 3pm UTC+8", "2026-11-25T14:00"),
    ("tonight at 8", "2026-11-24T20:00"),
    ("this afternoon", "2026-11-24"),
    ("this morning", "hour_past"),
    ("Monday or Tuesday at 3pm", "2026-11-30T15:00 or 2026-12-01T15:00"),
    ("yesterday", "day_past"),
]
MIXED = [
    ("next Senin jam 3 sore", "2026-11-30T15:00"),
    ("besok at 3pm ya kak", "2026-11-25T15:00"),
    ("meeting Kamis ini, 4 pm di kantor", "2026-11-26T16:00"),
    ("tomorrow jam 10 pagi", "2026-11-25T10:00"),
    ("weekend ini aja", "2026-11-28"),
    ("end of bulan depan", "2026-12-31"),
    ("dua weeks lagi", "2026-12-08"),
    ("lusa morning jam 9", "2026-11-26T09:00"),
    ("hari Friday after maghrib", "2026-11-27T18:30"),
    ("can't do Monday, Rabu aja jam 4 sore", "2026-11-25T16:00"),
]


@pytest.mark.parametrize(("said", "read"), ENGLISH)
def test_a_day_is_read_in_english(said: str, read: str) -> None:
    assert ahead(said) == read


@pytest.mark.parametrize(("said", "read"), MIXED)
def test_a_day_is_read_in_both_languages_at_once(said: str, read: str) -> None:
    assert ahead(said) == read
