"""/menu and what lies behind it: help as questions to tap, settings, pause, stop, privacy."""

from __future__ import annotations

from datetime import time, timedelta

from bot.dialogue.book import Card
from bot.dialogue.events import Button, Fresh
from bot.flows.road import data
from bot.flows.world import TheMove, World, card_button, said
from bot.flows.zone import ZONES
from bot.mentorship.commands import (
    PauseReminders,
    ResumeReminders,
    SetHours,
    SetZone,
    StopReminders,
)
from bot.mentorship.gates import StepKind, may
from bot.mentorship.search import active

TOPICS = ("goal_first", "why_not_ask", "phases", "cost", "who_reads", "mdrt", "human")
PAUSES = (7, 14, 30)
HOURS = {"20-08": (20, 8), "11-08": (11, 8), "17-13": (17, 13), "21-18": (21, 18)}


def menu(world: World, _argument: str, _fresh: Fresh) -> TheMove:
    """Everything there is, in one card; what the order does not allow yet is left out."""
    ids = ["resume", "status", "goal"]
    ids += ["criteria"] if may(world.search, StepKind.CRITERIA) is None else []
    ids += ["shortlist"] if world.search is not None and active(world.search) else []
    ids += ["pause", "settings", "privacy", "help"]
    where = {"resume": "again::0", "goal": data(world, "goal", ""), "criteria": data(world, "criteria", "")}
    buttons = tuple(card_button("menu/menu", id, where.get(id, f"{id}::0")) for id in ids)
    return TheMove(say=(said("menu/menu"),), buttons=buttons)


def help_card(world: World, topic: str, _fresh: Fresh) -> TheMove:
    """One answer and back to the question; or the questions to tap."""
    if topic in TOPICS:
        values = {"programme": world.programme.name, "link": world.programme.link}
        return TheMove(say=(said(f"help/{topic}", values),), again=True)
    buttons = tuple(card_button("help/topics", id, f"help:{id}:0") for id in TOPICS)
    return TheMove(say=(said("help/topics"),), buttons=buttons)


def settings(_world: World, _argument: str, _fresh: Fresh) -> TheMove:
    """Hours, zone, language."""
    buttons = tuple(card_button("settings/settings", id, f"{id}::0") for id in ("hours", "zone", "language"))
    return TheMove(say=(said("settings/settings"),), buttons=buttons)


def hours(world: World, card: Card, _fresh: Fresh) -> TheMove:
    """When the bot may write of its own accord."""
    if card.subject in HOURS:
        quiet_from, quiet_to = (time(hour) for hour in HOURS[card.subject])
        return TheMove(do=(SetHours(quiet_from, quiet_to),), say=(said("settings/hours_set"),), again=True)
    now = {"quiet_from": world.me.hours.quiet_from.hour, "quiet_to": world.me.hours.quiet_to.hour}
    buttons = tuple(card_button("settings/hours", id, f"hours:{id}:0") for id in HOURS)
    return TheMove(say=(said("settings/hours", now),), buttons=buttons)


def zone(world: World, card: Card, _fresh: Fresh) -> TheMove:
    """Where the person's clock is."""
    if card.subject == "other":
        return TheMove(open=("zone", ""))
    if card.subject in ZONES:
        return TheMove(do=(SetZone(ZONES[card.subject]),), say=(said("settings/zone_set"),), again=True)
    buttons = tuple(card_button("settings/zone", id, f"zone:{id}:0") for id in (*ZONES, "other"))
    return TheMove(say=(said("settings/zone", {"zone": world.me.zone}),), buttons=buttons)


def pause(world: World, card: Card, fresh: Fresh) -> TheMove:
    """Reminders rest for some days; all else works on."""
    if not card.subject.isdecimal() or int(card.subject) not in PAUSES:
        return pause_card(world, "", fresh)
    until = fresh.now + timedelta(days=int(card.subject))
    return TheMove(
        do=(PauseReminders(until),), say=(said("pause/paused", {"until": until}),), buttons=_awake()
    )


def pause_card(_world: World, _argument: str, _fresh: Fresh) -> TheMove:
    """How long; or other hours; or stop."""
    days = tuple(card_button("pause/pause", f"days{days}", f"pause:{days}:0") for days in PAUSES)
    others = (card_button("pause/pause", "hours", "hours::0"), card_button("pause/pause", "stop", "stop::0"))
    return TheMove(say=(said("pause/pause"),), buttons=(*days, *others))


def resume(world: World, _argument: str, _fresh: Fresh) -> TheMove:
    """Reminders again, and back to where one was."""
    resting = world.me.stopped or world.me.paused_until is not None or world.me.contact.silent
    if not resting and not world.me.in_care:
        return TheMove(again=True)
    return TheMove(do=(ResumeReminders(),), say=(said("pause/resumed"),), again=True)


def stop(_world: World, _argument: str, _fresh: Fresh) -> TheMove:
    """At once, without a question back; then, for whoever wants it, leaving altogether."""
    leave = card_button("pause/stopped", "leave", "erase::0")
    return TheMove(do=(StopReminders(),), say=(said("pause/stopped"),), buttons=(*_awake(), leave))


def _awake() -> tuple[Button, ...]:
    return (card_button("pause/paused", "resume", "resume::0"),)
