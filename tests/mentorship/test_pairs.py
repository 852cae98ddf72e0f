"""Pairs: one mentor for a mentee, as many mentees as there is time for, and pairs without the bot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.mentorship.commands import SetName
from bot.mentorship.invite import InviteState
from bot.mentorship.inviting import Fact
from bot.mentorship.pair import Pair
from bot.mentorship.pair_commands import (
    GoWithoutBot,
    Join,
    MakeInvite,
    SetMentor,
)
from bot.mentorship.refused import Reason
from bot.mentorship.search import Standing
from bot.mentorship.search_commands import EraseSearch, SetAside
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
    with_a_yes,
)

# Refused when paired


def test_nobody_else_is_invited_once_there_is_a_mentor() -> None:
    mentee, _ = with_a_mentor()
    assert mentee.wants(MakeInvite("mentor", "1", LETTER)) is Reason.PAIRED_ALREADY
    assert mentee.wants(GoWithoutBot("1")) is Reason.PAIRED_ALREADY


def test_whoever_finds_a_mentor_by_a_mentor_s_link_takes_their_own_link_back() -> None:
    mentee = with_a_link()
    own = mentee.link()
    other = Somebody(agreed("mentor", OTHER), ground=mentee.ground).has_time_for(1).invites_mentee()
    mentee.joins(other.link())
    assert mentee.meets(MENTOR).wants(Join(own.key)) is Reason.LINK_GONE
    assert len(mentee.mine.pairs) == 1


# Without the bot


def test_a_mentor_who_prefers_no_bot_makes_an_unverified_pair() -> None:
    mentee = with_a_yes().does(GoWithoutBot("1"))
    pair = mentee.pair()
    assert pair == Pair(pair.id, MENTEE, None, mentee.now, "Sari", "", "1", verified=False)


def test_going_without_the_bot_revokes_the_link_and_asks_for_a_yes() -> None:
    mentee = with_a_link().does(GoWithoutBot("1"))
    assert mentee.link().state is InviteState.REVOKED
    assert ready_to_ask().wants(GoWithoutBot("1")) is Reason.NOT_AGREED
    assert mentee.meets().wants(Join(mentee.link().key)) is Reason.LINK_GONE


# A mentor who comes first


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (SetMentor("  ", 1), Reason.NAME_MISSING),
        (SetMentor("Budi", 0), Reason.UNKNOWN_CHOICE),
        (SetMentor("Budi", 11), Reason.UNKNOWN_CHOICE),
        (SetMentor("Budi", 1), None),
        (SetMentor("Budi", 10), None),
    ],
)
def test_a_mentor_says_their_name_and_for_how_many_they_have_time(
    command: SetMentor, reason: Reason | None
) -> None:
    assert Somebody(agreed("mentor")).wants(command) is reason


def test_a_mentor_invites_once_they_said_for_how_many_they_have_time() -> None:
    assert Somebody(agreed("mentor")).wants(MakeInvite("mentee", "", LETTER)) is Reason.NO_ROOM


def test_a_mentor_s_link_makes_the_same_pair_from_the_other_side() -> None:
    mentor = a_mentor_with_time().invites_mentee()
    mentee = mentor.meets(MENTEE)
    mentee.me = replace(mentee.me, name="Sari")
    mentee.joins(mentor.link())
    pair = mentor.pair()
    assert (pair.mentee, pair.mentor, pair.candidate) == (MENTEE, MENTOR, "")
    assert (pair.mentee_name, pair.mentor_name, pair.verified) == ("Sari", "Budi Santoso", True)
    assert mentor.ground.facts == [Fact(MENTOR, "joined", pair.id)]


def test_a_mentor_s_links_stand_beside_each_other_and_stop_at_the_capacity() -> None:
    mentor = a_mentor_with_time(2).invites_mentee().waits(seconds=1).invites_mentee()
    for id, link in zip((MENTEE, OTHER), mentor.links(), strict=True):
        mentor.meets(id).joins(link)
    assert len(mentor.mine.pairs) == 2
    assert mentor.wants(MakeInvite("mentee", "", LETTER)) is Reason.NO_ROOM


def test_a_mentor_never_gets_more_mentees_than_they_have_time_for() -> None:
    mentor = a_mentor_with_time(1).invites_mentee().waits(seconds=1)
    mentor.wants(MakeInvite("mentee", "", LETTER))
    for id, link in zip((MENTEE, OTHER), mentor.links(), strict=False):
        mentor.meets(id).wants(Join(link.key))
    assert len(mentor.mine.pairs) == 1


# Erased


def test_a_new_search_knows_nothing_of_the_mentor_of_an_erased_one() -> None:
    mentee, _ = with_a_mentor()
    mentee.does(EraseSearch()).sets_goal().sets_criteria().adds("Bu Rina")
    assert mentee.wants(SetAside("1")) is None, "Bu Rina is nobody's mentor"


# A name, and a mentor who comes later


def test_a_name_that_changes_is_read_by_the_other_side_of_each_pair() -> None:
    mentee, mentor = with_a_mentor()
    mentee.does(SetName("Sari Dewi"))
    mentor.does(SetMentor("Budi S.", 2))
    assert (mentor.pair().mentee_name, mentee.pair().mentor_name) == ("Sari Dewi", "Budi S.")


def test_a_mentor_who_did_without_the_bot_may_come_later_to_the_same_pair() -> None:
    mentee = with_a_yes().does(GoWithoutBot("1"))
    alone = mentee.pair()
    mentee.waits(days=30).gives_link()
    mentor = mentee.meets().joins(mentee.link())
    assert mentee.pair() == mentor.pair()
    assert (mentee.pair().id, mentee.pair().since) == (alone.id, alone.since)
    assert (mentee.pair().mentor, mentee.pair().verified) == (MENTOR, True)
    assert mentee.wants(MakeInvite("mentor", "1", LETTER)) is Reason.PAIRED_ALREADY


def test_a_no_of_whoever_was_to_come_later_leaves_the_pair_as_it_was() -> None:
    mentee = with_a_yes().does(GoWithoutBot("1"))
    alone = mentee.pair()
    mentee.gives_link().meets().says_not_now(mentee.link())
    assert mentee.is_told().pair() == alone
    assert mentee.one().standing is Standing.AGREED
    assert [news.kind for news in mentee.me.news] == ["not_now"]
