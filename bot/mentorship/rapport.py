"""Talks planned, held and followed up, and what they showed of the fit (DOMAIN 1.5 and 1.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.mentorship.calendar import When
from bot.mentorship.refused import Reason, Refused
from bot.mentorship.search import (
    FIT_DECISIONS,
    MUSTS,
    Booking,
    Candidate,
    Fit,
    Search,
    Talk,
    talk_days,
    to_try,
)
from bot.mentorship.search_commands import BookTalk, CancelTalk, JudgeFit, LogTalk, ReportTry
from bot.mentorship.shortlist import closed, found, having

FARTHEST = timedelta(days=400)


def book_talk(search: Search, command: BookTalk, when: When) -> Search | Refused:
    """One talk is planned at a time; a second one moves the first."""
    if command.day < when.today or (command.at is not None and command.at <= when.now):
        return Refused(Reason.TALK_IN_PAST)
    if command.day - when.today > FARTHEST:
        return Refused(Reason.TALK_TOO_FAR)
    booked = Booking(command.day, command.at, command.question, when.now)
    return having(search, replace(found(search, command.candidate), booked=booked))


def cancel_talk(search: Search, command: CancelTalk, _: When) -> Search | Refused:
    """The plan is gone; the talks that were held stay."""
    one = found(search, command.candidate)
    return having(search, replace(one, booked=None)) if one.booked else Refused(Reason.NO_TALK_BOOKED)


def log_talk(search: Search, command: LogTalk, when: When) -> Search | Refused:
    """A talk that was held; one that was planned for that day or before is held with it."""
    learned = command.learned.strip()
    if not learned:
        return Refused(Reason.LESSON_MISSING)
    if command.day > when.today:
        return Refused(Reason.TALK_IN_FUTURE)
    one = found(search, command.candidate)
    tried = _tried(one, command.tried) if command.tried.strip() else one.talks
    new = Talk(command.day, learned, command.plan.strip(), on_goal=command.on_goal)
    talks = sorted((*tried, new), key=lambda talk: talk.day)
    held = one.booked is not None and one.booked.day <= command.day
    return having(search, replace(one, talks=tuple(talks), booked=None if held else one.booked))


def report_try(search: Search, command: ReportTry, _: When) -> Search | Refused:
    """What came of trying what the last talk taught."""
    one = found(search, command.candidate)
    if not command.tried.strip() or to_try(one) is None:
        return Refused(Reason.NOTHING_TO_TRY)
    return having(search, replace(one, talks=_tried(one, command.tried)))


def _tried(one: Candidate, words: str) -> tuple[Talk, ...]:
    """The talks, with what was tried told of the last one."""
    return (*one.talks[:-1], *(replace(talk, tried=words.strip()) for talk in one.talks[-1:]))


def judge_fit(search: Search, command: JudgeFit, when: When) -> Search | Refused:
    """Evidence and goal help are all that is required; a low score decides nothing (DESIGN 7.9)."""
    evidence = command.evidence.strip()
    if not evidence:
        return Refused(Reason.EVIDENCE_MISSING)
    if not 1 <= command.goal_help <= 5:
        return Refused(Reason.GOAL_HELP_MISSING)
    passed = (command.honest, command.time, command.way, command.values)
    if command.decision not in FIT_DECISIONS or command.musts not in ("", *MUSTS):
        return Refused(Reason.UNKNOWN_CHOICE)
    if not all(0 <= scale <= 5 for scale in passed):
        return Refused(Reason.UNKNOWN_CHOICE)
    one = found(search, command.candidate)
    days = talk_days(one)
    fit = Fit(evidence, command.goal_help, command.decision, days, command.musts, *passed)
    judged = replace(one, fit=fit)
    return having(search, closed(judged, when) if command.decision == "choose_another" else judged)
