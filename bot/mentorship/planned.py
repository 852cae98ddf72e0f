"""A row of the plan, as the domain wants it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Klass = Literal["reminder", "partner", "nudge"]
"""DOMAIN 4.2: what a person asked for by planning a date; what happened elsewhere; what the bot starts."""


def stamp(at: datetime) -> str:
    """A moment as part of an occurrence: a row planned anew from the same moment is the same row."""
    return f"{at:%Y%m%dT%H%M%S.%f}"


@dataclass(frozen=True)
class Planned:
    """One row of the plan, unique by subject, kind and occurrence.

    Past `not_after` it goes back to
    planning instead of out. Both times are in UTC.
    """

    subject: str
    kind: str
    occurrence: str
    klass: Klass
    due: datetime
    not_after: datetime
