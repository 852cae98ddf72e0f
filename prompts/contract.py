"""What every prompt promises: its values with samples, its buttons, its voice. One table a key.

["goal/skill"]
values = { name = "Bu Rina", talks = 2, by = 2026-12-01 }
buttons = ["save", "back"]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Literal

Voice = Literal["bot", "person"]
Surface = Literal["message", "caption", "toast", "description", "about", "command"]

CONTRACT = "contract.toml"


@dataclass(frozen=True, slots=True)
class Limit:
    """What Telegram takes in one place: so many UTF-16 units, with or without tags."""

    units: int
    tags: bool


LIMITS: Mapping[Surface, Limit] = {
    "message": Limit(4096, tags=True),
    "caption": Limit(1024, tags=True),
    "toast": Limit(200, tags=False),
    "description": Limit(512, tags=False),
    "about": Limit(120, tags=False),
    "command": Limit(256, tags=False),
}


class ContractError(Exception):
    """The contract, or one table of it, cannot be read. `key` is empty when it is the whole file."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__(f"{CONTRACT}: {key}: {words}" if key else f"{CONTRACT}: {words}")
        self.key = key
        self.words = words


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of the contract.

    `values`: sample by name; the samples' types are the values' types. A sample `@skill.closing` is that
    phrase in the reader's language; `{ id = "…", en = "…" }` is a sample of its own for each language.
    `also`: further samples, each laid over `values`, so that every branch of a text is seen.
    `optional`: names that may be None.
    `buttons`: ids that both languages label; `choices` is "data" when further labels come from data.
    `voice`: "person" for words that a person will send; `surface`: where it is shown.
    `card`: may be long; `questions`: how many question marks it may have.
    `internal`: named by code and not by the book.
    """

    values: Mapping[str, object]
    also: tuple[Mapping[str, object], ...] = ()
    optional: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    choices: Literal["", "data"] = ""
    voice: Voice = "bot"
    surface: Surface = "message"
    card: bool = False
    questions: int = 1
    internal: bool = False

    def samples(self) -> Iterator[Mapping[str, object]]:
        """Every set of values to try: the plain samples, each overlay, and all optional ones as None."""
        yield self.values
        for overlay in self.also:
            yield {**self.values, **overlay}
        if self.optional:
            yield {**self.values, **dict.fromkeys(self.optional)}


def read_tables(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """The raw tables of `folder/contract.toml` by key. Raises ContractError."""
    try:
        tables = tomllib.loads((folder / CONTRACT).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContractError("", str(error)) from error
    for key, table in tables.items():
        if not isinstance(table, dict):
            raise ContractError(key, "is not a table")
    return tables


def read_contract(folder: Path) -> Mapping[str, Entry]:
    """Every prompt's entry by key. Raises ContractError for the first one that cannot be read."""
    return {key: entry(key, table) for key, table in read_tables(folder).items()}


def entry(key: str, table: Mapping[str, Any]) -> Entry:
    """One entry from its table. Raises ContractError with what is wrong with it."""
    unknown = table.keys() - _SHAPES.keys()
    if unknown:
        raise ContractError(key, f"unknown field {', '.join(sorted(unknown))}")
    for name, value in table.items():
        if not _SHAPES[name](value):
            raise ContractError(key, f"{name} = {value!r} does not fit")
    read: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in table.items()
    }
    made = Entry(**{"values": {}, **read})
    strangers = {*made.optional, *(name for overlay in made.also for name in overlay)} - made.values.keys()
    if strangers:
        raise ContractError(key, f"no sample for {', '.join(sorted(strangers))}")
    return made


def _is_sample(value: object) -> bool:
    match value:
        case datetime():
            return value.tzinfo is not None
        case list():
            return all(map(_is_sample, value))
        case dict():
            return all(map(_is_sample, value.values()))
        case _:
            return isinstance(value, str | bool | int | date | time)


def _is_samples(value: object) -> bool:
    return isinstance(value, dict) and _is_sample(value)


def _is_ids(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


_BUTTON = re.compile(r"[a-z0-9_-]{1,24}")
"""What fits in a callback of 64 bytes beside the conversation and the question's number."""


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


_SHAPES = {
    "values": _is_samples,
    "also": lambda value: isinstance(value, list) and all(map(_is_samples, value)),
    "optional": _is_ids,
    "buttons": lambda value: _is_ids(value) and all(map(_BUTTON.fullmatch, value)),
    "choices": lambda value: value == "data",
    "voice": lambda value: value in ("bot", "person"),
    "surface": lambda value: value in LIMITS,
    "card": _is_flag,
    "questions": lambda value: isinstance(value, int) and value >= 0,
    "internal": _is_flag,
}
