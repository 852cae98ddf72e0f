"""Goal before person: what comes before a candidate, the shortlist, and the ties to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.mentorship.commands import Command
from bot.mentorship.refused import Reason
from bot.mentorship.search import Criteria, Goal, Search, Standing, Ties, Words, active
from bot.mentorship.search_commands import (
    AddPartner,
    BookTalk,
    JudgeFit,
    LogTalk,
    LookAround,
    NoteName,
    OpenAsk,
    RecordOutcome,
    SetAside,
    SetCriteria,
    SetGoal,
    TellTies,
)
from tests.mentorship.ground import MONDAY
from tests.mentorship.scenario import (
    BOSS,
    FACT_FINDING,
    NO_TIES,
    PATIENT_EXPERT,
    Somebody,
    adding,
    talk,
    with_shortlist,
)

# Goal before person


@pytest.mark.parametrize(
    "command",
    [
        SetCriteria(PATIENT_EXPERT),
        adding("Pak Budi"),
        LookAround(),
        TellTies("1", NO_TIES),
        BookTalk("1", MONDAY.date(), None, Words(preset="began")),
        LogTalk("1", MONDAY.date(), "x"),
        JudgeFit("1", "x", 5, "go_on"),
        OpenAsk("1", "Sari"),
        RecordOutcome("1", "yes"),
        AddPartner("Pak Budi", "bapak"),
    ],
)
def test_nothing_comes_before_the_goal(command: Command) -> None:
    mentee = Somebody()
    assert mentee.wants(command) is Reason.GOAL_FIRST
    assert mentee.search is None


def test_a_name_offered_before_the_goal_is_only_noted() -> None:
    mentee = Somebody().does(NoteName(" Bu Rina "))
    assert mentee.search == Search(id="t1", person=7, version=1, noted_name="Bu Rina")


def test_a_name_offered_with_the_goal_is_noted_and_an_empty_one_keeps_what_was_noted() -> None:
    mentee = Somebody().does(SetGoal(FACT_FINDING, named="Bu Rina"), SetGoal(FACT_FINDING))
    assert mentee.search is not None
    assert mentee.search.noted_name == "Bu Rina"


def test_a_noted_name_is_spent_when_that_person_becomes_a_candidate() -> None:
    mentee = Somebody().does(NoteName("Bu Rina")).sets_goal().sets_criteria()
    assert mentee.adds("Pak Budi").search.noted_name == "Bu Rina"  # type: ignore[union-attr]
    assert mentee.adds("bu rina").search.noted_name == ""  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "goal",
    [replace(FACT_FINDING, skill=Words()), replace(FACT_FINDING, situation=Words())],
    ids=["no skill", "no situation"],
)
def test_a_goal_needs_skill_and_situation(goal: Goal) -> None:
    assert Somebody().wants(SetGoal(goal)) is Reason.SKILL_AND_SITUATION


def test_at_most_two_further_goals_are_kept_for_later() -> None:
    three = replace(FACT_FINDING, later=("a", "b", "c"))
    assert Somebody().wants(SetGoal(three)) is Reason.TOO_MANY_GOALS
    assert Somebody().wants(SetGoal(replace(three, later=("a", "b")))) is None


def test_criteria_come_before_candidates() -> None:
    assert Somebody().sets_goal().wants(adding("Pak Budi")) is Reason.CRITERIA_FIRST


@pytest.mark.parametrize(
    "criteria",
    [Criteria(Words(), Words(preset="patient")), Criteria(Words(own="melayani dokter"), Words())],
    ids=["no experience", "no trait"],
)
def test_criteria_name_an_experience_and_a_trait(criteria: Criteria) -> None:
    assert Somebody().sets_goal().wants(SetCriteria(criteria)) is Reason.EXPERIENCE_AND_TRAIT


# The shortlist


def test_three_candidates_are_active_at_once_and_one_set_aside_frees_a_place() -> None:
    mentee = with_shortlist("A", "B", "C")
    assert mentee.wants(adding("D")) is Reason.TOO_MANY_ACTIVE
    mentee.does(SetAside("2"), adding("D"))
    assert mentee.search is not None
    assert [one.name for one in active(mentee.search)] == ["A", "C", "D"]


def test_an_id_is_never_given_twice() -> None:
    mentee = with_shortlist("A").does(SetAside("1")).adds("B")
    assert mentee.one("2").name == "B"


def test_a_candidate_s_lines_may_be_changed_while_the_shortlist_is_full() -> None:
    mentee = with_shortlist("A", "B", "C").does(adding("R.", id="2"))
    assert mentee.one("2").name == "R."
    assert mentee.one("2").ties == NO_TIES


def test_somebody_set_aside_may_be_taken_up_again_where_there_is_room() -> None:
    mentee = with_shortlist("A", "B", "C").does(SetAside("1")).adds("D")
    assert mentee.wants(adding("A", id="1")) is Reason.TOO_MANY_ACTIVE
    mentee.does(SetAside("4"), adding("A", id="1"))
    assert mentee.one("1").standing is Standing.ACTIVE
    assert mentee.one("1").closed is None


def test_whoever_is_out_of_play_is_not_talked_about() -> None:
    mentee = with_shortlist().does(SetAside("1"))
    assert mentee.wants(SetAside("1")) is Reason.CANDIDATE_CLOSED
    assert mentee.wants(talk(mentee)) is Reason.CANDIDATE_CLOSED


@pytest.mark.parametrize(
    "command", [adding("A", id="9"), TellTies("9", NO_TIES), SetAside("9"), OpenAsk("9", "Sari")]
)
def test_an_old_button_for_nobody_changes_nothing(command: Command) -> None:
    mentee = with_shortlist()
    before = mentee.search
    assert mentee.wants(command) is Reason.NO_SUCH_CANDIDATE
    assert mentee.search == before


@pytest.mark.parametrize(
    "command",
    [
        replace(adding("A"), reason="fame"),
        replace(adding("A"), source="television"),
        TellTies("1", Ties(("enemy",))),
        TellTies("1", Ties((), decision="perhaps")),
        TellTies("1", Ties((), holds_back="perhaps")),
    ],
)
def test_a_choice_that_this_release_does_not_know_is_refused(command: Command) -> None:
    assert with_shortlist().wants(command) is Reason.UNKNOWN_CHOICE


def test_a_candidate_has_a_name() -> None:
    assert with_shortlist().wants(adding("  ")) is Reason.NAME_MISSING


def test_having_looked_around_is_progress() -> None:
    looked = Somebody().sets_goal().sets_criteria().does(LookAround()).search
    assert looked is not None
    assert looked.looked == MONDAY


# Ties


def test_the_conflict_question_comes_before_the_talks() -> None:
    mentee = Somebody().sets_goal().sets_criteria().adds("Pak Budi")
    assert mentee.wants(talk(mentee)) is Reason.TIES_FIRST


def test_a_tie_warns_and_never_blocks() -> None:
    mentee = Somebody().sets_goal().sets_criteria().adds("Pak Budi").tells_ties(ties=BOSS)
    mentee.talks(times=2).judges().asks()
    assert mentee.one().ask is not None


def test_a_boss_asked_for_a_referral_is_no_candidate_until_taken_up_again() -> None:
    mentee = with_shortlist().tells_ties(ties=replace(BOSS, decision="refer"))
    assert mentee.one().standing is Standing.SET_ASIDE
    mentee.does(adding("Pak Budi", id="1"))
    assert mentee.one().standing is Standing.ACTIVE
    assert mentee.one().ties is None, "the choice is open again"
