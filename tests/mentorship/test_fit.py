"""The fit question: evidence, scales in words that advise and never lock (DOMAIN 1.6)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.mentorship.gates import StepKind, may
from bot.mentorship.next_step import next_step
from bot.mentorship.refused import Reason
from bot.mentorship.search import FIT_DECISIONS, Fit, Standing, Words, active
from bot.mentorship.search_commands import JudgeFit, LogTalk, OpenAsk
from tests.mentorship.scenario import FACT_FINDING, Somebody, adding, ready_to_ask, with_shortlist

EVIDENCE = "Beliau menunjukkan caranya"


def talked(times: int = 2) -> Somebody:
    return with_shortlist().talks(times=times)


def test_three_talks_open_the_question_of_themselves_two_on_request_one_never() -> None:
    mentee = talked(1)
    assert may(mentee.search, StepKind.FIT, "1") is not None
    mentee.talks()
    assert may(mentee.search, StepKind.FIT, "1") is None
    assert next_step(mentee.mine).kind is StepKind.RAPPORT, "on request"
    mentee.talks()
    assert next_step(mentee.mine).kind is StepKind.FIT


def test_three_talks_without_a_follow_up_do_not_open_it() -> None:
    mentee = with_shortlist().talks(times=3, tries=False)
    assert next_step(mentee.mine).kind is StepKind.RAPPORT


def test_fit_needs_evidence_and_goal_help() -> None:
    mentee = talked()
    assert mentee.wants(JudgeFit("1", " ", 5, "go_on")) is Reason.EVIDENCE_MISSING
    assert mentee.wants(JudgeFit("1", EVIDENCE, 0, "go_on")) is Reason.GOAL_HELP_MISSING
    assert mentee.wants(JudgeFit("1", EVIDENCE, 6, "go_on")) is Reason.GOAL_HELP_MISSING


@pytest.mark.parametrize(
    "judged",
    [
        JudgeFit("1", EVIDENCE, 4, "marry"),
        JudgeFit("1", EVIDENCE, 4, "go_on", musts="most"),
        JudgeFit("1", EVIDENCE, 4, "go_on", honest=6),
        JudgeFit("1", EVIDENCE, 4, "go_on", values=-1),
    ],
)
def test_a_judgement_that_this_release_does_not_know_is_refused(judged: JudgeFit) -> None:
    assert talked().wants(judged) is Reason.UNKNOWN_CHOICE


def test_the_four_other_scales_may_be_passed_and_are_kept_where_they_were_not() -> None:
    mentee = talked().does(JudgeFit("1", f" {EVIDENCE} ", 4, "go_on", "both", honest=5, way=2))
    assert mentee.one().fit == Fit(EVIDENCE, 4, "go_on", days=2, musts="both", honest=5, way=2)


@pytest.mark.parametrize(
    "scores",
    [
        {"goal_help": 1},
        {"goal_help": 4, "honest": 1},
        {"goal_help": 1, "musts": "neither", "honest": 1, "time": 1, "way": 1, "values": 1},
    ],
    ids=["little help", "no openness", "the lowest of all"],
)
def test_a_low_score_never_locks(scores: dict[str, int]) -> None:
    mentee = talked().does(JudgeFit("1", EVIDENCE, decision="go_on", **scores))  # type: ignore[arg-type]
    assert mentee.asks().one().ask is not None


def test_the_best_scores_do_not_open_the_ask_by_themselves() -> None:
    best = JudgeFit("1", EVIDENCE, 5, "talk_more", "both", 5, 5, 5, 5)
    assert talked().does(best).wants(OpenAsk("1", "Sari")) is Reason.FIT_FIRST


def test_only_the_decision_to_go_on_opens_the_ask() -> None:
    opened = {decision for decision in FIT_DECISIONS if _opens_the_ask(decision)}
    assert opened == {"go_on"}


def _opens_the_ask(decision: str) -> bool:
    return talked().judges(decision=decision).wants(OpenAsk("1", "Sari")) is None


def test_choosing_another_sets_the_candidate_aside_and_can_be_taken_back() -> None:
    mentee = talked().judges(decision="choose_another")
    assert mentee.one().standing is Standing.SET_ASIDE
    mentee.does(adding("Pak Budi", id="1")).judges().asks()


def test_a_judgement_may_be_weighed_again() -> None:
    mentee = talked().judges(goal_help=2).judges(goal_help=4)
    fit = mentee.one().fit
    assert fit is not None
    assert fit.goal_help == 4


def test_another_skill_asks_for_a_talk_about_it_and_reopens_fit_but_keeps_the_candidates() -> None:
    mentee = ready_to_ask("A", "B").sets_goal(replace(FACT_FINDING, skill=Words(own="menutup pembicaraan")))
    assert mentee.search is not None
    assert len(active(mentee.search)) == 2
    assert mentee.wants(OpenAsk("1", "Sari")) is Reason.GOAL_TALK_FIRST
    mentee.does(LogTalk("1", mentee.now.date(), "satu hal lagi"))
    assert mentee.wants(OpenAsk("1", "Sari")) is Reason.FIT_FIRST


def test_a_sharper_situation_leaves_fit_as_it_was() -> None:
    ready_to_ask().sets_goal(replace(FACT_FINDING, situation=Words(own="dokter gigi"))).asks()


def test_another_skill_leaves_whoever_was_asked_already() -> None:
    mentee = ready_to_ask().asks().sets_goal(replace(FACT_FINDING, skill=Words(own="menutup pembicaraan")))
    assert mentee.one().fit is not None
