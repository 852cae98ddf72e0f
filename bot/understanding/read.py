"""One message's words as acts, gravest first."""

from __future__ import annotations

import unicodedata

from bot.dialogue.acts import Act, Chatter
from bot.understanding.declining import meant
from bot.understanding.lexicon import claimed, exact
from bot.understanding.normalise import normalise, visible
from bot.understanding.safety import distress
from bot.understanding.scope import out_of_scope
from bot.understanding.wonder import wonder

MOST = 3


def read(text: str) -> tuple[Act, ...]:
    """At most three acts in the order they are to be answered; none: the words are content, or unclear.

    Distress comes first, then orders, then what this bot does not do, then questions about it, and last what
    somebody answered an ask: it counts only where a question waits for just that.
    """
    reading = normalise(text)
    if not reading:
        return (Chatter(_wordless(text)),)
    grave = distress(reading)
    short = exact(reading) or claimed(reading)
    beside: tuple[Act, ...] = (
        (short,)
        if short
        else (
            *out_of_scope(reading),
            *wonder(reading),
            *meant(reading),
        )
    )
    return (*grave, *beside)[:MOST]


def _wordless(text: str) -> str:
    pictures = any(unicodedata.category(one) == "So" for one in visible(text))
    return "emoji" if pictures else "blank"
