"""Telegram's limits: about 30 messages a second overall and one a second in a chat, short bursts allowed."""

import math
from dataclasses import dataclass, field

OVERALL_PER_SECOND = 30.0
OVERALL_BURST = 30.0
CHAT_PER_SECOND = 1.0
CHAT_BURST = 3.0


@dataclass(slots=True)
class Bucket:
    """Tokens that fill up at a steady rate; a message takes one."""

    rate: float
    size: float
    tokens: float
    since: float

    def wait(self, now: float) -> float:
        """Seconds until there is a token, 0 when there is one now."""
        self.tokens = min(self.size, self.tokens + (now - self.since) * self.rate)
        self.since = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.rate


@dataclass(slots=True)
class Limits:
    """Counts messages while `on`; a refused message takes nothing."""

    on: bool = False
    overall: Bucket = field(
        default_factory=lambda: Bucket(OVERALL_PER_SECOND, OVERALL_BURST, OVERALL_BURST, 0.0)
    )
    chats: dict[int, Bucket] = field(default_factory=dict)

    def wait(self, chat_id: int, now: float) -> int:
        """0 when a message may go to the chat at this monotonic second, else whole seconds to wait."""
        if not self.on:
            return 0
        chat = self.chats.get(chat_id)
        if chat is None:
            chat = self.chats[chat_id] = Bucket(CHAT_PER_SECOND, CHAT_BURST, CHAT_BURST, now)
        wait = max(chat.wait(now), self.overall.wait(now))
        if wait:
            return math.ceil(wait)
        chat.tokens -= 1
        self.overall.tokens -= 1
        return 0
