"""Entities of a text: their order, the addresses they may hold, those Telegram marks by itself.

Offsets and lengths count UTF-16 code units, as everywhere in the Bot API.
"""

import re
from urllib.parse import urlsplit

from bot.simulator.records import Json

SCHEMES = {"http", "https", "tg", "ton", "tonsite"}

_USER_LINK = re.compile(r"tg://user\?id=\d+")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)])"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/@])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d_]\w*)"
)
_HINTS = re.compile(r"[/@#]")
_EMPTY = re.compile(
    r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff]*"
)


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen: white space and zero-width characters only."""
    return _EMPTY.fullmatch(text) is not None


def checked_url(url: str) -> str | None:
    """The address as Telegram keeps it (a scheme, a slash after the host), None where it refuses it.

    Hosts without a dot (localhost) are refused, as Telegram does.
    """
    if _USER_LINK.fullmatch(url):
        return url
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
    except ValueError:
        return None
    host = parts.hostname or ""
    if parts.scheme not in SCHEMES or not host or re.search(r"\s", url):
        return None
    if parts.scheme == "tg":
        return url
    if "." not in host.strip("."):
        return None
    return parts._replace(path=parts.path or "/").geturl()


def in_order(entities: list[Json]) -> list[Json]:
    """Entities by place, the longer first; what lies inside code is dropped."""
    if len(entities) < 2:
        return entities
    kept: list[Json] = []
    code_end = -1
    for entity in sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])):
        if entity["offset"] < code_end:
            continue
        if entity["type"] in ("code", "pre"):
            code_end = entity["offset"] + entity["length"]
        kept.append(entity)
    return kept


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """Adds the commands, links, addresses, mentions and hashtags Telegram marks by itself."""
    if not _HINTS.search(text):
        return entities
    taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in entities]
    found: list[Json] = []
    for match in _FOUND.finditer(text):
        offset, length = utf16_length(text[: match.start()]), utf16_length(match[0])
        if all(offset + length <= begin or end <= offset for begin, end in taken):
            found.append({"type": match.lastgroup, "offset": offset, "length": length})
    return in_order(entities + found)


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Text without white space at its ends, entities moved and cut to match."""
    if text and not text[0].isspace() and not text[-1].isspace():
        return text, entities
    begin = utf16_length(text[: len(text) - len(text.lstrip())])
    text = text.strip()
    end = utf16_length(text)
    moved: list[Json] = []
    for entity in entities:
        first = max(entity["offset"] - begin, 0)
        last = min(entity["offset"] - begin + entity["length"], end)
        if first < last:
            moved.append({**entity, "offset": first, "length": last - first})
    return text, moved
