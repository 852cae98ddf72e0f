"""People in a database: those who talk, as a talk with the bot leaves them, and copies who stay silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, bindparam, cast, insert, select

from bot.dialogue.desk import Desk
from bot.dialogue.events import Commanded, Event, Fresh, Pressed, Said
from bot.flows.respond import respond
from bot.flows.start import CONSENT_VERSION
from bot.flows.world import World
from bot.mentorship.cadence import planned
from bot.mentorship.inviting import Fact
from bot.mentorship.mine import Mine
from bot.mentorship.person import Person
from bot.simulator.load_web import FIRST_PERSON
from storage.plan import sync_plan
from storage.states import State, save_states
from storage.tables import Base, PersonRow, PlanRow
from storage.unit_of_work import UnitOfWork

TALK: tuple[Event[Fact], ...] = (
    Commanded("start"),
    Pressed(f"agree:{CONSENT_VERSION}:0"),
    Pressed("door:learn:0"),
)
"""From the first word to the question which ability somebody wants to learn."""

ABILITIES = tuple(
    f"{what} {whom}"
    for what in ("menggali kebutuhan", "memulai obrolan dengan", "menyimak cerita", "menjawab keberatan")
    for whom in ("dokter", "dosen", "guru", "pemilik toko", "keluarga muda", "pensiunan", "perantau")
)
"""What they answer: not all the same, as nothing that was read once would then be read again."""

TEXTS = ("saat bertemu pertama kali di klinik", "kembali")
"""An answer to the question after that, and the word that leads back to it: one message each, for ever."""

TALKERS = FIRST_PERSON
"""The id of the first who talks; ids of the silent begin at SILENT, so that both can be many."""
SILENT = 1_000_000_000


@dataclass(frozen=True)
class Talk:
    """What a talk left behind, whoever had it."""

    person: Person
    desk: Desk

    def state(self, id: int) -> State:
        """The state of the person with this id after the talk."""
        return State(replace(self.person, id=id), None, self.desk)


def talk(at: datetime, ability: str = ABILITIES[0]) -> Talk:
    """A talk at that moment: TALK, and the ability."""
    world, desk = World(Person(0), at), Desk()
    for event in (*TALK, Said(ability, message=1)):
        response = respond(world, desk, event, Fresh(at, "token"))
        world, desk = response.world, response.desk
    return Talk(world.me, desk)


def settle(work: UnitOfWork, ids: Sequence[int], at: datetime) -> None:
    """Store people with these ids who had their talk at that moment, and their plan."""
    talks = [talk(at, ability) for ability in ABILITIES]
    had = {id: talks[id % len(talks)] for id in ids}
    save_states(work, [(State(), one.state(id)) for id, one in had.items()], at)
    sync_plan(work, {id: planned(Mine(replace(one.person, id=id)), at) for id, one in had.items()})


def copy_silent(work: UnitOfWork, model: int, ids: range) -> None:
    """Store a copy of that person and their plan for each of these ids. Nobody may talk as one of them."""
    numbers = select(bindparam("first", type_=PersonRow.id.type).label("id")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.id + 1).where(numbers.c.id + 1 < bindparam("stop")))
    whose = {"first": ids.start, "stop": ids.stop, "model": model}
    own: tuple[tuple[type[Base], dict[str, ColumnElement[Any] | None]], ...] = (
        (PersonRow, {"id": numbers.c.id}),
        (PlanRow, {"chat": numbers.c.id, "subject": cast(numbers.c.id, String), "id": None}),
    )
    for table, given in own:
        theirs = table.__table__.c
        columns = {one.key: given.get(one.key, one) for one in theirs}
        kept = {key: column for key, column in columns.items() if column is not None}
        rows = select(*kept.values()).join_from(
            numbers, table, theirs[next(iter(given))] == bindparam("model")
        )
        work.connection.execute(insert(table).from_select(list(kept), rows), whose)
