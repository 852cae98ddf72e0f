"""What somebody answered an ask is read where it is told plainly, and nowhere else."""

from __future__ import annotations

import pytest

from bot.dialogue.acts import Affirm, Deny, Distress, Meant, Order, Wonder
from bot.mentorship.search import OUTCOMES
from bot.understanding import normalise, read
from bot.understanding.declining import LONGEST, meant
from tests.understanding.answered_rows import ENGLISH, INDONESIAN, NO_ANSWER_TOLD

TOLD = [
    (choice, text) for table in (INDONESIAN, ENGLISH) for choice, texts in table.items() for text in texts
]


@pytest.mark.parametrize(("choice", "text"), TOLD)
def test_an_answer_is_read_as_it_is_told(choice: str, text: str) -> None:
    assert read(text) == (Meant(choice),)


@pytest.mark.parametrize(
    ("why", "text"), [(why, text) for why, texts in NO_ANSWER_TOLD.items() for text in texts]
)
def test_what_is_no_answer_is_not_taken_for_one(why: str, text: str) -> None:
    assert meant(normalise(text)) == (), why


@pytest.mark.parametrize("table", [INDONESIAN, ENGLISH])
def test_each_language_has_words_for_every_answer(table: dict[str, tuple[str, ...]]) -> None:
    assert set(table) == set(OUTCOMES)
    assert sum(map(len, table.values())) >= 60


def test_short_words_keep_their_own_meaning() -> None:
    assert read("nanti dulu") == read("not now") == (Order("pause"),)
    assert read("belum") == read("not yet") == (Deny(),)
    assert read("iya") == (Affirm(),)


def test_distress_comes_before_the_answer() -> None:
    assert read("ditolak, saya mau bunuh diri") == (Distress("crisis"), Meant("no"))


def test_a_question_about_the_ask_is_answered_as_a_question() -> None:
    assert read("kenapa ga boleh langsung minta? nanti ditolak") == (Wonder("why_not_ask"),)


def test_what_happens_again_and_again_is_not_this_answer() -> None:
    assert read("ditolak terus, tapi ga nyerah") == read("masih sering ditolak") == ()


def test_a_long_story_is_not_read_as_one_answer() -> None:
    story = "kemarin kami bertemu di kantor dan bicara lama sekali tentang banyak hal dari awal sampai akhir "
    told = "beliau menolak"
    assert len(normalise(story * 2 + told).split()) > LONGEST
    assert read(story * 2 + told) == ()
    assert read(told) == (Meant("no"),)
