"""The one next step: always there, and the furthest that is permitted."""

from __future__ import annotations

import pytest

from bot.mentorship.gates import StepKind, may
from bot.mentorship.invite import InviteState
from bot.mentorship.next_step import NextStep, next_step, steps_of
from bot.mentorship.pair_commands import GoWithoutBot
from bot.mentorship.refused import Reason
from bot.mentorship.search_commands import CancelTalk, EraseSearch, SetAside
from tests.mentorship.scenario import (
    MENTOR,
    Somebody,
    agreed,
    ready_to_ask,
    talk,
    with_a_link,
    with_a_mentor,
    with_a_partner,
    with_a_yes,
    with_shortlist,
)
from tests.mentorship.silence import DAY


def test_the_road_in_its_order() -> None:
    mentee = Somebody()
    steps = [next_step(mentee.mine)]
    for on in (
        mentee.sets_goal,
        mentee.sets_criteria,
        lambda: mentee.adds("Pak Budi"),
        mentee.tells_ties,
        lambda: mentee.books(mentee.today() + DAY),
        lambda: mentee.talks(times=3),
        mentee.judges,
        mentee.asks,
        lambda: mentee.hears("yes"),
        mentee.gives_link,
        lambda: mentee.meets(MENTOR).joins(mentee.link()),
    ):
        on()
        steps.append(next_step(mentee.mine))
    assert [step.kind for step in steps] == [kind for kind in StepKind if kind is not StepKind.PARTNER]
    assert {step.candidate for step in steps[3:]} == {"1"}


def test_a_pair_that_exists_already_takes_the_short_road() -> None:
    mentee = Somebody(agreed("pair"))
    assert next_step(mentee.mine) == NextStep(StepKind.GOAL)
    assert next_step(mentee.sets_goal().mine) == NextStep(StepKind.PARTNER)
    assert next_step(with_a_partner().mine) == NextStep(StepKind.AGREED, "1")
    assert next_step(with_a_partner().gives_link().mine) == NextStep(StepKind.INVITED, "1")


def test_a_partner_who_is_set_aside_leaves_the_question_who_it_is() -> None:
    assert next_step(with_a_partner().does(SetAside("1")).mine) == NextStep(StepKind.PARTNER)


def test_whoever_learns_by_somebody_s_link_still_has_a_goal_to_find() -> None:
    mentor = Somebody(agreed("mentor", MENTOR)).has_time_for(1).invites_mentee()
    mentee = mentor.meets(7).joins(mentor.link())
    assert next_step(mentee.mine) == NextStep(StepKind.GOAL)
    assert next_step(mentee.sets_goal().mine) == NextStep(StepKind.PAIRED)


def test_a_talk_that_is_planned_comes_before_the_next_and_a_cancelled_one_does_not() -> None:
    mentee = with_shortlist("A", "B").talks("2")
    mentee.books(mentee.today() + DAY)
    assert next_step(mentee.mine) == NextStep(StepKind.BOOKED, "1")
    assert next_step(mentee.does(CancelTalk("1")).mine) == NextStep(StepKind.RAPPORT, "2")


def test_of_several_the_one_furthest_along() -> None:
    mentee = with_shortlist("A", "B", "C").talks("2")
    assert next_step(mentee.mine) == NextStep(StepKind.RAPPORT, "2"), "one talk is further than none"
    mentee.talks("3", times=3)
    assert next_step(mentee.mine) == NextStep(StepKind.FIT, "3")


def test_more_talks_lead_back_to_rapport_until_one_was_held() -> None:
    mentee = with_shortlist().talks(times=2).judges(decision="talk_more")
    assert next_step(mentee.mine).kind is StepKind.RAPPORT
    mentee.does(talk(mentee))
    assert next_step(mentee.mine).kind is StepKind.RAPPORT, "the same day again is no further talk"
    assert next_step(mentee.talks().mine).kind is StepKind.FIT


@pytest.mark.parametrize("ending", ["no", "no_answer", "later"])
def test_after_a_decline_silence_or_a_soft_no_the_next_candidate(ending: str) -> None:
    mentee = ready_to_ask("A", "B").asks().hears(ending)
    assert next_step(mentee.mine) == NextStep(StepKind.RAPPORT, "2")
    mentee.does(SetAside("2"))
    assert next_step(mentee.mine) == NextStep(StepKind.CANDIDATES)


def test_when_the_whole_shortlist_said_later_the_first_of_them_is_asked_for_news() -> None:
    mentee = ready_to_ask("A", "B", "C").asks().hears("later")
    for id in ("2", "3"):
        mentee.talks(id, times=2).judges(id).asks(id).hears("later", id)
    assert next_step(mentee.mine) == NextStep(StepKind.OUTCOME, "1")


# After the yes


def test_a_yes_taken_back_leads_back_to_the_others() -> None:
    mentee = with_a_link("A", "B").hears("no")
    assert next_step(mentee.mine) == NextStep(StepKind.RAPPORT, "2")


def test_a_link_that_became_too_old_is_still_the_step_where_a_new_one_is_made() -> None:
    assert next_step(with_a_link().waits(days=15).mine) == NextStep(StepKind.INVITED, "1")


def test_whoever_goes_on_without_the_bot_has_arrived() -> None:
    assert next_step(with_a_yes().does(GoWithoutBot("1")).mine) == NextStep(StepKind.PAIRED, "1")


def test_a_mentor_who_was_not_willing_in_the_end_leaves_the_goal_with_the_others() -> None:
    mentee = with_a_link("A", "B")
    mentee.meets(consents=False).says_not_now(mentee.link())
    assert next_step(mentee.is_told().mine) == NextStep(StepKind.RAPPORT, "2")


def test_after_a_pair_is_made_an_erased_search_begins_with_the_goal() -> None:
    mentee, _ = with_a_mentor()
    assert next_step(mentee.does(EraseSearch()).mine) == NextStep(StepKind.GOAL)


def test_a_yes_after_not_now_asks_for_a_new_link() -> None:
    mentee = with_a_link()
    mentee.meets(consents=False).says_not_now(mentee.link())
    mentee.is_told().hears("yes")
    assert mentee.link().state is InviteState.NOT_NOW
    assert next_step(mentee.mine) == NextStep(StepKind.AGREED, "1")


# What may be opened


def test_before_anything_only_the_goal_may_be_opened() -> None:
    opened = {kind for kind in StepKind if may(None, kind) is None}
    assert opened == {StepKind.GOAL}


def test_a_full_shortlist_takes_no_new_one_but_lets_a_line_be_changed() -> None:
    search = with_shortlist("A", "B", "C").search
    refused = may(search, StepKind.CANDIDATES)
    assert refused is not None
    assert refused.reason is Reason.TOO_MANY_ACTIVE
    assert may(search, StepKind.CANDIDATES, "2") is None


# The status card


def test_the_status_card_counts_talk_days_and_tells_what_is_done() -> None:
    mentee = ready_to_ask("A", "B")
    mentee.does(talk(mentee))
    first, second = steps_of(mentee.mine)
    assert (first.talk_days, first.needed, first.usual) == (2, 2, 3)
    assert first.done == (StepKind.TIES, StepKind.RAPPORT, StepKind.FIT)
    assert (first.step, second.step) == (StepKind.ASK, StepKind.RAPPORT)
    assert second.done == (StepKind.TIES,)


def test_whoever_is_out_of_play_has_no_step() -> None:
    assert [one.step for one in steps_of(with_shortlist("A", "B").does(SetAside("1")).mine)] == [
        None,
        StepKind.RAPPORT,
    ]


def test_whoever_agreed_has_arrived() -> None:
    (one,) = steps_of(with_a_yes().mine)
    assert one.step is StepKind.AGREED
    assert one.done == (StepKind.TIES, StepKind.RAPPORT, StepKind.FIT, StepKind.ASK, StepKind.OUTCOME)


def test_without_a_search_there_is_nothing_to_show() -> None:
    assert steps_of(Somebody().mine) == ()
