"""The fit question (DOMAIN 1.6): evidence first, then five scales in words. It advises, it never locks."""

from __future__ import annotations

from bot.dialogue.answers import Answer, Answers, Pick, Text
from bot.dialogue.flow import END, Branch, Flow, Step
from bot.flows.criteria import criteria_values, goal_lines
from bot.flows.world import TheFlow, TheSight, Values, World, candidate_of, named
from bot.mentorship.search import MUSTS
from bot.mentorship.search_commands import JudgeFit

HELP = {"not_at_all": 1, "a_little": 2, "partly": 3, "well": 4, "exactly": 5}
HONEST = {"not_at_all": 1, "hardly": 2, "partly": 3, "mostly": 4, "fully": 5}
TIME = {"not_at_all": 1, "rarely": 2, "partly": 3, "mostly": 4, "always": 5}
LIKE = {"far": 1, "rather_far": 2, "partly": 3, "close": 4, "very_close": 5}
LOW = 2
PASS = "pass"  # noqa: S105
DECISIONS = ("go_on", "talk_more", "choose_another")


def _about(at: TheSight) -> Values:
    one, search = candidate_of(at.world, at.subject), at.world.search
    learned = tuple(talk.learned for talk in one.talks) if one is not None else ()
    criteria = criteria_values(search.criteria) if search is not None and search.criteria is not None else {}
    musts = {name: criteria.get(name, "") for name in ("experience", "trait")}
    return {**goal_lines(at), **musts, **named(at), "learned": learned}


def weak(at: TheSight) -> tuple[str, ...]:
    """What speaks for another talk or another candidate: little help, little openness, an unmet must."""
    found = []
    if HELP.get(at.picked("goal_help"), 5) <= LOW:
        found.append("goal_help")
    if HONEST.get(at.picked("honest"), 5) <= LOW:
        found.append("honest")
    if at.picked("musts") not in ("", "both"):
        found.append("musts")
    return tuple(found)


def _advice(at: TheSight) -> Values:
    found = weak(at)
    return {**_about(at), **{name: name in found for name in ("goal_help", "honest", "musts")}}


def _after_values(at: TheSight) -> str:
    return "decision" if weak(at) else END


def _done(at: TheSight) -> JudgeFit:
    return JudgeFit(
        at.subject,
        at.text("evidence"),
        HELP[at.picked("goal_help")],
        at.picked("decision") or "go_on",
        at.picked("musts"),
        HONEST.get(at.picked("honest"), 0),
        TIME.get(at.picked("time"), 0),
        LIKE.get(at.picked("way"), 0),
        LIKE.get(at.picked("values"), 0),
    )


def _prefill(world: World, subject: str) -> Answers:
    """Weighing again begins with the evidence that stood; the scales are asked anew."""
    one = candidate_of(world, subject)
    if one is None or one.fit is None:
        return {}
    return {"evidence": Answer(text=one.fit.evidence, stands=False)}


FLOW: TheFlow = Flow(
    id="fit",
    start="evidence",
    steps=(
        Step("evidence", "fit/evidence", Text(5, 600), "musts", values=_about),
        Step("musts", "fit/musts", Pick(), "goal_help", MUSTS, _about),
        Step("goal_help", "fit/goal_help", Pick(), "honest", tuple(HELP), _about),
        Step("honest", "fit/honest", Pick(), "time", (*HONEST, PASS), _about),
        Step("time", "fit/time", Pick(), "way", (*TIME, PASS), _about),
        Step("way", "fit/way", Pick(), "values", (*LIKE, PASS), _about),
        Step("values", "fit/values", Pick(), Branch(_after_values, ("decision", END)), (*LIKE, PASS), _about),
        Step("decision", "fit/decision", Pick(), choices=DECISIONS, values=_advice),
    ),
    done=_done,
    prefill=_prefill,
)
