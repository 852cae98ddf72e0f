"""What must hold between two people: links, pairs, facts, and what stays with its owner (DESIGN 7.4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from bot.dialogue.events import Commanded, Due, Pressed, Said, Say, Tell
from bot.mentorship.cadence import KINDS
from bot.mentorship.invite import Invite, InviteState
from bot.mentorship.inviting import FACTS, Fact
from bot.mentorship.pair import Pair, as_mentee
from bot.mentorship.reminders import NEWS
from bot.mentorship.search import candidate
from storage.together import Together
from tests.walk.walker import CALLED, TurnTaken

MARK = re.compile(r"~(\d+)\.\d+")


def _told(taken: TurnTaken) -> list[Tell[Fact]]:
    return [effect for effect in taken.response.effects if isinstance(effect, Tell)]


def tells_the_other_side(taken: TurnTaken) -> None:
    """A fact goes to the other side of a link, by a tap on it or an answer about it: nothing else tells."""
    for effect in _told(taken):
        fact, me = effect.fact, taken.world.me.id
        assert effect.person == fact.to != me, "told to oneself"
        assert fact.kind in FACTS, "a fact that is not released"
        sides = [{one.inviter, one.opener} for one in taken.response.world.invites if _concerns(taken, one)]
        pairs = [{one.mentee, one.mentor} for one in taken.response.world.pairs if one.id == fact.about]
        assert any(fact.to in both for both in (*sides, *pairs)), "told to somebody whom it does not concern"
        assert _about_a_link(taken), "told by what was not about a link"


def _concerns(taken: TurnTaken, invite: Invite) -> bool:
    return invite.key == taken.world.held or taken.world.me.id == invite.inviter


def _about_a_link(taken: TurnTaken) -> bool:
    floor = taken.desk.get(taken.desk.floor)
    answers = floor is not None and floor.flow == "more"
    pressed = isinstance(taken.event, Pressed) and taken.event.data.startswith("link.")
    return pressed or (answers and isinstance(taken.event, Said | Pressed))


def pairs_hold(taken: TurnTaken) -> None:
    """One mentor a mentee; nobody is their own; a pair is made by its link's opener, or without the bot."""
    pairs = tuple(taken.after.pairs.values())
    for person in CALLED:
        assert len(as_mentee(pairs, person)) <= 1, "two mentors"
    for one in pairs:
        assert one.mentee != one.mentor, "somebody's own mentor"
        before = taken.before.pairs.get(one.id)
        if before is None or (one.mentor is not None and before.mentor is None):
            _made(taken, one)
        assert before is None or one.mentee in (before.mentee, None), "a pair of somebody else"


def _made(taken: TurnTaken, pair: Pair) -> None:
    me, event = taken.response.world.me, taken.event
    assert me.consent is not None, "a pair before consent"
    data = event.data if isinstance(event, Pressed) else ""
    if not pair.verified:
        assert (pair.mentee, pair.mentor) == (me.id, None)
        assert data.startswith("nobot:"), "alone without a tap"
        return
    assert data.startswith(("link.join:", "link.willing:")), "a pair without a tap"
    used = taken.after.invites[taken.world.held]
    assert used.state is InviteState.JOINED
    assert used.opener == me.id
    assert {pair.mentee, pair.mentor} == {used.inviter, me.id}
    assert taken.before.invites[used.key].state is InviteState.OPEN, "a link used twice"


def links_hold(taken: TurnTaken) -> None:
    """A link that is over stays so; what it shows is what its giver's tap released."""
    for key, one in taken.after.invites.items():
        before = taken.before.invites.get(key)
        if before is None:
            _released_by_tap(taken, one)
        elif before.state is not InviteState.OPEN:
            assert one.state is before.state, "a link came back"
        elif before.letter.name == one.letter.name:
            assert before.letter in (one.letter, before.letter)


def _released_by_tap(taken: TurnTaken, invite: Invite) -> None:
    world, letter = taken.world, invite.letter
    data = taken.event.data if isinstance(taken.event, Pressed) else ""
    assert invite.inviter == world.me.id
    assert letter.name in (world.me.name, world.called), "another name than the own"
    if invite.role == "mentee":
        assert data.startswith("mentee:"), "a link without a tap"
        return
    assert data.startswith(("invite.release:", "invite.goal:")), "a link without a tap"
    search = world.search
    one = candidate(search, invite.subject) if search is not None else None
    assert search is not None
    assert search.goal is not None
    assert one is not None
    assert (letter.skill, letter.situation) == (search.goal.skill, search.goal.situation)
    learned = one.talks[-1].learned if one.talks and data.startswith("invite.release:") else ""
    assert letter.learned == learned, "a lesson that was not released"


def opened_by_whom_it_is_for(taken: TurnTaken) -> None:
    """A link of another is in hand only in a turn that is about it, or of whoever answered it."""
    for one in taken.world.invites:
        mine = taken.world.me.id in (one.inviter, one.opener)
        by_hand = isinstance(taken.event, Commanded | Pressed) or taken.world.held == one.key
        assert mine or by_hand, "another one's link"


@dataclass(frozen=True)
class Released:
    """The marks of all words that were released to another, by a tap or as an answer."""

    marks: frozenset[str] = frozenset()

    def after(self, taken: TurnTaken) -> Released:
        """With what this turn released. Raises AssertionError where it shows what another did not release."""
        released = self.marks | given(taken.after)
        shown = marks([effect for effect in taken.response.effects if not isinstance(effect, Tell)])
        mine = f"~{taken.world.me.id}."
        leaked = sorted(one for one in shown if not one.startswith(mine) and one not in released)
        assert not leaked, f"shown to another: {leaked}"
        return Released(released)


def given(together: Together) -> frozenset[str]:
    """The marks in all that was released by a link, an answer or a pair."""
    links = [(one.letter, one.answer) for one in together.invites.values()]
    names = [(one.mentee_name, one.mentor_name) for one in together.pairs.values()]
    return frozenset(marks([*links, *names]))


def marks(shown: Sequence[object]) -> set[str]:
    """The marks in whatever is shown."""
    return {found[0] for found in MARK.finditer(repr(shown))}


RULES: tuple[Callable[[TurnTaken], None], ...] = (
    tells_the_other_side,
    pairs_hold,
    links_hold,
    opened_by_whom_it_is_for,
)

Started = tuple[tuple[datetime, str], ...]


def started_by_itself(before: Started, taken: TurnTaken) -> Started:
    """What the bot wrote of its own accord, with this turn. Raises AssertionError where that is too often."""
    if not isinstance(taken.event, Due) or not any(isinstance(one, Say) for one in taken.response.effects):
        return before
    started = (*before, (taken.world.now, taken.event.kind))
    _spaced([at for at, kind in started if kind in KINDS and kind.startswith("nudge.")])
    _once_a_day([at for at, kind in started if kind == NEWS])
    return started


def _spaced(nudges: Sequence[datetime]) -> None:
    """At most two nudges in any seven days, and two days between them."""
    for first, second in pairwise(nudges):
        assert second - first >= timedelta(days=2), "two nudges within two days"
    for first, third in zip(nudges, nudges[2:], strict=False):
        assert third - first >= timedelta(days=7), "three nudges in a week"


def _once_a_day(news: Sequence[datetime]) -> None:
    """Everything that happened elsewhere comes in one message a day."""
    assert all(second - first >= timedelta(days=1) for first, second in pairwise(news)), "news twice a day"
