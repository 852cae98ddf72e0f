"""The first words: that this is a bot, in which language, and consent before anything is kept."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.acts import Order
from bot.dialogue.book import Card
from bot.dialogue.events import Button, Commanded, Due, Event, Fresh, Menu, Part, Pressed, Reached, Said, Told
from bot.flows.road import doors
from bot.flows.world import TheMove, World, card_button, said
from bot.mentorship.commands import AgreeToTerms, ChooseDoor, MarkReachable, SetLanguage
from bot.mentorship.inviting import Fact

CONSENT_VERSION = "2026-11-24"
"""Of the text in `start/consent`. A new text gets a new version; the old agreements keep theirs."""

LANGUAGES = ("id", "en")


def before_consent(world: World, event: Event[Fact], fresh: Fresh) -> TheMove | None:
    """All that is possible before consent: read, choose a language, agree, or leave it."""
    match event:
        case Pressed(data) if data.startswith(("agree:", "language:", "privacy:", "link.")):
            return None
        case Told() | Commanded("privacy" | "language"):
            return None
        case Commanded("stop") | Said(acts=(Order("stop"), *_)):
            return TheMove(say=(said("start/nothing_kept"),), buttons=_welcome_buttons(world))
        case Reached(reachable):
            return TheMove(do=(MarkReachable(reachable),))
        case Due():
            return TheMove()
        case Commanded("start", argument) if argument:
            return None
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
    if card.subject == "mentor":
        form = ("mentor", "") if not world.me.capacity else None
        return TheMove(do=(choose,), say=(said("door/mentor"),), open=form, again=form is None)
    if card.subject == "pair":
        mentor = card_button("door/pair", "mentor", "door:mentor:0")
        return TheMove(
            say=(said("door/pair"),), buttons=(card_button("door/pair", "mentee", "door:paired:0"), mentor)
        )
    return _learns(world, "pair" if card.subject == "paired" else card.subject, f"door/{card.subject}")


def _learns(world: World, door: str, prompt: str) -> TheMove:
    """Whoever learns begins with the goal, with a mentor at hand or without."""
    choose = ChooseDoor(door)
    if world.goal is not None:
        return TheMove(do=(choose,), again=True)
    return TheMove(do=(choose,), say=(said(prompt),), open=("goal", ""))


def start(_world: World, _argument: str, _fresh: Fresh) -> TheMove:
    """/start of somebody who is here already: back to where they were."""
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
