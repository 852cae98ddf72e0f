"""The nouns of the simulated Telegram: people, groups, messages, buttons, files, calls."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
MEDIA = {"animation", "audio", "document", "photo", "video", "voice"}


@dataclass(slots=True)
class Person:
    """Somebody with a phone. `id` is also the id of their chat with the bot.

    `started` is False until they press Start; before that the bot may not write to them. `link` is the start
    code of a link they have opened but not started by yet, "" for none.
    """

    id: int
    first_name: str
    language_code: str | None = "id"
    last_name: str | None = None
    username: str | None = None
    started: bool = False
    blocked: bool = False
    deleted: bool = False
    typing: bool = False
    link: str = ""

    def user(self) -> Json:
        """The person as a Bot API User."""
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            **{key: value for key, value in optional.items() if value},
        }

    def chat(self) -> Json:
        """The private chat with them as a Bot API Chat."""
        optional = {"last_name": self.last_name, "username": self.username}
        return {
            "id": self.id,
            "type": "private",
            "first_name": self.first_name,
            **{key: value for key, value in optional.items() if value},
        }


@dataclass(slots=True)
class Group:
    """A group the bot was added to; `member` is False once it left."""

    id: int
    title: str
    member: bool = True

    @property
    def kind(self) -> str:
        """`group` or `supergroup`, as the id says."""
        return "supergroup" if self.id <= -1_000_000_000_000 else "group"

    def chat(self) -> Json:
        """The group as a Bot API Chat."""
        return {"id": self.id, "type": self.kind, "title": self.title}


@dataclass(frozen=True, slots=True)
class File:
    """An uploaded file. `kind` is `photo` or `document`; width and height in pixels are a photo's."""

    file_id: str
    kind: str
    name: str
    mime_type: str
    content: bytes = field(repr=False)
    width: int = 0
    height: int = 0

    @property
    def path(self) -> str:
        """The file_path of getFile, below `/file/bot<token>/` and `/files/`."""
        return f"{self.kind}s/{self.file_id}/{self.name}"


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: a press (`data`), a link (`url`) or text to copy (`copy_text`)."""

    text: str
    data: str | None = None
    url: str | None = None
    copy_text: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat as the person sees it.

    `text` is the caption when there is a `file`; `entities` count in UTF-16 units; `date` and `edited` are
    Unix seconds of the domain clock; `reworded` is what a phone shows as edited (new buttons are not);
    `markup` is the Bot API reply_markup; `content` holds what a person sent that is no text (a sticker, a
    location ...) and files, as the Bot API names them.
    """

    message_id: int
    chat_id: int
    from_bot: bool
    sender: int
    date: int
    text: str = ""
    entities: tuple[Json, ...] = ()
    markup: Json | None = None
    file: File | None = None
    content: Mapping[str, Any] = field(default_factory=dict)
    reply_to: int | None = None
    edited: int | None = None
    reworded: bool = False

    @property
    def has_media(self) -> bool:
        """Whether the text is a caption."""
        return not MEDIA.isdisjoint(self.content)

    @property
    def keyboard(self) -> tuple[tuple[Button, ...], ...]:
        """The inline buttons, row by row."""
        rows = (self.markup or {}).get("inline_keyboard", ())
        return tuple(tuple(as_button(button) for button in row) for row in rows)

    @property
    def reply_keyboard(self) -> tuple[tuple[str, ...], ...]:
        """The labels of a reply keyboard that came with the message."""
        rows = (self.markup or {}).get("keyboard", ())
        return tuple(tuple(button["text"] for button in row) for row in rows)

    @property
    def removes_keyboard(self) -> bool:
        """Whether the message takes the reply keyboard away."""
        return bool((self.markup or {}).get("remove_keyboard"))

    def button(self, label: str) -> Button:
        """The inline button that reads exactly so; LookupError names those there are."""
        buttons = [button for row in self.keyboard for button in row]
        for button in buttons:
            if button.text == label:
                return button
        raise LookupError(f"no button {label!r} among {[button.text for button in buttons]}")


def as_button(button: Json) -> Button:
    """A Bot API InlineKeyboardButton as a Button."""
    copy_text = button.get("copy_text")
    return Button(
        text=button["text"],
        data=button.get("callback_data"),
        url=button.get("url"),
        copy_text=copy_text["text"] if copy_text else None,
    )


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot: method, decoded parameters, and the JSON body it was answered with.

    `answer` is None where a fault swallowed the answer; `at` is machine time in monotonic seconds.
    """

    method: str
    params: Json
    answer: Json | None
    at: float

    @property
    def ok(self) -> bool:
        """Whether Telegram said yes."""
        return self.answer is not None and self.answer["ok"] is True


@dataclass(slots=True)
class Query:
    """A pressed button that waits for answerCallbackQuery, since a monotonic second."""

    id: str
    person_id: int
    since: float


@dataclass(slots=True)
class Menu:
    """What setMyCommands and its like have set, by language code ("" for every other)."""

    commands: dict[str, list[Json]] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)
    button: Json = field(default_factory=lambda: {"type": "default"})


@dataclass(slots=True)
class Webhook:
    """Where updates go instead of getUpdates, and the last trouble with it (Unix seconds, words)."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    error: tuple[int, str] | None = None
