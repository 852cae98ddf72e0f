"""Every text a person reads, by key and language: read once at start, compiled on first use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path

from jinja2 import Template
from jinja2.sandbox import ImmutableSandboxedEnvironment as Sandbox

from prompts.contract import Entry, read_contract
from prompts.errors import UnknownPromptError
from prompts.source import LANGUAGES, Language, Source, keys_of, read_phrases, read_source
from prompts.template import compiled, environment, run

HERE = Path(__file__).parent
"""The product's own prompts."""

_LIKE_INDONESIAN = frozenset({"id", "in", "ms", "jv", "jw", "su"})


@dataclass(frozen=True, slots=True)
class Text:
    """A rendered prompt: Telegram HTML, trimmed; empty where the file holds labels only."""

    html: str


def language_of(code: str | None) -> Language:
    """The language to speak to somebody whose app says `code` (an IETF tag); Indonesian when it says none."""
    if not code:
        return "id"
    return "id" if re.split("[-_]", code.lower(), maxsplit=1)[0] in _LIKE_INDONESIAN else "en"


@dataclass(frozen=True, slots=True)
class _Tongue:
    """One language: what was read, and what has been compiled so far."""

    language: Language
    sources: Mapping[str, Source]
    phrases: Mapping[str, str]
    html: Sandbox = field(init=False)
    plain: Sandbox = field(init=False)
    bodies: dict[str, Template] = field(default_factory=dict)
    labels: dict[tuple[str, str], Template] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "html", environment(self.language, self.phrase, escape=True))
        object.__setattr__(self, "plain", environment(self.language, self.phrase, escape=False))

    def phrase(self, key: str) -> str:
        try:
            return self.phrases[key]
        except KeyError:
            # A wrong key may be somebody's own words that strayed here.
            shown = key if re.fullmatch(r"[a-z0-9_.]{1,60}", str(key)) else "(not a key)"
            raise UnknownPromptError(self.language, shown, "no such phrase") from None

    def source(self, key: str) -> Source:
        try:
            return self.sources[key]
        except KeyError:
            raise UnknownPromptError(self.language, key, "no such prompt") from None

    def label_source(self, key: str, button: str) -> str:
        try:
            return self.source(key).labels[button]
        except KeyError:
            raise UnknownPromptError(self.language, key, f"no label for button {button}") from None

    def body(self, key: str) -> Template:
        if key not in self.bodies:
            self.bodies[key] = compiled(self.html, self.language, key, self.source(key).body)
        return self.bodies[key]

    def label(self, key: str, button: str) -> Template:
        if (key, button) not in self.labels:
            source = self.label_source(key, button)
            self.labels[key, button] = compiled(self.plain, self.language, key, source)
        return self.labels[key, button]


@dataclass(frozen=True, slots=True)
class Catalog:
    """All prompts of a folder. Safe to share between threads."""

    contract: Mapping[str, Entry]
    _tongues: Mapping[str, _Tongue]

    def render(
        self, language: str, key: str, values: Mapping[str, object], zone: tzinfo | None = None
    ) -> Text:
        """The text of `key`; `zone` is the reader's, for moments. Raises PromptError."""
        tongue = self._tongue(language)
        return Text(run(tongue.body(key), tongue.language, key, values, zone))

    def label(
        self, language: str, key: str, button: str, values: Mapping[str, object], zone: tzinfo | None = None
    ) -> str:
        """The plain label that prompt `key` gives its button. Raises PromptError."""
        tongue = self._tongue(language)
        source = tongue.label_source(key, button)
        if "{" not in source:
            return source
        return run(tongue.label(key, button), tongue.language, key, values, zone)

    def samples(self, language: str, key: str) -> list[Mapping[str, object]]:
        """The contract's sets of sample values for `key`, as this language's reader sees them."""
        tongue = self._tongue(language)
        return [
            {name: _sample(value, tongue) for name, value in values.items()}
            for values in self.contract[key].samples()
        ]

    def phrase(self, language: str, key: str) -> str:
        """A short wording, plain text. Raises UnknownPromptError."""
        return self._tongue(language).phrase(key)

    def _tongue(self, language: str) -> _Tongue:
        return self._tongues.get(language) or self._tongues[language_of(language)]


def load(folder: Path = HERE) -> Catalog:
    """Read the whole tree once. Raises SourceError or ContractError; templates are compiled later."""
    sources = {
        language: {key: read_source(folder, language, key) for key in keys_of(folder, language)}
        for language in LANGUAGES
    }
    phrases = {language: read_phrases(folder, language) for language in LANGUAGES}
    return assemble(read_contract(folder), sources, phrases)


def assemble(
    contract: Mapping[str, Entry],
    sources: Mapping[Language, Mapping[str, Source]],
    phrases: Mapping[Language, Mapping[str, str]],
) -> Catalog:
    """A catalogue of what was read; every language must be in both mappings."""
    tongues: dict[str, _Tongue] = {
        language: _Tongue(language, sources[language], phrases[language]) for language in LANGUAGES
    }
    return Catalog(contract, tongues)


def _sample(value: object, tongue: _Tongue) -> object:
    match value:
        case str() if value.startswith("@"):
            return tongue.phrase(value[1:])
        case dict() if value.keys() == set(LANGUAGES):
            return value[tongue.language]
        case dict():
            return {name: _sample(one, tongue) for name, one in value.items()}
        case list() | tuple():
            return [_sample(one, tongue) for one in value]
        case _:
            return value
