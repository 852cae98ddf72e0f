"""The safety screen hears what people in distress write, and leaves the trade's grave words alone."""

from __future__ import annotations

import pytest

from bot.dialogue.acts import Distress
from bot.understanding import read
from tests.understanding.written import Utterance, heard, rows, utterances

OF_THE_PROJECT = {
    "crisis_escalate": "crisis",
    "crisis_check": "check",
    "misconduct_route_human": "misconduct",
}


@pytest.mark.parametrize("text", rows("crisis"))
def test_words_said_outright_are_a_crisis(text: str) -> None:
    assert heard(text)[:1] == ("crisis",)


@pytest.mark.parametrize("text", rows("veiled"))
def test_a_hint_is_answered_with_help(text: str) -> None:
    assert heard(text)[:1] in {("check",), ("crisis",)}


@pytest.mark.parametrize("text", rows("misconduct"))
def test_what_no_leader_may_do_is_heard(text: str) -> None:
    assert heard(text)[:1] == ("misconduct",)


@pytest.mark.parametrize("row", [row for row in utterances() if row.label in OF_THE_PROJECT], ids=str)
def test_the_labelled_rows_are_heard_as_labelled(row: Utterance) -> None:
    assert heard(row.text)[:1] == (OF_THE_PROJECT[row.label],)


def test_anger_that_wants_to_strike_gets_the_gentle_question() -> None:
    assert heard("sy benci bgt sm leader sy pengen sy hajar") == ("check",)


@pytest.mark.parametrize("text", rows("ordinary"))
def test_ordinary_answers_trip_nothing(text: str) -> None:
    assert heard(text) == ()


@pytest.mark.parametrize(
    "row", [row for row in utterances() if row.category in {"goal", "fit", "process", "skip"}], ids=str
)
def test_no_labelled_goal_fit_or_question_trips_the_screen(row: Utterance) -> None:
    assert not any(isinstance(act, Distress) for act in read(row.text))


def test_a_crisis_comes_before_misconduct_and_all_else() -> None:
    assert heard("leader saya mukul saya, saya mau bunuh diri. ini gratis ga?")[:2] == (
        "crisis",
        "misconduct",
    )


def test_a_crisis_is_heard_at_the_end_of_the_longest_message() -> None:
    story = "hari ini saya ketemu tiga klien dan satu closing " * 80
    assert heard(story + "tapi jujur saya mau bunuh diri")[:1] == ("crisis",)


@pytest.mark.parametrize(
    "text",
    [
        "PENGEN MATI",
        "p e n g e n banget, pengen mati",
        "pengen\u200b m\u200da\u200bti",
        "peng\u00e9n m\u00e1ti",
        "𝗽𝗲𝗻𝗴𝗲𝗻 𝗺𝗮𝘁𝗶",
        "pengen mattttiiii",
        "pengen... mati...",
        "pengen 💔 mati",
        "p3ngen m4ti",
        "bunuh-diri",
        "I'm going to kill   myself!!!",
    ],
)
def test_disguises_do_not_hide_a_crisis(text: str) -> None:
    assert heard(text)[:1] == ("crisis",)


@pytest.mark.parametrize(
    "text",
    [
        "mati gaya gue, jujur mau mati aja",
        "dying to meet her, but i want to die",
        "hp mati, pengen bunuh diri",
    ],
)
def test_a_look_alike_does_not_hide_the_real_thing_beside_it(text: str) -> None:
    assert heard(text)[:1] == ("crisis",)
