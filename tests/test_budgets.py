"""How much is asked of people on the way to a yes, counted over the stories."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from storage.engine import Database
from storage.states import State
from tests.chat import a_chat, another_phone
from tests.story import WIB, act, file_of, lines

WHOLE_WAYS = ("road", "wants_to_know")
"""Stories that lead from /start, with one candidate, to a mentor who joined."""


@dataclass
class Effort:
    """What somebody did so far."""

    acts: int = 0
    typed: int = 0

    def add(self, does: str) -> None:
        """One more line of a story."""
        said = does.lstrip("> ")
        self.acts += 1
        self.typed += not said.startswith("[")


@dataclass(frozen=True)
class Moment:
    """After one line of a story: both people's efforts until now, and the mentee as stored."""

    mentee: Effort
    mentor: Effort
    state: State
    paired: bool


async def told(database: Database, name: str, language: str) -> AsyncIterator[Moment]:
    """A story line by line."""
    first, *rest = lines(file_of(name, language).read_text(encoding="utf-8"))
    begins = datetime.fromisoformat(first.does.removeprefix("@ ")).replace(tzinfo=WIB)
    chat = await a_chat(database, begins.astimezone(ZoneInfo("UTC")), language)
    mentor = another_phone(chat, 102, "Hendra")
    mentee_did, mentor_did = Effort(), Effort()
    for line in rest:
        by_mentor = line.does.startswith(">>")
        if not line.does.startswith("+"):
            (mentor_did if by_mentor else mentee_did).add(line.does)
        await act(mentor if by_mentor else chat, line.does)
        yield Moment(mentee_did, mentor_did, await chat.state(), bool(await chat.pairs()))


def planned(state: State) -> bool:
    """Whether a first talk is planned."""
    return state.search is not None and any(one.booked for one in state.search.candidates)


@pytest.mark.parametrize("language", ["id", "en"])
async def test_the_first_talk_is_planned_in_22_steps_six_of_them_typed(
    language: str, database: Database
) -> None:
    async for moment in told(database, "road", language):
        if planned(moment.state):
            break
    assert planned(moment.state)
    assert moment.mentee.acts <= 22
    assert moment.mentee.typed <= 6


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", WHOLE_WAYS)
async def test_a_yes_takes_60_steps_of_the_mentee_and_few_of_the_mentor(
    name: str, language: str, database: Database
) -> None:
    async for moment in told(database, name, language):
        if moment.paired:
            break
    assert moment.paired
    assert moment.mentee.acts <= 60
    asked_more = 2 if name == "wants_to_know" else 0
    assert moment.mentor.acts <= 4 + asked_more
