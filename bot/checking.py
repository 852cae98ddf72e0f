"""Whether the parts hold together: flows, prompts, buttons, released names. Part of the gate."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.dialogue import check
from bot.dialogue.answers import Review
from bot.flows.book import CARDS, COMMANDS, FLOWS
from bot.flows.world import TheFlow, TheStep
from bot.mentorship.cadence import KINDS
from bot.mentorship.gates import StepKind
from bot.mentorship.refused import Reason
from prompts.catalog import HERE
from prompts.contract import Entry, read_contract
from prompts.lint import problems as prompt_problems
from prompts.lint import unused

RELEASED = Path(__file__).parent / "flows" / "released.txt"
SOURCES = Path(__file__).parent
SPEAKERS = (SOURCES / "speech.py", SOURCES / "telegram" / "profile.py")
GONE = "gone "
"""Before a name that was shipped once: an old button or row of it is answered with what stands now."""
KEY = re.compile(r"[a-z]+/[a-z_0-9]+")


def problems() -> list[str]:
    """Everything that is wrong, a line each; empty when all holds together."""
    contract = read_contract(HERE)
    found = [str(one) for one in prompt_problems(HERE)]
    found += [words for flow in FLOWS.values() for words in check.problems(flow)]
    found += [words for flow in FLOWS.values() for words in _labels(flow, contract)]
    named, folders = _named_in_code()
    known = named | _named_by_tables() | {step.ask for flow in FLOWS.values() for step in flow.steps}
    found += [f"{key}: the code names it, the contract does not" for key in sorted(known - set(contract))]
    used = known | {key for key in contract if key.partition("/")[0] in folders}
    found += [str(one) for one in unused(HERE, used)]
    return found + list(_unreleased())


def _labels(flow: TheFlow, contract: Mapping[str, Entry]) -> Iterator[str]:
    """Static choices and a review's lines have labels in the step's prompt."""
    for step in flow.steps:
        entry = contract.get(step.ask)
        if entry is None:
            continue
        wanted = set() if callable(step.choices) else set(step.choices)
        wanted |= _lines(flow, step)
        for id in sorted(wanted - set(entry.buttons)):
            yield f"{step.ask}: no label for the choice {id} of {flow.id}.{step.id}"


def _lines(flow: TheFlow, step: TheStep) -> set[str]:
    if not isinstance(step.answer, Review):
        return set()
    return {one.id for one in flow.steps if one.id != step.id}


def _named_by_tables() -> set[str]:
    """Prompts whose keys are made from a table's names."""
    return (
        {f"refused/{reason}" for reason in Reason}
        | {f"next/{kind}" for kind in StepKind}
        | {f"nudge/{kind.removeprefix('nudge.')}" for kind in KINDS if kind.startswith("nudge.")}
    )


def _named_in_code() -> tuple[set[str], set[str]]:
    """Every prompt that is written out in the code, and the folders of those whose name is put together."""
    keys: set[str] = set()
    folders: set[str] = set()
    for file in (*SOURCES.glob("flows/*.py"), *SOURCES.glob("dialogue/*.py"), *SPEAKERS):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        pieces = {id(piece) for node in joined for piece in node.values}
        folders |= {folder for node in joined if (folder := _folder(node))}
        keys |= {
            str(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and id(node) not in pieces and KEY.fullmatch(str(node.value))
        }
    return keys, folders


def _folder(joined: ast.JoinedStr) -> str:
    first = joined.values[0]
    head, slash, _ = str(first.value).partition("/") if isinstance(first, ast.Constant) else ("", "", "")
    return head if slash and head.isalpha() else ""


def released_names() -> set[str]:
    """Every name that a stored row, a plan or an old button may carry."""
    choices = {
        f"choice {flow.id}.{step.id}.{id}"
        for flow in FLOWS.values()
        for step in flow.steps
        if not callable(step.choices)
        for id in step.choices
    }
    steps = {f"step {flow.id}.{step.id}" for flow in FLOWS.values() for step in flow.steps}
    cards = {f"card {verb}" for verb in CARDS}
    commands = {f"command {name}" for name in COMMANDS}
    return choices | steps | cards | commands | {f"plan {kind}" for kind in KINDS}


def _unreleased() -> Iterator[str]:
    lines = [line for line in RELEASED.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    gone = {line.removeprefix(GONE) for line in lines if line.startswith(GONE)}
    listed = {line for line in lines if not line.startswith(GONE)}
    now = released_names()
    for name in sorted(now - listed):
        yield f"{RELEASED.name}: add {name}"
    for name in sorted(gone & now):
        yield f"{RELEASED.name}: {name} is back; a name that is gone stays gone"
    for name in sorted(listed - now):
        yield f"{RELEASED.name}: {name} was shipped and is gone; old rows and buttons may still carry it"
