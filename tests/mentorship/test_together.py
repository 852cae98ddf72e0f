"""Whatever two mentees, a mentor and a stranger try in whatever order, what they share stays in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.mentorship.cadence import planned
from bot.mentorship.calendar import is_decent
from bot.mentorship.commands import AgreeToTerms, Command, EraseMe
from bot.mentorship.invite import Invite, InviteState, Letter
from bot.mentorship.inviting import FACTS
from bot.mentorship.pair import as_mentee, as_mentor
from bot.mentorship.pair_commands import (
    GoWithoutBot,
    Join,
    MakeInvite,
    NewsHeard,
    NotNow,
    OpenLink,
    SetMentor,
    TellMore,
    WantToKnow,
)
from bot.mentorship.person import Person
from bot.mentorship.reminders import TALK, starts
from bot.mentorship.search import candidate
from bot.mentorship.search_commands import AddPartner, EraseSearch, ForgetCandidate, RecordOutcome, SetAside
from tests.mentorship.order import the_order_holds
from tests.mentorship.scenario import LETTER, Somebody, agreed, booking, with_a_link
from tests.mentorship.test_road import forward

SARI, DEWI, BUDI, RINA = 7, 8, 9, 10

Town = Mapping[int, Somebody]
"""Four people on one ground."""


def a_town() -> Town:
    """Sari gave a link, Dewi has a mentor outside, Budi invites a mentee, Rina knows nothing of it."""
    sari = with_a_link("Pak Budi", "Bu Rina")
    return {
        SARI: sari,
        DEWI: Somebody(agreed("pair", DEWI), ground=sari.ground),
        BUDI: Somebody(agreed("mentor", BUDI), ground=sari.ground).has_time_for(1).invites_mentee(),
        RINA: Somebody(Person(id=RINA), ground=sari.ground),
    }


@dataclass(frozen=True)
class Move:
    """One thing that one of them does; `command` is None where `what` says it all."""

    who: int
    what: str
    number: int = 0
    command: Command | None = None


WITH_A_LINK: Mapping[str, Callable[[str], Command]] = {
    "opens": OpenLink,
    "joins": Join,
    "says not now": NotNow,
    "wants to know": lambda key: WantToKnow(key, "time"),
    "tells more": lambda key: TellMore(key, "Satu jam sebulan"),
}
KINDS = ("tries", "goes on", "goes on", "is told", "waits", "books", "joins", "joins", *WITH_A_LINK)
who = st.sampled_from((SARI, DEWI, BUDI, RINA))
ids = st.sampled_from(("1", "2"))
commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(MakeInvite, st.just("mentor"), ids, st.just(LETTER)),
    st.just(MakeInvite("mentee", "", Letter("Budi"))),
    st.builds(GoWithoutBot, ids),
    st.builds(SetAside, ids),
    st.builds(ForgetCandidate, ids),
    st.builds(RecordOutcome, ids, st.sampled_from(("yes", "no", "later", "no_answer"))),
    st.just(AddPartner("Pak Budi", "bapak")),
    st.builds(SetMentor, st.just("Budi"), st.sampled_from((1, 2))),
    st.sampled_from((EraseSearch(), AgreeToTerms("1"), NewsHeard(), EraseMe())),
)
moves = st.sampled_from(KINDS).flatmap(
    lambda what: st.builds(
        Move, who, st.just(what), st.integers(0, 4), commands if what == "tries" else st.none()
    )
)


def live(town: Town, move: Move) -> None:
    somebody = town[move.who]
    link = newest_but(somebody, move.number)
    if move.command is not None:
        somebody.wants(move.command)
    elif move.what == "goes on":
        onward = forward(somebody) if somebody.me.consent is not None else AgreeToTerms("1")
        assert somebody.wants(onward) is None, "the next step is always permitted"
    elif move.what == "is told":
        somebody.is_told()
    elif move.what == "books":
        somebody.wants(booking(somebody.today() + timedelta(days=move.number)))
    elif move.what == "waits":
        somebody.waits(hours=move.number * 31)
    elif move.what in WITH_A_LINK and link is not None:
        somebody.wants(WITH_A_LINK[move.what](link.key))


def newest_but(somebody: Somebody, number: int) -> Invite | None:
    """One of all links that were ever given, the newest first."""
    links = list(somebody.ground.together.invites.values())
    return links[-1 - number] if number < len(links) else None


def all_holds(town: Town) -> None:
    for somebody in town.values():
        the_order_holds(somebody)
        the_plan_holds(somebody)
        assert all(news.kind in FACTS for news in somebody.me.news)
        assert somebody.me.consent is not None or not somebody.me.news
    ground = town[SARI].ground
    for pair in ground.together.pairs.values():
        assert pair.mentor != pair.mentee
        assert pair.mentor is not None or pair.mentor_name == ""
    for link in ground.together.invites.values():
        assert link.opener != link.inviter
        assert link.opener is None or link.asked or link.state is InviteState.JOINED
    assert {fact.to for fact in ground.facts} <= set(town)


def the_plan_holds(somebody: Somebody) -> None:
    mine = somebody.mine
    rows = planned(mine, somebody.now)
    assert len({(row.subject, row.kind, row.occurrence) for row in rows}) == len(rows)
    for row in rows:
        assert is_decent(row.due, mine.me)
        assert row.due <= row.not_after
        if row.kind == TALK and mine.search is not None:
            one = candidate(mine.search, row.subject.rpartition(".")[2])
            assert one is not None
            assert one.booked is not None
            assert row.due < starts(one.booked, mine.me)
            assert row.not_after <= starts(one.booked, mine.me)


@given(st.lists(moves, min_size=5, max_size=50))
def test_whatever_they_try_the_order_and_the_plan_hold_for_everybody(lived: list[Move]) -> None:
    town = a_town()
    all_holds(town)
    for move in lived:
        had = {id: len(as_mentor(one.mine.pairs, id)) for id, one in town.items()}
        live(town, move)
        all_holds(town)
        for id, one in town.items():
            has, room = len(as_mentor(one.mine.pairs, id)), one.me.capacity
            assert has <= max(had[id], room) or not room, "a mentor has no more mentees than time"


@given(st.lists(moves, max_size=40), who, st.integers(0, 5))
def test_a_refusal_changes_nothing_for_anybody(lived: list[Move], id: int, number: int) -> None:
    town = a_town()
    for move in lived:
        live(town, move)
    link = newest_but(town[id], number)
    for make in WITH_A_LINK.values() if link is not None else ():
        before = [one.mine for one in town.values()], list(town[id].ground.facts)
        if link is not None and town[id].wants(make(link.key)) is not None:
            assert ([one.mine for one in town.values()], town[id].ground.facts) == before


@given(st.lists(moves, max_size=40))
def test_only_whoever_consented_is_a_side_of_a_pair(lived: list[Move]) -> None:
    town = a_town()
    for move in lived:
        live(town, move)
        for id, one in town.items():
            assert one.me.consent is not None or not one.mine.pairs
            assert len(as_mentee(one.mine.pairs, id)) <= 1
