"""The one next step: always there, and the furthest that is permitted."""

from __future__ import annotations

import pytest

from bot.mentorship.commands import Reason, SetAside
from bot.mentorship.gates import StepKind, may
from bot.mentorship.next_step import NextStep, next_step, steps_of
from tests.mentorship.scenario import Mentee, ready_to_ask, talk, with_shortlist


def test_the_road_in_its_order() -> None:
    mentee = Mentee()
    steps = [next_step(mentee.search)]
    for on in (
        mentee.sets_goal,
        mentee.sets_criteria,
        lambda: mentee.adds("Pak Budi"),
        mentee.tells_ties,
        lambda: mentee.talks(times=2),
        mentee.judges,
        mentee.asks,
        lambda: mentee.hears("yes"),
    ):
        on()
        steps.append(next_step(mentee.search))
    assert [step.kind for step in steps] == list(StepKind)
    assert {step.candidate for step in steps[3:]} == {"1"}


def test_a_name_noted_first_does_not_move_the_next_step() -> None:
    assert next_step(Mentee().search) == NextStep(StepKind.GOAL)


def test_of_several_the_one_furthest_along() -> None:
    mentee = with_shortlist("A", "B", "C").talks("2")
    assert next_step(mentee.search) == NextStep(StepKind.RAPPORT, "2"), "one talk is further than none"
    mentee.talks("3", times=2)
    assert next_step(mentee.search) == NextStep(StepKind.FIT, "3")


def test_more_talks_lead_back_to_rapport_until_one_was_held() -> None:
    mentee = with_shortlist().talks(times=2).judges(decision="talk_more")
    assert next_step(mentee.search).kind is StepKind.RAPPORT
    mentee.does(talk(mentee))
    assert next_step(mentee.search).kind is StepKind.RAPPORT, "the same day again is no further talk"
    assert next_step(mentee.talks().search).kind is StepKind.FIT


@pytest.mark.parametrize("ending", ["no", "later"])
def test_after_a_decline_or_a_soft_no_the_next_candidate(ending: str) -> None:
    mentee = ready_to_ask("A", "B").asks().hears(ending)
    assert next_step(mentee.search) == NextStep(StepKind.RAPPORT, "2")
    mentee.does(SetAside("2"))
    assert next_step(mentee.search) == NextStep(StepKind.CANDIDATES)


def test_when_the_whole_shortlist_said_later_the_first_of_them_is_asked_for_news() -> None:
    mentee = ready_to_ask("A", "B", "C").asks().hears("later")
    for id in ("2", "3"):
        mentee.talks(id, times=2).judges(id).asks(id).hears("later", id)
    assert next_step(mentee.search) == NextStep(StepKind.OUTCOME, "1")


def test_before_anything_only_the_goal_may_be_opened() -> None:
    opened = {kind for kind in StepKind if may(None, kind) is None}
    assert opened == {StepKind.GOAL}


def test_a_full_shortlist_takes_no_new_one_but_lets_a_line_be_changed() -> None:
    search = with_shortlist("A", "B", "C").search
    refused = may(search, StepKind.CANDIDATES)
    assert refused is not None
    assert refused.reason is Reason.TOO_MANY_ACTIVE
    assert may(search, StepKind.CANDIDATES, "2") is None


def test_the_status_card_counts_talk_days_and_tells_what_is_done() -> None:
    mentee = ready_to_ask("A", "B")
    mentee.does(talk(mentee))
    first, second = steps_of(mentee.search)
    assert (first.talk_days, first.needed, first.usual) == (2, 2, 3)
    assert first.done == (StepKind.TIES, StepKind.RAPPORT, StepKind.FIT)
    assert (first.step, second.step) == (StepKind.ASK, StepKind.RAPPORT)
    assert second.done == (StepKind.TIES,)


def test_whoever_is_out_of_play_has_no_step() -> None:
    assert [one.step for one in steps_of(with_shortlist("A", "B").does(SetAside("1")).search)] == [
        None,
        StepKind.RAPPORT,
    ]


def test_whoever_agreed_has_arrived() -> None:
    (one,) = steps_of(ready_to_ask().asks().hears("yes").search)
    assert one.step is StepKind.AGREED
    assert one.done == (StepKind.TIES, StepKind.RAPPORT, StepKind.FIT, StepKind.ASK, StepKind.OUTCOME)


def test_without_a_search_there_is_nothing_to_show() -> None:
    assert steps_of(None) == ()
