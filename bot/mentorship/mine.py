"""All that a turn of one person may look at and change."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.mentorship.invite import Invite, InviteState
from bot.mentorship.pair import Pair
from bot.mentorship.person import Person
from bot.mentorship.search import Search


@dataclass(frozen=True)
class Mine:
    """The person and their search; the links they gave, and the one that they hold in hand; their pairs.

    The search is None before the first word about a goal, and after the person left.
    """

    me: Person
    search: Search | None = None
    invites: tuple[Invite, ...] = ()
    pairs: tuple[Pair, ...] = ()


def invite_of(mine: Mine, key: str) -> Invite | None:
    """The link of that key, be it given or held."""
    return next((one for one in mine.invites if one.key == key), None)


def given(mine: Mine, subject: str) -> Invite | None:
    """The link last given for that subject that nobody answered yet; None where there is none."""
    kept = (one for one in mine.invites if one.state is InviteState.OPEN)
    ours = [one for one in kept if one.inviter == mine.me.id and one.subject == subject]
    return max(ours, key=lambda one: one.made, default=None)


def with_invite(mine: Mine, changed: Invite) -> Mine:
    """With that link added, or changed."""
    others = tuple(one for one in mine.invites if one.key != changed.key)
    return replace(mine, invites=(*others, changed))


def named(mine: Mine) -> Mine:
    """With the person's own name as the other side of each of their pairs reads it."""
    id, name = mine.me.id, mine.me.name
    for pair in mine.pairs:
        mentee = name if pair.mentee == id else pair.mentee_name
        mentor = name if pair.mentor == id else pair.mentor_name
        if pair.ended is None and (mentee, mentor) != (pair.mentee_name, pair.mentor_name):
            version = pair.version + 1
            mine = with_pair(mine, replace(pair, mentee_name=mentee, mentor_name=mentor, version=version))
    return mine


def with_pair(mine: Mine, changed: Pair) -> Mine:
    """With that pair added, or changed."""
    others = tuple(one for one in mine.pairs if one.id != changed.id)
    return replace(mine, pairs=(*others, changed))
