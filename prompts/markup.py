"""Telegram's HTML: which tags it takes, how long a text is there, and how it reads without tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

UNITS = 4096
"""The most UTF-16 units a message may have, counted without its tags."""

_ATTRIBUTES: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(("b", "strong", "i", "em", "u", "ins", "s", "strike", "del"), re.compile("")),
    **dict.fromkeys(("tg-spoiler", "pre"), re.compile("")),
    "code": re.compile(r'(?: class="language-[\w+#-]+")?'),
    "span": re.compile(r' class="tg-spoiler"'),
    "a": re.compile(r' href="(?:https?|tg|tel|mailto):[^"<>]+"'),
    "tg-emoji": re.compile(r' emoji-id="\d+"'),
    "blockquote": re.compile(r"(?: expandable(?:=\"\")?)?"),
}
"""The tags Telegram knows, each with what may stand behind its name."""

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z][a-z-]*)(?P<rest>(?:\s[^<>]*)?)>")
_SUSPECT = re.compile(r"[<&]")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_LINK = re.compile(r'<a\s+href="(?P<to>[^"]*)"[^<>]*>(?P<words>.*?)</a>', re.DOTALL)
_ANY_TAG = re.compile(rf"</?(?:{'|'.join(_ATTRIBUTES)})(?:\s[^<>]*)?>")


@dataclass(frozen=True, slots=True)
class Fault:
    """What Telegram would refuse, and on which line of the text (from 1)."""

    line: int
    words: str


def faults(html: str) -> Iterator[Fault]:
    """Whatever in `html` Telegram would not take: unknown tags, bad nesting, a bare `<` or `&`."""
    open_tags: list[str] = []
    for found in _SUSPECT.finditer(html):
        words = _entity(html, found.start()) if found[0] == "&" else _tag(html, found.start(), open_tags)
        if words:
            yield Fault(html.count("\n", 0, found.start()) + 1, words)
    if open_tags:
        yield Fault(html.count("\n") + 1, f"<{open_tags[-1]}> is never closed")


def visible(html: str) -> str:
    """The text that a person sees, without tags."""
    return unescape(_ANY_TAG.sub("", html))


def length(html: str) -> int:
    """How long Telegram finds it: UTF-16 units of the visible text."""
    return _units(visible(html))


def plain(html: str, most: int = UNITS) -> str:
    """What to send where Telegram refused `html`: no tags, links written out, at most `most` UTF-16 units.

    Takes anything, however broken, and never fails.
    """
    text = visible(_LINK.sub(_written_out, html))
    if _units(text) <= most:
        return text
    cut = text.encode("utf-16-le", "surrogatepass")[: 2 * (most - 1)]
    return cut.decode("utf-16-le", "ignore").rstrip() + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _written_out(link: re.Match[str]) -> str:
    to, words = link["to"], link["words"]
    return words if words.strip() == to else f"{words} ({to})"


def _entity(html: str, at: int) -> str:
    return "" if _ENTITY.match(html, at) else "& must be written &amp;"


def _tag(html: str, at: int, open_tags: list[str]) -> str:
    """What is wrong with the tag that begins at `at`; notes in `open_tags` what it opens or closes."""
    found = _TAG.match(html, at)
    if not found:
        return "< must be written &lt;"
    name, rest = found["name"], found["rest"].rstrip()
    if name not in _ATTRIBUTES:
        return f"Telegram has no <{name}>"
    if found["close"]:
        return _closed(name, rest, open_tags)
    outer = open_tags.copy()
    open_tags.append(name)
    if not _ATTRIBUTES[name].fullmatch(rest):
        return f"<{name}{rest}>: Telegram takes no such attribute"
    return _misplaced(name, outer)


def _closed(name: str, rest: str, open_tags: list[str]) -> str:
    if not open_tags or open_tags[-1] != name:
        inside = f" inside <{open_tags[-1]}>" if open_tags else ""
        return f"</{name}> closes nothing{inside}"
    open_tags.pop()
    return f"</{name}> takes no attribute" if rest else ""


def _misplaced(name: str, outer: list[str]) -> str:
    if name == "code" and outer == ["pre"]:
        return ""
    if {"pre", "code"} & set(outer):
        return f"<{name}> inside <{outer[-1]}>: code holds no other tag"
    if name == "blockquote" and "blockquote" in outer:
        return "<blockquote> inside <blockquote>"
    return ""
