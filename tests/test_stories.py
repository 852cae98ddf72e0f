"""Every story in both languages is what a phone really shows, and both tell the same thing."""

from __future__ import annotations

import pytest

from storage.engine import Database
from tests.story import file_of, lines, play, stories, written


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", stories())
async def test_story(name: str, language: str, database: Database, request: pytest.FixtureRequest) -> None:
    file = file_of(name, language)
    text = file.read_text(encoding="utf-8")
    _, played = await play(database, text, language)
    if request.config.getoption("--write-stories"):
        file.write_text(written(text, played), encoding="utf-8")
        return
    assert played == list(lines(text))


@pytest.mark.parametrize("name", stories())
async def test_both_languages_tell_the_same(name: str, databases: list[Database]) -> None:
    told = []
    for language, database in zip(("id", "en"), databases, strict=True):
        keys, _ = await play(database, file_of(name, language).read_text(encoding="utf-8"), language)
        told.append(keys)
    assert len(told[0]) > 3
    assert told[0] == told[1]
