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
    Said("menggali kebutuhan dokter spesialis", message=1),
)
"""From the first word to the second question of the learning goal."""

TEXTS = ("saat bertemu pertama kali di klinik", "kembali")
"""An answer there, and the word that leads back: each gets one message, and after both all is as before."""

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


def talk(at: datetime) -> Talk:
    """A talk of TALK at that moment."""
    world, desk = World(Person(0), at), Desk()
    for event in TALK:
        response = respond(world, desk, event, Fresh(at, "token"))
        world, desk = response.world, response.desk
    return Talk(world.me, desk)


def settle(work: UnitOfWork, ids: Sequence[int], at: datetime) -> None:
    """Store people with these ids who had their talk at that moment, and their plan."""
    had = talk(at)
    states = {id: had.state(id) for id in ids}
    save_states(work, [(State(), state) for state in states.values()], at)
    sync_plan(work, {id: planned(replace(had.person, id=id), None, at) for id in ids})


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
