"""What others read wrong without a word (a date library's four answers among them), and what is no time."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import read_when
from tests.understanding.when_asked import NOW, ahead, behind

JAKARTA = ZoneInfo("Asia/Jakarta")
SATURDAY = datetime(2026, 11, 28, 20, 0, tzinfo=JAKARTA)
SUNDAY = datetime(2026, 11, 29, 9, 0, tzinfo=JAKARTA)


def test_besok_jam_9_is_nine_o_clock() -> None:
    assert ahead("besok jam 9") == "2026-11-25T09:00"


def test_jam_10_is_an_hour_and_not_the_tenth() -> None:
    assert ahead("besok jam 10") == "2026-11-25T10:00"
    assert ahead("jam 10") == "hour_past"


def test_tanggal_5_lies_ahead_when_a_day_ahead_is_asked_for() -> None:
    assert ahead("tanggal 5") == "2026-12-05"


def test_tanggal_5_desember_jam_10_is_this_year() -> None:
    assert ahead("tanggal 5 Desember jam 10") == "2026-12-05T10:00"


def test_wita_is_not_dropped() -> None:
    assert ahead("besok jam 15.00 WITA") == "2026-11-25T14:00"
    assert ahead("besok jam 15.00 WITA", NOW.astimezone(ZoneInfo("Asia/Makassar"))) == "2026-11-25T15:00"


def test_an_hour_of_an_eastern_midnight_is_the_day_before_in_the_west() -> None:
    assert ahead("lusa jam 00.30 WIT") == "2026-11-25T22:30"


def test_a_zone_without_an_hour_does_not_move_the_day() -> None:
    new_york = NOW.astimezone(ZoneInfo("America/New_York"))
    assert read_when("hari ini WITA", new_york, past=False, reach=0).options == ("2026-11-23",)


def test_an_hour_in_a_zone_of_many_meanings_is_not_guessed() -> None:
    assert ahead("tomorrow 3pm EST") == "2026-11-25"


def test_the_day_stands_before_the_month() -> None:
    assert ahead("5/12") == "2026-12-05"
    assert ahead("12/25") == "day_unread"


def test_half_four_in_indonesian_is_half_past_three() -> None:
    assert ahead("besok setengah empat sore") == "2026-11-25T15:30"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("minggu depan", "2026-12-01"),
        ("hari minggu depan", "2026-12-06 or 2026-11-29"),
        ("ketemu Minggu depan", "2026-12-06 or 2026-11-29"),
        ("Minggu depan", "2026-11-29 or 2026-12-01"),
        ("MINGGU DEPAN", "2026-11-29 or 2026-12-01"),
        ("Senin Minggu depan", "2026-11-30"),
        ("Minggu depan hari Rabu", "2026-12-02"),
        ("Minggu depan, mungkin Rabu", "2026-12-02"),
        ("Minggu depan tgl 6 Desember", "2026-12-06"),
        ("2 Minggu lagi", "2026-12-08"),
        ("minggu jam 10", "2026-11-29T10:00"),
        ("Minggu pagi", "2026-11-29"),
        ("Minggu ini", "2026-11-29"),
        ("minggu ini", "day_unread"),
        ("ngobrol2 minggu depan", "2026-12-01"),
    ],
)
def test_minggu_is_sunday_or_a_week(said: str, read: str) -> None:
    assert ahead(said) == read


def test_malam_minggu_said_on_a_saturday_is_tonight() -> None:
    assert ahead("malam minggu jam 9", SATURDAY) == "2026-11-28T21:00"
    assert ahead("besok malam minggu") == "2026-11-28"
    assert ahead("Sabtu malam minggu") == "2026-11-28"


def test_next_monday_said_on_a_sunday_is_tomorrow() -> None:
    assert ahead("Senin depan", SUNDAY) == "2026-11-30"


def test_the_weekend_may_have_begun() -> None:
    assert ahead("weekend", SATURDAY) == "2026-11-28 or 2026-12-05"
    assert ahead("weekend ini", SATURDAY) == "2026-11-28"
    assert ahead("weekend ini", SUNDAY) == "2026-11-29"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("jangan besok, lusa aja", "2026-11-26"),
        ("besok ga bisa, Senin aja", "2026-11-30"),
        ("besok pagi saya sibuk, lusa jam 3 sore", "2026-11-26T15:00"),
        ("bukan Senin tapi Selasa", "2026-12-01"),
        ("besok ga bisa", "day_unread"),
        ("not Monday, Tuesday works", "2026-12-01"),
        ("kenapa ga besok aja?", "2026-11-25"),
        ("jangan lupa besok jam 3 sore", "2026-11-25T15:00"),
        ("sebelum Jumat", "day_unread"),
        ("setelah tanggal 5", "day_unread"),
        ("tiap Senin jam 3 sore", "day_unread"),
        ("dua hari setelah Senin", "day_unread"),
        ("besok setelah jam 3 sore", "2026-11-25"),
        ("Monday after next", "day_unread"),
        ("Tuesday week", "day_unread"),
        ("Selasa minggu depannya", "day_unread"),
        ("2 weeks today", "day_unread"),
        ("lebaran kemarin", "day_unread"),
        ("tahun baru jam 7 malam", "day_unread"),
        ("Januari jam 3 sore", "day_unread"),
        ("Q1 tahun depan", "day_unread"),
        ("5 bulan depan", "day_unread"),
        ("Senin bulan depan", "day_unread"),
        ("Senin di bulan Januari", "day_unread"),
        ("5th of next month", "2026-12-05"),
        ("satu setengah jam lagi", "2026-11-24T13:06"),
        ("dua setengah jam lagi", "day_unread"),
        ("antara jam 3 dan 5 sore besok", "2026-11-25T15:00"),
        ("3 atau 4 sore besok", "2026-11-25T15:00 or 2026-11-25T16:00"),
        ("five to six tomorrow", "2026-11-25"),
        ("tomorrow at ten to four", "2026-11-25T15:50 or 2026-11-25T03:50"),
        ("minggu kedua Januari", "day_unread"),
        ("pertengahan tahun depan", "day_unread"),
        ("Januari, kayaknya tgl 5", "day_unread"),
        ("minggu ini saya di Bali, Senin depan bisa?", "2026-11-30"),
        ("minggu depan saya pergi, Jumat ini bisa", "2026-11-27 or 2026-12-01"),
        ("tadi pagi beliau bilang besok jam 3 sore", "2026-11-25T15:00"),
        ("sebtu jam 3 sore", "day_unread"),
        ("selamat pagi, besok jam 3", "2026-11-25T15:00 or 2026-11-25T03:00"),
        ("pagi kak, besok jam 3", "2026-11-25T15:00 or 2026-11-25T03:00"),
        ("ketemu Isya besok", "2026-11-25"),
        ("ketemu Bu Mei 2 kali", "day_unread"),
        ("I may come next Tuesday", "2026-12-01"),
    ],
)
def test_a_day_beside_another_meaning_is_not_taken_for_one(said: str, read: str) -> None:
    assert ahead(said) == read


@pytest.mark.parametrize(
    "said",
    [
        "",
        "👍",
        "5",
        "5.000.000",
        "jam terbang 10 tahun",
        "10 nasabah",
        "ruang 5",
        "lantai 5 jam kerja",
        "on the 5th floor",
        "my 2nd talk",
        "looking at 3 candidates",
        "nilai 8/10",
        "komposisi 50/50",
        "1/2 jam",
        "24/11/26/1",
        "2 malam di Bali",
        "naik 10.30 persen",
        "selamat pagi",
        "jam berapa?",
        "kapan-kapan",
        "secepatnya",
        "she sat down in march",
        "٢٤/١١",
    ],
)
def test_what_is_no_time_is_not_read_as_one(said: str) -> None:
    assert ahead(said) == "day_unread"


@pytest.mark.parametrize(
    "said", ["31 Februari", "31/2", "tgl 32", "31 April 2027", "tgl 0", "besok tgl 31/11"]
)
def test_a_day_that_no_calendar_has_is_not_read(said: str) -> None:
    assert ahead(said) == "day_unread"
    assert behind(said) == "day_unread"


def test_a_leap_day_is_read_in_years_that_have_it() -> None:
    assert ahead("29 Feb") == "day_unread"
    assert ahead("29 Feb", datetime(2028, 1, 5, tzinfo=JAKARTA)) == "2028-02-29"


def test_what_lies_beyond_the_reach_is_refused() -> None:
    assert read_when("seminggu lagi", NOW, past=False, reach=7).options == ("2026-12-01",)
    assert read_when("8 hari lagi", NOW, past=False, reach=7).unread == "day_far"
    assert read_when("8 hari lalu", NOW, past=True, reach=7).unread == "day_far"
    assert read_when("Jumat depan", NOW, past=False, reach=7).options == ("2026-11-27",)
