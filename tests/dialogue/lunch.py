"""A toy book: two people order a lunch together, and agree on it by a card. It knows nothing of mentoring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from bot.dialogue.acts import Distress
from bot.dialogue.answers import Answer, Answers, Choice, Day, Pick, PickMany, Text
from bot.dialogue.book import Book, Card, Move
from bot.dialogue.events import Button, Due, Event, Fresh, Menu, Part, Pressed, Said, Told
from bot.dialogue.flow import END, Branch, Flow, Sight, Step, review
from tests.dialogue.canteen import (
    CANTEEN,
    Agree,
    Lunch,
    Order,
    Ordered,
    PayBill,
    Reserve,
    SitDown,
    Wish,
    apply,
)

TheMove: TypeAlias = Move[Wish, Ordered]
TheBook: TypeAlias = Book[Lunch, Wish, Ordered]
TheFlow: TypeAlias = Flow[Lunch, Wish]


def _dishes(_: Sight[Lunch]) -> tuple[Choice, ...]:
    return tuple(Choice(id, label) for id, label in CANTEEN.items())


def _after_extras(at: Sight[Lunch]) -> str:
    return "hot" if "chili" in at.many("extras") else "day"


def _ordered(at: Sight[Lunch]) -> Order:
    return Order(
        dish=at.picked("dish") or at.text("dish"),
        extras=tuple(one for one in at.many("extras") if one != "none"),
        hot=at.picked("hot"),
        day=at.picked("day") or at.text("day"),
        note=at.text("note"),
    )


def _summary(at: Sight[Lunch]) -> dict[str, object]:
    return {"dish": _ordered(at).dish}


def _as_ordered(world: Lunch, _subject: str) -> Answers:
    order = world.order
    if order is None:
        return {}
    extras = order.extras or ("none",)
    day = Answer(picked=("today",)) if order.day == "today" else Answer(text=order.day)
    return {
        "dish": Answer(picked=(order.dish,)) if order.dish in CANTEEN else Answer(text=order.dish),
        "extras": Answer(picked=extras),
        **({"hot": Answer(picked=(order.hot,))} if order.hot else {}),
        "day": day,
        "note": Answer(text=order.note) if order.note else Answer(picked=("nothing",)),
    }


TONIGHT = "2026-11-24T19:00"
"""What the choice means on the day of these tests."""


def _evenings(_: Sight[Lunch]) -> Mapping[str, str]:
    return {"tonight": TONIGHT}


ORDER: TheFlow = Flow(
    id="order",
    start="dish",
    steps=(
        Step("dish", "order/dish", Text(3, 40), "extras", _dishes),
        Step(
            "extras",
            "order/extras",
            PickMany(least=1, most=2, alone=("none",)),
            Branch(_after_extras, ("hot", "day")),
            ("chili", "egg", "cracker", "none"),
        ),
        Step("hot", "order/hot", Pick(), "day", ("yes", "no")),
        Step("day", "order/day", Day(past=False), "note", ("today",)),
        Step("note", "order/note", Text(3, 60), "review", ("nothing",)),
        review("order/review", _summary),
    ),
    done=_ordered,
    prefill=_as_ordered,
)

BILL: TheFlow = Flow(
    id="bill",
    start="who",
    steps=(
        Step(
            "who",
            "bill/who",
            Pick(),
            "sure",
            lambda at: (Choice(at.world.me, at.world.me), Choice(at.world.partner, at.world.partner)),
        ),
        Step("sure", "bill/sure", Pick(), END, ("yes", "no")),
    ),
    done=lambda at: PayBill(at.picked("who")),
)
"""A form without a summary card: its last answer ends it."""

GUESTBOOK: TheFlow = Flow(
    id="guestbook",
    start="word",
    steps=(Step("word", "guestbook/word", Text(2, 20), END),),
    done=lambda at: PayBill(f"{at.subject}: {at.text('word')}"),
)
"""One question; the subject is whatever the guest writes about, so many can be open at a time."""

TABLE: TheFlow = Flow(
    id="table",
    start="when",
    steps=(
        Step("when", "table/when", Day(past=False, hour=True), "seats", ("tonight",), means=_evenings),
        Step("seats", "table/seats", Pick(), END, ("two", "four")),
    ),
    done=lambda at: Reserve(at.text("when")),
)
"""A day and an hour count here."""


def proposal(world: Lunch) -> TheMove:
    """The card on which both agree: its button carries the version that it shows."""
    dish = world.order.dish if world.order else ""
    yes = Button("Agree", data=f"agree:lunch:{world.version}")
    return Move(say=(Part("lunch/proposal", {"dish": dish}),), buttons=(yes,))


def after(_before: Lunch, wish: Wish, world: Lunch) -> TheMove:
    """What follows a form: an order is shown as a card."""
    return proposal(world) if isinstance(wish, Order) else Move(say=(Part("bill/noted"),), again=True)


def _agree(world: Lunch, card: Card, _: Fresh) -> TheMove:
    if card.version != world.version:
        shown = proposal(world)
        return replace(shown, say=(Part("lunch/changed_meanwhile"), *shown.say))
    if world.me in world.agreed:
        return Move(toast=Part("lunch/agreed_already"))
    return Move(do=(Agree(card.version),), say=(Part("lunch/agreed"),), again=True)


def _repeat(world: Lunch, _card: Card, _: Fresh) -> TheMove:
    again = (world.order,) if world.order else ()
    return Move(do=again, say=(Part("lunch/repeated"),), again=True)


def gate(world: Lunch, event: Event[Ordered], _: Fresh) -> TheMove | None:
    """First whoever feels unwell, then nobody orders who does not sit at the table."""
    acts = event.acts if isinstance(event, Said) else ()
    if any(isinstance(act, Distress) for act in acts):
        return Move(say=(Part("house/doctor"),), buttons=(Button("Water", data="open.guestbook:water:0"),))
    if world.seated or (isinstance(event, Pressed) and event.data.startswith("sit:")):
        return None
    return Move(say=(Part("house/welcome"),), buttons=(Button("Sit down", data="sit::0"),))


def may_open(world: Lunch, flow: str, _subject: str) -> Part | None:
    """The bill comes after an order."""
    return Part("refused/nothing_ordered") if flow == "bill" and world.order is None else None


def due(_: Lunch, event: Due, __: Fresh) -> TheMove:
    """A reminder; a late one says nothing."""
    return Move() if event.late else Move(say=(Part("lunch/reminder"),), again=True)


def told(world: Lunch, event: Told[Ordered], _: Fresh) -> TheMove:
    """The partner ordered: their proposal, unless it is an old one."""
    return proposal(world) if event.fact.version == world.version else Move()


def way_on(world: Lunch, _: Fresh) -> TheMove:
    """The one next step: to order, then to pay."""
    flow = "bill" if world.order else "order"
    return Move(say=(Part(f"next/{flow}"),), buttons=(Button(flow, data=f"open.{flow}::{world.version}"),))


def wait(world: Lunch, _: Told[Ordered], __: Fresh) -> datetime | None:
    """Nobody is woken for the news."""
    return world.nap


def _opens(flow: str, subject: str = "") -> TheMove:
    return Move(open=(flow, subject))


BOOK: TheBook = Book(
    flows={flow.id: flow for flow in (ORDER, BILL, GUESTBOOK, TABLE)},
    cards={
        "open.order": lambda _world, _card, _fresh: _opens("order"),
        "open.bill": lambda _world, _card, _fresh: _opens("bill"),
        "open.table": lambda _world, _card, _fresh: _opens("table"),
        "open.guestbook": lambda _world, card, _fresh: _opens("guestbook", card.subject),
        "agree": _agree,
        "pay": lambda _world, card, _fresh: Move(do=(PayBill(card.subject),), say=(Part("bill/noted"),)),
        "repeat": _repeat,
        "sit": lambda _world, _card, _fresh: Move(do=(SitDown(),), say=(Part("house/seated"),), again=True),
    },
    commands={
        "order": lambda _world, _argument, _fresh: _opens("order"),
        "bill": lambda _world, _argument, _fresh: _opens("bill"),
        "guestbook": lambda _world, argument, _fresh: _opens("guestbook", argument),
        "table": lambda _world, _argument, _fresh: _opens("table"),
        "help": lambda _world, topic, _fresh: Move(say=(Part(f"help/{topic or 'all'}"),), again=True),
        "stop": lambda _world, _argument, _fresh: Move(say=(Part("house/quiet"),)),
        "leave": lambda _world, _argument, _fresh: Move(
            say=(Part("house/bye"),), effects=(Menu(),), clear=True
        ),
    },
    gate=gate,
    apply=apply,
    after=after,
    may_open=may_open,
    idle=lambda _world, _said, _fresh: Move(say=(Part("house/idle"),), again=True),
    due=due,
    told=told,
    reached=lambda _world, _event, _fresh: Move(),
    way_on=way_on,
    wait=wait,
)
