"""Short words are read exactly: the whole message, in either language, whatever its courtesies."""

from __future__ import annotations

import pytest

from bot.dialogue.acts import Chatter
from bot.understanding import read
from bot.understanding.lexicon import LEXICON
from tests.understanding.written import heard

SHORT_WORDS = {
    "affirm": (
        "ya, iya, y, hooh, oke, OK, sip, gas, boleh, iyaaa, okeee, ya kak, boleh dong, betul, yes, sure, yep!"
    ),
    "deny": "tidak, ga, gak, nggak, bukan, ga mau, engga kak, gausah, salah, no, nope, not yet, No thanks",
    "back": "kembali, balik, balik lagi, ubah, ganti, salah ketik, back, go back, change, undo",
    "stop": (
        "stop, STOP, berhenti, stop dong kak, tolong stop, stoppp, stop kirim pengingat, jangan chat saya "
        "lagi, stop kirim pengingat dong ganggu, jangan kirim pengingat lagi, stop sending me reminders, "
        "unsubscribe"
    ),
    "pause": "jeda, jeda dulu, nanti dulu, ntar dulu, nanti aja ya, pause, later, not now, take a break",
    "resume": (
        "lanjut, lanjutkan, lanjut dong, ok lanjut, ayo lanjut, resume, continue, go on, let's go, next"
    ),
    "menu": "menu, menu dong, menu?, batal, cancel, main menu",
    "status": "status, status?, sampai mana, sampe mana?, progress, what's next?",
    "help": "bantuan, help, tolong, bantu saya, bingung, I need help",
    "skip": (
        "skip, skip skip skip, lewati, lewatin aja, langsung minta aja, langsung ke mentor, langsung ke "
        "mentornya aja dong, just ask, skip to the ask, ga mau jawab yg itu, no thanks skip yg ini"
    ),
    "erase": (
        "hapus data saya, hapus data sy semua ya, tolong hapus semua data saya dong, hapus akun sy, delete "
        "my data, please delete all my data, forget me"
    ),
    "language": "ganti bahasa, bahasa, pakai bahasa inggris dong, change language, english please",
    "privacy": "privasi, data saya, tarik persetujuan, privacy, my data?",
    "settings": "pengaturan, jam tenang, settings",
    "chatter": (
        "halo, hai kak, selamat pagi, assalamualaikum, makasih, makasih banyak ya kak, terima kasih, "
        "thanks, tq, wkwk, wkwkwkwk, haha, hehehe, xixixi, awokawok, haha iya bener juga, test, tes tes, "
        "ngantuk, capek bgt, happy weekend"
    ),
}


@pytest.mark.parametrize("meaning", SHORT_WORDS)
def test_short_words_are_read_by_their_meaning(meaning: str) -> None:
    forms = [form.strip() for form in SHORT_WORDS[meaning].split(", ")]
    assert {form: heard(form) for form in forms} == dict.fromkeys(forms, (meaning,))


@pytest.mark.parametrize("order", ["stop?", "lanjut?", "skip?", "hapus akun?", "boleh?", "ya?", "ga?"])
def test_a_question_mark_takes_the_force_of_whatever_would_change_something(order: str) -> None:
    assert set(heard(order)) <= {"help"}


@pytest.mark.parametrize("text", ["wkwk iya", "haha ga", "wkwkwk oke sip"])
def test_a_laughing_yes_or_no_is_neither(text: str) -> None:
    assert heard(text) == ("chatter",)


@pytest.mark.parametrize(
    "text",
    [
        "stop jualan di menit pertama",
        "lanjut ke janji kedua",
        "menu makan siang",
        "ya karena dia sabar",
        "tidak menggurui",
        "skip small talk with busy CEOs",
        "hapus kalimat pembuka yang terlalu panjang",
        "help clients see the gap",
        "bantuan beliau berguna",
        "berhenti mengirim proposal panjang ke klien",
        "status klien berubah",
        "bahasa inggris",
        "Bapak",
        "Kak",
        "Bu Rini",
    ],
)
def test_a_short_word_inside_an_answer_is_part_of_the_answer(text: str) -> None:
    assert heard(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "blank"),
        (" \n\t ", "blank"),
        ("\u200b\u200f\u2800\u3164", "blank"),
        ("...", "blank"),
        ("👍", "emoji"),
        ("🙏🙏🙏", "emoji"),
        ("❤️", "emoji"),
        ("👨‍👩‍👧", "emoji"),
        ("halo", "greeting"),
        ("makasih ya", "thanks"),
        ("wkwkwk", "laugh"),
        ("test", "test"),
        ("ngantuk", "mood"),
    ],
)
def test_chatter_says_of_which_kind_it_is(text: str, kind: str) -> None:
    assert read(text) == (Chatter(kind),)


def test_no_form_of_the_lexicon_is_distress_or_anything_but_itself() -> None:
    assert {form: read(form) for form in LEXICON} == {form: (act,) for form, act in LEXICON.items()}
