"""Measured load: when each text became available to the bot, and when the answer to it came in."""

import asyncio
from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sample:
    """One answered text: whose, available since, answer received at (monotonic seconds)."""

    person_id: int
    available: float
    received: float


@dataclass(slots=True)
class Load:
    """Texts asked under load and their answers; within a chat the first answer is that of the first text."""

    asked_in_all: int = 0
    samples: list[Sample] = field(default_factory=list)
    waiting: dict[int, deque[float]] = field(default_factory=dict)
    running: set[asyncio.Task[None]] = field(default_factory=set)

    def asked(self, person_id: int, available: float) -> None:
        """A text became available in getUpdates."""
        self.asked_in_all += 1
        self.waiting.setdefault(person_id, deque()).append(available)

    def answered(self, person_id: int, received: float) -> None:
        """A sendMessage to the person was accepted, received at that moment."""
        if self.waiting and (times := self.waiting.get(person_id)):
            self.samples.append(Sample(person_id, times.popleft(), received))

    def clear(self) -> None:
        """Stops what still runs and forgets all of it."""
        for task in self.running:
            task.cancel()
        self.asked_in_all = 0
        self.samples.clear()
        self.waiting.clear()
