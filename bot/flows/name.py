"""How a mentor or mentee shall read this person's name."""

from __future__ import annotations

from bot.dialogue.answers import Text
from bot.dialogue.flow import Flow, Step
from bot.flows.ask import LONGEST_NAME, name_of, own_name
from bot.flows.world import TheFlow
from bot.mentorship.commands import SetName

FLOW: TheFlow = Flow(
    id="name",
    start="name",
    steps=(Step("name", "settings/name", Text(1, LONGEST_NAME), choices=own_name),),
    done=lambda at: SetName(name_of(at)),
)
