"""Reading the tree: one file a prompt and language, button labels in front, and one file of phrases."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")

SUFFIX = ".html"
PHRASES = "phrases.toml"
FENCE = "+++"


class SourceError(Exception):
    """A file of the tree cannot be read. `path` is relative to the folder, `line` counts from 1."""

    def __init__(self, path: str, line: int | None, words: str) -> None:
        super().__init__(f"{path}:{line}: {words}" if line else f"{path}: {words}")
        self.path = path
        self.line = line
        self.words = words


@dataclass(frozen=True, slots=True)
class Source:
    """One prompt file: button labels by id, and the body as a template.

    The front matter is kept in `body` as empty lines, so that line numbers are those of the file.
    """

    labels: Mapping[str, str]
    body: str


def path_of(language: Language, key: str) -> str:
    """Where a prompt lives, relative to the folder."""
    return f"{language}/{key}{SUFFIX}"


def keys_of(folder: Path, language: Language) -> Iterator[str]:
    """The key of every prompt file of one language, sorted."""
    root = folder / language
    for path in sorted(root.rglob(f"*{SUFFIX}")):
        yield path.relative_to(root).with_suffix("").as_posix()


def read_source(folder: Path, language: Language, key: str) -> Source:
    """One prompt file. Raises SourceError."""
    path = path_of(language, key)
    text = _read(folder, path)
    head, fence, rest = text.partition("\n")
    if head.rstrip() != FENCE:
        return Source({}, text)
    lines = rest.split("\n")
    end = next((number for number, line in enumerate(lines) if line.rstrip() == FENCE), None)
    if not fence or end is None:
        raise SourceError(path, 1, f"the front matter has no closing {FENCE}")
    labels = _toml(path, "\n".join(lines[:end]))
    for name, label in labels.items():
        if not isinstance(label, str):
            raise SourceError(path, None, f"label {name} is not a text")
    return Source(labels, "\n" * (end + 2) + "\n".join(lines[end + 1 :]))


def read_phrases(folder: Path, language: Language) -> Mapping[str, str]:
    """Short wordings by dotted key (`skill.fact_finding`). Raises SourceError."""
    path = f"{language}/{PHRASES}"
    return dict(_flat(path, "", _toml(path, _read(folder, path))))


def _flat(path: str, prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        match value:
            case str():
                yield prefix + name, value
            case dict():
                yield from _flat(path, f"{prefix}{name}.", value)
            case _:
                raise SourceError(path, None, f"phrase {prefix}{name} is not a text")


def _read(folder: Path, path: str) -> str:
    try:
        return (folder / path).read_text("utf-8")
    except FileNotFoundError as error:
        raise SourceError(path, None, "is missing") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(path, None, str(error)) from error


def _toml(path: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(path, None, str(error)) from error
