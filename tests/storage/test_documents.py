"""Whatever the domain can hold comes back from storage as it was, and old documents stay readable."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, make_url, select, update

from bot.dialogue.answers import Answer
from bot.dialogue.desk import Conversation, Desk
from bot.mentorship.invite import Invite
from bot.mentorship.pair import Pair
from bot.mentorship.person import Consent, Contact, Hours, News, Person
from bot.mentorship.search import Ask, Booking, Candidate, Search
from storage.cipher import cipher, new_key
from storage.sqlite import sqlite_engine
from storage.states import State
from storage.tables import Base, PersonRow
from storage.together import Together
from storage.unit_of_work import UnitOfWork
from tests.storage.samples import ANI, NOW, consented, load, share, shared_by, store

moments = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
numbers = st.integers(min_value=0, max_value=2**52)
names = st.text("abcdefghijklmnopqrstuvwxyz_0123456789", max_size=12)

people = st.builds(
    Person,
    id=st.just(ANI),
    language=st.sampled_from(["id", "en"]),
    consent=st.builds(Consent, version=names, at=moments),
    hours=st.builds(Hours, st.times(), st.times()),
    paused_until=st.none() | moments,
    contact=st.builds(Contact, st.none() | moments, st.lists(moments, max_size=4).map(tuple), st.booleans()),
    news=st.lists(st.builds(News, kind=names, about=names, at=moments), max_size=3).map(tuple),
    news_told=st.none() | moments,
)
asks = st.builds(Ask, opened=moments, settled=st.none() | st.dates())
bookings = st.builds(Booking, at=st.none() | moments, made=moments)
candidates = st.builds(
    Candidate,
    added=moments,
    closed=st.none() | moments,
    booked=st.none() | bookings,
    ask=st.none() | asks,
)
searches = st.builds(
    Search,
    id=names,
    person=st.just(ANI),
    version=numbers,
    candidates=st.lists(candidates, max_size=3).map(tuple),
    looked=st.none() | moments,
    made=numbers,
)
conversations = st.builds(
    Conversation,
    id=numbers,
    flow=names,
    subject=names,
    touched=moments,
    number=numbers,
    asked=names,
    answers=st.dictionaries(st.text(), st.from_type(Answer), max_size=4),
)
links = st.builds(
    Invite, key=names.filter(bool), inviter=numbers, made=moments, until=moments, opener=st.none() | numbers
)
pairs = st.builds(
    Pair,
    id=names,
    mentee=numbers,
    mentor=st.none() | numbers,
    since=moments,
    version=numbers,
    ended=st.none() | moments,
)

values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=4)


@st.composite
def states(draw: st.DrawFn) -> State:
    """Any state of a person who consented."""
    desk = draw(st.lists(conversations, max_size=3, unique_by=lambda one: one.id))
    desk.sort(key=lambda one: (one.touched, one.id))
    return State(
        draw(people),
        draw(st.none() | searches),
        Desk(tuple(desk), draw(st.none() | numbers), draw(numbers)),
    )


@pytest.fixture(scope="module")
def connection() -> Iterator[Connection]:
    """An empty database in memory."""
    engine = sqlite_engine(make_url("sqlite://"))
    with engine.connect() as connection:
        with connection.begin():
            Base.metadata.create_all(connection)
        yield connection
    engine.dispose()


@given(states(), st.sampled_from([[], [new_key()]]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_state_comes_back_as_it_was(connection: Connection, state: State, keys: list[str]) -> None:
    work = UnitOfWork(connection, cipher(keys))
    transaction = connection.begin()
    try:
        store(work, state)
        assert load(work, ANI) == state
    finally:
        transaction.rollback()


@given(links, pairs, st.sampled_from([[], [new_key()]]))
def test_every_link_and_every_pair_comes_back_as_it_was(
    connection: Connection, link: Invite, pair: Pair, keys: list[str]
) -> None:
    assert pair.mentee is not None
    work = UnitOfWork(connection, cipher(keys))
    transaction = connection.begin()
    try:
        share(work, link, pair)
        found = shared_by(work, pair.mentee, held=link.key)
    finally:
        transaction.rollback()
    assert found == Together({link.key: link}, {pair.id: pair})


@given(st.dictionaries(st.text(), values, max_size=4))
def test_every_body_comes_back_as_it_was(connection: Connection, body: dict[str, object]) -> None:
    work = UnitOfWork(connection, cipher([new_key()]))

    assert work.unseal(work.seal(body)) == body


def test_a_body_with_half_a_character_comes_back_too(connection: Connection) -> None:
    work = UnitOfWork(connection, cipher([new_key()]))

    assert work.unseal(work.seal({"text": "\ud83d"})) == {"text": "\ud83d"}


def rewritten(work: UnitOfWork, **fields: object) -> None:
    """Ani's document as another release would have written it: with these fields set, or left out (None)."""
    stored = work.connection.execute(select(PersonRow.document)).scalar_one()
    assert stored is not None
    document = json.loads(work.cipher.unseal(stored))
    document = {name: value for name, value in (document | fields).items() if value is not None}
    sealed = work.cipher.seal(json.dumps(document).encode())
    work.connection.execute(update(PersonRow).values(document=sealed))


def test_a_document_from_before_a_field_existed_gets_its_default(connection: Connection) -> None:
    work = UnitOfWork(connection, cipher([]))
    transaction = connection.begin()
    store(work, State(replace(consented(ANI), hours=Hours(time(21), time(7)))))
    rewritten(work, hours=None)

    assert load(work, ANI).person == consented(ANI)
    transaction.rollback()


def test_a_field_that_we_do_not_know_is_passed_over(connection: Connection) -> None:
    work = UnitOfWork(connection, cipher([]))
    transaction = connection.begin()
    store(work, State(consented(ANI)), now=NOW)
    rewritten(work, favourite_colour="biru")

    assert load(work, ANI).person == consented(ANI)
    transaction.rollback()
