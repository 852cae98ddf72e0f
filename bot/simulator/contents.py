"""What a person can send that is no text, as the Bot API words it."""

import base64
from collections.abc import Callable

from bot.simulator import files, phones
from bot.simulator.params import Upload
from bot.simulator.records import File, Json
from bot.simulator.world import World

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def _upload(world: World, kind: str, name: str, mime_type: str, content: bytes) -> File:
    return files.keep(world, kind, Upload(name, mime_type, content))


def _media(world: World, name: str, mime_type: str, **more: object) -> Json:
    file = _upload(world, "document", name, mime_type, b"sample")
    return {**files.file_json(file), "mime_type": mime_type, **more}


def _photo(world: World) -> Json:
    return {"photo": [files.photo_size(_upload(world, "photo", "photo.png", "image/png", PIXEL))]}


def _document(world: World) -> Json:
    file = _upload(world, "document", "dokumen.pdf", "application/pdf", b"%PDF-1.4\n%%EOF\n")
    return {"document": files.document(file)}


def _sticker(world: World) -> Json:
    file = files.file_json(_upload(world, "document", "sticker.webp", "image/webp", b"sample"))
    flags = {"type": "regular", "is_animated": False, "is_video": False}
    return {"sticker": {**file, **flags, "width": 512, "height": 512, "emoji": "👍"}}


def _animation(world: World) -> Json:
    video = _media(world, "gerak.mp4", "video/mp4", width=320, height=240, duration=2)
    return {"animation": video, "document": {**_without(video, "width", "height", "duration")}}


def _without(values: Json, *names: str) -> Json:
    return {key: value for key, value in values.items() if key not in names}


def _video_note(world: World) -> Json:
    return {"video_note": _without(_media(world, "n.mp4", "video/mp4", length=240, duration=2), "mime_type")}


def _location(_world: World) -> Json:
    return {"location": {"latitude": -6.2088, "longitude": 106.8456}}


def _venue(world: World) -> Json:
    place = {**_location(world), "title": "Monas", "address": "Jakarta Pusat"}
    return {"venue": place, **_location(world)}


def _contact(_world: World) -> Json:
    return {"contact": {"phone_number": "+6281200000000", "first_name": "Budi"}}


def _dice(_world: World) -> Json:
    return {"dice": {"emoji": "🎲", "value": 4}}


def _poll(_world: World) -> Json:
    options = [
        {"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate("AB")
    ]
    rules = ("allows_multiple_answers", "allows_revoting", "is_closed", "members_only")
    return {
        "poll": {
            "id": "1",
            "question": "A atau B?",
            "options": options,
            "total_voter_count": 0,
            "type": "regular",
            "is_anonymous": True,
            **dict.fromkeys(rules, False),
        }
    }


KINDS: dict[str, Callable[[World], Json]] = {
    "animation": _animation,
    "audio": lambda world: {"audio": _media(world, "lagu.mp3", "audio/mpeg", duration=3)},
    "contact": _contact,
    "dice": _dice,
    "document": _document,
    "location": _location,
    "photo": _photo,
    "poll": _poll,
    "sticker": _sticker,
    "venue": _venue,
    "video": lambda world: {
        "video": _media(world, "video.mp4", "video/mp4", width=320, height=240, duration=2)
    },
    "video_note": _video_note,
    "voice": lambda world: {"voice": _media(world, "suara.ogg", "audio/ogg", duration=2)},
}


def send(world: World, person_id: int, kind: str, caption: str) -> int:
    """A person sends a message of one of the KINDS; gives its id. ValueError names them for another."""
    if kind not in KINDS:
        raise ValueError(f"kind is one of {', '.join(KINDS)}, not {kind!r}")
    person = phones.writer(world, person_id)
    return phones.arrive(world, person.id, person, text=caption, content=KINDS[kind](world)).message_id


def forward(world: World, person_id: int, text: str, by: str) -> int:
    """A person forwards somebody else's text; gives the message's id."""
    person = phones.writer(world, person_id)
    origin = {"type": "hidden_user", "date": world.clock.unix(), "sender_user_name": by}
    return phones.arrive(world, person.id, person, text=text, content={"forward_origin": origin}).message_id
