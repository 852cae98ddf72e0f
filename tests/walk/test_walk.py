"""Whatever two people do, in whatever order and at whatever time: every rule of tests/walk/rules.py holds.

The walks are the same each time; `HYPOTHESIS_PROFILE=random` makes them new ones, and `WALK_SEED=17` walks
that one again. `--full` walks 100,000 turns.
"""

from __future__ import annotations

import os
from random import SystemRandom

import hypothesis
import pytest

from bot.flows.book import FLOWS
from tests.walk.diligent import (
    answers_a_link,
    does_what_is_suggested,
    every_card_answers,
    reaches_a_pair,
    reaches_a_yes,
)
from tests.walk.walk import Check, Walk, Ways, screen_works, shortest, wander
from tests.walk.walker import MENTEE, MENTOR

TURNS = 500
PARTS = 2
"""In which a run falls, so that two processors can share it."""
WALKS, ALL_WALKS = 3, 100
"""In each part."""


def seeds(part: int) -> range:
    """From where the walks of a part begin."""
    if "WALK_SEED" in os.environ:
        seed = int(os.environ["WALK_SEED"])
        return range(seed, seed + 1)
    by_chance = hypothesis.settings.get_current_profile_name() == "random"
    first = SystemRandom().randrange(10**9) if by_chance else part * ALL_WALKS
    return range(first, first + ALL_WALKS)


def leads_to_a_pair(walk: Walk) -> None:
    """Raises AssertionError where doing what is suggested does not lead to a yes, and a yes to a pair."""
    there = walk.copy()
    assert reaches_a_yes(there), "no way to a yes"
    if there.crowd.walkers[MENTEE].me.door != "mentor":
        assert reaches_a_pair(there), "no way from the yes to a pair"
    walk.opened |= there.opened


CHECKS: dict[Check, int] = {screen_works: 7, leads_to_a_pair: 100, every_card_answers: TURNS}


WAYS: Ways = {MENTEE: does_what_is_suggested, MENTOR: answers_a_link}


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_two_people_do_every_rule_holds(part: int, request: pytest.FixtureRequest) -> None:
    """So many walks, and further ones until every form was opened."""
    least = ALL_WALKS if request.config.getoption("--full") else WALKS
    opened: set[str] = set()
    for count, seed in enumerate(seeds(part)):
        if count >= least and opened == set(FLOWS):
            return
        walk = Walk()
        try:
            wander(walk, seed, TURNS, CHECKS, WAYS)
        except Exception as error:
            way = "\n".join(map(repr, shortest(walk.moves, CHECKS)))
            where = " ".join(getattr(error, "__notes__", ()))
            pytest.fail(f"WALK_SEED={seed}: {type(error).__name__}: {error} {where}, by this way:\n{way}")
        opened |= walk.opened
    assert opened == set(FLOWS) or "WALK_SEED" in os.environ, "a form that nobody opened"
