"""What comes of a link that is no pair: not now, tell me more, and links taken back."""

from __future__ import annotations

import pytest

from bot.mentorship.commands import AgreeToTerms, Command, EraseMe
from bot.mentorship.invite import QUESTIONS, InviteState
from bot.mentorship.inviting import Fact
from bot.mentorship.pair_commands import (
    Join,
    TellMore,
    WantToKnow,
)
from bot.mentorship.refused import Reason
from bot.mentorship.search import Standing
from bot.mentorship.search_commands import EraseSearch, ForgetCandidate, RecordOutcome, SetAside
from tests.mentorship.scenario import (
    MENTEE,
    MENTOR,
    a_mentor_with_time,
    with_a_link,
    with_a_mentor,
    with_a_partner,
)

# Not now


def test_a_no_is_told_and_nothing_of_whoever_said_it_is_kept() -> None:
    mentee = with_a_link()
    stranger = mentee.meets(id=987654321, consents=False)
    before = stranger.me
    stranger.opens(mentee.link()).wants_to_know(mentee.link()).says_not_now(mentee.link())
    link = mentee.link()
    assert (link.state, link.opener, link.asked) == (InviteState.NOT_NOW, None, "")
    assert mentee.ground.facts[-1] == Fact(MENTEE, "not_now", "1")
    assert "987654321" not in repr((mentee.ground.together, mentee.ground.facts))
    assert stranger.me == before


def test_a_no_after_a_question_forgets_who_asked() -> None:
    mentee = with_a_link()
    mentee.meets().wants_to_know(mentee.link()).says_not_now(mentee.link())
    assert (mentee.link().opener, mentee.link().asked) == (None, "")


def test_a_no_takes_the_yes_back_and_frees_the_goal_for_another() -> None:
    mentee = with_a_link("A", "B")
    mentee.meets().says_not_now(mentee.link())
    one = mentee.is_told().one()
    assert (one.standing, one.closed) == (Standing.DECLINED, mentee.now)
    assert one.ask is not None
    assert (one.ask.outcome, one.ask.reason) == ("no", "unsaid")
    mentee.talks("2", times=2).judges("2").asks("2")


def test_a_no_of_a_partner_whom_nobody_asked_is_a_no_too() -> None:
    mentee = with_a_partner().gives_link()
    mentee.meets().says_not_now(mentee.link())
    assert mentee.is_told().one().standing is Standing.DECLINED


def test_a_no_to_a_mentor_s_link_changes_no_search_of_theirs() -> None:
    mentor = a_mentor_with_time().invites_mentee()
    mentor.meets(MENTEE).says_not_now(mentor.link())
    assert mentor.is_told().search is None
    assert [news.kind for news in mentor.me.news] == ["not_now"]


def test_a_no_that_was_on_its_way_closes_the_link_made_meanwhile() -> None:
    mentee = with_a_link()
    mentee.meets().says_not_now(mentee.link())
    mentee.waits(seconds=1).gives_link().is_told()
    assert mentee.one().standing is Standing.DECLINED
    assert mentee.meets().wants(Join(mentee.link().key)) is Reason.LINK_GONE


def test_a_no_that_comes_after_the_pair_was_made_changes_nothing() -> None:
    mentee = with_a_link()
    mentor = mentee.meets().says_not_now(mentee.link())
    mentee.waits(seconds=1).gives_link()
    mentor.joins(mentee.link())
    assert mentee.is_told().one().standing is Standing.AGREED


# Want to know, tell more


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_goes_to_the_inviter_and_the_answer_comes_back(question: str) -> None:
    mentee = with_a_link()
    mentor = mentee.meets(consents=False).wants_to_know(mentee.link(), question)
    key = mentee.link().key
    assert (mentee.link().asked, mentee.link().opener) == (question, MENTOR)
    assert mentee.ground.facts == [Fact(MENTEE, "asks_more", key)]
    mentee.is_told().tells_more(mentee.link(), " Satu jam sebulan ")
    assert mentee.link().answer == "Satu jam sebulan"
    assert mentee.ground.facts == [Fact(MENTOR, "answered", key)]
    mentor.is_told().does(AgreeToTerms("1")).joins(mentee.link())


def test_a_second_question_waits_for_an_answer_of_its_own() -> None:
    mentee = with_a_link()
    mentor = mentee.meets().wants_to_know(mentee.link())
    mentee.tells_more(mentee.link())
    mentor.wants_to_know(mentee.link(), "private")
    assert (mentee.link().asked, mentee.link().answer) == ("private", "")


def test_a_question_that_is_none_and_an_answer_without_words_are_refused() -> None:
    mentee = with_a_link()
    key = mentee.link().key
    assert mentee.meets().wants(WantToKnow(key, "salary")) is Reason.UNKNOWN_CHOICE
    assert mentee.wants(TellMore(key, "Satu jam")) is Reason.LINK_GONE, "nobody asked"
    mentee.meets().wants_to_know(mentee.link())
    assert mentee.wants(TellMore(key, "  ")) is Reason.LINK_GONE


def test_only_the_inviter_answers() -> None:
    mentee = with_a_link()
    mentor = mentee.meets().wants_to_know(mentee.link())
    assert mentor.wants(TellMore(mentee.link().key, "Saya jawab sendiri")) is Reason.LINK_GONE
    assert mentee.link().answer == ""


# Revoked


@pytest.mark.parametrize(
    "command",
    [
        RecordOutcome("1", "no"),
        RecordOutcome("1", "later"),
        RecordOutcome("1", "no_answer"),
        SetAside("1"),
        ForgetCandidate("1"),
        EraseSearch(),
    ],
)
def test_a_link_is_revoked_when_its_yes_is_gone(command: Command) -> None:
    mentee = with_a_link()
    mentor = mentee.meets().opens(mentee.link())
    mentee.does(command)
    assert mentee.link().state is InviteState.REVOKED
    assert mentor.wants(Join(mentee.link().key)) is Reason.LINK_GONE
    assert mentee.mine.pairs == ()


def test_a_yes_that_comes_back_needs_a_new_link() -> None:
    mentee = with_a_link()
    old = mentee.link()
    mentee.hears("no").hears("yes")
    assert mentee.meets().wants(Join(old.key)) is Reason.LINK_GONE
    mentee.waits(seconds=1).gives_link().meets().joins(mentee.link())


def test_a_step_of_the_search_leaves_the_links_of_others_alone() -> None:
    mentor = a_mentor_with_time(2).invites_mentee()
    link = mentor.link()
    mentor.sets_goal().sets_criteria().adds("Bu Rina").does(SetAside("1"), EraseSearch())
    assert mentor.link() == link
    assert mentor.link().state is InviteState.OPEN


def test_whoever_left_gave_no_link_and_is_no_side_of_a_pair() -> None:
    mentee, mentor = with_a_mentor()
    key = mentee.link().key
    mentee.does(EraseMe())
    assert mentor.wants(Join(key)) is Reason.LINK_GONE
    pair = mentor.pair()
    assert (pair.mentee, pair.mentee_name, pair.candidate, pair.mentor) == (None, "", "", MENTOR)
    assert mentee.mine.pairs == ()
