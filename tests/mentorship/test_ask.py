"""The ask, and what became of it: yes, no, later, or no answer (DOMAIN 1.7 and 1.8)."""

from __future__ import annotations

from datetime import date

import pytest

from bot.mentorship.apply import Applied, apply
from bot.mentorship.commands import SetLanguage
from bot.mentorship.refused import Reason
from bot.mentorship.search import DECLINES, Ask, Standing, Words
from bot.mentorship.search_commands import (
    AddPartner,
    EraseSearch,
    ForgetCandidate,
    OpenAsk,
    RecordOutcome,
    SetAside,
)
from tests.mentorship.ground import MONDAY
from tests.mentorship.scenario import (
    Somebody,
    adding,
    agreed,
    ready_to_ask,
    with_a_partner,
    with_a_yes,
    with_shortlist,
)

# The ask


def test_an_ask_is_signed_and_keeps_its_proposal_and_its_place() -> None:
    mentee = ready_to_ask().does(OpenAsk("1", " Sari Dewi ", "short", Words(own="sesudah rapat Jumat")))
    assert mentee.me.name == "Sari Dewi"
    assert mentee.one().ask == Ask(mentee.now, "short", Words(own="sesudah rapat Jumat"))


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (OpenAsk("1", "  "), Reason.NAME_MISSING),
        (OpenAsk("1", "Sari", "for ever"), Reason.UNKNOWN_CHOICE),
    ],
)
def test_an_ask_without_a_name_or_with_an_unknown_proposal_is_refused(
    command: OpenAsk, reason: Reason
) -> None:
    mentee = ready_to_ask()
    assert mentee.wants(command) is reason
    assert (mentee.me.name, mentee.one().ask) == ("", None)


def test_one_ask_is_open_at_a_time() -> None:
    mentee = ready_to_ask("A", "B").asks().talks("2", times=2).judges("2")
    assert mentee.wants(OpenAsk("2", "Sari")) is Reason.ONE_ASK_AT_A_TIME
    mentee.hears("later").asks("2")


def test_taking_the_draft_again_changes_what_it_says_and_not_when_it_was_opened() -> None:
    mentee = ready_to_ask().asks()
    opened = mentee.now
    again = mentee.waits(days=1).does(OpenAsk("1", "Sari", "light")).one().ask
    assert again == Ask(opened, "light")


def test_there_is_no_outcome_without_an_ask() -> None:
    assert ready_to_ask().wants(RecordOutcome("1", "yes")) is Reason.NOTHING_ASKED


# What became of it


@pytest.mark.parametrize(
    ("outcome", "standing"),
    [
        ("yes", Standing.AGREED),
        ("no", Standing.DECLINED),
        ("no_answer", Standing.DECLINED),
        ("later", Standing.ACTIVE),
    ],
)
def test_each_outcome_has_its_consequence(outcome: str, standing: Standing) -> None:
    mentee = ready_to_ask().asks().waits(days=2).hears(outcome)
    one = mentee.one()
    assert one.standing is standing
    assert one.closed == (mentee.now if standing is Standing.DECLINED else None)
    assert one.ask is not None
    assert (one.ask.outcome, one.ask.settled) == (outcome, date(2026, 11, 6))


def test_an_outcome_is_one_of_four_and_its_reason_one_of_those_that_are_known() -> None:
    mentee = ready_to_ask().asks()
    assert mentee.wants(RecordOutcome("1", "seen")) is Reason.UNKNOWN_CHOICE
    assert mentee.wants(RecordOutcome("1", "no", "rude")) is Reason.UNKNOWN_CHOICE


@pytest.mark.parametrize("reason", ["", *DECLINES])
def test_a_no_may_say_why(reason: str) -> None:
    ask = ready_to_ask().asks().hears("no", reason=reason).one().ask
    assert ask is not None
    assert ask.reason == reason


def test_a_yes_stands_and_nobody_else_is_asked() -> None:
    mentee = with_a_yes("A", "B").talks("2", times=2).judges("2")
    assert mentee.one().standing is Standing.AGREED
    assert mentee.wants(OpenAsk("2", "Sari")) is Reason.AGREED_ALREADY


def test_a_no_closes_and_frees_a_place() -> None:
    mentee = ready_to_ask("A", "B", "C").asks().hears("no")
    assert mentee.wants(adding("A", id="1")) is Reason.CANDIDATE_CLOSED
    mentee.adds("D")


def test_somebody_they_referred_to_is_a_new_candidate_at_rapport() -> None:
    mentee = ready_to_ask().asks().hears("no").adds("Bu Rina").tells_ties("2")
    assert mentee.wants(OpenAsk("2", "Sari")) is Reason.TALKS_FIRST


def test_whoever_said_later_may_be_asked_again() -> None:
    mentee = ready_to_ask().asks().hears("later").waits(days=30).asks()
    assert mentee.one().ask == Ask(mentee.now)


# Corrections


def test_a_mistaken_outcome_is_corrected_where_there_is_room() -> None:
    mentee = ready_to_ask("A", "B", "C").asks().hears("no").adds("D")
    assert mentee.wants(RecordOutcome("1", "later")) is Reason.TOO_MANY_ACTIVE
    mentee.hears("yes")
    assert (mentee.one().standing, mentee.one().closed) == (Standing.AGREED, None)


def test_a_yes_taken_back_lets_others_be_asked() -> None:
    with_a_yes("A", "B").talks("2", times=2).judges("2").hears("no").asks("2")


def test_two_cannot_both_have_agreed() -> None:
    mentee = ready_to_ask("A", "B").asks().hears("later").talks("2", times=2).judges("2").asks("2")
    mentee.hears("yes")
    assert mentee.wants(RecordOutcome("2", "yes")) is Reason.AGREED_ALREADY


def test_a_mentor_who_agreed_may_still_be_renamed_and_set_aside() -> None:
    mentee = with_a_yes("A", "B", "C").adds("D")
    mentee.does(adding("Pak A", id="1"))
    assert (mentee.one().name, mentee.one().standing) == ("Pak A", Standing.AGREED)
    assert mentee.does(SetAside("1")).one().standing is Standing.SET_ASIDE


def test_setting_aside_withdraws_an_open_ask_and_a_planned_talk() -> None:
    mentee = ready_to_ask().asks().books(date(2026, 11, 9)).does(SetAside("1"))
    assert (mentee.one().ask, mentee.one().booked) == (None, None)
    assert mentee.wants(RecordOutcome("1", "yes")) is Reason.NOTHING_ASKED


# Somebody who agreed already


def test_a_partner_of_an_existing_pair_stands_where_a_yes_leads() -> None:
    mentee = with_a_partner()
    assert (mentee.one().name, mentee.one().standing) == ("Pak Budi", Standing.AGREED)
    assert mentee.sets_criteria().wants(RecordOutcome("1", "no")) is Reason.NOTHING_ASKED


def test_an_existing_pair_states_its_goal_first_and_names_one_partner() -> None:
    assert Somebody(agreed("pair")).wants(AddPartner("Pak Budi", "bapak")) is Reason.GOAL_FIRST
    assert Somebody().sets_goal().wants(AddPartner(" ", "bapak")) is Reason.NAME_MISSING
    assert with_a_partner().wants(AddPartner("Bu Rina", "ibu")) is Reason.AGREED_ALREADY


def test_naming_a_partner_leaves_whoever_was_in_play() -> None:
    mentee = with_shortlist("A", "B", "C").does(AddPartner("D", "kak"))
    assert [mentee.one(id).standing for id in "1234"] == [*[Standing.ACTIVE] * 3, Standing.AGREED]


# Forgotten


def test_whoever_is_forgotten_had_never_been_there_and_their_id_is_not_given_again() -> None:
    mentee = with_shortlist("Pak Budi", "Bu Rina").does(ForgetCandidate("1"))
    assert mentee.search is not None
    assert "Budi" not in repr(mentee.search)
    assert mentee.adds("C").one("3").name == "C"
    assert mentee.wants(ForgetCandidate("1")) is Reason.NO_SUCH_CANDIDATE


@pytest.mark.parametrize("outcome", ["no", "later", "yes"])
def test_anybody_may_be_forgotten_whatever_became_of_them(outcome: str) -> None:
    mentee = ready_to_ask().asks().hears(outcome).does(ForgetCandidate("1"))
    assert mentee.search is not None
    assert mentee.search.candidates == ()


def test_forgetting_whoever_is_being_asked_lets_another_be_asked() -> None:
    ready_to_ask("A", "B").asks().talks("2", times=2).judges("2").does(ForgetCandidate("1")).asks("2")


def test_an_erased_search_leaves_the_person_and_nothing_of_the_search() -> None:
    mentee = ready_to_ask().asks()
    me = mentee.me
    assert mentee.does(EraseSearch()).search is None
    assert mentee.me == me
    assert mentee.does(EraseSearch()).search is None, "nothing to erase is erased already"


# Versions


def test_every_change_of_the_search_raises_its_version_by_one() -> None:
    mentee = Somebody().sets_goal()
    assert mentee.search is not None
    assert mentee.search.version == 1
    assert mentee.sets_criteria().search.version == 2  # type: ignore[union-attr]


def test_settling_something_about_oneself_leaves_the_search_alone() -> None:
    mentee = with_shortlist()
    result = apply(mentee.mine, SetLanguage("en"), MONDAY, "t")
    assert isinstance(result, Applied)
    assert result.mine.search == mentee.search
    assert result.facts == ()
