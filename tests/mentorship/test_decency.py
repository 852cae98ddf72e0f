"""Whatever a person does or leaves, the bot writes decently, and ends in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.mentorship.calendar import is_decent
from bot.mentorship.commands import (
    PauseReminders,
    ResumeReminders,
)
from bot.mentorship.gates import StepKind
from bot.mentorship.next_step import next_step
from bot.mentorship.person import Consent
from tests.mentorship.scenario import agreed
from tests.mentorship.silence import DAY, HOUR, STANDS, Silence, at_most_two_a_week

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
    assert all(later - earlier >= 2 * DAY for (earlier, _), (later, _) in pairwise(silence.sent))


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
