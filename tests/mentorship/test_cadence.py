"""What the bot starts of its own accord: when, how often, and when it stops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mentorship.apply import Applied, apply
from bot.mentorship.cadence import CAP, KINDS, QUIET, RESUME, ROWS, WEEK, Planned, heard, nudged, planned
from bot.mentorship.calendar import is_decent
from bot.mentorship.commands import (
    Command,
    EnterCare,
    LeaveCare,
    PauseReminders,
    ResumeReminders,
    StopReminders,
)
from bot.mentorship.gates import StepKind
from bot.mentorship.next_step import next_step
from bot.mentorship.person import Consent, Contact, Person
from bot.mentorship.search import Search
from tests.mentorship.scenario import MONDAY, Mentee, agreed, ready_to_ask, with_shortlist

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@dataclass
class Silence:
    """Somebody and their search, while time passes and the plan is kept."""

    me: Person = field(default_factory=agreed)
    search: Search | None = None
    now: datetime = MONDAY
    sent: list[tuple[datetime, Planned]] = field(default_factory=list)

    def row(self) -> Planned | None:
        rows = planned(self.me, self.search, self.now)
        assert len(rows) <= 1
        return rows[0] if rows else None

    def passes(self, time: timedelta, down: bool = False) -> Silence:
        """Time goes on, and what falls due goes out at its moment; nothing does while the bot is down."""
        end = self.now + time
        while not down and (row := self.row()) and row.due <= end:
            self.now = max(self.now, row.due)
            assert self.now <= row.not_after
            self.sent.append((self.now, row))
            self.me = nudged(self.me, row, self.now)
        self.now = end
        return self

    def says(self, command: Command | None = None) -> Silence:
        """A word of the person, and perhaps what it asks for."""
        self.me = heard(self.me, self.now)
        if command:
            result = apply(self.me, self.search, command, self.now, "s1")
            assert isinstance(result, Applied)
            self.me, self.search = result.me, result.search
        return self

    def kinds(self) -> list[str]:
        return [row.kind for _, row in self.sent]

    def dates(self) -> list[str]:
        zone = ZoneInfo(self.me.zone)
        return [f"{at.astimezone(zone):%a %d %b %H:%M}" for at, _ in self.sent]


def silent_at(mentee: Mentee) -> Silence:
    """The mentee falls silent where they stand."""
    me = heard(mentee.me, mentee.now)
    return Silence(me, mentee.search, mentee.now)


# The rows


def test_an_unfinished_goal_is_nudged_after_2_4_and_7_days_and_then_no_more() -> None:
    silence = Silence().passes(365 * DAY)
    assert silence.kinds() == ["nudge.goal", "nudge.goal", "nudge.goal", QUIET]
    assert silence.dates() == ["Wed 04 Nov 10:00", "Mon 09 Nov 08:00", "Mon 16 Nov 08:00", "Mon 23 Nov 08:00"]


def with_goal() -> Mentee:
    return Mentee().sets_goal()


def with_criteria() -> Mentee:
    return with_goal().sets_criteria()


STANDS: dict[StepKind, Callable[[], Mentee]] = {
    StepKind.GOAL: Mentee,
    StepKind.CRITERIA: with_goal,
    StepKind.CANDIDATES: with_criteria,
    StepKind.TIES: lambda: with_criteria().adds("Pak Budi"),
    StepKind.RAPPORT: with_shortlist,
    StepKind.FIT: lambda: with_shortlist().talks(times=2),
    StepKind.ASK: ready_to_ask,
    StepKind.OUTCOME: lambda: ready_to_ask().asks(),
    StepKind.AGREED: lambda: ready_to_ask().asks().hears("yes"),
}


@pytest.mark.parametrize("kind", StepKind)
def test_every_step_has_its_row_and_the_row_its_end(kind: StepKind) -> None:
    silence = silent_at(STANDS[kind]()).passes(365 * DAY)
    row = ROWS[kind]
    assert silence.kinds() == ([f"nudge.{kind}"] * len(row) + [QUIET] if row else [])
    assert set(silence.kinds()) <= set(KINDS)


@pytest.mark.parametrize("kind", StepKind)
def test_no_row_is_longer_than_four_and_gaps_only_grow_from_two_days(kind: StepKind) -> None:
    row = ROWS[kind]
    assert len(row) <= 4
    assert list(row) == sorted(row)
    assert all(gap >= 2 for gap in row)


def test_the_gap_runs_from_the_last_word() -> None:
    silence = Silence().passes(DAY).says().passes(2 * DAY)
    assert silence.dates() == ["Thu 05 Nov 10:00"]


def test_a_word_starts_the_row_anew() -> None:
    silence = Silence().passes(8 * DAY).says().passes(2 * DAY)
    assert silence.dates() == ["Wed 04 Nov 10:00", "Mon 09 Nov 08:00", "Thu 12 Nov 10:00"]


def test_a_word_after_the_bot_went_quiet_starts_it_again() -> None:
    silence = Silence().passes(60 * DAY)
    assert silence.row() is None
    assert silence.says().row() is not None


def test_whoever_answers_every_nudge_still_gets_at_most_two_a_week() -> None:
    silence = Silence()
    for _ in range(30):
        silence.passes(2 * DAY).says()
    assert len(silence.sent) > 4
    assert at_most_two_a_week(silence)


# Who is left alone


@pytest.mark.parametrize(
    "me",
    [
        replace(agreed(), consent=None),
        replace(agreed(), stopped=True),
        replace(agreed(), in_care=True),
        replace(agreed(), reachable=False),
        replace(agreed(), contact=Contact(heard=MONDAY, silent=True)),
        agreed(door="mentor"),
        agreed(door="pair"),
    ],
    ids=["no consent", "stopped", "in care", "unreachable", "silent", "mentor", "pair"],
)
def test_some_are_left_alone(me: Person) -> None:
    assert planned(me, None, MONDAY) == ()


def test_a_stop_ends_everything_until_the_person_resumes() -> None:
    silence = Silence().says(StopReminders()).passes(90 * DAY)
    assert silence.sent == []
    assert silence.says().row() is None, "talking to the bot is no wish for reminders"
    assert silence.says(ResumeReminders()).row() is not None


def test_in_care_nudges_rest_until_the_person_goes_on() -> None:
    silence = Silence().says(EnterCare()).passes(30 * DAY)
    assert silence.sent == []
    assert silence.says(LeaveCare()).passes(2 * DAY).kinds() == ["nudge.goal"]


def test_a_word_of_somebody_unreachable_reaches_them_again() -> None:
    silence = Silence(replace(agreed(), reachable=False))
    assert silence.says().row() is not None


def test_before_consent_nothing_is_kept_of_a_word() -> None:
    assert heard(Person(id=7), MONDAY) == Person(id=7)


# A pause


def test_a_pause_over_the_holidays_ends_with_one_word_on_a_working_day() -> None:
    silence = Silence(now=datetime(2026, 12, 18, 3, tzinfo=UTC)).says()
    silence.says(PauseReminders(silence.now + 7 * DAY))
    silence.passes(14 * DAY)
    assert silence.kinds() == [RESUME, "nudge.goal"]
    assert silence.dates() == ["Sat 26 Dec 08:00", "Wed 30 Dec 08:00"]


def test_a_word_in_a_pause_leaves_the_pause_as_it_is() -> None:
    silence = Silence().says(PauseReminders(MONDAY + 7 * DAY)).passes(3 * DAY).says()
    assert silence.passes(5 * DAY).kinds() == [RESUME]


def test_a_pause_that_the_person_ended_needs_no_word() -> None:
    silence = Silence().says(PauseReminders(MONDAY + 7 * DAY)).passes(DAY).says(ResumeReminders())
    assert silence.passes(2 * DAY).kinds() == ["nudge.goal"]


def test_a_word_after_a_pause_takes_the_place_of_ours() -> None:
    silence = Silence().says(PauseReminders(MONDAY + 7 * DAY)).passes(8 * DAY, down=True).says()
    assert silence.passes(2 * DAY).kinds() == ["nudge.goal"]


# Outages


def test_a_row_that_missed_its_day_waits_for_the_next_decent_moment() -> None:
    silence = Silence().passes(2 * DAY + 11 * HOUR, down=True)
    row = silence.row()
    assert row is not None
    assert f"{row.due:%d %H:%M}" == "05 01:00", "the bot came back at nine in the evening"


def test_a_row_that_is_due_keeps_its_moment_while_it_is_decent() -> None:
    silence = Silence().passes(2 * DAY + HOUR, down=True)
    row = silence.row()
    assert row is not None
    assert row.due == MONDAY + 2 * DAY


def test_after_a_long_outage_exactly_one_message_goes_out() -> None:
    silence = Silence().passes(40 * DAY, down=True).passes(DAY)
    assert len(silence.sent) == 1


def test_planning_again_makes_the_same_row() -> None:
    silence = Silence().passes(2 * DAY + 11 * HOUR, down=True)
    late, early = silence.row(), Silence().row()
    assert late is not None
    assert early is not None
    assert (late.subject, late.kind, late.occurrence) == (early.subject, early.kind, early.occurrence)


def test_before_there_is_a_search_the_subject_is_the_person() -> None:
    first, later = Silence().row(), silent_at(with_goal()).row()
    assert first is not None
    assert later is not None
    assert (first.subject, later.subject) == ("7", "s1")


# Whatever happens


def at_most_two_a_week(silence: Silence) -> bool:
    times = [at for at, _ in silence.sent]
    return all(times[i + CAP] - times[i] >= WEEK for i in range(len(times) - CAP))


happenings = st.one_of(
    st.tuples(st.just("passes"), st.integers(1, 24 * 45)),
    st.tuples(st.just("down"), st.integers(1, 24 * 20)),
    st.tuples(st.just("says"), st.just(0)),
    st.tuples(st.just("pauses"), st.integers(1, 24 * 30)),
    st.tuples(st.just("resumes"), st.just(0)),
)
zones = st.sampled_from(("Asia/Jakarta", "Asia/Jayapura", "Europe/Berlin", "America/Havana"))
starts = st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 1), timezones=st.just(UTC))  # noqa: DTZ001


def live(silence: Silence, happening: tuple[str, int]) -> None:
    what, hours = happening
    match what:
        case "passes" | "down":
            silence.passes(hours * HOUR, down=what == "down")
        case "pauses":
            silence.says(PauseReminders(silence.now + hours * HOUR))
        case "resumes":
            silence.says(ResumeReminders())
        case _:
            silence.says()


@given(st.sampled_from(list(STANDS)), zones, starts, st.lists(happenings, max_size=12))
def test_whatever_happens_the_bot_stays_decent(
    kind: StepKind, zone: str, start: datetime, happened: list[tuple[str, int]]
) -> None:
    me = replace(agreed(), zone=zone, consent=Consent("1", start))
    silence = Silence(me, STANDS[kind]().search, start).says()
    words = [silence.now]
    for happening in happened:
        live(silence, happening)
        if happening[0] not in ("passes", "down"):
            words.append(silence.now)

    assert all(is_decent(at, silence.me) for at, _ in silence.sent)
    assert at_most_two_a_week(silence)
    keys = [(row.subject, row.kind, row.occurrence) for _, row in silence.sent]
    assert len(set(keys)) == len(keys)
    for begun, ended in zip(words, [*words[1:], silence.now + DAY], strict=True):
        in_a_row = [at for at, _ in silence.sent if begun < at < ended]
        assert len(in_a_row) <= 5, "four, and the word that it stays quiet"
        assert all(later - earlier >= 2 * DAY for earlier, later in pairwise(in_a_row))
    for (earlier, one), (later, other) in pairwise(silence.sent):
        same_matter = (one.subject, one.kind) == (other.subject, other.kind)
        assert not same_matter or later - earlier >= 2 * DAY


@given(st.sampled_from(list(STANDS)), starts, st.lists(happenings, max_size=6))
def test_silence_always_ends_in_silence_and_a_word_always_ends_it(
    kind: StepKind, start: datetime, happened: list[tuple[str, int]]
) -> None:
    silence = Silence(replace(agreed(), consent=Consent("1", start)), STANDS[kind]().search, start).says()
    for happening in happened:
        live(silence, happening)
    silence.passes(200 * DAY)
    assert silence.row() is None
    silence.says()
    assert (silence.row() is None) == (next_step(silence.search).kind is StepKind.AGREED)
