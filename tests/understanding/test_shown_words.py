"""The bot understands its own words: what it shows to tap or offers as an example can be typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import prompts
from bot.flows.menu import TOPICS
from prompts.source import LANGUAGES, keys_of, read_source
from tests.understanding.written import heard

FOLDER = Path(prompts.__file__).parent
EXAMPLE = re.compile(r"<i>([^<{]+)</i>")
SOURCES = [
    (f"{language}/{key}", read_source(FOLDER, language, key))
    for language in LANGUAGES
    for key in keys_of(FOLDER, language)
]


def examples() -> Iterator[tuple[str, str]]:
    return ((where, text) for where, source in SOURCES for text in EXAMPLE.findall(source.body))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_a_question_to_tap_can_be_typed(language: str, topic: str) -> None:
    label = dict(SOURCES)[f"{language}/help/topics"].labels[topic]
    assert heard(label) == (f"help {topic}",)


def test_no_label_is_distress_or_out_of_scope() -> None:
    grave = re.compile("crisis|check|misconduct|no .*")
    tripped = [
        (where, label)
        for where, source in SOURCES
        for label in source.labels.values()
        if any(grave.fullmatch(act) for act in heard(label))
    ]
    assert tripped == []


def test_an_example_to_type_is_content() -> None:
    shown = list(examples())
    assert shown
    assert [(where, text) for where, text in shown if heard(text)] == []
