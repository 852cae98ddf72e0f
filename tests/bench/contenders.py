"""The bot and the echoes as processes, each at a simulator of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from tests.bench.people import TALKERS, TEXTS
from tests.bench.processes import Cores, Running, running
from tests.bench.stores import Store
from tests.bench.telegram import TOKEN, Answers, Telegram
from tests.e2e.bots import environment_for

Kind = Literal["bot", "library", "bare", "stock"]

ANSWER_SECONDS = 120.0


@dataclass(frozen=True)
class Contender:
    """A process that answers, and the simulator it answers at."""

    kind: Kind
    telegram: Telegram
    process: Running

    def answer(self, people: int, rounds: int, every: float = 0.0) -> Answers:
        """So many people write so many texts each; what came of it once all are answered."""
        self.telegram.ask(range(TALKERS, TALKERS + people), rounds, TEXTS, every)
        return self.telegram.answers(people * rounds, ANSWER_SECONDS + rounds * every, self.process.alive)


@contextmanager
def the_bot(store: Store, at: Telegram, cores: Cores) -> Iterator[Contender]:
    """`python -m bot run` on that file, without limits on sending."""
    own = {"TELEGRAM_BOT_TOKEN": TOKEN, "ENCRYPTION_KEYS": store.key, "LOG_LEVEL": "warning"}
    environment = environment_for(at.address, store.url, **own)
    with running(("-m", "bot", "run"), cores.bots, environment) as process:
        yield Contender("bot", at, process)


@contextmanager
def an_echo(kind: Kind, at: Telegram, cores: Cores) -> Iterator[Contender]:
    """An echo of that kind."""
    environment = {"PATH": os.environ["PATH"], "PTB_TIMEDELTA": "true"}
    with running(("-m", "tests.bench.echo", at.address, kind), cores.bots, environment) as process:
        yield Contender(kind, at, process)
