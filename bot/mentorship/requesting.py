"""The ask, and what became of it (DOMAIN 1.7 and 1.8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.mentorship.calendar import When
from bot.mentorship.gates import NOBODY_AGREED, ROOM, Gate, refusal
from bot.mentorship.refused import Reason, Refused
from bot.mentorship.search import DECLINES, OUTCOMES, PROPOSALS, Ask, Search, Standing, asking
from bot.mentorship.search_commands import OpenAsk, RecordOutcome
from bot.mentorship.shortlist import found, having


def open_ask(search: Search, command: OpenAsk, when: When) -> Search | Refused:
    """Taking the draft again changes what it says, not when it was opened; after a "later" it asks anew."""
    if not command.name.strip():
        return Refused(Reason.NAME_MISSING)
    if command.proposal not in PROPOSALS:
        return Refused(Reason.UNKNOWN_CHOICE)
    one = found(search, command.candidate)
    opened = one.ask.opened if one.ask is not None and asking(one) else when.now
    ask = Ask(opened, command.proposal, command.where)
    return having(search, replace(one, ask=ask, booked=None))


def record_outcome(search: Search, command: RecordOutcome, when: When) -> Search | Refused:
    """No answer after the second week counts like a soft no: the goal goes on with somebody else."""
    one = found(search, command.candidate)
    if command.outcome not in OUTCOMES or one.ask is None or command.reason not in ("", *DECLINES):
        return Refused(Reason.UNKNOWN_CHOICE)
    refused = refusal(_AFTER[command.outcome], search, one.id)
    if refused:
        return refused
    standing = _STANDING[command.outcome]
    closed = when.now if standing is Standing.DECLINED else None
    ask = replace(one.ask, outcome=command.outcome, reason=command.reason, settled=when.today)
    return having(search, replace(one, standing=standing, closed=closed, ask=ask))


_STANDING = {
    "yes": Standing.AGREED,
    "no": Standing.DECLINED,
    "no_answer": Standing.DECLINED,
    "later": Standing.ACTIVE,
}
_AFTER: Mapping[str, tuple[Gate, ...]] = {
    "yes": (NOBODY_AGREED,),
    "no": (),
    "no_answer": (),
    "later": (ROOM,),
}
"""A corrected outcome brings a candidate back into play, so it meets what a new one would meet."""
