"""What became of the ask (DOMAIN 1.7): yes, no, or later; recorded by the mentee, told to nobody."""

from __future__ import annotations

from bot.dialogue.answers import Pick
from bot.dialogue.flow import Flow, Step, review
from bot.flows.world import TheFlow, TheSight, Values, candidate_of
from bot.mentorship.commands import RecordOutcome

OUTCOMES = ("yes", "later", "no")


def _about(at: TheSight) -> Values:
    one = candidate_of(at.world, at.subject)
    return {"name": one.name if one is not None else "", "outcome": at.picked("outcome")}


def _done(at: TheSight) -> RecordOutcome:
    return RecordOutcome(at.subject, at.picked("outcome"))


FLOW: TheFlow = Flow(
    id="outcome",
    start="outcome",
    steps=(
        Step("outcome", "outcome/outcome", Pick(), "review", OUTCOMES, _about),
        review("outcome/review", _about),
    ),
    done=_done,
)
