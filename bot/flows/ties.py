"""The conflict question (DOMAIN 1.4): private for good, a warning with an informed choice, never a block."""

from __future__ import annotations

from bot.dialogue.answers import Phrase, Pick, PickMany
from bot.dialogue.flow import END, Branch, Flow, Step
from bot.flows.world import TheFlow, TheSight, Values, named
from bot.mentorship.search import TIES, Ties
from bot.mentorship.search_commands import SetAside, TellTies

NONE = "none"
DECISIONS = ("go_on", "refer", "another")


def _after_ties(at: TheSight) -> str:
    return END if at.many("ties") == (NONE,) else "holds_back"


def _warning(at: TheSight) -> Values:
    ticked = tuple(Phrase(f"tie.{one}") for one in at.many("ties"))
    return {**named(at), "ties": ticked, "holds_back": at.picked("holds_back")}


def _done(at: TheSight) -> TellTies | SetAside:
    if at.picked("decision") == "another":
        return SetAside(at.subject)
    ticked = tuple(one for one in at.many("ties") if one != NONE)
    return TellTies(at.subject, Ties(ticked, at.picked("holds_back"), at.picked("decision")))


FLOW: TheFlow = Flow(
    id="ties",
    start="ties",
    steps=(
        Step(
            "ties",
            "ties/ties",
            PickMany(alone=(NONE,)),
            Branch(_after_ties, ("holds_back", END)),
            (*TIES, NONE),
            named,
        ),
        Step("holds_back", "ties/holds_back", Pick(), "decision", ("yes", "no", "unsure"), _warning),
        Step("decision", "ties/decision", Pick(), choices=DECISIONS, values=_warning),
    ),
    done=_done,
)
