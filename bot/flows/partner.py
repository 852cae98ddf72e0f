"""A pair that exists already: who the mentor is; the learning goal comes first all the same."""

from __future__ import annotations

from bot.dialogue.answers import Text
from bot.dialogue.flow import Flow, Step
from bot.flows.world import TheFlow, TheSight, Values
from bot.mentorship.search import ADDRESSES
from bot.mentorship.search_commands import AddPartner


def _name(at: TheSight) -> Values:
    return {"name": at.text("name")}


FLOW: TheFlow = Flow(
    id="partner",
    start="name",
    steps=(
        Step("name", "partner/name", Text(1, 60), "address"),
        Step("address", "partner/address", Text(2, 30), choices=ADDRESSES, values=_name),
    ),
    done=lambda at: AddPartner(at.text("name"), at.picked("address") or at.text("address")),
)
