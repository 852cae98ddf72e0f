"""A small notation for phrases in the reading form, and a fast way to find them.

`|` separates words that may stand in one place, `?` behind a word makes it optional, `~` stands for up to
three filler words, `..` for up to three words of any kind, `...` for up to eight; `^` and `$` are the ends
of the message, a lone `?` is a question mark. A phrase is looked for only where its rarest word occurs,
and compiled when it first is, so hundreds of them cost a message microseconds and a start next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from bot.understanding.slang import MEANINGS

_FILLERS = (
    "paling|lebih|saja|sih|deh|dong|sekali|sangat|sekarang|ya|kok|kak|jadi|langsung|cepat|cepat-cepat|rasanya|banget|saya|lagi|juga|sudah|benar|"
    "udahan|kayak|mau|ingin|sama|dengan|ini|itu|yang|jalani|jalanin|menjalani|ngejalanin|untuk|buat|bisa|"
    "so|just|about|really|to|i|im|me|be|being|am|a|the|of|this|my|fucking|honestly|literally|rather|is|was|feel|like"
)

_GAPS = {
    "~": rf"(?: (?:{_FILLERS})(?= )){{0,3}}?",
    "..": r"(?: \S++){0,3}?",
    "...": r"(?: \S++){0,8}?",
    "^": r"\A",
    "$": r"(?= \Z)",
    "?": r" \?(?= )",
}


@dataclass(frozen=True)
class Screen:
    """Phrases by area, each filed under the words of its rarest place."""

    areas: tuple[str, ...]
    filed: Mapping[str, tuple[tuple[str, str], ...]]
    words: frozenset[str]


def screen(table: Mapping[str, Iterable[str]]) -> Screen:
    """The phrases of each area, ready to be looked for; the table's order is the order of what is found."""
    filed: dict[str, list[tuple[str, str]]] = {}
    for area, phrases in table.items():
        for phrase in phrases:
            for word in _rarest(phrase):
                filed.setdefault(word, []).append((area, phrase))
    return Screen(tuple(table), {word: tuple(found) for word, found in filed.items()}, frozenset(filed))


def find(within: Screen, reading: str) -> tuple[str, ...]:
    """The areas of which a phrase occurs in a normalised message, each once, in the table's order."""
    clues = within.words.intersection(reading.split())
    if not clues:
        return ()
    padded = f" {reading} "
    found = {
        area for word in clues for area, phrase in within.filed[word] if pattern_of(phrase).search(padded)
    }
    return tuple(area for area in within.areas if area in found)


@cache
def pattern_of(phrase: str) -> re.Pattern[str]:
    """A phrase as a pattern for a normalised message with a space at both ends."""
    return re.compile("".join(_place(place) for place in phrase.split()))


def _place(place: str) -> str:
    if place in _GAPS:
        return _GAPS[place]
    optional = "?" if place.endswith("?") else ""
    words = "|".join(re.escape(word) for word in _choices(place))
    return f"(?: (?:{words})(?= )){optional}"


def _choices(place: str) -> tuple[str, ...]:
    return tuple(MEANINGS.get(word, word) for word in place.rstrip("?").split("|"))


def _rarest(phrase: str) -> tuple[str, ...]:
    """The words of the place with the longest words, by its shortest: long words are rare ones."""
    needed = [place for place in phrase.split() if place not in _GAPS and not place.endswith("?")]
    places = [tuple(words.split()[0] for words in _choices(place)) for place in needed]
    return max(places, key=lambda words: min(map(len, words)))
