"""The local screen that every message passes first, tuned to miss nothing; a find costs one gentle card."""

from __future__ import annotations

from bot.dialogue.acts import Distress
from bot.understanding.alarms import CHECK, CRISIS
from bot.understanding.look_alikes import LOOK_ALIKES
from bot.understanding.misconduct import MISCONDUCT
from bot.understanding.phrases import find, pattern_of, screen
from bot.understanding.undertones import undertone

_SCREEN = screen({"crisis": CRISIS, "misconduct": MISCONDUCT, "check": CHECK})


def distress(reading: str) -> tuple[Distress, ...]:
    """What is found in a normalised message: crisis before misconduct before check; empty for most."""
    if not (find(_SCREEN, reading) or undertone(reading)):
        return ()
    grave = _without_look_alikes(reading)
    found = find(_SCREEN, grave) or (("check",) if undertone(grave) else ())
    return tuple(Distress(area) for area in found)


def _without_look_alikes(reading: str) -> str:
    """The message with a blank for each turn of phrase that only sounds grave."""
    padded = f" {reading} "
    for phrase in LOOK_ALIKES:
        padded = pattern_of(phrase).sub(" _", padded)
    return padded.strip()
