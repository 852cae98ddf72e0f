"""What is drawn of a person's text, and that the font really has all of it."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.ink import BREAK, inked

if TYPE_CHECKING:
    from typst import Compiler

EVERY_STYLE = b"""
#set page(height: auto)
#set text(font: "Libertinus Serif", fallback: false)
#let text-in = json(bytes(sys.inputs.data))
#text-in #text(weight: "semibold", text-in) #text(style: "italic", text-in)
"""


@cache
def compiler() -> Compiler:
    import typst

    return typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False), ignore_system_fonts=True)


def draw(text: str) -> None:
    """Sets the text in every style that a card uses; PDF/A refuses what a font has no glyph for."""
    compiler().compile(
        EVERY_STYLE, format="pdf", pdf_standards="a-3b", sys_inputs={"data": json.dumps(text)}, timestamp=0
    )


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Menggali kebutuhan", "Menggali kebutuhan"),
        ("  two\n lines\t and a \u00a0 gap ", "two lines and a gap"),
        ("naïve café – “quoted” … 50 % ½ € №", "naïve café – “quoted” … 50 % ½ € №"),
        ("cafe\u0301", "café"),
        ("closing 💪🏽🔥 now", "closing now"),
        ("dokter 👩‍⚕️, ya 🇮🇩!", "dokter , ya !"),
        ("1️⃣ satu", "1 satu"),
        ("❤️🙏", ""),
        ("", ""),
        ("𝓬𝓸𝓷𝓯𝓲𝓭𝓮𝓷𝓽 Ｈｅｌｌｏ ①", "confident Hello 1"),
        ("belajar 日本語 dan العربية sekarang", "belajar … dan … sekarang"),
        ("بسم الله", "…"),
        ("ꦲꦏ꧀ꦱꦫ", "…"),
        ("שלום", "שלום"),
        ("Привет, Ελλάδα", "Привет, Ελλάδα"),
        ("a\u200bb\u202ec\u2066d\x00e\ud800f\ue000g\u00adh", "abcdefgh"),
        ("a" + "\u0316" * 40 + "b", "a\u0316\u0316b"),
    ],
)
def test_text_as_it_is_drawn(typed: str, drawn: str) -> None:
    assert inked(typed, 320) == drawn


def test_a_long_word_may_break_anywhere_and_a_usual_one_nowhere() -> None:
    usual, long = "mempertanggungjawabkannya"[:24], "w" * 30
    assert inked(f"{usual} {long}", 320) == f"{usual} {BREAK.join(long)}"


@pytest.mark.parametrize(
    ("typed", "drawn"), [("four", "four"), ("fives", "fiv…"), ("two words", "two…"), ("🎉four", "four")]
)
def test_what_is_too_long_ends_in_an_ellipsis(typed: str, drawn: str) -> None:
    assert inked(typed, 4) == drawn


def test_a_fonts_missing_letter_is_noticed_here() -> None:
    import typst

    with pytest.raises(typst.TypstError, match="could not be displayed"):
        draw("日")


def test_the_font_has_every_letter_that_is_let_through() -> None:
    every = (chr(code) for code in range(0x21, 0x30000) if not 0xD800 <= code < 0xE000)
    kept = [char for char in every if inked(char, 9) == char]
    assert 1000 < len(kept) < 2000
    draw(" ".join(kept))


@settings(max_examples=200)
@given(st.text(max_size=400))
def test_any_text_can_be_drawn_once_inked(typed: str) -> None:
    line = inked(typed, 320)
    draw(line)
    assert len(line.replace(BREAK, "")) <= 320
    assert inked(line, 320) == line
