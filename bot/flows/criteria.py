"""What a mentor must bring for the goal (DOMAIN 1.2). Charm, fame and likeness are a bonus."""

from __future__ import annotations

from bot.dialogue.answers import Answer, Answers, PickMany, Text
from bot.dialogue.flow import Branch, Flow, Step, review
from bot.flows.world import TheFlow, TheSight, Values, World, given, taken, words
from bot.mentorship.bonus import is_bonus
from bot.mentorship.search import Criteria, Words
from bot.mentorship.search_commands import SetCriteria

EXPERIENCES = ("did_it", "from_zero", "same_segment", "coached")
TRAITS = ("patient", "frank", "structured", "asks")
EXPECTS = ("practice", "feedback", "stories", "company")
LEARNS = ("watching", "trying", "talking", "reading")
CONDITIONS = ("online", "evenings", "bahasa", "english", "city", "none")
NONE = Answer(picked=("none",))


def _after_trait(at: TheSight) -> str:
    return "needed" if is_bonus(at.text("trait")) else "expects"


def goal_lines(at: TheSight) -> Values:
    goal = at.world.goal
    if goal is None:
        return {"skill": "", "situation": ""}
    return {"skill": words(goal.skill, "skill"), "situation": words(goal.situation, "situation")}


def _bonus(at: TheSight) -> Values:
    return {"bonus": at.text("trait")}


def criteria_of(at: TheSight) -> Criteria:
    """The criteria that the answers make; a trait that is only charm becomes the bonus."""
    charm = Words(own=at.text("trait")) if "needed" in at.answers else Words()
    return Criteria(
        experience=taken(at.answers.get("experience")),
        trait=taken(at.answers.get("needed" if charm else "trait")),
        conditions=tuple(one for one in at.many("conditions") if one != "none"),
        bonus=charm,
        expects=taken(at.answers.get("expects")),
        learns=taken(at.answers.get("learns")),
    )


def criteria_values(criteria: Criteria) -> Values:
    """Criteria as prompts show them."""
    return {
        "experience": words(criteria.experience, "experience"),
        "trait": words(criteria.trait, "trait"),
        "conditions": tuple(words(Words(preset=one), "condition") for one in criteria.conditions),
        "bonus": words(criteria.bonus, "trait"),
        "expects": words(criteria.expects, "expects"),
        "learns": words(criteria.learns, "learns"),
    }


def _review(at: TheSight) -> Values:
    return criteria_values(criteria_of(at))


def _prefill(world: World, _subject: str) -> Answers:
    """New criteria leave the working conditions at none; the summary card offers them where they matter."""
    criteria = world.search.criteria if world.search is not None else None
    if criteria is None:
        return {"conditions": NONE}
    trait: Answers = {"trait": given(criteria.trait)}
    if criteria.bonus:
        trait = {"trait": given(criteria.bonus), "needed": given(criteria.trait)}
    return {
        "experience": given(criteria.experience),
        **trait,
        "expects": given(criteria.expects),
        "learns": given(criteria.learns),
        "conditions": Answer(picked=criteria.conditions) if criteria.conditions else NONE,
    }


def _done(at: TheSight) -> SetCriteria:
    return SetCriteria(criteria_of(at))


FLOW: TheFlow = Flow(
    id="criteria",
    start="experience",
    steps=(
        Step("experience", "criteria/experience", Text(3, 300), "trait", EXPERIENCES, goal_lines),
        Step(
            "trait",
            "criteria/trait",
            Text(3, 300),
            Branch(_after_trait, ("needed", "expects")),
            TRAITS,
            goal_lines,
        ),
        Step("needed", "criteria/needed", Text(3, 300), "expects", TRAITS, _bonus),
        Step("expects", "criteria/expects", Text(3, 300), "learns", EXPECTS),
        Step("learns", "criteria/learns", Text(3, 300), "conditions", LEARNS),
        Step("conditions", "criteria/conditions", PickMany(alone=("none",)), "review", CONDITIONS),
        review("criteria/review", _review),
    ),
    done=_done,
    prefill=_prefill,
)
