"""The press: started late, used by many, the same every time, and standing after an accident."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from bot.documents import RECIPES, UnknownRecipeError, make
from bot.documents.goal_card import goal_card_data
from bot.documents.press import PressError, press
from tests.documents.cards import goal

UNDRAWABLE = "\u060d \u0616 \u0617 \u0618 \u0619 \u061a \u061d \u061e \u061f"
"""Arabic marks without their letters: a crash in typst 0.15, were they not left out before."""


def alone(code: str, temporary: Path) -> str:
    """What a fresh interpreter prints, with a directory of its own for temporary files."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"TMPDIR": str(temporary), "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.strip()


def test_typst_is_loaded_with_the_first_picture_and_not_before(tmp_path: Path) -> None:
    code = """
import sys
from bot.documents import make
from tests.documents.cards import goal
loaded = ["typst" in sys.modules]
make("export", {}, "id")
loaded.append("typst" in sys.modules)
make("goal_card", goal(), "en")
loaded.append("typst" in sys.modules)
print(loaded)
"""
    assert alone(code, tmp_path) == "[False, False, True]"


def test_another_process_makes_the_same_bytes_and_leaves_no_file_behind(tmp_path: Path) -> None:
    code = """
from hashlib import sha256
from bot.documents import make
from tests.documents.cards import goal
print(sha256(make("goal_card", goal(), "en").content).hexdigest())
"""
    assert alone(code, tmp_path) == sha256(make("goal_card", goal(), "en").content).hexdigest()
    assert list(tmp_path.iterdir()) == []


def test_the_same_values_make_the_same_bytes_whatever_came_between() -> None:
    first = make("goal_card", goal(), "en")
    assert make("goal_card", goal("id"), "id") != first
    assert make("goal_card", goal(), "en") == first


def test_a_pdf_bears_no_time_of_its_making() -> None:
    data = goal_card_data(goal(), "en")
    assert press("goal_card.typ", data, "pdf") == press("goal_card.typ", data, "pdf")
    assert b"D:1970" in press("goal_card.typ", data, "pdf")


def test_four_threads_get_each_their_own() -> None:
    wanted = [goal(skill=f"the {number}th skill") for number in range(12)]
    in_turn = [make("goal_card", values, "en") for values in wanted]
    assert len({card.content for card in in_turn}) == len(wanted)
    with ThreadPoolExecutor(4) as pool:
        at_once = list(pool.map(lambda values: make("goal_card", values, "en"), wanted))
    assert at_once == in_turn


def test_an_unknown_recipe_is_named() -> None:
    with pytest.raises(UnknownRecipeError, match="crossword"):
        make("crossword", {}, "en")


def test_recipes_keep_the_names_under_which_they_were_shipped() -> None:
    assert {"export", "goal_card"} <= set(RECIPES)


def test_a_template_that_fails_is_told_by_its_place_and_never_by_its_data() -> None:
    with pytest.raises(PressError) as told:
        press("goal_card.typ", {"words": "a secret"}, "png")
    assert "goal_card.typ" in str(told.value)
    assert "secret" not in str(told.value)
    assert told.value.__suppress_context__


def test_a_crash_inside_typst_is_an_error_like_any_other_and_the_next_card_is_made() -> None:
    before = make("goal_card", goal(), "en")
    data = {**goal_card_data(goal(), "en"), "skill": UNDRAWABLE}
    with pytest.raises(PressError, match=r"^goal_card\.typ: PanicException$"):
        press("goal_card.typ", data, "png")
    assert make("goal_card", goal(), "en") == before
    assert make("goal_card", goal(skill=UNDRAWABLE), "en") != before
