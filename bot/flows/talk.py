"""A held talk, logged (DOMAIN 1.5): when, one thing learned, and from the second on what was tried."""

from __future__ import annotations

from datetime import date, timedelta

from bot.dialogue.answers import Day, Text
from bot.dialogue.flow import Branch, Flow, Step, review
from bot.flows.world import TheFlow, TheSight, Values, candidate_of
from bot.mentorship.commands import LogTalk

DAYS = {"today": 0, "yesterday": 1, "two_ago": 2, "week_ago": 7}


def day_of(at: TheSight) -> date:
    """The day of the talk, where the mentee is."""
    if at.picked("day"):
        return at.world.today - timedelta(days=DAYS[at.picked("day")])
    return date.fromisoformat(at.text("day"))


def _about(at: TheSight) -> Values:
    one = candidate_of(at.world, at.subject)
    last = one.talks[-1].learned if one is not None and one.talks else ""
    return {"name": one.name if one is not None else "", "last": last}


def _after_learned(at: TheSight) -> str:
    return "tried" if _about(at)["last"] else "review"


def _review(at: TheSight) -> Values:
    return {**_about(at), "day": day_of(at), "learned": at.text("learned"), "tried": at.text("tried")}


def _done(at: TheSight) -> LogTalk:
    return LogTalk(at.subject, day_of(at), at.text("learned"), at.text("tried"))


FLOW: TheFlow = Flow(
    id="talk",
    start="day",
    steps=(
        Step("day", "talk/day", Day(past=True), "learned", tuple(DAYS), _about),
        Step(
            "learned",
            "talk/learned",
            Text(3, 600),
            Branch(_after_learned, ("tried", "review")),
            values=_about,
        ),
        Step("tried", "talk/tried", Text(3, 600), "review", ("open",), _about),
        review("talk/review", _review),
    ),
    done=_done,
)
