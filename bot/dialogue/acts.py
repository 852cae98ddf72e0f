"""What a person's words were understood to mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Affirm:
    """A short yes."""


@dataclass(frozen=True)
class Deny:
    """A short no."""


@dataclass(frozen=True)
class Back:
    """To the question before."""


@dataclass(frozen=True)
class Order:
    """A bare word that is a command: `stop`, `pause`, `resume`, `menu`, `status`, `help`."""

    name: str


@dataclass(frozen=True)
class Wonder:
    """A question about the bot or mentoring; `topic` names a help card, empty where none matches."""

    topic: str = ""


@dataclass(frozen=True)
class OutOfScope:
    """Something this bot does not do: `area` names a prompt under `refused/`."""

    area: str


@dataclass(frozen=True)
class Distress:
    """The safety screen's find: `crisis`, `check` or `misconduct`."""

    area: str


@dataclass(frozen=True)
class Chatter:
    """A greeting, thanks, a laugh: no answer to anything."""

    kind: str = ""


@dataclass(frozen=True)
class Meant:
    """Words that stand for the choice of that id, wherever a question offers it."""

    choice: str


Act: TypeAlias = Affirm | Deny | Back | Meant | Order | Wonder | OutOfScope | Distress | Chatter
