"""People in a database: those who talk, as a talk with the bot leaves them, and copies who stay silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, String, bindparam, cast, insert, select

from bot.dialogue.desk import Desk
from bot.dialogue.events import Commanded, Event, Fresh, Pressed, Said
from bot.flows.respond import respond
from bot.flows.start import CONSENT_VERSION
from bot.flows.world import World
from bot.mentorship.apply import Fact
from bot.mentorship.cadence import planned
from bot.mentorship.person import Person
from bot.simulator.load_web import FIRST_PERSON
from storage.plan import sync_plan
from storage.states import State, save_states
from storage.tables import Base, ConversationRow, PersonRow, PlanRow
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
    sync_plan(work, {id: planned(replace(one.person, id=id), None, at) for id, one in had.items()})


def copy_silent(work: UnitOfWork, model: int, ids: range) -> None:
    """Store a copy of all rows of that person for each of these ids. Nobody may talk as one of them."""
    numbers = select(bindparam("first", type_=PersonRow.id.type).label("id")).cte("numbers", recursive=True)
    numbers = numbers.union_all(
        select(numbers.c.id + bindparam("step")).where(numbers.c.id + bindparam("step") < bindparam("stop"))
    )
    whose = {"first": ids.start, "step": ids.step, "stop": ids.stop, "model": model}
    for table, owner in ((PersonRow, "id"), (ConversationRow, "person"), (PlanRow, "chat")):
        own: dict[str, ColumnElement[object]] = {owner: numbers.c.id, "subject": cast(numbers.c.id, String)}
        names = [one.key for one in table.__table__.c if table is not PlanRow or one.key != "id"]
        copied = [_copied(table, name, own) for name in names]
        model_row = table.__table__.c[owner] == bindparam("model")
        rows = select(*copied).select_from(numbers.join(table.__table__, model_row))
        work.connection.execute(insert(table).from_select(names, rows), whose)


def _copied(table: type[Base], name: str, own: dict[str, ColumnElement[object]]) -> ColumnElement[object]:
    theirs: ColumnElement[object] = table.__table__.c[name]
    return theirs if name == "subject" and table is not PlanRow else own.get(name, theirs)
