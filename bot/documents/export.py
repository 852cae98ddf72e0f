"""Everything that is kept about a person, as a file they can read and take elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from bot.documents.document import Document, UnfitValuesError


def export(values: Mapping[str, object], language: str) -> Document:
    """The values as they are: indented JSON in UTF-8, dates in ISO form, entries in the order given."""
    text = json.dumps(dict(values), ensure_ascii=False, indent=2, default=_iso)
    # Half of a surrogate pair has no UTF-8; the escape that takes its place is the one JSON itself uses.
    content = f"{text}\n".encode("utf-8", "backslashreplace")
    return Document(f"tuntun-{language}.json", "document", content, "application/json")


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise UnfitValuesError(f"export: holds {type(value).__name__}, which is not JSON")
