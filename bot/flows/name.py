"""How a mentor or mentee shall read this person's name: asked when it is first needed, or in settings."""

from __future__ import annotations

from collections.abc import Callable

from bot.dialogue.answers import Answer, Answers, Choice, Text
from bot.dialogue.flow import END, Flow, Step, no_values
from bot.flows.world import TheFlow, TheSight, TheStep, Values, World
from bot.mentorship.commands import SetName

LONGEST_NAME = 60


def name_step(ask: str, next: str = END, values: Callable[[TheSight], Values] = no_values) -> TheStep:
    """The question for the name; the one that is known, or that Telegram shows, is a tap."""
    return Step("name", ask, Text(1, LONGEST_NAME), next, _own, values)


def _own(at: TheSight) -> tuple[Choice, ...]:
    name = at.world.own_name
    return (Choice("called", name),) if 0 < len(name) <= LONGEST_NAME else ()


def told_name(at: TheSight) -> str:
    """The name as it was answered: typed, or tapped."""
    return at.text("name") or at.world.own_name


def known_name(world: World, _subject: str) -> Answers:
    """A name that was told before is not asked again."""
    return {"name": Answer(text=world.me.name)} if world.me.name else {}


FLOW: TheFlow = Flow(
    id="name",
    start="name",
    steps=(name_step("settings/name"),),
    done=lambda at: SetName(told_name(at)),
)
