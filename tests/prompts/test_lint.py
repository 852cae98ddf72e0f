"""Each rule speaks up about a tree that breaks it, and only about that."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest

from prompts.lint import problems, unused
from prompts.problem import Rule
from tests.prompts.trees import TREE, plant, spoilt

SKILL = "id/goal/skill.html"
CARD = "id/goal/card.html"
DRAFT = "id/ask/draft.html"
LONG = "kata yang panjang sekali " * 30

SPOILT: list[tuple[Rule, str, Mapping[str, str | None]]] = [
    ("contract", "an unknown field", spoilt("contract.toml", "card = true", "cart = true\ncard = true")),
    (
        "contract",
        "a moment without a zone",
        spoilt("contract.toml", "talks = 2\n", "talks = 2026-12-01T10:00:00\n"),
    ),
    ("contract", "an id that no button can carry", spoilt("contract.toml", '["done"]', '["all done!"]')),
    ("contract", "not TOML", {"contract.toml": "["}),
    ("contract", "optional without a sample", spoilt("contract.toml", '["by"]', '["when"]')),
    ("file", "front matter without an end", spoilt(SKILL, "+++\nTadi", "Tadi")),
    ("file", "a label that is no text", spoilt(SKILL, '"Bantu saya memilih"', "3")),
    ("file", "phrases that are not TOML", {"id/phrases.toml": "[skill"}),
    ("file", "not UTF-8", {}),
    ("parity", "a prompt in one language only", {"en/goal/card.html": None}),
    ("parity", "a prompt in no language", {"en/goal/card.html": None, CARD: None}),
    ("parity", "a phrase in one language only", spoilt("en/phrases.toml", "finding", "seeking")),
    (
        "orphan",
        "a file that nobody promised",
        {"id/goal/old.html": "Selamat datang.", "en/goal/old.html": "Welcome."},
    ),
    ("values", "a value that nobody promised", spoilt(SKILL, "{{ name }}?", "{{ nama }} dan {{ name }}?")),
    ("values", "a promised value that is not used", spoilt(CARD, " untuk {{ name }}", "")),
    ("template", "a tag that is not closed", spoilt(CARD, "{% if by %}", "{% if by")),
    ("template", "a filter that could let tags through", spoilt(CARD, "{{ name }}", "{{ name | safe }}")),
    ("template", "plural in Indonesian", spoilt(CARD, "talks | number", 'talks | plural("a", "b")')),
    ("template", "a tag in a label", spoilt(SKILL, '{{ name }}"', '{{ name"')),
    ("template", "a line end that Jinja swallows", spoilt(CARD, "{% endif %}.", "{% endif %}")),
    ("buttons", "a button without a label", spoilt(SKILL, 'help = "Bantu saya memilih"\n', "")),
    ("buttons", "a label without a button", spoilt(SKILL, "help =", 'more = "Lainnya"\nhelp =')),
    (
        "label",
        "too long",
        spoilt(SKILL, "Bantu saya memilih", "Bantu saya memilih yang paling penting lebih dulu"),
    ),
    ("label", "empty", spoilt(SKILL, '"Bantu saya memilih"', '""')),
    ("label", "with tags", spoilt(SKILL, "Bantu saya memilih", "<b>Bantu</b> saya memilih")),
    ("label", "two alike", spoilt(SKILL, "Bantu saya memilih", "‹ ubah bu rina")),
    ("render", "a missing branch value", spoilt(CARD, "{% if by %}", "{% if true %}")),
    ("render", "a sample that is no phrase", spoilt("contract.toml", "@trait.patient", "@trait.kind")),
    ("render", "a filter that does not suit", spoilt(CARD, "talks | number", "talks | day")),
    ("render", "a date printed as it is", spoilt(CARD, "{{ by | day }}", "{{ by }}")),
    ("render", "a phrase that does not exist", spoilt("contract.toml", "skill.closing", "skill.opening")),
    ("render", "a label that cannot be made", spoilt(SKILL, '{{ name }}"', '{{ name.first }}"')),
    ("render", "an empty text without buttons", {DRAFT: "{% if to %}{% endif %}"}),
    ("render", "an include", spoilt(SKILL, "Tadi", '{% include "goal/card" +%}\nTadi')),
    (
        "markup",
        "a tag that Telegram does not know",
        spoilt(CARD, "<b>Kartu tujuan</b>", "<h1>Kartu tujuan</h1>"),
    ),
    ("markup", "bad nesting", spoilt(CARD, "<b>Kartu tujuan</b>", "<b><u>Kartu tujuan</b></u>")),
    ("markup", "tags in a toast", spoilt("contract.toml", "card = true", 'surface = "toast"\ncard = true')),
    ("leftover", "another kind of markup", spoilt(CARD, "<b>Kartu tujuan</b>", "**Kartu tujuan**")),
    ("leftover", "an entity escaped twice", spoilt(CARD, "Kartu tujuan", "Kartu &amp;amp; tujuan")),
    ("leftover", "in a label", spoilt(SKILL, "Bantu saya memilih", "**Bantu** saya memilih")),
    ("limit", "too much for a message", spoilt(CARD, "Kartu ini", f"{LONG * 6}Kartu ini")),
    (
        "limit",
        "too much for the profile",
        spoilt("contract.toml", 'voice = "person"', 'surface = "about"\nvoice = "person"'),
    ),
    ("length", "too many words for a chat", spoilt(SKILL, "Tadi", f"{LONG}tadi")),
    ("question", "two at once", spoilt(SKILL, "Tadi", "Sudah siap? Tadi")),
    ("language", "a whole file left in English", {SKILL: TREE["en/goal/skill.html"]}),
    ("language", "a whole file left in Indonesian", {"en/goal/card.html": TREE[CARD]}),
    ("language", "a sentence half translated", spoilt(SKILL, "yang paling ingin Anda", "that you")),
    ("language", "a label left in English", spoilt(SKILL, "Bantu saya memilih", "Help me choose")),
    (
        "language",
        "a phrase that is the same in both",
        spoilt("en/phrases.toml", "finding prospects", "mencari prospek"),
    ),
    (
        "language",
        "words of no language at all",
        {DRAFT: "{{ to }}, lorem ipsum dolor sit amet consectetur elit sed."},
    ),
    ("register", "an order", spoilt(SKILL, "Tadi Anda", "Anda harus memilih. Tadi Anda")),
    ("register", "a word for failing", spoilt("en/goal/card.html", "so far", "so far, none failed")),
    ("register", "guilt", spoilt("en/goal/card.html", "so far", "so far, your partner is late")),
    ("register", "the bot says Kak", spoilt(SKILL, "Tadi Anda", "Halo Kak, tadi Anda")),
    ("register", "in a label", spoilt(SKILL, "Bantu saya memilih", "Bantu saya, dong")),
    ("register", "in a phrase", spoilt("id/phrases.toml", "mencari prospek", "mencari bimbingan")),
    ("capital", "anda", spoilt(SKILL, "Tadi Anda", "Tadi anda")),
    ("voice", "Anda to a senior", spoilt(DRAFT, "berbincang dengan {{ to }}", "berbincang dengan Anda")),
    (
        "voice",
        "the bot shows through",
        spoilt("en/ask/draft.html", "I am learning", "This bot helps me learn"),
    ),
    ("voice", "a coach's you", spoilt("en/ask/draft.html", "close a", "reach your goal and close a")),
    ("spaces", "a no-break space", spoilt(SKILL, "Tadi Anda", "Tadi\u00a0Anda")),
    ("spaces", "nothing that looks like something", spoilt(SKILL, "Tadi Anda", "Tadi \u200bAnda")),
    ("spaces", "two spaces", spoilt(SKILL, "Tadi Anda", "Tadi  Anda")),
    ("spaces", "a space at a line's end", spoilt(SKILL, "</b>.\n", "</b>. \n")),
]


def test_a_good_tree_has_no_problems(tmp_path: Path) -> None:
    assert problems(plant(tmp_path)) == []


@pytest.mark.parametrize(("rule", "changes"), [pytest.param(r, c, id=f"{r}: {why}") for r, why, c in SPOILT])
def test_one_fault_trips_one_rule(tmp_path: Path, rule: Rule, changes: Mapping[str, str | None]) -> None:
    plant(tmp_path, changes)
    if not changes:
        (tmp_path / CARD).write_bytes(b"\xff\xfe")
    found = problems(tmp_path)
    assert {problem.rule for problem in found} == {rule}, "\n".join(map(str, found))


def test_a_problem_reads_as_file_line_rule_and_words(tmp_path: Path) -> None:
    (found,) = problems(plant(tmp_path, spoilt(SKILL, "{{ name }}?", "{{ name }}, anda?")))
    assert str(found) == "id/goal/skill.html:7: capital: «anda»; rather: Anda"


def test_a_language_may_be_missing_altogether(tmp_path: Path) -> None:
    plant(tmp_path, {path: None for path in TREE if path.startswith("en/")})
    assert {(one.file.split("/")[0], one.words) for one in problems(tmp_path)} == {("en", "is missing")}


@pytest.mark.parametrize(
    "passage",
    [
        "Contohnya: “Apa yang membuat Anda terhenti? Kapan?” ",
        "<blockquote>Apa yang membuat Anda terhenti? Kapan?</blockquote>",
        "<code>apa? kapan?</code> ",
    ],
)
def test_questions_in_examples_are_not_asked(tmp_path: Path, passage: str) -> None:
    assert problems(plant(tmp_path, spoilt(SKILL, "Tadi Anda", f"{passage}Tadi Anda"))) == []


@pytest.mark.parametrize(
    "passage", ["<i>the closing</i>", "“pause”", "<code>what is this</code>", "/back", "https://x.id/the"]
)
def test_foreign_words_may_be_mentioned(tmp_path: Path, passage: str) -> None:
    assert problems(plant(tmp_path, spoilt(SKILL, "Tadi Anda", f"Soal {passage}. Tadi Anda"))) == []


def test_a_person_may_say_what_the_bot_may_not(tmp_path: Path) -> None:
    words = "Halo Kak {{ to }}, saya harus belajar menutup pembicaraan. Bolehkah saya bertanya?"
    assert problems(plant(tmp_path, {DRAFT: words})) == []


def test_unused_names_what_the_book_never_names(tmp_path: Path) -> None:
    found = unused(plant(tmp_path), {"goal/skill", "ask/draft"})
    assert [(one.file, one.rule, one.words) for one in found] == [
        ("contract.toml", "unused", "nothing uses goal/card")
    ]


def test_every_rule_has_a_spoilt_tree() -> None:
    assert {rule for rule, _, _ in SPOILT} | {"unused"} == set(get_args(Rule))
