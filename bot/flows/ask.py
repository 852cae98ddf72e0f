"""The ask (DOMAIN 1.7): who signs it, what it proposes, and when and where it will be put."""

from __future__ import annotations

from bot.dialogue.answers import Answer, Answers, Choice, Pick, Text
from bot.dialogue.flow import Flow, Step
from bot.flows.world import TheFlow, TheSight, Values, World, candidate_of, taken
from bot.mentorship.search import PROPOSALS
from bot.mentorship.search_commands import OpenAsk

PLACES = ("next_talk", "call", "chat")
LONGEST_NAME = 60


def own_name(at: TheSight) -> tuple[Choice, ...]:
    """The name to tap: the one told before, else what Telegram calls the person."""
    name = at.world.me.name or at.world.called
    return (Choice("called", name),) if 0 < len(name) <= LONGEST_NAME else ()


def name_of(at: TheSight) -> str:
    """The name as it is signed: typed, or tapped."""
    return at.text("name") or at.world.me.name or at.world.called


def _about(at: TheSight) -> Values:
    one = candidate_of(at.world, at.subject)
    return {"name": one.name if one is not None else ""}


def _done(at: TheSight) -> OpenAsk:
    return OpenAsk(at.subject, name_of(at), at.picked("proposal"), taken(at.answers.get("where")))


def _prefill(world: World, _subject: str) -> Answers:
    return {"name": Answer(text=world.me.name)} if world.me.name else {}


FLOW: TheFlow = Flow(
    id="ask",
    start="name",
    steps=(
        Step("name", "ask/name", Text(1, LONGEST_NAME), "proposal", own_name, _about),
        Step("proposal", "ask/proposal", Pick(), "where", PROPOSALS, _about),
        Step("where", "ask/where", Text(3, 200), choices=PLACES, values=_about),
    ),
    done=_done,
    prefill=_prefill,
)
