"""Two people in one database: links in the right hands, and nothing private on the side of the other."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.mentorship.invite import key_of
from bot.mentorship.search import Standing
from bot.turn import take_turns
from storage import inbox, outbox
from storage.cipher import new_key
from storage.engine import Database, open_database
from storage.inbox import Incoming
from storage.migrate import migrate
from tests.chat import Chat, a_chat, another_phone
from tests.mentoring import Said, joins, to_the_ask, to_the_link, to_the_shortlist

TUESDAY = datetime(2026, 11, 24, 2, tzinfo=UTC)


async def two(database: Database) -> tuple[Chat, Chat]:
    """A mentee's phone and a mentor's."""
    mentee = await a_chat(database, TUESDAY)
    return mentee, another_phone(mentee, 102, "Hendra")


def everything(phone: Chat) -> str:
    """All that a phone was ever shown: texts, labels, and what buttons carry."""
    return repr(phone.shown)


async def test_a_yes_makes_one_pair_and_both_hear_of_it(database: Database) -> None:
    mentee, mentor = await two(database)
    await joins(mentor, await to_the_link(mentee, Said()))
    (pair,) = await mentee.pairs()
    assert (pair.mentee, pair.mentor, pair.mentee_name) == (101, 102, "Sari")
    assert await mentor.pairs() == (pair,)
    assert "Pak Hendra" in (await mentee.next_message())[-1].text


async def test_of_two_who_open_a_link_at_once_the_first_who_consents_has_it(database: Database) -> None:
    mentee, mentor = await two(database)
    third = another_phone(mentee, 103, "Rina")
    token = await to_the_link(mentee, Said())
    for phone in (mentor, third):
        await phone.say(f"/start {token}")
        await phone.choose("link.willing")
    await mentor.choose("link.join")
    late = await third.choose("link.join")
    (pair,) = await mentee.pairs()
    assert pair.mentor == 102
    assert await third.pairs() == ()
    assert (await third.state()).person is None or late[-1].rows


@pytest.mark.parametrize("first", ["mentor", "mentee"])
async def test_a_yes_and_a_withdrawal_at_the_same_moment_leave_one_truth(
    first: str, database: Database
) -> None:
    """Both lie in the inbox before either is taken; the batch folds them one by one."""
    mentee, mentor = await two(database)
    await mentor.say(f"/start {await to_the_link(mentee, Said())}")
    await mentor.choose("link.willing")
    joining = next(data for data in mentor.shown[-1].data.values() if data.startswith("link.join"))
    presses = [(mentor, joining), (mentee, f"aside:1:{await version(mentee)}")]
    await at_once(mentee, presses if first == "mentor" else presses[::-1])
    joined = first == "mentor"
    assert bool(await mentee.pairs()) == bool(await mentor.pairs()) == joined
    assert (await candidate(mentee)).standing is (Standing.AGREED if joined else Standing.SET_ASIDE)
    assert mentee.shown[-1].rows
    assert mentor.shown[-1].rows


async def at_once(chat: Chat, presses: list[tuple[Chat, str]]) -> None:
    """Several presses that lie in the inbox together."""
    rows = []
    for number, (phone, data) in enumerate(presses):
        query = {
            "id": str(number),
            "from": {"id": phone.person, "is_bot": False, "first_name": phone.name},
            "message": {"message_id": 1, "chat": {"id": phone.person, "type": "private"}, "date": 1},
            "data": data,
        }
        rows.append(Incoming(9_000_000_000 + phone.person, phone.person, {"callback_query": query}))
    await chat.kit.database.run(partial(inbox.receive, updates=rows))
    assert await take_turns(chat.kit, chat.clock.moment, 50) == len(presses)
    await chat.settle()


async def version(chat: Chat) -> int:
    """Of the mentee's search."""
    search = (await chat.state()).search
    assert search is not None
    return search.version


async def candidate(chat: Chat) -> Any:
    """The mentee's only candidate."""
    search = (await chat.state()).search
    assert search is not None
    return search.candidates[0]


async def test_a_link_that_was_revoked_opens_nothing(database: Database) -> None:
    mentee, mentor = await two(database)
    old = await to_the_link(mentee, Said())
    await mentee.say("/status")
    await mentee.choose("invite", "invite.goal")
    await mentor.say(f"/start {old}")
    assert "link.willing" not in everything(mentor)
    assert await mentor.pairs() == ()


async def test_a_link_is_worth_nothing_after_fourteen_days(database: Database) -> None:
    mentee, mentor = await two(database)
    token = await to_the_link(mentee, Said())
    mentee.clock.moment += timedelta(days=14, minutes=1)
    await mentor.say(f"/start {token}")
    assert "link.willing" not in everything(mentor)


async def test_a_corrected_yes_takes_its_link_with_it(database: Database) -> None:
    mentee, mentor = await two(database)
    token = await to_the_link(mentee, Said())
    await mentee.say("/status")
    await mentee.choose("open.outcome", "later")
    await mentor.say(f"/start {token}")
    assert "link.willing" not in everything(mentor)


async def test_not_now_keeps_nothing_of_whoever_said_it(database: Database) -> None:
    mentee, mentor = await two(database)
    await mentor.say(f"/start {await to_the_link(mentee, Said())}")
    await mentor.choose("link.notnow")
    state = await mentor.state()
    assert state.person is None or state.person.consent is None
    assert (await candidate(mentee)).standing is Standing.DECLINED
    assert "102" not in repr((await mentee.state()).search)


async def test_news_at_night_wait_for_the_morning(database: Database) -> None:
    mentee, mentor = await two(database)
    token = await to_the_link(mentee, Said())
    mentee.clock.moment = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)  # 22:30 where both are
    seen = len(mentee.shown)
    await joins(mentor, token)
    assert len(mentee.shown) == seen
    await mentee.wait(hours=14)
    assert len(mentee.shown) == seen + 1
    assert mentee.clock.moment >= datetime(2026, 11, 25, 1, 0, tzinfo=UTC)


async def test_whoever_blocked_the_bot_is_missed_by_nobody(database: Database) -> None:
    mentee, mentor = await two(database)
    token = await to_the_link(mentee, Said())
    await mentee.block()
    await joins(mentor, token)
    assert (await mentor.pairs())[0].mentee == 101
    await mentee.block(blocked=False)
    await mentee.say("/status")
    assert "Pak Hendra" in mentee.shown[-1].text


async def test_no_message_goes_to_anybody_who_did_not_start_the_bot(database: Database) -> None:
    mentee, _ = await two(database)
    await to_the_link(mentee, Said())
    await mentee.wait(days=60)
    assert mentee.elsewhere == []
    assert await mentee.kit.database.run(partial(outbox.claim_outbox, limit=9, lease_seconds=1.0)) == ()


words = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=12, max_size=12)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(secrets=st.lists(words, min_size=8, max_size=8, unique=True))
async def test_nothing_private_reaches_the_mentor_or_a_log(
    secrets: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('private') / 'bot.db'}"
    migrate(url)
    database = open_database(url, [new_key()])
    said = Said(
        name=secrets[0],
        lessons=(secrets[1], secrets[2]),
        plan=secrets[3],
        tried=secrets[4],
        evidence=secrets[5],
        where=secrets[6],
        signed=secrets[7],
    )
    with capture_logs() as lines:
        mentee, mentor = await two(database)
        token = await to_the_link(mentee, said)
        await mentor.say(f"/start {token}")
        await mentor.choose("link.more", f"link.ask:{key_of(token)}.time")
        await mentee.next_message()
        await mentee.choose("open.more")
        await mentee.say("Sekali sebulan, Pak.")
        await mentor.choose("link.willing", "link.join")
        await mentee.next_message()
        await mentor.say("/status")
        await mentor.say("/privacy")
        await mentor.choose("right.see", "right.export")
        kept = await exported(database, mentor)
    await database.close()
    for secret in secrets[:7]:
        assert secret not in everything(mentor)
        assert secret not in kept
        assert secret not in repr(lines)
    assert secrets[7] in everything(mentor)
    assert "Sekali sebulan, Pak." in everything(mentor)


async def exported(_database: Database, phone: Chat) -> str:
    """The recipe of the file that a phone was sent last, as JSON."""
    return json.dumps([one.values for one in phone.files], default=str)


async def test_what_was_released_and_no_more_is_on_the_first_screen(database: Database) -> None:
    mentee, mentor = await two(database)
    said = replace(Said(), lessons=("rahasia pertama", "pelajaran kedua"))
    token = await to_the_link(mentee, said, releasing="invite.release")
    await mentor.say(f"/start {token}")
    assert "pelajaran kedua" in everything(mentor)
    assert "rahasia pertama" not in everything(mentor)


async def test_the_export_holds_everything_of_ones_own(database: Database) -> None:
    mentee, mentor = await two(database)
    await joins(mentor, await to_the_link(mentee, Said()))
    await mentee.say("/privacy")
    await mentee.choose("right.export")
    kept = mentee.files[-1].values
    one = kept["search"]["candidates"][0]
    assert kept["person"]["name"] == "Sari"
    assert kept["person"]["consent"]["version"]
    assert one["ties"] == {"ticked": ["upline"], "holds_back": "no", "decision": "go_on"}
    assert [talk["learned"] for talk in one["talks"]] == list(Said().lessons)
    assert (one["talks"][0]["plan"], one["talks"][0]["tried"]) == (Said().plan, Said().tried)
    assert one["fit"]["evidence"] == Said().evidence
    assert (one["fit"]["goal_help"], one["fit"]["honest"], one["fit"]["values"]) == (2, 2, 0)
    assert one["ask"]["where"]["own"] == Said().where
    assert kept["links"][0]["state"] == "joined"
    assert kept["links"][0]["opener"] is None
    assert kept["pairs"][0]["role"] == "mentee"
    assert "102" not in json.dumps(kept)


async def test_leaving_in_the_middle_takes_everything_along_but_the_other_keeps_theirs(
    database: Database,
) -> None:
    mentee, mentor = await two(database)
    await joins(mentor, await to_the_link(mentee, Said()))
    await mentee.press("erase:yes:0")
    assert (await mentee.state()).person is None
    assert await mentee.pairs() == ()
    (pair,) = await mentor.pairs()
    assert (pair.mentee, pair.mentee_name, pair.candidate) == (None, "", "")
    await mentor.say("/status")
    assert "Sari" not in mentor.shown[-1].text


async def test_deleting_one_candidate_forgets_them_and_their_link(database: Database) -> None:
    mentee, mentor = await two(database)
    token = await to_the_link(mentee, Said())
    await mentee.press(f"forget:1.yes:{await version(mentee)}")
    assert "Pak Hendra" not in repr((await mentee.state()).search)
    await mentor.say(f"/start {token}")
    assert "link.willing" not in everything(mentor)


async def test_the_ask_opens_only_behind_its_gates(database: Database) -> None:
    mentee, _ = await two(database)
    await to_the_shortlist(mentee, Said())
    await mentee.press("open.ask:1:0")
    search = (await mentee.state()).search
    assert search is not None
    assert search.candidates[0].ask is None
    assert "ask" not in {one.flow for one in (await mentee.state()).desk.conversations}


async def test_a_second_ask_waits_for_the_first(database: Database) -> None:
    mentee, _ = await two(database)
    await to_the_ask(mentee, Said())
    await mentee.press("open.ask:1:0")
    search = (await mentee.state()).search
    assert search is not None
    assert sum(one.ask is not None for one in search.candidates) == 1
