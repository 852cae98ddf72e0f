"""Whatever a person does or leaves, the bot writes decently, and ends in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.mentorship.cadence import CLOCKS, ROWS
from bot.mentorship.calendar import is_decent
from bot.mentorship.commands import PauseReminders, ResumeReminders
from bot.mentorship.gates import StepKind, may
from bot.mentorship.next_step import next_step
from bot.mentorship.reminders import NEWS
from bot.mentorship.search import Words
from bot.mentorship.search_commands import BookTalk, CancelTalk
from tests.mentorship.silence import DAY, HOUR, STANDS, Silence, at_most_two_a_week, key, silent_at

happenings = st.one_of(
    st.tuples(st.just("passes"), st.integers(1, 24 * 45)),
    st.tuples(st.just("down"), st.integers(1, 24 * 20)),
    st.tuples(st.just("says"), st.just(0)),
    st.tuples(st.just("pauses"), st.integers(1, 24 * 30)),
    st.tuples(st.just("resumes"), st.just(0)),
    st.tuples(st.just("books"), st.integers(1, 24 * 20)),
    st.tuples(st.just("cancels"), st.just(0)),
    st.tuples(st.just("is told"), st.just(0)),
)
zones = st.sampled_from(("Asia/Jakarta", "Asia/Jayapura", "Europe/Berlin", "America/Havana"))
starts = st.one_of(st.just(0), st.integers(0, 24 * 400))
"""Hours from where the scenario ends: at once, or any time of the following year with its holidays."""


def live(silence: Silence, happening: tuple[str, int]) -> None:
    what, hours = happening
    match what:
        case "passes" | "down":
            silence.passes(hours * HOUR, down=what == "down")
        case "pauses":
            silence.says(PauseReminders(silence.now + hours * HOUR))
        case "resumes":
            silence.says(ResumeReminders())
        case "books" | "cancels":
            silence.says(*plans(silence, hours if what == "books" else 0))
        case "is told":
            silence.is_told("asks_more", "k")
        case _:
            silence.says()


def plans(silence: Silence, ahead: int) -> tuple[BookTalk | CancelTalk, ...]:
    """A talk with whom one may be planned, or an end to its plan; nothing where neither is possible."""
    search = silence.mine.search
    for one in search.candidates if search is not None else ():
        if may(search, StepKind.RAPPORT, one.id) is None:
            begins = silence.now + ahead * HOUR
            day = begins.astimezone(ZoneInfo(silence.mine.me.zone)).date()
            book = BookTalk(one.id, day, begins, Words(preset="began"))
            return (book,) if ahead else (CancelTalk(one.id),) if one.booked else ()
    return ()


def begun(kind: StepKind, zone: str, later: int) -> Silence:
    """Somebody at that step, in that zone, who says a word so many hours later."""
    silence = silent_at(STANDS[kind]())
    silence.mine = replace(silence.mine, me=replace(silence.mine.me, zone=zone))
    silence.now += timedelta(hours=later)
    return silence.says()


@given(st.sampled_from(list(StepKind)), zones, starts, st.lists(happenings, max_size=12))
def test_whatever_happens_the_bot_stays_decent(
    kind: StepKind, zone: str, later: int, happened: list[tuple[str, int]]
) -> None:
    silence = begun(kind, zone, later)
    words = [silence.now]
    for happening in happened:
        live(silence, happening)
        if happening[0] not in ("passes", "down", "is told"):
            words.append(silence.now)

    assert all(is_decent(at, silence.mine.me) for at, _ in silence.sent)
    assert at_most_two_a_week(silence)
    assert len({key(row) for _, row in silence.sent}) == len(silence.sent)
    nudged = [at for at, row in silence.sent if row.klass == "nudge"]
    for spoke, until in zip(words, [*words[1:], silence.now + DAY], strict=True):
        in_a_row = [at for at in nudged if spoke < at < until]
        assert len(in_a_row) <= 5, "four, and the word that it stays quiet"
    assert all(later - earlier >= 2 * DAY for earlier, later in pairwise(nudged))
    told = [at for at, row in silence.sent if row.kind == NEWS]
    assert all(later - earlier >= DAY for earlier, later in pairwise(told))


@given(st.sampled_from(list(StepKind)), starts, st.lists(happenings, max_size=6))
def test_silence_always_ends_in_silence_and_a_word_ends_it_where_a_row_is_left(
    kind: StepKind, later: int, happened: list[tuple[str, int]]
) -> None:
    silence = begun(kind, "Asia/Jakarta", later)
    for happening in happened:
        live(silence, happening)
    silence.passes(200 * DAY)
    assert silence.row() is None
    step = next_step(silence.says().mine).kind
    ran_out = step in CLOCKS or not ROWS[step]
    assert (silence.row() is None) == ran_out
