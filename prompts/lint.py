"""Whether every prompt keeps the contract, reads well, and renders, in both languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from prompts.catalog import Catalog, assemble
from prompts.contract import CONTRACT, ContractError, Entry, entry, read_tables
from prompts.errors import BrokenPromptError
from prompts.problem import Problem
from prompts.prose import foreign_words, odd_spaces, swallowed_ends, unfit_words, untranslated
from prompts.source import (
    LANGUAGES,
    PHRASES,
    Language,
    Source,
    SourceError,
    keys_of,
    path_of,
    read_phrases,
    read_source,
)
from prompts.template import values_used
from prompts.trial import tried

__all__ = ["Problem", "problems", "unused"]


@dataclass(frozen=True)
class _Tree:
    """All that could be read of a folder, and what could not."""

    contract: Mapping[str, Entry]
    sources: Mapping[Language, Mapping[str, Source]]
    phrases: Mapping[Language, Mapping[str, str]]
    unread: tuple[Problem, ...]

    @property
    def unread_files(self) -> frozenset[str]:
        return frozenset(problem.file for problem in self.unread)


def problems(folder: Path) -> list[Problem]:
    """Everything to put right in the tree at `folder`, by file and line; empty when all is well."""
    tree = _read(folder)
    catalog = assemble(tree.contract, tree.sources, tree.phrases)
    found = [*tree.unread, *_parity(tree), *_spaces(folder), *_phrases(tree)]
    for language in LANGUAGES:
        for key in tree.sources[language].keys() & tree.contract.keys():
            found += _of_prompt(tree, catalog, language, key)
    return _sorted(found)


def unused(folder: Path, used_keys: Collection[str]) -> list[Problem]:
    """The prompts that nobody names: neither among `used_keys` nor `internal` in the contract."""
    contract = _read_contract(folder, [])
    left = {key for key, one in contract.items() if not one.internal} - set(used_keys)
    return _sorted(Problem(CONTRACT, None, "unused", f"nothing uses {key}") for key in left)


def _of_prompt(tree: _Tree, catalog: Catalog, language: Language, key: str) -> Iterator[Problem]:
    file, promised, source = path_of(language, key), tree.contract[key], tree.sources[language][key]
    yield from _said(tree, language, key)
    yield from _buttons(file, promised, source)
    unfit = [*_values(language, key, promised, source)]
    yield from unfit
    # A text with a stranger among its values cannot be rendered: that would say the same a second time.
    if not unfit and f"{language}/{PHRASES}" not in tree.unread_files:
        yield from tried(catalog, language, key, [one for one in promised.buttons if one in source.labels])


def _values(language: Language, key: str, promised: Entry, source: Source) -> Iterator[Problem]:
    file = path_of(language, key)
    used: set[str] = set()
    for label, template in (("", source.body), *source.labels.items()):
        try:
            used |= values_used(language, key, template)
        except BrokenPromptError as error:
            place = f"{label}: " if label else ""
            yield Problem(file, None if label else error.line, "template", f"{place}{error.words}")
            return
    for name in sorted(used - promised.values.keys()):
        yield Problem(file, None, "values", f"{name} is not in the contract")
    for name in sorted(promised.values.keys() - used):
        yield Problem(file, None, "values", f"{name} is promised and not used")


def _said(tree: _Tree, language: Language, key: str) -> Iterator[Problem]:
    file, source = path_of(language, key), tree.sources[language][key]
    yield from unfit_words(file, language, tree.contract[key].voice, source.body)
    yield from foreign_words(file, language, source.body)
    yield from swallowed_ends(file, source.body)
    twin = tree.sources["en"].get(key)
    for name, label in source.labels.items():
        yield from _short(file, language, name, label)
        if language == "id" and twin:
            yield from untranslated(file, name, label, twin.labels.get(name, ""))


def _phrases(tree: _Tree) -> Iterator[Problem]:
    file = f"id/{PHRASES}"
    for language in LANGUAGES:
        for name, phrase in tree.phrases[language].items():
            yield from _short(f"{language}/{PHRASES}", language, name, phrase)
    for name, phrase in tree.phrases["id"].items():
        yield from untranslated(file, name, phrase, tree.phrases["en"].get(name, ""))


def _short(file: str, language: Language, name: str, text: str) -> Iterator[Problem]:
    """The rules of prose for a label or a phrase, which the bot says whatever the text around it."""
    for problem in (*unfit_words(file, language, "bot", text), *foreign_words(file, language, text)):
        yield replace(problem, line=None, words=f"{name}: {problem.words}")


def _buttons(file: str, promised: Entry, source: Source) -> Iterator[Problem]:
    for name in sorted(set(promised.buttons) - source.labels.keys()):
        yield Problem(file, None, "buttons", f"{name} has no label")
    for name in sorted(source.labels.keys() - set(promised.buttons)):
        yield Problem(file, None, "buttons", f"{name} is not in the contract")


def _parity(tree: _Tree) -> Iterator[Problem]:
    unread = tree.unread_files
    for language in LANGUAGES:
        for key in tree.contract.keys() - tree.sources[language].keys():
            if path_of(language, key) not in unread:
                yield Problem(path_of(language, key), None, "parity", "is missing")
        if CONTRACT not in unread:
            for key in tree.sources[language].keys() - tree.contract.keys():
                yield Problem(path_of(language, key), None, "orphan", "is not in the contract")
        if unread & {f"{one}/{PHRASES}" for one in LANGUAGES}:
            continue
        others = set().union(*(tree.phrases[other] for other in LANGUAGES))
        for name in others - tree.phrases[language].keys():
            yield Problem(f"{language}/{PHRASES}", None, "parity", f"{name} is missing")


def _spaces(folder: Path) -> Iterator[Problem]:
    for language in LANGUAGES:
        for file in (*(path_of(language, key) for key in keys_of(folder, language)), f"{language}/{PHRASES}"):
            path = folder / file
            if path.is_file():
                yield from odd_spaces(file, path.read_bytes().decode("utf-8", "replace"))


def _read(folder: Path) -> _Tree:
    unread: list[Problem] = []
    contract = _read_contract(folder, unread)
    sources: dict[Language, dict[str, Source]] = {language: {} for language in LANGUAGES}
    phrases: dict[Language, Mapping[str, str]] = {language: {} for language in LANGUAGES}
    for language in LANGUAGES:
        for key in keys_of(folder, language):
            try:
                sources[language][key] = read_source(folder, language, key)
            except SourceError as error:
                unread.append(Problem(error.path, error.line, "file", error.words))
        try:
            phrases[language] = read_phrases(folder, language)
        except SourceError as error:
            unread.append(Problem(error.path, error.line, "file", error.words))
    return _Tree(contract, sources, phrases, tuple(unread))


def _read_contract(folder: Path, unread: list[Problem]) -> Mapping[str, Entry]:
    """Every entry that can be read; what cannot is added to `unread`."""
    entries: dict[str, Entry] = {}
    try:
        tables = read_tables(folder)
    except ContractError as error:
        unread.append(Problem(CONTRACT, None, "contract", error.words))
        return entries
    for key, table in tables.items():
        try:
            entries[key] = entry(key, table)
        except ContractError as error:
            unread.append(Problem(CONTRACT, None, "contract", f"{key}: {error.words}"))
    return entries


def _sorted(found: Iterable[Problem]) -> list[Problem]:
    return sorted(found, key=lambda one: (one.file, one.line or 0, one.rule, one.words))
