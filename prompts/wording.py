"""Words to avoid, and words that give a language away. The register is agreed here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from prompts.contract import Voice
from prompts.problem import Rule
from prompts.source import Language

BOTH: tuple[Voice, ...] = ("bot", "person")


@dataclass(frozen=True, slots=True)
class Avoided:
    """Words that a voice does not use, the rule they break, and what to do instead."""

    language: Language
    voices: tuple[Voice, ...]
    pattern: re.Pattern[str]
    instead: str
    rule: Rule = "register"


def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


VALUE = "\ufffc"
"""Stands in prose where a template prints a value."""

AVOIDED: tuple[Avoided, ...] = (
    Avoided("id", ("bot",), _words("harus|haruslah"), "boleh, silakan, sebaiknya"),
    Avoided(
        "id",
        BOTH,
        _words("bimbingan(?:nya)?|pembimbing|anak didik|anak asuh|murid"),
        "mentoring, mentor, mentee",
    ),
    Avoided("id", ("bot",), _words("(?:ke)?gagal(?:an)?"), "belum berhasil"),
    Avoided("id", ("bot",), _words("ditolak|tertolak|penolakan|menolak"), "belum bersedia"),
    Avoided("id", BOTH, _words("kontrak"), "kesepakatan"),
    Avoided(
        "id",
        ("bot",),
        re.compile(rf"\bKak (?=[A-Z{VALUE}])|\b(?:[Hh]al+o|[Hh]ai|[Bb]aik|[Yy]a|[Kk]asih),? [Kk]ak\b"),
        "Anda; Kak only in words that a person sends",
    ),
    Avoided(
        "id",
        ("bot",),
        _words("kamu|kau|lu|gue|gua|nggak|enggak|gak|ngga|aja|banget|dong|deh|kok|gimana|udah|yuk|sob|bro"),
        "semi-formal chat",
    ),
    Avoided(
        "id",
        BOTH,
        _words(
            "kecewa|mengecewakan|mangkir|terlambat|telat|belum juga|masih belum|malas|"
            "kesempatan terakhir|jangan lewatkan|jangan sampai|buruan"
        ),
        "no guilt and no hurry: say what is possible now",
    ),
    Avoided("id", ("bot",), re.compile(r"\banda(?:lah)?\b"), "Anda", rule="capital"),
    Avoided("id", ("person",), _words("anda"), "the sapaan of whoever receives it", rule="voice"),
    Avoided("id", ("person",), _words("bot|tuntun"), "the person speaks, not the bot", rule="voice"),
    Avoided("en", ("bot",), _words("you must|you have to|you ought to"), "you can, please"),
    Avoided("en", ("bot",), _words("failed|failing|failures?"), "not yet, did not work out"),
    Avoided(
        "en", ("bot",), _words("reject|rejects|rejected|rejection|turned you down"), "not willing for now"
    ),
    Avoided("en", BOTH, _words("prot[eé]g[eé]s?|contract|pupil|pupils"), "mentee, agreement"),
    Avoided("en", ("bot",), _words("gonna|wanna|guys|hey|yeah|dude|mate|ASAP"), "semi-formal chat"),
    Avoided(
        "en",
        BOTH,
        _words(
            "disappoint(?:s|ed|ing|ment)?|overdue|(?:is|are) late|running late|you missed|streaks?|lazy|"
            "last chance|don['’]t miss|hurry up|still ha(?:ve|s)(?: not|n['’]t)|you should have"
        ),
        "no guilt and no hurry: say what is possible now",
    ),
    Avoided("en", BOTH, re.compile(r"\bprograms?\b"), "programme"),
    Avoided("en", ("person",), _words("bot|tuntun"), "the person speaks, not the bot", rule="voice"),
    Avoided(
        "en",
        ("person",),
        _words("(?:your|the|this) (?:mentor|mentee|candidate)|your (?:learning )?goal"),
        "the mentee speaks to a senior: me, my goal, you",
        rule="voice",
    ),
)

INDONESIAN = _word_set(
    """
    adalah agar akan aku anda antara apa apakah atas atau bagaimana bagi bahwa baik baru beberapa belajar
    beliau belum berapa berhenti berikut berikutnya berjalan bersama besok biasanya bila bisa boleh buat
    bukan cara cukup dalam dan dapat dari dengan di dia diri dua dulu hanya hari hingga ia ikut ingin ini
    itu jadi jangan jawaban jeda jika juga kalau kami kapan karena kasih ke kemampuan kembali kemudian
    kepada ketika kira kirim kita lagi lain lanjut lanjutkan lebih lewat lewati maka mana mari masih mau
    melalui memang mengapa menjadi menurut mereka merupakan misalnya mulai namun nanti nya oleh orang pada
    paling para perlu pernah pertama pilih punya saat saja salah sampai sangat satu saya sebagai sebelum
    sebuah sedang sehingga sejak sekali sekarang selama selanjutnya selesai seorang seperti serta sesuatu
    sesudah setelah setiap siapa silakan simpan sudah supaya tanpa tapi tempat tentang terima tetap tetapi
    tiap tidak tujuan tulis ubah untuk untuknya waktu walau yaitu yang
    """
)
"""Words that an Indonesian text is full of and an English one never has."""

ENGLISH = _word_set(
    """
    about after again all also always and another answer any anyone anything are back because been before
    being between both but cancel change choose could did does done each edit every everything first for
    from give given go goal had has have her here his how if is it it's its just keep know learn learning
    let like make many may might more most much must my next not nothing now of often okay one only or other
    our out over own people person please ready same save say send shall she should skip some someone
    something soon stop such take talk talks thank thanks that that's the their them then there these they
    they're thing things think this those through time to today together tomorrow too two until us very was
    we were what when where whether which while who whose why will with without word words would write yes
    yesterday yet you you're your yours
    """
)
"""Words that an English text is full of and an Indonesian one never has."""

TELLTALE: Mapping[Language, frozenset[str]] = {"id": INDONESIAN, "en": ENGLISH}

SHARED = _word_set(
    """
    admin alias bapak bot chat cici cot email fyc fyp ibu id kak koko link mdrt mentee mentor mentoring menu
    ok online pdf pin prospek status telegram tot tuntun upline utc whatsapp wib wit wita zoom
    """
)
"""Words that both languages write alike; a label of other words must differ between them."""
