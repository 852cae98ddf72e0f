"""The rules of prose leave good texts alone and notice the other language sentence by sentence."""

from __future__ import annotations

import re

import pytest

from prompts.prose import foreign_words, prose, unfit_words
from prompts.source import Language

AGREED = [
    (
        "Selamat datang. Saya bot pendamping mentoring, bukan manusia. Kita mulai dari satu hal: "
        "kemampuan apa yang ingin Anda kuasai dalam enam bulan ke depan?",
        "Welcome. I am a mentoring bot, not a person. We start with one thing: which ability would "
        "you like to master in the next six months?",
    ),
    (
        "Nama beliau saya catat dulu. Kita tentukan tujuan belajarnya lebih dulu, ya, supaya nanti "
        "mudah menilai apakah beliau orang yang pas.",
        "I have noted the name. Let us settle the learning goal first, so it is easy to judge whether"
        " they are the right person.",
    ),
    (
        "Beliau atasan langsung Anda. Tidak dilarang, hanya saja banyak orang jadi sungkan "
        "menceritakan kekurangannya kepada atasan. Adakah hal yang tidak akan Anda sampaikan kepada "
        "beliau? Jawaban ini tidak dibagikan kepada siapa pun.",
        "This is your direct superior. It is not forbidden, but many people then hold back about "
        "their weak spots. Is there anything you would not tell them? This answer is not shared with "
        "anyone.",
    ),
    (
        'Jawaban "nanti saya kabari" bisa berarti belum bersedia. Satu pesan tindak lanjut yang '
        "santun cukup. Sambil menunggu, mau lihat calon berikutnya?",
        '"I will let you know" may mean not willing for now. One courteous follow-up is enough. '
        "Meanwhile, shall we look at the next candidate?",
    ),
    (
        "Masa mentoring Anda berakhir 4 minggu lagi. Mari siapkan empat hal: meninjau proses, "
        "merayakan pencapaian, menyampaikan apresiasi, dan menentukan langkah berikutnya. Perlu jeda?"
        ' Ketik "jeda".',
        "Your mentoring period ends in 4 weeks. Let us prepare four things: review the process, "
        'celebrate achievements, express appreciation, decide next steps. Need a break? Type "jeda".',
    ),
]
READERS = [(language, pair[at]) for pair in AGREED for at, language in enumerate(("id", "en"))]


@pytest.mark.parametrize(("language", "text"), READERS)
def test_agreed_messages_are_left_alone(language: Language, text: str) -> None:
    assert [*unfit_words("a", language, "bot", text), *foreign_words("a", language, text)] == []


@pytest.mark.parametrize(("language", "text"), READERS)
def test_every_sentence_gives_the_other_language_away(language: Language, text: str) -> None:
    other: Language = "en" if language == "id" else "id"
    sentences = [one for one in re.split(r"(?<=[.?!]) ", text) if len(one.split()) > 3]
    noticed = [one for one in sentences if list(foreign_words("a", other, one))]
    assert noticed == sentences


def test_prose_keeps_lines_and_drops_what_is_not_said() -> None:
    template = '<b>Hai {{ name }}</b>{# note\nto translators #}\n{% if a %}\n"A &lt; B"{% endif %}'
    assert prose(template) == 'Hai \ufffc\n\n\n"A < B"'


def test_values_are_not_judged() -> None:
    assert list(foreign_words("a", "id", "Tujuan Anda: {{ the | plural('talk', 'talks') }}.")) == []
