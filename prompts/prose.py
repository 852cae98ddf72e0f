"""Rules for what a file says, read without rendering: register, voice, language, spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prompts.contract import Voice
from prompts.markup import visible
from prompts.problem import Problem
from prompts.source import Language
from prompts.wording import AVOIDED, SHARED, TELLTALE, VALUE

ENOUGH_WORDS = 8
"""A text of so many words that has none of the telltale words of its language is not in it."""

_PRINTED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_UNPRINTED = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_MENTIONED = re.compile(r"<(i|em|code|pre)\b[^<>]*>.*?</\1>|[“\"]\w+[”\"]", re.DOTALL)
_ADDRESS = re.compile(r"https?://\S+|\bt\.me/\S+|[/@]\w+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ODD_SPACE = re.compile(
    "[\t\r\u00a0\u00ad\u2007\u200b\u200c\u200e\u200f\u2028\u2029\u202a-\u202f\u2060\ufeff]"
)
_LOOSE_SPACE = re.compile(r"(?<=\S)  +(?=\S)|(?<=\S) +$|^ +(?!\{[%#])(?=\S)", re.MULTILINE)


def prose(template: str) -> str:
    """What a template says, on the lines where it says it: no tags, every printed value as one mark."""
    marked = _PRINTED.sub(lambda found: VALUE + _lines(found), template)
    return visible(_UNPRINTED.sub(_lines, marked))


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def unfit_words(file: str, language: Language, voice: Voice, template: str) -> Iterator[Problem]:
    """Words that this voice avoids in this language."""
    said = prose(template)
    for avoided in AVOIDED:
        if avoided.language == language and voice in avoided.voices:
            for found in avoided.pattern.finditer(said):
                words = f"«{found[0].strip()}»; rather: {avoided.instead}"
                yield Problem(file, _line(said, found), avoided.rule, words)


def foreign_words(file: str, language: Language, template: str) -> Iterator[Problem]:
    """Words of the other language. Italics, code and one quoted word are mentioned, not said."""
    said = _own_words(template)
    other: Language = "en" if language == "id" else "id"
    found = [word for word in _WORD.finditer(said) if _folded(word) in TELLTALE[other]]
    for word in found:
        yield Problem(file, _line(said, word), "language", f"«{word[0]}» is not {_NAMES[language]}")
    words = _WORD.findall(said)
    if not found and len(words) >= ENOUGH_WORDS and not TELLTALE[language] & {word.lower() for word in words}:
        yield Problem(file, None, "language", f"does not read as {_NAMES[language]}")


def untranslated(file: str, name: str, label: str, twin: str) -> Iterator[Problem]:
    """A short wording that is the same in both languages although its words are not."""
    words = {word.lower() for word in _WORD.findall(_own_words(label))}
    if label == twin and words - SHARED:
        yield Problem(file, None, "language", f"{name}: «{label}» is the same in both languages")


def odd_spaces(file: str, text: str) -> Iterator[Problem]:
    """Characters that look like a space or like nothing, doubled spaces, spaces around a line."""
    for found in _ODD_SPACE.finditer(text):
        yield Problem(file, _line(text, found), "spaces", f"U+{ord(found[0]):04X}")
    for found in _LOOSE_SPACE.finditer(text):
        yield Problem(
            file, _line(text, found), "spaces", "more than one space, or one at a line's beginning or end"
        )


def swallowed_ends(file: str, template: str) -> Iterator[Problem]:
    """Lines of text that end in a tag: Jinja would join the next line to them."""
    for number, line in enumerate(template.split("\n"), 1):
        said = _UNPRINTED.sub("", line).strip()
        if said and line.endswith("%}") and not line.endswith("+%}"):
            yield Problem(file, number, "template", "the line end is swallowed; end the tag with +%}")


_NAMES: dict[Language, str] = {"id": "Indonesian", "en": "English"}


def _own_words(template: str) -> str:
    return _ADDRESS.sub("", prose(_MENTIONED.sub(_lines, template)))


def _folded(word: re.Match[str]) -> str:
    return word[0].lower().replace("’", "'")


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1
