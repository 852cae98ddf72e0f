"""What Telegram takes, how long it finds a text, and what is sent where it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from prompts.markup import faults, length, plain, visible


@pytest.mark.parametrize(
    "html",
    [
        "plain, 2 > 1, &lt;3 &amp; &#39;x&#x27;",
        '<b>a <i>b <u>c</u></i></b> <s>d</s> <tg-spoiler>e</tg-spoiler> <span class="tg-spoiler">f</span>',
        '<a href="https://example.org/?a=1&amp;b=2">link</a> <a href="tg://user?id=1">who</a>',
        '<pre><code class="language-python">x</code></pre> <code>y</code>',
        "<blockquote expandable>a <b>b</b></blockquote>",
        '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
    ],
)
def test_what_telegram_takes(html: str) -> None:
    assert list(faults(html)) == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>a</p>", "Telegram has no <p>"),
        ("a<br/>", "< must be written"),
        ("I <3 you", "< must be written"),
        ("salt & pepper", "& must be written"),
        ("&nbsp;", "& must be written"),
        ("<b>a", "<b> is never closed"),
        ("a</b>", "</b> closes nothing"),
        ("<b><i>a</b></i>", "</b> closes nothing inside <i>"),
        ("<b>a</b x>", "takes no attribute"),
        ('<b class="x">a</b>', "takes no such attribute"),
        ("<span>a</span>", "takes no such attribute"),
        ('<a href="javascript:x">a</a>', "takes no such attribute"),
        ("<a>a</a>", "takes no such attribute"),
        ("<code><b>a</b></code>", "code holds no other tag"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "<blockquote> inside <blockquote>"),
    ],
)
def test_what_telegram_refuses(html: str, words: str) -> None:
    assert words in next(faults(html)).words


def test_a_fault_knows_its_line() -> None:
    assert [fault.line for fault in faults("a\n<p>\n\nb & c")] == [2, 4]


def test_length_is_counted_in_utf_16_without_tags() -> None:
    assert length("<b>aé</b>&lt;") == 3
    assert length("<i>👍</i>") == 2


def test_plain_keeps_words_and_links() -> None:
    html = '<b>Hai</b> &lt;Rina&gt;, <a href="https://x.id/?a=1&amp;b=2">baca <i>ini</i></a>.'
    assert plain(html) == "Hai <Rina>, baca ini (https://x.id/?a=1&b=2)."
    assert plain('<a href="https://x.id">https://x.id</a>') == "https://x.id"


def test_plain_leaves_what_is_no_tag() -> None:
    assert plain("I <3 you & 1 < 2 <unknown>") == "I <3 you & 1 < 2 <unknown>"


def test_plain_cuts_between_characters() -> None:
    assert plain("👍" * 10, most=6) == "👍👍…"
    assert plain("abc", most=3) == "abc"


@given(html=st.text(st.sampled_from("<>/&;ab \"='") | st.characters(codec=None)), most=st.integers(1, 30))
def test_plain_takes_anything_and_never_grows(html: str, most: int) -> None:
    assert units(plain(html, most)) <= most


@given(said=st.text())
def test_escaped_words_come_back_whole(said: str) -> None:
    html = f"<b>{escape(said)}</b>"
    assert list(faults(html)) == []
    assert visible(html) == said == plain(html, most=2 * len(said) + 1)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
