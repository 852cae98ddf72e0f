"""Telegram HTML: text, entities in UTF-16 units, and refusals with byte offsets."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.entities import trimmed, utf16_length, with_found
from bot.simulator.refusals import RefusalError
from bot.simulator.shown import shown_html
from bot.simulator.telegram_html import parse_html


def covered(text: str, entity: dict[str, Any]) -> str:
    units = text.encode("utf-16-le")
    return units[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
        ("tg-spoiler", "spoiler"),
    ],
)
def test_every_plain_tag(tag: str, kind: str) -> None:
    assert parse_html(f"a <{tag}>b</{tag}> c") == ("a b c", [{"type": kind, "offset": 2, "length": 1}])


@pytest.mark.parametrize(
    ("html", "entity"),
    [
        ('<span class="tg-spoiler">x</span>', {"type": "spoiler"}),
        ("<blockquote expandable>x</blockquote>", {"type": "expandable_blockquote"}),
        (
            '<tg-emoji emoji-id="5368324170671202286">x</tg-emoji>',
            {"type": "custom_emoji", "custom_emoji_id": "5368324170671202286"},
        ),
        (
            '<a href="https://example.org/a?b=1&amp;c=2">x</a>',
            {"type": "text_link", "url": "https://example.org/a?b=1&c=2"},
        ),
        ("<a href='example.org'>x</a>", {"type": "text_link", "url": "http://example.org/"}),
        ('<a href="tg://user?id=101">x</a>', {"type": "text_link", "url": "tg://user?id=101"}),
        ('<pre><code class="language-python">x</code></pre>', {"type": "pre", "language": "python"}),
        ('<code class="language-python">x</code>', {"type": "code"}),
        ("<B >x</B >", {"type": "bold"}),
    ],
)
def test_tags_that_carry_more(html: str, entity: dict[str, str]) -> None:
    assert parse_html(html) == ("x", [{"offset": 0, "length": 1, **entity}])


def test_offsets_count_utf16_units() -> None:
    text, (entity,) = parse_html("😀é <b>👩‍🏫 guru</b>")
    assert (entity["offset"], entity["length"]) == (4, 10)
    assert covered(text, entity) == "👩‍🏫 guru"


def test_nested_tags_come_outer_first_and_code_holds_nothing_else() -> None:
    text, entities = parse_html("<i>a<b>b</b></i> <code>c<b>d</b></code>")
    assert text == "ab cd"
    assert [(entity["type"], covered(text, entity)) for entity in entities] == [
        ("italic", "ab"),
        ("bold", "b"),
        ("code", "cd"),
    ]


def test_references_are_characters_and_unknown_ones_stay() -> None:
    assert parse_html("&lt;b&gt; &amp;amp; &quot;&#233;&#x1F600;&nbsp;& &copy;") == (
        '<b> &amp; "é😀&nbsp;& &copy;',
        [],
    )


def test_an_address_telegram_does_not_know_leaves_the_words() -> None:
    assert parse_html('<a href="javascript:alert(1)">x</a> <a href="http://localhost">y</a>') == ("x y", [])


def test_tags_around_nothing_leave_nothing() -> None:
    assert parse_html("a<b></b>b") == ("ab", [])


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("é<br/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<b", "Unclosed start tag at byte offset 2"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href", "Unclosed start tag at byte offset 0"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>é</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href=x!>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<a ='x'>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_what_cannot_be_parsed(html: str, words: str) -> None:
    with pytest.raises(RefusalError) as refused:
        parse_html(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "b", "i", "u", "s", "code"]),
            st.text(st.characters(exclude_categories=["Cs"])),
        ),
        max_size=6,
    )
)
def test_any_text_comes_through_whole_and_marked_where_it_was(parts: list[tuple[str, str]]) -> None:
    from html import escape

    html = "".join(
        f"<{tag}>{escape(text, quote=False)}</{tag}>" if tag else escape(text, quote=False)
        for tag, text in parts
    )
    text, entities = parse_html(html)
    assert text == "".join(part for _, part in parts)
    assert [covered(text, entity) for entity in entities] == [part for tag, part in parts if tag and part]


@given(st.text(alphabet="<>/&;=\"' abispncode-x#1é😀"))
def test_no_input_breaks_the_parser(html: str) -> None:
    try:
        text, entities = parse_html(html)
    except RefusalError as refusal:
        assert refusal.description.startswith("Bad Request: can't parse entities: ")
    else:
        assert all(entity["offset"] + entity["length"] <= utf16_length(text) for entity in entities)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/status", [("bot_command", "/status")]),
        ("coba /status@tuntun_bot sekarang", [("bot_command", "/status@tuntun_bot")]),
        ("1/2 dan a/b", []),
        ("😀 https://example.org/x?y=1, ya", [("url", "https://example.org/x?y=1")]),
        ("tulis ke sari@example.org", [("email", "sari@example.org")]),
        ("tanya @budi_agen #mentor", [("mention", "@budi_agen"), ("hashtag", "#mentor")]),
    ],
)
def test_what_telegram_marks_by_itself(text: str, kinds: list[tuple[str, str]]) -> None:
    found = with_found(text, [])
    assert [(entity["type"], covered(text, entity)) for entity in found] == kinds


def test_nothing_is_marked_inside_what_is_marked_already() -> None:
    text, entities = parse_html("<code>/status</code> /jeda")
    assert [covered(text, entity) for entity in with_found(text, entities)] == ["/status", "/jeda"]
    assert [entity["type"] for entity in with_found(text, entities)] == ["code", "bot_command"]


def test_white_space_at_the_ends_goes_and_entities_move_along() -> None:
    text, entities = trimmed(*parse_html("\n <b> halo </b> \n"))
    assert (text, entities) == ("halo", [{"type": "bold", "offset": 0, "length": 4}])


def test_the_page_gets_html_that_is_safe_to_insert() -> None:
    text, entities = parse_html('<b>a&lt;script&gt;</b> <a href="https://example.org/?q=&quot;x">b</a>')
    shown = shown_html(text, tuple(entities))
    assert "<script>" not in shown
    assert shown.startswith("<b>a&lt;script&gt;</b> <a href=")
    assert 'q=&quot;x"' in shown


def test_entities_that_cross_are_shown_in_tags_that_nest() -> None:
    bold = {"type": "bold", "offset": 0, "length": 4}
    italic = {"type": "italic", "offset": 2, "length": 4}
    assert shown_html("😀ab😀", (bold, italic)) == "<b>😀<i>ab</i></b><i>😀</i>"
