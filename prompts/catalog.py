"""Every text a person reads, by key and language: read once at start, compiled on first use."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from types import TracebackType

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment as Sandbox

from prompts.contract import Entry, read_contract
from prompts.filters import PLAIN_FILTERS, ZONE, UnfitValueError, filters, printable
from prompts.source import LANGUAGES, Language, Source, keys_of, path_of, read_phrases, read_source

HERE = Path(__file__).parent
"""The product's own prompts."""

_LIKE_INDONESIAN = frozenset({"id", "in", "ms", "jv", "jw", "su"})


class PromptError(Exception):
    """A text could not be made. Names key and language, and never a value: values may be private."""

    def __init__(self, language: Language, key: str, words: str) -> None:
        super().__init__(f"{language}/{key}: {words}")
        self.language = language
        self.key = key
        self.words = words


class UnknownPromptError(PromptError):
    """No prompt, button or phrase has that name."""


class MissingValueError(PromptError):
    """The call lacks the value `name`, which the text uses."""

    def __init__(self, language: Language, key: str, name: str) -> None:
        super().__init__(language, key, f"needs the value {name}")
        self.name = name


class BrokenPromptError(PromptError):
    """The template itself is wrong, or does not suit the values it was given. `line` counts from 1."""

    def __init__(self, language: Language, key: str, words: str, line: int | None) -> None:
        super().__init__(language, key, f"line {line}: {words}" if line else words)
        self.line = line


@dataclass(frozen=True, slots=True)
class Text:
    """A rendered prompt: Telegram HTML, trimmed; empty where the file holds labels only."""

    html: str


def language_of(code: str | None) -> Language:
    """The language to speak to somebody whose app says `code` (an IETF tag); Indonesian when it says none."""
    if not code:
        return "id"
    return "id" if re.split("[-_]", code.lower(), maxsplit=1)[0] in _LIKE_INDONESIAN else "en"


def _environment(language: Language, phrase: Callable[[str], str], escape: bool) -> Sandbox:
    """What templates of one language run in. It has no loader: no file can reach for another."""
    made = Sandbox(
        autoescape=escape,
        undefined=StrictUndefined,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    plain = {name: made.filters[name] for name in PLAIN_FILTERS}
    made.filters = {**plain, **filters(language, phrase)}
    return made


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
        object.__setattr__(self, "html", _environment(self.language, self.phrase, escape=True))
        object.__setattr__(self, "plain", _environment(self.language, self.phrase, escape=False))

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
            self.bodies[key] = _compiled(self.html, self.language, key, self.source(key).body)
        return self.bodies[key]

    def label(self, key: str, button: str) -> Template:
        if (key, button) not in self.labels:
            source = self.label_source(key, button)
            self.labels[key, button] = _compiled(self.plain, self.language, key, source)
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
        template = tongue.bodies.get(key) or tongue.body(key)
        return Text(_run(template, tongue.language, key, values, zone))

    def label(
        self, language: str, key: str, button: str, values: Mapping[str, object], zone: tzinfo | None = None
    ) -> str:
        """The plain label that prompt `key` gives its button. Raises PromptError."""
        tongue = self._tongue(language)
        source = tongue.label_source(key, button)
        if "{" not in source:
            return source
        return _run(tongue.label(key, button), tongue.language, key, values, zone)

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


def values_used(language: Language, key: str, template: str) -> frozenset[str]:
    """The names of the values that a template reads. Raises BrokenPromptError."""
    try:
        return frozenset(
            meta.find_undeclared_variables(_environment(language, str, escape=True).parse(template))
        )
    except TemplateSyntaxError as error:
        raise BrokenPromptError(language, key, error.message or "syntax", error.lineno) from error


def _compiled(env: Sandbox, language: Language, key: str, source: str) -> Template:
    try:
        code = env.compile(source, name=key, filename=path_of(language, key))
    except TemplateSyntaxError as error:
        raise BrokenPromptError(language, key, error.message or "syntax", error.lineno) from error
    return env.template_class.from_code(env, code, env.make_globals(None))


def _run(
    template: Template, language: Language, key: str, values: Mapping[str, object], zone: tzinfo | None
) -> str:
    try:
        return template.render({**values, ZONE: zone}).strip()
    except PromptError:
        raise
    except Exception as error:
        # The chain is cut on purpose: what Python says of a wrong value may quote it.
        raise _explained(error, language, key) from None


def _explained(error: Exception, language: Language, key: str) -> PromptError:
    said = str(error) if isinstance(error, UndefinedError | UnfitValueError) else type(error).__name__
    missing = re.fullmatch(r"'(\w+)' is undefined", said)
    if missing:
        return MissingValueError(language, key, missing[1])
    return BrokenPromptError(language, key, said, _line(error.__traceback__, path_of(language, key)))


def _line(trace: TracebackType | None, path: str) -> int | None:
    """Where in the template it happened: Jinja rewrites the traceback to lines of the file."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
