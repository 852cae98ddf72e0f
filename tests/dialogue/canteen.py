"""The toy's domain: a table for two, what its guests may wish, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from bot.dialogue.book import Applied
from bot.dialogue.events import Fresh, Part

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


@dataclass(frozen=True)
class Agree:
    version: int


@dataclass(frozen=True)
class PayBill:
    who: str


@dataclass(frozen=True)
class SitDown:
    pass


Wish: TypeAlias = Order | Agree | PayBill | SitDown


@dataclass(frozen=True)
class Ordered:
    """The order at this table has a new version."""

    version: int


def apply(world: Lunch, wish: Wish, _: Fresh) -> Applied[Lunch] | Part:
    """The table after a wish, or why not."""
    match wish:
        case Order(dish="lobster"):
            return Part("refused/too_dear")
        case Order():
            return Applied(replace(world, order=wish, version=world.version + 1, agreed=frozenset()))
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
