"""The moment at which the phrases of these tests are said, and their answer in one line."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding import read_when

NOW = datetime(2026, 11, 24, 11, 36, tzinfo=ZoneInfo("Asia/Jakarta"))
"""A Tuesday, shortly before noon."""


def ahead(text: str, now: datetime = NOW) -> str:
    """What is read where a day ahead is asked for: `2026-12-01T15:00 or …T03:00`, or why nothing is."""
    return _line(text, now, past=False)


def behind(text: str, now: datetime = NOW) -> str:
    """The same where a day behind is asked for."""
    return _line(text, now, past=True)


def _line(text: str, now: datetime, past: bool) -> str:
    when = read_when(text, now, past)
    assert bool(when.options) != bool(when.unread)
    return " or ".join(when.options) or when.unread
