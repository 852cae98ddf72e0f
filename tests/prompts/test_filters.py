"""Dates, numbers and lists read as a native writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from prompts.catalog import assemble
from prompts.errors import BrokenPromptError, MissingValueError
from prompts.source import Source

WIT = timezone(timedelta(hours=9))


def shown(language: str, template: str, **values: object) -> str:
    sources = {"a": Source({}, template)}
    other = {"a": Source({}, "")}
    tree = {"id": sources, "en": other} if language == "id" else {"id": other, "en": sources}
    return assemble({}, tree, {"id": {}, "en": {}}).render(language, "a", values, WIT).html  # type: ignore[arg-type]


def test_days() -> None:
    by = date(2026, 12, 5)
    assert shown("id", "{{ by | day }}", by=by) == "Sabtu, 5 Desember 2026"
    assert shown("en", "{{ by | day }}", by=by) == "Saturday, 5 December 2026"


def test_the_day_of_a_moment_is_the_readers_day() -> None:
    late = datetime(2026, 12, 4, 15, 30, tzinfo=UTC)
    assert shown("en", "{{ at | day }}", at=late) == "Saturday, 5 December 2026"


def test_moments() -> None:
    at = datetime(2026, 12, 5, 0, 5, tzinfo=UTC)
    assert shown("id", "{{ at | moment }}", at=at) == "Sabtu, 5 Desember pukul 09.05"
    assert shown("en", "{{ at | moment }}", at=at) == "Saturday 5 December at 09:05"


@pytest.mark.parametrize(
    ("n", "indonesian", "english"),
    [(0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"), (-2500000, "-2.500.000", "-2,500,000")],
)
def test_numbers(n: int, indonesian: str, english: str) -> None:
    assert shown("id", "{{ n | number }}", n=n) == indonesian
    assert shown("en", "{{ n | number }}", n=n) == english


@pytest.mark.parametrize(
    ("items", "indonesian", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (("a", "b"), "a dan b", "a and b"),
        (["{0}", "b", "<c>"], "{0}, b, dan &lt;c&gt;", "{0}, b and &lt;c&gt;"),
    ],
)
def test_lists(items: object, indonesian: str, english: str) -> None:
    assert shown("id", "{{ items | join_and }}", items=items) == indonesian
    assert shown("en", "{{ items | join_and }}", items=items) == english


def test_english_counts_one_and_many() -> None:
    template = "{{ n }} {{ n | plural('talk', 'talks') }}"
    assert [shown("en", template, n=n) for n in (0, 1, 2, 21)] == ["0 talks", "1 talk", "2 talks", "21 talks"]


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{ x | day }}", "needs a date, not str"),
        ("{{ x | moment }}", "needs an aware datetime, not str"),
        ("{{ naive | moment }}", "needs an aware datetime, not datetime"),
        ("{{ x | number }}", "needs a whole number, not str"),
        ("{{ yes | number }}", "needs a whole number, not bool"),
        ("{{ x | join_and }}", "needs a list, not str"),
        ("{{ x | plural('a', 'b') }}", "needs a whole number, not str"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(template: str, words: str) -> None:
    naive = datetime(2026, 12, 5)  # noqa: DTZ001
    with pytest.raises(BrokenPromptError, match=words):
        shown("en", template, x="soon", yes=True, naive=naive)


@pytest.mark.parametrize(
    "use", ["day", "moment", "number", "join_and", "plural('a', 'b')", "phrase", "upper"]
)
def test_a_missing_value_is_named_through_every_filter(use: str) -> None:
    with pytest.raises(MissingValueError, match="needs the value said"):
        shown("en", f"{{{{ said | {use} }}}}")
