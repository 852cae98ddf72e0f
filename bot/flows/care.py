"""The safety card (UNDERSTANDING 5): gentle, always first, locking nobody out. Nothing is generated here."""

from __future__ import annotations

from bot.dialogue.acts import Distress, Order
from bot.dialogue.book import Card
from bot.dialogue.events import Button, Edited, Event, Fresh, Said
from bot.flows.world import Contact, TheMove, World, card_button, said
from bot.mentorship.commands import EnterCare, LeaveCare
from bot.mentorship.inviting import Fact

CARING = frozenset({"crisis", "check"})
"""Finds after which the bot starts nothing until the person goes on."""


def heard_distress(world: World, event: Event[Fact]) -> TheMove | None:
    """The card for what the safety screen found in somebody's words, or None."""
    acts = event.acts if isinstance(event, Said | Edited) else ()
    if world.me.in_care and Order("help") in acts:
        return more_help(world)
    found = next((act.area for act in acts if isinstance(act, Distress)), None)
    return card(world, found) if found is not None else None


def card(world: World, area: str) -> TheMove:
    """Help first; the form stays as it is, and one tap goes on with it."""
    return TheMove(
        do=(EnterCare(),) if area in CARING else (),
        say=(
            said(
                f"care/{area}",
                {"contacts": _shown(world.programme.crisis), "organiser": world.programme.organiser},
            ),
        ),
        buttons=(*links(world.programme.crisis), *_two(area)),
    )


def _two(area: str) -> tuple[Button, ...]:
    return tuple(card_button(f"care/{area}", id, f"care:{id}:0") for id in ("help", "fine"))


def links(contacts: tuple[Contact, ...]) -> tuple[Button, ...]:
    """A button for each contact that has an address."""
    return tuple(Button(one.name, link=one.reach) for one in contacts if one.reach.startswith("https://"))


def _shown(contacts: tuple[Contact, ...]) -> tuple[dict[str, str], ...]:
    return tuple({"name": one.name, "reach": one.reach} for one in contacts)


def care(world: World, card: Card, _fresh: Fresh) -> TheMove:
    """The two buttons: more help, or going on where one was."""
    if card.subject != "help":
        return TheMove(do=(LeaveCare(),), say=(said("care/fine"),), again=True)
    return more_help(world)


def more_help(world: World) -> TheMove:
    """Everybody there is to turn to."""
    programme = world.programme
    values = {"contacts": _shown(programme.crisis), "organiser": programme.organiser}
    fine = card_button("care/help", "fine", "care:fine:0")
    return TheMove(say=(said("care/help", values),), buttons=(*links(programme.crisis), fine))
