"""What goes wrong when a text is made. No error carries a value: values may be private."""

from __future__ import annotations

from prompts.source import Language


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
