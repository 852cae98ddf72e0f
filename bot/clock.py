"""The domain's clock: due times, quiet hours, dates. Leases run on the machine clock, in `storage`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Whoever tells what moment it is."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        ...


@dataclass(frozen=True)
class WallClock:
    """The time of the machine."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC)


@dataclass
class MovedClock:
    """The time of the machine, moved forward: the demo's clock. It never goes back."""

    ahead: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC) + self.ahead

    def reach(self, moment: datetime) -> None:
        """Move forward to a moment; nothing happens where it is past already."""
        self.ahead = max(self.ahead, moment - datetime.now(UTC))


@dataclass
class FixedClock:
    """A clock that stands until it is set, so that two runs can be compared."""

    moment: datetime

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return self.moment
