"""A held talk, logged (DOMAIN 1.5): one thing learned, what will be tried, and what was tried of the last."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.answers import Answer, Answers, Day, Pick, Text
from bot.dialogue.flow import END, Branch, Flow, Step
from bot.flows.world import TheFlow, TheSight, Values, World, candidate_of, named
from bot.mentorship.search import to_try
from bot.mentorship.search_commands import LogTalk, ReportTry

DAYS = {"today": 0, "yesterday": 1, "two_ago": 2, "week_ago": 7}


def day_of(at: TheSight) -> date:
    """The day of the talk, where the mentee is."""
    return date.fromisoformat(at.text("day"))


def _days(at: TheSight) -> Mapping[str, str]:
    return {id: (at.world.today - timedelta(days=days)).isoformat() for id, days in DAYS.items()}


def _about(at: TheSight) -> Values:
    one = candidate_of(at.world, at.subject)
    last = to_try(one) if one is not None else None
    return {
        **named(at),
        "last": last.learned if last is not None else "",
        "plan": last.plan if last is not None else "",
    }


def _after_learned(at: TheSight) -> str:
    return "tried" if _about(at)["last"] else "plan"


def _after_plan(at: TheSight) -> str:
    """A talk from before this search may have been about something else."""
    one = candidate_of(at.world, at.subject)
    added = one.added.astimezone(ZoneInfo(at.world.me.zone)).date() if one is not None else date.min
    return "on_goal" if day_of(at) < added else END


def _done(at: TheSight) -> LogTalk:
    on_goal = at.picked("on_goal") != "no"
    said = (at.text("learned"), at.text("plan"), at.text("tried"))
    return LogTalk(at.subject, day_of(at), *said, on_goal=on_goal)


def _prefill(world: World, subject: str) -> Answers:
    """A talk that was planned for today or before was held on its day, if nothing else is said."""
    one = candidate_of(world, subject)
    if one is None or one.booked is None or one.booked.day > world.today:
        return {}
    return {"day": Answer(text=one.booked.day.isoformat())}


def waits(world: World, subject: str) -> bool:
    """Whether what the last talk taught still waits to be tried."""
    one = candidate_of(world, subject)
    return one is not None and to_try(one) is not None


FLOW: TheFlow = Flow(
    id="talk",
    start="day",
    steps=(
        Step("day", "talk/day", Day(past=True), "learned", tuple(DAYS), _about, _days),
        Step(
            "learned", "talk/learned", Text(3, 600), Branch(_after_learned, ("tried", "plan")), values=_about
        ),
        Step("tried", "talk/tried", Text(3, 600), "plan", ("open",), _about),
        Step("plan", "talk/plan", Text(3, 600), Branch(_after_plan, ("on_goal", END)), ("open",), _about),
        Step("on_goal", "talk/on_goal", Pick(), choices=("yes", "no"), values=_about),
    ),
    done=_done,
    prefill=_prefill,
)

TRIED: TheFlow = Flow(
    id="tried",
    start="tried",
    steps=(Step("tried", "talk/tried_now", Text(3, 600), values=_about),),
    done=lambda at: ReportTry(at.subject, at.text("tried")),
)
"""What the last talk taught, tried before the next one."""
