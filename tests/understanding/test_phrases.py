"""The notation of phrases does what it says."""

from __future__ import annotations

import pytest

from bot.understanding.phrases import find, screen


def holds(phrase: str, reading: str) -> bool:
    return find(screen({"it": (phrase,)}), reading) == ("it",)


@pytest.mark.parametrize(
    ("phrase", "reading", "held"),
    [
        ("bunuh diri", "saya bunuh diri", True),
        ("bunuh diri", "bunuh semua diri", False),
        ("bunuh diri", "dibunuh diri", False),
        ("mati|die", "want to die", True),
        ("ingin ~ mati", "ingin saja mati", True),
        ("ingin ~ mati", "ingin polis mati", False),
        ("ingin ~ mati", "ingin saja saja saja saja mati", False),
        ("sign .. blank", "sign one two three blank", True),
        ("sign .. blank", "sign one two three four blank", False),
        ("sign ... blank", "sign a b c d e f g h blank", True),
        ("sign ... blank", "sign a b c d e f g h i blank", False),
        ("lebih? baik mati", "baik mati", True),
        ("lebih? baik mati", "lebih baik mati", True),
        ("^ ada biaya", "ada biaya", True),
        ("^ ada biaya", "kata klien ada biaya", False),
        ("tidak hidup $", "tidak hidup", True),
        ("tidak hidup $", "tidak hidup mewah", False),
        ("gratis ?", "gratis ?", True),
        ("gratis ?", "gratis", False),
        ("pgn mati", "ingin mati", True),
    ],
)
def test_a_phrase_holds_where_it_should(phrase: str, reading: str, held: bool) -> None:
    assert holds(phrase, reading) is held


def test_areas_come_in_the_order_of_the_table() -> None:
    both = screen({"grave": ("mati",), "light": ("capek",)})
    assert find(both, "capek mati capek") == ("grave", "light")


def test_a_message_without_any_word_of_a_phrase_finds_nothing() -> None:
    assert find(screen({"it": ("bunuh diri",)}), "belajar closing") == ()
