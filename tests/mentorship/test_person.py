"""Consent first, and what a person settles about being written to."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

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
from bot.mentorship.invite import Letter
from bot.mentorship.pair_commands import Join, MakeInvite, SetMentor, TakeNews
from bot.mentorship.person import Consent, Hours, Person
from bot.mentorship.refused import Reason
from bot.mentorship.search_commands import EraseSearch, NoteName, SetGoal
from tests.mentorship.ground import MONDAY
from tests.mentorship.scenario import (
    FACT_FINDING,
    Somebody,
    ready_to_ask,
)

STRANGER = Person(id=7)


def stranger() -> Somebody:
    return Somebody(me=STRANGER)


# Consent


@pytest.mark.parametrize(
    "command",
    [
        ChooseDoor("learn"),
        SetName("Sari"),
        SetGoal(FACT_FINDING),
        NoteName("Bu Rina"),
        SetZone("Asia/Makassar"),
        SetMentor("Budi", 2),
        MakeInvite("mentee", "", Letter("Budi")),
        Join("abc"),
        TakeNews("joined", "t1"),
        EraseSearch(),
    ],
)
def test_nothing_is_kept_before_consent(command: Command) -> None:
    someone = stranger()
    assert someone.wants(command) is Reason.CONSENT_FIRST
    assert (someone.me, someone.search) == (STRANGER, None)


@pytest.mark.parametrize("command", [StopReminders(), EnterCare(), LeaveCare()])
def test_a_stop_is_never_refused_and_before_consent_there_is_nothing_to_store(command: Command) -> None:
    someone = stranger()
    assert someone.wants(command) is None
    assert someone.me == STRANGER


def test_the_language_may_be_chosen_before_consent() -> None:
    assert stranger().does(SetLanguage("en")).me == replace(STRANGER, language="en")


def test_consent_is_recorded_with_its_version_and_time() -> None:
    assert stranger().does(AgreeToTerms("2")).me.consent == Consent("2", MONDAY)


def test_leaving_keeps_the_language_and_nothing_else() -> None:
    gone = ready_to_ask().does(SetLanguage("en"), EraseMe())
    assert (gone.me, gone.search) == (Person(id=7, language="en"), None)


# What a person settles about being written to


def test_settings_are_kept() -> None:
    mentee = Somebody().does(ChooseDoor("pair"), SetZone("Asia/Jayapura"), SetHours(time(22), time(6)))
    assert (mentee.me.door, mentee.me.zone) == ("pair", "Asia/Jayapura")
    assert mentee.me.hours == Hours(time(22), time(6))


@pytest.mark.parametrize("zone", ["Asia/Bandung", "Asia", "", "../../etc/passwd", "/etc", "\0"])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    assert Somebody().wants(SetZone(zone)) is Reason.UNKNOWN_ZONE


def test_a_name_is_kept_as_it_shall_be_read_and_not_without_a_letter() -> None:
    mentee = Somebody().does(SetName(" Sari Dewi "))
    assert mentee.wants(SetName("  ")) is Reason.NAME_MISSING
    assert mentee.me.name == "Sari Dewi"


def test_a_door_that_is_none_is_refused() -> None:
    assert Somebody().wants(ChooseDoor("cellar")) is Reason.UNKNOWN_CHOICE


def test_a_pause_lies_ahead() -> None:
    mentee = Somebody()
    assert mentee.wants(PauseReminders(MONDAY)) is Reason.PAUSE_IN_PAST
    assert mentee.does(PauseReminders(MONDAY + timedelta(days=7))).me.paused_until is not None


def test_asking_for_reminders_ends_a_pause_a_stop_and_care() -> None:
    untouched = Somebody().me
    mentee = Somebody().does(PauseReminders(MONDAY + timedelta(days=7)), StopReminders(), EnterCare())
    assert mentee.me.stopped
    assert mentee.me.in_care
    assert mentee.does(ResumeReminders()).me == untouched


def test_going_on_after_a_crisis_card_ends_care() -> None:
    assert not Somebody().does(EnterCare(), LeaveCare()).me.in_care


def test_somebody_who_blocked_the_bot_is_known_to_be_out_of_reach_until_they_are_back() -> None:
    blocked = Somebody().does(MarkReachable(False))
    assert not blocked.me.reachable
    assert blocked.does(MarkReachable(True)).me == Somebody().me
