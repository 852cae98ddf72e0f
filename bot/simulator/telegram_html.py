"""Telegram HTML to text and entities, refusing what Telegram refuses and in its words.

Byte offsets in refusals count UTF-8, as Telegram's do.
"""

import re
from dataclasses import dataclass

from bot.simulator.entities import checked_url, in_order, utf16_length
from bot.simulator.records import Json
from bot.simulator.refusals import RefusalError, bad_request

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
}
ARGUMENTS = {("a", "href"), ("code", "class"), ("span", "class"), ("tg-emoji", "emoji-id")}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_SPECIAL = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z]+));?")
_NAME = re.compile(r"[^\s>]*")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"""([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]+)(?=[\s>])))?""")
_OPEN_QUOTE = re.compile(r"""\s*=\s*["']""")
_END = re.compile(r"</([^\s>]*)\s*>")


@dataclass(frozen=True, slots=True)
class Opened:
    """A tag that waits for its end: where its text begins, in UTF-16 units and in pieces of the result."""

    tag: str
    argument: str
    offset: int
    piece: int


def parse_html(html: str) -> tuple[str, list[Json]]:
    """Text and entities of Telegram HTML; RefusalError "can't parse entities: ..." where it is wrong."""
    if not _SPECIAL.search(html):
        return html, []
    return _Parser(html).parse()


class _Parser:
    """One pass over the text; the state is what was read, where it stands and which tags are open."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.at = 0
        self.pieces: list[str] = []
        self.offset = 0
        self.open: list[Opened] = []
        self.entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        while special := _SPECIAL.search(self.html, self.at):
            self._text(self.html[self.at : special.start()])
            self.at = special.start()
            if special[0] == "&":
                self._reference()
            elif self.html.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        self._text(self.html[self.at :])
        if self.open:
            raise _refuse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.pieces), in_order([_without_lone_language(entity) for entity in self.entities])

    def _text(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.offset += utf16_length(text)

    def _reference(self) -> None:
        match = _REFERENCE.match(self.html, self.at)
        character = _character(match) if match else None
        self._text(character or "&")
        self.at = match.end() if match and character else self.at + 1

    def _start_tag(self) -> None:
        begin = self.at
        tag = self._take(_NAME, begin + 1).lower()
        if self.at >= len(self.html):
            raise self._refuse_at(begin, "Unclosed start tag")
        if tag not in KINDS:
            raise self._refuse_at(begin, f'Unsupported start tag "{tag}"')
        argument = self._attributes(tag, begin)
        if tag == "span" and argument != "tg-spoiler":
            raise self._refuse_at(begin, 'Tag "span" must have class "tg-spoiler"')
        self.open.append(Opened(tag, argument, self.offset, len(self.pieces)))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while True:
            self._take(_SPACE, self.at)
            if self.html.startswith(">", self.at):
                self.at += 1
                return argument
            name, value = self._attribute(tag, begin)
            if (tag, name) in ARGUMENTS:
                argument = _REFERENCE.sub(lambda found: _character(found) or found[0], value)
            elif (tag, name) == ("blockquote", "expandable"):
                argument = name

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        match = _ATTRIBUTE.match(self.html, self.at)
        if self.at >= len(self.html) or (match and match.end() >= len(self.html)):
            raise self._refuse_at(begin, "Unclosed start tag")
        if match is None:
            raise self._refuse_at(begin, f'Empty attribute name in the tag "{tag}"')
        self.at = match.end()
        value = next((found for found in match.groups()[1:] if found is not None), None)
        if value is None and _OPEN_QUOTE.match(self.html, self.at):
            raise self._refuse_at(begin, "Unclosed start tag")
        if value is None and self.html.startswith("=", self.at):
            raise self._refuse_at(self.at + 1, "Unexpected end of name token")
        return match[1].lower(), value or ""

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._refuse_at(begin, "Unexpected end tag")
        match = _END.match(self.html, begin)
        if match is None:
            raise self._refuse_at(begin, "Unclosed end tag")
        opened, found = self.open.pop(), match[1].lower()
        if found not in ("", opened.tag):
            raise self._refuse_at(
                begin, "Unmatched end tag", f', expected "</{opened.tag}>", found "</{found}>"'
            )
        self.at = match.end()
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: Opened) -> None:
        entity: Json = {
            "type": KINDS[opened.tag],
            "offset": opened.offset,
            "length": self.offset - opened.offset,
        }
        if opened.tag == "a":
            url = checked_url(opened.argument or "".join(self.pieces[opened.piece :]))
            if url is None:
                return
            entity["url"] = url
        elif opened.tag == "tg-emoji":
            if not opened.argument.isdigit():
                raise _refuse("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "code" and opened.argument.startswith("language-"):
            entity["language"] = opened.argument.removeprefix("language-")
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "pre" and self.entities and _is_code_with_language(self.entities[-1], entity):
            entity["language"] = self.entities.pop()["language"]
        self.entities.append(entity)

    def _take(self, pattern: re.Pattern[str], begin: int) -> str:
        """Moves past what the pattern (which also matches nothing) finds there."""
        match = pattern.match(self.html, begin)
        self.at = match.end() if match else begin
        return self.html[begin : self.at]

    def _refuse_at(self, place: int, words: str, more: str = "") -> RefusalError:
        return _refuse(f"{words} at byte offset {len(self.html[:place].encode())}{more}")


def _refuse(words: str) -> RefusalError:
    return bad_request(f"can't parse entities: {words}")


def _character(match: re.Match[str]) -> str | None:
    """The character an HTML reference stands for, None where Telegram leaves it as it is."""
    if match[3]:
        return NAMED.get(match[3])
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None


def _is_code_with_language(code: Json, pre: Json) -> bool:
    """`<pre><code class="language-x">` around the same text is one entity."""
    return "language" in code and (code["offset"], code["length"]) == (pre["offset"], pre["length"])


def _without_lone_language(entity: Json) -> Json:
    """Only `pre` has a language; a lone `<code class="language-x">` loses it."""
    if entity["type"] == "code" and "language" in entity:
        return {key: value for key, value in entity.items() if key != "language"}
    return entity
