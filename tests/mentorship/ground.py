"""What people share: the time, links and pairs, and facts on their way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.mentorship.inviting import Fact
from storage.together import Together

MONDAY = datetime(2026, 11, 2, 3, tzinfo=UTC)
"""Ten in the morning in Jakarta, on a working day."""


@dataclass
class Ground:
    """What people share: the time, the links and pairs, and the facts on their way from one to another."""

    now: datetime = MONDAY
    together: Together = field(default_factory=Together)
    facts: list[Fact] = field(default_factory=list)
    tokens: int = 0

    def token(self) -> str:
        self.tokens += 1
        return f"t{self.tokens}"
