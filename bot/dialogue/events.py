"""What comes in, and what shall come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeAlias, TypeVar

from bot.dialogue.acts import Act
from bot.dialogue.answers import Dated, Label, Value

F = TypeVar("F")


# What came in.


@dataclass(frozen=True)
class Said:
    """Typed words with the acts read in them. `choice` is the button whose label or number was typed."""

    text: str
    acts: tuple[Act, ...] = ()
    message: int = 0
    about: int | None = None
    """The conversation whose message was replied to."""
    choice: str = ""
    dated: Dated = field(default_factory=Dated)
    """The dates in the words, as the question on the floor looks for them."""


@dataclass(frozen=True)
class Pressed:
    """A button. `query` answers it, `message` is the one it hangs on."""

    data: str
    query: str = ""
    message: int = 0


@dataclass(frozen=True)
class Commanded:
    """A slash command, `start` among them, with what was written behind it."""

    name: str
    argument: str = ""


@dataclass(frozen=True)
class Edited:
    """The person changed a message that they had sent."""

    text: str
    message: int
    acts: tuple[Act, ...] = ()
    dated: Dated = field(default_factory=Dated)


@dataclass(frozen=True)
class Sent:
    """Something that is not text: `kind` is sticker, photo, voice, location, contact, poll, …"""

    kind: str


@dataclass(frozen=True)
class Due:
    """A row of the plan has fallen due; `late` where it lay past its last moment."""

    subject: str
    kind: str
    occurrence: str
    late: bool = False


@dataclass(frozen=True)
class Told(Generic[F]):
    """A fact of the domain that concerns this person."""

    fact: F


@dataclass(frozen=True)
class Reached:
    """Telegram said whether the bot can still write to this person."""

    reachable: bool


@dataclass(frozen=True)
class Elsewhere:
    """Something came from a group or a channel: the bot talks in private only."""


Event: TypeAlias = Said | Pressed | Commanded | Edited | Sent | Due | Told[F] | Reached | Elsewhere


# What shall come of it.


@dataclass(frozen=True)
class Part:
    """One paragraph of a message: a prompt and its values."""

    prompt: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Button:
    """A button of a message: `data` for a press, or a link, or a text to send."""

    label: Label
    data: str = ""
    link: str = ""
    share: Part | None = None
    """A text to send, in the person's own voice: the button opens it where they choose whom it goes to."""
    ticked: bool = False
    apart: bool = False
    """It has a row of its own."""
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Say:
    """One message to the person of this turn."""

    parts: tuple[Part, ...]
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True)
class Toast:
    """The short word that answers a press; without `part` the press is only acknowledged."""

    query: str
    part: Part | None = None


@dataclass(frozen=True)
class Retick:
    """New buttons under a message that stands already."""

    message: int
    buttons: tuple[Button, ...]


@dataclass(frozen=True)
class Taken:
    """The buttons of an answered question give way to what was taken; nice to see, and not needed."""

    message: int
    buttons: tuple[Button, ...]


@dataclass(frozen=True)
class File:
    """A document or picture, made when it is delivered; `values` are what its recipe needs, as JSON."""

    recipe: str
    values: Mapping[str, Value]
    caption: Part | None = None


@dataclass(frozen=True)
class Tell(Generic[F]):
    """A fact for another person's inbox."""

    person: int
    fact: F


@dataclass(frozen=True)
class Erase:
    """Forget this person, once the last word is on its way."""


@dataclass(frozen=True)
class Menu:
    """Show the menu of commands in this chat's language from now on."""


@dataclass(frozen=True)
class Leave:
    """Leave a group or a channel."""


Effect: TypeAlias = Say | Toast | Retick | Taken | File | Tell[F] | Erase | Menu | Leave


@dataclass(frozen=True)
class Fresh:
    """What a turn may take from outside itself: the moment, and one token that nobody can guess."""

    now: datetime
    token: str
