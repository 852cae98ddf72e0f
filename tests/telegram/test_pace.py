"""Limits on what is sent: over all chats, in each chat, and for everybody when Telegram says wait."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sending import Pace


@dataclass
class Machine:
    """A clock that stands until it is moved."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def test_without_limits_nobody_waits() -> None:
    pace = Pace(0, 0)
    assert [pace.book(chat) for chat in (1, 1, 1, 2)] == [0, 0, 0, 0]


def test_a_chat_gets_one_message_a_second_and_others_do_not_wait_for_it() -> None:
    pace = Pace(0, 1, Machine())
    assert [pace.book(7) for _ in range(3)] == pytest.approx([0, 1, 2])
    assert pace.book(8) == 0


def test_over_all_chats_places_are_given_out_evenly() -> None:
    pace = Pace(25, 1, Machine())
    assert [pace.book(chat) for chat in range(4)] == pytest.approx([0, 0.04, 0.08, 0.12])


def test_when_telegram_says_wait_everybody_waits() -> None:
    machine = Machine()
    pace = Pace(25, 1, machine)
    pace.halt(3)
    assert pace.book(1) == pytest.approx(3)
    machine.now += 3
    assert pace.book(2) == pytest.approx(0.04)


@given(st.lists(st.integers(1, 5), min_size=2, max_size=60))
def test_no_second_holds_more_than_the_limits_allow(chats: list[int]) -> None:
    machine = Machine()
    pace = Pace(10, 1, machine)
    sent = sorted((machine.now + pace.book(chat), chat) for chat in chats)
    for chat in set(chats):
        times = [at for at, one in sent if one == chat]
        assert all(later - earlier > 0.999 for earlier, later in pairwise(times))
