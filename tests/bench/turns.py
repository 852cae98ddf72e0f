"""Turns a second of processor time on a backlog, and how long answers take while people write steadily."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.clock import WallClock
from tests.bench.contenders import Contender, an_echo, the_bot
from tests.bench.people import TALKERS, settle
from tests.bench.processes import Cores
from tests.bench.stores import Store, make_file
from tests.bench.telegram import telegram

WARM_UP = {"bot": 10, "library": 10, "bare": 10, "stock": 2}
"""Rounds of texts before anything is measured."""


@dataclass(frozen=True)
class Rate:
    """One backlog answered: turns a second of processor time, and a second of the wall's."""

    a_cpu_second: float
    a_second: float


@dataclass(frozen=True)
class Delay:
    """Milliseconds from available to answered: half, 95 and 99 of a hundred were faster."""

    p50: float
    p95: float
    p99: float


def talkers(path: Path, people: int) -> Store:
    """A file with so many people who had their talk just now."""
    ids = range(TALKERS, TALKERS + people)
    return make_file(path, partial(settle, ids=ids, at=WallClock().now()))


@contextmanager
def everybody(store: Store, people: int, cores: Cores) -> Iterator[tuple[Contender, ...]]:
    """The bot and the three echoes, up and warm."""
    with ExitStack() as stack:
        bot = stack.enter_context(the_bot(store, stack.enter_context(telegram(cores)), cores))
        echoes = [
            stack.enter_context(an_echo(kind, stack.enter_context(telegram(cores)), cores))
            for kind in ("library", "bare", "stock")
        ]
        for one in (bot, *echoes):
            one.answer(people, WARM_UP[one.kind])
        yield (bot, *echoes)


def rate(one: Contender, people: int, texts: int) -> Rate:
    """Answer a backlog of so many texts from so many people."""
    before = one.process.cpu()
    answers = one.answer(people, texts // people)
    spent = one.process.cpu() - before
    return Rate(answers.answered / spent, answers.answered / answers.seconds)


def delay(one: Contender, people: int, rounds: int) -> Delay:
    """Answer people who write one text a second each, whether they are answered or not."""
    each = one.answer(people, rounds, every=1.0).each
    return Delay(*(_percentile(each, share) * 1000 for share in (0.50, 0.95, 0.99)))


def _percentile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
