"""Turns of two people that meet in one link or one pair: one after the other, whoever takes them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from random import Random

import pytest

from bot.dialogue.desk import Desk
from bot.flows.start import CONSENT_VERSION
from bot.mentorship.invite import InviteState, key_of
from bot.mentorship.search import Standing
from bot.turn import Kit, take_turns
from storage.counts import counts
from storage.engine import Database
from storage.inbox import Incoming, receive
from storage.states import State, load_states
from storage.together import load_together, save_together
from storage.unit_of_work import UnitOfWork
from tests.chat import a_kit
from tests.storage.counted import Counted
from tests.storage.samples import (
    ANI,
    BUDI,
    CITRA,
    ERASE,
    NOW,
    candidate,
    link,
    pair,
    press,
    searching,
    share,
    shared_by,
    store,
)  # fmt: skip

JOIN, NOT_NOW = "link.join", "link.notnow"
ERASE_SEARCH = "erase.search:yes:0"


def answer(chat: int, update_id: int, token: str, verb: str = JOIN) -> Incoming:
    """One of the taps below a link."""
    subject = f"{key_of(token)}.{CONSENT_VERSION}" if verb == JOIN else key_of(token)
    return press(chat, update_id, f"{verb}:{subject}:0")


def give_link(work: UnitOfWork, mentee: int, token: str) -> None:
    """A mentee whose candidate said yes, and the link that they gave them."""
    store(work, replace(searching(mentee, candidate("c1", Standing.AGREED)), desk=Desk()))
    share(work, link(token, mentee))


def ends(work: UnitOfWork, token: str, *people: int) -> tuple[InviteState | None, list[tuple[object, ...]]]:
    """What became of a link, and between whom there are pairs."""
    shared = shared_by(work, *people, held=key_of(token))
    given = shared.invites.get(key_of(token))
    return given.state if given else None, [(one.mentee, one.mentor) for one in shared.pairs.values()]


JOINED_THEN_LEFT = (None, [(None, BUDI)])
GONE: tuple[None, list[object]] = (None, [])
PAIRED = (InviteState.JOINED, [(ANI, BUDI)])
REVOKED: tuple[InviteState, list[object]] = (InviteState.REVOKED, [])


@pytest.mark.parametrize("at_once", [1, 9], ids=["one_by_one", "one_batch"])
@pytest.mark.parametrize(
    ("presses", "end"),
    [
        ([answer(BUDI, 1, "t"), press(ANI, 2, ERASE)], JOINED_THEN_LEFT),
        ([press(ANI, 1, ERASE), answer(BUDI, 2, "t")], GONE),
        ([answer(BUDI, 1, "t"), press(ANI, 2, ERASE_SEARCH)], PAIRED),
        ([press(ANI, 1, ERASE_SEARCH), answer(BUDI, 2, "t")], REVOKED),
        ([answer(BUDI, 1, "t"), answer(CITRA, 2, "t")], PAIRED),
        ([answer(CITRA, 1, "t", NOT_NOW), answer(BUDI, 2, "t")], (InviteState.NOT_NOW, [])),
    ],
    ids=["join_erase", "erase_join", "join_end", "end_join", "two_join", "not_now_join"],
)
async def test_who_comes_second_finds_what_the_first_did(
    database: Database, at_once: int, presses: list[Incoming], end: object
) -> None:
    await database.run(partial(give_link, mentee=ANI, token="t"))
    await database.run(partial(receive, updates=presses))

    while await take_turns(a_kit(database), NOW, at_once):
        pass

    assert await database.run(lambda work: ends(work, "t", ANI, BUDI, CITRA)) == end
    assert (await database.run(counts)).parked == 0


@pytest.mark.parametrize("at_once", [1, 9], ids=["one_by_one", "one_batch"])
@pytest.mark.parametrize(
    ("presses", "end"),
    [
        ([answer(BUDI, 1, "t"), answer(CITRA, 2, "t")], PAIRED),
        ([answer(BUDI, 1, "t"), press(ANI, 2, ERASE)], JOINED_THEN_LEFT),
        ([press(ANI, 1, ERASE), answer(BUDI, 2, "t")], GONE),
    ],
    ids=["two_join", "join_erase", "erase_join"],
)
async def test_a_pair_that_waits_for_its_mentor_is_joined_once(
    database: Database, at_once: int, presses: list[Incoming], end: object
) -> None:
    await database.run(partial(give_link, mentee=ANI, token="t"))
    await database.run(lambda work: share(work, replace(pair("p1", ANI, None), verified=False)))
    await database.run(partial(receive, updates=presses))

    while await take_turns(a_kit(database), NOW, at_once):
        pass

    assert await database.run(lambda work: ends(work, "t", ANI, BUDI, CITRA)) == end


async def test_what_a_batch_leaves_is_what_single_turns_leave(databases: list[Database]) -> None:
    presses = [answer(BUDI, 1, "t", NOT_NOW), answer(CITRA, 2, "u"), press(ANI, 3, ERASE_SEARCH)]
    left = []
    for database, at_once in zip(databases, (1, 9), strict=True):
        await database.run(partial(give_link, mentee=ANI, token="t"))
        await database.run(lambda work: share(work, link("u", ANI)))
        await database.run(partial(receive, updates=presses))
        while await take_turns(a_kit(database), NOW, at_once):
            pass
        left.append(await database.run(lambda work: shared_by(work, ANI, BUDI, CITRA)))

    assert left[0] == left[1]
    assert [len(one.pairs) for one in left] == [1, 1]


async def test_a_mentor_joins_while_the_mentee_withdraws(workers: list[Database], database_url: str) -> None:
    random, rounds = Random(3), 40 if database_url.startswith("sqlite") else 200
    ours = [Counted(worker) for worker in workers[:2]]
    kits = [a_kit(worker) for worker in ours]
    seen: Counter[tuple[str, bool]] = Counter()
    for mentee in range(10_000, 10_000 + 2 * rounds, 2):
        withdraws = random.choice([ERASE, ERASE_SEARCH])
        await ours[0].run(partial(give_link, mentee=mentee, token=f"t{mentee}"))
        presses = [answer(mentee + 1, mentee, f"t{mentee}"), press(mentee, mentee + 1, withdraws)]
        await ours[0].run(partial(receive, updates=random.sample(presses, 2)))
        await asyncio.gather(*(a_turn(kit, random.uniform(0, 0.004)) for kit in kits))
        while await take_turns(kits[0], NOW, 9):
            pass
        seen[withdraws, await ours[0].run(partial(joined, mentee=mentee, withdraws=withdraws))] += 1

    assert len(seen) == 4, f"both came first, of both ways to withdraw: {seen}"
    assert [one.begun for one in ours] == [one.asked for one in ours], "a deadlock made a worker start over"
    left = await ours[0].run(counts)
    assert (left.inbox, left.parked) == (0, 0)


async def a_turn(kit: Kit, later: float) -> None:
    """Take one of the two rows; the other is for the other worker."""
    await asyncio.sleep(later)
    while not await take_turns(kit, NOW, 1):
        pass


def joined(work: UnitOfWork, mentee: int, withdraws: str) -> bool:
    """Whether the mentor came first; and nothing is left of the other way, or half done."""
    mentor, token = mentee + 1, f"t{mentee}"
    states = load_states(work, [mentee, mentor])
    state, pairs = ends(work, token, mentee, mentor)
    person = states[mentor].person
    came_first = person is not None and person.consent is not None
    erased = withdraws == ERASE
    assert pairs == ([(None if erased else mentee, mentor)] if came_first else [])
    assert state == (None if erased else InviteState.JOINED if came_first else InviteState.REVOKED)
    assert states[mentee].search is None
    assert (states[mentee] == State()) is erased
    return came_first


PEOPLE = range(1, 13)
EACH = 25


@pytest.mark.parametrize("shared", ["links", "pairs", "both"])
async def test_batches_that_share_links_or_pairs_lose_nothing_and_block_nobody(
    workers: list[Database], shared: str
) -> None:
    ours = [Counted(worker) for worker in workers]
    await ours[0].run(partial(ring, shared=shared))
    wrote: Counter[str] = Counter()

    await asyncio.gather(*(crossing(worker, Random(seed), wrote) for seed, worker in enumerate(ours)))

    left = await ours[0].run(lambda work: shared_by(work, *PEOPLE))
    assert {one.id: one.version for one in left.pairs.values()} | {
        one.key: len(one.answer) for one in left.invites.values()
    } == wrote
    assert len(wrote) == (2 if shared == "both" else 1) * len(PEOPLE)
    assert [one.begun for one in ours] == [one.asked for one in ours], "a deadlock made a worker start over"


def ring(work: UnitOfWork, shared: str) -> None:
    """Everybody gave a link that another one answered, or is in a pair with a third, or both."""
    for one in PEOPLE:
        opener, other = one % len(PEOPLE) + 1, (one + 4) % len(PEOPLE) + 1
        if shared != "pairs":
            share(work, replace(link(str(one), one, opener=opener), answer=""))
        if shared != "links":
            share(work, pair(f"p{one * 7 % 13}", one, other))


async def crossing(database: Counted, random: Random, wrote: Counter[str]) -> None:
    """Batch after batch, each with other people in another order, and links of others in hand."""
    for _ in range(EACH):
        people, hands = random.sample(PEOPLE, 4), random.sample(PEOPLE, 2)
        wrote.update(await database.run(partial(one_more, people, [key_of(str(one)) for one in hands])))


def one_more(people: list[int], held: list[str], work: UnitOfWork) -> Iterable[str]:
    """Read, add one, write: everything that these people share; the names of what was written."""
    load_states(work, people)
    before = load_together(work, people, held)
    after = before.having(
        [replace(one, answer=f"{one.answer}.") for one in before.invites.values()],
        [replace(one, version=one.version + 1) for one in before.pairs.values()],
    )
    save_together(work, before, after)
    return [*before.invites, *before.pairs]
