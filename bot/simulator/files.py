"""Files: what the bot uploads, what people send, and getFile."""

import hashlib
import struct

from bot.simulator.entities import utf16_length
from bot.simulator.methods import deliver, formatted
from bot.simulator.params import Upload
from bot.simulator.records import File, Json
from bot.simulator.refusals import bad_request
from bot.simulator.world import World

MOST_CAPTION_UNITS = 1024
MOST_PHOTO_BYTES = 10 << 20
MOST_FILE_BYTES = 50 << 20
MOST_PHOTO_SIDES = 10_000
JPEG_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}


def send_photo(world: World, params: Json) -> Json:
    """sendPhoto: the Message with the photo in one size."""
    return _send(world, params, "photo")


def send_document(world: World, params: Json) -> Json:
    """sendDocument: the Message with the document."""
    return _send(world, params, "document")


def _send(world: World, params: Json, kind: str) -> Json:
    file = _given_file(world, params, kind)
    caption, entities = formatted(
        str(params.get("caption") or ""), params.get("parse_mode"), params.get("caption_entities")
    )
    if utf16_length(caption) > MOST_CAPTION_UNITS:
        raise bad_request("message caption is too long")
    content = {"photo": [photo_size(file)]} if kind == "photo" else {"document": document(file)}
    return deliver(world, params, caption, entities, content, file)


def _given_file(world: World, params: Json, kind: str) -> File:
    """The file of the parameters: an upload, or the id of one that was uploaded before."""
    given = params.get(kind)
    if isinstance(given, str) and given.startswith("attach://"):
        given = params.get(given.removeprefix("attach://"))
    if isinstance(given, Upload):
        return keep(world, kind, given)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    file = world.files.get(str(given))
    if file is None or file.kind != kind:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return file


def keep(world: World, kind: str, upload: Upload) -> File:
    """Stores an upload under a new file id; RefusalError where Telegram would not take it."""
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > (MOST_PHOTO_BYTES if kind == "photo" else MOST_FILE_BYTES):
        raise bad_request("file is too big")
    width = height = 0
    if kind == "photo":
        sides = picture_size(upload.content)
        if sides is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        width, height = sides
        if width + height > MOST_PHOTO_SIDES or max(sides) > 20 * min(sides):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
    name = upload.name.replace("/", "_") or kind
    file_id = f"{kind}-{len(world.files) + 1}-{hashlib.sha256(upload.content).hexdigest()[:16]}"
    file = File(file_id, kind, name, upload.mime_type, upload.content, width, height)
    world.files[file_id] = file
    return file


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF or JPEG, None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


def file_json(file: File) -> Json:
    """What every kind of file says of itself."""
    return {
        "file_id": file.file_id,
        "file_unique_id": file.file_id.rpartition("-")[2],
        "file_size": len(file.content),
    }


def photo_size(file: File) -> Json:
    """A photo as a Bot API PhotoSize."""
    return {**file_json(file), "width": file.width, "height": file.height}


def document(file: File) -> Json:
    """A document as a Bot API Document."""
    return {**file_json(file), "file_name": file.name, "mime_type": file.mime_type}


def get_file(world: World, params: Json) -> Json:
    """getFile: the File with the path it can be downloaded from."""
    file = world.files.get(str(params.get("file_id") or ""))
    if not params.get("file_id"):
        raise bad_request("file_id not specified")
    if file is None:
        raise bad_request("invalid file_id")
    return {**file_json(file), "file_path": file.path}
