"""What somebody sees who opens a link, and what they answer (DOMAIN 1.7 and 4.4)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from bot.dialogue.book import Card
from bot.dialogue.events import Button, Fresh, Part
from bot.flows.start import CONSENT_VERSION, welcome
from bot.flows.world import TheMove, Values, World, card_button, said, words
from bot.mentorship.commands import AgreeToTerms
from bot.mentorship.invite import QUESTIONS, Invite, InviteState
from bot.mentorship.inviting import refused_link
from bot.mentorship.mine import invite_of
from bot.mentorship.pair_commands import Join, NotNow, OpenLink, WantToKnow

MINUTES_A_MONTH = 10
"""What the bot asks of a mentor beside the talks (DOMAIN 1.9): two check-ins of a tap, and one look."""


def opened(world: World, fresh: Fresh) -> TheMove:
    """The first screen behind a link; a clear word where it leads nowhere."""
    invite = held(world)
    refused = refused_link(world.mine, invite, world.now)
    if refused is not None or invite is None:
        words_ = _closed(world, invite, refused.reason if refused is not None else "link_gone")
        if world.me.consent is None:
            return welcome(world, fresh, words_)
        return TheMove(say=(words_,), again=True)
    return TheMove(do=(OpenLink(invite.key),), say=(_first(invite),), buttons=answers(invite))


Behind = Callable[[World, Card, Invite], TheMove]


def _while_open(then: Behind) -> Callable[[World, Card, Fresh], TheMove]:
    """A card behind a link; where nobody can join by it any more, what its opening would show now."""

    @wraps(then)
    def checked(world: World, card: Card, fresh: Fresh) -> TheMove:
        invite = held(world)
        if invite is None or refused_link(world.mine, invite, world.now) is not None:
            return opened(world, fresh)
        return then(world, card, invite)

    return checked


def held(world: World) -> Invite | None:
    """The link that this turn is about."""
    return invite_of(world.mine, world.held)


def _closed(world: World, invite: Invite | None, reason: str) -> Part:
    """Foreign, used, too old, one's own, or one too many: each has its word."""
    if invite is not None and invite.opener == world.me.id and invite.state is InviteState.JOINED:
        return said("link/joined_already")
    if reason == "link_gone" and invite is not None:
        return said("link/used" if invite.state is InviteState.JOINED else "link/over")
    return said(f"refused/{reason}")


def _first(invite: Invite) -> Part:
    return said(f"link/{invite.role}", letter(invite))


def letter(invite: Invite) -> Values:
    """What the inviter released, as a prompt shows it."""
    shown = invite.letter
    return {
        "name": shown.name,
        "skill": words(shown.skill, "skill"),
        "situation": words(shown.situation, "situation"),
        "learned": shown.learned,
        "minutes": MINUTES_A_MONTH,
    }


def answers(invite: Invite) -> tuple[Button, ...]:
    """The taps under a link: willing, more first, not now: equally visible."""
    ids = ("willing", "more", "notnow") if invite.role == "mentor" else ("willing", "notnow")
    return tuple(card_button(f"link/{invite.role}", id, f"link.{id}:{invite.key}:0") for id in ids)


@_while_open
def willing(world: World, _card: Card, invite: Invite) -> TheMove:
    """Yes: whoever is new here reads what they consent to; the others have joined."""
    if world.me.consent is not None:
        return _joined(world, invite, ())
    return _consent(world, invite)


def _consent(world: World, invite: Invite) -> TheMove:
    """What whoever is new here agrees to by joining."""
    key = invite.key
    return TheMove(
        say=(said("link/consent", {"programme": world.programme.name}),),
        buttons=(
            card_button("link/consent", "join", f"link.join:{key}.{CONSENT_VERSION}:0"),
            card_button("link/consent", "privacy", "privacy::0"),
            card_button("link/consent", "notnow", f"link.notnow:{key}:0"),
        ),
    )


@_while_open
def join(world: World, card: Card, invite: Invite) -> TheMove:
    """The consent that binds the link; for the text that is in force only."""
    if world.me.consent is not None:
        return _joined(world, invite, ())
    if card.subject.partition(".")[2] != CONSENT_VERSION:
        return _consent(world, invite)
    return _joined(world, invite, (AgreeToTerms(CONSENT_VERSION),))


def _joined(world: World, invite: Invite, consent: tuple[AgreeToTerms, ...]) -> TheMove:
    """A pair is made; a mentee says by which name, and goes on to the learning goal."""
    joined = said(f"link/{invite.role}_joined", {"name": invite.letter.name})
    begin = None
    if invite.role == "mentee" and not (world.goal and world.me.name):
        begin = ("goal", "") if world.me.name else ("name", "")
    return TheMove(do=(*consent, Join(invite.key)), say=(joined,), open=begin, again=begin is None)


@_while_open
def not_now(world: World, _card: Card, invite: Invite) -> TheMove:
    """No: thanked, told on, and nothing of them is kept."""
    told = said("link/not_now", {"name": invite.letter.name})
    if world.me.consent is not None:
        return TheMove(do=(NotNow(invite.key),), say=(told,), again=True)
    privacy = card_button("link/consent", "privacy", "privacy::0")
    return TheMove(do=(NotNow(invite.key),), say=(told,), buttons=(privacy,))


@_while_open
def more(_world: World, _card: Card, invite: Invite) -> TheMove:
    """What they want to know first, as taps."""
    buttons = tuple(card_button("link/more", id, f"link.ask:{invite.key}.{id}:0") for id in QUESTIONS)
    return TheMove(say=(said("link/more", {"name": invite.letter.name}),), buttons=buttons)


@_while_open
def ask(_world: World, card: Card, invite: Invite) -> TheMove:
    """One question goes to the inviter; the answer comes here."""
    asked = WantToKnow(invite.key, card.subject.partition(".")[2])
    say = said("link/asked", {"name": invite.letter.name})
    return TheMove(do=(asked,), say=(say,), buttons=answers(invite))


def answered(world: World) -> TheMove:
    """The inviter's answer, and the same three ways."""
    invite = held(world)
    if invite is None or refused_link(world.mine, invite, world.now) is not None:
        return TheMove()
    return TheMove(say=answered_part(invite), buttons=answers(invite))


def answered_part(invite: Invite) -> tuple[Part, ...]:
    """The answer, where there is one still."""
    values = {"name": invite.letter.name, "answer": invite.answer, "asked": invite.asked or "other"}
    return (said("link/answered", values),) if invite.answer else ()
