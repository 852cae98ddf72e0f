"""Words as the question on the floor takes them: a typed label is a press on it, a date is a date."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.dialogue.answers import Dated, Day
from bot.dialogue.book import Turn
from bot.dialogue.desk import Desk
from bot.dialogue.events import Edited, Event, Fresh, Said
from bot.dialogue.question import answered_by, by_choice, on_floor
from bot.flows.book import BOOK
from bot.flows.world import World
from bot.mentorship.inviting import Fact
from bot.speech import voice_for
from bot.understanding import read_when, typed_choice
from prompts.catalog import Catalog

LONGEST_LABEL = 40
"""Longer words are nobody's typed button."""


def in_place(catalog: Catalog, world: World, desk: Desk, event: Event[Fact]) -> Event[Fact]:
    """Words as the question on the floor takes them: a typed label is a press on it, a date is a date."""
    if not isinstance(event, Said | Edited):
        return event
    if isinstance(event, Said) and desk.get(event.about) is not None:
        desk = replace(desk, floor=event.about)
    asked = on_floor(Turn(BOOK, Fresh(world.now, ""), world, desk))
    if asked is None:
        return event
    kind = answered_by(asked, event.message) if isinstance(event, Edited) else asked.step.answer
    if isinstance(kind, Day):
        event = replace(event, dated=_dated(world, event.text, kind.past))
    if not isinstance(event, Said) or len(event.text) > LONGEST_LABEL:
        return event
    voice = voice_for(catalog, world.me)
    labels = {id: voice.label(button.label, button.values) for id, button in by_choice(asked).items()}
    return replace(event, choice=typed_choice(event.text, labels)) if labels else event


def _dated(world: World, text: str, past: bool) -> Dated:
    read = read_when(text, world.now.astimezone(ZoneInfo(world.me.zone)), past)
    return Dated(read.options, read.unread)
