"""What the bot starts of its own accord: the words of a row of the plan, if the row still holds."""

from __future__ import annotations

from bot.dialogue.events import Button, Due, Fresh
from bot.flows import road
from bot.flows.news import all_news
from bot.flows.world import TheMove, Values, World, card_button, said
from bot.mentorship.cadence import QUIET, planned, unanswered
from bot.mentorship.gates import StepKind
from bot.mentorship.next_step import NextStep, next_step
from bot.mentorship.planned import Planned
from bot.mentorship.reminders import LOG, NEWS, TALK

FOOTER = "nudge/footer"


def standing(world: World, event: Due) -> Planned | None:
    """The planned row that this event is; None where the person's state has moved on, or it is too late."""
    name = (event.subject, event.kind, event.occurrence)
    for row in planned(world.mine, world.now):
        if (row.subject, row.kind, row.occurrence) == name and row.due <= world.now <= row.not_after:
            return row
    return None


def due(world: World, event: Due, fresh: Fresh) -> TheMove:
    """The words of a row: a reminder of a date, news, or a nudge with the next step to tap."""
    row = standing(world, event)
    if row is None:
        return TheMove()
    if row.kind == NEWS:
        return all_news(world, fresh)
    if row.kind in (TALK, LOG):
        return _reminder(world, row)
    return _nudge(world, row, fresh)


def _reminder(world: World, row: Planned) -> TheMove:
    """Asked for by planning a talk: about that candidate, whatever else comes next."""
    step = NextStep(StepKind.BOOKED, row.subject.rpartition(".")[2])
    prompt = f"remind/{row.kind.partition('.')[2]}"
    ids = ("opener", "plan", "cancel") if row.kind == TALK else ("talk", "plan", "cancel")
    buttons = tuple(card_button(prompt, id, road.data(world, id, step.candidate)) for id in ids)
    return TheMove(say=(said(prompt, road.step_values(world, step)),), buttons=buttons)


def _nudge(world: World, row: Planned, fresh: Fresh) -> TheMove:
    """The next step, and one small button to change or stop reminders."""
    words = said(f"nudge/{row.kind.removeprefix('nudge.')}", _values(world, row))
    if row.kind == QUIET:
        return TheMove(say=(words,), buttons=(card_button(FOOTER, "wake", "resume::0"),))
    footer: Button = card_button(FOOTER, "reminders", "pause::0")
    return TheMove(say=(words,), buttons=(*road.way_on(world, fresh).buttons, footer))


def _values(world: World, row: Planned) -> Values:
    step = next_step(world.mine)
    day = row.occurrence.rpartition("-")[2]
    return {
        **road.step_values(world, step),
        "step": str(step.kind),
        "times": unanswered(world.me),
        "days": int(day) if day.isdecimal() else 0,
    }
