"""What became of the ask (DOMAIN 1.7 and 1.8); recorded by the mentee, told to nobody."""

from __future__ import annotations

from bot.dialogue.answers import Pick
from bot.dialogue.flow import END, Branch, Flow, Step
from bot.flows.world import TheFlow, TheSight, named
from bot.mentorship.search import DECLINES
from bot.mentorship.search_commands import RecordOutcome

ORDER = ("yes", "later", "no", "no_answer")


def _after_outcome(at: TheSight) -> str:
    return "reason" if at.picked("outcome") == "no" else END


def _done(at: TheSight) -> RecordOutcome:
    return RecordOutcome(at.subject, at.picked("outcome"), at.picked("reason"))


FLOW: TheFlow = Flow(
    id="outcome",
    start="outcome",
    steps=(
        Step("outcome", "outcome/outcome", Pick(), Branch(_after_outcome, ("reason", END)), ORDER, named),
        Step("reason", "outcome/reason", Pick(), choices=DECLINES, values=named),
    ),
    done=_done,
)
