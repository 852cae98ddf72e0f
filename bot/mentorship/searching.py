"""What each command does to a search, behind the gates of the road."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.mentorship.calendar import When
from bot.mentorship.gates import GATES, KNOWN, NOT_CLOSED, Gate, StepKind, refusal
from bot.mentorship.rapport import book_talk, cancel_talk, judge_fit, log_talk, report_try
from bot.mentorship.refused import Reason, Refused
from bot.mentorship.requesting import open_ask, record_outcome
from bot.mentorship.search import LATER_GOALS, Candidate, Goal, Search
from bot.mentorship.search_commands import (
    AddCandidate,
    AddPartner,
    BookTalk,
    CancelTalk,
    ForgetCandidate,
    JudgeFit,
    LogTalk,
    LookAround,
    NoteName,
    OpenAsk,
    RecordOutcome,
    ReportTry,
    SetAside,
    SetCriteria,
    SetGoal,
    TellTies,
)
from bot.mentorship.shortlist import (
    add_candidate,
    add_partner,
    forget_candidate,
    look_around,
    set_aside,
    tell_ties,
)


@dataclass(frozen=True)
class Rule:
    """Which gates a command meets, and what it then does."""

    gates: tuple[Gate, ...]
    does: Callable[[Search, Any, When], Search | Refused]


def pursue(search: Search, command: object, when: When) -> Search | Refused:
    """The search after a command of `ROAD`, its version untouched."""
    rule = ROAD[type(command)]
    refused = refusal(rule.gates, search, _whom(command))
    return refused or rule.does(search, command, when)


def _whom(command: object) -> str:
    if isinstance(command, AddCandidate):
        return command.id
    return str(getattr(command, "candidate", ""))


def _note_name(search: Search, command: NoteName, _: When) -> Search:
    return replace(search, noted_name=command.name.strip())


def _set_goal(search: Search, command: SetGoal, _: When) -> Search | Refused:
    """Candidates stay, with their reasons. Fit is judged against the goal: another skill reopens it for
    whoever was not asked yet; a sharper situation, sign or date does not."""
    goal = command.goal
    if not (goal.skill and goal.situation):
        return Refused(Reason.SKILL_AND_SITUATION)
    if len(goal.later) > LATER_GOALS:
        return Refused(Reason.TOO_MANY_GOALS)
    kept = tuple(_against(goal, search.goal, one) for one in search.candidates)
    named = command.named.strip() or search.noted_name
    return replace(search, goal=goal, candidates=kept, noted_name=named)


def _against(goal: Goal, before: Goal | None, one: Candidate) -> Candidate:
    same_skill = before is None or before.skill == goal.skill
    if same_skill or one.ask:
        return one
    about_another = tuple(replace(talk, on_goal=False) for talk in one.talks)
    return replace(one, fit=None, talks=about_another)


def _set_criteria(search: Search, command: SetCriteria, _: When) -> Search | Refused:
    if not (command.criteria.experience and command.criteria.trait):
        return Refused(Reason.EXPERIENCE_AND_TRAIT)
    return replace(search, criteria=command.criteria)


ROAD: Mapping[type, Rule] = {
    NoteName: Rule((), _note_name),
    SetGoal: Rule(GATES[StepKind.GOAL], _set_goal),
    SetCriteria: Rule(GATES[StepKind.CRITERIA], _set_criteria),
    AddCandidate: Rule(GATES[StepKind.CANDIDATES], add_candidate),
    AddPartner: Rule(GATES[StepKind.PARTNER], add_partner),
    LookAround: Rule(GATES[StepKind.CANDIDATES], look_around),
    SetAside: Rule((KNOWN, NOT_CLOSED), set_aside),
    TellTies: Rule(GATES[StepKind.TIES], tell_ties),
    BookTalk: Rule(GATES[StepKind.RAPPORT], book_talk),
    CancelTalk: Rule(GATES[StepKind.RAPPORT], cancel_talk),
    LogTalk: Rule(GATES[StepKind.RAPPORT], log_talk),
    ReportTry: Rule(GATES[StepKind.RAPPORT], report_try),
    JudgeFit: Rule(GATES[StepKind.FIT], judge_fit),
    OpenAsk: Rule(GATES[StepKind.ASK], open_ask),
    RecordOutcome: Rule(GATES[StepKind.OUTCOME], record_outcome),
    ForgetCandidate: Rule((KNOWN,), forget_candidate),
}
