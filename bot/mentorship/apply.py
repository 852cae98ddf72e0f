"""The only way anything changes in the domain: a command is applied, or refused and nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.mentorship.commands import (
    AgreeToTerms,
    ChooseDoor,
    Command,
    EnterCare,
    EraseMe,
    LeaveCare,
    MarkReachable,
    PauseReminders,
    Reason,
    Refused,
    ResumeReminders,
    SetHours,
    SetLanguage,
    SetZone,
    StopReminders,
)
from bot.mentorship.person import DOORS, Consent, Hours, Person
from bot.mentorship.search import Search
from bot.mentorship.searching import ROAD, When, pursue


@dataclass(frozen=True)
class Fact:
    """What happened and concerns somebody else: `to` is that person's id, `kind` a released name."""

    to: int
    kind: str


@dataclass(frozen=True)
class Applied:
    """The person and their search after a command, and what is to be told to others.

    The search is None before the first word about a goal, and after the person left.
    """

    me: Person
    search: Search | None
    facts: tuple[Fact, ...] = ()


def apply(
    me: Person, search: Search | None, command: Command, now: datetime, token: str
) -> Applied | Refused:
    """What `command` makes of this person and their search.

    `now` is aware and in UTC. A search that begins here gets `token` as its id.
    """
    if me.consent is None and type(command) in NOTHING_TO_STOP:
        return Applied(me, search)
    if me.consent is None and type(command) not in BEFORE_CONSENT:
        return Refused(Reason.CONSENT_FIRST)
    if type(command) is EraseMe:
        return Applied(Person(id=me.id, language=me.language), None)
    if type(command) in ROAD:
        begun = search or Search(id=token, person=me.id)
        pursued = pursue(begun, command, When(now, now.astimezone(ZoneInfo(me.zone)).date()))
        if isinstance(pursued, Refused):
            return pursued
        return Applied(me, replace(pursued, version=begun.version + 1))
    settled = SETTLE[type(command)](me, command, now)
    return settled if isinstance(settled, Refused) else Applied(settled, search)


def _agree(me: Person, command: AgreeToTerms, now: datetime) -> Person:
    return replace(me, consent=Consent(command.version, now))


def _choose_door(me: Person, command: ChooseDoor, _: datetime) -> Person | Refused:
    return replace(me, door=command.door) if command.door in DOORS else Refused(Reason.UNKNOWN_CHOICE)


def _set_language(me: Person, command: SetLanguage, _: datetime) -> Person:
    return replace(me, language=command.language)


def _set_zone(me: Person, command: SetZone, _: datetime) -> Person | Refused:
    try:
        ZoneInfo(command.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A name that is a folder of the zone data, or not a path at all, fails in other ways.
        return Refused(Reason.UNKNOWN_ZONE)
    return replace(me, zone=command.zone)


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


BEFORE_CONSENT = frozenset({AgreeToTerms, SetLanguage, EraseMe})
NOTHING_TO_STOP = frozenset({StopReminders, EnterCare, LeaveCare, MarkReachable})
"""Before consent the bot starts nothing: these are never refused, and there is nothing to store either."""

SETTLE: Mapping[type, Callable[[Person, Any, datetime], Person | Refused]] = {
    AgreeToTerms: _agree,
    ChooseDoor: _choose_door,
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
