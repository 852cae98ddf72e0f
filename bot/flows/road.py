"""The one next step, as words and taps: what /status shows and what follows every finished form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.dialogue.events import Button, Fresh
from bot.flows import mentor, talk
from bot.flows.planning import booked_values
from bot.flows.world import (
    TheMove,
    Values,
    World,
    addressed,
    candidate_of,
    card_button,
    name_of,
    said,
    words,
)
from bot.mentorship.gates import StepKind, may
from bot.mentorship.invite import is_open
from bot.mentorship.mine import given
from bot.mentorship.next_step import NextStep, next_step
from bot.mentorship.pair import as_mentee, as_mentor
from bot.mentorship.search import (
    LEAST_TALKS,
    USUAL_TALKS,
    active,
    asking,
    followed_up,
    talk_days,
)

PRIMARY: Mapping[StepKind, tuple[str, ...]] = {
    StepKind.GOAL: ("goal",),
    StepKind.CRITERIA: ("criteria",),
    StepKind.CANDIDATES: ("candidate",),
    StepKind.TIES: ("ties",),
    StepKind.RAPPORT: ("plan", "talk", "tried", "fit"),
    StepKind.BOOKED: ("opener", "talk", "plan", "cancel", "fit", "ask"),
    StepKind.FIT: ("fit", "talk"),
    StepKind.ASK: ("ask",),
    StepKind.OUTCOME: ("outcome", "draft", "follow_up"),
    StepKind.PARTNER: ("partner",),
    StepKind.AGREED: ("invite", "no_bot", "outcome"),
    StepKind.INVITED: ("answer", "invite", "no_bot", "outcome"),
    StepKind.PAIRED: ("menu", "join_later"),
}
"""The buttons under a next step; each opens the form or card of that name, where it may be opened now."""

ABOUT_ONE = frozenset({"ties", "talk", "plan", "tried", "fit", "ask", "outcome", "draft"})

WAYS: Mapping[str, StepKind] = {
    "candidate": StepKind.CANDIDATES,
    "ties": StepKind.TIES,
    "plan": StepKind.RAPPORT,
    "talk": StepKind.RAPPORT,
    "tried": StepKind.RAPPORT,
    "fit": StepKind.FIT,
    "ask": StepKind.ASK,
    "outcome": StepKind.OUTCOME,
}
"""The ways on with one candidate, in the order of the road."""

STEP_OF: Mapping[str, StepKind] = {
    **WAYS,
    "goal": StepKind.GOAL,
    "criteria": StepKind.CRITERIA,
    "partner": StepKind.PARTNER,
}
"""Which step a form belongs to; its gates are the form's."""


BACK_TO: Mapping[StepKind, str] = {
    StepKind.CRITERIA: "goal",
    StepKind.CANDIDATES: "criteria",
    StepKind.TIES: "candidate",
    StepKind.RAPPORT: "ties",
    StepKind.BOOKED: "plan",
    StepKind.FIT: "ties",
    StepKind.ASK: "fit",
    StepKind.OUTCOME: "ask",
    StepKind.AGREED: "outcome",
    StepKind.INVITED: "outcome",
    StepKind.PARTNER: "goal",
}
"""Which finished form is opened again by "back" where no form is open: its effect can still be changed."""


def way_on(world: World, _fresh: Fresh) -> TheMove:
    """The next step with its buttons; a mentor's own place, where somebody came as one."""
    if world.me.door == "mentor" and world.search is None:
        return mentor.home(world)
    if not world.me.door:
        return doors(world)
    step = next_step(world.mine)
    return TheMove(say=(said(f"next/{step.kind}", step_values(world, step)),), buttons=_buttons(world, step))


def doors(_world: World) -> TheMove:
    """The three doors."""
    names = ("learn", "mentor", "pair")
    return TheMove(
        say=(said("door/doors"),),
        buttons=tuple(card_button("door/doors", name, f"door:{name}:0") for name in names),
    )


def step_values(world: World, step: NextStep) -> Values:
    """What the words of a next step may name."""
    one = candidate_of(world, step.candidate)
    search = world.search
    goal = world.goal
    return {
        "name": name_of(world, step.candidate),
        "address": addressed(one) if one is not None else "",
        "skill": words(goal.skill, "skill") if goal is not None else "",
        "talks": talk_days(one) if one is not None else 0,
        "followed_up": one is not None and followed_up(one),
        "needed": LEAST_TALKS,
        "usual": USUAL_TALKS,
        "candidates": len(active(search)) if search is not None else 0,
        "noted": search.noted_name if search is not None else "",
        "looked": search is not None and search.looked is not None,
        **_booked(world, step.candidate),
        **_link(world, step.candidate),
    }


def _booked(world: World, subject: str) -> Values:
    """The planned talk, and whether its day has come."""
    one = candidate_of(world, subject)
    if one is None or one.booked is None:
        return {"day": None, "time": None, "question": "", "over": False}
    asked = words(one.booked.question, "question")
    over = one.booked.day < world.today or (one.booked.at is not None and one.booked.at <= world.now)
    return {**booked_values(world, one.booked), "question": asked, "over": over}


def _link(world: World, subject: str) -> Values:
    """The link that was given: how long it holds, and whether somebody opened it."""
    link = given(world.mine, subject)
    return {
        "until": link.until if link is not None else None,
        "link_open": link is not None and is_open(link, world.now),
        "seen": link is not None and link.seen,
        "asked": link.asked if link is not None and not link.answer else "",
    }


def _buttons(world: World, step: NextStep) -> tuple[Button, ...]:
    prompt = f"next/{step.kind}"
    values = step_values(world, step)
    made = [
        card_button(prompt, id, _target(world, id, step.candidate), values)
        for id in PRIMARY[step.kind]
        if _offered(world, id, step.candidate)
    ]
    search = world.search
    in_play = step.candidate and step.kind not in (StepKind.AGREED, StepKind.INVITED, StepKind.PAIRED)
    if in_play and may(search, StepKind.CANDIDATES) is None:
        made.append(card_button("next/more", "add", data(world, "candidate", "")))
    if search is not None and len(active(search)) > 1:
        made.append(card_button("next/more", "shortlist", f"shortlist::{world.version}"))
    if as_mentor(world.pairs, world.me.id):
        made.append(card_button("next/more", "mentees", "mentees::0"))
    return tuple(made)


def _offered(world: World, id: str, subject: str) -> bool:
    """Whether a button of the next step leads somewhere now."""
    one = candidate_of(world, subject)
    if id in ONLY_WHERE:
        return one is not None and ONLY_WHERE[id](world, subject)
    kind = STEP_OF.get(id)
    return kind is None or may(world.search, kind, subject if id in ABOUT_ONE else "") is None


def _asked(world: World, subject: str) -> bool:
    one = candidate_of(world, subject)
    return one is not None and asking(one)


def _ever_asked(world: World, subject: str) -> bool:
    one = candidate_of(world, subject)
    return one is not None and one.ask is not None


def _waits(world: World, subject: str) -> bool:
    """Whether somebody who was invited waits for an answer."""
    link = given(world.mine, subject)
    return link is not None and bool(link.asked) and not link.answer


def _without_mentor(world: World, subject: str) -> bool:
    """Whether the mentor of this pair could still come by a link."""
    together = as_mentee(world.pairs, world.me.id)
    return any(pair.mentor is None and pair.candidate == subject for pair in together)


def _follow_up(world: World, subject: str) -> bool:
    """One word more is courteous once they had a week."""
    one = candidate_of(world, subject)
    asked = one.ask.opened if one is not None and one.ask is not None else None
    return asked is not None and world.now - asked >= A_WHILE


A_WHILE = timedelta(days=6)
"""After an ask, before a follow-up is offered; the nudge about it comes on the seventh day."""

ONLY_WHERE: Mapping[str, Callable[[World, str], bool]] = {
    "tried": talk.waits,
    "draft": _asked,
    "follow_up": _follow_up,
    "outcome": _ever_asked,
    "answer": _waits,
    "join_later": _without_mentor,
}


def _target(world: World, id: str, subject: str) -> str:
    link = given(world.mine, subject)
    return f"open.more:{link.key}:0" if id == "answer" and link is not None else data(world, id, subject)


def data(world: World, what: str, subject: str) -> str:
    """What a button that opens a form or a card carries."""
    return CARD_DATA[what](subject) if what in CARD_DATA else f"open.{what}:{subject}:{world.version}"


CARD_DATA: Mapping[str, Callable[[str], str]] = {
    "menu": lambda _: "menu::0",
    "opener": lambda subject: f"letter:opener.{subject}:0",
    "draft": lambda subject: f"letter:ask.{subject}:0",
    "follow_up": lambda subject: f"letter:follow_up.{subject}:0",
    "cancel": lambda subject: f"cancel:{subject}:0",
    "invite": lambda subject: f"invite:{subject}:0",
    "join_later": lambda subject: f"invite:{subject}:0",
    "no_bot": lambda subject: f"nobot:{subject}:0",
}
