"""A message as pidgin: the words that speak of time, in one small language with one word per thing.

"insyaallah besok jam 3 sore ya bu" and "insyaallah tomorrow at 3 in the afternoon, ma'am" come out nearly
alike (`_ besok jam 3 afternoon _`), so the grammar is written once for both languages and any mix of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from bot.understanding.normalise import normalise, visible
from bot.understanding.when_words import DROPPED, SUNDAY, SUNDAY_OR_WEEK, UNKNOWN, VOCABULARY

STOP = ","
_LONGEST = 600
_PIECE = re.compile(
    r"(?=[0-9,;!?\nug])(?:(?P<zone>\b(?:utc|gmt)\s?[-+]\s?[0-9]{1,2}\b)"
    r"|(?P<rank>(?<![^\W_])[0-9]{1,2}(?=(?:st|nd|rd|th)\b)..)"
    r"|(?P<figure>(?:(?<![^\W_])|(?<=\bjam)|(?<=\bjm)|(?<=\bpkl)|(?<=\btgl)|(?<=[0-9]T))[0-9]+(?:[.:/-][0-9]+)*)"
    r"|(?P<stop>[,;!?\n]))",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?<=[0-9])(?:\s*[–—]\s*|\s+-\s+)(?=[0-9])"
    r"|(?<=[.:][0-9]{2})-(?=[0-9]{1,2}(?![0-9-]))"
)
_SHORT_YEAR = re.compile(r"\s['’](?=[0-9]{2}\b)")
_GREETING = re.compile(
    r"\A\W*(?:(?:good|met)\s+)?(?:pagi|siang|sore|malam|morning|afternoon|evening)\b"
    r"(?=\s*[,.!]|\s+(?:kak|kakak|pak|bapak|bu|ibu|min|admin|mas|mbak|bang|bos|semua)\b)",
    re.IGNORECASE,
)
_WEEKDAYS = "senin|selasa|rabu|kamis|jumat|jum'at|sabtu"
_COUNTED = "[0-9]|satu|dua|tiga|empat|lima|enam|tujuh|delapan|akhir|awal|pertengahan|tengah"
_MINGGU = re.compile(
    rf"(?P<plain>\b(?:{_COUNTED}|{_WEEKDAYS}|hari)\s+Minggu\b"
    rf"|\bMinggu\s+(?=(?:depan|dpn|ini|lalu|kemarin|kmrn)\s+(?:hari\s+)?(?:{_WEEKDAYS})\b))"
    r"|(?P<open>\A\W*|[.!?\n]\s*)?\bMinggu\b",
    re.IGNORECASE,
)


def pidgin(text: str) -> str:
    """The message in pidgin, one space between the tokens; `_` is a word that has nothing to do with time.

    Figures stay as written ("15.30", "5/12"), ranks become "5th", commas and line ends ","; words that say
    nothing ("ya", "kak", "about") are gone. What stands behind the first 600 characters is not read.
    """
    return " ".join(_tokens(_prepared(text))).strip(f" {STOP}")


def _prepared(text: str) -> str:
    shown = visible(text)[:_LONGEST]
    if not shown.isascii():
        shown = unicodedata.normalize("NFKC", shown)[:_LONGEST]
    greeting = _GREETING.match(shown)
    shown = shown[greeting.end() :] if greeting else shown
    if "inggu" in shown or "INGGU" in shown:
        shown = _MINGGU.sub(_which_minggu, shown)
    if "’" in shown or "'" in shown:
        shown = _SHORT_YEAR.sub(" 20", shown)
    return _SPAN.sub(" until ", shown)


def _which_minggu(found: re.Match[str]) -> str:
    """A capital inside a sentence is Sunday; one that opens a sentence may be either, as may a shout."""
    word = found[0][-6:]
    if found["plain"] or word.islower():
        return found[0]
    sure = found["open"] is None and word == "Minggu"
    return found[0][:-6] + (SUNDAY if sure else SUNDAY_OR_WEEK)


def _tokens(text: str) -> Iterator[str]:
    at = 0
    for piece in _PIECE.finditer(text):
        yield from _translated(text[at : piece.start()])
        yield _figure(piece)
        at = piece.end()
    yield from _translated(text[at:])


def _figure(piece: re.Match[str]) -> str:
    match piece.lastgroup:
        case "zone":
            return f"z{60 * int(re.sub(r'[^-+0-9]', '', piece[0])):+}"
        case "rank":
            return f"{piece[0][:-2]}th"
        case "stop":
            return STOP
        case _:
            return piece[0]


def _translated(text: str) -> Iterator[str]:
    words = normalise(text).split() if any(map(str.isalnum, text)) else ()
    at = 0
    while at < len(words):
        length, token = _phrase(words, at)
        if token != DROPPED:
            yield token
        at += length


def _phrase(words: Sequence[str], at: int) -> tuple[int, str]:
    """How many words from here on are one phrase of the vocabulary, and its token."""
    for rest, token in VOCABULARY.get(words[at], ()):
        end = at + 1 + len(rest)
        if not rest or tuple(words[at + 1 : end]) == rest:
            return end - at, token
    return 1, UNKNOWN
