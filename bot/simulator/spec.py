"""Checks what goes over the wire against the machine-readable Bot API.

The file lists methods and types, each with fields: name, possible types, required or not. A breach is one
line that says where and what; an empty list means that all is as the Bot API says.
"""

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from bot.simulator.params import Upload
from bot.simulator.records import Json

SIMPLE: dict[str, Callable[[object], bool]] = {
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "Boolean": lambda value: isinstance(value, bool),
    "String": lambda value: isinstance(value, str),
    "True": lambda value: value is True,
    "InputFile": lambda value: isinstance(value, Upload),
}
ARRAY = "Array of "


@lru_cache(maxsize=1)
def read_spec(path: Path) -> "Spec":
    """The Bot API from its file, which is read once however many simulators there are."""
    return Spec(path)


class Spec:
    """The Bot API as read from its file."""

    def __init__(self, path: Path) -> None:
        api = json.loads(path.read_text(encoding="utf-8"))
        self.version: str = api["version"]
        self._methods: Json = {
            name: {field["name"]: field for field in method.get("fields", ())}
            for name, method in api["methods"].items()
        }
        self._returns = {name: method["returns"] for name, method in api["methods"].items()}
        self._types: Json = {
            name: {field["name"]: field for field in kind.get("fields", ())}
            for name, kind in api["types"].items()
        }
        self._subtypes = {
            name: kind["subtypes"] for name, kind in api["types"].items() if kind.get("subtypes")
        }

    def check_request(self, method: str, params: Json) -> list[str]:
        """Breaches in a request's parameters, decoded or as the strings of a form."""
        if method not in self._methods:
            return [f"{method}: no such method"]
        return list(self._fields(method, self._methods[method], params, lenient=True))

    def check_result(self, method: str, result: object) -> list[str]:
        """Breaches in the result of a method."""
        return list(self._value(f"{method} ->", self._returns[method], result, lenient=False))

    def check_update(self, update: Json) -> list[str]:
        """Breaches in an Update; at most one of its optional fields may be present."""
        breaches = list(self._value("Update", ["Update"], update, lenient=False))
        if len(update) > 2:
            breaches.append(f"Update: more than one kind in {sorted(update)}")
        return breaches

    def _fields(self, where: str, fields: Json, value: Json, *, lenient: bool) -> Iterator[str]:
        for name, field in fields.items():
            if field["required"] and name not in value:
                yield f"{where}: {name} is missing"
        for name, item in value.items():
            if name not in fields:
                if not (lenient and isinstance(item, Upload)):
                    yield f"{where}: {name} is unknown"
            else:
                yield from self._value(f"{where}.{name}", fields[name]["types"], item, lenient=lenient)

    def _value(self, where: str, types: list[str], value: object, *, lenient: bool) -> Iterator[str]:
        """Nothing when one of the types fits, else what the closest of them misses."""
        if lenient and isinstance(value, str):
            value = _unquoted(types, value)
        tries = [list(self._one(where, kind, value, lenient=lenient)) for kind in types]
        if all(tries):
            yield from min(tries, key=len)

    def _one(self, where: str, kind: str, value: object, *, lenient: bool) -> Iterator[str]:
        if kind.startswith(ARRAY):
            if not isinstance(value, list):
                yield f"{where}: expected {kind}, got {value!r:.80}"
                return
            for index, item in enumerate(value):
                yield from self._value(f"{where}[{index}]", [kind.removeprefix(ARRAY)], item, lenient=lenient)
        elif kind in SIMPLE:
            if not SIMPLE[kind](value):
                yield f"{where}: expected {kind}, got {value!r:.80}"
        elif kind in self._subtypes:
            yield from self._value(where, self._subtypes[kind], value, lenient=lenient)
        elif not isinstance(value, dict):
            yield f"{where}: expected {kind}, got {value!r:.80}"
        else:
            yield from self._fields(f"{where} ({kind})", self._types[kind], value, lenient=lenient)


def _unquoted(types: list[str], text: str) -> object:
    """A form's string as what it stands for, where the field takes no string."""
    if "String" in types:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
