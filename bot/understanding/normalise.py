"""Two forms of a message: `visible`, the words as they are kept, and `normalise`, how they are read."""

from __future__ import annotations

import re
import unicodedata

from bot.understanding.slang import MEANINGS

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_JOINER = re.compile("\u200d")
_KEPT = frozenset("\n\t\u200d")
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""They count as letters or symbols and show as nothing."""

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|\?")
_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_DISGUISED = re.compile(r"(?<=[a-z])[0134](?=[a-z])")
_TWICE = re.compile(r"\A([a-z]{3,})2(an|nya|)\Z")
_PLAIN = {"0": "o", "1": "i", "3": "e", "4": "a"}


def visible(text: str) -> str:
    """The words as they may be stored and shown: without control, direction and zero-width characters.

    All else stays as it was written; line ends become `\\n`, the edges are trimmed. Idempotent.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    lines = _LINE_ENDS.sub("\n", text)
    hidden = {ord(one): None for one in set(lines) if _hidden(one)}
    return _JOINER.sub(_joining, lines).translate(hidden).strip()


def normalise(text: str) -> str:
    """How a message is read: plain small words and `?`, one space between them; empty where nothing is said.

    Accents, emoji and punctuation are gone, stretched letters ("okeee") short, spoken forms spelt out
    (`slang.MEANINGS`), the two halves of a doubled word joined ("mati-matian"). Idempotent.
    """
    shown = visible(text)
    plain = _APOSTROPHES.sub("", shown.lower() if shown.isascii() else _folded(shown))
    plain = _STRETCHED.sub(r"\1", _DISGUISED.sub(lambda found: _PLAIN[found[0]], plain))
    return " ".join(MEANINGS.get(word, word) for token in _TOKEN.findall(plain) for word in _words(token))


def _hidden(one: str) -> bool:
    if one.isprintable():
        return one in _BLANK_LETTERS
    return one not in _KEPT and unicodedata.category(one) in {"Cc", "Cf", "Cs"}


def _joining(joiner: re.Match[str]) -> str:
    """A joiner stays where it holds an emoji together."""
    text, at = joiner.string, joiner.start()
    return joiner[0] if _pictured(text[at - 1 : at]) and _pictured(text[at + 1 : at + 2]) else ""


def _pictured(one: str) -> bool:
    if not one or one in _BLANK_LETTERS:
        return False
    return one == "\ufe0f" or unicodedata.category(one) in {"So", "Sk"}


def _folded(text: str) -> str:
    """Compatibility letters as plain ones, small, without marks and without what does not show."""
    once = unicodedata.normalize("NFKD", text).casefold()
    letters = unicodedata.normalize("NFKD", once)
    return "".join(one for one in letters if unicodedata.category(one) not in {"Mn", "Me", "Cf", "Cc"})


def _words(token: str) -> tuple[str, ...]:
    halves = token.split("-")
    if len(halves) == 2 and _doubled(*halves):
        return (token,)
    return tuple(_TWICE.sub(r"\1-\1\2", half) for half in halves)


def _doubled(first: str, second: str) -> bool:
    """`teman-teman`, `mati-matian`: one word in Indonesian, and another one than its half."""
    return len(first) > 2 and first in second
