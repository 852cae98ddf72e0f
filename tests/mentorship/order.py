"""What must be true of anybody and all that is theirs, however it came about."""

from __future__ import annotations

from bot.mentorship.gates import may
from bot.mentorship.invite import InviteState
from bot.mentorship.next_step import next_step
from bot.mentorship.pair import as_mentee
from bot.mentorship.search import (
    MAX_ACTIVE,
    Candidate,
    Search,
    Standing,
    active,
    asking,
    followed_up,
    talk_days,
)
from tests.mentorship.scenario import Somebody


def the_order_holds(somebody: Somebody) -> None:
    """Raises AssertionError for the first promise that is broken."""
    mine = somebody.mine
    step = next_step(mine)
    assert may(mine.search, step.kind, step.candidate) is None, "the next step is permitted"
    assert len(as_mentee(mine.pairs, mine.me.id)) <= 1, "a mentee has one mentor"
    given = [one for one in mine.invites if one.inviter == mine.me.id and one.role == "mentor"]
    open_links = [one.subject for one in given if one.state is InviteState.OPEN]
    assert len(set(open_links)) == len(open_links), "one open link for a candidate"
    if mine.search is None:
        assert not open_links
        return
    _search_holds(mine.search)
    agreed = [one.id for one in mine.search.candidates if one.standing is Standing.AGREED]
    assert set(open_links) <= set(agreed), "a link is open for whoever agreed"


def _search_holds(search: Search) -> None:
    assert len(active(search)) <= MAX_ACTIVE
    assert sum(asking(one) for one in search.candidates) <= 1, "one ask is open at a time"
    assert sum(one.standing is Standing.AGREED for one in search.candidates) <= 1
    assert not search.candidates or search.goal
    assert search.criteria is None or search.goal
    assert len({one.id for one in search.candidates}) == len(search.candidates) <= search.made
    for one in search.candidates:
        assert search.criteria or one.ties is None
        _candidate_holds(one)


def _candidate_holds(one: Candidate) -> None:
    assert (one.closed is None) == (one.standing in (Standing.ACTIVE, Standing.AGREED))
    if one.ask is None:
        assert one.standing is not Standing.DECLINED or not one.reason, "only a partner was never asked"
        return
    assert talk_days(one) >= 2, "rapport comes before the ask"
    assert followed_up(one)
    assert any(talk.on_goal for talk in one.talks)
    assert one.fit
    assert one.fit.evidence.strip()
    assert 1 <= one.fit.goal_help <= 5
    if one.standing is Standing.AGREED:
        assert one.ask.outcome == "yes"
