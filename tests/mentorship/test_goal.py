"""What a person wrote as a goal, in chat language: a target, a name, a list, or an ability."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mentorship.bonus import is_bonus
from bot.mentorship.goal import is_outcome, names_person, several

TARGETS = """
mau MDRT tahun depan
mau naik level kak, biar bisa MDRT terus
yg penting lolos MDRT, caranya terserah mentor
pengen tembus COT
target FYP 600 juta
komisi 50 juta per bulan
omzet naik 2x
premi 500 juta
closing 10 kasus sebulan
saya ingin bisa closing 10 polis per bulan
naikin produksi
mau jual lebih banyak
jadi top agent di kantor
masuk kontes ke Turki
saya kejar bonus akhir tahun
Rp 1.000.000.000 premi setahun
mau belajar biar bisa MDRT
Double my commission
I want to reach Court of the Table
close 10 cases a month
sell $500,000 of premium
hit my target this year
grow my production by 30%
get promoted
""".strip().splitlines()

ABILITIES = """
sy mau belajar fact finding utk dokter spesialis, targetnya 10 sesi lengkap sblm akhir Juni
Bikin sistem minta referral, min 5 nama per minggu, selama 3 bulan
public speaking di seminar 30 org, target 4x seminar sblm akhir thn
persistensi sy 78%, mau belajar bikin service calender biar naik ke 88 dlm setahun
mau belajar mindset top producer
networking ke org2 atas
belajar leadership
fact finding dengan pengusaha supaya MDRT
belajar closing ke dokter biar tembus COT
menjelaskan premi 5 juta kepada nasabah yang ragu
supaya nasabah mau cerita soal keuangannya
saya sering gagal di closing, mau tahu kenapa
memimpin tim 10 orang
improve communication skill
explain riders to young parents so that I make MDRT
learn to open conversations with business owners and close 5 cases
use questions to lead a doctor to his own need
tell my own story in two minutes
better at listening
""".strip().splitlines()


@pytest.mark.parametrize("text", TARGETS)
def test_a_target_is_no_ability(text: str) -> None:
    assert is_outcome(text)


@pytest.mark.parametrize("text", ABILITIES)
def test_an_ability_beats_a_number(text: str) -> None:
    assert not is_outcome(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pak Budi", "Pak Budi"),
        ("mau dimentori bu Rina", "Bu Rina"),
        ("kak Lina yang TOT itu", "Kak Lina"),
        ("pengen sukses kyk ci Lina yg TOT itu", "Ci Lina"),
        ("sama pak hendra dong", "Pak Hendra"),
        ("Mau sama Pak Hendra Wijaya aja", "Pak Hendra Wijaya"),
        ("saya mau dimentori Rina", "Rina"),
        ("belajar dari bu Sari", "Bu Sari"),
        ("mentor saya Budi Santoso", "Budi Santoso"),
        ("Coach Andre", "Coach Andre"),
        ("I want to be mentored by John Tan", "John Tan"),
        ("Jane as my mentor please", "Jane"),
        ("learn from Michael", "Michael"),
    ],
)
def test_a_person_in_place_of_a_goal(text: str, name: str) -> None:
    assert names_person(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "kak mau tanya",
        "mas, gimana caranya?",
        "minta tolong kak",
        "presentasi ke ibu rumah tangga",
        "ibu-ibu arisan",
        "bicara dengan bapak direktur",
        "mau mentor yang sabar",
        "mentor MDRT",
        "dimentori siapa saja boleh",
        "belajar dari pengalaman",
        "coach young agents in my team",
        "learn from mistakes",
        "Public Speaking",
        *TARGETS,
        *ABILITIES,
    ],
)
def test_an_address_or_a_segment_is_no_person(text: str) -> None:
    assert names_person(text) == ""


@pytest.mark.parametrize("text", ["belajar closing dari Pak Budi", "belajar public speaking seperti bu Rina"])
def test_somebody_beside_an_ability_does_not_take_its_place(text: str) -> None:
    assert names_person(text) == ""


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        (
            "goal sy ada 5: rekrut, closing, konten, leadership, sm bahasa inggris",
            ("rekrut", "closing", "konten", "leadership", "bahasa inggris"),
        ),
        ("mau belajar closing, konten, rekrut", ("closing", "konten", "rekrut")),
        ("ada dua: closing dan rekrut", ("closing", "rekrut")),
        ("- fact finding ke dokter\n- rekrut agen", ("fact finding ke dokter", "rekrut agen")),
        (
            "1) ask better questions 2) handle objections",
            ("ask better questions", "handle objections"),
        ),
        ("fact finding, referrals and leadership", ("fact finding", "referrals", "leadership")),
        ("closing, closing, rekrut", ("closing", "rekrut")),
    ],
)
def test_a_list_of_goals(text: str, goals: tuple[str, ...]) -> None:
    assert several(text) == goals


@pytest.mark.parametrize(
    "text",
    [
        "fact finding",
        "fact finding ke dokter, pengacara, notaris",
        "mendengar dan bertanya ke dokter",
        "closing dan rekrut",
        "jujur saja, saya bingung",
        *ABILITIES,
    ],
)
def test_one_goal_is_no_list_however_long(text: str) -> None:
    assert several(text) == ()


def test_targets_in_a_list_are_no_goals() -> None:
    assert several("MDRT, COT, TOT") == ()
    assert is_outcome("MDRT, COT, TOT")
    assert several("rekrut, closing, MDRT") == ("rekrut", "closing")


@pytest.mark.parametrize("trait", ["karismatik", "terkenal dan ramah", "same hometown", "seru", "famous"])
def test_charm_fame_and_likeness_are_a_bonus(trait: str) -> None:
    assert is_bonus(trait)


@pytest.mark.parametrize(
    "trait", ["sabar menjelaskan", "terus terang", "ramah tapi jujur", "frank and famous"]
)
def test_a_trait_that_a_goal_can_need_is_more_than_that(trait: str) -> None:
    assert not is_bonus(trait)


@given(st.text(max_size=400))
def test_whatever_is_typed_is_read_without_harm(text: str) -> None:
    assert is_outcome(text) in (True, False)
    assert len(names_person(text)) <= len(text)
    assert len(several(text)) != 1


@pytest.mark.parametrize("word", ["a ", "1 ", "mau belajar ", "naik x ", "bu ", "ke "])
def test_a_very_long_text_is_read_to_its_end(word: str) -> None:
    text = word * (5000 // len(word)) + "; tembus MDRT kata Pak Budi"
    assert is_outcome(text)
    assert names_person(text).endswith("Budi")
