"""What the page shows: people and messages as JSON, formatted text as HTML that is safe to insert."""

from dataclasses import asdict
from datetime import UTC, datetime
from html import escape
from itertools import pairwise

from bot.simulator.records import Button, Json, Menu, Message, Person

TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
    "spoiler": ('<tg-spoiler class="tg-spoiler">', "</tg-spoiler>"),
}
NOTES = {
    "sticker": "[sticker]",
    "animation": "[animation]",
    "audio": "[audio]",
    "contact": "[contact]",
    "dice": "[dice]",
    "document": "[document]",
    "location": "[location]",
    "photo": "[photo]",
    "poll": "[poll]",
    "venue": "[venue]",
    "video": "[video]",
    "video_note": "[video note]",
    "voice": "[voice message]",
}


def shown_html(text: str, entities: tuple[Json, ...]) -> str:
    """Text and entities as HTML with everything escaped; line breaks stay line breaks."""
    if not entities:
        return escape(text)
    units = text.encode("utf-16-le")
    bounds = {0, len(units) // 2}
    for entity in entities:
        bounds |= {entity["offset"], entity["offset"] + entity["length"]}
    cuts = sorted(bound for bound in bounds if bound <= len(units) // 2)
    html: list[str] = []
    open_now: list[Json] = []
    for begin, end in pairwise(cuts):
        inside = [entity for entity in entities if entity["offset"] <= begin < _end(entity)]
        same = _common_prefix(open_now, inside)
        html += [_tag(entity, text)[1] for entity in reversed(open_now[same:])]
        html += [_tag(entity, text)[0] for entity in inside[same:]]
        html.append(escape(units[begin * 2 : end * 2].decode("utf-16-le", "replace")))
        open_now = inside
    html += [_tag(entity, text)[1] for entity in reversed(open_now)]
    return "".join(html)


def _end(entity: Json) -> int:
    return int(entity["offset"] + entity["length"])


def _common_prefix(one: list[Json], other: list[Json]) -> int:
    same = 0
    for left, right in zip(one, other, strict=False):
        if left is not right:
            break
        same += 1
    return same


def _tag(entity: Json, text: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in ("text_link", "url"):
        url = entity.get("url") or _part(text, entity)
        return f'<a href="{escape(url)}" rel="noreferrer" target="_blank">', "</a>"
    return TAGS.get(kind, ("", ""))


def _part(text: str, entity: Json) -> str:
    units = text.encode("utf-16-le")
    return units[entity["offset"] * 2 : _end(entity) * 2].decode("utf-16-le", "replace")


def shown_message(message: Message) -> Json:
    """The MESSAGE of the page."""
    note = next((NOTES[kind] for kind in message.content if kind in NOTES), "")
    text = message.text if message.text or message.file else note
    html = shown_html(text, message.entities)
    shown: Json = {
        "message_id": message.message_id,
        "from_bot": message.from_bot,
        "date": datetime.fromtimestamp(message.date, UTC).isoformat(),
        "html": "" if message.file else html,
        "text": text,
        "keyboard": [[_shown_button(button) for button in row] for row in message.keyboard],
        "edited": message.reworded,
        "reply_to": message.reply_to,
    }
    if message.reply_keyboard:
        shown["reply_keyboard"] = [list(row) for row in message.reply_keyboard]
    if message.removes_keyboard:
        shown["remove_keyboard"] = True
    if message.file is not None:
        shown["file"] = {
            "kind": message.file.kind,
            "name": message.file.name,
            "url": f"/files/{message.file.path}",
            "size": len(message.file.content),
            "caption_html": html,
        }
    return shown


def _shown_button(button: Button) -> Json:
    return {key: value for key, value in asdict(button).items() if value is not None}


def shown_person(person: Person) -> Json:
    """A person of the page, without their messages."""
    return {
        "id": person.id,
        "first_name": person.first_name,
        "language_code": person.language_code,
        "blocked": person.blocked,
        "started": person.started,
        "typing": person.typing,
        "link": person.link,
    }


def shown_bot(bot: Json, menu: Menu) -> Json:
    """The bot of the page; commands and descriptions by language code, "" for every other language."""
    return {
        "username": bot["username"],
        "name": bot["first_name"],
        "description": menu.description,
        "short_description": menu.short_description,
        "commands": menu.commands,
        "menu_button": menu.button,
    }
