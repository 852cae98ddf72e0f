"""Talks as they are lived: over midnight, corrected, moved, and forms that wait for nothing any more."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.mentorship.search import Candidate
from storage.engine import Database
from tests.chat import Chat, a_chat, another_phone
from tests.mentoring import Said, joins, to_the_ask, to_the_link, to_the_shortlist

LATE = datetime(2026, 11, 24, 16, 50, tzinfo=UTC)
"""Tuesday, ten minutes before midnight in Jakarta."""
MORNING = datetime(2026, 11, 24, 2, tzinfo=UTC)


async def candidate(chat: Chat) -> Candidate:
    """The mentee's only candidate."""
    search = (await chat.state()).search
    assert search is not None
    return search.candidates[0]


async def flows(chat: Chat) -> set[str]:
    """Every form that is open."""
    return {one.flow for one in (await chat.state()).desk.conversations}


async def test_today_is_still_that_day_after_midnight(database: Database) -> None:
    chat = await a_chat(database, LATE)
    await to_the_shortlist(chat, Said())
    await chat.choose("open.talk", "today")
    chat.clock.moment += timedelta(minutes=20)
    await chat.say("bertanya dulu")
    await chat.choose("open")
    assert [talk.day for talk in (await candidate(chat)).talks] == [date(2026, 11, 24)]


async def test_an_hour_that_passes_while_the_zone_is_asked_is_asked_again(database: Database) -> None:
    chat = await a_chat(database, MORNING)
    await to_the_shortlist(chat, Said())
    await chat.choose("open.plan", "began")
    await chat.say("hari ini jam 11")
    chat.clock.moment += timedelta(hours=3)
    await chat.choose("wib")
    await chat.say("besok jam 11")
    booked = (await candidate(chat)).booked
    assert booked is not None
    assert booked.at == datetime(2026, 11, 25, 4, tzinfo=UTC)


async def test_a_date_that_is_edited_later_is_understood(database: Database) -> None:
    chat = await a_chat(database, MORNING)
    await to_the_shortlist(chat, Said())
    await chat.choose("open.talk")
    await chat.say("kemarin")
    await chat.edit("dua hari lalu", chat.typed[-1])
    await chat.choose("keep")
    await chat.say("bertanya dulu")
    await chat.choose("open", "yes")
    assert (await candidate(chat)).talks[0].day == date(2026, 11, 22)


async def test_a_booked_talk_moves_and_is_called_off(database: Database) -> None:
    chat = await a_chat(database, MORNING)
    await to_the_shortlist(chat, Said())
    await chat.choose("open.plan", "began", "tomorrow", "open.plan")
    await chat.say("Jumat")
    booked = (await candidate(chat)).booked
    assert booked is not None
    assert (booked.day, booked.question.preset) == (date(2026, 11, 27), "began")
    await chat.say("/status")
    await chat.choose("cancel")
    assert (await candidate(chat)).booked is None


async def test_a_form_about_a_try_closes_where_it_was_told_elsewhere(database: Database) -> None:
    chat = await a_chat(database, MORNING)
    await to_the_shortlist(chat, Said())
    await chat.choose("open.talk", "today")
    await chat.say("bertanya dulu")
    await chat.choose("open", "open.tried")
    await chat.press("open.talk:1:9")
    await chat.choose("yesterday")
    await chat.say("mendengarkan")
    await chat.say("sudah saya coba")
    await chat.choose("open", "yes")
    await chat.press("open.tried:1:9")
    await chat.say("sudah saya coba lagi")
    assert "tried" not in await flows(chat)


async def test_an_answer_that_nobody_waits_for_any_more_is_not_asked_for(database: Database) -> None:
    mentee = await a_chat(database, MORNING)
    mentor = another_phone(mentee, 102, "Hendra")
    token = await to_the_link(mentee, Said())
    await mentor.say(f"/start {token}")
    await mentor.choose("link.more", "link.ask")
    await mentee.next_message()
    await mentee.choose("open.more")
    await joins(mentor, token)
    await mentee.say("Sekali sebulan, Pak.")
    assert "more" not in await flows(mentee)


@pytest.mark.parametrize("kind", ["opener", "thanks", "tried", "ask", "follow_up"])
async def test_every_text_to_send_can_be_seen_again(kind: str, database: Database) -> None:
    chat = await a_chat(database, MORNING)
    await to_the_ask(chat, Said())
    (shown,) = await chat.press(f"letter:{kind}.1:0")
    assert "Bapak" in shown.text
    assert shown.rows
