"""The only way anything changes in the domain: a command is applied, or refused and nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.mentorship.calendar import When
from bot.mentorship.commands import (
    AgreeToTerms,
    ChooseDoor,
    Command,
    EnterCare,
    EraseMe,
    LeaveCare,
    MarkReachable,
    PauseReminders,
    ResumeReminders,
    SetHours,
    SetLanguage,
    SetName,
    SetZone,
    StopReminders,
)
from bot.mentorship.inviting import TOGETHER, Fact, revoked, take_part
from bot.mentorship.mine import Mine, named, with_pair
from bot.mentorship.pair import as_mentee
from bot.mentorship.pair_commands import NotNow, OpenLink, WantToKnow
from bot.mentorship.person import DOORS, Consent, Hours, Person
from bot.mentorship.refused import Reason, Refused
from bot.mentorship.search import Search, Standing
from bot.mentorship.search_commands import (
    BookTalk,
    EraseSearch,
    ForgetCandidate,
    OpenAsk,
    RecordOutcome,
    SetAside,
)
from bot.mentorship.searching import ROAD, pursue


@dataclass(frozen=True)
class Applied:
    """What one person may see and change, after a command, and what is to be told to others."""

    mine: Mine
    facts: tuple[Fact, ...] = ()


def apply(mine: Mine, command: Command, now: datetime, token: str) -> Applied | Refused:
    """What `command` makes of this person, their search, links and pairs.

    `now` is aware and in UTC. A search, a link or a pair that begins here is made from `token`.
    """
    me = mine.me
    if me.consent is None and type(command) in NOTHING_TO_STOP:
        return Applied(mine)
    if me.consent is None and type(command) not in BEFORE_CONSENT:
        return Refused(Reason.CONSENT_FIRST)
    if type(command) is EraseMe:
        return Applied(Mine(Person(id=me.id, language=me.language)))
    if type(command) is EraseSearch:
        return Applied(_without_search(mine))
    if type(command) in TOGETHER:
        told = take_part(mine, command, now, token)
        return told if isinstance(told, Refused) else Applied(*told)
    if type(command) in ROAD:
        return _pursued(mine, command, now, token)
    settled = SETTLE[type(command)](me, command, now)
    if isinstance(settled, Refused):
        return settled
    after = replace(mine, me=settled)
    return Applied(named(after) if type(command) is SetName else after)


def _pursued(mine: Mine, command: Command, now: datetime, token: str) -> Applied | Refused:
    """A step of the search. What led to a pair is not taken back; a link to nobody who agreed is revoked."""
    me = mine.me
    begun = mine.search or Search(id=token, person=me.id)
    if isinstance(command, SetAside | RecordOutcome | ForgetCandidate) and _paired(mine, command.candidate):
        return Refused(Reason.PAIRED_ALREADY)
    pursued = pursue(begun, command, When(now, now.astimezone(ZoneInfo(me.zone)).date()))
    if isinstance(pursued, Refused):
        return pursued
    if isinstance(command, OpenAsk):
        me = replace(me, name=command.name.strip())
    if isinstance(command, BookTalk) and command.zone:
        there = _set_zone(me, SetZone(command.zone), now)
        if isinstance(there, Refused):
            return there
        me = there
    after = replace(mine, me=me, search=replace(pursued, version=begun.version + 1))
    agreed = {one.id for one in pursued.candidates if one.standing is Standing.AGREED}
    return Applied(revoked(after, agreed))


def _paired(mine: Mine, candidate: str) -> bool:
    return any(pair.candidate == candidate for pair in as_mentee(mine.pairs, mine.me.id))


def _without_search(mine: Mine) -> Mine:
    """The pair of whoever was found in it goes on; a new search gives the same ids to other people."""
    mine = revoked(mine)
    for pair in as_mentee(mine.pairs, mine.me.id):
        mine = with_pair(mine, replace(pair, candidate="", version=pair.version + 1))
    return replace(mine, search=None)


def _agree(me: Person, command: AgreeToTerms, now: datetime) -> Person:
    return replace(me, consent=Consent(command.version, now))


def _choose_door(me: Person, command: ChooseDoor, _: datetime) -> Person | Refused:
    return replace(me, door=command.door) if command.door in DOORS else Refused(Reason.UNKNOWN_CHOICE)


def _set_name(me: Person, command: SetName, _: datetime) -> Person | Refused:
    name = command.name.strip()
    return replace(me, name=name) if name else Refused(Reason.NAME_MISSING)


def _set_language(me: Person, command: SetLanguage, _: datetime) -> Person:
    return replace(me, language=command.language)


def _set_zone(me: Person, command: SetZone, _: datetime) -> Person | Refused:
    try:
        ZoneInfo(command.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A name that is a folder of the zone data, or not a path at all, fails in other ways.
        return Refused(Reason.UNKNOWN_ZONE)
    return replace(me, zone=command.zone, zone_known=True)


def _set_hours(me: Person, command: SetHours, _: datetime) -> Person:
    return replace(me, hours=Hours(command.quiet_from, command.quiet_to))


def _pause(me: Person, command: PauseReminders, now: datetime) -> Person | Refused:
    if command.until <= now:
        return Refused(Reason.PAUSE_IN_PAST)
    return replace(me, paused_until=command.until, stopped=False)


def _stop(me: Person, _: StopReminders, __: datetime) -> Person:
    return replace(me, stopped=True, paused_until=None)


def _resume(me: Person, _: ResumeReminders, __: datetime) -> Person:
    awake = replace(me.contact, silent=False)
    return replace(me, stopped=False, paused_until=None, in_care=False, contact=awake)


def _enter_care(me: Person, _: EnterCare, __: datetime) -> Person:
    return replace(me, in_care=True)


def _leave_care(me: Person, _: LeaveCare, __: datetime) -> Person:
    return replace(me, in_care=False)


def _reachable(me: Person, command: MarkReachable, _: datetime) -> Person:
    return replace(me, reachable=command.reachable)


BEFORE_CONSENT = frozenset({AgreeToTerms, SetLanguage, EraseMe, OpenLink, NotNow, WantToKnow})
NOTHING_TO_STOP = frozenset({StopReminders, EnterCare, LeaveCare, MarkReachable})
"""Before consent the bot starts nothing: these are never refused, and there is nothing to store either."""

SETTLE: Mapping[type, Callable[[Person, Any, datetime], Person | Refused]] = {
    AgreeToTerms: _agree,
    ChooseDoor: _choose_door,
    SetName: _set_name,
    SetLanguage: _set_language,
    SetZone: _set_zone,
    SetHours: _set_hours,
    PauseReminders: _pause,
    StopReminders: _stop,
    ResumeReminders: _resume,
    EnterCare: _enter_care,
    LeaveCare: _leave_care,
    MarkReachable: _reachable,
}
