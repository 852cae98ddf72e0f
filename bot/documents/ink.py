"""A person's text as the fonts inside typst can draw it: letters kept, what has no glyph left out cleanly.

- Emoji and other ornaments vanish, with the gap they leave.
- Letters of a script that the font does not know (Arabic, Han, Javanese) become an ellipsis, one for all that
  stand together: it shows that something was said here.
- Fancy letters (𝓗𝓮𝓵𝓵𝓸, Ｈｅｌｌｏ) become plain ones.
- Invisible characters and bidirectional overrides vanish; piled-up accents are cut to two.
- A word too long for a line may break anywhere.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category, combining, normalize

ELLIPSIS = "…"
BREAK = "\u200b"
"""A zero-width space: where a line may end."""

_LONG = re.compile(r"\S{25,}")
_UNSAID = re.compile(rf"{ELLIPSIS}(?:\s*{ELLIPSIS})+")
_MOST_MARKS = 2

_DRAWN = (
    (0x0021, 0x007E), (0x00A1, 0x00AC), (0x00AE, 0x023F), (0x0250, 0x02AF), (0x02B0, 0x02DD),  # Latin
    (0x0300, 0x0331), (0x1E00, 0x1E9B), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9),
    (0x0384, 0x038A), (0x038C, 0x038C), (0x038E, 0x03A1), (0x03A3, 0x03CE),  # Greek
    (0x0400, 0x045F), (0x0490, 0x04C4), (0x04D0, 0x04F9),  # Cyrillic
    (0x05D0, 0x05EA), (0x05F0, 0x05F4),  # Hebrew
    (0x2010, 0x2016), (0x2018, 0x2022), (0x2026, 0x2026), (0x2030, 0x2037), (0x2039, 0x203A),  # Punctuation
    (0x2044, 0x2044), (0x2070, 0x2071), (0x2074, 0x208E), (0x20A3, 0x20A4), (0x20AB, 0x20AC),
    (0x20B1, 0x20B1), (0x2100, 0x2100), (0x2103, 0x2103), (0x2113, 0x2113), (0x2116, 0x2116),
    (0x2122, 0x2122), (0x2126, 0x2126), (0x2153, 0x215E), (0x2190, 0x2199), (0x2212, 0x2212),
    (0x221A, 0x221A), (0x221E, 0x221E), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265),
)  # fmt: skip
"""First and last of each run of characters that Libertinus Serif draws in every style, and a card may use."""


def inked(text: str, most: int) -> str:
    """One line of drawable text, at most `most` characters before the marks where long words may break.

    Empty only when the text holds nothing but ornaments and blanks.
    """
    drawn = "".join(map(_ink, normalize("NFC", text)))
    words = (_few_marks(word) for word in drawn.split())
    line = _UNSAID.sub(ELLIPSIS, " ".join(filter(None, words)))
    if len(line) > most:
        line = f"{line[: most - 1].rstrip()}{ELLIPSIS}"
    return _LONG.sub(lambda word: BREAK.join(word[0]), line)


@cache
def _drawable() -> frozenset[str]:
    return frozenset(chr(code) for first, last in _DRAWN for code in range(first, last + 1))


def _ink(char: str) -> str:
    if char in _drawable():
        return char
    if char.isspace():
        return " "
    plain = normalize("NFKC", char)
    if plain != char and all(one in _drawable() for one in plain):
        return plain
    return ELLIPSIS if category(char)[0] in "LN" else ""


def _few_marks(word: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in word:
        marks = marks + 1 if combining(char) else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)
