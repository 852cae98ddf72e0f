"""What lint found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Rule = Literal[
    "buttons",
    "capital",
    "contract",
    "file",
    "label",
    "language",
    "leftover",
    "length",
    "limit",
    "markup",
    "orphan",
    "parity",
    "question",
    "register",
    "render",
    "spaces",
    "template",
    "unused",
    "values",
    "voice",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right: where (`file` relative to the folder), against which rule, and what."""

    file: str
    line: int | None
    rule: Rule
    words: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.rule}: {self.words}"
