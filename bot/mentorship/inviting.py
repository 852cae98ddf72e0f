"""Links given and answered, and the pairs that come of them (DOMAIN 1.7 and 4.4)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.mentorship.invite import QUESTIONS, VALID, Invite, InviteState, Role, is_open, key_of
from bot.mentorship.mine import Mine, invite_of, named, with_invite, with_pair
from bot.mentorship.pair import Pair, as_mentee, as_mentor, waits_for
from bot.mentorship.pair_commands import (
    GoWithoutBot,
    Join,
    MakeInvite,
    NewsHeard,
    NotNow,
    OpenLink,
    SetMentor,
    TakeNews,
    TellMore,
    WantToKnow,
)
from bot.mentorship.person import News
from bot.mentorship.refused import Reason, Refused
from bot.mentorship.search import Standing, candidate
from bot.mentorship.shortlist import having

CAPACITIES = range(1, 11)


@dataclass(frozen=True)
class Fact:
    """What happened and concerns somebody else: `to` is that person's id, `kind` one of FACTS.

    `about` is the pair's id for `joined`, the link's key for `answered`, else the inviter's subject.
    """

    to: int
    kind: str
    about: str = ""


FACTS = ("joined", "not_now", "asks_more", "answered")
"""Released names."""

Told = tuple[Mine, tuple[Fact, ...]]


def take_part(mine: Mine, command: object, now: datetime, token: str) -> Told | Refused:
    """What a command of `TOGETHER` makes of links and pairs, and what others hear of it."""
    return TOGETHER[type(command)](mine, command, now, token)


def revoked(mine: Mine, agreed: Collection[str] = ()) -> Mine:
    """With every open link for a mentor revoked, but for those about whoever is among `agreed`."""
    ours = [one for one in mine.invites if one.inviter == mine.me.id and one.state is InviteState.OPEN]
    return _revoked(mine, [one for one in ours if one.role == "mentor" and one.subject not in agreed])


def _revoked(mine: Mine, links: Iterable[Invite]) -> Mine:
    for one in links:
        mine = with_invite(mine, replace(one, state=InviteState.REVOKED))
    return mine


def refused_link(mine: Mine, invite: Invite | None, now: datetime) -> Refused | None:
    """Why nobody can join by this link just now; None where the opener can."""
    if invite is not None and invite.inviter == mine.me.id:
        return Refused(Reason.OWN_LINK)
    if invite is None or not is_open(invite, now):
        return Refused(Reason.LINK_GONE)
    if invite.role == "mentor" and mine.me.capacity and places(mine) <= 0:
        return Refused(Reason.NO_ROOM)
    if invite.role == "mentee" and as_mentee(mine.pairs, mine.me.id):
        return Refused(Reason.ONE_MENTOR)
    return None


def places(mine: Mine) -> int:
    """For how many mentees more this mentor has time."""
    return mine.me.capacity - len(as_mentor(mine.pairs, mine.me.id))


def _within(mine: Mine, most: int, now: datetime) -> Mine:
    """With the oldest open links for a mentee revoked, until no more than `most` stand."""
    ours = [one for one in mine.invites if one.inviter == mine.me.id and one.role == "mentee"]
    waiting = sorted((one for one in ours if is_open(one, now)), key=lambda one: one.made)
    return _revoked(mine, waiting[: max(0, len(waiting) - max(0, most))])


def _make(mine: Mine, command: MakeInvite, now: datetime, token: str) -> Told | Refused:
    one = candidate(mine.search, command.subject)
    if command.role == "mentor" and (one is None or one.standing is not Standing.AGREED):
        return Refused(Reason.NOT_AGREED)
    if command.role == "mentor" and any(pair.verified for pair in as_mentee(mine.pairs, mine.me.id)):
        return Refused(Reason.PAIRED_ALREADY)
    if command.role == "mentee" and places(mine) <= 0:
        return Refused(Reason.NO_ROOM)
    if command.role == "mentor":
        mine = revoked(mine)
    else:
        mine = _within(mine, places(mine) - 1, now)
    made = Invite(key_of(token), mine.me.id, command.role, command.subject, now, now + VALID, command.letter)
    return with_invite(mine, made), ()


def _without_bot(mine: Mine, command: GoWithoutBot, now: datetime, token: str) -> Told | Refused:
    one = candidate(mine.search, command.candidate)
    if one is None or one.standing is not Standing.AGREED:
        return Refused(Reason.NOT_AGREED)
    if as_mentee(mine.pairs, mine.me.id):
        return Refused(Reason.PAIRED_ALREADY)
    pair = Pair(token, mine.me.id, None, now, mine.me.name, "", one.id, verified=False)
    return with_pair(revoked(mine), pair), ()


def _open(mine: Mine, command: OpenLink, _: datetime, __: str) -> Told | Refused:
    invite = invite_of(mine, command.invite)
    if invite is None:
        return Refused(Reason.LINK_GONE)
    if invite.inviter == mine.me.id:
        return Refused(Reason.OWN_LINK)
    return with_invite(mine, replace(invite, seen=True)), ()


def _join(mine: Mine, command: Join, now: datetime, token: str) -> Told | Refused:
    invite = invite_of(mine, command.invite)
    refused = refused_link(mine, invite, now)
    if refused is not None or invite is None:
        return refused or Refused(Reason.LINK_GONE)
    me = mine.me.id
    pair = _made(mine, invite, now, token)
    door = mine.me.door or ("mentor" if invite.role == "mentor" else "learn")
    used = replace(invite, state=InviteState.JOINED, opener=me, seen=True, asked="", answer="")
    joined = with_pair(replace(with_invite(mine, used), me=replace(mine.me, door=door)), pair)
    return _settled(joined, invite.role, now), (Fact(invite.inviter, "joined", pair.id),)


def _settled(mine: Mine, role: Role, now: datetime) -> Mine:
    """After a pair was made: no link of one's own stands open that would make one pair too many."""
    if role == "mentor":
        return _within(mine, places(mine), now) if mine.me.capacity else mine
    return revoked(mine)


def _made(mine: Mine, invite: Invite, now: datetime, token: str) -> Pair:
    """The pair that comes of a link: a new one, or the one that stood without the mentor until now."""
    me, name, letter = mine.me.id, mine.me.name, invite.letter
    if invite.role == "mentee":
        return Pair(token, me, invite.inviter, now, name, letter.name)
    waiting = next((one for one in mine.pairs if waits_for(one, invite)), None)
    if waiting is None:
        return Pair(token, invite.inviter, me, now, letter.name, name, invite.subject)
    joined = replace(waiting, mentor=me, mentor_name=name, mentee_name=letter.name, verified=True)
    return replace(joined, version=waiting.version + 1)


def _not_now(mine: Mine, command: NotNow, now: datetime, _: str) -> Told | Refused:
    invite = invite_of(mine, command.invite)
    if invite is None or invite.inviter == mine.me.id or not is_open(invite, now):
        return Refused(Reason.LINK_GONE)
    answered = replace(invite, state=InviteState.NOT_NOW, opener=None, seen=True, asked="", answer="")
    return with_invite(mine, answered), (Fact(invite.inviter, "not_now", invite.subject),)


def _want_to_know(mine: Mine, command: WantToKnow, now: datetime, _: str) -> Told | Refused:
    invite = invite_of(mine, command.invite)
    refused = refused_link(mine, invite, now)
    if refused is not None or invite is None:
        return refused or Refused(Reason.LINK_GONE)
    if command.question not in QUESTIONS:
        return Refused(Reason.UNKNOWN_CHOICE)
    asked = replace(invite, opener=mine.me.id, seen=True, asked=command.question, answer="")
    return with_invite(mine, asked), (Fact(invite.inviter, "asks_more", invite.key),)


def _tell_more(mine: Mine, command: TellMore, now: datetime, _: str) -> Told | Refused:
    invite = invite_of(mine, command.invite)
    if invite is None or invite.inviter != mine.me.id or not is_open(invite, now):
        return Refused(Reason.LINK_GONE)
    if invite.opener is None or not command.answer.strip():
        return Refused(Reason.LINK_GONE)
    told = replace(invite, answer=command.answer.strip())
    return with_invite(mine, told), (Fact(invite.opener, "answered", invite.key),)


def _take_news(mine: Mine, command: TakeNews, now: datetime, _: str) -> Told:
    """Kept until it may be told. Whoever was invited and is not willing is no candidate any more.

    What this release does not know is not kept: there would be no words for it.
    """
    if command.kind not in FACTS:
        return mine, ()
    news = News(command.kind, command.about, now)
    if command.kind == "not_now":
        mine = _declined(mine, command.about, now)
    return replace(mine, me=replace(mine.me, news=(*mine.me.news, news))), ()


def _declined(mine: Mine, subject: str, now: datetime) -> Mine:
    search = mine.search
    one = candidate(search, subject)
    if search is None or one is None or one.standing is not Standing.AGREED:
        return mine
    if as_mentee(mine.pairs, mine.me.id):
        return mine  # a pair that stands without the bot goes on without it
    mine = revoked(mine)
    ask = replace(one.ask, outcome="no", reason="unsaid") if one.ask is not None else None
    closed = replace(one, standing=Standing.DECLINED, closed=now, ask=ask)
    return replace(mine, search=replace(having(search, closed), version=search.version + 1))


def _heard(mine: Mine, _: NewsHeard, now: datetime, __: str) -> Told:
    return replace(mine, me=replace(mine.me, news=(), news_told=now)), ()


def _set_mentor(mine: Mine, command: SetMentor, now: datetime, _: str) -> Told | Refused:
    if not command.name.strip():
        return Refused(Reason.NAME_MISSING)
    if command.capacity not in CAPACITIES:
        return Refused(Reason.UNKNOWN_CHOICE)
    me = replace(mine.me, name=command.name.strip(), capacity=command.capacity)
    after = named(replace(mine, me=me))
    return _within(after, places(after), now), ()


TOGETHER: Mapping[type, Callable[[Mine, Any, datetime, str], Told | Refused]] = {
    MakeInvite: _make,
    GoWithoutBot: _without_bot,
    OpenLink: _open,
    Join: _join,
    NotNow: _not_now,
    WantToKnow: _want_to_know,
    TellMore: _tell_more,
    TakeNews: _take_news,
    NewsHeard: _heard,
    SetMentor: _set_mentor,
}
