"""Whatever a person does, in whatever order and at whatever time: every rule of tests/walk/rules.py holds.

The walks are the same each time; `HYPOTHESIS_PROFILE=random` makes them new ones, and `WALK_SEED=17` walks
that one again. `--full` walks 100,000 turns.
"""

from __future__ import annotations

import os
from random import SystemRandom

import hypothesis
import pytest

from tests.walk.diligent import reaches_a_yes
from tests.walk.walk import Check, Walk, screen_works, shortest, wander

TURNS = 500
PARTS = 2
"""In which a run falls, so that two processors can share it."""
WALKS, ALL_WALKS = 3, 100
"""In each part."""


def seeds(part: int, full: bool) -> range:
    """From where the walks of a part begin."""
    if "WALK_SEED" in os.environ:
        seed = int(os.environ["WALK_SEED"])
        return range(seed, seed + 1)
    by_chance = hypothesis.settings.get_current_profile_name() == "random"
    first = SystemRandom().randrange(10**9) if by_chance else part * ALL_WALKS
    return range(first, first + (ALL_WALKS if full else WALKS))


def leads_to_a_yes(walk: Walk) -> None:
    """Raises AssertionError where doing what is suggested does not lead to a mentor who said yes."""
    assert reaches_a_yes(walk), "no way to a yes"


CHECKS: dict[Check, int] = {screen_works: 7, leads_to_a_yes: 100}


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_a_person_does_every_rule_holds(part: int, request: pytest.FixtureRequest) -> None:
    for seed in seeds(part, request.config.getoption("--full")):
        walk = Walk()
        try:
            wander(walk, seed, TURNS, CHECKS)
        except Exception as error:
            way = "\n".join(map(repr, shortest(walk.moves, CHECKS)))
            pytest.fail(f"WALK_SEED={seed}: {type(error).__name__}: {error}, by this way:\n{way}")
