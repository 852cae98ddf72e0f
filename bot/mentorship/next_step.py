"""The one next step of a search, and how far each candidate has come."""

from __future__ import annotations

from dataclasses import dataclass

from bot.mentorship.gates import StepKind, may
from bot.mentorship.mine import Mine, given
from bot.mentorship.pair import as_mentee
from bot.mentorship.search import (
    LEAST_TALKS,
    USUAL_TALKS,
    Candidate,
    Fit,
    Search,
    Standing,
    active,
    asking,
    followed_up,
    talk_days,
    waiting,
)

_ROAD = (StepKind.TIES, StepKind.RAPPORT, StepKind.BOOKED, StepKind.FIT, StepKind.ASK, StepKind.OUTCOME)


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


def next_step(mine: Mine) -> NextStep:
    """What to do next, always defined and always permitted by `may`.

    Of several candidates it is the one furthest along. Whoever answered "later" waits until nobody else
    is left to go on with and the shortlist is full.
    """
    search = mine.search
    if search is None or search.goal is None:
        return NextStep(StepKind.GOAL)
    together = as_mentee(mine.pairs, mine.me.id)
    if together:
        return NextStep(StepKind.PAIRED, together[0].candidate)
    for one in search.candidates:
        if one.standing is Standing.AGREED:
            return NextStep(StepKind.INVITED if given(mine, one.id) else StepKind.AGREED, one.id)
    if mine.me.door == "pair":
        return NextStep(StepKind.PARTNER)
    return NextStep(StepKind.CRITERIA) if search.criteria is None else _with_candidates(search)


def _with_candidates(search: Search) -> NextStep:
    in_hand = [one for one in active(search) if not waiting(one)]
    if in_hand:
        furthest = max(in_hand, key=lambda one: (_ROAD.index(_step(one)), talk_days(one)))
        return NextStep(_step(furthest), furthest.id)
    if may(search, StepKind.CANDIDATES) is None:
        return NextStep(StepKind.CANDIDATES)
    return NextStep(StepKind.OUTCOME, active(search)[0].id)


def steps_of(mine: Mine) -> tuple[Progress, ...]:
    """Every candidate's progress, oldest candidate first, for a status card."""
    people = mine.search.candidates if mine.search is not None else ()
    return tuple(Progress(one, _place(mine, one), _done(one), talk_days(one)) for one in people)


def _place(mine: Mine, one: Candidate) -> StepKind | None:
    if one.standing is Standing.AGREED:
        together = any(pair.candidate == one.id for pair in as_mentee(mine.pairs, mine.me.id))
        alone = StepKind.INVITED if given(mine, one.id) else StepKind.AGREED
        return StepKind.PAIRED if together else alone
    return _step(one) if one.standing is Standing.ACTIVE else None


def _step(one: Candidate) -> StepKind:
    """Where a candidate in play stands. Three talks open the fit question of themselves, two on request."""
    if one.ties is None:
        return StepKind.TIES
    if asking(one) or waiting(one):
        return StepKind.OUTCOME
    if one.booked is not None:
        return StepKind.BOOKED
    if one.fit is not None:
        return _after_fit(one, one.fit)
    enough = talk_days(one) >= USUAL_TALKS and followed_up(one)
    return StepKind.FIT if enough and any(talk.on_goal for talk in one.talks) else StepKind.RAPPORT


def _after_fit(one: Candidate, fit: Fit) -> StepKind:
    if fit.decision == "go_on":
        return StepKind.ASK
    return StepKind.FIT if talk_days(one) > fit.days else StepKind.RAPPORT


def _done(one: Candidate) -> tuple[StepKind, ...]:
    done = {
        StepKind.TIES: one.ties is not None,
        StepKind.RAPPORT: talk_days(one) >= LEAST_TALKS,
        StepKind.FIT: one.fit is not None and one.fit.decision == "go_on",
        StepKind.ASK: one.ask is not None,
        StepKind.OUTCOME: one.ask is not None and bool(one.ask.outcome),
    }
    return tuple(step for step, is_done in done.items() if is_done)
