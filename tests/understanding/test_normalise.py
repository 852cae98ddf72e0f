"""Two forms of a message: the person's own words as they are kept, and the words as they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import normalise, visible
from bot.understanding.slang import MEANINGS

HOSTILE = st.text(
    st.one_of(
        st.sampled_from(
            "\u200b\u200d\u200e\u202e\u2066\ufeff\ufe0f\x00\x1b\r\n\t \u2028\u3164\u2800\ud800'’-?_*0134"
        ),
        st.sampled_from("aAiIkKmMtT👨👩❤🏽ﷺﬁİßé"),
        st.characters(),
    )
)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Belajar closing 👍", "Belajar closing 👍"),
        ("  dua baris\r\nsatu jeda\n", "dua baris\nsatu jeda"),
        ("sat\u200bu\u00adkata", "satukata"),
        ("\u202eterbalik\u202c", "terbalik"),
        ("nol\x00nya\x1b[31m", "nolnya[31m"),
        ("keluarga 👨\u200d👩\u200d👧", "keluarga 👨\u200d👩\u200d👧"),
        ("ma\u200dti", "mati"),
        ("hati ❤\ufe0f", "hati ❤\ufe0f"),
        ("rusak \ud83d", "rusak"),
        ("\u3164\u2800", ""),
        ("<b>tebal</b> & {{ x }}", "<b>tebal</b> & {{ x }}"),
        ("Café São “kutip”", "Café São “kutip”"),
    ],
)
def test_words_are_kept_as_written_without_what_does_not_show(written: str, kept: str) -> None:
    assert visible(written) == kept


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Okeee!!!", "oke"),
        ("sy blm siap minta skrg, malu", "saya belum siap minta sekarang malu"),
        ("udh/udah", "sudah sudah"),
        ("ga gak ngga nggak", "tidak tidak tidak tidak"),
        ("gmn klo ntr?", "bagaimana kalau nanti ?"),
        ("gatau knp", "tidak tahu kenapa"),
        ("I don’t know", "i dont know"),
        ("mati-matian", "mati-matian"),
        ("mati2an", "mati-matian"),
        ("ngobrol2 dulu", "ngobrol-ngobrol dulu"),
        ("unit-link", "unit link"),
        ("premi 2jt, usia 40", "premi 2jt usia 40"),
        ("m4ti", "mati"),
        ("naïve café", "naive cafe"),
        ("𝐒𝐭𝐨𝐩", "stop"),
        ("s\u200bt\u200bop", "stop"),
        ("ya 👍🏽 sip", "ya sip"),
        ("🙂", ""),
        ("…", ""),
    ],
)
def test_words_are_read_plainly(written: str, read: str) -> None:
    assert normalise(written) == read


def test_no_meaning_holds_a_short_form() -> None:
    assert {word for meaning in MEANINGS.values() for word in meaning.split() if word in MEANINGS} == set()


@given(HOSTILE)
def test_what_is_kept_is_kept_the_same_a_second_time(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(HOSTILE)
def test_what_is_kept_can_be_stored_anywhere(text: str) -> None:
    assert "\x00" not in visible(text)
    assert visible(text).encode("utf-8").decode("utf-8") == visible(text)


@given(HOSTILE)
def test_what_is_read_is_read_the_same_a_second_time(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(st.sampled_from("abegikmnstuy'2-? "), max_size=60))
def test_plain_letters_are_read_the_same_a_second_time(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(HOSTILE)
def test_reading_sees_no_more_than_what_shows(text: str) -> None:
    assert normalise(visible(text)) == normalise(text)
