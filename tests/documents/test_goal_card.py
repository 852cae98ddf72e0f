"""The goal card: what it says, that nothing said is lost, run as code, or falls off the page."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents import Document, UnfitValuesError, make
from bot.documents.goal_card import WORDS as NEEDED
from bot.documents.goal_card import goal_card_data
from bot.documents.ink import inked
from tests.documents.cards import (
    GOALS,
    HEIGHT,
    WIDTH,
    WORDS,
    goal,
    letters_on_card,
    packed,
    pdftotext,
    words_on_card,
)

LINES = ("skill", "situation", "sign", "by_shown", "why")
MARKUP = (
    '#eval("1 + 1")',
    '#read("/etc/passwd")',
    "#panic()",
    "$x^2$",
    "*bold* and _slanted_",
    "= A heading",
    "] #text(99pt)[big",
    '" + sys.inputs.data + "',
    "\\ \\u{41} <label> @reference",
    "```typ #pagebreak()```",
    "// a comment",
    "{{ name }} <b>bold</b> &amp;",
)
PARAGRAPH = (
    "menggali kebutuhan klien pemilik usaha keluarga dengan pertanyaan terbuka yang sopan, tanpa "
    "terburu-buru menawarkan produk, supaya mereka merasa didengar dan mau bercerita tentang rencana "
    "pensiun, warisan, dan kekhawatiran mereka tentang usaha setelah anak-anak mengambil alih semuanya."
)
EXTREMES = ("", "x", PARAGRAPH, "W" * 300, "@ " * 150, "i" * 300, "a" * 5000, "mempertanggungjawabkan " * 13)


def size_of(picture: bytes) -> tuple[int, int]:
    """Width and height in pixels, as the PNG's first chunk tells them."""
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert picture[12:16] == b"IHDR"
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_a_card_is_a_portrait_for_the_phone() -> None:
    card = make("goal_card", goal("id"), "id")
    assert card == Document("tuntun-goal-id.png", "photo", card.content, "image/png")
    assert size_of(card.content) == (1080, 1350)
    assert card.content.endswith(b"IEND\xaeB`\x82")


@pdftotext
@pytest.mark.parametrize("language", ["id", "en"])
def test_everything_that_was_said_stands_on_the_card(language: str) -> None:
    card = letters_on_card(goal(language), language)
    said = [str(GOALS[language][line]) for line in LINES] + list(GOALS[language]["later"])  # type: ignore[call-overload]
    labels = {name: words.upper() for name, words in WORDS[language].items() if name in NEEDED}
    plain = {"skill": WORDS[language]["skill"], "footer": WORDS[language]["footer"]}
    shown = {**labels, **plain, "later": WORDS[language]["later"]}
    del shown["open"]
    for text in [*said, *shown.values()]:
        assert packed(text) in card
    assert packed(WORDS[language]["open"]) not in card


@pytest.mark.parametrize("line", [*LINES, "later"])
def test_every_line_makes_a_difference_to_the_picture(line: str) -> None:
    """What needs no reader of PDFs: another text is another picture."""
    other: object = ["another one"] if line == "later" else "another one"
    assert make("goal_card", goal(**{line: other}), "en") != make("goal_card", goal(), "en")


@pdftotext
@pytest.mark.parametrize("nothing", [None, "", "  \n ", "\u200b"])
def test_an_open_line_says_that_it_is_open(nothing: str | None) -> None:
    card = letters_on_card(goal(sign=nothing, by=None, by_shown=nothing, why=nothing, later=[]))
    assert card.count("stillopen") == 3
    assert "Forlater" not in card


@pdftotext
def test_a_date_without_its_words_is_shown_as_it_stands() -> None:
    assert "2027-08-24" in letters_on_card(goal(by_shown=None))


@pdftotext
@pytest.mark.parametrize("markup", MARKUP)
def test_markup_is_shown_and_never_run(markup: str) -> None:
    card = letters_on_card(goal(**dict.fromkeys(LINES, markup), later=[markup]))
    assert card.count(packed(markup)) == len(LINES) + 1


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_makes_a_picture_like_any_other(markup: str) -> None:
    card = make("goal_card", goal(**dict.fromkeys(LINES, markup), later=[markup]), "en")
    assert size_of(card.content) == (1080, 1350)


@pdftotext
def test_scripts_from_right_to_left_keep_their_letters() -> None:
    card = letters_on_card(goal(skill="שלום לכולם", situation="\u202eabc\u202c"))
    assert set("שלוםכ") <= set(card)
    assert "abc" in card


@pdftotext
@pytest.mark.parametrize("text", EXTREMES)
@pytest.mark.parametrize("lines", [("skill",), ("situation",), LINES], ids=["headline", "one", "all"])
def test_texts_of_any_length_stay_on_the_page_and_apart(text: str, lines: tuple[str, ...]) -> None:
    words = words_on_card(goal(**dict.fromkeys(lines, text), later=["W" * 300, "W" * 300, "a third"]))
    long_footer = len(WORDS["en"]["footer"].split())
    above, footer = words[:-long_footer], words[-long_footer:]
    assert [word.text for word in footer] == WORDS["en"]["footer"].split()
    assert max(word.bottom for word in above) <= min(word.top for word in footer)
    assert max(word.bottom for word in footer) <= HEIGHT - 10
    assert min(word.top for word in words) >= 30
    assert min(word.left for word in words) >= 40
    assert max(word.right for word in words) <= WIDTH - 40


@pdftotext
def test_the_more_is_said_the_smaller_it_is_set_and_never_too_small_to_read() -> None:
    def size(values: dict[str, object], last: str) -> float:
        words = words_on_card(values)
        footer = next(word for word in words if word.text == "Tuntun")
        word = next(word for word in reversed(words) if word.text == last)
        return 12.5 * (word.bottom - word.top) / (footer.bottom - footer.top)

    assert size(goal(why="referrals", later=[]), "referrals") > 20
    longest = dict.fromkeys(("skill", "situation", "sign", "why"), PARAGRAPH)
    assert 13 < size(goal(**longest, later=[]), "semuanya.") < 16


some_text = st.text(max_size=330) | st.text(alphabet="aW@ .-’שд😀日", max_size=330)


@pdftotext
@settings(max_examples=40)
@given(skill=some_text, situation=some_text, later=st.lists(some_text, max_size=4))
def test_whatever_was_typed_makes_a_card_with_all_that_can_be_drawn(
    skill: str, situation: str, later: list[str]
) -> None:
    values = goal(skill=skill, situation=situation, later=later)
    words = words_on_card(values)
    drawn = sorted(packed("".join(word.text for word in words)))
    data = goal_card_data(values, "en")
    for text in (data["skill"], *data["later"]):  # type: ignore[misc]
        for letter in set(packed(str(text))) & set("aW@д"):
            assert drawn.count(letter) >= str(text).count(letter)
    assert max(word.right for word in words) <= WIDTH - 40


def test_a_goal_may_have_two_goals_behind_it_and_no_more() -> None:
    assert goal_card_data(goal(later=["one", "🎉", "two", "three"]), "en")["later"] == ["one", "two"]


def test_what_is_too_long_for_any_card_ends_in_an_ellipsis() -> None:
    assert goal_card_data(goal(skill="word " * 500), "en")["skill"] == inked("word " * 500, 320)
    assert str(goal_card_data(goal(skill="word " * 500), "en")["skill"]).endswith("word…")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({**goal(), "words": None}, "needs `words`"),
        ({**goal(), "words": {**WORDS["en"], "open": None}}, "`words` lack open"),
        ({**goal(), "words": dict.fromkeys(NEEDED, "x")}, "`words` lack later"),
        ({**goal(), "skill": 7}, "`skill` is int, not text"),
        ({**goal(), "later": "one"}, "`later` is not a list of texts"),
        ({**goal(), "later": [None]}, "`later` is not a list of texts"),
    ],
)
def test_values_that_no_card_can_be_made_of_are_named(values: dict[str, object], told: str) -> None:
    with pytest.raises(UnfitValuesError, match=f"^goal_card: {told}$"):
        make("goal_card", values, "en")


def test_a_card_without_goals_put_off_needs_no_word_for_them() -> None:
    words = {name: words for name, words in WORDS["en"].items() if name != "later"}
    assert make("goal_card", goal(later=[], words=words), "en") == make("goal_card", goal(later=None), "en")
