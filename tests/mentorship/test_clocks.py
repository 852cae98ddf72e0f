"""What follows from a date instead of from silence: the clock of an ask, of a link, and news."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.mentorship.cadence import AFTER_ASK, QUIET, RESUME
from bot.mentorship.calendar import is_free_day
from bot.mentorship.commands import Command, PauseReminders, SetHours, StopReminders
from bot.mentorship.pair_commands import GoWithoutBot, MakeInvite, NewsHeard
from bot.mentorship.person import Person
from bot.mentorship.planned import Planned
from bot.mentorship.reminders import LOG, NEWS, TALK
from bot.mentorship.search_commands import OpenAsk, RecordOutcome, SetAside
from tests.mentorship.scenario import (
    LETTER,
    Somebody,
    agreed,
    booking,
    ready_to_ask,
    with_a_link,
    with_a_yes,
)
from tests.mentorship.silence import DAY, HOUR, Silence, at_most_two_a_week, silent_at


def asked() -> Silence:
    """A mentee who opened the ask on Wednesday, 4 November, at ten."""
    return silent_at(ready_to_ask().asks())


def invited() -> Silence:
    """A mentee who gave the link on Wednesday, 4 November, at ten."""
    return silent_at(with_a_link())


def struck(silence: Silence) -> list[int]:
    """Which days of its clock struck."""
    return [int(row.occurrence.rpartition("-")[2]) for _, row in silence.sent if row.klass == "nudge"]


# The ask: was it asked, one follow-up, the soft no


def test_an_ask_is_asked_about_after_3_7_and_14_days_and_then_no_more() -> None:
    silence = asked().passes(200 * DAY)
    assert silence.kinds() == ["nudge.outcome"] * 3
    assert struck(silence) == list(AFTER_ASK)
    assert silence.dates() == ["Sat 07 Nov 10:00", "Wed 11 Nov 10:00", "Wed 18 Nov 10:00"]


def test_words_about_other_things_do_not_turn_the_clock_back() -> None:
    silence = asked()
    for _ in range(20):
        silence.passes(DAY).says()
    assert struck(silence) == list(AFTER_ASK)


def test_taking_the_draft_again_does_not_turn_it_back_either() -> None:
    silence = asked().passes(2 * DAY).says(OpenAsk("1", "Sari", "light")).passes(30 * DAY)
    assert silence.dates()[0] == "Sat 07 Nov 10:00"
    assert struck(silence) == list(AFTER_ASK)


@pytest.mark.parametrize("command", [RecordOutcome("1", "no"), SetAside("1"), StopReminders()])
def test_the_clock_stops_with_an_answer(command: Command) -> None:
    silence = asked().passes(4 * DAY).says(command).passes(60 * DAY)
    assert silence.kinds().count("nudge.outcome") == 1


def test_an_ask_that_was_asked_anew_has_a_new_clock() -> None:
    silence = asked().passes(4 * DAY).says(RecordOutcome("1", "later"), OpenAsk("1", "Sari")).passes(30 * DAY)
    assert struck(silence) == [3, *AFTER_ASK]


def test_the_clock_keeps_the_cap_that_others_used_up() -> None:
    silence = asked()
    sent = (silence.now - 2 * DAY, silence.now - HOUR)
    me = replace(silence.mine.me, contact=replace(silence.mine.me.contact, nudged=sent))
    silence.mine = replace(silence.mine, me=me)
    silence.passes(30 * DAY)
    assert silence.dates()[0] == "Mon 09 Nov 10:00", "the first of the week's two falls out of the week"
    assert struck(silence) == list(AFTER_ASK)
    assert at_most_two_a_week(silence)


def test_a_clock_that_struck_while_the_bot_was_down_says_only_what_still_holds() -> None:
    assert struck(asked().passes(10 * DAY, down=True).passes(30 * DAY)) == [7, 14]
    assert struck(asked().passes(40 * DAY, down=True).passes(30 * DAY)) == []


def test_in_a_pause_the_clock_is_silent_and_the_word_after_it_keeps_its_distance() -> None:
    silence = asked().says(PauseReminders(asked().now + 10 * DAY)).passes(60 * DAY)
    assert silence.kinds() == [RESUME, "nudge.outcome", "nudge.outcome"]
    assert silence.dates() == ["Sat 14 Nov 10:00", "Mon 16 Nov 10:00", "Sat 21 Nov 10:00"]


def test_later_has_a_row_of_its_own_once_everybody_said_so() -> None:
    mentee = ready_to_ask("A", "B", "C").asks().hears("later")
    for id in ("2", "3"):
        mentee.talks(id, times=2).judges(id).asks(id).hears("later", id)
    assert silent_at(mentee).passes(200 * DAY).kinds() == ["nudge.outcome", "nudge.outcome", QUIET]


# The link: a new one, or going on alone


def test_a_link_that_nobody_opened_is_asked_about_after_5_and_14_days() -> None:
    silence = invited().passes(200 * DAY)
    assert silence.kinds() == ["nudge.invited"] * 2
    assert silence.dates() == ["Mon 09 Nov 10:00", "Wed 18 Nov 10:00"]


def test_a_new_link_has_a_new_clock() -> None:
    silence = invited().passes(6 * DAY).says(MakeInvite("mentor", "1", LETTER)).passes(30 * DAY)
    assert struck(silence) == [5, 5, 14]


@pytest.mark.parametrize("command", [GoWithoutBot("1"), SetAside("1"), RecordOutcome("1", "no")])
def test_a_link_that_is_no_more_is_not_asked_about(command: Command) -> None:
    assert "nudge.invited" not in invited().says(command).passes(60 * DAY).kinds()


def test_a_link_that_was_opened_is_not_called_unopened() -> None:
    mentee = with_a_link()
    mentee.meets(consents=False).opens(mentee.link())
    assert 5 not in struck(silent_at(mentee).passes(60 * DAY))


def test_a_link_that_was_opened_and_never_answered_is_asked_about_when_it_is_too_old() -> None:
    mentee = with_a_link()
    mentee.meets(consents=False).opens(mentee.link())
    assert struck(silent_at(mentee).passes(60 * DAY)) == [14]


def test_a_pause_while_a_link_is_out_ends_with_one_word_too() -> None:
    silence = invited()
    silence.says(PauseReminders(silence.now + 7 * DAY)).passes(60 * DAY)
    assert silence.kinds() == [RESUME, "nudge.invited", "nudge.invited"]


# News


def test_news_come_at_once_by_day_and_wait_for_the_morning_at_night() -> None:
    by_day, at_night = invited(), invited().passes(11 * HOUR)
    assert by_day.is_told("joined", "t9").passes(DAY).dates() == ["Wed 04 Nov 10:00"]
    assert at_night.is_told("joined", "t9").passes(DAY).dates() == ["Thu 05 Nov 08:00"]


def test_news_on_a_saturday_night_wait_for_monday() -> None:
    silence = silent_at(at(with_a_link(), datetime(2026, 11, 7, 14, tzinfo=UTC)))
    silence.is_told("joined", "t9").passes(36 * HOUR)
    assert silence.dates() == ["Mon 09 Nov 08:00"]


def at(somebody: Somebody, now: datetime) -> Somebody:
    somebody.ground.now = now
    return somebody


def test_news_of_one_day_come_in_one_message_and_of_the_next_on_the_next() -> None:
    silence = invited().is_told("asks_more", "k").passes(HOUR)
    silence.is_told("asks_more", "k").passes(HOUR).is_told("joined", "t9").passes(3 * DAY)
    assert silence.kinds() == [NEWS, NEWS]
    assert silence.dates() == ["Wed 04 Nov 10:00", "Thu 05 Nov 10:00"]


def test_all_that_waits_is_one_row_whatever_comes_to_it() -> None:
    silence = invited().passes(11 * HOUR).is_told("asks_more", "k")
    before = news_of(silence)
    silence.passes(HOUR).is_told("joined", "t9")
    after = news_of(silence)
    assert before is not None
    assert after is not None
    assert before == after
    assert [news.kind for news in silence.mine.me.news] == ["asks_more", "joined"]


def news_of(silence: Silence) -> Planned | None:
    return next((row for row in silence.rows() if row.kind == NEWS), None)


def test_news_that_were_heard_are_no_news() -> None:
    silence = invited().passes(11 * HOUR).is_told("joined", "t9").says(NewsHeard())
    assert silence.mine.me.news == ()
    assert silence.mine.me.news_told == silence.now
    assert news_of(silence) is None


def test_news_keep_quiet_hours_pauses_and_a_stop() -> None:
    quiet = invited().says(SetHours(time(9), time(14))).is_told("joined", "t9").passes(DAY)
    assert quiet.dates() == ["Wed 04 Nov 14:00"]
    paused = with_a_yes_paused().is_told("joined", "t9").passes(30 * DAY)
    assert paused.dates()[0] == "Wed 11 Nov 10:00"
    assert paused.kinds()[0] == NEWS
    stopped = invited().says(StopReminders()).is_told("joined", "t9").passes(30 * DAY)
    assert stopped.sent == []


def with_a_yes_paused() -> Silence:
    silence = silent_at(with_a_yes())
    return silence.says(PauseReminders(silence.now + 7 * DAY))


def test_news_and_reminders_are_outside_the_cap_and_count_for_nothing_in_it() -> None:
    mentee = with_a_link("A", "B")
    mentee.books(mentee.today() + 2 * DAY, time(15), id="2")
    silence = silent_at(mentee).is_told("asks_more", "k").passes(4 * DAY)
    assert silence.kinds() == [NEWS, TALK, LOG]
    assert silence.mine.me.contact.nudged == ()


def test_a_mentor_hears_news_too() -> None:
    mentor = Somebody(agreed("mentor")).has_time_for(1)
    assert silent_at(mentor).is_told("joined", "t9").passes(30 * DAY).kinds() == [NEWS]


def test_news_after_an_outage_come_at_the_next_decent_moment() -> None:
    silence = invited().is_told("joined", "t9").passes(12 * HOUR, down=True).passes(DAY)
    assert silence.dates() == ["Thu 05 Nov 08:00"]


def test_whoever_did_not_agree_is_planned_nothing() -> None:
    stranger = Somebody(Person(id=4711), ground=with_a_link().ground)
    assert silent_at(stranger).rows() == ()


def test_over_the_year_s_end_all_three_kinds_wait_for_working_days() -> None:
    mentee = at(ready_to_ask("A", "B"), datetime(2026, 12, 21, 3, tzinfo=UTC)).asks()
    mentee.does(booking(datetime(2026, 12, 28, 8).date(), time(8), "2"))  # noqa: DTZ001
    silence = silent_at(mentee).passes(2 * DAY + 12 * HOUR).is_told("asks_more", "k").passes(30 * DAY)
    assert set(silence.kinds()) == {NEWS, TALK, LOG, "nudge.outcome"}
    assert not any(is_free_day(at.date()) for at, _ in silence.sent)
