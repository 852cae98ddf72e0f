"""Pictures and documents: multipart in, file ids, downloads, and what Telegram would not take."""

import struct

import pytest
from aiohttp import ClientSession
from telegram import Bot, InputFile
from telegram.error import BadRequest

from bot.simulator import Person, Simulator
from bot.simulator.contents import PIXEL
from bot.simulator.files import picture_size


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(5)


def jpeg(width: int, height: int) -> bytes:
    return (
        b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(9)
    )


async def test_a_document_goes_out_and_comes_back(sim: Simulator, bot: Bot, sari: Person) -> None:
    sent = await bot.send_document(
        sari.id, b"%PDF-1.4 isi", filename="kartu tujuan.pdf", caption="<b>Kartu</b>", parse_mode="HTML"
    )
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("kartu tujuan.pdf", 12)
    assert sent.caption == "Kartu" and sent.caption_entities[0].type == "bold"
    content = await (await sent.document.get_file()).download_as_bytearray()
    assert bytes(content) == b"%PDF-1.4 isi"
    (message,) = sim.messages(sari.id)
    assert message.file is not None
    assert (message.file.kind, message.file.name, message.text) == ("document", "kartu tujuan.pdf", "Kartu")


async def test_a_photo_has_its_size_and_goes_again_by_its_id(sim: Simulator, bot: Bot, sari: Person) -> None:
    first = await bot.send_photo(sari.id, png(640, 480))
    assert (first.photo[0].width, first.photo[0].height) == (640, 480)
    again = await bot.send_photo(sari.id, first.photo[0].file_id)
    assert again.photo == first.photo
    assert len(sim.messages(sari.id)) == 2


async def test_an_attached_file_is_found(bot: Bot, sari: Person) -> None:
    sent = await bot.send_document(sari.id, InputFile(b"isi", filename="a.txt", attach=True))
    assert sent.document is not None and sent.document.file_name == "a.txt"


async def test_the_page_downloads_without_a_token(
    sim: Simulator, bot: Bot, http: ClientSession, sari: Person
) -> None:
    await bot.send_photo(sari.id, PIXEL, filename="kartu.png")
    (message,) = sim.messages(sari.id)
    assert message.file is not None
    async with http.get(f"/files/{message.file.path}") as answer:
        assert (answer.status, answer.content_type) == (200, "image/png")
        assert await answer.read() == PIXEL
    async with http.get("/files/photos/none/x.png") as answer:
        assert answer.status == 404


async def test_files_telegram_would_not_take(bot: Bot, sari: Person) -> None:
    with pytest.raises(BadRequest, match=r"(?i)^image_process_failed$"):
        await bot.send_photo(sari.id, b"no picture")
    with pytest.raises(BadRequest, match=r"(?i)^photo_invalid_dimensions$"):
        await bot.send_photo(sari.id, png(9000, 1001))
    with pytest.raises(BadRequest, match=r"^File must be non-empty$"):
        await bot.send_document(sari.id, b"", filename="kosong.txt")
    with pytest.raises(BadRequest, match=r"(?i)^wrong file identifier/http url specified$"):
        await bot.send_document(sari.id, "unknown-id")
    with pytest.raises(BadRequest, match=r"^Message caption is too long$"):
        await bot.send_photo(sari.id, PIXEL, caption="a" * 1025)
    with pytest.raises(BadRequest, match=r"^Invalid file_id$"):
        await bot.get_file("unknown-id")


async def test_a_request_without_a_file(sim: Simulator, http: ClientSession, sari: Person) -> None:
    async with http.post("/bot111:demo/sendPhoto", data={"chat_id": sari.id}) as answer:
        assert (await answer.json())["description"] == "Bad Request: there is no photo in the request"
    if sim.world.spec is not None:
        assert sim.violations == ["sendPhoto: photo is missing"]
    sim.violations.clear()


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (png(3, 2), (3, 2)),
        (jpeg(3, 2), (3, 2)),
        (b"GIF89a" + struct.pack("<HH", 3, 2), (3, 2)),
        (b"\xff\xd8\xff\xd9", None),
        (b"plain", None),
    ],
    ids=["png", "jpeg", "gif", "jpeg without a frame", "text"],
)
def test_sizes_of_pictures(content: bytes, size: tuple[int, int] | None) -> None:
    assert picture_size(content) == size
