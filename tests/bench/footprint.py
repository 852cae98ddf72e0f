"""How soon the bot answers after a start, and how much memory it takes, by the people in its file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.clock import WallClock
from tests.bench.contenders import the_bot
from tests.bench.people import SILENT, TALKERS, copy_silent, settle
from tests.bench.processes import Cores
from tests.bench.stores import Store, make_file
from tests.bench.telegram import Telegram

TALK_ROUNDS = 20
"""Texts of each person before memory is read."""


@dataclass(frozen=True)
class Footprint:
    """Seconds from exec to the first answer to a text that waited, of the wall's clock and the processor's;
    megabytes after some hundred answers."""

    wall: float
    cpu: float
    megabytes: float


def crowd(path: Path, talkers: int, people: int) -> Store:
    """A file with so many people in it, of whom so many talk."""
    silent = range(SILENT, SILENT + people - talkers)
    return make_file(
        path,
        partial(settle, ids=range(TALKERS, TALKERS + talkers), at=WallClock().now()),
        partial(copy_silent, model=TALKERS, ids=silent),
    )


def footprint(store: Store, at: Telegram, talkers: int, cores: Cores) -> Footprint:
    """Start the bot on that file while a text waits, then talk for a while.

    The simulator is the same for all runs on a file: a new one would count its updates from the start again.
    """
    at.ask(range(TALKERS, TALKERS + 1), rounds=1, texts=("/status",))
    with the_bot(store, at, cores) as bot:
        first = at.answers(1, timeout=60, alive=bot.process.alive)
        cpu = bot.process.cpu()
        bot.answer(talkers, TALK_ROUNDS)
        return Footprint(first.last - bot.process.began, cpu, bot.process.megabytes())
