"""The demo's clock: where the bot's domain time stands and where the person at the page wants it to go.

The simulator moves nothing itself. The page sets a *target*; the bot hears of it (`other_target`), walks
there in its own steps and reports back (`follow`). Between reports, now is real time plus an offset.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.simulator.records import Json

STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}


class DemoClock:
    """Now, target and next due time, all aware datetimes in UTC."""

    def __init__(
        self,
        *,
        zone: str = "Asia/Jakarta",
        machine: Callable[[], float] = time.time,
        told: Callable[[], None],
    ) -> None:
        self.zone = zone
        self.target: datetime | None = None
        self.next_due: datetime | None = None
        self._machine = machine
        self._told = told
        self._offset = 0.0
        self._moved = asyncio.Event()

    def unix(self) -> int:
        """Now in whole seconds since 1970, as Telegram dates its messages."""
        return int(self._machine() + self._offset)

    def now(self) -> datetime:
        """Now, as far as the bot has got."""
        return datetime.fromtimestamp(self._machine() + self._offset, UTC)

    def advance(self, by: str) -> bool:
        """Sets the target: `hour`, `day` and `week` add up, `next` is the next due time.

        False when `next` has nowhere to go. ValueError on another word.
        """
        if by == "next":
            return self.next_due is not None and self.aim(self.next_due)
        if by not in STEPS:
            raise ValueError(f"by is one of hour, day, week, next, not {by!r}")
        return self.aim(max(self.target or self.now(), self.now()) + STEPS[by])

    def aim(self, target: datetime) -> bool:
        """Sets the target to a moment; False when it is not ahead."""
        if target <= self.now():
            return False
        self.target = target
        self._moved.set()
        self._moved = asyncio.Event()
        self._told()
        return True

    def follow(self, now: datetime, next_due: datetime | None, *, arrived: bool) -> None:
        """The bot says where its clock stands, what falls due next, and whether it has arrived."""
        self._offset = now.timestamp() - self._machine()
        self.next_due = next_due
        if arrived:
            self.target = None
        self._told()

    async def other_target(self, seen: datetime | None, timeout: float) -> datetime | None:
        """Waits up to `timeout` seconds for a target other than the one seen; gives the target there is."""
        try:
            async with asyncio.timeout(timeout):
                while self.target is None or self.target == seen:
                    await self._moved.wait()
        except TimeoutError:
            pass
        return self.target

    def as_json(self) -> Json:
        """The CLOCK of the page: now, target, next_due (ISO, UTC) and zone."""
        return {
            "now": self.now().isoformat(),
            "target": self.target.isoformat() if self.target else None,
            "next_due": self.next_due.isoformat() if self.next_due else None,
            "zone": self.zone,
        }
