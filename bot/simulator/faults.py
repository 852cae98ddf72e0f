"""What can go wrong between a bot and Telegram, switched on at will.

A fault of a *call* says whether Telegram did what was asked and what the bot hears of it:

    sim.faults.fail(reset(accepted=True), method="sendMessage")          # the next one
    sim.faults.fail(too_many(2), times=3)                                # the next three of any method
    sim.faults.fail(server_error(), method="sendMessage", share=0.1)     # one in ten, until `clear()`

Faults of *updates* are odds: `duplicate` hands an update out again after it was confirmed, `reorder` swaps
an update with the one after it, `press_again` delivers a press once more under a new update id.
"""

import random
from dataclasses import dataclass, field

from bot.simulator import refusals
from bot.simulator.refusals import RefusalError

NAMES = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Telegram does it or not (`accepted`), waits (`stall`, seconds), answers so or (None) cuts the line."""

    accepted: bool
    answer: RefusalError | None
    stall: float = 0.0


def too_many(retry_after: int = 1) -> Fault:
    """429 that asks to wait for so many seconds; nothing was done."""
    return Fault(False, refusals.too_many(retry_after))


def server_error(code: int = 502, *, accepted: bool = False) -> Fault:
    """500, 502, 503 or 504; with `accepted` it was done all the same."""
    return Fault(accepted, RefusalError(code, NAMES[code]))


def timeout_after_accept(stall: float = 60.0) -> Fault:
    """It was done, and no answer comes; after `stall` seconds the line is cut."""
    return Fault(True, None, stall)


def reset(*, accepted: bool = False) -> Fault:
    """The connection is reset, before or (with `accepted`) after it was done."""
    return Fault(accepted, None)


@dataclass(slots=True)
class Odds:
    """How often something goes wrong: the next `times` occasions, and a `share` (0 to 1) of all others."""

    chance: random.Random
    times: int = 0
    share: float = 0.0

    def next(self, times: int = 1) -> None:
        """The next so many occasions go wrong."""
        self.times += times

    def strike(self) -> bool:
        """Whether this occasion goes wrong."""
        if self.times:
            self.times -= 1
            return True
        return self.share > 0 and self.chance.random() < self.share


@dataclass(slots=True)
class _Armed:
    fault: Fault
    method: str | None
    odds: Odds


@dataclass(slots=True)
class Faults:
    """All the knobs. The same seed goes wrong in the same places."""

    seed: int = 0
    chance: random.Random = field(init=False)
    duplicate: Odds = field(init=False)
    reorder: Odds = field(init=False)
    press_again: Odds = field(init=False)
    _armed: list[_Armed] = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311 - faults, not secrets
        self.clear()

    def clear(self) -> None:
        """All is well again."""
        self.duplicate, self.reorder, self.press_again = (Odds(self.chance) for _ in range(3))
        self._armed = []

    def fail(self, fault: Fault, *, method: str | None = None, times: int = 0, share: float = 0.0) -> None:
        """Arms a fault for calls of one method (or any): the next `times` of them, or a share of all.

        Without either it is the next call.
        """
        if not times and not share:
            times = 1
        self._armed.append(_Armed(fault, method, Odds(self.chance, times, share)))

    def take(self, method: str) -> Fault | None:
        """The fault this call meets, if any."""
        for armed in self._armed:
            if armed.method in (None, method) and armed.odds.strike():
                return armed.fault
        return None
