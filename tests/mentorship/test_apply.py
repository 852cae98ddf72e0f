"""What a person may do on the way to a yes, and what the order of the road refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.mentorship.apply import Applied, apply
from bot.mentorship.commands import (
    AgreeToTerms,
    ChooseDoor,
    Command,
    EnterCare,
    EraseMe,
    JudgeFit,
    LeaveCare,
    LogTalk,
    LookAround,
    NoteName,
    OpenAsk,
    PauseReminders,
    Reason,
    RecordOutcome,
    ResumeReminders,
    SetAside,
    SetCriteria,
    SetGoal,
    SetHours,
    SetLanguage,
    SetZone,
    StopReminders,
    TellTies,
)
from bot.mentorship.person import Consent, Hours, Person
from bot.mentorship.search import Criteria, Goal, Search, Standing, Ties, Words, active
from tests.mentorship.scenario import (
    BOSS,
    FACT_FINDING,
    MONDAY,
    NO_TIES,
    PATIENT_EXPERT,
    Mentee,
    adding,
    ready_to_ask,
    talk,
    with_shortlist,
)

STRANGER = Person(id=7)


def stranger() -> Mentee:
    return Mentee(me=STRANGER)


# Consent


@pytest.mark.parametrize(
    "command", [ChooseDoor("learn"), SetGoal(FACT_FINDING), NoteName("Bu Rina"), SetZone("Asia/Makassar")]
)
def test_nothing_is_kept_before_consent(command: Command) -> None:
    someone = stranger()
    assert someone.wants(command) is Reason.CONSENT_FIRST
    assert (someone.me, someone.search) == (STRANGER, None)


@pytest.mark.parametrize("command", [StopReminders(), EnterCare(), LeaveCare()])
def test_a_stop_is_never_refused_and_before_consent_there_is_nothing_to_store(command: Command) -> None:
    someone = stranger()
    assert someone.wants(command) is None
    assert someone.me == STRANGER


def test_the_language_may_be_chosen_before_consent() -> None:
    assert stranger().does(SetLanguage("en")).me == replace(STRANGER, language="en")


def test_consent_is_recorded_with_its_version_and_time() -> None:
    assert stranger().does(AgreeToTerms("2")).me.consent == Consent("2", MONDAY)


def test_leaving_keeps_the_language_and_nothing_else() -> None:
    gone = ready_to_ask().does(SetLanguage("en"), EraseMe())
    assert (gone.me, gone.search) == (Person(id=7, language="en"), None)


# What a person settles about being written to


def test_settings_are_kept() -> None:
    mentee = Mentee().does(ChooseDoor("pair"), SetZone("Asia/Jayapura"), SetHours(time(22), time(6)))
    assert (mentee.me.door, mentee.me.zone) == ("pair", "Asia/Jayapura")
    assert mentee.me.hours == Hours(time(22), time(6))


@pytest.mark.parametrize("zone", ["Asia/Bandung", "Asia", "", "../../etc/passwd", "/etc", "\0"])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    assert Mentee().wants(SetZone(zone)) is Reason.UNKNOWN_ZONE


def test_a_door_that_is_none_is_refused() -> None:
    assert Mentee().wants(ChooseDoor("cellar")) is Reason.UNKNOWN_CHOICE


def test_a_pause_lies_ahead() -> None:
    mentee = Mentee()
    assert mentee.wants(PauseReminders(MONDAY)) is Reason.PAUSE_IN_PAST
    assert mentee.does(PauseReminders(MONDAY + timedelta(days=7))).me.paused_until is not None


def test_asking_for_reminders_ends_a_pause_a_stop_and_care() -> None:
    untouched = Mentee().me
    mentee = Mentee().does(PauseReminders(MONDAY + timedelta(days=7)), StopReminders(), EnterCare())
    assert mentee.me.stopped
    assert mentee.me.in_care
    assert mentee.does(ResumeReminders()).me == untouched


def test_going_on_after_a_crisis_card_ends_care() -> None:
    assert not Mentee().does(EnterCare(), LeaveCare()).me.in_care


# Goal before person


@pytest.mark.parametrize(
    "command",
    [
        SetCriteria(PATIENT_EXPERT),
        adding("Pak Budi"),
        LookAround(),
        TellTies("1", NO_TIES),
        LogTalk("1", MONDAY.date(), "x"),
        JudgeFit("1", "x", 5, "go_on"),
        OpenAsk("1"),
        RecordOutcome("1", "yes"),
    ],
)
def test_nothing_comes_before_the_goal(command: Command) -> None:
    mentee = Mentee()
    assert mentee.wants(command) is Reason.GOAL_FIRST
    assert mentee.search is None


def test_a_name_offered_before_the_goal_is_only_noted() -> None:
    mentee = Mentee().does(NoteName(" Bu Rina "))
    assert mentee.search == Search(id="s1", person=7, version=1, noted_name="Bu Rina")


def test_a_noted_name_is_spent_when_that_person_becomes_a_candidate() -> None:
    mentee = Mentee().does(NoteName("Bu Rina")).sets_goal().sets_criteria()
    assert mentee.adds("Pak Budi").search.noted_name == "Bu Rina"  # type: ignore[union-attr]
    assert mentee.adds("bu rina").search.noted_name == ""  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "goal",
    [replace(FACT_FINDING, skill=Words()), replace(FACT_FINDING, situation=Words())],
    ids=["no skill", "no situation"],
)
def test_a_goal_needs_skill_and_situation(goal: Goal) -> None:
    assert Mentee().wants(SetGoal(goal)) is Reason.SKILL_AND_SITUATION


def test_at_most_two_further_goals_are_kept_for_later() -> None:
    three = replace(FACT_FINDING, later=("a", "b", "c"))
    assert Mentee().wants(SetGoal(three)) is Reason.TOO_MANY_GOALS
    assert Mentee().wants(SetGoal(replace(three, later=("a", "b")))) is None


def test_criteria_come_before_candidates() -> None:
    assert Mentee().sets_goal().wants(adding("Pak Budi")) is Reason.CRITERIA_FIRST


@pytest.mark.parametrize(
    "criteria",
    [Criteria(Words(), Words(preset="patient")), Criteria(Words(own="melayani dokter"), Words())],
    ids=["no experience", "no trait"],
)
def test_criteria_name_an_experience_and_a_trait(criteria: Criteria) -> None:
    assert Mentee().sets_goal().wants(SetCriteria(criteria)) is Reason.EXPERIENCE_AND_TRAIT


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
    "command", [adding("A", id="9"), TellTies("9", NO_TIES), SetAside("9"), OpenAsk("9")]
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
    looked = Mentee().sets_goal().sets_criteria().does(LookAround()).search
    assert looked is not None
    assert looked.looked == MONDAY


# Ties


def test_the_conflict_question_comes_before_the_talks() -> None:
    mentee = Mentee().sets_goal().sets_criteria().adds("Pak Budi")
    assert mentee.wants(talk(mentee)) is Reason.TIES_FIRST


def test_a_tie_warns_and_never_blocks() -> None:
    mentee = Mentee().sets_goal().sets_criteria().adds("Pak Budi").tells_ties(ties=BOSS)
    mentee.talks(times=2).judges().asks()
    assert mentee.one().ask is not None


def test_a_boss_asked_for_a_referral_is_no_candidate_until_taken_up_again() -> None:
    mentee = with_shortlist().tells_ties(ties=replace(BOSS, decision="refer"))
    assert mentee.one().standing is Standing.SET_ASIDE
    mentee.does(adding("Pak Budi", id="1"))
    assert mentee.one().standing is Standing.ACTIVE
    assert mentee.one().ties is None, "the choice is open again"


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
