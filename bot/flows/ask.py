"""The ask (DOMAIN 1.7): who signs it, what it proposes, and when and where it will be put."""

from __future__ import annotations

from bot.dialogue.answers import Pick, Text
from bot.dialogue.flow import Flow, Step
from bot.flows.name import known_name, name_step, told_name
from bot.flows.world import TheFlow, TheSight, named, taken
from bot.mentorship.search import PROPOSALS
from bot.mentorship.search_commands import OpenAsk

PLACES = ("next_talk", "call", "chat")


def _done(at: TheSight) -> OpenAsk:
    return OpenAsk(at.subject, told_name(at), at.picked("proposal"), taken(at.answers.get("where")))


FLOW: TheFlow = Flow(
    id="ask",
    start="name",
    steps=(
        name_step("ask/name", "proposal", named),
        Step("proposal", "ask/proposal", Pick(), "where", PROPOSALS, named),
        Step("where", "ask/where", Text(3, 200), choices=PLACES, values=named),
    ),
    done=_done,
    prefill=known_name,
)
