"""What a recipe makes, and the two ways in which it can refuse."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Document:
    """A file to send: `kind` says how the chat shows it, as a picture or as a file to open."""

    name: str
    kind: Literal["photo", "document"]
    content: bytes = field(repr=False)
    mime: str


class UnknownRecipeError(LookupError):
    """No recipe has this name."""


class UnfitValuesError(ValueError):
    """A recipe was not given what it needs. The words name the entry, never what it holds."""
