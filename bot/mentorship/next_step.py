"""The one next step of a search, and how far each candidate has come."""

from __future__ import annotations

from dataclasses import dataclass

from bot.mentorship.gates import StepKind, may
from bot.mentorship.search import (
    LEAST_TALKS,
    USUAL_TALKS,
    Candidate,
    Search,
    Standing,
    active,
    asking,
    talk_days,
    waiting,
)

_ROAD = (StepKind.TIES, StepKind.RAPPORT, StepKind.FIT, StepKind.ASK, StepKind.OUTCOME)


@dataclass(frozen=True)
class NextStep:
    """`candidate` is whom it concerns; empty for the goal, the criteria and the shortlist."""

    kind: StepKind
    candidate: str = ""


@dataclass(frozen=True)
class Progress:
    """How far one candidate has come. `step` is None once they are out of play."""

    candidate: Candidate
    step: StepKind | None
    done: tuple[StepKind, ...]
    talk_days: int
    needed: int = LEAST_TALKS
    usual: int = USUAL_TALKS


def next_step(search: Search | None) -> NextStep:
    """What to do next, always defined and always permitted by `may`.

    Of several candidates it is the one furthest along. Whoever answered "later" waits until nobody else
    is left to go on with and the shortlist is full.
    """
    if search is None or search.goal is None:
        return NextStep(StepKind.GOAL)
    if search.criteria is None:
        return NextStep(StepKind.CRITERIA)
    for one in search.candidates:
        if one.standing is Standing.AGREED:
            return NextStep(StepKind.AGREED, one.id)
    in_hand = [one for one in active(search) if not waiting(one)]
    if in_hand:
        furthest = max(in_hand, key=lambda one: (_ROAD.index(_step(one)), talk_days(one)))
        return NextStep(_step(furthest), furthest.id)
    if may(search, StepKind.CANDIDATES) is None:
        return NextStep(StepKind.CANDIDATES)
    return NextStep(StepKind.OUTCOME, active(search)[0].id)


def steps_of(search: Search | None) -> tuple[Progress, ...]:
    """Every candidate's progress, oldest candidate first, for a status card."""
    if search is None:
        return ()
    return tuple(Progress(one, _place(one), _done(one), talk_days(one)) for one in search.candidates)


def _place(one: Candidate) -> StepKind | None:
    if one.standing is Standing.AGREED:
        return StepKind.AGREED
    return _step(one) if one.standing is Standing.ACTIVE else None


def _step(one: Candidate) -> StepKind:
    """Where a candidate in play stands."""
    if one.ties is None:
        return StepKind.TIES
    if asking(one) or waiting(one):
        return StepKind.OUTCOME
    if talk_days(one) < LEAST_TALKS:
        return StepKind.RAPPORT
    if one.fit is None:
        return StepKind.FIT
    if one.fit.decision == "go_on":
        return StepKind.ASK
    return StepKind.FIT if talk_days(one) > one.fit.days else StepKind.RAPPORT


def _done(one: Candidate) -> tuple[StepKind, ...]:
    done = {
        StepKind.TIES: one.ties is not None,
        StepKind.RAPPORT: talk_days(one) >= LEAST_TALKS,
        StepKind.FIT: one.fit is not None and one.fit.decision == "go_on",
        StepKind.ASK: one.ask is not None,
        StepKind.OUTCOME: one.ask is not None and bool(one.ask.outcome),
    }
    return tuple(step for step, is_done in done.items() if is_done)
