"""Every prompt in both languages side by side, as a phone shows it: one page without scripts or addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from prompts.catalog import Catalog, load
from prompts.contract import LIMITS, Entry
from prompts.errors import PromptError
from prompts.markup import faults, length
from prompts.source import LANGUAGES, Language
from prompts.trial import SAMPLE_ZONE

_PAGE = Path(__file__).with_suffix(".html")


@dataclass(frozen=True, slots=True)
class _Message:
    """One rendering: its text as markup for the page, its labels, or what is wrong with it."""

    html: Markup | str = ""
    labels: tuple[str, ...] = ()
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    language: Language
    messages: tuple[_Message, ...]


@dataclass(frozen=True, slots=True)
class _Prompt:
    key: str
    notes: tuple[str, ...]
    data: bool
    samples: Mapping[str, object]
    columns: tuple[_Column, ...]


@dataclass(frozen=True, slots=True)
class _Folder:
    name: str
    prompts: tuple[_Prompt, ...]


def page(folder: Path, keys: Collection[str] | None = None) -> str:
    """The page as HTML. `keys` narrows it to these prompts and to all below these folders.

    A text that cannot be rendered shows why. Raises SourceError or ContractError for a tree that cannot
    be read, and LookupError for a name in `keys` that is neither a prompt nor a folder.
    """
    catalog = load(folder)
    chosen = sorted(_chosen(catalog, keys), key=lambda key: (_folder_of(key), key))
    folders = [
        _Folder(name, tuple(_prompt(catalog, key) for key in below))
        for name, below in groupby(chosen, key=_folder_of)
    ]
    env = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return env.from_string(_PAGE.read_text("utf-8")).render(count=len(chosen), folders=folders)


def _chosen(catalog: Catalog, keys: Collection[str] | None) -> Collection[str]:
    if keys is None:
        return catalog.contract.keys()
    found: set[str] = set()
    for name in keys:
        below = {key for key in catalog.contract if key == name or key.startswith(f"{name}/")}
        if not below:
            raise LookupError(f"no prompt and no folder of prompts is called {name}")
        found |= below
    return found


def _folder_of(key: str) -> str:
    return key.rpartition("/")[0] or "(top)"


def _prompt(catalog: Catalog, key: str) -> _Prompt:
    entry = catalog.contract[key]
    columns = tuple(_Column(language, _messages(catalog, language, key)) for language in LANGUAGES)
    return _Prompt(key, tuple(_notes(entry, columns)), entry.choices == "data", entry.values, columns)


def _messages(catalog: Catalog, language: Language, key: str) -> tuple[_Message, ...]:
    """One message for every set of samples that makes a difference."""
    try:
        samples = catalog.samples(language, key)
    except PromptError as error:
        return (_Message(wrong=str(error)),)
    return tuple(dict.fromkeys(_message(catalog, language, key, values) for values in samples))


def _message(catalog: Catalog, language: Language, key: str, values: Mapping[str, object]) -> _Message:
    buttons = catalog.contract[key].buttons
    try:
        html = catalog.render(language, key, values, SAMPLE_ZONE).html
        labels = tuple(catalog.label(language, key, one, values, SAMPLE_ZONE) for one in buttons)
    except PromptError as error:
        return _Message(wrong=str(error))
    fault = next(faults(html), None)
    if fault:
        return _Message(wrong=f"{language}/{key}: {fault.words}: {html}")
    # Telegram's tags, checked above, are a subset of what browsers know.
    return _Message(Markup(html), labels)  # noqa: S704


def _notes(entry: Entry, columns: tuple[_Column, ...]) -> Iterator[str]:
    if entry.voice == "person":
        yield "a person sends this"
    if entry.card:
        yield "card"
    if entry.internal:
        yield "named by code"
    if entry.surface != "message":
        yield entry.surface
    sizes = [max((length(one.html) for one in column.messages), default=0) for column in columns]
    yield f"{' and '.join(map(str, sizes))} of {LIMITS[entry.surface].units} units"
