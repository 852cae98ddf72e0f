"""The toy's domain: a table for two, what its guests may wish, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from bot.dialogue.book import Applied
from bot.dialogue.events import Fresh, Part, Tell

CANTEEN = {"soup": "Soup", "rice": "Rice", "lobster": "Lobster"}
"""The dishes of the day; the lobster is refused when it is ordered."""


@dataclass(frozen=True)
class Order:
    """What is to be brought."""

    dish: str
    extras: tuple[str, ...] = ()
    hot: str = ""
    day: str = ""
    note: str = ""


@dataclass(frozen=True)
class Lunch:
    """One guest's view of the one table."""

    me: str
    partner: str
    seated: bool = True
    version: int = 0
    order: Order | None = None
    agreed: frozenset[str] = frozenset()
    bill: str = ""
    table: str = ""
    nap: datetime | None = None
    """Until when this guest wants to hear nothing of the other."""


@dataclass(frozen=True)
class Agree:
    version: int


@dataclass(frozen=True)
class PayBill:
    who: str


@dataclass(frozen=True)
class SitDown:
    pass


@dataclass(frozen=True)
class Reserve:
    """A table for that day and hour, in ISO."""

    when: str


Wish: TypeAlias = Order | Agree | PayBill | SitDown | Reserve


@dataclass(frozen=True)
class Ordered:
    """The order at this table has a new version."""

    version: int


def number_of(name: str) -> int:
    """The guest of that name, as facts are addressed."""
    return {"Ann": 1, "Ben": 2}[name]


def apply(world: Lunch, wish: Wish, _: Fresh) -> Applied[Lunch, Ordered] | Part:
    """The table after a wish and what the partner is to hear of it, or why not."""
    match wish:
        case Order(dish="lobster"):
            return Part("refused/too_dear")
        case Order():
            changed = replace(world, order=wish, version=world.version + 1, agreed=frozenset())
            return Applied(changed, (Tell(number_of(world.partner), Ordered(changed.version)),))
        case Agree(version):
            if version != world.version:
                return Part("refused/changed")
            return Applied(replace(world, agreed=world.agreed | {world.me}))
        case PayBill(who):
            if not world.order:
                return Part("refused/nothing_ordered")
            return Applied(replace(world, bill=who))
        case SitDown():
            return Applied(replace(world, seated=True))
        case Reserve(when):
            return Applied(replace(world, table=when))
