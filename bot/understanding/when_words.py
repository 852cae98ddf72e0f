"""The words that speak of time in Indonesian and English, and the one pidgin that both are read as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from bot.understanding.normalise import normalise

DROPPED, UNKNOWN = "", "_"
SUNDAY, SUNDAY_OR_WEEK = "ahad", "mingguahad"
"""What a capital Minggu is rewritten as before capitals are folded: surely Sunday, or not to be told."""

_SPOKEN = {
    "mon": "senin, snin, senen, monday, mon",
    "tue": "selasa, slasa, tuesday, tues, tue",
    "wed": "rabu, rbu, rebo, wednesday, weds, wed",
    "thu": "kamis, kmis, thursday, thur, thurs, thu",
    "fri": "jumat, jumaat, jmt, jum, friday, fri",
    "sat": "sabtu, sbtu, sab, saturday",
    "sun": "ahad, hari minggu, sunday",
    "~mon": "sen",
    "~sat": "sat",
    "~sun": "sun",
    "either": SUNDAY_OR_WEEK,
    "jan": "januari, january, jan",
    "feb": "februari, pebruari, february, feb, peb",
    "mar": "maret, march, mar",
    "apr": "april, apr",
    "may": "mei, may",
    "jun": "juni, june, jun",
    "jul": "juli, july, jul",
    "aug": "agustus, august, aug, agt, agst, ags, agu",
    "sep": "september, sept, sep",
    "oct": "oktober, october, okt, oct",
    "nov": "november, nopember, nov, nop",
    "dec": "desember, december, des, dec, dcember",
    "minute": "menit, mnt, minute, minutes, mins",
    "hour": "hour, hours",
    "jam": "jam, jm, pukul, pkl, pk",
    "day": "hari, hri, day, days",
    "week": "pekan, week, weeks, wk, wks",
    "minggu": "minggu",
    "month": "bulan, month, months",
    "year": "tahun, year, years",
    "1 day": "sehari, a day",
    "1 week": "seminggu, sepekan, a week",
    "2 week": "a fortnight, fortnight",
    "1 month": "sebulan, a month",
    "1 year": "setahun, a year",
    "1 hour": "sejam, an hour",
    "6 month": "half a year, setengah tahun",
    "30 minute": "setengah jam, half an hour",
    "90 minute": "satu setengah jam, sejam setengah, an hour and a half, one and a half hours",
    "next": "depan, dpn, dpan, mendatang, yang akan datang, akan datang, next, nxt, following",
    "this": "ini, this, this coming, coming, upcoming",
    "last": "lalu, silam, last",
    "beyond": "depannya, depannya lagi",
    "after_next": "after next",
    "ago": "ago, back",
    "ahead": (
        "lagi, dari sekarang, dari hari ini, ke depan, kedepan, kemudian, from now, from now on, from today, "
        "later, hence, time"
    ),
    "in": "dalam, in, within",
    "begin": "awal, awl, early, beginning, start",
    "mid": "pertengahan, tengah, mid, middle",
    "end": "akhir, akhr, penghujung, end, late",
    "weekend": "akhir minggu, akhir pekan, weekend, wiken, weeken, wikend, week end",
    "today": "hari ini, today, tdy, later today",
    "tomorrow": "tomorrow, tmr, tmrw, tmw, tomorow, tommorow, tommorrow",
    "besok": "besok, bsk, bsok, besuk, esok, esok hari, sesuk, isukan",
    "lusa": "lusa, lusanya, day after tomorrow, overmorrow",
    "tulat": "tulat",
    "yesterday": "yesterday, yday, ystrday",
    "kemarin": "kemarin, kemaren, kmaren, kmrin, wingi, kamari",
    "day_before": "kemarin lusa, lusa kemarin, kemarin dulu, kemaren dulu, day before yesterday",
    "last_night": "semalam, semalem, tadi malam, last night, yesterday night, kemarin malam",
    "tadi": "tadi, tadinya, barusan, baru saja, just now",
    "nanti": "nanti",
    "this evening": "tonight, tonite, this night",
    "dawn": "dini hari, before dawn, subuh-subuh",
    "morning": "pagi, pg, pgi, pagi-pagi, pagian, paginya, morning, in the morning",
    "midday": "siang, siang-siang, siangan, siangnya",
    "afternoon": "sore, sre, sore-sore, sorean, sorenya, petang, afternoon, in the afternoon",
    "evening": "malam, malam-malam, malamnya, evening, night, at night, in the evening",
    "am": "am, a m",
    "pm": "pm, p m",
    "noon": "noon, tengah hari, high noon",
    "midnight": "midnight, tengah malam",
    "oclock": "o'clock, o clock",
    "at": "at",
    "on": "on, pada",
    "the": "the",
    "from": "from, dari, mulai",
    "between": "between, antara",
    "date": "tanggal, tgl, tggl, tngal, tgal, date",
    "half_before": "setengah, stengah, stgh, stngah",
    "half_past": "half past",
    "half": "half",
    "quarter": "seperempat, prapat, quarter, a quarter",
    "past": "lewat, lebih, past",
    "less": "kurang, krg",
    "to": "to",
    "until": "sampai, hingga, until, till, s d, sd",
    "subuh": "subuh, shubuh",
    "zuhur": "zuhur, dzuhur, dhuhur, zhuhur, duhur, lohor",
    "asar": "asar, ashar",
    "magrib": "magrib, maghrib, mahgrib",
    "isya": "isya, isyak",
    "z+420": "wib, ict, waktu indonesia barat",
    "z+480": "wita, sgt, myt, hkt, pht, waktu indonesia tengah",
    "z+540": "wit, jst, kst, waktu indonesia timur",
    "z+0": "utc, gmt",
    "z_other": "est, edt, cst, cdt, pst, pdt, cet, cest, bst, ist, aest, aedt",
    "or": "atau, ato, atw, or, dan, and, kalau tidak",
    "not": "bukan, jangan, tidak, not, dont, kecuali, selain, except, skip",
    "cannot": (
        "tidak bisa, tidak dapat, tidak sempat, tidak jadi, tidak mungkin, tidak ada waktu, cant, "
        "cannot, can not, wont, will not, doesnt, does not, isnt, is not, not available, not free"
    ),
    "busy": "penuh, sibuk, berhalangan, halangan, busy, full, booked, unavailable",
    "before": "sebelum, before, menjelang, jelang",
    "after": (
        "setelah, sesudah, selepas, habis, abis, hbs, usai, ba'da, bada, bakda, after, sholat, salat, "
        "shalat, solat, habis sholat, abis sholat, setelah sholat, sesudah sholat, ba'da sholat"
    ),
    "during": "selama, sepanjang, during",
    "every": "tiap, setiap, tiap-tiap, every, each, per",
    "thing": "floor, street, avenue, attempt, try, talk, meeting, call, session, candidate, draft, page",
    "count": "kali, x, orang, klien, nasabah, persen, juta, jt, ribu, rb, times, people, clients, percent",
    "feast": (
        "lebaran, idul fitri, idul adha, puasa, ramadan, ramadhan, natal, imlek, nyepi, waisak, tahun baru, "
        "christmas, easter, new year"
    ),
    "score": "nilai, nilainya, skor, skornya, score, scored, rating, rated",
    ".": (
        "with, for, by, via, through, if, please, di, ke, dengan, sama, bareng, oleh, untuk, buat, works, "
        "work, is, are, would, be, good, fine, great, okay, ok, oke, bisa, boleh, bagaimana, sir, that, "
        "mungkin, maybe, perhaps, how, what, insyaallah, insya allah, inshaallah, ketemu, ketemuan, zoom, "
        "siap, janjian, lets, meet, can"
    ),
    UNKNOWN: (
        "selamat pagi, selamat siang, selamat sore, selamat malam, met pagi, met siang, met sore, met malam, "
        "good morning, good afternoon, good evening, good night, next to, may be, i may, we may, he may, "
        "she may, you may, they may, it may, may i, may we, why not, kenapa tidak, tidak apa-apa, "
        "tidak masalah, tidak papa, tidak keberatan, jangan lupa, "
        "dont forget, do not forget, no problem, di depan, day off, at all, every day, setiap hari, "
        "tiap hari, not yet, at least, at most, at first, last time, next time, next step, this one, last one"
    ),
    DROPPED: (
        "ya, yah, pak, bapak, bu, ibu, saja, dong, deh, sih, lah, loh, nih, tuh, kak, kakak, ka, of, an, "
        "yang, sekitar, sekitaran, kira-kira, kisaran, around, about, approximately, roughly, tepat, sharp, "
        "pas, azan, adzan"
    ),
}
_ONES = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
_ENGLISH = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty"}
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_RANKS = ["pertama", "kedua", "ketiga", "keempat", "kelima"]

Entry: TypeAlias = tuple[tuple[str, ...], str]


def _numbers() -> Iterator[tuple[str, str]]:
    """The number words of both languages up to 89, and the ranks up to the 39th."""
    yield from {"sepuluh": "10", "sebelas": "11"}.items()
    for one, word in enumerate(_ONES, 1):
        yield word, str(one)
        if one > 1:
            yield f"{word} belas", str(10 + one)
            yield f"{word} puluh", str(10 * one)
            yield from ((f"{word} puluh {unit}", str(10 * one + n)) for n, unit in enumerate(_ONES, 1))
    yield from ((word, str(one)) for one, word in enumerate(_ENGLISH, 1))
    for ten, word in _TENS.items():
        yield word, str(ten)
        yield from ((f"{word} {unit}", str(ten + n)) for n, unit in enumerate(_ENGLISH[:9], 1))
    yield from ((word, f"{one}ord") for one, word in enumerate(_ORDINALS, 1))
    yield from ((word, f"rank{one}") for one, word in enumerate(_RANKS, 1))
    for ten, word in ((20, "twentieth"), (30, "thirtieth")):
        yield word, f"{ten}ord"
        yield from ((f"{_TENS[ten]} {unit}", f"{ten + n}ord") for n, unit in enumerate(_ORDINALS[:9], 1))


def _filed() -> Mapping[str, tuple[Entry, ...]]:
    """Every phrase under its first word, the longest first."""
    phrases = dict(_numbers())
    for token, listed in _SPOKEN.items():
        phrases |= {normalise(form): token for form in listed.split(",")}
    filed: dict[str, list[Entry]] = {}
    for phrase, token in phrases.items():
        first, *rest = phrase.split()
        filed.setdefault(first, []).append((tuple(rest), token))
    return {first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in filed.items()}


VOCABULARY = _filed()
"""By its first word: the rest of each phrase, the longest first, and its pidgin."""
