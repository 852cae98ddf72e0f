"""Messages as people may write them, invented for this project, one a line in `rows/`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.dialogue.acts import Act, Distress, Order, OutOfScope, Wonder
from bot.understanding import read

ROWS = Path(__file__).parent / "rows"


@dataclass(frozen=True)
class Utterance:
    """A message, the right handling of it, and the kind of moment it is said in."""

    text: str
    label: str
    category: str


def rows(name: str) -> tuple[str, ...]:
    """The messages of `rows/<name>.txt`."""
    return tuple((ROWS / f"{name}.txt").read_text(encoding="utf-8").splitlines())


def utterances() -> tuple[Utterance, ...]:
    """The labelled messages of `rows/utterances.jsonl`."""
    return tuple(_utterances())


def _utterances() -> Iterator[Utterance]:
    for line in (ROWS / "utterances.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Utterance(row["text"], row["label"], row["note"].split(";")[0].removeprefix("cat="))


def heard(text: str) -> tuple[str, ...]:
    """What is read in a message, as short words: `crisis`, `stop`, `help cost`, `no tax_legal`, `affirm`."""
    return tuple(_word(act) for act in read(text))


def _word(act: Act) -> str:
    match act:
        case Distress(area):
            return area
        case Order(name):
            return name
        case OutOfScope(area):
            return f"no {area}"
        case Wonder(topic):
            return f"help {topic}".strip()
        case _:
            return type(act).__name__.lower()
