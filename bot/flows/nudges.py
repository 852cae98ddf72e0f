"""What the bot starts of its own accord: the words of a row of the plan, if the row still holds."""

from __future__ import annotations

from bot.dialogue.events import Due, Fresh
from bot.flows import road
from bot.flows.world import TheMove, World, card_button, said
from bot.mentorship.cadence import QUIET, Planned, planned, unanswered
from bot.mentorship.next_step import next_step


def standing(world: World, event: Due) -> Planned | None:
    """The planned row that this event is; None where the person's state has moved on, or it is too late."""
    name = (event.subject, event.kind, event.occurrence)
    for row in planned(world.me, world.search, world.now):
        if (row.subject, row.kind, row.occurrence) == name and row.due <= world.now <= row.not_after:
            return row
    return None


def due(world: World, event: Due, fresh: Fresh) -> TheMove:
    """A nudge: its words, the next step to tap, one small button to change or stop reminders."""
    row = standing(world, event)
    if row is None:
        return TheMove()
    step = next_step(world.search)
    values = {**road.step_values(world, step), "step": str(step.kind), "times": unanswered(world.me)}
    words = said(f"nudge/{row.kind.removeprefix('nudge.')}", values)
    if row.kind == QUIET:
        return TheMove(say=(words,), buttons=(card_button("nudge/footer", "wake", "resume::0"),))
    footer = card_button("nudge/footer", "reminders", "pause::0")
    return TheMove(say=(words,), buttons=(*road.way_on(world, fresh).buttons, footer))
