"""Rows of the inbox become one commit: new states, plan and outbox, all or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from traceback import extract_tb
from types import UnionType
from typing import Protocol

import structlog

from bot.dialogue.events import Due, Erase, Fresh, Leave, Say, Tell
from bot.flows.respond import Response, respond
from bot.flows.world import Programme, World
from bot.hearing import Arrive, Heard, hear
from bot.mentorship.person import Hours, Person
from bot.reading import in_place
from bot.speech import apology, spoken, voice_for
from prompts.catalog import Catalog, language_of
from storage import claims, inbox, outbox, plan, states, together
from storage.cipher import Unreadable
from storage.claims import Claimed, LeaseLost
from storage.engine import Database
from storage.states import State
from storage.together import Together
from storage.unit_of_work import UnitOfWork, WrittenByNewer

log = structlog.get_logger()

LEASE_SECONDS = 60.0
BACK_OFF = (1.0, 5.0)
"""Seconds before each further try of a row that fails alone; after them it is parked."""
HAND_BACK_SECONDS = 2.0


@dataclass(frozen=True)
class Kit:
    """What turns are taken with. `arrive` reads an update; `token` gives what nobody can guess."""

    database: Database
    catalog: Catalog
    programme: Programme
    arrive: Arrive
    hours: Hours = field(default_factory=Hours)
    back_off: tuple[float, ...] = BACK_OFF
    token: Callable[[int, int], str] = field(default=lambda _chat, _update: secrets.token_urlsafe(16))


def seeded_tokens(seed: str) -> Callable[[int, int], str]:
    """Tokens that follow from a seed, the chat and the update's id, for tests that compare two runs."""
    return lambda chat, update: sha256(f"{seed}:{chat}:{update}".encode()).hexdigest()[:24]


class Deliverer(Protocol):
    """Who delivers in this process: how many messages more they take just now, and the messages for them."""

    @property
    def room(self) -> int: ...

    def begin(self, claimed: Sequence[outbox.Delivery]) -> None: ...


async def take_turns(kit: Kit, now: datetime, limit: int, deliverer: Deliverer | None = None) -> int:
    """Take up to `limit` rows, one of a chat, and commit all that comes of them; how many were claimed.

    What they say is claimed for the deliverer in the same commit, as far as it has room: it leaves at once.
    A batch that fails is taken again row by row. A row that fails alone rests, is tried again, and after its
    tries is parked with one apology to its person; the next row of its chat goes on.
    """
    claim = partial(claims.claim, limit=limit, lease_seconds=LEASE_SECONDS)
    rows = await kit.database.run(claim, durable=False)
    batches: list[Sequence[Claimed]] = [rows] if rows else []
    for batch in batches:
        try:
            room = deliverer.room if deliverer is not None else 0
            claimed = await kit.database.run(partial(_commit_and_claim, kit, batch, now, room))
            if deliverer is not None:
                deliverer.begin(claimed)
        except Exception as error:
            if len(batch) > 1:
                log.warning("turn.batch_failed", rows=len(batch), error=type(error).__name__)
                batches += [[row] for row in batch]
            else:
                await _failed(kit, batch[0], error, now)
    return len(rows)


def _commit_and_claim(
    kit: Kit, rows: Sequence[Claimed], now: datetime, room: int, work: UnitOfWork
) -> tuple[outbox.Delivery, ...]:
    commit(kit, rows, now, work)
    return outbox.claim_outbox(work, limit=room, lease_seconds=LEASE_SECONDS) if room > 0 else ()


async def _failed(kit: Kit, row: Claimed, error: Exception, now: datetime) -> None:
    """A row that failed alone. The log names the row and the kind of error, never what was said."""
    if isinstance(error, LeaseLost):
        return
    try:
        if isinstance(error, WrittenByNewer):
            await kit.database.run(partial(claims.hand_back, claims=[row], seconds=HAND_BACK_SECONDS))
        elif row.tries <= len(kit.back_off):
            log.warning("turn.failed", row=row.id, tries=row.tries, **_named(error))
            await kit.database.run(partial(claims.retry, claims=[row], seconds=kit.back_off[row.tries - 1]))
        else:
            log.error("turn.parked", row=row.id, **_named(error))
            await kit.database.run(partial(_park, kit, row, now))
    except LeaseLost:
        return


def _named(error: Exception) -> dict[str, str]:
    """The kind of an error and where it rose; its words may quote what somebody said, so they stay out."""
    frames = extract_tb(error.__traceback__)
    last = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return {"error": type(error).__name__, "where": last}


def _park(kit: Kit, row: Claimed, now: datetime, work: UnitOfWork) -> None:
    voice = voice_for(kit.catalog, _reader(row.chat, work))
    if row.kind == "update":
        outbox.enqueue(work, [outbox.Outgoing(row.chat, "message", apology(voice), row.id)])
    claims.park(work, [row], now)


def _reader(chat: int, work: UnitOfWork) -> Person:
    """Who hears the apology; where their own state is what cannot be read, somebody with the defaults."""
    try:
        return states.load_states(work, [chat])[chat].person or Person(chat)
    except (Unreadable, WrittenByNewer, ValueError):
        return Person(chat)


def commit(kit: Kit, rows: Sequence[Claimed], now: datetime, work: UnitOfWork) -> None:
    """Take these turns and write all that comes of them. `kit` and `now` come first for `partial`."""
    heard = [hear(row, kit.arrive) for row in rows]
    chats = [row.chat for row in rows]
    loaded = states.load_states(work, chats)
    found = together.load_together(work, chats, [one.held for one in heard if one.held])
    answered, done, shared = [], [], found
    for one in heard:
        before = loaded[one.row.chat]
        response = answer(kit, one, before, now, shared)
        if response is not None and response.wait_until is not None:
            claims.defer(work, [one.row], response.wait_until)
            continue
        done.append(one.row)
        if response is not None:
            answered.append((one, before, response))
            shared = _after(shared, response)
    together.save_together(work, found, shared)
    _write(kit, answered, now, work)
    claims.finish(work, done, now)


def _after(shared: Together, response: Response) -> Together:
    """What the next turn of the batch finds of links and pairs."""
    if _has(response, Erase):
        return shared.without(response.world.me.id)
    return shared.having(response.world.invites, response.world.pairs)


Answered = tuple[Heard, State, Response]
"""A row, the state it found, and what came of it."""


def _write(kit: Kit, answered: Sequence[Answered], now: datetime, work: UnitOfWork) -> None:
    """Each row of a person once, their plan as it should stand, and what is to be said, in order."""
    kept = [one for one in answered if not _has(one[2], Erase | Leave)]
    gone = [heard.row.chat for heard, _, after in answered if _has(after, Erase)]
    states.erase(work, gone)
    together.withdraw(work, gone, now)
    states.save_states(work, [(before, state_after(after)) for _, before, after in kept], now)
    plan.give_back(work, [key for heard, _, after in kept if (key := _unused(heard, after)) is not None])
    plan.sync_plan(work, {heard.row.chat: after.plan for heard, _, after in kept})
    outbox.enqueue(work, [row for heard, _, after in answered for row in outgoing(kit, heard.row, after)])
    told = [
        effect.fact
        for _, _, after in kept
        for effect in after.effects
        if isinstance(effect, Tell) and effect.person not in gone
    ]
    inbox.tell(work, [inbox.Fact(one.to, {"kind": one.kind, "about": one.about}) for one in told])


def state_after(after: Response) -> State:
    """The person's state once the turn is over."""
    return State(after.world.me, after.world.search, after.desk)


def _has(response: Response, kind: type | UnionType) -> bool:
    return any(isinstance(effect, kind) for effect in response.effects)


def _unused(heard: Heard, response: Response) -> tuple[int, str, str, str] | None:
    """The key of a planned row that fell due and led to no message: it goes back to planning (DESIGN 4)."""
    event = heard.event
    if not isinstance(event, Due) or _has(response, Say):
        return None
    return heard.row.chat, event.subject, event.kind, event.occurrence


def outgoing(kit: Kit, row: Claimed, response: Response) -> list[outbox.Outgoing]:
    """What a turn says, in its reader's words, as rows of the outbox."""
    voice = voice_for(kit.catalog, response.world.me)
    return [outbox.Outgoing(row.chat, kind, body, row.id) for kind, body in spoken(voice, response.effects)]


def answer(kit: Kit, heard: Heard, state: State, now: datetime, shared: Together) -> Response | None:
    """What comes of what was heard, in that state; None where nobody waits for one."""
    if heard.event is None:
        return None
    me = state.person or Person(heard.row.chat, language=language_of(heard.language_code), hours=kit.hours)
    links, pairs = shared.invites_of(me.id, heard.held), shared.pairs_of(me.id, heard.held)
    world = World(me, now, state.search, kit.programme, links, pairs, heard.held, heard.name)
    event = in_place(kit.catalog, world, state.desk, heard.event)
    token = kit.token(heard.row.chat, heard.row.body.get("update_id", 0))
    return respond(world, state.desk, event, Fresh(now, token))
