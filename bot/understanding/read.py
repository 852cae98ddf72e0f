"""One message's words as acts, gravest first."""

from __future__ import annotations

import unicodedata

from bot.dialogue.events import Act, Chatter
from bot.understanding.lexicon import exact
from bot.understanding.normalise import normalise, visible
from bot.understanding.safety import distress

MOST = 3


def read(text: str) -> tuple[Act, ...]:
    """At most three acts in the order they are to be answered; none: the words are content, or unclear.

    Distress comes first, then orders, then what this bot does not do, then questions about it.
    """
    reading = normalise(text)
    if not reading:
        return (Chatter(_wordless(text)),)
    grave = distress(reading)
    if grave:
        return grave[:MOST]
    short = exact(reading)
    return (short,) if short is not None else ()


def _wordless(text: str) -> str:
    pictures = any(unicodedata.category(one) == "So" for one in visible(text))
    return "emoji" if pictures else "blank"
