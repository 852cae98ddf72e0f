"""A row of the plan, as the domain wants it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Klass = Literal["reminder", "partner", "nudge"]
"""DOMAIN 4.2: what a person asked for by planning a date; what happened elsewhere; what the bot starts."""


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
