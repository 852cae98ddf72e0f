"""A talk planned (DOMAIN 1.5): one question worth asking, and a day in one's own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.answers import Answers, Day, Pick, Text
from bot.dialogue.flow import END, Branch, Flow, Step
from bot.flows.world import TheFlow, TheSight, Values, World, candidate_of, given, named, taken, words
from bot.flows.zone import ZONES
from bot.mentorship.search import Booking
from bot.mentorship.search_commands import BookTalk

QUESTIONS = ("began", "mistake", "works", "notice")
"""Expertise questions that fit any goal; what they ask stands under `question` in the phrases."""
DAYS = {"tomorrow": 1, "in_three": 3, "in_a_week": 7}


def _about(at: TheSight) -> Values:
    goal = at.world.goal
    return {**named(at), "skill": words(goal.skill, "skill") if goal is not None else ""}


def _days(at: TheSight) -> Mapping[str, str]:
    return {id: (at.world.today + timedelta(days=days)).isoformat() for id, days in DAYS.items()}


def _after_day(at: TheSight) -> str:
    """The zone matters once an hour was said, and is asked once in a life."""
    return "zone" if "T" in at.text("day") and not at.world.me.zone_known else END


def _done(at: TheSight) -> BookTalk:
    said, zone = at.text("day"), ZONES.get(at.picked("zone"), "")
    question = taken(at.answers.get("question"))
    moment = datetime.fromisoformat(said)
    there = moment.replace(tzinfo=ZoneInfo(zone or at.world.me.zone)).astimezone(UTC)
    return BookTalk(at.subject, moment.date(), there if "T" in said else None, question, zone)


def _prefill(world: World, subject: str) -> Answers:
    """Moving a talk keeps its question; only the day is asked anew."""
    one = candidate_of(world, subject)
    if one is None or one.booked is None:
        return {}
    return {"question": given(one.booked.question)}


def booked_values(world: World, booked: Booking) -> Values:
    """A planned talk as prompts show it, in the person's own time."""
    there = booked.at.astimezone(ZoneInfo(world.me.zone)) if booked.at is not None else None
    day: date = there.date() if there is not None else booked.day
    return {"day": day, "time": there.time() if there is not None else None}


FLOW: TheFlow = Flow(
    id="plan",
    start="question",
    steps=(
        Step("question", "plan/question", Text(5, 300), "day", QUESTIONS, _about),
        Step(
            "day",
            "plan/day",
            Day(past=False, hour=True),
            Branch(_after_day, ("zone", END)),
            tuple(DAYS),
            _about,
            _days,
        ),
        Step("zone", "plan/zone", Pick(), choices=(*ZONES, "other")),
    ),
    done=_done,
    prefill=_prefill,
    reopens={"refused/talk_in_past": "day", "refused/talk_too_far": "day"},
)
