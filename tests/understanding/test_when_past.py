"""Days behind, as they are told of a talk that was held. It is Tuesday, 24 November 2026, 11.36."""

from __future__ import annotations

import pytest

from tests.understanding.when_asked import behind

INDONESIAN = [
    ("hari ini", "2026-11-24"),
    ("tadi", "2026-11-24"),
    ("barusan ngobrol", "2026-11-24"),
    ("tadi pagi jam 9", "2026-11-24"),
    ("kemarin", "2026-11-23"),
    ("kmrn sore jam 3", "2026-11-23"),
    ("tadi malam", "2026-11-23"),
    ("semalem", "2026-11-23"),
    ("kemarin lusa", "2026-11-22"),
    ("kemarin dulu", "2026-11-22"),
    ("Senin", "2026-11-23"),
    ("Selasa", "2026-11-17"),
    ("Selasa ini", "2026-11-24"),
    ("Senin kemarin", "2026-11-23"),
    ("kemarin Senin", "2026-11-23"),
    ("kemarin Jumat", "2026-11-20"),
    ("hari Senin tadi", "2026-11-23"),
    ("Rabu lalu", "2026-11-18"),
    ("Senin lalu", "2026-11-23 or 2026-11-16"),
    ("minggu lalu hari Rabu", "2026-11-18"),
    ("Jumat minggu lalu", "2026-11-20"),
    ("minggu lalu", "2026-11-17"),
    ("minggu kemarin", "2026-11-17"),
    ("hari Minggu lalu", "2026-11-22"),
    ("3 hari lalu", "2026-11-21"),
    ("tiga hari yang lalu", "2026-11-21"),
    ("dua minggu yg lalu", "2026-11-10"),
    ("sebulan lalu", "2026-10-24"),
    ("bulan lalu tgl 5", "2026-10-05"),
    ("tgl 5", "2026-11-05"),
    ("tanggal 30", "2026-10-30"),
    ("tgl 24", "2026-11-24"),
    ("20 November", "2026-11-20"),
    ("5 Desember", "2025-12-05"),
    ("20/11", "2026-11-20"),
    ("25/11", "2025-11-25"),
    ("awal bulan", "2026-11-01"),
    ("akhir bulan lalu", "2026-10-31"),
    ("weekend kemarin", "2026-11-21"),
    ("2 jam lalu", "2026-11-24"),
    ("Senin dan Rabu minggu lalu", "2026-11-23 or 2026-11-18"),
    ("besok", "day_future"),
    ("nanti sore", "day_future"),
    ("5 Desember 2026", "day_future"),
    ("dua tahun lalu", "day_far"),
    ("jam 3 sore", "day_unread"),
    ("beberapa hari lalu", "day_unread"),
]
ENGLISH = [
    ("today", "2026-11-24"),
    ("this morning", "2026-11-24"),
    ("just now", "2026-11-24"),
    ("an hour ago", "2026-11-24"),
    ("yesterday at 3", "2026-11-23"),
    ("last night", "2026-11-23"),
    ("the day before yesterday", "2026-11-22"),
    ("on Monday", "2026-11-23"),
    ("last Tuesday", "2026-11-17"),
    ("last Friday", "2026-11-20"),
    ("last Monday", "2026-11-23 or 2026-11-16"),
    ("Friday last week", "2026-11-20"),
    ("last week", "2026-11-17"),
    ("two weeks ago", "2026-11-10"),
    ("last weekend", "2026-11-21"),
    ("a month ago", "2026-10-24"),
    ("last month", "day_unread"),
    ("on the 5th", "2026-11-05"),
    ("Nov 20th", "2026-11-20"),
    ("I sat with her yesterday", "2026-11-23"),
    ("we met yesterday and last Friday", "2026-11-23 or 2026-11-20"),
    ("tomorrow", "day_future"),
    ("next Monday", "day_future"),
    ("she was the first", "day_unread"),
]


@pytest.mark.parametrize(("said", "read"), INDONESIAN)
def test_a_day_behind_is_read_in_indonesian(said: str, read: str) -> None:
    assert behind(said) == read


@pytest.mark.parametrize(("said", "read"), ENGLISH)
def test_a_day_behind_is_read_in_english(said: str, read: str) -> None:
    assert behind(said) == read
