"""The learning goal (DOMAIN 1.1): an ability in a situation; sign, date and reason may stay open."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from bot.dialogue.answers import Answer, Answers, Choice, Day, Phrase, Pick, Text
from bot.dialogue.events import Part
from bot.dialogue.flow import Branch, Flow, Step, review
from bot.flows.world import TheFlow, TheSight, Values, World, given, taken, words
from bot.mentorship.goal import is_outcome, names_person, several
from bot.mentorship.search import Goal, Words
from bot.mentorship.search_commands import SetGoal

SKILLS = ("fact_finding", "prospecting", "closing", "referrals", "presenting", "recruiting")
SITUATIONS = ("business_owners", "specialists", "young_families", "wealthy", "existing_clients", "team")
STUCK = ("prospecting", "fact_finding", "closing", "referrals")
SIGNS = ("alone", "asked_back", "ten_talks", "open")
REASONS = ("stuck", "chance", "clients", "open")
MONTHS = {"m3": 3, "m6": 6, "m12": 12}
OPEN = Answer(picked=("open",))


def _after_skill(at: TheSight) -> str:
    text = at.text("skill")
    if not text:
        return "situation"
    if names_person(text):
        return "person"
    if len(several(text)) > 1:
        return "which"
    return "reframe" if is_outcome(text) else "situation"


def _named(at: TheSight) -> Values:
    return {"name": names_person(at.text("skill")) or ""}


def _several(at: TheSight) -> tuple[Choice, ...]:
    goals = several(at.text("skill"))[:8]
    return tuple(Choice(f"g{number}", one) for number, one in enumerate(goals, 1))


def skill_of(at: TheSight) -> Words:
    """The ability, from wherever on the path it was said last: behind a target, a name, or a list."""
    for step in ("reframe", "person"):
        if step in at.answers:
            return taken(at.answers[step])
    if "which" in at.answers:
        return Words(own={one.id: str(one.label) for one in _several(at)}[at.picked("which")])
    return taken(at.answers.get("skill"))


def goal_of(at: TheSight) -> Goal:
    """The goal that the answers make."""
    goals = several(at.text("skill")) if "which" in at.answers else ()
    chosen = skill_of(at)
    return Goal(
        skill=chosen,
        situation=taken(at.answers.get("situation")),
        sign=taken(at.answers.get("sign")),
        by=_by(at),
        why=taken(at.answers.get("why")),
        later=tuple(one for one in goals if one != chosen.own)[:2],
    )


def _by(at: TheSight) -> date | None:
    text = at.text("by")
    return date.fromisoformat(text) if text else None


def _days(at: TheSight) -> Mapping[str, str]:
    return {id: months_after(at.world.today, months).isoformat() for id, months in MONTHS.items()}


def months_after(day: date, months: int) -> date:
    """The same day some months later; the last of the month where that month is shorter."""
    year, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))


def goal_values(goal: Goal) -> Values:
    """A goal as prompts show it: each line in the reader's language or in own words."""
    return {
        "skill": words(goal.skill, "skill"),
        "situation": words(goal.situation, "situation"),
        "sign": words(goal.sign, "sign"),
        "by": goal.by,
        "why": words(goal.why, "why"),
        "later": goal.later,
    }


CARD_WORDS = ("title", "skill", "situation", "sign", "by", "why", "later", "open", "footer")


def card_values(goal: Goal) -> Values:
    """What the picture of a goal is drawn from: its lines, the date in words, and the card's own wordings."""
    own = {name: Phrase(f"goal_card.{name}") for name in CARD_WORDS}
    by = Part("goal/by_shown", {"by": goal.by}) if goal.by else ""
    lines = {name: value for name, value in goal_values(goal).items() if name != "by"}
    return {**lines, "by_shown": by, "words": own}


def _review(at: TheSight) -> Values:
    return goal_values(goal_of(at))


def _prefill(world: World, _subject: str) -> Answers:
    """A new goal leaves its optional lines open, to be filled from the summary card or not at all."""
    goal = world.goal
    if goal is None:
        return {"sign": OPEN, "why": OPEN}
    by = Answer(text=goal.by.isoformat()) if goal.by else OPEN
    return {
        "skill": given(goal.skill),
        "situation": given(goal.situation),
        "sign": given(goal.sign),
        "by": by,
        "why": given(goal.why),
    }


def _done(at: TheSight) -> SetGoal:
    return SetGoal(goal_of(at), named=names_person(at.text("skill")) or "")


FLOW: TheFlow = Flow(
    id="goal",
    start="skill",
    steps=(
        Step(
            "skill",
            "goal/skill",
            Text(3, 300),
            Branch(_after_skill, ("person", "which", "reframe", "situation")),
            SKILLS,
        ),
        Step("person", "goal/person", Text(3, 300), "situation", SKILLS, _named),
        Step("which", "goal/which", Pick(), "situation", _several),
        Step("reframe", "goal/reframe", Text(3, 300), "situation", STUCK),
        Step("situation", "goal/situation", Text(3, 300), "by", SITUATIONS),
        Step("by", "goal/by", Day(past=False), "sign", (*MONTHS, "open"), means=_days),
        Step("sign", "goal/sign", Text(3, 300), "why", SIGNS),
        Step("why", "goal/why", Text(3, 300), "review", REASONS),
        review("goal/review", _review, replaced=(("skill", ("person", "which", "reframe")),)),
    ),
    done=_done,
    prefill=_prefill,
)
