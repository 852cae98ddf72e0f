"""The catalogue gives texts, labels and phrases in the reader's language, and says what is wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.catalog import Catalog, assemble, language_of, load
from prompts.contract import ContractError
from prompts.errors import BrokenPromptError, MissingValueError, PromptError, UnknownPromptError
from prompts.markup import faults, visible
from prompts.source import Source, SourceError
from prompts.template import values_used
from tests.prompts.trees import plant, spoilt

WIB = timezone(timedelta(hours=7))
SKILL = {"name": "Bu Rina", "skill": "skill.closing"}
CARD = {"name": "Bu Rina", "talks": 2, "by": date(2026, 12, 1), "musts": ["sabar", "jujur"], "shared": False}


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return load(plant(tmp_path))


def saying(body: str, *, english: str = "") -> Catalog:
    """A catalogue of one prompt, `a/text`."""
    sources = {"a/text": Source({}, body)}
    return assemble({}, {"id": sources, "en": {"a/text": Source({}, english)}}, {"id": {}, "en": {}})


def test_one_key_speaks_both_languages(catalog: Catalog) -> None:
    assert catalog.render("id", "goal/skill", SKILL).html == (
        "Tadi Anda memilih <b>menutup pembicaraan</b>.\n\n"
        "Bagian mana yang paling ingin Anda kuasai bersama Bu Rina?"
    )
    assert catalog.render("en", "goal/skill", SKILL).html == (
        "You chose <b>closing</b>.\n\nWhich part would you most like to master with Bu Rina?"
    )


def test_every_branch_of_a_text_can_be_reached(catalog: Catalog) -> None:
    card = catalog.render("en", "goal/card", {**CARD, "by": None, "talks": 1, "shared": True}).html
    assert card == (
        "<b>Goal card</b> for Bu Rina\n1 talk so far.\n"
        "What matters to you: sabar and jujur.\nThis card has been shared."
    )


def test_labels_are_plain_text_with_values(catalog: Catalog) -> None:
    assert catalog.label("id", "goal/skill", "help", {}) == "Bantu saya memilih"
    assert catalog.label("en", "goal/skill", "back", {"name": "A & B <i>"}) == "‹ Change A & B <i>"


def test_a_file_may_hold_labels_only(catalog: Catalog) -> None:
    assert catalog.render("id", "engine/nav", {}).html == ""
    assert catalog.label("en", "engine/nav", "done", {}) == "Done"


def test_phrases_are_found_by_dotted_key(catalog: Catalog) -> None:
    assert catalog.phrase("id", "skill.finding") == "mencari prospek"
    assert catalog.phrase("en", "skill.finding") == "finding prospects"


@pytest.mark.parametrize(
    ("code", "language"),
    [
        (None, "id"), ("", "id"), ("id", "id"), ("id-ID", "id"), ("ms", "id"), ("ms_MY", "id"), ("jv", "id"),
        ("su", "id"), ("en", "en"), ("en-GB", "en"), ("de", "en"), ("idb", "en"), ("zh-hans", "en"),
    ],
)  # fmt: skip
def test_every_code_has_a_language(code: str | None, language: str) -> None:
    assert language_of(code) == language


def test_an_unknown_language_falls_back(catalog: Catalog) -> None:
    assert catalog.phrase("ms", "skill.finding") == "mencari prospek"
    assert catalog.phrase("fr", "skill.finding") == "finding prospects"


def test_the_contract_is_at_hand(catalog: Catalog) -> None:
    assert catalog.contract["goal/skill"].buttons == ("help", "back")
    assert catalog.contract["ask/draft"].voice == "person"


def test_samples_speak_the_readers_language(catalog: Catalog) -> None:
    plain, lone, undated = catalog.samples("en", "goal/card")
    assert plain["musts"] == ["patient", "honest"]
    assert catalog.samples("id", "goal/card")[0]["musts"] == ["sabar", "jujur"]
    assert (lone["talks"], lone["shared"], lone["by"]) == (1, False, date(2026, 12, 1))
    assert undated["by"] is None


def test_a_missing_value_is_named(catalog: Catalog) -> None:
    with pytest.raises(MissingValueError, match="en/goal/skill: needs the value name") as caught:
        catalog.render("en", "goal/skill", {"skill": "skill.closing"})
    assert (caught.value.language, caught.value.key, caught.value.name) == ("en", "goal/skill", "name")


def test_unknown_names_are_named(catalog: Catalog) -> None:
    with pytest.raises(UnknownPromptError, match="id/goal/skull: no such prompt"):
        catalog.render("id", "goal/skull", {})
    with pytest.raises(UnknownPromptError, match="no label for button save"):
        catalog.label("id", "goal/skill", "save", {})
    with pytest.raises(UnknownPromptError, match=r"en/skill\.none: no such phrase"):
        catalog.phrase("en", "skill.none")


def test_a_broken_prompt_names_the_line_of_its_file(tmp_path: Path) -> None:
    path = "id/goal/skill.html"
    unclosed = load(plant(tmp_path / "a", spoilt(path, "Bagian", "{% if %}Bagian")))
    with pytest.raises(BrokenPromptError, match="id/goal/skill: line 7"):
        unclosed.render("id", "goal/skill", SKILL)
    unfit = load(plant(tmp_path / "b", spoilt(path, "{{ name }}?", "{{ name | day }}?")))
    with pytest.raises(BrokenPromptError, match="line 7: needs a date, not str"):
        unfit.render("id", "goal/skill", SKILL)


def test_one_broken_prompt_leaves_the_others_alone(tmp_path: Path) -> None:
    catalog = load(plant(tmp_path, spoilt("id/goal/skill.html", "Bagian", "{% if %}Bagian")))
    assert "Bu Rina" in catalog.render("id", "goal/card", CARD).html


@pytest.mark.parametrize(
    "body", ["{{ said.secret }}", "{{ said | day }}", "{{ said | phrase }}", "{{ said + 1 }}"]
)
def test_no_error_repeats_what_a_person_said(body: str) -> None:
    with pytest.raises(PromptError) as caught:
        saying(body).render("id", "a/text", {"said": "My private words"})
    assert "private" not in repr(caught.value) + str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("value", [None, True, 1.5, date(2026, 12, 1), ["a"], {"a": 1}, b"a"])
def test_only_words_and_whole_numbers_are_printed_as_they_are(value: object) -> None:
    with pytest.raises(BrokenPromptError, match=r"prints .* as it is"):
        saying("{{ value }}").render("id", "a/text", {"value": value})
    assert saying("{{ value }}").render("id", "a/text", {"value": 3}).html == "3"


@pytest.mark.parametrize(
    "body",
    [
        "{{ said | safe }}",
        "{% include 'a/text' %}",
        "{{ said.__class__.__mro__ }}",
        "{{ said.format(1) | tojson }}",
    ],
)
def test_templates_cannot_reach_out_of_their_text(body: str) -> None:
    with pytest.raises(BrokenPromptError):
        saying(body).render("id", "a/text", {"said": "x"})


@given(said=st.text())
def test_whatever_a_person_says_is_shown_as_said_and_valid(said: str) -> None:
    body = "Kata Anda:\n<blockquote>{{ said }}</blockquote><b>{{ [said, said] | join_and }}</b>."
    html = saying(body).render("id", "a/text", {"said": said}).html
    assert list(faults(html)) == []
    assert visible(html) == f"Kata Anda:\n{said}{said} dan {said}."


@given(said=st.text())
def test_a_person_cannot_write_templates(said: str) -> None:
    sources = {"a/text": Source({"say": "{{ said }}!"}, "")}
    catalog = assemble({}, {"id": sources, "en": sources}, {"id": {}, "en": {}})
    for words in (said, "{{ 7 * 7 }}", "{% raw %}"):
        assert catalog.label("id", "a/text", "say", {"said": words}) == f"{words}!".strip()


def test_the_readers_zone_decides_the_hour() -> None:
    at = datetime(2026, 11, 30, 8, tzinfo=UTC)
    catalog = saying("{{ at | moment }}", english="{{ at | moment }}")
    assert catalog.render("id", "a/text", {"at": at}, WIB).html == "Senin, 30 November pukul 15.00"
    assert catalog.render("en", "a/text", {"at": at}, UTC).html == "Monday 30 November at 08:00"
    with pytest.raises(BrokenPromptError, match="needs the reader's zone"):
        catalog.render("id", "a/text", {"at": at})


def test_values_used_looks_into_every_branch() -> None:
    template = "{% if a %}{{ b.c }}{% for d in e %}{{ d }}{% endfor %}{% endif %}"
    assert values_used("id", "a/text", template) == {"a", "b", "e"}
    with pytest.raises(BrokenPromptError):
        values_used("id", "a/text", "{% if %}")


def test_a_tree_that_cannot_be_read_says_where(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"id/goal/skill\.html:1: the front matter has no closing"):
        load(plant(tmp_path / "a", spoilt("id/goal/skill.html", "+++\nTadi", "Tadi")))
    with pytest.raises(SourceError, match=r"en/phrases\.toml: is missing"):
        load(plant(tmp_path / "b", {"en/phrases.toml": None}))
    with pytest.raises(SourceError, match=r"phrase skill\.finding is not a text"):
        load(plant(tmp_path / "c", spoilt("en/phrases.toml", '"finding prospects"', "4")))
    with pytest.raises(ContractError, match=r"contract\.toml: goal/card: unknown field cart"):
        load(plant(tmp_path / "d", spoilt("contract.toml", "card = true", "cart = true")))
    with pytest.raises(ContractError, match=r"contract\.toml: loose: is not a table"):
        load(plant(tmp_path / "e", {"contract.toml": "loose = 1"}))


def test_samples_may_lie_deep(tmp_path: Path) -> None:
    table = 'values.name = { full = "Rina", said = ["@trait.patient"] }'
    catalog = load(plant(tmp_path, spoilt("contract.toml", 'values.name = "Bu Rina"', table)))
    assert catalog.samples("en", "goal/card")[0]["name"] == {"full": "Rina", "said": ["patient"]}


def test_a_label_can_be_asked_for_again(catalog: Catalog) -> None:
    first = catalog.label("id", "goal/skill", "back", {"name": "Rina"})
    assert catalog.label("id", "goal/skill", "back", {"name": "Rina"}) == first == "‹ Ubah Rina"
