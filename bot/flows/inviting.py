"""The mentee's side of a link: made with a text to forward, answered for, or left out (DOMAIN 1.7)."""

from __future__ import annotations

from bot.dialogue.answers import Text
from bot.dialogue.book import Card
from bot.dialogue.events import Fresh
from bot.dialogue.flow import Flow, Step
from bot.flows.letters import letter_values, shared
from bot.flows.world import (
    TheFlow,
    TheMove,
    TheSight,
    Values,
    World,
    candidate_of,
    card_button,
    refuse,
    said,
)
from bot.mentorship.gates import StepKind, may
from bot.mentorship.invite import Letter, is_open
from bot.mentorship.mine import invite_of
from bot.mentorship.pair import as_mentee
from bot.mentorship.pair_commands import GoWithoutBot, MakeInvite, TellMore
from bot.mentorship.search import active


def preview(world: World, card: Card, _fresh: Fresh) -> TheMove:
    """What the mentor will see, before the tap that releases it."""
    refused = _refused(world, card.subject)
    if refused is not None:
        return refused
    letter = _letter(world, card.subject)
    values = {**letter_values(world, card.subject), "learned": letter.learned, "me": letter.name}
    ids = ("release", "goal") if letter.learned else ("release",)
    buttons = tuple(card_button("invite/preview", id, f"invite.{id}:{card.subject}:0") for id in ids)
    return TheMove(say=(said("invite/preview", values),), buttons=buttons)


def _refused(world: World, subject: str) -> TheMove | None:
    """An old button, after the yes was taken back or the mentor joined."""
    if any(pair.verified for pair in as_mentee(world.pairs, world.me.id)):
        return refuse("paired_already")
    no = may(world.search, StepKind.AGREED, subject)
    return refuse(no.reason) if no is not None else None


def _letter(world: World, subject: str, with_lesson: bool = True) -> Letter:
    """Goal and name; and what was learned from them, where the mentee lets them read it."""
    goal = world.goal
    one = candidate_of(world, subject)
    learned = one.talks[-1].learned if one is not None and one.talks and with_lesson else ""
    name = world.own_name
    if goal is None:
        return Letter(name, world.me.language, learned=learned)
    return Letter(name, world.me.language, goal.skill, goal.situation, learned)


def release(world: World, card: Card, fresh: Fresh) -> TheMove:
    """The link, made and shown once, with a text to forward it in."""
    return _made(world, card.subject, fresh, with_lesson=True)


def release_goal(world: World, card: Card, fresh: Fresh) -> TheMove:
    """The same link, showing the goal and the name only."""
    return _made(world, card.subject, fresh, with_lesson=False)


def _made(world: World, subject: str, fresh: Fresh, with_lesson: bool) -> TheMove:
    values = {**letter_values(world, subject), "link": world.link(fresh.token)}
    text, share = shared("send/invite", values)
    make = MakeInvite("mentor", subject, _letter(world, subject, with_lesson))
    return TheMove(do=(make,), say=(said("invite/made", values), text), again=True, links=(share,))


def no_bot(world: World, card: Card, _fresh: Fresh) -> TheMove:
    """The mentor prefers no bot: said once what that means, then done."""
    subject, _, sure = card.subject.partition(".")
    refused = _refused(world, subject)
    if refused is not None:
        return refused
    if as_mentee(world.pairs, world.me.id):
        return TheMove(again=True)
    values = letter_values(world, subject)
    if sure:
        done = said("invite/without_bot", values)
        return TheMove(do=(GoWithoutBot(subject),), say=(done,), again=True)
    ids = (("sure", f"nobot:{subject}.yes:0"), ("link", f"invite:{subject}:0"))
    buttons = tuple(card_button("invite/no_bot", id, data) for id, data in ids)
    return TheMove(say=(said("invite/no_bot", values),), buttons=buttons)


def thanks(world: World, _card: Card, _fresh: Fresh) -> TheMove:
    """A courteous word for everybody else who gave their time."""
    others = [one for one in active(world.search) if one.talks] if world.search is not None else []
    letters = tuple(said("send/thank_other", letter_values(world, one.id)) for one in others)
    return TheMove(say=(said("invite/thanks", {"count": len(others)}), *letters), again=True)


def waits(world: World, key: str) -> bool:
    """Whether somebody who was invited by this person's link waits for an answer."""
    invite = invite_of(world.mine, key)
    ours = invite is not None and invite.inviter == world.me.id and is_open(invite, world.now)
    return ours and invite is not None and bool(invite.asked) and invite.opener is not None


def _asked(at: TheSight) -> Values:
    invite = invite_of(at.world.mine, at.subject)
    name = letter_values(at.world, invite.subject)["name"] if invite is not None else ""
    return {"name": name, "asked": invite.asked if invite is not None else "other"}


MORE: TheFlow = Flow(
    id="more",
    start="answer",
    steps=(Step("answer", "invite/answer", Text(3, 600), values=_asked),),
    done=lambda at: TellMore(at.subject, at.text("answer")),
)
"""What somebody who was invited wants to know first, answered in the mentee's own words."""
