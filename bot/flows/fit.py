"""The fit question (DOMAIN 1.6): evidence first, then help with the goal. It advises, it never locks."""

from __future__ import annotations

from bot.dialogue.answers import Pick, Text
from bot.dialogue.flow import Branch, Flow, Step, review
from bot.flows.criteria import goal_lines
from bot.flows.world import TheFlow, TheSight, Values, candidate_of
from bot.mentorship.commands import JudgeFit

HELP = {"not_at_all": 1, "a_little": 2, "partly": 3, "well": 4, "exactly": 5}
LOW = 2
DECISIONS = ("go_on", "talk_more", "choose_another")


def _about(at: TheSight) -> Values:
    one = candidate_of(at.world, at.subject)
    learned = tuple(talk.learned for talk in one.talks) if one is not None else ()
    return {**goal_lines(at), "name": one.name if one is not None else "", "learned": learned}


def _after_help(at: TheSight) -> str:
    return "decision" if HELP[at.picked("goal_help")] <= LOW else "review"


def _review(at: TheSight) -> Values:
    picked = {step: at.picked(step) for step in ("goal_help", "decision")}
    return {**_about(at), "evidence": at.text("evidence"), **picked}


def _done(at: TheSight) -> JudgeFit:
    decision = at.picked("decision") or "go_on"
    return JudgeFit(at.subject, at.text("evidence"), HELP[at.picked("goal_help")], decision)


FLOW: TheFlow = Flow(
    id="fit",
    start="evidence",
    steps=(
        Step("evidence", "fit/evidence", Text(5, 600), "goal_help", values=_about),
        Step(
            "goal_help",
            "fit/goal_help",
            Pick(),
            Branch(_after_help, ("decision", "review")),
            tuple(HELP),
            _about,
        ),
        Step("decision", "fit/decision", Pick(), "review", DECISIONS, _about),
        review("fit/review", _review),
    ),
    done=_done,
)
