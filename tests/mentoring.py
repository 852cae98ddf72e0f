"""Two people on the way to a yes, in few words, for tests that begin where a story would be long."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.chat import Chat

TOKEN = re.compile(r"start=([\w-]+)")


@dataclass(frozen=True)
class Said:
    """What the mentee types on the way; each may be a secret of theirs."""

    name: str = "Pak Hendra"
    lessons: tuple[str, str] = ("mulai dari jadwal praktik", "bertanya soal keluarga dulu")
    plan: str = "Jika bertemu dokter, saya bertanya dulu"
    tried: str = "dua dokter bercerita panjang"
    evidence: str = "beliau bercerita soal kesalahannya"
    where: str = "setelah rapat chapter"
    signed: str = "Sari"


async def to_the_shortlist(chat: Chat, said: Said) -> None:
    """From /start to one candidate with a tie that was told."""
    await chat.say("/start")
    await chat.choose("agree", "door:learn", "fact_finding", "specialists", "m6", "save")
    await chat.choose("did_it", "patient", "practice", "trying", "save")
    await chat.say(said.name)
    await chat.choose("bapak", "experience", "event", "save", "upline", "done", "no", "go_on")


async def to_the_ask(chat: Chat, said: Said) -> None:
    """On to an ask that is open: two talks, one follow-up, and a low score that locks nothing."""
    await to_the_shortlist(chat, said)
    await chat.choose("open.talk", "week_ago")
    await chat.say(said.lessons[0])
    await chat.say(said.plan)
    await chat.choose("yes", "open.talk", "yesterday")
    await chat.say(said.lessons[1])
    await chat.say(said.tried)
    await chat.choose("open", "yes", "open.fit")
    await chat.say(said.evidence)
    await chat.choose("both", "a_little", "hardly", "pass", "pass", "pass", "go_on", "open.ask")
    await chat.say(said.signed)
    await chat.choose("usual")
    await chat.say(said.where)


async def to_the_link(chat: Chat, said: Said, releasing: str = "invite.goal") -> str:
    """On to a yes and a link; its token. `releasing` says how much the mentor will read."""
    await to_the_ask(chat, said)
    await chat.choose("open.outcome", "yes", "invite", releasing)
    return str(TOKEN.findall(chat.shown[-1].text)[-1])


async def joins(mentor: Chat, token: str) -> None:
    """The mentor opens the link, is willing, and consents."""
    await mentor.say(f"/start {token}")
    await mentor.choose("link.willing", "link.join")
