"""What the domain answers where it does not do something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why the domain does not do something; each names a prompt under `refused/`, and is a released name."""

    CONSENT_FIRST = "consent_first"
    GOAL_FIRST = "goal_first"
    CRITERIA_FIRST = "criteria_first"
    TIES_FIRST = "ties_first"
    """The private conflict question comes before the talks (DOMAIN 1.4)."""
    TALKS_FIRST = "talks_first"
    """Talks on LEAST_TALKS different days come before the fit question (DOMAIN 1.5)."""
    FIT_FIRST = "fit_first"
    """A fit judged with evidence, and decided to go on, comes before the ask (DOMAIN 1.6)."""
    ONE_ASK_AT_A_TIME = "one_ask_at_a_time"
    AGREED_ALREADY = "agreed_already"
    FOLLOW_UP_FIRST = "follow_up_first"
    """Something a talk taught, tried and told, comes before the fit question (DOMAIN 1.5)."""
    GOAL_TALK_FIRST = "goal_talk_first"
    """One talk at least touches this goal (DOMAIN 1.5)."""
    NOTHING_TO_TRY = "nothing_to_try"
    NO_TALK_BOOKED = "no_talk_booked"
    TALK_IN_PAST = "talk_in_past"
    TALK_TOO_FAR = "talk_too_far"
    NOT_AGREED = "not_agreed"
    """An invitation is for somebody who said yes."""
    PAIRED_ALREADY = "paired_already"
    """They joined: what led there is not taken back any more."""
    LINK_GONE = "link_gone"
    """Nobody knows that link: never given, used, revoked, or too old."""
    OWN_LINK = "own_link"
    NO_ROOM = "no_room"
    """A mentor has no time for one more."""
    ONE_MENTOR = "one_mentor"
    """A mentee has one mentor at a time."""
    NOTHING_ASKED = "nothing_asked"
    """There is no ask whose outcome could be recorded."""
    TOO_MANY_ACTIVE = "too_many_active"
    NO_SUCH_CANDIDATE = "no_such_candidate"
    CANDIDATE_CLOSED = "candidate_closed"
    SKILL_AND_SITUATION = "skill_and_situation"
    TOO_MANY_GOALS = "too_many_goals"
    EXPERIENCE_AND_TRAIT = "experience_and_trait"
    NAME_MISSING = "name_missing"
    LESSON_MISSING = "lesson_missing"
    """A talk counts with one thing learned."""
    TALK_IN_FUTURE = "talk_in_future"
    EVIDENCE_MISSING = "evidence_missing"
    GOAL_HELP_MISSING = "goal_help_missing"
    PAUSE_IN_PAST = "pause_in_past"
    UNKNOWN_ZONE = "unknown_zone"
    UNKNOWN_CHOICE = "unknown_choice"
    """An id that this release does not know, from an old button say."""


@dataclass(frozen=True)
class Refused:
    """The domain does not do it, and changes nothing. `reason` names a prompt under `refused/`."""

    reason: Reason
