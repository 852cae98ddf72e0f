"""Whatever is written is read, in bounded time, as at most three acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.acts import Distress, OutOfScope, Wonder
from bot.flows.menu import TOPICS
from bot.understanding import normalise, read, scope
from bot.understanding.read import MOST
from tests.understanding.asked_rows import HELP, OUT_OF_SCOPE
from tests.understanding.written import rows

ASKED = [text for table in (HELP, OUT_OF_SCOPE) for texts in table.values() for text in texts]
WRITTEN = [*rows("crisis"), *rows("veiled"), *rows("misconduct"), *ASKED]
WORDS = sorted({word for text in WRITTEN for word in normalise(text).split()})
ALARMING = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@given(st.one_of(st.text(), ALARMING))
def test_any_text_is_read(text: str) -> None:
    assert len(read(text)) <= MOST


@given(ALARMING)
def test_distress_always_comes_first(text: str) -> None:
    grave = [isinstance(act, Distress) for act in read(text)]
    assert grave == sorted(grave, reverse=True)


@given(ALARMING)
def test_every_topic_has_a_card_and_every_refusal_an_area(text: str) -> None:
    for act in read(text):
        assert not isinstance(act, Wonder) or act.topic in ("", *TOPICS)
        assert not isinstance(act, OutOfScope) or act.area in scope.AREAS


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "?",
        "-",
        "a-",
        "wk",
        "ha",
        "ab ",
        "mau ",
        "mati mau ",
        "tidak mau ingin ",
        "leader minta ",
        "\u200d",
        "👨\u200d",
    ],
)
def test_the_longest_repetition_comes_to_an_end(piece: str) -> None:
    assert len(read((piece * 4096)[:4096])) <= MOST


@pytest.mark.parametrize(
    "word", ["mau", "saya", "leader", "hidup", "disuruh", "tidak", "i", "ignore", "nasabah"]
)
def test_a_message_of_beginnings_comes_to_an_end(word: str) -> None:
    every_clue = " ".join(WORDS)[:1000]
    assert len(read(f"{every_clue} {word} " * 2 + f"{word} " * 400)) <= MOST
