"""The first words: that this is a bot, in which language, and consent before anything is kept."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.book import Card
from bot.dialogue.events import (
    Button,
    Commanded,
    Due,
    Event,
    Fresh,
    Menu,
    Order,
    Part,
    Pressed,
    Reached,
    Said,
    Told,
)
from bot.flows.road import doors
from bot.flows.world import TheMove, World, card_button, said
from bot.mentorship.apply import Fact
from bot.mentorship.commands import AgreeToTerms, ChooseDoor, MarkReachable, SetLanguage

CONSENT_VERSION = "2026-11"
"""Of the text in `start/consent`. A new text gets a new version; the old agreements keep theirs."""

LANGUAGES = ("id", "en")


def before_consent(world: World, event: Event[Fact], fresh: Fresh) -> TheMove | None:
    """All that is possible before consent: read, choose a language, agree, or leave it."""
    match event:
        case Pressed(data) if data.startswith(("agree:", "language:", "privacy:")):
            return None
        case Commanded("privacy" | "language"):
            return None
        case Commanded("stop") | Said(acts=(Order("stop"), *_)):
            return TheMove(say=(said("start/nothing_kept"),), buttons=_welcome_buttons(world))
        case Reached(reachable):
            return TheMove(do=(MarkReachable(reachable),))
        case Due() | Told():
            return TheMove()
        case Commanded("start", argument) if argument:
            return welcome(world, fresh, said("start/unknown_link"))
        case _:
            return welcome(world, fresh)


def welcome(world: World, _fresh: Fresh, *above: Part) -> TheMove:
    """Who is speaking, and the three lines of consent."""
    return TheMove(
        say=(*above, said("start/welcome"), said("start/consent", {"programme": world.programme.name})),
        buttons=_welcome_buttons(world),
    )


def _welcome_buttons(world: World) -> tuple[Button, ...]:
    other = "en" if world.me.language == "id" else "id"
    return (
        card_button("start/welcome", "agree", f"agree:{CONSENT_VERSION}:0"),
        card_button("start/welcome", "other_language", f"language:{other}:0"),
        card_button("start/welcome", "privacy", "privacy::0"),
    )


def agree(world: World, card: Card, fresh: Fresh) -> TheMove:
    """The tap that starts it all; for the text that is in force only."""
    if world.me.consent is not None:
        return TheMove(again=True)
    if card.subject != CONSENT_VERSION:
        return welcome(world, fresh, said("start/consent_changed"))
    choice = doors(world)
    return TheMove(do=(AgreeToTerms(CONSENT_VERSION),), say=choice.say, buttons=choice.buttons)


def door(world: World, card: Card, _fresh: Fresh) -> TheMove:
    """One of the three doors; learning starts at once with the goal."""
    choose = ChooseDoor(card.subject)
    if card.subject != "learn":
        learn = card_button("door/doors", "learn", "door:learn:0")
        return TheMove(do=(choose,), say=(said(f"door/{card.subject}"),), buttons=(learn,))
    if world.search is not None and world.search.goal is not None:
        return TheMove(do=(choose,), again=True)
    return TheMove(do=(choose,), say=(said("door/learn"),), open=("goal", ""))


def start(_world: World, argument: str, _fresh: Fresh) -> TheMove:
    """/start of somebody who is here already: back to where they were."""
    if argument:
        return TheMove(say=(said("start/unknown_link"),), again=True)
    return TheMove(say=(said("start/again"),), again=True)


def language(world: World, card: Card, fresh: Fresh) -> TheMove:
    """The choice of language, or the language chosen."""
    if card.subject not in LANGUAGES:
        return choose_language(world, "", fresh)
    if world.me.consent is None:
        shown = welcome(replace(world, me=replace(world.me, language=card.subject)), fresh)
        return replace(shown, do=(SetLanguage(card.subject),), effects=(Menu(),))
    chosen = SetLanguage(card.subject)
    return TheMove(do=(chosen,), say=(said("settings/language_set"),), again=True, effects=(Menu(),))


def choose_language(_world: World, _argument: str, _fresh: Fresh) -> TheMove:
    """The two languages to tap."""
    buttons = tuple(card_button("settings/language", id, f"language:{id}:0") for id in LANGUAGES)
    return TheMove(say=(said("settings/language"),), buttons=buttons)
