"""Stories: golden transcripts of a chat, one file a language, run on the real inbox, turns, plan and outbox.

A line at the margin is what the person does; everything indented is what the phone then shows:

    @ 2026-11-24 09:00                 the moment it begins, in WIB (first line)
    > Halo                             types; `/status` is a command
    > [Simpan]                         presses the newest button of that label
    > (voice)                          sends something that is not text
    > (edit) Halo juga                 edits the last message; (block), (unblock) as Telegram does it
    > (press 1:1:save)                 presses a button by what it carries, however old
    + 3 days                           time passes (minutes, hours); `+ message` waits for the bot's next
    >> [Bersedia]                      the same on the second phone, that of the mentor
      Selamat datang.                  what the bot says; a blank line is `.`
      | Selamat datang.                what it says on the second phone
    > /start {link}                    the token of the link that was shown last, on whichever phone
      [Setuju] [English]               its buttons; `~ text` is a toast, `{goal_card}` a file
    # a remark
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from storage.engine import Database
from tests.chat import Chat, Shown, a_chat, another_phone, noting

FOLDER = Path(__file__).parent / "stories"
WIB = ZoneInfo("Asia/Jakarta")
_LINK = re.compile(r"start=([\w-]+)")
_ACTION = re.compile(r"\((?P<name>[a-z_]+)(?: (?P<data>[^)]*))?\)(?: (?P<text>.*))?")


@dataclass(frozen=True)
class Line:
    """What somebody does, and what the transcript says the phones show then."""

    does: str
    shows: tuple[str, ...]


def stories() -> list[str]:
    """The names of all stories, each of which stands in both languages."""
    return sorted({file.name.split(".")[0] for file in FOLDER.glob("*.chat")})


def file_of(name: str, language: str) -> Path:
    """Where a story stands."""
    return FOLDER / f"{name}.{language}.chat"


def lines(text: str) -> Iterator[Line]:
    """A transcript, act by act."""
    does, shows = "", list[str]()
    for raw in text.splitlines():
        if raw[:1] in (">", "+", "@"):
            if does:
                yield Line(does, tuple(shows))
            does, shows = raw.rstrip(), []
        elif raw.startswith("  "):
            shows.append(raw[2:].rstrip())
    yield Line(does, tuple(shows))


async def play(database: Database, text: str, language: str) -> tuple[list[str], list[Line]]:
    """Act a transcript out: the prompts in the order they were shown, and what the phone really showed."""
    first, *rest = lines(text)
    begins = datetime.fromisoformat(first.does.removeprefix("@ ")).replace(tzinfo=WIB)
    catalog = noting()
    chat = await a_chat(database, begins.astimezone(ZoneInfo("UTC")), language, catalog=catalog)
    mentor = another_phone(chat, 102, "Hendra")
    played = [Line(line.does, tuple(await show(chat, mentor, line.does))) for line in rest]
    return catalog.keys, [Line(first.does, ()), *played]


async def show(chat: Chat, mentor: Chat, does: str) -> list[str]:
    """Do what one line says; what both phones show then, as the transcript writes it."""
    seen = len(chat.shown), len(mentor.shown)
    await act(mentor if does.startswith(">>") else chat, does)
    theirs = _written(mentor.shown[seen[1] :])
    return [*_written(chat.shown[seen[0] :]), *(f"| {line}" for line in theirs)]


async def act(chat: Chat, does: str) -> list[Shown]:
    """Do what one line says, on that phone."""
    if does.startswith("+"):
        return await _pass(chat, does.removeprefix("+ "))
    said = does.lstrip(">").removeprefix(" ").replace("{link}", _token(chat))
    if said.startswith("[") and said.endswith("]"):
        return await chat.tap(said[1:-1])
    action = _ACTION.fullmatch(said)
    return await _do(chat, action) if action else await chat.say(said)


def _token(chat: Chat) -> str:
    """Of the link that was shown last."""
    shown = "\n".join(one.text for phone in chat.phones.values() for one in phone.shown)
    links = _LINK.findall(shown)
    return links[-1] if links else ""


async def _pass(chat: Chat, span: str) -> list[Shown]:
    if span == "message":
        return await chat.next_message()
    number, unit = span.split()
    return await chat.wait(**{unit: float(number)})


async def _do(chat: Chat, action: re.Match[str]) -> list[Shown]:
    match action["name"]:
        case "edit":
            return await chat.edit(action["text"])
        case "press":
            return await chat.press(action["data"])
        case "block" | "unblock":
            return await chat.block(action["name"] == "block")
        case kind:
            return await chat.send(kind)


def _written(shown: list[Shown]) -> Iterator[str]:
    for one in shown:
        if one.kind == "toast":
            yield f"~ {one.text}"
            continue
        if one.kind not in ("say", "leave"):
            yield f"{{{one.kind}}}"
        yield from (_LINK.sub("start={link}", line) or "." for line in one.text.splitlines())
        yield from (" ".join(f"[{label}]" for label in row) for row in one.rows)


def written(text: str, played: list[Line]) -> str:
    """The transcript with what was really shown, remarks and blank lines kept."""
    shows = iter(played)
    kept: list[str] = []
    for raw in text.splitlines():
        if raw[:1] in (">", "+", "@"):
            kept += [raw.rstrip(), *(f"  {line}" for line in next(shows).shows)]
        elif not raw.startswith("  "):
            kept.append(raw.rstrip())
    return "\n".join(kept) + "\n"
