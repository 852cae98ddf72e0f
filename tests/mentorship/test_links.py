"""Links: made, opened, joined, and refused kindly (DOMAIN 1.7 and 4.4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.mentorship.commands import AgreeToTerms, Command
from bot.mentorship.invite import VALID, InviteState, is_open, key_of
from bot.mentorship.inviting import Fact
from bot.mentorship.pair_commands import (
    Join,
    MakeInvite,
    NotNow,
    OpenLink,
    TellMore,
    WantToKnow,
)
from bot.mentorship.refused import Reason
from bot.mentorship.search_commands import ForgetCandidate, RecordOutcome, SetAside
from tests.mentorship.scenario import (
    LETTER,
    MENTEE,
    MENTOR,
    OTHER,
    Somebody,
    a_mentor_with_time,
    agreed,
    ready_to_ask,
    with_a_link,
    with_a_mentor,
    with_a_partner,
    with_a_yes,
)

# Made


def test_a_link_is_for_whoever_said_yes() -> None:
    assert ready_to_ask().asks().wants(MakeInvite("mentor", "1", LETTER)) is Reason.NOT_AGREED
    assert with_a_yes().wants(MakeInvite("mentor", "9", LETTER)) is Reason.NOT_AGREED
    assert Somebody().wants(MakeInvite("mentor", "1", LETTER)) is Reason.NOT_AGREED


def test_a_link_holds_for_fourteen_days_and_shows_what_was_released() -> None:
    mentee = with_a_link()
    link = mentee.link()
    assert (link.inviter, link.role, link.subject, link.letter) == (MENTEE, "mentor", "1", LETTER)
    assert (link.opener, link.seen, link.state) == (None, False, InviteState.OPEN)
    assert is_open(link, link.made + VALID)
    assert not is_open(link, link.made + VALID * 1.01)


def test_of_a_link_s_token_only_a_hash_is_kept() -> None:
    token = "pFx0q2Jd9sVbT1wLr8ZcEg"
    key = key_of(token)
    assert token not in key
    assert len(key) == 32
    assert key != key_of(token[:-1] + "h")
    assert set(key) <= set("0123456789abcdef")


def test_a_new_link_revokes_the_one_before() -> None:
    mentee = with_a_link()
    old = mentee.link()
    mentee.waits(days=5).gives_link()
    assert mentee.meets().wants(Join(old.key)) is Reason.LINK_GONE
    mentee.meets().joins(mentee.link())


def test_a_partner_outside_the_bot_is_invited_as_whoever_said_yes() -> None:
    mentee = with_a_partner().gives_link()
    mentee.meets().joins(mentee.link())
    assert mentee.pair().candidate == "1"


# Opened and joined


def test_whoever_is_willing_makes_the_pair() -> None:
    mentee = with_a_link()
    mentor = mentee.meets()
    mentor.me = replace(mentor.me, name="Budi Santoso")
    mentor.opens(mentee.link()).joins(mentee.link())
    pair = mentee.pair()
    assert (pair.mentee, pair.mentor, pair.candidate) == (MENTEE, MENTOR, "1")
    assert (pair.mentee_name, pair.mentor_name) == ("Sari", "Budi Santoso")
    assert (pair.verified, pair.since, pair.ended) == (True, mentee.now, None)
    assert mentor.pair() == pair
    assert (mentee.link().state, mentee.link().opener) == (InviteState.JOINED, MENTOR)


def test_the_mentee_is_told_that_the_mentor_joined() -> None:
    mentee, _ = with_a_mentor()
    assert mentee.ground.facts == [Fact(MENTEE, "joined", mentee.pair().id)]


def test_opening_binds_nobody_and_says_only_that_it_was_seen() -> None:
    mentee = with_a_link()
    mentee.meets(consents=False).opens(mentee.link())
    link = mentee.link()
    assert (link.seen, link.opener, link.state) == (True, None, InviteState.OPEN)
    assert mentee.ground.facts == []
    mentee.meets(OTHER).joins(link)


def test_the_link_binds_with_consent_and_not_before() -> None:
    mentee = with_a_link()
    stranger = mentee.meets(consents=False).opens(mentee.link())
    assert stranger.wants(Join(mentee.link().key)) is Reason.CONSENT_FIRST
    assert mentee.mine.pairs == ()
    stranger.does(AgreeToTerms("1")).joins(mentee.link())
    assert mentee.pair().mentor == MENTOR


def test_whoever_comes_by_a_link_needs_no_door_and_keeps_the_one_they_took() -> None:
    assert with_a_mentor()[1].me.door == "mentor"
    mentee = with_a_link()
    assert mentee.meets(door="learn").joins(mentee.link()).me.door == "learn"
    mentor = a_mentor_with_time().invites_mentee()
    assert mentor.meets(MENTEE).joins(mentor.link()).me.door == "learn"


# Refused kindly


def test_a_foreign_link_leads_nowhere() -> None:
    somebody = with_a_link().meets()
    for command in everything_with("nobody gave this"):
        assert somebody.wants(command) is Reason.LINK_GONE, command


def everything_with(key: str) -> list[Command]:
    return [OpenLink(key), Join(key), NotNow(key), WantToKnow(key, "time"), TellMore(key, "Satu jam")]


def test_a_used_link_is_used() -> None:
    mentee, mentor = with_a_mentor()
    key = mentee.link().key
    for somebody in (mentor, mentee.meets(OTHER)):
        for command in (Join(key), NotNow(key), WantToKnow(key, "time")):
            assert somebody.wants(command) is Reason.LINK_GONE


def test_an_expired_link_is_too_old_and_a_new_one_is_not() -> None:
    mentee = with_a_link().waits(days=14, seconds=1)
    key = mentee.link().key
    for command in (Join(key), NotNow(key), WantToKnow(key, "time")):
        assert mentee.meets().wants(command) is Reason.LINK_GONE
    mentee.gives_link().meets().joins(mentee.link())


def test_one_s_own_link_makes_no_pair_with_oneself() -> None:
    mentee = with_a_link()
    key = mentee.link().key
    assert mentee.wants(Join(key)) is Reason.OWN_LINK
    assert mentee.wants(WantToKnow(key, "time")) is Reason.OWN_LINK
    assert mentee.wants(NotNow(key)) is Reason.LINK_GONE
    assert mentee.link().state is InviteState.OPEN


def test_one_s_own_link_opened_by_oneself_was_seen_by_nobody() -> None:
    mentee = with_a_link()
    assert mentee.wants(OpenLink(mentee.link().key)) is Reason.OWN_LINK
    assert not mentee.link().seen


def test_a_mentor_without_time_for_one_more_is_told_so() -> None:
    mentor = a_mentor_with_time(1).invites_mentee()
    mentor.meets(OTHER).joins(mentor.link())
    late = Somebody(agreed(), ground=mentor.ground).sets_goal().sets_criteria().adds("Pak Budi").tells_ties()
    late.talks(times=2).judges().asks().hears("yes").gives_link()
    assert mentor.wants(Join(late.link().key)) is Reason.NO_ROOM
    assert mentor.has_time_for(2).wants(Join(late.link().key)) is None


def test_a_mentor_who_never_said_for_how_many_has_time_for_whoever_asked_them() -> None:
    mentee, mentor = with_a_mentor()
    assert mentor.me.capacity == 0
    assert mentee.pair().mentor == MENTOR


def test_a_mentee_has_one_mentor_at_a_time() -> None:
    mentee, _ = with_a_mentor()
    other = Somebody(agreed("mentor", OTHER), ground=mentee.ground).has_time_for(1).invites_mentee()
    assert mentee.wants(Join(other.link().key)) is Reason.ONE_MENTOR


# Two at once


def test_of_two_who_open_one_link_the_first_to_join_has_it() -> None:
    mentee = with_a_link()
    first, second = mentee.meets(MENTOR).opens(mentee.link()), mentee.meets(OTHER).opens(mentee.link())
    second.joins(mentee.link())
    assert first.wants(Join(mentee.link().key)) is Reason.LINK_GONE
    assert mentee.pair().mentor == OTHER


def test_a_question_of_one_does_not_keep_the_other_from_joining() -> None:
    mentee = with_a_link()
    first, second = mentee.meets(MENTOR), mentee.meets(OTHER)
    first.wants_to_know(mentee.link())
    second.joins(mentee.link())
    assert (mentee.link().opener, mentee.link().asked) == (OTHER, "")
    assert mentee.wants(TellMore(mentee.link().key, "Satu jam")) is Reason.LINK_GONE


def test_when_the_mentee_withdraws_first_the_mentor_s_yes_finds_the_link_gone() -> None:
    mentee = with_a_link()
    mentor = mentee.meets().opens(mentee.link())
    mentee.does(SetAside("1"))
    assert mentor.wants(Join(mentee.link().key)) is Reason.LINK_GONE
    assert mentee.mine.pairs == ()


@pytest.mark.parametrize(
    "command", [SetAside("1"), RecordOutcome("1", "no"), RecordOutcome("1", "later"), ForgetCandidate("1")]
)
def test_when_the_mentor_s_yes_comes_first_nothing_that_led_there_is_taken_back(command: Command) -> None:
    mentee, _ = with_a_mentor()
    search = mentee.search
    assert mentee.wants(command) is Reason.PAIRED_ALREADY
    assert mentee.search == search
