"""The simulator as a process of its own, told from outside what its people do, asked how it was answered."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.request import Request, urlopen

from tests.bench.processes import Cores, running

TOKEN = "1000001:bench"
"""Of every bot here, each at a simulator of its own."""

ASK_SECONDS = 0.1
"""Between two looks at how far it is; the looks are the simulator's work, not the bot's."""


class Unanswered(Exception):
    """A bot did not answer in time; the words say how far it got."""


@dataclass(frozen=True)
class Answers:
    """What came of a load: how many were answered, the wall seconds, and each answer's seconds in order."""

    answered: int
    seconds: float
    each: tuple[float, ...]
    last: float
    """When the last answer came in, in monotonic seconds."""


@dataclass(frozen=True)
class Telegram:
    """A running simulator at this address."""

    address: str

    def ask(self, people: range, rounds: int, texts: Sequence[str], every: float = 0.0) -> None:
        """Each of these people writes so many texts: all at once, or one every so many seconds."""
        load = {"people": len(people), "first": people.start, "rounds": rounds, "texts": list(texts)}
        self._call("POST", "/load", {**load, "every": every})

    def answers(self, expected: int, timeout: float, alive: Callable[[], bool]) -> Answers:
        """Wait until so many texts are answered; then the load is forgotten.

        Raises Unanswered after so many seconds, or when the bot is not `alive` any more.
        """
        deadline = time.monotonic() + timeout
        while (counts := self._call("GET", "/load"))["answered"] < expected:
            if time.monotonic() > deadline or not alive():
                raise Unanswered(f"only {counts['answered']} of {expected} texts were answered")
            time.sleep(ASK_SECONDS)
        samples = self._call("GET", "/load?samples=1")["samples"]
        self._call("DELETE", "/load")
        each = tuple(sorted(received - available for _, available, received in samples))
        first, last = counts["first_available"], counts["last_received"]
        return Answers(len(samples), last - first, each, last)

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        request = Request(self.address + path, data=data, headers=headers, method=method)
        with urlopen(request, timeout=60) as answer:
            return json.load(answer)


@contextmanager
def telegram(cores: Cores) -> Iterator[Telegram]:
    """A fresh simulator that remembers no more than it must."""
    arguments = ("-m", "bot.simulator", "--token", TOKEN, "--keep", "10")
    with running(arguments, cores.simulator, heard=True) as simulator:
        yield Telegram(simulator.first_line())
