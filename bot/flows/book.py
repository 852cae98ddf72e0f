"""The book: flows, cards and commands joined with the domain. All content of the bot hangs here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.dialogue.acts import Back, Meant
from bot.dialogue.book import Applied, Book, Card
from bot.dialogue.events import Event, Fresh, Part, Reached, Said, Tell
from bot.flows import (
    ask,
    candidate,
    care,
    criteria,
    fit,
    goal,
    inviting,
    links,
    mailing,
    mentor,
    menu,
    name,
    news,
    nudges,
    outcome,
    partner,
    planning,
    rights,
    road,
    start,
    status,
    talk,
    ties,
    zone,
)
from bot.flows.after import after
from bot.flows.world import TheBook, TheFlow, TheMove, World, name_of, said
from bot.mentorship import apply as domain
from bot.mentorship.commands import Command, MarkReachable
from bot.mentorship.gates import StepKind, may
from bot.mentorship.inviting import Fact
from bot.mentorship.next_step import NextStep, next_step
from bot.mentorship.refused import Refused
from bot.mentorship.search_commands import CancelTalk, SetAside

FLOWS: Mapping[str, TheFlow] = {
    flow.id: flow
    for flow in (
        goal.FLOW,
        criteria.FLOW,
        candidate.FLOW,
        ties.FLOW,
        talk.FLOW,
        fit.FLOW,
        outcome.FLOW,
        zone.FLOW,
        planning.FLOW,
        talk.TRIED,
        ask.FLOW,
        inviting.MORE,
        mentor.FLOW,
        partner.FLOW,
        name.FLOW,
    )
}


def apply(world: World, command: Command, fresh: Fresh) -> Applied[World, Fact] | Part:
    """The domain's answer to a command: the world after it and who is told of it, or why it is refused."""
    done = domain.apply(world.mine, command, fresh.now, fresh.token)
    if isinstance(done, Refused):
        return said(f"refused/{done.reason}")
    return Applied(world.having(done.mine), tuple(Tell(fact.to, fact) for fact in done.facts))


def gate(world: World, event: Event[Fact], fresh: Fresh) -> TheMove | None:
    """What comes before all else: safety, then consent."""
    caring = care.heard_distress(world, event)
    if caring is not None or world.me.consent is not None:
        return caring
    return start.before_consent(world, event, fresh)


def may_open(world: World, flow: str, subject: str) -> Part | None:
    """Why the order of things does not allow a form yet (DESIGN 7.1); None where it does."""
    kind = road.STEP_OF.get(flow)
    refused = may(world.search, kind, subject) if kind is not None else None
    if refused is not None:
        return said(f"refused/{refused.reason}")
    if flow == talk.TRIED.id and not talk.waits(world, subject):
        return said("refused/nothing_to_try")
    if flow == inviting.MORE.id and not inviting.waits(world, subject):
        return said("refused/link_gone")
    return None


def _opens(flow: str) -> Callable[[World, Card, Fresh], TheMove]:
    return lambda _world, card, _fresh: TheMove(open=(flow, card.subject))


def _card(show: Callable[[World, str, Fresh], TheMove]) -> Callable[[World, Card, Fresh], TheMove]:
    return lambda world, card, fresh: show(world, card.subject, fresh)


def _aside(world: World, card: Card, _fresh: Fresh) -> TheMove:
    """Withdraw a candidate; not on a card whose content has changed meanwhile."""
    if card.version != world.version:
        shown = status.person_card(world, card.subject)
        return replace(shown, say=(said("shortlist/changed_meanwhile"), *shown.say))
    done = said("candidate/set_aside", {"name": name_of(world, card.subject)})
    return TheMove(do=(SetAside(card.subject),), say=(done,), again=True)


def _cancel(world: World, card: Card, _fresh: Fresh) -> TheMove:
    """The planned talk will not be held."""
    done = said("plan/cancelled", {"name": name_of(world, card.subject)})
    return TheMove(do=(CancelTalk(card.subject),), say=(done,), again=True)


def _back(step: NextStep) -> TheMove:
    """The last finished form once more, filled with what was answered."""
    form = road.BACK_TO[step.kind]
    about = step.candidate if form in road.ABOUT_ONE or form == "candidate" else ""
    return TheMove(open=(form, about))


def _idle(world: World, event: Said, _fresh: Fresh) -> TheMove:
    """Words that no question waits for: the one next step; its form at once where it is about nobody yet.

    What sounds like an answer to the ask opens its question; nothing is taken from it unasked.
    """
    step = next_step(world.mine)
    if any(isinstance(act, Back) for act in event.acts) and step.kind in road.BACK_TO:
        return _back(step)
    if step.kind is StepKind.OUTCOME and any(isinstance(act, Meant) for act in event.acts):
        return TheMove(open=("outcome", step.candidate))
    forms = road.PRIMARY[step.kind]
    alone = bool(forms) and forms[0] in FLOWS and forms[0] not in road.ABOUT_ONE
    if world.me.door in ("learn", "pair") and alone:
        return TheMove(say=(said("engine/idle"),), open=(forms[0], ""))
    return TheMove(say=(said("engine/idle"),), again=True)


def _reached(_world: World, event: Reached, _fresh: Fresh) -> TheMove:
    return TheMove(do=(MarkReachable(event.reachable),))


CARDS: Mapping[str, Callable[[World, Card, Fresh], TheMove]] = {
    **{f"open.{flow}": _opens(flow) for flow in FLOWS},
    "open.draft": lambda world, card, fresh: mailing.letter(
        world, replace(card, subject=f"ask.{card.subject}"), fresh
    ),
    "letter": mailing.letter,
    "shortlist": lambda world, _card, _fresh: status.shortlist(world),
    "person": lambda world, card, _fresh: status.person_card(world, card.subject),
    "aside": _aside,
    "cancel": _cancel,
    "invite": inviting.preview,
    "invite.release": inviting.release,
    "invite.goal": inviting.release_goal,
    "nobot": inviting.no_bot,
    "thanks": inviting.thanks,
    "link.willing": links.willing,
    "link.join": links.join,
    "link.more": links.more,
    "link.ask": links.ask,
    "link.notnow": links.not_now,
    "mentees": lambda world, _card, _fresh: mentor.home(world),
    "mentee": mentor.invite_mentee,
    "guide": _card(mentor.guide),
    "right.see": rights.see,
    "right.correct": rights.correct,
    "right.export": _card(rights.export),
    "right.delete": rights.delete,
    "right.who": rights.who,
    "right.withdraw": rights.erase,
    "forget": rights.forget,
    "erase.search": rights.erase_search,
    "agree": start.agree,
    "door": start.door,
    "language": start.language,
    "care": care.care,
    "hours": menu.hours,
    "zone": menu.zone,
    "pause": menu.pause,
    "erase": rights.erase,
    "help": _card(menu.help_card),
    "status": _card(status.status),
    "settings": _card(menu.settings),
    "again": lambda _world, _card, _fresh: TheMove(again=True),
    "menu": _card(menu.menu),
    "resume": _card(menu.resume),
    "stop": _card(menu.stop),
    "privacy": _card(rights.privacy),
    "export": _card(rights.export),
}

COMMANDS: Mapping[str, Callable[[World, str, Fresh], TheMove]] = {
    "start": lambda world, argument, fresh: (
        links.opened(world, fresh) if argument else start.start(world, argument, fresh)
    ),
    "status": status.status,
    "menu": menu.menu,
    "pause": menu.pause_card,
    "help": menu.help_card,
    "stop": menu.stop,
    "resume": menu.resume,
    "skip": lambda _world, _argument, _fresh: TheMove(say=(said("help/skip"),), again=True),
    "language": start.choose_language,
    "settings": menu.settings,
    "privacy": rights.privacy,
    "erase": lambda world, _argument, fresh: rights.erase(world, Card("erase", "", 0), fresh),
}
"""By their names here; `bot/telegram` and the short words know what each is called in either language."""

BOOK: TheBook = Book(
    flows=FLOWS,
    cards=CARDS,
    commands=COMMANDS,
    gate=gate,
    apply=apply,
    after=after,
    may_open=may_open,
    idle=_idle,
    due=nudges.due,
    told=news.told,
    reached=_reached,
    way_on=road.way_on,
    wait=news.wait,
)
