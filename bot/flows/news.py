"""What happened elsewhere, told in one message (DOMAIN 4.2, class b)."""

from __future__ import annotations

from datetime import datetime

from bot.dialogue.events import Button, Fresh, Part, Told
from bot.flows import links
from bot.flows.closing import closing
from bot.flows.road import way_on
from bot.flows.world import TheMove, World, card_button, name_of, said
from bot.mentorship.calendar import decent, is_decent
from bot.mentorship.inviting import Fact
from bot.mentorship.mine import invite_of
from bot.mentorship.pair_commands import NewsHeard, TakeNews
from bot.mentorship.person import News
from bot.mentorship.search import active


def told(world: World, event: Told[Fact], _fresh: Fresh) -> TheMove:
    """Kept for a decent hour; an answer to somebody who has not joined yet is shown as it comes."""
    fact = event.fact
    if world.me.consent is None:
        return links.answered(world) if fact.kind == "answered" else TheMove()
    return TheMove(do=(TakeNews(fact.kind, fact.about),))


def wait(world: World, _event: Told[Fact], _fresh: Fresh) -> datetime | None:
    """Whoever has not joined hears an answer at a decent hour too; all other news have a row of the plan."""
    if world.me.consent is not None or is_decent(world.now, world.me):
        return None
    return decent(world.now, world.me)


def all_news(world: World, fresh: Fresh) -> TheMove:
    """Everything that came in since, oldest first, above the one next step."""
    on = way_on(world, fresh)
    parts = tuple(part for one in world.me.news for part in _part(world, one))
    buttons = tuple(button for one in world.me.news for button in _buttons(world, one))
    return TheMove(do=(NewsHeard(),), say=(*parts, *on.say), buttons=(*buttons, *on.buttons))


def _part(world: World, one: News) -> tuple[Part, ...]:
    if one.kind == "joined":
        pair = next((pair for pair in world.pairs if pair.id == one.about), None)
        if pair is None:
            return ()
        mine = pair.mentee == world.me.id
        return (
            said(
                "news/joined",
                {"name": (name_of(world, pair.candidate) or pair.mentor_name) if mine else pair.mentee_name},
            ),
        )
    invite = invite_of(world.mine, one.about)
    subject = invite.subject if invite is not None else one.about
    if one.kind == "answered":
        return links.answered_part(invite) if invite is not None else ()
    asked = invite.asked if invite is not None and invite.asked else "other"
    told = said(f"news/{one.kind}", {"name": name_of(world, subject), "asked": asked})
    return (told, *closing(world, subject)[0]) if one.kind == "not_now" else (told,)


def _buttons(world: World, one: News) -> tuple[Button, ...]:
    """The next step has a button for a question that waits; these are for what it does not know."""
    if one.kind == "answered":
        invite = invite_of(world.mine, one.about)
        return links.answers(invite) if invite is not None else ()
    if one.kind == "not_now":
        return closing(world, one.about)[1]
    others = active(world.search) if world.search is not None else ()
    if one.kind == "joined" and any(other.talks for other in others):
        return (card_button("news/joined", "thanks", "thanks::0"),)
    return ()
