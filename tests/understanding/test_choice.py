"""A typed answer that names a button is that button."""

from __future__ import annotations

import pytest

from bot.understanding import typed_choice

GOALS = {
    "fact_finding": "Fact finding",
    "closing": "Menutup pembicaraan",
    "referrals": "Meminta referral 🤝",
    "open": "Belum tahu",
    "back": "‹ Kembali",
}
DATES = {"m3": "3 bulan", "m6": "6 bulan", "m12": "12 bulan", "open": "Belum tahu"}
TICKED = {"boss": "✓ Atasan langsung", "family": "Keluarga", "done": "Selesai"}


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("fact finding", "fact_finding"),
        ("Fact-finding!", "fact_finding"),
        ("MENUTUP PEMBICARAAN", "closing"),
        ("meminta referral", "referrals"),
        ("blm tau", "open"),
        ("kembali", "back"),
        ("‹ Kembali", "back"),
    ],
)
def test_a_label_is_typed_with_or_without_its_symbols(typed: str, id: str) -> None:
    assert typed_choice(typed, GOALS) == id


def test_a_tick_is_no_part_of_the_label() -> None:
    assert typed_choice("atasan langsung", TICKED) == "boss"


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("1", "fact_finding"),
        ("2.", "closing"),
        ("no 3", "referrals"),
        ("No. 3", "referrals"),
        ("nomor tiga", "referrals"),
        ("yang kedua", "closing"),
        ("yg ke-2", "closing"),
        ("kedua aja", "closing"),
        ("pertama", "fact_finding"),
        ("the second", "closing"),
        ("second one", "closing"),
        ("option 4", "open"),
        ("pilihan 1", "fact_finding"),
        ("1️⃣", "fact_finding"),
        ("the last one", "back"),
    ],
)
def test_a_place_is_typed_in_many_ways(typed: str, id: str) -> None:
    assert typed_choice(typed, GOALS) == id


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "👍",
        "0",
        "6",
        "99",
        "yang",
        "no",
        "closing dokter",
        "2 kali seminggu",
        "saya pilih yang kedua ya kak",
        "1 2",
    ],
)
def test_anything_else_names_no_button(typed: str) -> None:
    assert typed_choice(typed, GOALS) == ""


def test_a_bare_number_names_no_place_where_labels_hold_numbers() -> None:
    assert typed_choice("3", DATES) == ""
    assert typed_choice("3 bulan", DATES) == "m3"
    assert typed_choice("yang ketiga", DATES) == "m12"


def test_two_buttons_of_one_label_are_named_by_neither() -> None:
    assert typed_choice("rini", {"c1": "Rini", "c2": "rini"}) == ""


def test_without_buttons_nothing_is_named() -> None:
    assert typed_choice("1", {}) == ""
    assert typed_choice("terakhir", {}) == ""
