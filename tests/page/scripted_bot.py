"""A small bot for the page's tests: it talks to the simulator over HTTP, as any bot would, from a script."""

import asyncio
import struct
import zlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from html import escape
from typing import Any
from urllib.parse import quote

import aiohttp

Json = dict[str, Any]
Call = tuple[str, Json]
Script = Callable[[Json], Sequence[Call]]

QUESTION = "Apa yang ingin <b>Anda</b> pelajari? Lihat /bantuan."
CHOICES = [
    [{"text": "Presentasi", "callback_data": "present"}, {"text": "Bertanya", "callback_data": "ask"}],
    [{"text": "Penting", "callback_data": "alert"}],
    [
        {"text": "Undang mentor", "url": "https://t.me/tuntun_bot?start=undangan7"},
        {"text": "Salin", "copy_text": {"text": "Selamat pagi, Pak"}},
    ],
    [{"text": "Situs", "url": "https://example.org/mentoring"}],
]
PRESSED = "Seberapa sering?"
INVITATION = "Zx3-q_Lm8vT0aa91Kd72Qw"
LETTER = f"""Selamat pagi, Pak Budi.
Saya ingin belajar 50% presentasi & 50% bertanya; /status bukan perintah di sini.
Undangannya: https://t.me/tuntun_bot?start={INVITATION}."""
SHARE = f"https://wa.me/?text={quote(LETTER)}"


def say(text: str, **more: Any) -> Call:
    """A sendMessage; the chat is filled in when it goes out."""
    return "sendMessage", {"text": text, "parse_mode": "HTML", **more}


def upload(method: str, field: str, content: bytes, name: str, caption: str) -> Call:
    """A multipart upload: the field's value is (content, file name)."""
    return method, {field: (content, name), "caption": caption, "parse_mode": "HTML"}


def picture(width: int, height: int) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + checksum

    rows = (b"\x00" + b"\x2f\x8f\x7f" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


SAID: dict[str, Sequence[Call]] = {
    "/start": [say(QUESTION, reply_markup={"inline_keyboard": CHOICES})],
    "/bantuan": [say("Tentu, saya bantu.")],
    "gambar": [upload("sendPhoto", "photo", picture(120, 80), "kartu.png", "<b>Kartu</b> tujuan")],
    "berkas": [upload("sendDocument", "document", b"%PDF-1.4 kecil", "kesepakatan.pdf", "Kesepakatan")],
    "pilihan": [say("Pilih satu.", reply_markup={"keyboard": [[{"text": "Ya"}, {"text": "Belum"}]]})],
    "Ya": [say("Baik.", reply_markup={"remove_keyboard": True})],
    "ketik": [("sendChatAction", {"action": "typing"})],
    "panjang": [say("Satu baris.\n" * 60)],
    "rahasia": [say("Ini <tg-spoiler>kejutan</tg-spoiler> dan <code>kode</code>.")],
    "undang": [
        say(
            f"Teruskan ini:\n<pre>{escape(LETTER)}</pre>",
            reply_markup={"inline_keyboard": [[{"text": "Bagikan lewat WhatsApp", "url": SHARE}]]},
        )
    ],
    "markah": [say("&lt;img src=x onerror=alert(1)&gt; <i>miring</i>")],
}


def script(update: Json) -> Sequence[Call]:
    """What the bot answers to an update."""
    if "callback_query" in update:
        return answer_press(update["callback_query"])
    if "edited_message" in update:
        return [say(f"Diubah menjadi: {update['edited_message']['text']}")]
    message = update.get("message", {})
    if "reply_to_message" in message:
        return [say(f"Jawaban atas: {message['reply_to_message']['text'][:12]}")]
    text = message.get("text", "")
    if text.startswith("/start "):
        return [say(f"Undangan {text.removeprefix('/start ')} diterima.")]
    kinds = {"sticker", "photo", "voice", "location", "contact"} & message.keys()
    return SAID.get(text) or [say(f"Diterima: {kinds.pop() if kinds else text}")]


def answer_press(query: Json) -> Sequence[Call]:
    """A toast or an alert, and for an answer the next question in place of the buttons."""
    answer: Json = {"callback_query_id": query["id"], "text": "Dicatat."}
    if query["data"] == "alert":
        return [("answerCallbackQuery", {**answer, "text": "Ini penting sekali.", "show_alert": True})]
    message = query["message"]
    edit = {"message_id": message["message_id"], "text": f"Jawaban: {query['data']}"}
    often, later = [{"text": text, "callback_data": text} for text in ("Tiap minggu", "Nanti saja")]
    return [
        ("answerCallbackQuery", answer),
        ("editMessageText", edit),
        say(PRESSED, reply_markup={"inline_keyboard": [[often, later]]}),
    ]


class Bot:
    """Calls methods of the Bot API; RuntimeError in Telegram's words where it refuses."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self._session = session
        self._base = base

    async def call(self, method: str, params: Json) -> Any:
        """The result of a method; values that are (content, name) go as multipart."""
        files = {key: value for key, value in params.items() if isinstance(value, tuple)}
        plain = {key: value for key, value in params.items() if key not in files}
        body: dict[str, Any] = {"json": plain}
        if files:
            form = aiohttp.FormData({key: str(value) for key, value in plain.items()})
            for key, (content, name) in files.items():
                form.add_field(key, content, filename=name)
            body = {"data": form}
        async with self._session.post(f"{self._base}/{method}", **body) as response:
            answer = await response.json()
        if not answer["ok"]:
            raise RuntimeError(answer["description"])
        return answer["result"]

    async def follow(self, script: Script) -> None:
        """Answers updates until cancelled; a chat that refuses (blocked) is let be."""
        offset = 0
        while True:
            for update in await self.call("getUpdates", {"offset": offset, "timeout": 20}):
                offset = update["update_id"] + 1
                with suppress(RuntimeError):
                    for method, params in script(update):
                        await self.call(method, {"chat_id": chat_of(update), **params})


def chat_of(update: Json) -> int:
    """The id of the private chat an update comes from."""
    return next(int(body["from"]["id"]) for body in update.values() if isinstance(body, dict))


@asynccontextmanager
async def talking(address: str, token: str) -> AsyncIterator[Bot]:
    """The scripted bot, connected and answering."""
    async with aiohttp.ClientSession() as session:
        bot = Bot(session, f"{address}/bot{token}")
        task = asyncio.create_task(bot.follow(script))
        try:
            yield bot
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


class Walker:
    """The bot's side of the clock: waits where the page wants to go, and goes when the test says so."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self._session = session
        self._address = address

    async def target(self, seen: str = "") -> str:
        """The next target the page has set (ISO, UTC)."""
        query = {"seen": seen, "timeout": "10"}
        async with self._session.get(f"{self._address}/app/clock", params=query) as response:
            answer = await response.json()
        return str(answer["clock"]["target"])

    async def stand(self, now: str, next_due: datetime | None, *, arrived: bool) -> None:
        """Tells the simulator where the domain clock stands."""
        body = {"now": now, "next_due": next_due and next_due.isoformat(), "arrived": arrived}
        async with self._session.post(f"{self._address}/app/clock", json=body) as response:
            response.raise_for_status()


def later(iso: str, **by: float) -> datetime:
    """A moment after the one given."""
    return datetime.fromisoformat(iso) + timedelta(**by)
