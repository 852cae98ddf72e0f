"""A claimed row as an event: parsed, cleaned, and with the acts read in its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from bot.dialogue.events import Commanded, Due, Edited, Event, Pressed, Reached, Said, Told
from bot.mentorship.invite import key_of
from bot.mentorship.inviting import Fact
from bot.understanding import read, visible
from storage.claims import Claimed


class Arrived(Protocol):
    """What the door makes of an update: the event, the language of the person's app, and their first name."""

    @property
    def event(self) -> Event[Any]: ...

    @property
    def language_code(self) -> str: ...

    @property
    def name(self) -> str: ...


Arrive = Callable[[Mapping[str, Any]], Arrived | None]


@dataclass(frozen=True)
class Heard:
    """A claimed row and what it means; `event` is None where nobody waits for an answer."""

    row: Claimed
    event: Event[Fact] | None
    language_code: str = ""
    name: str = ""
    """What Telegram calls the person; offered where a name is asked, and not kept."""

    @property
    def held(self) -> str:
        """The key of the link that this is about: opened, answered, or told of; empty for none."""
        match self.event:
            case Commanded("start", argument) if argument:
                return key_of(argument)
            case Pressed(data) if data.startswith(LINK):
                return data.split(":")[1].partition(".")[0]
            case Told(fact):
                return fact.about
        return ""


LINK = "link."
"""How the verbs of all cards about a link begin; their subject begins with its key."""


def hear(row: Claimed, arrive: Arrive) -> Heard:
    """What a row means for the dialogue. Raises whatever an update of an unknown shape makes it raise."""
    body = row.body
    match row.kind:
        case "due":
            return Heard(row, Due(body["subject"], body["kind"], body["occurrence"], late=body["late"]))
        case "fact":
            return Heard(row, Told(Fact(row.chat, body["kind"], body["about"])))
        case "undelivered":
            return Heard(row, Reached(reachable=False))
        case _:
            return _update(row, arrive)


def _update(row: Claimed, arrive: Arrive) -> Heard:
    arrived = arrive(row.body)
    if arrived is None:
        return Heard(row, None)
    event = arrived.event
    if isinstance(event, Said | Edited):
        text = visible(event.text)
        event = replace(event, text=text, acts=read(text))
    return Heard(row, event, arrived.language_code, arrived.name)
