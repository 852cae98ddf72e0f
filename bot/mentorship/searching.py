"""What each command does to a search, behind the gates of the road."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.mentorship.commands import (
    AddCandidate,
    JudgeFit,
    LogTalk,
    LookAround,
    NoteName,
    OpenAsk,
    Reason,
    RecordOutcome,
    Refused,
    SetAside,
    SetCriteria,
    SetGoal,
    TellTies,
)
from bot.mentorship.gates import (
    GATES,
    KNOWN,
    NOBODY_AGREED,
    NOT_CLOSED,
    ROOM,
    Gate,
    StepKind,
    refusal,
)
from bot.mentorship.search import (
    FIT_DECISIONS,
    HOLDS_BACK,
    LATER_GOALS,
    OUTCOMES,
    REASONS,
    SOURCES,
    TIES,
    TIES_DECISIONS,
    Ask,
    Candidate,
    Fit,
    Goal,
    Search,
    Standing,
    Talk,
    asking,
    talk_days,
)


@dataclass(frozen=True)
class When:
    """The moment (UTC), and which day that is where the person lives."""

    now: datetime
    today: date


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


def _found(search: Search, id: str) -> Candidate:
    """The candidate whom the gates already found there."""
    return next(one for one in search.candidates if one.id == id)


def _with(search: Search, changed: Candidate) -> Search:
    kept = tuple(changed if one.id == changed.id else one for one in search.candidates)
    return replace(search, candidates=kept)


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
    return one if same_skill or one.ask else replace(one, fit=None)


def _set_criteria(search: Search, command: SetCriteria, _: When) -> Search | Refused:
    if not (command.criteria.experience and command.criteria.trait):
        return Refused(Reason.EXPERIENCE_AND_TRAIT)
    return replace(search, criteria=command.criteria)


def _add_candidate(search: Search, command: AddCandidate, when: When) -> Search | Refused:
    name = command.name.strip()
    if not name:
        return Refused(Reason.NAME_MISSING)
    if command.reason not in REASONS or command.source not in SOURCES:
        return Refused(Reason.UNKNOWN_CHOICE)
    noted = "" if name.casefold() == search.noted_name.casefold() else search.noted_name
    if not command.id:
        search = replace(search, made=search.made + 1)
        new = Candidate(str(search.made), name, command.address, command.reason, command.source, when.now)
        return replace(search, candidates=(*search.candidates, new), noted_name=noted)
    before = _taken_up(_found(search, command.id))
    changed = replace(
        before, name=name, address=command.address, reason=command.reason, source=command.source
    )
    return replace(_with(search, changed), noted_name=noted)


def _taken_up(one: Candidate) -> Candidate:
    """Back in play, where they had been set aside; the choice that set them aside is open again."""
    if one.standing is not Standing.SET_ASIDE:
        return one
    ties = None if one.ties and one.ties.decision == "refer" else one.ties
    fit = None if one.fit and one.fit.decision == "choose_another" else one.fit
    return replace(one, standing=Standing.ACTIVE, closed=None, ties=ties, fit=fit)


def _look_around(search: Search, _: LookAround, when: When) -> Search:
    return replace(search, looked=when.now)


def _set_aside(search: Search, command: SetAside, when: When) -> Search:
    return _with(search, _closed(_found(search, command.candidate), when))


def _closed(one: Candidate, when: When) -> Candidate:
    return replace(one, standing=Standing.SET_ASIDE, closed=when.now, ask=None)


def _tell_ties(search: Search, command: TellTies, when: When) -> Search | Refused:
    """A tie warns and never blocks. Whoever is asked to refer somebody else is no candidate any more."""
    ties = command.ties
    known = ties.decision in TIES_DECISIONS and ties.holds_back in HOLDS_BACK
    if not known or not set(ties.ticked) <= set(TIES):
        return Refused(Reason.UNKNOWN_CHOICE)
    one = replace(_found(search, command.candidate), ties=ties)
    return _with(search, _closed(one, when) if ties.decision == "refer" else one)


def _log_talk(search: Search, command: LogTalk, when: When) -> Search | Refused:
    learned = command.learned.strip()
    if not learned:
        return Refused(Reason.LESSON_MISSING)
    if command.day > when.today:
        return Refused(Reason.TALK_IN_FUTURE)
    one = _found(search, command.candidate)
    talks = sorted((*one.talks, Talk(command.day, learned, command.tried.strip())), key=lambda talk: talk.day)
    return _with(search, replace(one, talks=tuple(talks)))


def _judge_fit(search: Search, command: JudgeFit, when: When) -> Search | Refused:
    """Evidence and goal help are all that is required; a low score decides nothing (DESIGN 7.9)."""
    evidence = command.evidence.strip()
    if not evidence:
        return Refused(Reason.EVIDENCE_MISSING)
    if not 1 <= command.goal_help <= 5:
        return Refused(Reason.GOAL_HELP_MISSING)
    if command.decision not in FIT_DECISIONS:
        return Refused(Reason.UNKNOWN_CHOICE)
    one = _found(search, command.candidate)
    fit = Fit(evidence, command.goal_help, command.decision, talk_days(one))
    judged = replace(one, fit=fit)
    return _with(search, _closed(judged, when) if command.decision == "choose_another" else judged)


def _open_ask(search: Search, command: OpenAsk, when: When) -> Search:
    """Taking the draft a second time leaves the ask as it is; after a "later" it asks anew."""
    one = _found(search, command.candidate)
    return search if asking(one) else _with(search, replace(one, ask=Ask(opened=when.now)))


def _record_outcome(search: Search, command: RecordOutcome, when: When) -> Search | Refused:
    one = _found(search, command.candidate)
    if command.outcome not in OUTCOMES or one.ask is None:
        return Refused(Reason.UNKNOWN_CHOICE)
    refused = refusal(_AFTER[command.outcome], search, one.id)
    if refused:
        return refused
    standing = _STANDING[command.outcome]
    closed = when.now if standing is Standing.DECLINED else None
    ask = replace(one.ask, outcome=command.outcome, settled=when.today)
    return _with(search, replace(one, standing=standing, closed=closed, ask=ask))


_STANDING = {"yes": Standing.AGREED, "no": Standing.DECLINED, "later": Standing.ACTIVE}
_AFTER: Mapping[str, tuple[Gate, ...]] = {"yes": (NOBODY_AGREED,), "no": (), "later": (ROOM,)}
"""A corrected outcome brings a candidate back into play, so it meets what a new one would meet."""

ROAD: Mapping[type, Rule] = {
    NoteName: Rule((), _note_name),
    SetGoal: Rule(GATES[StepKind.GOAL], _set_goal),
    SetCriteria: Rule(GATES[StepKind.CRITERIA], _set_criteria),
    AddCandidate: Rule(GATES[StepKind.CANDIDATES], _add_candidate),
    LookAround: Rule(GATES[StepKind.CANDIDATES], _look_around),
    SetAside: Rule((KNOWN, NOT_CLOSED), _set_aside),
    TellTies: Rule(GATES[StepKind.TIES], _tell_ties),
    LogTalk: Rule(GATES[StepKind.RAPPORT], _log_talk),
    JudgeFit: Rule(GATES[StepKind.FIT], _judge_fit),
    OpenAsk: Rule(GATES[StepKind.ASK], _open_ask),
    RecordOutcome: Rule(GATES[StepKind.OUTCOME], _record_outcome),
}
