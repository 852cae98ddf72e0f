"""Rules for what comes out: every prompt is rendered with every sample, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from prompts.catalog import Catalog
from prompts.contract import CONTRACT, LIMITS, Entry
from prompts.errors import BrokenPromptError, PromptError
from prompts.markup import faults, length, visible
from prompts.problem import Problem
from prompts.prose import word_count
from prompts.source import Language, path_of

SAMPLE_ZONE = ZoneInfo("Asia/Jakarta")
"""The zone in which samples are shown."""

MOST_WORDS = 65
"""A message that is no card says what it has to say in about sixty words."""

MOST_LABEL = 40

_EXAMPLES = re.compile(r"<(blockquote|pre|code)\b[^<>]*>.*?</\1>", re.DOTALL)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»")
_LEFTOVER = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{#|#\}|^\+\+\+|\*\*|__|``|&#?\w+;|\bTODO\b|\bFIXME\b", re.MULTILINE
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def tried(catalog: Catalog, language: Language, key: str, buttons: list[str]) -> Iterator[Problem]:
    """What is wrong with the renderings of one prompt and of the labels of these `buttons`."""
    entry = catalog.contract[key]
    file = path_of(language, key)
    try:
        samples = catalog.samples(language, key)
    except PromptError as error:
        yield _unrendered(CONTRACT, f"{key}: @{error.key}: ", error)
        return
    try:
        texts = [catalog.render(language, key, sample, SAMPLE_ZONE).html for sample in samples]
    except PromptError as error:
        yield _unrendered(file, "", error)
    else:
        yield from dict.fromkeys(problem for text in texts for problem in _of_text(file, entry, text))
        yield from _too_long(file, entry, texts)
    yield from dict.fromkeys(_of_labels(catalog, language, key, buttons))


def _of_text(file: str, entry: Entry, text: str) -> Iterator[Problem]:
    if not text and not entry.buttons:
        yield Problem(file, None, "render", "is empty")
    if LIMITS[entry.surface].tags:
        for fault in faults(text):
            yield Problem(file, None, "markup", fault.words)
    elif _TAG.search(text):
        yield Problem(file, None, "markup", f"a {entry.surface} has no tags")
    for found in _LEFTOVER.finditer(visible(text)):
        yield Problem(file, None, "leftover", f"«{found[0]}» would be shown")
    asked = _questions(text)
    if asked > entry.questions:
        yield Problem(file, None, "question", f"asks {asked} questions, {entry.questions} agreed")


def _questions(text: str) -> int:
    """Question marks outside examples: block quotes, code, and words in quotation marks."""
    return _QUOTED.sub("", visible(_EXAMPLES.sub("", text))).count("?")


def _too_long(file: str, entry: Entry, texts: list[str]) -> Iterator[Problem]:
    limit = LIMITS[entry.surface].units
    longest = max(map(length, texts))
    if longest > limit:
        yield Problem(file, None, "limit", f"{longest} UTF-16 units, Telegram takes {limit}")
    words = max(word_count(visible(text)) for text in texts)
    if words > MOST_WORDS and not entry.card:
        yield Problem(file, None, "length", f"{words} words; more than {MOST_WORDS} only on a card")


def _of_labels(catalog: Catalog, language: Language, key: str, buttons: list[str]) -> Iterator[Problem]:
    file = path_of(language, key)
    for sample in catalog.samples(language, key):
        owners: dict[str, str] = {}
        for button in buttons:
            try:
                label = catalog.label(language, key, button, sample, SAMPLE_ZONE)
            except PromptError as error:
                yield _unrendered(file, f"{button}: ", error)
                continue
            yield from _of_label(file, button, label)
            owner = owners.setdefault(label.casefold(), button)
            if owner != button:
                yield Problem(file, None, "label", f"{owner} and {button} are both «{label}»")


def _of_label(file: str, button: str, label: str) -> Iterator[Problem]:
    if not label:
        yield Problem(file, None, "label", f"{button} is empty")
    if len(label) > MOST_LABEL:
        yield Problem(
            file, None, "label", f"{button} has {len(label)} characters, a button shows {MOST_LABEL}"
        )
    if _TAG.search(label) or "\n" in label:
        yield Problem(file, None, "label", f"{button}: a label is one line of plain text")
    for found in _LEFTOVER.finditer(label):
        yield Problem(file, None, "leftover", f"{button}: «{found[0]}» would be shown")


def _unrendered(file: str, prefix: str, error: PromptError) -> Problem:
    line = error.line if isinstance(error, BrokenPromptError) and not prefix else None
    return Problem(file, line, "render", f"{prefix}{error.words}")
