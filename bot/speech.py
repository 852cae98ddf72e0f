"""What shall be said, in the reader's language: neutral bodies for the outbox, free of any Bot API."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal
from urllib.parse import quote
from zoneinfo import ZoneInfo

from bot.dialogue.answers import Label, Labelled, Phrase, Value
from bot.dialogue.events import Button, Effect, File, Leave, Menu, Part, Retick, Say, Taken, Toast
from bot.mentorship.person import Person
from prompts.catalog import Catalog
from prompts.markup import plain

ROW_WIDTH = 34
"""Characters of labels that a narrow phone shows in one row."""
ROW_MOST = 3
TICK = "✓ "

SHARE = "https://wa.me/?text="
"""Opens WhatsApp with a text that the person sends to whom they choose."""
LONGEST_LINK = 2000

Body = dict[str, Any]
Kind = Literal["hint", "message", "file"]
MENU: Mapping[str, tuple[tuple[str, str], ...]] = {
    "id": (
        ("status", "status"),
        ("menu", "menu"),
        ("jeda", "pause"),
        ("bantuan", "help"),
        ("berhenti", "stop"),
    ),
    "en": (("status", "status"), ("menu", "menu"), ("pause", "pause"), ("help", "help"), ("stop", "stop")),
}
"""The five commands in the menu: what each is called, and the prompt that tells what it does."""

ORDER: tuple[Kind, ...] = ("hint", "file", "message")
"""Files stand above the message, so that the question with its buttons is the last thing on the phone."""


@dataclass(frozen=True)
class Voice:
    """The catalogue, and how one reader is spoken to."""

    catalog: Catalog
    language: str
    zone: ZoneInfo

    def part(self, part: Part) -> str:
        """One paragraph as Telegram HTML."""
        return self.catalog.render(self.language, part.prompt, self.values(part.values), self.zone).html

    def label(self, label: Label, values: Mapping[str, Value]) -> str:
        """A button's label."""
        match label:
            case Labelled(prompt, id):
                return self.catalog.label(self.language, prompt, id, self.values(values), self.zone)
            case Phrase(key):
                return capitalised(self.catalog.phrase(self.language, key))
            case str():
                return label

    def values(self, values: Mapping[str, Value]) -> dict[str, Any]:
        """A prompt's values with every wording looked up."""
        return {name: self.value(value) for name, value in values.items()}

    def value(self, value: Value) -> Any:
        """One value with every wording in it looked up."""
        match value:
            case Phrase(key):
                return self.catalog.phrase(self.language, key)
            case Labelled():
                return self.label(value, {})
            case Part():
                return plain(self.part(value))
            case tuple() | list():
                return [self.value(one) for one in value]
            case Mapping():
                return self.values(value)
            case _:
                return value


def voice_for(catalog: Catalog, me: Person) -> Voice:
    """How this person is spoken to."""
    return Voice(catalog, me.language, ZoneInfo(me.zone))


def spoken(voice: Voice, effects: Sequence[Effect[Any]]) -> list[tuple[Kind, Body]]:
    """All that is to be delivered, in order; what is only nice to see comes last."""
    told = sorted((effect for effect in effects if type(effect) in SPOKEN), key=_place)
    return [(SPOKEN[type(effect)][0], SPOKEN[type(effect)][1](voice, effect)) for effect in told]


def _place(effect: Effect[Any]) -> tuple[int, bool]:
    return ORDER.index(SPOKEN[type(effect)][0]), isinstance(effect, Taken)


def apology(voice: Voice) -> Body:
    """What a person hears once when a turn of theirs could not be taken."""
    return say(voice, Say((Part("engine/apology"),)))


def commands(catalog: Catalog, language: str) -> list[Body]:
    """The menu of commands, each with what it does."""
    return [
        {"command": name, "description": plain(catalog.render(language, f"bot/command_{key}", {}).html)}
        for name, key in MENU[language]
    ]


def menu(voice: Voice, _what: Menu) -> Body:
    """The menu of commands for one chat."""
    return {"do": "menu", "commands": commands(voice.catalog, voice.language)}


def leave(_voice: Voice, _what: Leave) -> Body:
    """Leave the chat."""
    return {"do": "leave"}


def say(voice: Voice, what: Say) -> Body:
    """A message: its paragraphs, and its buttons in rows."""
    html = "\n\n".join(text for part in what.parts if (text := voice.part(part)))
    return {"do": "say", "html": html, "rows": rows(voice, what.buttons)}


def toast(voice: Voice, what: Toast) -> Body:
    """The answer to a press; without words it only ends the waiting."""
    return {"do": "toast", "query": what.query, "text": voice.part(what.part) if what.part else ""}


def retick(voice: Voice, what: Retick | Taken) -> Body:
    """New buttons under a message."""
    return {"do": "retick", "message": what.message, "rows": rows(voice, what.buttons)}


def file(voice: Voice, what: File) -> Body:
    """A file's recipe with everything it needs in the reader's language, as JSON."""
    values = {name: _plain(voice, value) for name, value in what.values.items()}
    caption = voice.part(what.caption) if what.caption else ""
    return {
        "do": "file",
        "recipe": what.recipe,
        "values": values,
        "caption": caption,
        "language": voice.language,
    }


def rows(voice: Voice, buttons: tuple[Button, ...]) -> list[list[Body]]:
    """Buttons in rows: short ones side by side (a row's buttons are equally wide), the engine's own apart."""
    packed: list[list[Body]] = []
    room = False
    for button in buttons:
        made = _button(voice, button)
        if not room or button.apart or not _fits(packed[-1], made):
            packed.append([])
        packed[-1].append(made)
        room = not button.apart
    return packed


def _fits(row: list[Body], button: Body) -> bool:
    longest = max(len(one["label"]) for one in (*row, button))
    return len(row) < ROW_MOST and longest * (len(row) + 1) <= ROW_WIDTH


def _button(voice: Voice, button: Button) -> Body:
    label = voice.label(button.label, button.values)
    made: Body = {"label": f"{TICK}{label}" if button.ticked else label}
    if button.share is not None:
        return {**made, "link": f"{SHARE}{quote(plain(voice.part(button.share)))}"}
    if button.link:
        return {**made, "link": button.link}
    return {**made, "data": button.data}


def _plain(voice: Voice, value: Value) -> Any:
    """A value as JSON, in the reader's language; moments and days in ISO."""
    match value:
        case date() | time():
            return value.isoformat()
        case Mapping():
            return {name: _plain(voice, one) for name, one in value.items()}
        case tuple() | list():
            return [_plain(voice, one) for one in value]
        case _:
            return voice.value(value)


def capitalised(text: str) -> str:
    """A wording as a label: it begins with a capital letter."""
    return text[:1].upper() + text[1:]


SPOKEN: Mapping[type, tuple[Kind, Callable[[Voice, Any], Body]]] = {
    Toast: ("hint", toast),
    Say: ("message", say),
    Retick: ("message", retick),
    Taken: ("message", retick),
    Menu: ("hint", menu),
    Leave: ("message", leave),
    File: ("file", file),
}
"""Which queue an effect goes to, and how it is put; the others are no words."""
