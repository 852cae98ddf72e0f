"""The order that nothing skips: what must stand before a step of the search may be taken (DESIGN 7.1).

Only the article's order locks. No score is looked at here: private scores advise their owner, and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.mentorship.refused import Reason, Refused
from bot.mentorship.search import (
    LEAST_TALKS,
    MAX_ACTIVE,
    Candidate,
    Search,
    Standing,
    active,
    asking,
    candidate,
    followed_up,
    talk_days,
)


class StepKind(StrEnum):
    """The steps of a search, in the order of the road. They are released names."""

    GOAL = "goal"
    CRITERIA = "criteria"
    CANDIDATES = "candidates"
    TIES = "ties"
    RAPPORT = "rapport"
    BOOKED = "booked"
    """A talk is planned: before its day it is prepared, after it logged."""
    FIT = "fit"
    ASK = "ask"
    OUTCOME = "outcome"
    AGREED = "agreed"
    """They said yes: the link for the mentor comes next."""
    PARTNER = "partner"
    """Who the mentor is, of a pair that exists already."""
    INVITED = "invited"
    PAIRED = "paired"


Check = Callable[[Search, str], bool]
"""Whether something stands in this search, for the candidate of that id (empty for none)."""


@dataclass(frozen=True)
class Gate:
    """`holds`, or `otherwise` is the reason for the refusal."""

    holds: Check
    otherwise: Reason


def _of(check: Callable[[Candidate], bool]) -> Check:
    def holds(search: Search, id: str) -> bool:
        one = candidate(search, id)
        return one is not None and check(one)

    return holds


def _standing(*standings: Standing) -> Check:
    return _of(lambda one: one.standing in standings)


def _room(search: Search, id: str) -> bool:
    others = [one for one in active(search) if one.id != id]
    return len(others) < MAX_ACTIVE


def _nobody_agreed(search: Search, id: str) -> bool:
    return not any(one.standing is Standing.AGREED for one in search.candidates if one.id != id)


def _no_other_ask(search: Search, id: str) -> bool:
    return not any(asking(one) for one in search.candidates if one.id != id)


GOAL_STANDS = Gate(lambda search, _: search.goal is not None, Reason.GOAL_FIRST)
CRITERIA_STAND = Gate(lambda search, _: search.criteria is not None, Reason.CRITERIA_FIRST)
KNOWN = Gate(_of(lambda _: True), Reason.NO_SUCH_CANDIDATE)
KNOWN_OR_NEW = Gate(lambda search, id: not id or candidate(search, id) is not None, KNOWN.otherwise)
IN_PLAY = Gate(_standing(Standing.ACTIVE), Reason.CANDIDATE_CLOSED)
NOT_CLOSED = Gate(_standing(Standing.ACTIVE, Standing.AGREED), Reason.CANDIDATE_CLOSED)
NOT_DECLINED = Gate(lambda search, id: not _standing(Standing.DECLINED)(search, id), Reason.CANDIDATE_CLOSED)
ROOM = Gate(_room, Reason.TOO_MANY_ACTIVE)
ROOM_TO_CHANGE = Gate(
    lambda search, id: _room(search, id) or _standing(Standing.AGREED)(search, id), ROOM.otherwise
)
TIES_TOLD = Gate(_of(lambda one: one.ties is not None), Reason.TIES_FIRST)
TALKS_HELD = Gate(_of(lambda one: talk_days(one) >= LEAST_TALKS), Reason.TALKS_FIRST)
FOLLOWED_UP = Gate(_of(followed_up), Reason.FOLLOW_UP_FIRST)
GOAL_TALK = Gate(_of(lambda one: any(talk.on_goal for talk in one.talks)), Reason.GOAL_TALK_FIRST)
FIT_JUDGED = Gate(_of(lambda one: one.fit is not None and one.fit.decision == "go_on"), Reason.FIT_FIRST)
NOBODY_AGREED = Gate(_nobody_agreed, Reason.AGREED_ALREADY)
AGREED = Gate(_standing(Standing.AGREED), Reason.NOT_AGREED)
NO_OTHER_ASK = Gate(_no_other_ask, Reason.ONE_ASK_AT_A_TIME)
ASKED = Gate(_of(lambda one: one.ask is not None), Reason.NOTHING_ASKED)

_BEGUN = (GOAL_STANDS, CRITERIA_STAND)
_TIES = (*_BEGUN, KNOWN, IN_PLAY)
_RAPPORT = (*_TIES, TIES_TOLD)
_FIT = (*_RAPPORT, TALKS_HELD, FOLLOWED_UP, GOAL_TALK)
_OUTCOME = (*_BEGUN, KNOWN, ASKED)
_AGREED = (GOAL_STANDS, KNOWN, AGREED)

GATES: Mapping[StepKind, tuple[Gate, ...]] = {
    StepKind.GOAL: (),
    StepKind.CRITERIA: (GOAL_STANDS,),
    StepKind.CANDIDATES: (*_BEGUN, KNOWN_OR_NEW, NOT_DECLINED, ROOM_TO_CHANGE),
    StepKind.TIES: _TIES,
    StepKind.RAPPORT: _RAPPORT,
    StepKind.BOOKED: _RAPPORT,
    StepKind.FIT: _FIT,
    StepKind.ASK: (*_FIT, FIT_JUDGED, NOBODY_AGREED, NO_OTHER_ASK),
    StepKind.OUTCOME: _OUTCOME,
    StepKind.AGREED: _AGREED,
    StepKind.INVITED: _AGREED,
    StepKind.PARTNER: (GOAL_STANDS, NOBODY_AGREED),
    StepKind.PAIRED: (GOAL_STANDS,),
}


def refusal(gates: tuple[Gate, ...], search: Search, candidate: str = "") -> Refused | None:
    """The first gate that does not hold, in the order of the road; None where all do."""
    return next((Refused(gate.otherwise) for gate in gates if not gate.holds(search, candidate)), None)


def may(search: Search | None, kind: StepKind, candidate: str = "") -> Refused | None:
    """Whether this step may be opened at all: None for yes, or why not. `apply` asks the same gates.

    CANDIDATES with an id is the change of that candidate's lines; without, a new one.
    """
    return refusal(GATES[kind], search or Search(id="", person=0), candidate)
