"""Days and hours ahead as people in Indonesia say them. It is Tuesday, 24 November 2026, 11.36 in Jakarta."""

from __future__ import annotations

import pytest

from tests.understanding.when_asked import ahead

DAYS = [
    ("hari ini", "2026-11-24"),
    ("besok", "2026-11-25"),
    ("bsk aja kak", "2026-11-25"),
    ("lusa", "2026-11-26"),
    ("tulat", "2026-11-27"),
    ("Senin", "2026-11-30"),
    ("hari Rabu ya", "2026-11-25"),
    ("jum'at", "2026-11-27"),
    ("Rabuuu", "2026-11-25"),
    ("Selasa", "2026-12-01"),
    ("Selasa ini", "2026-11-24"),
    ("Senin ini", "2026-11-30"),
    ("Senin depan", "2026-11-30"),
    ("Selasa depan", "2026-12-01"),
    ("Jumat depan", "2026-12-04 or 2026-11-27"),
    ("jumat dpn", "2026-12-04 or 2026-11-27"),
    ("Jumat minggu depan", "2026-12-04"),
    ("minggu depan hari Rabu", "2026-12-02"),
    ("Jumat minggu ini", "2026-11-27"),
    ("Senin minggu ini", "day_past"),
    ("besok Rabu", "2026-11-25"),
    ("besok Senin", "2026-11-30"),
    ("Senin besok", "2026-11-30"),
    ("lusa Kamis", "2026-11-26"),
    ("lusa Senin", "2026-11-26 or 2026-11-30"),
    ("hari ini atau besok", "2026-11-24 or 2026-11-25"),
    ("besok lusa", "2026-11-25 or 2026-11-26"),
    ("Senin atau Selasa", "2026-11-30 or 2026-12-01"),
    ("sabtu-minggu", "2026-11-28 or 2026-11-29"),
    ("Senin, Selasa atau Rabu", "day_unread"),
    ("kalo ga Senin ya Selasa", "2026-11-30 or 2026-12-01"),
]
WEEKS_AND_MONTHS = [
    ("minggu depan", "2026-12-01"),
    ("pekan depan", "2026-12-01"),
    ("3 hari lagi", "2026-11-27"),
    ("tiga hari lagi", "2026-11-27"),
    ("dua puluh lima hari lagi", "2026-12-19"),
    ("dua minggu lagi", "2026-12-08"),
    ("seminggu lagi", "2026-12-01"),
    ("sebulan lagi", "2026-12-24"),
    ("3 bulan ke depan", "2027-02-24"),
    ("setahun lagi", "2027-11-24"),
    ("dalam 10 hari", "2026-12-04"),
    ("2-3 hari lagi", "2026-11-26 or 2026-11-27"),
    ("Senin dua minggu lagi", "2026-12-07"),
    ("3 bulan", "2027-02-24"),
    ("bulan depan", "day_unread"),
    ("tahun depan tanggal 5 Januari", "2027-01-05"),
    ("akhir bulan", "2026-11-30"),
    ("akhir bulan depan", "2026-12-31"),
    ("akhir tahun", "2026-12-31"),
    ("awal bulan depan", "2026-12-01"),
    ("awal Desember", "2026-12-01"),
    ("awal minggu depan", "2026-11-30"),
    ("pertengahan Januari", "2027-01-15"),
    ("pertengahan bulan", "2026-12-15"),
    ("akhir minggu", "2026-11-28"),
    ("akhir pekan ini", "2026-11-28"),
    ("akhir pekan depan", "2026-12-05 or 2026-11-28"),
    ("malam minggu", "2026-11-28"),
    ("malam Jumat", "2026-11-26 or 2026-11-27"),
    ("Senin pertama bulan depan", "2026-12-07"),
    ("bln dpn tgl 31", "2026-12-31"),
]
DATES = [
    ("tgl 5", "2026-12-05"),
    ("tanggal 24", "2026-11-24"),
    ("tanggal 31", "2026-12-31"),
    ("tanggal dua puluh", "2026-12-20"),
    ("tgl 5 bulan depan", "2026-12-05"),
    ("tgl 5 bln dpn", "2026-12-05"),
    ("tgl 5 atau 6", "2026-12-05 or 2026-12-06"),
    ("tgl 5, 6, atau 7", "day_unread"),
    ("5 Desember", "2026-12-05"),
    ("5 des jam 10", "2026-12-05T10:00"),
    ("1 atau 2 Desember", "2026-12-01 or 2026-12-02"),
    ("tgl 5 bulan 12", "2026-12-05"),
    ("Januari tgl 5", "2027-01-05"),
    ("17 Agustus 2027", "2027-08-17"),
    ("17 agustus tahun depan", "2027-08-17"),
    ("dua puluh lima desember", "2026-12-25"),
    ("5/12", "2026-12-05"),
    ("5-12-2026", "2026-12-05"),
    ("5.12.26", "2026-12-05"),
    ("5 12", "2026-12-05"),
    ("Senin, 30 November 2026, pukul 15.00 s.d. 16.00 WIB", "2026-11-30T15:00"),
    ("Selasa 30 November", "2026-11-30 or 2026-12-01"),
    ("1 November 2028", "day_far"),
    ("1 November 2025", "day_past"),
]
HOURS = [
    ("insyaallah besok jam 3 sore ya bu di kantor", "2026-11-25T15:00"),
    ("besok jam 3", "2026-11-25T15:00 or 2026-11-25T03:00"),
    ("besok jam 9", "2026-11-25T09:00"),
    ("besok jam 12", "2026-11-25T12:00"),
    ("besok jam 12 malam", "2026-11-26T00:00 or 2026-11-25T00:00"),
    ("besok jam 1 siang", "2026-11-25T13:00"),
    ("besok jam 11 siang", "2026-11-25T11:00"),
    ("besok jam 4 pagi", "2026-11-25T04:00"),
    ("besok jam 5 subuh", "2026-11-25T05:00"),
    ("besok malam jam 7", "2026-11-25T19:00"),
    ("besok jam 8 malem", "2026-11-25T20:00"),
    ("besok makan malam jam 7", "2026-11-25T19:00"),
    ("bsk jm 3an sore", "2026-11-25T15:00"),
    ("besok jam3 sore", "2026-11-25T15:00"),
    ("besok jam tiga sore", "2026-11-25T15:00"),
    ("besok pukul 15.30", "2026-11-25T15:30"),
    ("besok 15:30", "2026-11-25T15:30"),
    ("besok 15.30", "2026-11-25T15:30"),
    ("besok jam 15 30", "2026-11-25T15:30"),
    ("besok 03:00", "2026-11-25T03:00"),
    ("besok setengah empat", "2026-11-25T15:30 or 2026-11-25T03:30"),
    ("besok jam setengah 10", "2026-11-25T09:30"),
    ("besok setengah satu", "2026-11-25T12:30"),
    ("jam setengah 4 sore besok", "2026-11-25T15:30"),
    ("besok jam 3 lewat 15 sore", "2026-11-25T15:15"),
    ("besok jam 4 kurang seperempat sore", "2026-11-25T15:45"),
    ("besok jam 10 kurang 10", "2026-11-25T09:50"),
    ("besok jam 3-5 sore", "2026-11-25T15:00"),
    ("besok jam 10 sampai 12", "2026-11-25T10:00"),
    ("besok 15.00-16.00", "2026-11-25T15:00"),
    ("besok jam 3 atau 4 sore", "2026-11-25T15:00 or 2026-11-25T16:00"),
    ("jam 9 atau jam 10 besok", "2026-11-25T09:00 or 2026-11-25T10:00"),
    ("besok jam 9, 10 atau 11", "2026-11-25"),
    ("besok jam 9 atau lusa jam 2 siang", "2026-11-25T09:00 or 2026-11-26T14:00"),
    ("Senin atau Selasa jam 3 sore", "2026-11-30T15:00 or 2026-12-01T15:00"),
    ("Jumat depan jam 3", "2026-12-04T15:00 or 2026-11-27T15:00"),
    ("Kamis jam 4 sore minggu depan", "2026-12-03T16:00"),
    ("lusa abis magrib", "2026-11-26T18:30"),
    ("besok habis subuh", "2026-11-25T05:30"),
    ("besok ba'da dzuhur", "2026-11-25T12:30"),
    ("Kamis setelah sholat ashar", "2026-11-26T15:45"),
    ("besok isya", "2026-11-25T19:30"),
    ("tengah hari besok", "2026-11-25T12:00"),
    ("15.00 WITA besok", "2026-11-25T14:00"),
    ("besok jam 9 WIT", "2026-11-25T07:00"),
    ("jam 7 malam minggu", "2026-11-28T19:00 or 2026-11-29T19:00"),
]
TODAY = [
    ("nanti sore", "2026-11-24"),
    ("malam ini jam 8", "2026-11-24T20:00"),
    ("nanti jam 3", "2026-11-24T15:00"),
    ("nanti jam 8", "2026-11-24T20:00"),
    ("nanti abis magrib", "2026-11-24T18:30"),
    ("jam 3", "2026-11-24T15:00"),
    ("15.30", "2026-11-24T15:30"),
    ("2 jam lagi", "2026-11-24T13:36"),
    ("setengah jam lagi", "2026-11-24T12:06"),
    ("hari ini jam 12 malam", "2026-11-25T00:00"),
    ("hari ini jam 9", "hour_past"),
    ("hari ini jam 8 pagi", "hour_past"),
    ("pagi ini", "hour_past"),
    ("nanti sore atau besok pagi", "2026-11-24 or 2026-11-25"),
    ("kemarin", "day_past"),
    ("tadi pagi", "day_past"),
]


@pytest.mark.parametrize(("said", "read"), DAYS)
def test_a_day_is_read_by_its_name(said: str, read: str) -> None:
    assert ahead(said) == read


@pytest.mark.parametrize(("said", "read"), WEEKS_AND_MONTHS)
def test_a_day_is_read_by_its_week_or_month(said: str, read: str) -> None:
    assert ahead(said) == read


@pytest.mark.parametrize(("said", "read"), DATES)
def test_a_day_is_read_by_its_date(said: str, read: str) -> None:
    assert ahead(said) == read


@pytest.mark.parametrize(("said", "read"), HOURS)
def test_an_hour_is_read_with_its_day(said: str, read: str) -> None:
    assert ahead(said) == read


@pytest.mark.parametrize(("said", "read"), TODAY)
def test_what_is_left_of_today_is_read(said: str, read: str) -> None:
    assert ahead(said) == read
