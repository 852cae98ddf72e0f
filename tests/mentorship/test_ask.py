"""Rapport before the ask: the talks, the fit, the ask and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.mentorship.apply import Applied, apply
from bot.mentorship.commands import (
    JudgeFit,
    LogTalk,
    OpenAsk,
    Reason,
    RecordOutcome,
    SetAside,
    SetLanguage,
)
from bot.mentorship.search import Standing, Words, active
from tests.mentorship.scenario import (
    FACT_FINDING,
    MONDAY,
    Mentee,
    adding,
    ready_to_ask,
    talk,
    with_shortlist,
)

# Rapport before the ask


def test_two_talks_on_one_day_count_as_one() -> None:
    mentee = with_shortlist().talks()
    mentee.does(talk(mentee))
    assert mentee.wants(JudgeFit("1", "x", 5, "go_on")) is Reason.TALKS_FIRST
    mentee.talks().judges()


def test_an_earlier_talk_counts_on_its_own_day() -> None:
    mentee = with_shortlist()
    mentee.does(LogTalk("1", date(2026, 10, 20), "b"), LogTalk("1", date(2026, 9, 1), "a"))
    assert [talk.learned for talk in mentee.one().talks] == ["a", "b"]
    mentee.judges()


def test_a_talk_lies_behind_where_the_person_lives() -> None:
    mentee = with_shortlist().waits(hours=15)
    assert mentee.now.date() == date(2026, 11, 2)
    assert mentee.wants(LogTalk("1", date(2026, 11, 3), "x")) is None, "in Jakarta it is Tuesday already"
    assert mentee.wants(LogTalk("1", date(2026, 11, 4), "x")) is Reason.TALK_IN_FUTURE


def test_a_talk_counts_with_one_thing_learned() -> None:
    assert with_shortlist().wants(LogTalk("1", MONDAY.date(), " ")) is Reason.LESSON_MISSING


def test_rapport_alone_does_not_open_the_ask() -> None:
    assert with_shortlist().talks(times=5).wants(OpenAsk("1")) is Reason.FIT_FIRST


def test_fit_needs_evidence_and_goal_help() -> None:
    mentee = with_shortlist().talks(times=2)
    assert mentee.wants(JudgeFit("1", " ", 5, "go_on")) is Reason.EVIDENCE_MISSING
    assert mentee.wants(JudgeFit("1", "x", 0, "go_on")) is Reason.GOAL_HELP_MISSING
    assert mentee.wants(JudgeFit("1", "x", 5, "marry")) is Reason.UNKNOWN_CHOICE


def test_a_low_score_never_locks() -> None:
    mentee = with_shortlist().talks(times=2).judges(goal_help=1).asks()
    assert mentee.one().ask is not None


def test_deciding_on_more_talks_keeps_the_ask_shut() -> None:
    mentee = with_shortlist().talks(times=2).judges(decision="talk_more")
    assert mentee.wants(OpenAsk("1")) is Reason.FIT_FIRST


def test_choosing_another_sets_the_candidate_aside_and_can_be_taken_back() -> None:
    mentee = with_shortlist().talks(times=2).judges(decision="choose_another")
    assert mentee.one().standing is Standing.SET_ASIDE
    mentee.does(adding("Pak Budi", id="1")).judges().asks()


def test_another_skill_reopens_fit_but_keeps_the_candidates() -> None:
    mentee = ready_to_ask("A", "B")
    mentee.sets_goal(replace(FACT_FINDING, skill=Words(own="menutup pembicaraan")))
    assert mentee.search is not None
    assert len(active(mentee.search)) == 2
    assert mentee.wants(OpenAsk("1")) is Reason.FIT_FIRST


def test_a_sharper_situation_leaves_fit_as_it_was() -> None:
    ready_to_ask().sets_goal(replace(FACT_FINDING, situation=Words(own="dokter gigi"))).asks()


def test_another_skill_leaves_whoever_was_asked_already() -> None:
    mentee = ready_to_ask().asks().sets_goal(replace(FACT_FINDING, skill=Words(own="menutup pembicaraan")))
    assert mentee.one().fit is not None


# The ask


def test_one_ask_is_open_at_a_time() -> None:
    mentee = ready_to_ask("A", "B").asks().talks("2", times=2).judges("2")
    assert mentee.wants(OpenAsk("2")) is Reason.ONE_ASK_AT_A_TIME
    mentee.hears("later").asks("2")


def test_taking_the_draft_twice_is_one_ask() -> None:
    mentee = ready_to_ask().asks()
    opened = mentee.one().ask
    assert mentee.waits(days=1).asks().one().ask == opened


def test_there_is_no_outcome_without_an_ask() -> None:
    assert ready_to_ask().wants(RecordOutcome("1", "yes")) is Reason.NOTHING_ASKED


def test_an_outcome_is_one_of_three() -> None:
    assert ready_to_ask().asks().wants(RecordOutcome("1", "seen")) is Reason.UNKNOWN_CHOICE


def test_a_yes_stands_and_nobody_else_is_asked() -> None:
    mentee = ready_to_ask("A", "B").asks().hears("yes").talks("2", times=2).judges("2")
    assert mentee.one().standing is Standing.AGREED
    assert mentee.wants(OpenAsk("2")) is Reason.AGREED_ALREADY


def test_a_no_closes_and_frees_a_place() -> None:
    mentee = ready_to_ask("A", "B", "C").asks().hears("no")
    assert (mentee.one().standing, mentee.one().closed) == (Standing.DECLINED, mentee.now)
    assert mentee.wants(adding("A", id="1")) is Reason.CANDIDATE_CLOSED
    mentee.adds("D")


def test_later_keeps_the_candidate_with_a_date_and_may_be_asked_again() -> None:
    mentee = ready_to_ask().asks().hears("later")
    ask = mentee.one().ask
    assert ask is not None
    assert (mentee.one().standing, ask.outcome, ask.settled) == (Standing.ACTIVE, "later", date(2026, 11, 4))
    again = mentee.waits(days=30).asks().one().ask
    assert again is not None
    assert (again.outcome, again.opened) == ("", mentee.now)


def test_a_mistaken_outcome_is_corrected_where_there_is_room() -> None:
    mentee = ready_to_ask("A", "B", "C").asks().hears("no").adds("D")
    assert mentee.wants(RecordOutcome("1", "later")) is Reason.TOO_MANY_ACTIVE
    mentee.hears("yes")
    assert (mentee.one().standing, mentee.one().closed) == (Standing.AGREED, None)


def test_two_cannot_both_have_agreed() -> None:
    mentee = ready_to_ask("A", "B").asks().hears("later").talks("2", times=2).judges("2").asks("2")
    mentee.hears("yes")
    assert mentee.wants(RecordOutcome("2", "yes")) is Reason.AGREED_ALREADY


def test_a_mentor_who_agreed_may_still_be_renamed_and_set_aside() -> None:
    mentee = ready_to_ask("A", "B", "C").asks().hears("yes").adds("D")
    mentee.does(adding("Pak A", id="1"))
    assert (mentee.one().name, mentee.one().standing) == ("Pak A", Standing.AGREED)
    assert mentee.does(SetAside("1")).one().standing is Standing.SET_ASIDE


def test_setting_aside_withdraws_an_open_ask() -> None:
    mentee = ready_to_ask().asks().does(SetAside("1"))
    assert mentee.one().ask is None
    assert mentee.wants(RecordOutcome("1", "yes")) is Reason.NOTHING_ASKED


# Versions


def test_every_change_of_the_search_raises_its_version_by_one() -> None:
    mentee = Mentee().sets_goal()
    assert mentee.search is not None
    assert mentee.search.version == 1
    assert mentee.sets_criteria().search.version == 2  # type: ignore[union-attr]


def test_settling_something_about_oneself_leaves_the_search_alone() -> None:
    mentee = with_shortlist()
    result = apply(mentee.me, mentee.search, SetLanguage("en"), MONDAY, "t")
    assert isinstance(result, Applied)
    assert result.search == mentee.search
    assert result.facts == ()
